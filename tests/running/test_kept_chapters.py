"""A chapter runs again when anything that it depends on has changed, and only then."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kit.counting.figures import load_figures
from kit.measures.headers import load_measures
from kit.notebooks.files import read_notebook, write_notebook
from kit.paths import CHECKOUT, NOTEBOOKS, Places
from kit.running import kept_chapters
from kit.running import make_report as making
from kit.running.kept_chapters import chapter_key, measures_asked
from kit.running.make_report import make_report
from tests.lib.small_councils import two_years_of_the_sample

ALL = sorted(p.stem for p in NOTEBOOKS.glob("*.ipynb"))


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The sample council's last two years, counted."""
    places = two_years_of_the_sample(tmp_path_factory.mktemp("before"))
    load_figures(places, 2021)
    return places


@pytest.fixture
def places(counted: Places, tmp_path: Path) -> Places:
    """A copy of it that may be changed."""
    shutil.copytree(counted.data.parent, tmp_path / "council")
    return Places("sample", *(tmp_path / "council" / name for name in ("data", "params", "reports")))


def keys(places: Places, as_at: date | None = None) -> dict[str, str]:
    figures, measures = load_figures(places, 2021, as_at), load_measures()
    return {name: chapter_key(NOTEBOOKS / f"{name}.ipynb", {}, figures, measures, b"") for name in ALL}


@pytest.fixture(scope="module")
def before(counted: Places) -> dict[str, str]:
    """The keys of the council as it is: in which folder it is does not matter."""
    return keys(counted)


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [name for name in ALL if before[name] != after[name]]


def test_what_is_touched_or_written_again_changes_no_chapter(places: Places, before: dict[str, str]) -> None:
    for path in sorted(places.raw.rglob("*.csv")):
        path.write_bytes(path.read_bytes())
        path.touch()
    assert changed(before, keys(places)) == []


def test_how_a_sample_was_drawn_changes_the_chapter_that_says_so(places: Places, before: dict[str, str]) -> None:
    shutil.copytree(CHECKOUT / "data" / "sample" / "audits", places.audits)
    now = changed(before, keys(places))
    assert "09_quality_assurance" in now and "02_reviews" not in now


def test_what_an_older_export_said_changes_the_chapter_that_sets_it_beside_the_newest(
    places: Places, before: dict[str, str]
) -> None:
    older = min(places.raw.glob("2021/education_plans*.csv"))
    *lines, _ = older.read_text(encoding="utf-8").splitlines(keepends=True)
    older.write_text("".join(lines), encoding="utf-8", newline="\n")
    now = changed(before, keys(places))
    assert "06_education" in now and not {"02_reviews", "08_escalations", "12_other_facts"} & set(now)


def test_a_note_on_a_fact_changes_the_chapter_that_gives_it_and_no_other(
    places: Places, before: dict[str, str]
) -> None:
    path = next(places.raw.glob("2021/service_facts*.csv"))
    text = path.read_text(encoding="utf-8")
    changed_text = text.replace(text.splitlines()[1].rsplit(",", 1)[1], "Another note.", 1)
    assert changed_text != text
    path.write_text(changed_text, encoding="utf-8", newline="\n")
    now = changed(before, keys(places))
    assert "12_other_facts" in now and not {"02_reviews", "06_education", "08_escalations"} & set(now)


def test_a_changed_row_changes_the_chapters_that_read_it(places: Places, before: dict[str, str]) -> None:
    path = next(places.raw.glob("2021/escalations*.csv"))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"Not upheld", "Explanation accepted", text, count=1), encoding="utf-8", newline="\n")
    now = changed(before, keys(places))
    assert {"00_start_here", "08_escalations", "99_data_quality"} <= set(now)
    of_all = {"00_start_here", "11_actions", "13_looking_ahead", "98_handbook_check", "99_data_quality"}
    assert set(now) <= {"08_escalations", *of_all}


def test_a_changed_row_of_the_return_changes_every_chapter_about_children(
    places: Places, before: dict[str, str]
) -> None:
    path = next(places.raw.glob("2021/reviews*.csv"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",PN1\n", ",PN2\n", 1), encoding="utf-8", newline="\n")
    assert {"00_start_here", "02_reviews", "03_childrens_voice"} <= set(changed(before, keys(places)))


def test_settings_and_the_day_change_every_chapter(places: Places, before: dict[str, str]) -> None:
    assert changed(before, keys(places, date(2020, 9, 30))) == ALL
    with (places.params / "sample" / "council.yml").open("a", encoding="utf-8") as file:
        file.write("hide_up_to: 6\ndecided_by: the Board\n")
    assert changed(before, keys(places)) == ALL


def test_code_a_measure_and_a_notebook_change_what_depends_on_them(
    places: Places, before: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    measures = load_measures()
    from dataclasses import replace

    other = {**measures, "send_known": replace(measures["send_known"], sql=measures["send_known"].sql + " ")}
    figures = load_figures(places, 2021)
    after = {name: chapter_key(NOTEBOOKS / f"{name}.ipynb", {}, figures, other, b"") for name in ALL}
    assert set(changed(before, after)) >= {"00_start_here", "04_send_engagement"}
    assert not {"01_children_in_care", "08_escalations"} & set(changed(before, after))
    edited = tmp_path / "01_children_in_care.ipynb"
    text = (NOTEBOOKS / edited.name).read_text(encoding="utf-8")
    edited.write_text(
        text.replace("In this chapter", "In that chapter").replace("# Children", "# The children"), "utf-8"
    )
    assert edited.read_text(encoding="utf-8") != text
    assert chapter_key(edited, {}, figures, measures, b"") != before[edited.stem]
    # What it showed when it was last saved is no matter.
    run = read_notebook(NOTEBOOKS / edited.name)
    next(cell for cell in run.cells if cell.get("outputs")).outputs = []
    write_notebook(run, edited)
    assert edited.read_text(encoding="utf-8") != text
    assert chapter_key(edited, {}, figures, measures, b"") == before[edited.stem]
    monkeypatch.setattr(kept_chapters, "code_hash", lambda: "other code")
    assert changed(before, keys(places)) == ALL


def notebook(*lines: str) -> str:
    cells = [{"cell_type": "code", "metadata": {}, "source": line} for line in lines]
    return json.dumps({"cells": [{"cell_type": "markdown", "metadata": {}, "source": "# Words"}, *cells]})


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (
            ["import kit", "report = kit.open_report(council, year, as_at)", 'report.trend("send_known")'],
            {"send_known"},
        ),
        (
            ['report.breakdown("children_took_part", "sex")', "report.about()", 'report.words("x")'],
            {"children_took_part"},
        ),
        (
            [
                'report.beside("year", "full_time_posts", "reviews_on_time")',
                'report.against("send_known", "peps", "x")',
            ],
            {"full_time_posts", "reviews_on_time", "send_known"},
        ),
        (["report.how_drawn()", 'report.exports("send_known")'], {"audits_done", "send_known"}),
        (["report.files()"], None),
        (["report.trend(name)"], None),
        (['report.trend("send_known").parts[0]'], None),
        (["report = kit.open_report('other', year, as_at)"], None),
        (["open('elsewhere.csv').read()"], None),
        (["%matplotlib inline"], None),
    ],
)
def test_what_a_notebook_asks_for_is_read_from_its_lines(lines: list[str], asked: set[str] | None) -> None:
    assert measures_asked(notebook(*lines), load_measures())[0] == asked


def test_a_report_runs_what_changed_and_forced_everything(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some, ran = ["01_children_in_care", "08_escalations"], list[list[str]]()
    (tmp_path / "notebooks").mkdir()
    for name in some:
        shutil.copy(NOTEBOOKS / f"{name}.ipynb", tmp_path / "notebooks")
    # The council's words are on chapters that are left out here.
    shutil.rmtree(places.council_params / "2021")
    real: Callable[..., list[Path]] = making.run_chapters

    def watched(paths: list[Path], *given: object, **how: object) -> list[Path]:
        ran.append([path.stem for path in paths])
        return real(paths, *given, **how)

    monkeypatch.setattr(making, "run_chapters", watched)

    def made(**how: object) -> bytes:
        given = {"stamp": datetime(2026, 1, 1, tzinfo=UTC), "progress": False, "notebooks": tmp_path / "notebooks"}
        folder = make_report(places, 2021, **given, **how)
        return (folder / "report.html").read_bytes()

    first = made()
    assert ran.pop() == some
    assert made() == first
    assert ran == []
    path = next(places.raw.glob("2021/escalations*.csv"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Not upheld", "Explanation accepted"), encoding="utf-8", newline="\n")
    second = made()
    assert second != first
    assert "08_escalations" in ran[0] and "01_children_in_care" not in ran.pop()
    assert made(force=True) == second
    assert ran.pop() == some
