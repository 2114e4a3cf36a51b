"""People name files after children: such a name is told to the person at the keyboard, and never published."""

import re
import shutil
from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path

from kit.counting.figures import load_figures
from kit.extracts.notes import Note, for_readers
from kit.paths import NOTEBOOKS, Places
from kit.running.make_report import make_report
from kit.worklists.check_files import check_files
from tests.lib.small_councils import HEADINGS, put, put_bytes, small_council

LOG = "escalations Jane Doe@2021-04-19.csv"


def council(folder: Path) -> Places:
    places = small_council(folder)
    for year in (2020, 2021):
        (places.raw / str(year) / "reviews.csv").rename(places.raw / str(year) / "Reviews Jane Doe.csv")
    put_bytes(places, 2021, "Jane Doe review.docx", b"x")
    put_bytes(places, 2021, "JaneDoe.xls", b"x")
    columns = "\n".join(f"      {name}: {name}" for name in HEADINGS["escalations"].split(","))
    places.council_params.mkdir(parents=True)
    text = f"mappings:\n  escalations *:\n    extract: escalations\n    headings:\n{columns}\n"
    (places.council_params / "council.yml").write_text(text, encoding="utf-8")
    put(places, 2021, LOG, ["E1,1001,I1,01/07/2020,1,Drift,,,,"], "escalations")
    return places


def in_plain(path: Path) -> str:
    """Return a file's text, its pictures' code decoded: in base64 a name is not seen, and may be there by chance."""
    code = re.compile(r"base64,([A-Za-z0-9+/=]+)")
    return code.sub(lambda found: b64decode(found[1]).decode("utf-8", "replace"), path.read_text(encoding="utf-8"))


def test_a_name_is_in_internal_output_and_in_nothing_that_is_published(tmp_path: Path) -> None:
    places = council(tmp_path)
    # The chapters that speak of files.
    (tmp_path / "notebooks").mkdir()
    for name in ("00_start_here.ipynb", "99_data_quality.ipynb"):
        shutil.copyfile(NOTEBOOKS / name, tmp_path / "notebooks" / name)
    stamp = datetime(2021, 6, 1, tzinfo=UTC)
    made = make_report(places, 2021, stamp=stamp, progress=False, notebooks=tmp_path / "notebooks")
    files = [path for path in made.rglob("*") if path.is_file()]
    assert len(files) >= 4
    named = [p.name for p in files if re.search(r"jane|doe\b", in_plain(p), re.IGNORECASE)]
    assert named == []
    pages = "".join((made / name).read_text(encoding="utf-8") for name in ("report.html", "figures.html"))
    page = re.sub("<[^>]*>", "", pages)
    assert "A file of 2020-21 was not read: it is neither CSV, XLSX nor XML." in page
    assert "2021-04-19" in page
    assert not re.search("jane", " ".join(load_figures(places, 2021).sources.columns), re.IGNORECASE)

    said = [note.said for note in check_files(places, 2021).notes]
    assert (
        "Jane Doe review.docx (2021) was not read: it is neither CSV, XLSX nor XML. Export data as CSV or XLSX." in said
    )
    manifest = places.extracts / "escalations" / "year=2021" / "manifest.json"
    assert LOG in manifest.read_text(encoding="utf-8")


def test_what_holds_of_several_files_is_told_once_and_what_readers_need_not_know_not_at_all() -> None:
    notes = [Note("a.docx was not read", "A file was not read."), Note("b.docx was not read", "A file was not read.")]
    assert for_readers([*notes, Note("c.csv was not needed")]) == ("A file was not read. There are 2 such files.",)
