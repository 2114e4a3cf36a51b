"""The councils of a region, so many at once: one council's fault never stops the others."""

import json
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import suppress
from pathlib import Path
from typing import Literal

from kit.errors import KitError
from kit.files.disk_errors import writing
from kit.files.locks import only_run
from kit.files.telling import say
from kit.paths import NOTEBOOKS, Places, find_council, shown
from kit.running.child_processes import keep_children_here
from kit.running.kept_report import fingerprint, remember, warnings_of_last_run
from kit.running.region.members import Region
from kit.running.region.piece import Outcome, Pieces

Work = Literal["report", "figures"]
# What a report takes at most (docs/region.md).
BYTES_OF_A_PIECE = 600_000_000


def run_region(
    region: Region,
    year: int,
    work: Work,
    *,
    at_once: int | None = None,
    timeout: int = 3600,
    tell: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    """Make the report, or the table of figures, of each council if it is missing or changed; return what came of it.

    Each outcome is told as it comes, and kept as a line of `<work>.jsonl` in the region's folder.
    """
    folder, by_council = region.folder(year), {}
    with writing(folder, otherwise=""):
        folder.mkdir(parents=True, exist_ok=True)
        with only_run(folder / f".{work}.lock", lambda run: say(f"Another run (process {run}) is at it. Waiting.")):
            keep_children_here()
            pieces = Pieces(timeout)
            with ThreadPoolExecutor(at_once or _at_once(), "council") as pool:
                waiting = [pool.submit(_one, pieces, region, places, year, work) for places in region.councils]
                try:
                    for done in as_completed(waiting):
                        outcome = done.result()
                        by_council[outcome.council] = outcome
                        _keep(folder / f"{work}.jsonl", year, outcome)
                        tell(outcome)
                except BaseException:
                    _stop(pieces, waiting)
                    raise
    return [by_council[places.council] for places in region.councils]


def figures_of(region: Region, places: Places, year: int) -> Path:
    """Return the folder of a council's `figures.csv` in the region's: its own protected table."""
    return region.folder(year) / "figures" / f"{places.council}-{year}-{region.key}"


def summed_up(outcomes: list[Outcome]) -> str:
    """Return the last line: "31 of 33 made; stopped: x, y"."""
    said = f"{sum(one.well for one in outcomes)} of {len(outcomes)} made"
    for what in ("stopped", "lost"):
        if named := [one.council for one in outcomes if one.what == what]:
            said += f"; {what}: {', '.join(named)}"
    unchanged = sum(one.what == "unchanged" for one in outcomes)
    return f"{said}. {unchanged} of them are as they were." if unchanged else f"{said}."


def _one(pieces: Pieces, region: Region, places: Places, year: int, work: Work) -> Outcome:
    council = places.council
    try:
        find_council(council, places.data, places.params)
        final = places.report(year) if work == "report" else figures_of(region, places, year)
        if (said := warnings_of_last_run(places, final, NOTEBOOKS)) is not None:
            return Outcome(council, "unchanged", messages=tuple(said))
        words = ["--council", council, "--year", str(year), "--data", str(places.data), "--params", str(places.params)]
        if work == "report":
            return pieces.run(council, ["report", *words, "--out", str(places.reports), "--jobs", "1"])
        final.mkdir(parents=True, exist_ok=True)
        before = fingerprint(places, final, NOTEBOOKS)
        outcome = pieces.run(council, ["figures", *words, "--to", str(final / "figures.csv")])
        # What changed meanwhile is in no table of which it could be said that nothing has.
        if outcome.well and before and fingerprint(places, final, NOTEBOOKS) == before:
            remember(places, final, before, outcome.messages)
        return outcome
    except KitError as error:
        return Outcome(council, "stopped", messages=error.messages)
    except OSError as error:
        where = shown(Path(error.filename)) if isinstance(error.filename, str) else shown(places.data)
        return Outcome(council, "stopped", messages=(f"{where}: {error.strerror}.",))


def _stop(pieces: Pieces, waiting: "list[Future[Outcome]]") -> None:
    for one in waiting:
        one.cancel()
    pieces.end()


def _keep(path: Path, year: int, outcome: Outcome) -> None:
    line = {
        "council": outcome.council, "year": year, "what": outcome.what, "seconds": outcome.seconds,
        "messages": outcome.messages,
    }  # fmt: skip
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _at_once() -> int:
    """Return how many councils this computer can make at once, by its cores and its free memory."""
    cores, free = os.cpu_count() or 1, 0
    with suppress(OSError):
        lines = Path("/proc/meminfo").read_text(encoding="utf-8").splitlines()
        free = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), 0)
    return max(1, min(cores, free // BYTES_OF_A_PIECE)) if free else cores
