"""Every measure with every breakdown for each of many councils, as many at once as there are cores.

`python -m kit.bench.counting FOLDER` counts every council under the folder; with `lag`, it only orders their reviews.
"""

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import polars as pl

from kit.accounts import Intake
from kit.bench.councils import SUPPLIED, YEARS
from kit.bench.memory import most_held
from kit.measures import load_measures
from kit.problems import no_problems
from kit.results import compute_results
from kit.timescales import statutory_timescales
from kit.warehouse import Tables, Warehouse

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


def count_all(folder: Path) -> int:
    """Count each council under `folder` and return how many rows of results there are in all."""
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        return sum(pool.map(_height, sorted(folder.iterdir())))


def counted(council: Path) -> pl.DataFrame:
    """Return every measure with every breakdown for one council, in the shape of `kit.results`."""
    intake = Intake(council, tuple(y.year for y in YEARS), (), no_problems(), (), "")
    # One core a council: two councils at a time do more than two cores at one query after another.
    with Warehouse(intake, YEARS, statutory_timescales(), cores=1) as warehouse:
        return compute_results(warehouse, load_measures(), _supplied)


def _height(council: Path) -> int:
    return counted(council).height


def _supplied(year: int, need: str) -> bool:
    return need.partition(".")[0] in SUPPLIED


def main(folder: str, work: str = "count") -> None:
    """Do the work and print its seconds, the number of what it found, and the most bytes that all processes held."""
    start = time.perf_counter()
    found = order_reviews(Path(folder)) if work == "lag" else count_all(Path(folder))
    seconds = time.perf_counter() - start
    sys.stdout.write(json.dumps({"seconds": seconds, "found": found, "bytes": most_held(os.cpu_count() or 1)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
