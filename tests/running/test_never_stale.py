"""A report of which parts were made before is, to the byte, one made from nothing, whatever has changed since."""

import ast
import hashlib
import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
import polars as pl
import pytest

import kit
from kit.chapters.charts import drawing
from kit.counting import asked as what_is_asked
from kit.counting import figures
from kit.errors import KitError
from kit.explore.opening import open_inside
from kit.files import code_hash as own_code
from kit.files.code_hash import code_hash
from kit.files.parquet import write_table
from kit.intake import survey, take_in
from kit.notebooks.files import read_notebook, write_notebook
from kit.paths import KIT, NOTEBOOKS, SQL, STATUTORY, TEMPLATES, Places, chapter_files
from kit.running import make_report as making
from kit.running.kept_chapters import asks_the_report_alone
from kit.running.make_report import make_report
from kit.running.worker_pool import WorkerPool
from kit.warehouse.kept_answers import KeptAnswers
from tests.lib.small_councils import put, small_council
from tests.running.test_kept_chapters import notebook

CHAPTERS = ("00_start_here", "02_reviews", "04_send_engagement", "08_escalations", "99_data_quality")
SEND = ["1001,31/03/{year},N,,N,N", "1002,31/03/{year},E,SLCN,Y,N"]
ESCALATIONS = ["e1,1001,i1,10/01/{year},1,Drift or delay,20/01/{year},1,Agreed,"]


def chapters_run_here(paths: Sequence[Path], given: Mapping[str, Any], out: Path, **how: Any) -> list[Path]:
    """Do what a chapter's lines say in this process: what workers show, without their seconds."""
    for name, value in how["environment"].items():
        os.environ[name] = value
    report, made = kit.open_report(given["council"], given["year"], given.get("as_at", "")), []
    for path in paths:
        notebook = read_notebook(path)
        for cell in notebook.cells:
            if cell.cell_type == "code" and cell.source.startswith("report."):
                for line in ast.parse(cell.source).body:
                    content = eval(ast.unparse(line), {"report": report})
                    cell.outputs.append(nbformat.v4.new_output("display_data", data=content._repr_mimebundle_()))
        write_notebook(notebook, out / path.name)
        made.append(out / path.name)
    return made


def stand_in(specification: dict[str, Any]) -> str:
    """Return an SVG that differs when the drawn one would, without its milliseconds."""
    return f'<svg class="{hashlib.sha256(json.dumps(specification).encode()).hexdigest()}"></svg>'


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, bytes]]:
    for name in ("KIT_DATA", "KIT_PARAMS", "KIT_RUN"):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(making, "run_chapters", chapters_run_here)
    monkeypatch.setattr(WorkerPool, "begin", lambda pool: None)
    monkeypatch.setattr(drawing, "draw_svg", stand_in)
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in CHAPTERS:
        shutil.copy(NOTEBOOKS / f"{name}.ipynb", folder)

    def make(places: Places, **how: Any) -> dict[str, bytes]:
        given = {"stamp": datetime(2026, 1, 1, tzinfo=UTC), "progress": False, "notebooks": folder}
        report = make_report(places, 2021, **(given | how))
        return {path.relative_to(report).as_posix(): path.read_bytes() for path in report.rglob("*") if path.is_file()}

    return make


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = small_council(tmp_path)
    for year in (2020, 2021):
        put(places, year, "send.csv", [line.replace("{year}", str(year)) for line in SEND], "send")
        lines = [line.replace("{year}", str(year)) for line in ESCALATIONS]
        put(places, year, "escalations.csv", lines, "escalations")
    places.council_params.mkdir(parents=True)
    settings(places, "name: Smallborough")
    return places


def settings(places: Places, *lines: str, name: str = "council") -> None:
    first = ("hide_up_to: 0", "decided_by: the test") if name == "council" else ()
    text = "".join(f"{line}\n" for line in (*first, *lines))
    (places.council_params / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")


def a_row(places: Places) -> None:
    put(places, 2021, "escalations.csv", ["e1,1001,i1,10/01/2021,1,Drift or delay,,,,"], "escalations")


def a_row_of_an_earlier_year(places: Places) -> None:
    put(places, 2020, "reviews.csv", ["1001,01/06/2010,20/09/2019,PN1"], "reviews")


def a_byte_under_the_same_size_and_time(places: Places) -> None:
    path = places.raw / "2021" / "send.csv"
    stat, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace(",N,,N,N", ",S,,N,N"), encoding="utf-8", newline="\n")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size and path.read_text(encoding="utf-8") != text


def a_byte_with_the_clock_put_back(places: Places) -> None:
    put(places, 2021, "escalations.csv", ["e1,1001,i1,10/02/2021,1,Drift or delay,,,,"], "escalations")
    os.utime(places.raw / "2021" / "escalations.csv", (0, 0))


def a_file_less(places: Places) -> None:
    (places.raw / "2020" / "escalations.csv").unlink()


def a_year_more(places: Places) -> None:
    shutil.copytree(places.raw / "2020", places.raw / "2019")


def an_earlier_export(places: Places) -> None:
    put(places, 2021, "send@2021-01-01.csv", [SEND[0].replace("{year}", "2021")], "send")


def an_export_date(places: Places) -> None:
    (places.raw / "2021" / "send.csv").rename(places.raw / "2021" / "send@2021-04-30.csv")


def what_is_hidden(places: Places) -> None:
    (places.council_params / "council.yml").write_text("name: Smallborough\n", encoding="utf-8")


def a_name(places: Places) -> None:
    settings(places, "name: Largeborough")


def the_services_name(places: Places) -> None:
    settings(places, "name: Smallborough", "service: the reviewing team")


def the_chapters_chosen(places: Places) -> None:
    settings(places, "name: Smallborough", "chapters: [reviews]")


def a_timescale_of_its_own(places: Places) -> None:
    settings(places, "name: Smallborough", "timescales: {dispute_resolved: {amount: 3, unit: working days}}")


def a_target_of_the_year(places: Places) -> None:
    settings(places, "targets: {reviews_on_time: {value: 97, set_by: the Board}}", name="2021")


def a_mapping_of_an_earlier_year(places: Places) -> None:
    settings(places, "mappings: {send: {extract: send, values: {sen_provision: {N: E}}}}", name="2020")


def its_own_words(places: Places) -> None:
    path = places.council_params / "2021" / "reviews.md"
    path.parent.mkdir()
    path.write_text("We held reviews.\n", encoding="utf-8")


# By what is changed; after each group the report is compared with one made from nothing, which takes as long.
CHANGES = {
    "rows": (a_row, a_row_of_an_earlier_year, a_byte_under_the_same_size_and_time, a_byte_with_the_clock_put_back),
    "files": (an_earlier_export, an_export_date, a_file_less, a_year_more),
    "settings": (a_name, what_is_hidden, a_timescale_of_its_own, a_mapping_of_an_earlier_year, a_target_of_the_year),
    "words": (its_own_words, the_services_name, the_chapters_chosen),
}


def from_nothing(made: Callable[..., dict[str, bytes]], places: Places, folder: Path) -> dict[str, bytes]:
    """Return the report that is made of the same files when nothing was ever made before."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(places.raw, folder / places.council / "raw")
    return made(replace(places, data=folder), out=folder / "reports")


@pytest.mark.parametrize("kind", CHANGES)
def test_each_changed_input_changes_the_report_as_one_made_again(
    made: Callable[..., dict[str, bytes]], places: Places, tmp_path: Path, kind: str
) -> None:
    before = made(places)
    for change in CHANGES[kind]:
        change(places)
        after = made(places)
        assert after != before, change.__name__
        before = after
    assert before == from_nothing(made, places, tmp_path / "from_nothing")


def test_time_zone_and_day_are_no_input(
    made: Callable[..., dict[str, bytes]], places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made(places)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    for name in ("LC_ALL", "LANG"):
        monkeypatch.setenv(name, "tr_TR.UTF-8")
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        assert from_nothing(made, places, tmp_path / "from_nothing") == before
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()


@pytest.mark.parametrize("change", [a_row, a_name, its_own_words], ids=lambda change: change.__name__)
def test_what_changes_while_chapters_run_is_refused_and_not_kept(
    made: Callable[..., dict[str, bytes]],
    places: Places,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Places], None],
) -> None:
    def meanwhile(*given: Any, **how: Any) -> list[Path]:
        change(places)
        return chapters_run_here(*given, **how)

    monkeypatch.setattr(making, "run_chapters", meanwhile)
    with pytest.raises(KitError, match="changed while the chapters were made"):
        made(places)
    assert not places.chapters.exists()
    assert not list((tmp_path / "reports" / "small").iterdir())


def damage(path: Path) -> None:
    """Double the numbers of a table that is kept, or leave out its rows if it has none."""
    table = pl.read_parquet(path)
    numbers = table.with_columns(pl.selectors.integer().exclude("year") * 2)
    write_table(table.clear() if numbers.equals(table) else numbers, path)


def test_a_forced_report_reads_counts_and_runs_all_again_whatever_is_kept(
    made: Callable[..., dict[str, bytes]], places: Places
) -> None:
    report = made(places)
    kept = [path for folder in (places.extracts, places.results) for path in folder.rglob("*.parquet")]
    before = {path: path.read_bytes() for path in kept}
    for path in kept:
        damage(path)
    answers = KeptAnswers(places.results / "2021")
    for key in answers._kept:
        found = answers.find(key)
        assert found is not None
        answers.keep(key, found.clear())
    answers.write(places.results / "2021")
    assert made(places) != report
    assert made(places, force=True) == report
    assert {path: path.read_bytes() for path in kept} == before
    assert made(places) == report


def test_a_file_that_is_saved_while_it_is_read_is_refused(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    from kit.intake import read as reading

    real = reading.read_files

    def meanwhile(*given: Any, **how: Any) -> Any:
        read = real(*given, **how)
        a_row(places)
        return read

    monkeypatch.setattr(reading, "read_files", meanwhile)
    with pytest.raises(KitError, match="changed while it was read"):
        figures.load_figures(places, 2021)
    assert not places.extracts.exists() and not places.results.exists()


def test_figures_of_other_files_than_were_found_are_not_kept(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    real = figures.take_in

    def later(*given: Any, **how: Any) -> Any:
        a_row(places)
        return real(*given, **how)

    monkeypatch.setattr(figures, "take_in", later)
    with pytest.raises(KitError, match="changed while it was read"):
        figures.load_figures(places, 2021)
    assert not places.results.exists()


# What makes no figure and no page of a report: the explorer's looks are of JupyterLab.
NO_FIGURES = ("__pycache__", "bench", "sample", "hooks", "explorer.js", "explorer.css")


def test_every_file_of_the_code_and_every_package_is_known_by_the_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(KIT, tmp_path / "kit", ignore=shutil.ignore_patterns(*NO_FIGURES))
    shutil.copy(STATUTORY, tmp_path)
    for name, place in {"KIT": KIT, "SQL": SQL, "TEMPLATES": TEMPLATES}.items():
        monkeypatch.setattr(own_code, name, tmp_path / "kit" / place.relative_to(KIT))
    monkeypatch.setattr(own_code, "STATUTORY", tmp_path / STATUTORY.name)
    folders = [folder for folder in (tmp_path / "kit" / "sql").iterdir() if folder.is_dir()]

    def now() -> str:
        code_hash.cache_clear()
        return code_hash(*folders)

    known = {now()}
    files = [tmp_path / STATUTORY.name, *(path for path in (tmp_path / "kit").rglob("*") if path.is_file())]
    # A few of each kind: of hundreds, one after the other would take long.
    kinds = {(path.suffix, *path.relative_to(tmp_path).parts[1:-1][:2]): path for path in files}
    for path in kinds.values():
        path.write_bytes(path.read_bytes() + b"\n")
        new = now()
        assert new not in known, path
        known.add(new)
    monkeypatch.setattr(own_code, "installed", lambda: ["polars-0.0.1.dist-info"])
    assert now() not in known
    monkeypatch.undo()
    code_hash.cache_clear()
    assert any(name.startswith("polars-") for name in own_code.installed())


def test_another_python_is_another_code(monkeypatch: pytest.MonkeyPatch) -> None:
    code_hash.cache_clear()
    before = code_hash()
    code_hash.cache_clear()
    monkeypatch.setattr(own_code.sys, "version", "3.99")
    assert code_hash() != before
    monkeypatch.undo()
    code_hash.cache_clear()


def test_figures_depend_on_all_sql_of_the_kit(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[Path] = set()
    for module in (survey, what_is_asked):
        monkeypatch.setattr(module, "code_hash", lambda *sql: asked.update(sql) or "")
    figures.load_figures(places, 2021)
    # What is behind a figure is looked up again each time.
    assert asked == {folder for folder in SQL.iterdir() if folder.is_dir()} - {SQL / "explore"}


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ('report.headline("reviews_held")', True),
        ("report.files()", True),
        ('report.words("reviews")', True),
        ('report.words("send_engagement")', False),
        ("report.about()", False),
        ("report.handbook()", False),
        ("open('elsewhere.csv').read()", False),
        ("import datetime", False),
        ("report.headline(name)", False),
        ("%time 1", False),
    ],
)
def test_a_chapter_that_may_depend_on_what_no_key_holds_is_run_each_time(line: str, kept: bool) -> None:
    assert asks_the_report_alone(notebook("import kit", line), "reviews") is kept


def test_every_chapter_of_the_kit_can_be_kept() -> None:
    from kit.notebooks.chapters import chapter_name

    for path in chapter_files(NOTEBOOKS):
        text = path.read_text(encoding="utf-8")
        assert json.loads(text)["cells"] and asks_the_report_alone(text, chapter_name(path.stem)), path.name


def test_settings_are_read_and_files_surveyed_once_a_run_and_once_a_worker(
    places: Places, made: Callable[..., dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, real_survey, real_load = Counter[str](), survey.survey, survey.load_settings

    def counted_survey(*given: Any) -> Any:
        calls["survey"] += 1
        return real_survey(*given)

    def counted_load(*given: Any) -> Any:
        calls["settings of a year"] += 1
        return real_load(*given)

    for module in (what_is_asked, take_in):
        monkeypatch.setattr(module, "survey", counted_survey)
    monkeypatch.setattr(survey, "load_settings", counted_load)
    figures.load_figures_of_run.cache_clear()
    made(places)
    # By the run, and by all chapters of a worker, which is this process here. Two years are loaded.
    assert calls == {"survey": 2, "settings of a year": 4}
    monkeypatch.setenv("KIT_RUN", "")
    open_inside(places.council, 2021, unsafe_here=True)
    assert calls == {"survey": 3, "settings of a year": 6}
