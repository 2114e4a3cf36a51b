"""The making of a report as a whole: figures, chapters, page, then the swap into its place."""

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import FrameType

from rich.console import Console

from kit import figures, publish
from kit.folders import new_folder, only_run, recover, swap_in, writing
from kit.leaks import refuse_paths
from kit.notebooks import chapters, check_notebooks, read_notebook
from kit.places import CHECKOUT, Places, find_council, shown
from kit.runner import CELL_SECONDS, golden, run_chapters
from kit.warm import WarmParent, warm_parent
from kit.years import named

NOTEBOOKS = CHECKOUT / "notebooks"
# The year that the committed notebooks name in their parameters.
SAMPLE_YEAR = 2021


def make_report(
    places: Places,
    year: int,
    *,
    stamp: datetime,
    as_at: date | None = None,
    jobs: int | None = None,
    progress: bool = True,
    out: Path | None = None,
    timeout: int = CELL_SECONDS,
    fresh_kernels: bool = False,
    notebooks: Path = NOTEBOOKS,
) -> Path:
    """Make the report of reporting year `year`, or of the year up to `as_at`, and return its folder.

    The folder, `reports/<council>/<year>/` or `<year>-at-<day>/`, holds `report.html`, `figures.csv` and `notebooks/`.
    `out` takes the place of `reports/`; `stamp` is the time that the page gives. A run that fails, is stopped or is
    killed leaves the last good report as it was; one that finds another at work on the same report waits for it.
    With `fresh_kernels` each chapter's kernel starts by itself. Faults are a KitError.
    """
    places = replace(places, reports=out.absolute()) if out else places
    final = places.report(year, as_at)
    paths = chapters(notebooks)
    check_notebooks(paths, _parameters(places, year, as_at))
    with _terminated_as_interrupted(), writing(final.parent):
        final.parent.mkdir(parents=True, exist_ok=True)
        with only_run(final.with_name(f".{final.name}.lock"), lambda run: _say_waiting(final, run)):
            recover(final)
            new = new_folder(final)
            try:
                with warm_parent(not fresh_kernels) as warm:
                    _fill(new, places, year, as_at, paths, stamp, jobs, progress, timeout, warm)
                swap_in(new, final)
            finally:
                shutil.rmtree(new, ignore_errors=True)
    return final


def refresh_notebooks(*, jobs: int | None = None, progress: bool = True) -> list[Path]:
    """Run the notebooks on the sample council, keep their outputs in them, and return those that changed.

    KitError where one fails; then none is changed.
    """
    figures.load_figures(find_council("sample"), SAMPLE_YEAR)
    return golden(chapters(NOTEBOOKS), jobs=jobs, progress=progress)


def _fill(
    new: Path,
    places: Places,
    year: int,
    as_at: date | None,
    paths: list[Path],
    stamp: datetime,
    jobs: int | None,
    progress: bool,
    timeout: int,
    warm: WarmParent | None,
) -> None:
    """Make everything that belongs to the report in the folder `new`."""
    with writing(places.data / places.council, otherwise=""):
        protected = figures.load_figures(places, year, as_at)
    executed = run_chapters(
        paths,
        _parameters(places, year, as_at),
        new / "notebooks",
        jobs=jobs,
        progress=progress,
        timeout=timeout,
        failed=places.report(year).parent / "failed" / named(year, as_at),
        environment={"KIT_DATA": str(places.data.absolute()), "KIT_PARAMS": str(places.params.absolute())},
        warm=warm,
    )
    page = publish.page(protected, [(path.stem, read_notebook(path)) for path in executed], stamp)
    (new / "report.html").write_text(page, encoding="utf-8", newline="\n")
    (new / "figures.csv").write_text(publish.figures_csv(protected), encoding="utf-8", newline="\n")
    refuse_paths(new, [CHECKOUT, Path.home(), places.data, places.params, places.reports])


def _parameters(places: Places, year: int, as_at: date | None) -> dict[str, object]:
    whole: dict[str, object] = {"council": places.council, "year": year}
    return whole | {"as_at": str(as_at)} if as_at else whole


def _say_waiting(final: Path, run: str) -> None:
    line = f"Another run (process {run}) is making {shown(final)}. Waiting for it to end; Ctrl-C stops waiting."
    Console(stderr=True).print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """Let a request to terminate clear up as Ctrl-C does, instead of leaving half a report and kernels."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
