"""The report of the sample council beside other tools that run its notebooks: cold, unchanged, and after a change.

Cold is a run of which nothing is kept: the raw files are read and counted, by the report or by the first notebook that
another tool runs.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from kit.bench.counted_charts import charts_drawn
from kit.bench.other_tools.other_tools import JupyterCache, Rival, papermill_command, run_by
from kit.bench.sample_council import COUNCIL, YEAR, SampleCouncil, copied
from kit.bench.table import Limit, Line, compared, measured, skipped, timed
from kit.bench.work import Bench, Took
from kit.chapters.content import MIME
from kit.errors import KitError
from kit.paths import CHAPTER_FILE, NOTEBOOKS

KIT = (sys.executable, "-m", "kit")
# What shares of other tools' seconds a report may take at most.
OF_PAPERMILL, OF_PLOOMBER, OF_CACHE, OF_COLD = Fraction(15, 100), Fraction(3, 4), Fraction(27, 100), Fraction(1, 2)
# The documents beside a cold report: all made, and if nothing has changed.
DOCUMENTS_OF_COLD, UNCHANGED_OF_COLD = 3, 1
COLD, COUNTED, UNCHANGED, CHANGED = "cold", "counted", "unchanged", "changed"
STALE = "chapters out of date after one changed row"


def reports(bench: Bench, notebooks: Path = NOTEBOOKS, kit: Sequence[str] = KIT) -> list[Line]:
    """Return how long reports took, and other tools; KitError if a report fails."""
    sample = copied(bench)
    there = bench.work / "notebooks"
    shutil.copytree(notebooks, there, ignore=lambda _, names: [n for n in names if not CHAPTER_FILE.fullmatch(n)])
    one_by_one = Rival("Papermill's command", "papermill")
    at_once = Rival("Papermill, two at a time", "papermill")
    in_one, in_one_counted = (Rival("ploomber-engine", "ploomber_engine") for _ in range(2))
    cache = Rival("jupyter-cache", "jupyter_cache")
    project = JupyterCache(sample, there, bench.work / "cache")
    stale = after_a_change(sample, there, kit, project, cache)
    drawn, shown = list[float](), 0
    took: dict[str, list[Took]] = {name: [] for name in (COLD, COUNTED, UNCHANGED, CHANGED)}
    for number in range(1, bench.runs + 1):
        bench.say_run(number, "reports")
        sample.forget()
        charts_drawn(sample.counted)
        took[COLD].append(_report(sample, kit))
        drawn.append(charts_drawn(sample.counted))
        shown = _charts(sample)
        sample.forget()
        for rival in (in_one, in_one_counted):
            rival.time(lambda: run_by("ploomber-engine", sample, there, bench.work / "in one process"))
        sample.forget("chapters")
        took[COUNTED].append(_report(sample, kit))
        took[UNCHANGED].append(_report(sample, kit))
        cache.time(project.execute)
        sample.change_a_row()
        took[CHANGED].append(_report(sample, kit))
        bench.say_run(number, "Papermill")
        sample.forget()
        at_once.time(lambda: run_by("papermill", sample, there, bench.work / "at once"))
        sample.forget()
        one_by_one.time(lambda: papermill_command(sample, there, bench.work / "one by one"))
    n = len(list(there.glob("*.ipynb")))
    return [
        *timed(f"cold report, {n} chapters", took[COLD], how="reading, counting, chapters and page"),
        measured("charts drawn in a cold report", drawn, "charts", least=shown, how="all that it shows"),
        *timed("the same, figures counted before", took[COUNTED], how="chapters and page"),
        *_beside(one_by_one, "Papermill's command, one after another", "cold report", took[COLD], OF_PAPERMILL),
        *_beside(at_once, "Papermill, two at a time", "cold report", took[COLD]),
        *_beside(in_one, "ploomber-engine, one process", "cold report", took[COLD], OF_PLOOMBER),
        *_beside(
            in_one_counted,
            "ploomber-engine, figures counted before",
            "figures counted before",
            took[COUNTED],
            OF_PLOOMBER,
        ),
        *timed("unchanged report", took[UNCHANGED]),
        *_beside(cache, "jupyter-cache, unchanged", "unchanged report", took[UNCHANGED], OF_CACHE),
        *stale,
        *timed("report after one changed row", took[CHANGED], how="an escalation of the last year"),
        *compared("report after one changed row, as a share of a cold one", took[CHANGED], took[COLD], OF_COLD),
    ]


def _report(sample: SampleCouncil, kit: Sequence[str]) -> Took:
    given = ("report", "--council", COUNCIL, "--year", str(YEAR), "--out", str(sample.reports))
    return sample.bench.time("the report", [*kit, *given])


def documents(bench: Bench, kit: Sequence[str] = KIT) -> list[Line]:
    """Return how long the documents took beside a cold report; KitError if either fails."""
    sample = copied(bench)
    cold, made, again = list[Took](), list[Took](), list[Took]()
    for number in range(1, bench.runs + 1):
        bench.say_run(number, "documents")
        sample.forget()
        for took, command in ((cold, "report"), (made, "documents"), (again, "documents")):
            given = (command, "--council", COUNCIL, "--year", str(YEAR), "--out", str(sample.reports))
            took.append(bench.time(f"kit {command}", [*kit, *given]))
    return [
        *timed("documents of a report that was just made", made, how="PDF, Word, workbook and pages"),
        *compared("documents, as a share of a cold report", made, cold, DOCUMENTS_OF_COLD),
        *timed("documents, nothing changed", again),
        *compared("documents, nothing changed, as a share of a cold report", again, cold, UNCHANGED_OF_COLD),
    ]


def _charts(sample: SampleCouncil) -> int:
    """Return how many charts the report shows; what stands in for the kit in a test has no page."""
    page = sample.reports / COUNCIL / str(YEAR) / "report.html"
    return page.read_text(encoding="utf-8").count("data:image/svg+xml") if page.exists() else 0


def _beside(rival: Rival, name: str, what: str, ours: list[Took], most: Limit = None) -> list[Line]:
    """Return how long a tool took under a `name`, and the report as a share of that."""
    share = f"{what}, as a share of {rival.name}"
    if rival.why:
        return [skipped(share, "times", most, why=rival.why)]
    return [*timed(name, rival.took), *compared(share, ours, rival.took, most)]


def after_a_change(
    sample: SampleCouncil, notebooks: Path, kit: Sequence[str], project: JupyterCache, cache: Rival
) -> list[Line]:
    """Return how many chapters show what no longer is, once a row has changed: of the report, and of jupyter-cache.

    What is, is what Papermill makes of the changed files with nothing kept.
    """
    sample.bench.say("What is right after one changed row")
    work = sample.bench.work
    _report(sample, kit)
    merged, truth = work / "merged", work / "truth"

    def first() -> Took:
        project.add()
        return project.execute()

    cache.time(first)
    made = sample.reports / COUNCIL / str(YEAR) / "notebooks"
    before = shutil.copytree(made, work / "before")
    sample.change_a_row()
    _report(sample, kit)

    def again() -> Took:
        project.execute()
        project.merge(merged)
        return Took(0, 0)

    cache.time(again)
    # Neither is a run of which nothing has changed.
    cache.took.clear()
    ours = shutil.copytree(made, work / "ours")
    sample.forget()
    run_by("papermill", sample, notebooks, truth)
    if not _differing(before, truth):
        raise KitError("bench: the changed row moves nothing that a chapter shows. Choose another.")
    right = measured(f"{STALE}: the report", [_differing(ours, truth)], "chapters", 0, how="beside a fresh run")
    theirs = f"{STALE}: jupyter-cache"
    if cache.why:
        return [right, skipped(theirs, "chapters", why=cache.why)]
    return [right, measured(theirs, [_differing(merged, truth)], "chapters", how="beside a fresh run")]


def _differing(folder: Path, truth: Path) -> float:
    """Return how many notebooks of `folder` show other content than those in `truth`, or are not there."""
    return sum(_content(folder / path.name) != _content(path) for path in truth.glob("*.ipynb"))


def _content(path: Path) -> list[Any]:
    if not path.is_file():
        return []
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return [output["data"][MIME] for output in outputs if MIME in output.get("data", {})]
