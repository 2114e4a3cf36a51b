"""How far a run is, on the error stream: a bar for somebody at a terminal, plain lines for a log."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

# A plain line of progress, which is no message.
PROGRESS = re.compile(r"\(\d+ of \d+ chapters, \d+ s\)$")


@contextmanager
def chapters_done(total: int, wanted: bool) -> Iterator[Callable[[str, bool], None]]:
    """Give a function to call with each chapter's name as it ends, and whether it ended well."""
    console = Console(stderr=True)
    if not wanted:
        yield lambda name, well: None
    elif not console.is_terminal:
        yield _lines(console, total)
    else:
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn())
        with Progress(*columns, MofNCompleteColumn(), TimeElapsedColumn(), console=console) as bar:
            task = bar.add_task("Chapters", total=total)
            yield lambda name, well: bar.update(task, advance=1, description=name if well else f"{name} failed")


@contextmanager
def councils_done(total: int) -> Iterator[Callable[[str, str], None]]:
    """Give a function to call with each council of a region as it ends, and what it came to."""
    console, start, count = Console(stderr=True), time.monotonic(), iter(range(1, total + 1))
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn())
    bar = Progress(
        *columns, MofNCompleteColumn(), TimeElapsedColumn(), console=console, disable=not console.is_terminal
    )
    with bar:
        task = bar.add_task("Councils", total=total)

        def ended(council: str, what: str) -> None:
            line = f"{council}: {what} ({next(count)} of {total} councils, {time.monotonic() - start:.0f} s)"
            console.print(line, markup=False, highlight=False, soft_wrap=True)
            bar.update(task, advance=1)

        yield ended


def _lines(console: Console, total: int) -> Callable[[str, bool], None]:
    start, count = time.monotonic(), iter(range(1, total + 1))

    def ended(name: str, well: bool) -> None:
        so_far = f"{next(count)} of {total} chapters, {time.monotonic() - start:.0f} s"
        line = f"{name}: {'done' if well else 'FAILED'} ({so_far})"
        console.print(line, markup=False, highlight=False, soft_wrap=True)

    return ended
