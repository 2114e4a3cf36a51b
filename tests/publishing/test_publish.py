"""A report is published once: what readers get, what is kept of it, and what happens the second time."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit.counting.figures import Figures, load_figures
from kit.errors import KitError
from kit.figures.csv import results_csv
from kit.files import swap
from kit.paths import Places
from kit.protection.publications import load_publications
from kit.publishing import publish as publishing
from kit.publishing.publish import Made, Said, publish
from kit.running.make_report import make_report
from tests.lib.notebook_files import notebook_file
from tests.lib.small_councils import put, small_council

READERS_GET = {
    *("board.html", "board.pdf", "figures.csv", "figures.csv-metadata.json", "figures.html", "figures.parquet"),
    *("figures.xlsx", "measures.parquet", "report.html", "report.pdf", "years.parquet"),
}
READERS_GET |= {"board.pptx", "young-people.html", "young-people.pdf"}
FIRST = datetime(2026, 5, 1, 10, tzinfo=UTC)
START = 'council = "small"\nyear = 2021\nas_at = ""'
OPENING = ("import kit\nreport = kit.open_report(council, year, as_at)", 'report.headline("reviews_held")')


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A small council with its draft, published once."""
    folder = tmp_path_factory.mktemp("published")
    notebook_file(folder / "notebooks", "01_first", *OPENING, defaults=START)
    places = small_council(folder)
    drawn(places)
    publish(places, 2021, None, Said("A. Analyst", "the Director"), FIRST)
    return places


@pytest.fixture
def places(published: Places, tmp_path: Path) -> Places:
    """The published council, to be changed."""
    root = published.data.parent
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    return Places("small", tmp_path / "data", tmp_path / "params", tmp_path / "reports")


def drawn(places: Places) -> None:
    make_report(places, 2021, stamp=FIRST, progress=False, notebooks=places.data.parent / "notebooks", jobs=1)


def again(places: Places, reason: str = "") -> Made:
    return publish(places, 2021, None, Said(reason=reason), datetime(2026, 6, 1, tzinfo=UTC))


def without_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let readers get pages and figures alone, as the documents made of them take seconds."""

    def quickly(figures: Figures, made: dict[str, str]) -> dict[str, bytes]:
        csv = {"figures.csv": results_csv(figures.results).encode("utf-8")}
        return csv | {name: page.encode("utf-8") for name, page in made.items()}

    monkeypatch.setattr(publishing, "files_for_readers", quickly)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_readers_get_pages_that_say_when_and_by_whom_and_the_figures(published: Places) -> None:
    folder = published.report(2021) / "publication"
    assert {path.name for path in folder.iterdir()} == READERS_GET
    for page in ("report.html", "figures.html", "board.html"):
        text = (folder / page).read_text(encoding="utf-8")
        assert "Published on 1 May 2026, approved by the Director." in text and "For internal use" not in text
    draft = (published.report(2021) / "report.html").read_text(encoding="utf-8")
    assert "For internal use only" in draft


def test_what_is_kept_says_who_when_of_what_and_is_its_owners_alone(published: Places) -> None:
    (one,) = load_publications(published)
    record = json.loads((published.publications / "2021" / "publication.json").read_text(encoding="utf-8"))
    assert (record["by"], record["approved_by"], record["number"]) == ("A. Analyst", "the Director", 1)
    assert record["published"] == record["audit"]["audited"] == "2026-05-01T10:00:00+00:00"
    assert set(record["files"]) == READERS_GET
    assert record["exports"]["2021 reviews"] == "undated"
    figures = load_figures(published, 2021)
    assert one.shown.equals(figures.results) and one.counted is not None
    assert one.counted["numerator"].null_count() < one.shown["numerator"].null_count()
    for folder in (published.publications, published.ledger):
        assert {path.stat().st_mode & 0o077 for path in folder.glob("*/*")} <= {0}


def test_the_same_is_published_once_however_often(places: Places) -> None:
    before, kept = contents(places.report(2021) / "publication"), contents(places.publications)
    shutil.rmtree(places.report(2021) / "publication")
    drawn(places)
    made = again(places)
    assert made.before and contents(made.folder) == before and contents(places.publications) == kept


def test_other_figures_need_a_reason_and_are_kept_beside_the_first(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_documents(monkeypatch)
    before = contents(places.publications / "2021")
    put(places, 2021, "reviews.csv", [f"{n},01/06/2010,20/09/2020,PN1" for n in (1001, 1002)], "reviews")
    (places.council_params).mkdir(exist_ok=True)
    (places.council_params / "council.yml").write_text("name: Smallborough\n", encoding="utf-8")
    drawn(places)
    with pytest.raises(KitError, match=r'was published on 2026-05-01, and it has changed since.*REVISE="the reason"'):
        again(places)
    assert contents(places.publications / "2021") == before and len(load_publications(places)) == 1
    made = again(places, "The council's name was wrong")
    assert made.record.number == 2
    page = (made.folder / "report.html").read_text(encoding="utf-8")
    assert "This is revision 1: The council’s name was wrong." in page.replace("&#39;", "’").replace("'", "’")
    assert [one.name for one in load_publications(places)] == ["2021", "2021-revision-2"]
    assert contents(places.publications / "2021") == before


def test_a_new_draft_leaves_what_readers_have(places: Places) -> None:
    before = contents(places.report(2021) / "publication")
    drawn(places)
    assert contents(places.report(2021) / "publication") == before


@pytest.mark.parametrize("step", ["ledger", "publications", "publication"])
def test_a_publication_that_is_stopped_is_made_whole_by_the_next(
    places: Places, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    shutil.rmtree(places.publications)
    shutil.rmtree(places.ledger)
    shutil.rmtree(places.report(2021) / "publication")
    drawn(places)
    real: Callable[[Path, Path], None] = swap.swap_in

    def stopped(new: Path, final: Path) -> None:
        if step in (final.parent.name, final.name):
            raise KeyboardInterrupt
        real(new, final)

    without_documents(monkeypatch)
    for module in (swap, publishing):
        monkeypatch.setattr(module, "swap_in", stopped)
    with pytest.raises(KeyboardInterrupt):
        again(places)
    assert not (places.report(2021) / "publication").exists()
    assert len(load_publications(places)) == (step == "publication")
    monkeypatch.undo()
    without_documents(monkeypatch)
    drawn(places)
    made = again(places)
    pages = {name for name in READERS_GET if name.endswith(".html")}
    assert sorted(contents(made.folder)) == sorted({*pages, "figures.csv"})
    assert len(load_publications(places)) == 1


def test_a_publication_that_cannot_be_read_stops_every_report(places: Places) -> None:
    (places.publications / "2021" / "figures.parquet").write_bytes(b"spoilt")
    with pytest.raises(KitError, match=r"publications/2021: this publication cannot be read.*from a copy"):
        load_figures(places, 2021)


def test_nothing_is_published_without_a_draft_or_with_nothing_hidden(places: Places) -> None:
    with pytest.raises(KitError, match=r"There is no draft in .*Make the report, and read it"):
        publish(places, 2020, None, Said(), FIRST)
    places.council_params.mkdir(exist_ok=True)
    text = "name: Smallborough\nhide_up_to: 0\ndecided_by: the test\n"
    (places.council_params / "council.yml").write_text(text, encoding="utf-8")
    with pytest.raises(KitError, match=r"hide_up_to is 0.*before anything is published"):
        again(places)


def test_an_audit_that_finds_something_leaves_all_as_it_was(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [contents(folder) for folder in (places.report(2021), places.publications, places.ledger)]
    title = load_figures(places, 2021).measures["reviews_held"].title
    head = f"<table><caption>{title}</caption><thead><tr><th>Year</th><th>Reviews</th></tr></thead>"
    added = f"{head}<tbody><tr><th>2020-21</th><td>4,471</td></tr></tbody></table>"
    real = publishing.pages

    def with_a_number(*given: object) -> dict[str, str]:
        made = real(*given)  # type: ignore[arg-type]
        return made | {"figures.html": made["figures.html"].replace("</main>", f"{added}</main>")}

    without_documents(monkeypatch)
    monkeypatch.setattr(publishing, "pages", with_a_number)
    with pytest.raises(KitError, match=r"(?s)publication: not published.*figures.html: no published figure is 4,471"):
        again(places, "A number was changed")
    assert [contents(folder) for folder in (places.report(2021), places.publications, places.ledger)] == before
    added = "<p>4,471 children</p>"
    assert again(places, "A number was changed").remarks == ["figures.html: no published figure is 4,471"]
