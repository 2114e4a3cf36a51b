"""Every measure with every breakdown for each of many councils, as many at once as there are cores.

`python -m kit.bench.counting FOLDER` counts every council under the folder; with `lag`, it only orders their reviews.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import polars as pl

from kit.bench.councils import SUPPLIED, YEARS
from kit.bench.work import most_held
from kit.counting.results import compute_results
from kit.extracts.stored import Intake
from kit.measures.headers import load_measures
from kit.measures.law import statutory_timescales
from kit.problems.table import no_problems
from kit.running.garbage import collect_seldom
from kit.warehouse.database import Tables
from kit.warehouse.warehouse import Warehouse

START_SECONDS = 120
LAG = """
    SELECT count(*), sum(since)
    FROM (
        SELECT review_date - lag(review_date) OVER (PARTITION BY child_id ORDER BY review_date) AS since
        FROM read_parquet('{folder}/*/reviews/*/*.parquet')
    )
"""


def order_reviews(folder: Path) -> int:
    """Order the reviews of all councils by child and date, and return how many there are: the query to compare with."""
    with Tables() as tables:
        return int(tables.query(LAG.format(folder=folder.as_posix())).row(0)[0])


def count_all(folder: Path, processes: ProcessPoolExecutor) -> int:
    """Count each council under `folder` and return how many rows of results there are in all."""
    return sum(processes.map(_height, sorted(folder.iterdir())))


@contextmanager
def counting_processes() -> Iterator[ProcessPoolExecutor]:
    """Give as many processes as there are cores, which have imported what they need."""
    cores, context = os.cpu_count() or 1, get_context("spawn")
    ready = context.Barrier(cores + 1)
    with ProcessPoolExecutor(cores, mp_context=context, initializer=_begin, initargs=(ready,)) as pool:
        for _ in range(cores):
            pool.submit(_begun)
        ready.wait(START_SECONDS)
        yield pool


def _begin(ready: Barrier) -> None:
    collect_seldom()
    ready.wait(START_SECONDS)


def _begun() -> None:
    """Do nothing: a process starts when there is something to do."""


def counted(council: Path) -> pl.DataFrame:
    """Return every measure with every breakdown for one council, in the shape of `kit.counting.results`."""
    intake = Intake(council, tuple(y.year for y in YEARS), (), no_problems(), (), "")
    # One core a council: two councils at a time do more than two cores at one query after another.
    with Warehouse(intake, YEARS, statutory_timescales(), cores=1, one_of_many=True) as warehouse:
        return compute_results(warehouse, load_measures(), _supplied)


def _height(council: Path) -> int:
    return counted(council).height


def _supplied(year: int, need: str) -> bool:
    return need.partition(".")[0] in SUPPLIED


def main(folder: str, work: str = "count") -> None:
    """Do the work and print its seconds, the number of what it found, and the most bytes that all processes held."""
    with nullcontext() if work == "lag" else counting_processes() as processes:
        # What either imports is not counted.
        start = time.perf_counter()
        found = count_all(Path(folder), processes) if processes else order_reviews(Path(folder))
        seconds = time.perf_counter() - start
    sys.stdout.write(json.dumps({"seconds": seconds, "found": found, "bytes": most_held(os.cpu_count() or 1)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
