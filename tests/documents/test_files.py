"""All documents of a draft: made once, made again if one is missing, and left alone if nothing has changed."""

from datetime import UTC, datetime
from pathlib import Path

from kit.counting.figures import load_figures
from kit.documents.files import OF_DRAFT, make_documents
from kit.running.make_report import make_report
from tests.lib.notebook_files import notebook_file
from tests.lib.small_councils import small_council

START = 'council = "small"\nyear = 2021\nas_at = ""'
OPENING = ("import kit\nreport = kit.open_report(council, year, as_at)", 'report.headline("reviews_held")')


def test_what_is_missing_is_made_again_and_what_somebody_changed_stays(tmp_path: Path) -> None:
    notebook_file(tmp_path / "notebooks", "00_start_here", *OPENING, "report.summary()", defaults=START)
    places = small_council(tmp_path)
    stamp = datetime(2026, 5, 1, tzinfo=UTC)
    make_report(places, 2021, stamp=stamp, progress=False, notebooks=tmp_path / "notebooks", jobs=1)
    figures = load_figures(places, 2021)
    folder, before = make_documents(places, 2021, None, figures)
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert not before and set(made) == set(OF_DRAFT)
    (folder / "figures.csv").write_text("mine", encoding="utf-8")
    assert make_documents(places, 2021, None, figures) == (folder, True)
    assert (folder / "figures.csv").read_text(encoding="utf-8") == "mine"
    (folder / "report.docx").unlink()
    assert make_documents(places, 2021, None, figures) == (folder, False)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == made
