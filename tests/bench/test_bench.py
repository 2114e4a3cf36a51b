"""The bench measures what it says, on returns in which there is nothing to find."""

import io
import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest
from rich.console import Console

from kit.bench.counted_charts import charts_drawn
from kit.bench.other_tools import other_tools
from kit.bench.reports import after_a_change, reports
from kit.bench.returns import COUNCIL, YEARS, spoil_reviews, write_returns
from kit.bench.run import PARTS, run_bench
from kit.bench.sample_council import copied
from kit.bench.table import Line, bench_table, compared, keep, machine, measured, timed
from kit.bench.work import Bench, Took
from kit.bench.writing import written
from kit.chapters.content import MIME
from kit.errors import KitError
from kit.paths import CHECKOUT, Places
from kit.worklists.check_files import check_files

MOST_HELD = "from kit.bench.work import most_held; print(most_held())"


def test_made_up_returns_have_their_rows_and_no_problem(tmp_path: Path) -> None:
    files = write_returns(tmp_path, 400)
    rows = {path: pl.read_csv(path, infer_schema=False).height for path in files}
    assert sum(n for path, n in rows.items() if path.stem == "reviews") == 400
    assert sum(n for path, n in rows.items() if path.stem == "header") == 200
    places = Places(COUNCIL, tmp_path, tmp_path / "params", tmp_path / "reports")
    found = check_files(places, YEARS[-1])
    # The second year has half as many episodes again.
    assert found.faults == () and set(found.problems["rule"]) <= {"count_moved"}


def test_two_rules_list_each_spoilt_review(tmp_path: Path) -> None:
    write_returns(tmp_path, 40)
    spoil_reviews(tmp_path)
    found = check_files(Places(COUNCIL, tmp_path, tmp_path / "params", tmp_path / "reports"), YEARS[-1])
    assert found.problems.filter(extract="reviews").height == 80


def test_made_up_returns_are_the_same_each_time(tmp_path: Path) -> None:
    one, other = (write_returns(tmp_path / name, 40) for name in "ab")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_stage_says_its_seconds_and_its_memory(tmp_path: Path) -> None:
    write_returns(tmp_path, 40)
    for stage in ("polars alone", "check"):
        command = [sys.executable, "-m", "kit.bench.stages", stage, str(tmp_path)]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=True)
        assert set(json.loads(done.stdout)) == {"seconds", "processor", "bytes"}


def test_what_was_measured_is_kept_with_the_machine(tmp_path: Path) -> None:
    line = Line("a ratio", 5.5, "times", "at most 6", True, "median of 3 runs", 5.4, 5.9)
    path = keep([line], tmp_path, date(2026, 11, 22), machine())
    assert path.name == "2026-11-22.csv"
    # What was measured alone does not take the place of the whole.
    assert keep([line], tmp_path, date(2026, 11, 22), machine(), ["figures"]).name == "2026-11-22-figures.csv"
    (row,) = pl.read_csv(path).to_dicts()
    assert (row["what"], row["value"], row["kept"]) == ("a ratio", 5.5, True) and row["cores"]
    assert path.with_suffix(".md").read_text(encoding="utf-8").splitlines() == [
        "| what | measured | lowest to highest | limit | kept | how |",
        "| --- | --- | --- | --- | --- | --- |",
        "| a ratio | 5.50 times | 5.40 to 5.90 | at most 6 | yes | median of 3 runs |",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how much memory a process held.")
def test_what_writes_the_files_holds_no_memory_of_what_is_measured(tmp_path: Path) -> None:
    bench = Bench(tmp_path, 1, lambda _: None)
    held = [int(bench.python("the most held", "-c", MOST_HELD))]
    folder = written(bench, "returns", "returns", 300_000)
    held.append(int(bench.python("the most held", "-c", MOST_HELD)))
    assert len(list(folder.rglob("*.csv"))) == 6
    assert held[1] < held[0] + 20_000_000


def test_a_small_bench_says_all_that_a_whole_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIT_VALIDATOR_PYTHON", raising=False)
    lines = run_bench(lambda _: None, scale=0.001, runs=1, only=["intake"])
    assert [line.kept is None for line in lines if line.limit] == [False, False, False, False, True]
    shown = Console(width=200, record=True, file=io.StringIO())
    shown.print(bench_table(lines, machine()))
    assert f"cores {os.cpu_count()}" in shown.export_text()


def notebook(name: str, words: str) -> str:
    """Return a notebook whose one line of content is what the Python expression `words` gives."""
    cells = [
        ("council = 'sample'\nyear = 2021", ["parameters"]),
        (f"from IPython.display import display\ndisplay({{{MIME!r}: {words}}}, raw=True)", []),
    ]
    return json.dumps(
        {
            "cells": [
                {
                    "cell_type": "code",
                    "execution_count": None,
                    "id": f"{name}-{number}",
                    "metadata": {"tags": tags},
                    "outputs": [],
                    "source": source,
                }
                for number, (source, tags) in enumerate(cells)
            ],
            "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


ROWS = "next(Path(os.environ['KIT_DATA'], 'sample', 'raw', '2021').glob('escalations*')).read_text('utf-8')"
# Makes a "report" of the notebooks below, by Papermill; with STALE=1 it never does so again.
KIT = """
import os, shutil, sys, papermill
from pathlib import Path
out = Path(sys.argv[sys.argv.index("--out") + 1], "sample", "2021", "notebooks")
if not (out.exists() and os.environ.get("STALE")):
    out.mkdir(parents=True, exist_ok=True)
    for path in Path(os.environ["NOTEBOOKS"]).glob("*.ipynb"):
        (out.parent / "report.html").open("a").write("data:image/svg+xml")
        papermill.execute_notebook(path, out / path.name, progress_bar=False)
"""


@pytest.fixture
def small_bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Bench, Path, list[str]]:
    """A bench, two small notebooks, of which one reads escalations, and a stand-in for the kit."""
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    for name, words in (
        ("01_same", "'the same'"),
        ("02_rows", f"__import__('hashlib').md5({ROWS}.encode()).hexdigest()"),
    ):
        text = notebook(name, words.replace("Path(", "__import__('pathlib').Path(").replace("os.", "__import__('os')."))
        (notebooks / f"{name}.ipynb").write_text(text, encoding="utf-8")
    (tmp_path / "kit.py").write_text(KIT, encoding="utf-8")
    monkeypatch.setenv("NOTEBOOKS", str(notebooks))
    monkeypatch.setattr(other_tools, "find_spec", lambda module: True if module == "papermill" else None)
    (tmp_path / "work").mkdir()
    return Bench(tmp_path / "work", 1, lambda _: None), notebooks, [sys.executable, str(tmp_path / "kit.py")]


def by_what(lines: list[Line]) -> dict[str, Line]:
    assert len({line.what for line in lines}) == len(lines)
    return {line.what: line for line in lines}


@pytest.mark.skipif(not os.environ.get("KIT_FUZZ"), reason="make bench runs this part whole")
def test_reports_are_set_beside_each_tool_or_it_is_said_why_not(small_bench: tuple[Bench, Path, list[str]]) -> None:
    found = reports(*small_bench)
    lines = by_what(found)
    limits = {what: line.limit for what, line in lines.items() if line.limit}
    assert limits == {
        "cold report, as a share of Papermill's command": "at most 3/20",
        "charts drawn in a cold report": "at least 2",
        "cold report, as a share of ploomber-engine": "at most 3/4",
        "figures counted before, as a share of ploomber-engine": "at most 3/4",
        "unchanged report, as a share of jupyter-cache": "at most 27/100",
        "chapters out of date after one changed row: the report": "at most 0",
        "report after one changed row, as a share of a cold one": "at most 1/2",
    }
    assert lines["cold report, as a share of Papermill's command"].value
    drawn = lines["charts drawn in a cold report"]
    assert (drawn.value, drawn.kept) == (0, False)
    followed = lines["chapters out of date after one changed row: the report"]
    assert (followed.value, followed.kept) == (0, True)
    missing = [line for line in found if line.value is None]
    assert {line.what.split(" of ")[-1].split(": ")[-1] for line in missing} == {"ploomber-engine", "jupyter-cache"}
    assert {line.kept for line in missing} == {None}
    assert [line.how for line in missing if not line.how.startswith("skipped: this Python has no ")] == []


def test_a_report_that_is_stale_is_found_out(
    small_bench: tuple[Bench, Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STALE", "1")
    bench, notebooks, kit = small_bench
    sample = copied(bench)
    project, cache = (
        other_tools.JupyterCache(sample, notebooks, bench.work / "cache"),
        other_tools.Rival("x", "jupyter_cache"),
    )
    lines = by_what(after_a_change(sample, notebooks, kit, project, cache))
    line = lines["chapters out of date after one changed row: the report"]
    assert (line.value, line.kept) == (1, False)


def test_one_row_is_changed_and_put_back_and_no_other_file_appears(tmp_path: Path) -> None:
    sample = copied(Bench(tmp_path, 1, lambda _: None))
    raw = sample.folder / "raw"
    before = {path: path.read_bytes() for path in raw.rglob("*") if path.is_file()}
    sample.change_a_row()
    after = {path: path.read_bytes() for path in raw.rglob("*") if path.is_file()}
    assert set(before) == set(after)
    (changed,) = [path for path in before if before[path] != after[path]]
    assert changed.name.startswith("escalations") and changed.parent.name == "2021"
    old, new = before[changed].splitlines(), after[changed].splitlines()
    assert len(old) == len(new) and sum(a != b for a, b in zip(old, new, strict=True)) == 1
    sample.change_a_row()
    assert {path: path.read_bytes() for path in before} == before


def test_a_tool_that_fails_is_said_and_not_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rival, runs = other_tools.Rival("Papermill", "papermill"), []

    def fail() -> Took:
        runs.append(1)
        raise KitError("bench: Papermill failed. No kernel.")

    for _ in range(2):
        rival.time(fail)
    assert (rival.why, rival.took, len(runs)) == ("bench: Papermill failed. No kernel.", [], 1)


def test_no_tool_sends_statistics_or_reads_what_the_user_has_set(tmp_path: Path) -> None:
    told = copied(Bench(tmp_path, 1, lambda _: None)).bench.environment
    assert told["PLOOMBER_STATS_ENABLED"] == "false" and told["PLOOMBER_VERSION_CHECK_DISABLED"]
    folders = [value for name, value in told.items() if name.endswith(("_DIR", "PYTHONDIR")) or name == "KIT_DATA"]
    assert len(folders) == 6 and all(Path(folder).is_relative_to(tmp_path) for folder in folders)


def test_a_process_that_fails_stops_the_bench_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def fails(bench: Bench) -> list[Line]:
        bench.python("the work", "-c", "import sys; sys.exit('no room')")
        return []

    monkeypatch.setitem(PARTS, "figures", fails)
    with pytest.raises(KitError, match=r"the work failed\. no room"):
        run_bench(lambda _: None, only=["figures"])
    assert list(tmp_path.iterdir()) == []


def test_a_part_that_there_is_not_is_refused() -> None:
    with pytest.raises(KitError, match=r'no part "report"\. Did you mean reports\?') as refused:
        run_bench(lambda _: None, only=["report"])
    assert refused.value.wrong_use


@pytest.mark.skipif(not os.environ.get("KIT_FUZZ"), reason="make bench runs this part whole")
def test_figures_are_set_beside_the_imports() -> None:
    lines = run_bench(lambda _: None, runs=1, only=["figures"])
    assert [line.limit for line in lines if line.limit] == ["at most 4", "at most 6"]
    assert all(line.value for line in lines)


def test_a_limit_is_said_as_it_was_set() -> None:
    line = measured("a share", [0.2, 0.1, 0.3], "times", Fraction(1, 6))
    assert (line.value, line.limit, line.kept, line.lowest, line.highest) == (0.2, "at most 1/6", False, 0.1, 0.3)
    assert measured("a count", [11], "times", 11).kept and measured("as fast", [5], "times", least=5).kept


SPIN = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how long processors worked.")
def test_the_processor_time_of_what_a_command_starts_is_counted(tmp_path: Path) -> None:
    starts = f"import subprocess, sys\nfor _ in range(2): subprocess.run([sys.executable, '-c', {SPIN!r}])"
    took = Bench(tmp_path, 1, lambda _: None).time("the work", [sys.executable, "-c", starts])
    assert 0.6 < took.processor < 2 and took.seconds > 0.5


def test_seconds_and_processor_time_are_compared_run_by_run() -> None:
    once, twice = [Took(2, 3), Took(4, 3)], [Took(1, 2), Took(1, 2)]
    lines = [*timed("one", once), *compared("as a multiple", once, twice, 2)]
    assert [(line.value, line.kept) for line in lines] == [(3, None), (3, None), (3, False), (1.5, None)]
    unknown = timed("one", [Took(2, 0)])[1]
    assert (unknown.what, unknown.value, unknown.how) == (
        "one, processor time", None, "skipped: this system does not say"
    )  # fmt: skip


def test_charts_are_counted_in_whatever_process_draws_them(tmp_path: Path) -> None:
    sample = copied(Bench(tmp_path, 1, lambda _: None))
    draw = (
        "from kit.chapters.charts.drawing import draw_svg\nchart = {'mark': 'point', 'data': {'values': []}}\n"
        "draw_svg(chart)\nfor n in range(3): assert draw_svg({**chart, 'data': {'values': [{'n': n}]}})[:4] == '<svg'"
    )
    starts = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {draw!r}], check=True)\n{draw}"
    sample.bench.python("the work", "-c", starts)
    assert (charts_drawn(sample.counted), charts_drawn(sample.counted)) == (6, 0)


def test_without_a_browser_the_explorer_is_skipped_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.bench.exploring.explorer.PYTHON", tmp_path / "python")
    lines = PARTS["explore"](Bench(tmp_path, 2, lambda _: None))
    assert [(line.value, line.limit) for line in lines] == [(None, "at most 3"), (None, "at most 3/10")]
    assert all("needs the environment of make test, with Chromium" in line.how for line in lines)


def test_the_explorer_is_told_beside_its_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bench, "run", lambda *_: json.dumps({"opens": 2.0, "changes": [0.1, 0.4, 0.2]}))
    opens, changes = PARTS["explore"](Bench(tmp_path, 1, lambda _: None))
    assert (opens.value, opens.kept, changes.value, changes.kept) == (2.0, True, 0.2, True)
