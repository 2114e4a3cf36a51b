"""Folders and files may be links: a key covers what is read through them, and a link that leads nowhere stops."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kit.chapters.own_words.compose import read_texts
from kit.counting.figures import load_figures, load_unprotected_figures
from kit.errors import KitError
from kit.figures import audit_records
from kit.files import code_hash
from kit.files.walk import entries, files_below
from kit.intake.survey import survey
from kit.paths import KIT, NOTEBOOKS, Places, find_council
from kit.running.kept_report import fingerprint
from kit.settings.load import load_settings
from kit.years import reporting_year
from tests.lib.small_councils import small_council


@pytest.fixture(autouse=True)
def _links(tmp_path: Path) -> None:
    try:
        link(tmp_path / "try", tmp_path)
    except OSError:
        pytest.skip("this computer lets nobody make links")
    (tmp_path / "try").unlink()


def link(path: Path, to: Path) -> None:
    path.symlink_to(to, target_is_directory=to.is_dir())


def elsewhere(path: Path, share: Path) -> Path:
    """Move a file or folder to the share, leave a link in its place, and return its new place."""
    share.mkdir(exist_ok=True)
    moved = share / path.name
    shutil.move(path, moved)
    link(path, moved)
    return moved


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = small_council(tmp_path)
    words = places.council_params / "2021"
    words.mkdir(parents=True)
    (words / "reviews.md").write_text("We held reviews.\n", encoding="utf-8")
    (places.council_params / "council.yml").write_text("name: Smallborough\n", encoding="utf-8")
    drawn = places.audits / "2021-size-1-seed-7"
    drawn.mkdir(parents=True)
    (drawn / audit_records.RECORD).write_text("{}", encoding="utf-8")
    return places


def known(places: Places) -> str:
    return fingerprint(places, places.report(2021), NOTEBOOKS)


LINKED: dict[str, Callable[[Places], Path]] = {
    "a year": lambda places: places.raw / "2021",
    "an earlier year": lambda places: places.raw / "2020",
    "a file": lambda places: places.raw / "2021" / "reviews.csv",
    "all raw files": lambda places: places.raw,
    "the council": lambda places: places.data / places.council,
    "all data": lambda places: places.data,
    "settings": lambda places: places.council_params / "council.yml",
    "the council's settings": lambda places: places.council_params,
    "words": lambda places: places.council_params / "2021",
    "samples": lambda places: places.audits / "2021-size-1-seed-7",
}


@pytest.mark.parametrize("what", LINKED)
@pytest.mark.parametrize("links", [1, 3])
def test_a_changed_file_behind_a_link_makes_the_report_again(
    places: Places, tmp_path: Path, what: str, links: int
) -> None:
    path = moved = LINKED[what](places)
    for number in range(links):
        moved = elsewhere(moved, tmp_path / f"share{number}")
    assert path.is_symlink()
    seen = {known(places)}
    for file in sorted(p for p in moved.rglob("*") if p.is_file()) or [moved]:
        with file.open("a", encoding="utf-8") as more:
            more.write("\n")
        seen.add(known(places))
    files = len([p for p in moved.rglob("*") if p.is_file()]) or 1
    assert len(seen) == files + 1 and "" not in seen


def test_figures_of_a_linked_year_are_those_of_its_files_now(places: Places, tmp_path: Path) -> None:
    share = elsewhere(places.raw / "2021", tmp_path / "share")
    held = load_unprotected_figures(places, 2021).results.filter(measure="reviews_held", breakdown="all", year=2021)
    file = share / "reviews.csv"
    file.write_text(file.read_text(encoding="utf-8") + "1001,01/06/2010,20/12/2020,PN1\n", encoding="utf-8")
    more = load_unprotected_figures(places, 2021).results.filter(measure="reviews_held", breakdown="all", year=2021)
    assert (held["numerator"].item(), more["numerator"].item()) == (2, 3)


def refused(places: Places) -> str:
    with pytest.raises(KitError) as raised:
        load_figures(places, 2021)
    return "\n".join(raised.value.messages)


@pytest.mark.parametrize("name", ["2020", "2021", "2019", "2021/reviews.csv", "2021/send.csv"])
def test_a_link_that_leads_nowhere_is_told_and_stops(places: Places, tmp_path: Path, name: str) -> None:
    path = places.raw / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    link(path, tmp_path / "share that is not connected")
    assert f"{path.as_posix()} is a link to what is not there now. Connect the drive or share" in refused(places)
    assert not places.extracts.exists() and not places.results.exists()
    assert known(places) == ""


def test_settings_and_words_behind_a_link_that_leads_nowhere_are_not_taken_for_none(
    places: Places, tmp_path: Path
) -> None:
    said = "council.yml is a link to what is not there now"
    (places.council_params / "council.yml").unlink()
    link(places.council_params / "council.yml", tmp_path / "gone")
    with pytest.raises(KitError, match=said):
        load_settings(places, 2021)
    shutil.rmtree(places.council_params)
    link(places.council_params, tmp_path / "gone")
    with pytest.raises(KitError, match="small is a link to what is not there now"):
        load_settings(places, 2021)
    with pytest.raises(KitError, match="is a link to what is not there now"):
        read_texts(replace_params(places, tmp_path), reporting_year(2021))


def replace_params(places: Places, tmp_path: Path) -> Places:
    """Return places whose settings have a folder of words for 2021 that leads nowhere."""
    params = tmp_path / "other params"
    (params / places.council).mkdir(parents=True)
    link(params / places.council / "2021", tmp_path / "gone")
    return Places(places.council, places.data, params, places.reports)


def test_a_council_behind_a_link_that_leads_nowhere_is_not_called_unknown(places: Places, tmp_path: Path) -> None:
    for path in (places.raw, places.data / places.council, places.data):
        shutil.rmtree(path)
        link(path, tmp_path / "gone")
        with pytest.raises(KitError, match="is a link to what is not there now"):
            find_council(places.council, places.data)
        path.unlink()
        path.mkdir()


def test_links_in_a_ring_are_told_and_never_followed_for_ever(places: Places) -> None:
    link(places.raw / "2021" / "round", places.raw)
    link(places.council_params / "round", places.council_params)
    link(places.raw / "again", places.raw)
    notes = " ".join(note.said for note in survey(places, 2021).notes)
    assert "round (2021) was not read: it is a folder" in notes and "again was not read" in notes
    with pytest.raises(KitError, match=r"round is a link to a folder that it is in itself\. Remove the link\."):
        files_below(places.council_params)
    # Nobody can say then that nothing has changed.
    assert known(places) == ""
    link(places.raw / "2019", places.raw / "2019")
    assert "2019 is a link to what is not there now" in refused(places)


def test_two_years_that_are_one_folder_are_told(places: Places, tmp_path: Path) -> None:
    shutil.rmtree(places.raw / "2020")
    file = places.raw / "2021" / "reviews.csv"
    rows = "".join(f"1001,01/06/2010,{day:02}/06/2020,PN1\n" for day in range(1, 12))
    file.write_text(file.read_text(encoding="utf-8") + rows, encoding="utf-8")
    link(places.raw / "2020", places.raw / "2021")
    notes = " ".join(load_figures(places, 2021).notes)
    assert "the file of 2020-21 is that of 2019-20" in notes


def test_what_is_hidden_or_open_elsewhere_is_neither_read_nor_part_of_a_key(places: Places) -> None:
    before = known(places)
    for name in (".DS_Store", "~$reviews.xlsx", "Thumbs.db", "desktop.ini"):
        (places.raw / "2021" / name).write_text("x", encoding="utf-8")
    (places.raw / "2021" / "~$gone.xlsx").symlink_to("nowhere")
    assert known(places) == before
    assert survey(places, 2021).notes == ()


def test_sql_and_modules_behind_a_link_belong_to_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = tmp_path / "kit"
    shutil.copytree(KIT, kit, ignore=shutil.ignore_patterns("__pycache__", "bench", "sample"))
    for name, place in {"KIT": kit, "SQL": kit / "sql", "TEMPLATES": kit / "chapters" / "templates"}.items():
        monkeypatch.setattr(code_hash, name, place)
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "our_measure.sql").write_text("SELECT 1", encoding="utf-8")
    link(kit / "sql" / "measures" / "ours", ours)
    seen = set()
    for text in ("SELECT 1", "SELECT 2"):
        (ours / "our_measure.sql").write_text(text, encoding="utf-8")
        code_hash.code_hash.cache_clear()
        seen.add(code_hash.code_hash(kit / "sql" / "measures"))
    code_hash.code_hash.cache_clear()
    assert len(seen) == 2


def test_entries_are_in_one_order_and_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    for name in ("b", "a", ".c", "C"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [path.name for path in entries(tmp_path)] == ["C", "a", "b"]
    assert entries(tmp_path / "no such folder") == []
    with pytest.raises(KitError, match="cannot be looked into"):
        entries(tmp_path / "a")
