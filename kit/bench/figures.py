"""The command that prints six years' figures of the sample council, beside the imports that it cannot do without."""

import sys

from kit.bench.sample_council import YEAR, copied
from kit.bench.table import Line, measured, ratios
from kit.bench.work import Bench

MOST_TIMES = 4


def figures(bench: Bench) -> list[Line]:
    """Return how long the figures took, counted anew and as kept; KitError where a piece of work fails."""
    sample = copied(bench)
    command = [sys.executable, "-m", "kit", "figures", "--year", str(YEAR)]
    imports: list[float] = []
    kept: list[float] = []
    anew: list[float] = []
    sample.bench.seconds("figures", command)
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: figures of six years")
        imports.append(sample.bench.seconds("imports", [sys.executable, "-c", "import duckdb, polars"]))
        kept.append(sample.bench.seconds("figures", command))
        sample.forget("results")
        anew.append(sample.bench.seconds("figures", command))
    return [
        measured("importing duckdb and polars", imports, "s"),
        measured("figures of six years, as kept", kept, "s", how="python -m kit figures"),
        measured("as a multiple of the imports", ratios(kept, imports), "times", MOST_TIMES),
        measured("figures of six years, counted anew", anew, "s", how="from extracts that are there"),
        measured("as a multiple of the imports, counted anew", ratios(anew, imports), "times", MOST_TIMES),
    ]
