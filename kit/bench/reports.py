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

from kit.bench.rivals import JupyterCache, Rival, papermill_command, run_by
from kit.bench.sample_council import COUNCIL, YEAR, SampleCouncil, copied
from kit.bench.table import Limit, Line, measured, ratios, skipped
from kit.bench.work import Bench
from kit.content import MIME
from kit.errors import KitError
from kit.places import CHAPTER_FILE, NOTEBOOKS

KIT = (sys.executable, "-m", "kit")
SIXTH, HALF = Fraction(1, 6), Fraction(1, 2)
COLD, COUNTED, UNCHANGED, CHANGED = "cold", "counted", "unchanged", "changed"
STALE = "chapters out of date after one changed row"


def reports(bench: Bench, notebooks: Path = NOTEBOOKS, kit: Sequence[str] = KIT) -> list[Line]:
    """Return how long reports took, and other tools; KitError where a report fails."""
    sample = copied(bench)
    there = bench.work / "notebooks"
    shutil.copytree(notebooks, there, ignore=lambda _, names: [n for n in names if not CHAPTER_FILE.fullmatch(n)])
    one_by_one = Rival("Papermill's command", "papermill")
    at_once = Rival("Papermill, two at a time", "papermill")
    in_one, in_one_counted = (Rival("ploomber-engine", "ploomber_engine") for _ in range(2))
    cache = Rival("jupyter-cache", "jupyter_cache")
    project = JupyterCache(sample, there, bench.work / "cache")
    stale = after_a_change(sample, there, kit, project, cache)
    took: dict[str, list[float]] = {name: [] for name in (COLD, COUNTED, UNCHANGED, CHANGED)}
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: reports")
        sample.forget()
        took[COLD].append(_report(sample, kit))
        sample.forget()
        for rival in (in_one, in_one_counted):
            rival.time(lambda: run_by("ploomber-engine", sample, there, bench.work / "in one process"))
        sample.forget("chapters")
        took[COUNTED].append(_report(sample, kit))
        took[UNCHANGED].append(_report(sample, kit))
        cache.time(project.execute)
        sample.change_a_row()
        took[CHANGED].append(_report(sample, kit))
        bench.say(f"Run {number} of {bench.runs}: Papermill")
        sample.forget()
        at_once.time(lambda: run_by("papermill", sample, there, bench.work / "at once"))
        sample.forget()
        one_by_one.time(lambda: papermill_command(sample, there, bench.work / "one by one"))
    n = len(list(there.glob("*.ipynb")))
    return [
        measured(f"cold report, {n} chapters", took[COLD], "s", how="reading, counting, chapters and page"),
        measured("the same, figures counted before", took[COUNTED], "s", how="chapters and page"),
        *_beside(one_by_one, "Papermill's command, one after another", "cold report", took[COLD], SIXTH),
        *_beside(at_once, "Papermill, two at a time", "cold report", took[COLD]),
        *_beside(in_one, "ploomber-engine, one process", "cold report", took[COLD], 1),
        *_beside(in_one_counted, "ploomber-engine, figures counted before", "figures counted before", took[COUNTED]),
        measured("unchanged report", took[UNCHANGED], "s"),
        *_beside(cache, "jupyter-cache, unchanged", "unchanged report", took[UNCHANGED], HALF),
        *stale,
        measured("report after one changed row", took[CHANGED], "s", how="an escalation of the last year"),
        measured(
            "report after one changed row, as a share of a cold one", ratios(took[CHANGED], took[COLD]), "times", HALF
        ),
    ]


def _report(sample: SampleCouncil, kit: Sequence[str]) -> float:
    given = ("report", "--council", COUNCIL, "--year", str(YEAR), "--out", str(sample.bench.work / "reports"))
    return sample.bench.seconds("the report", [*kit, *given])


def _beside(rival: Rival, name: str, what: str, ours: list[float], most: Limit = None) -> list[Line]:
    """Return a tool's seconds under a `name`, and the report's as a share of them."""
    share = f"{what}, as a share of {rival.name}"
    if rival.why:
        return [skipped(share, "times", most, why=rival.why)]
    return [measured(name, rival.seconds, "s"), measured(share, ratios(ours, rival.seconds), "times", most)]


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

    def first() -> float:
        project.add()
        return project.execute()

    cache.time(first)
    made = work / "reports" / COUNCIL / str(YEAR) / "notebooks"
    before = shutil.copytree(made, work / "before")
    sample.change_a_row()
    _report(sample, kit)

    def again() -> float:
        project.execute()
        project.merge(merged)
        return 0

    cache.time(again)
    # Neither is a run of which nothing has changed.
    cache.seconds.clear()
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
