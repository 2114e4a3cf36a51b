"""The warehouse: what queries ask of it side by side is what they ask of it alone."""

from collections.abc import Iterator

import polars as pl
import pytest

from kit.accounts import Intake
from kit.bench.councils import SUPPLIED, YEARS, write_councils
from kit.measures import load_measures
from kit.problems import no_problems
from kit.quality import find_problems
from kit.results import compute_results
from kit.timescales import statutory_timescales
from kit.warehouse import Warehouse


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    (council,) = write_councils(tmp_path_factory.mktemp("councils"), 1, 300)
    return Intake(council, tuple(y.year for y in YEARS), (), no_problems(), (), "")


@pytest.fixture
def warehouse(intake: Intake) -> Iterator[Warehouse]:
    with Warehouse(intake, YEARS, statutory_timescales(), cores=4) as opened:
        yield opened


def supplied(_: int, need: str) -> bool:
    return need.partition(".")[0] in SUPPLIED


def test_as_many_cores_as_there_may_be_find_the_same(intake: Intake, warehouse: Warehouse) -> None:
    with Warehouse(intake, YEARS, statutory_timescales(), cores=1) as alone:
        results, problems = compute_results(alone, load_measures(), supplied), find_problems(alone)
    assert compute_results(warehouse, load_measures(), supplied).equals(results)
    order = ["rule", "extract", "year", "row", "column"]
    assert find_problems(warehouse).sort(order).equals(problems.sort(order))


def test_a_query_that_fails_says_so_to_who_asked(warehouse: Warehouse) -> None:
    queries = {"whole": "SELECT count(*) FROM children", "faulty": "SELECT no_such_column FROM children"}
    with pytest.raises(Exception, match="no_such_column"):
        warehouse.query_all(queries)
    assert warehouse.query(queries["whole"]).item() > 0


def test_rows_that_stand_for_an_extract_are_read_in_every_view_and_by_every_connection(
    intake: Intake, warehouse: Warehouse
) -> None:
    queries = {str(number): "SELECT count(*) AS count FROM held_reviews" for number in range(8)}
    before = warehouse.query_all(queries)
    of_a_year = pl.read_parquet(intake.folder / "reviews" / "year=2021" / "reviews.parquet")
    with warehouse.with_rows("reviews", of_a_year.head(5).with_columns(year=pl.lit(2021, dtype=pl.Int64))):
        assert {name: rows.item() for name, rows in warehouse.query_all(queries).items()} == dict.fromkeys(queries, 5)
    assert all(rows.equals(before[name]) for name, rows in warehouse.query_all(queries).items())


def test_extracts_that_have_rows_are_told_from_those_that_have_none(warehouse: Warehouse) -> None:
    assert warehouse.have_rows(["reviews", "audits", "send"]) == {"reviews", "send"}
