"""What LibreOffice makes of the workbook and the slides: it opens them, shows their marks, and changes no number."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.test_slides import TITLES, slides
from tests.documents.test_workbook import TRICKY, workbook

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(not (SOFFICE and shutil.which("pdftotext")), reason="LibreOffice and poppler are not installed")
def test_libreoffice_shows_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "figures.xlsx").write_bytes(workbook())
    (tmp_path / "tricky.xlsx").write_bytes(workbook(TRICKY))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    (tmp_path / "board.pptx").write_bytes(slides())
    files = [str(tmp_path / name) for name in ("figures.xlsx", "tricky.xlsx", "board.pptx")]
    subprocess.run([*convert, *files], check=True, capture_output=True, timeout=240)
    shown = {
        name: subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / f"{name}.pdf"), "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        for name in ("figures", "tricky", "board")
    }
    for words in ("Published on 1 June 2021.", "Reviews on time", "92.3", "1,262", "1,367", "[c]", "[x]", "[z]"):
        assert words in shown["figures"], words
    for words in ("<script>alert(1)</script>", "=1+1", "@SUM(A1)", "R&D"):
        assert words in shown["tricky"], words
    assert "#" not in shown["figures"] and "Err:" not in shown["tricky"]
    assert shown["board"].count("\f") == len(TITLES)
    for title, page in zip(TITLES, shown["board"].split("\f"), strict=False):
        assert title in page
    # Labels of charts are drawn from the numbers in them.
    for number in ("98.3%", "95.8%", "82.5%", "45.0%", "107"):
        assert number in shown["board"], number
