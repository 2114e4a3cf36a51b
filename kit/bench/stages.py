"""One timed piece of work in a process of its own: `python -m kit.bench.stages STAGE FOLDER` prints what it took.

A process of its own, so that the memory is that of the piece, and nothing is warm that a council's computer would
have cold but the files.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl

from kit.bench.returns import COUNCIL, YEARS
from kit.bench.work import most_held
from kit.paths import Places

YEAR = YEARS[-1]
REVIEW_RULES = ("166", "167", "440", "441")
TIMES = 5


def polars_alone(data: Path) -> None:
    """Read each file as text and write it as Parquet: the least that any intake must do."""
    with tempfile.TemporaryDirectory(dir=data) as folder:
        for number, path in enumerate(sorted((data / COUNCIL / "raw").rglob("*.csv"))):
            pl.read_csv(path, infer_schema=False).write_parquet(Path(folder) / f"{number}.parquet")


def check(data: Path) -> None:
    """Read, check by all rules and write: extracts and lists."""
    from kit.worklists.check_files import check_files

    found = check_files(_places(data), YEAR)
    if found.faults:
        raise SystemExit("\n".join(found.faults))


def review_rules(data: Path) -> float:
    """Check reviews by the rules 166, 167, 440 and 441; return the seconds without the reading of the files."""
    from kit.intake.dfe_rules.rules import check_rules

    paths = [data / COUNCIL / "raw" / str(year) / "reviews.csv" for year in YEARS]
    text = pl.concat(pl.read_csv(path, infer_schema=False) for path in paths)
    rows = text.with_row_index("row", offset=2).cast({"row": pl.Int64})
    took = []
    # As often as the public validator's are run: the fastest of both is compared.
    for _ in range(TIMES):
        start = time.perf_counter()
        check_rules({YEAR: ({"reviews": rows}, None)}, REVIEW_RULES)
        took.append(time.perf_counter() - start)
    return min(took)


STAGES: dict[str, Callable[[Path], float | None]] = {
    "polars alone": polars_alone,
    "check": check,
    "review rules": review_rules,
}


def _places(data: Path) -> Places:
    return Places(COUNCIL, data, data / "params", data / "reports")


def main(stage: str, folder: str) -> None:
    """Run a stage and print its seconds, those of all processors together, and the most bytes that it held."""
    work = STAGES[stage]
    start, before = time.perf_counter(), time.process_time()
    own = work(Path(folder))
    took, processor = time.perf_counter() - start, time.process_time() - before
    measured = {"seconds": took if own is None else own, "processor": processor, "bytes": most_held()}
    sys.stdout.write(json.dumps(measured))


if __name__ == "__main__":
    main(*sys.argv[1:])
