"""The command that prints six years' figures of the sample council, beside the imports that it cannot do without."""

import sys

from kit.bench.sample_council import YEAR, copied
from kit.bench.table import Line, compared, timed
from kit.bench.work import Bench, Took

# Planning the queries alone takes more than the imports.
MOST_TIMES, MOST_TIMES_AGAIN = 4, 6


def figures(bench: Bench) -> list[Line]:
    """Return how long the figures took, counted again and as kept; KitError if a piece of work fails."""
    sample = copied(bench)
    command = [sys.executable, "-m", "kit", "figures", "--year", str(YEAR)]
    imports: list[Took] = []
    kept: list[Took] = []
    again: list[Took] = []
    sample.bench.time("figures", command)
    for number in range(1, bench.runs + 1):
        bench.say_run(number, "figures of six years")
        imports.append(sample.bench.time("imports", [sys.executable, "-c", "import duckdb, polars"]))
        kept.append(sample.bench.time("figures", command))
        sample.forget("results")
        again.append(sample.bench.time("figures", command))
    return [
        *timed("importing duckdb and polars", imports),
        *timed("figures of six years, as kept", kept, how="python -m kit figures"),
        *compared("as a multiple of the imports", kept, imports, MOST_TIMES),
        *timed("figures of six years, counted again", again, how="from extracts that are there"),
        *compared("as a multiple of the imports, counted again", again, imports, MOST_TIMES_AGAIN),
    ]
