"""The bench as a whole: its parts, each of which returns lines of the table."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from kit.bench.exploring.explorer import explore
from kit.bench.figures import figures
from kit.bench.intake import intake
from kit.bench.national import national
from kit.bench.reports import documents, reports
from kit.bench.simulated.chance import chance
from kit.bench.table import Line
from kit.bench.work import Bench
from kit.errors import KitError, did_you_mean

RUNS = 3
PARTS: dict[str, Callable[[Bench], list[Line]]] = {
    "intake": intake,
    "reports": reports,
    "documents": documents,
    "figures": figures,
    "national": national,
    "chance": chance,
    "explore": explore,
}


def run_bench(
    say: Callable[[str], None], *, scale: float = 1.0, runs: int = RUNS, only: Iterable[str] = ()
) -> list[Line]:
    """Return what was measured, of the parts in `only` or of all; `scale` makes the work smaller, to try the bench.

    KitError if there is no such part, or if a piece of work fails.
    """
    wanted = tuple(only) or tuple(PARTS)
    faults = [f'The bench has no part "{n}".{did_you_mean(n, PARTS)}' for n in wanted if n not in PARTS]
    if faults:
        raise KitError([*faults, f"Its parts are: {', '.join(PARTS)}."], wrong_use=True)
    lines = []
    for name, part in PARTS.items():
        if name in wanted:
            with tempfile.TemporaryDirectory(prefix="kit-bench-") as work:
                lines += part(Bench(Path(work), runs, say, scale))
    return lines
