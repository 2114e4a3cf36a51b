"""The warehouse: what queries ask of it side by side is what they ask of it alone."""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl
import pytest

import kit.measures.lineage
from kit.bench.councils import SUPPLIED, YEARS, write_councils
from kit.counting.problem_rows import find_problems
from kit.counting.results import compute_results
from kit.errors import KitError
from kit.extracts.stored import Intake
from kit.measures.headers import load_measures
from kit.measures.law import statutory_timescales
from kit.problems.table import no_problems
from kit.warehouse.warehouse import Warehouse


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


def test_every_file_whose_sql_cannot_be_worked_out_is_named_at_once(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {**kit.measures.lineage.view_texts(), "last_reviews": "SELECT *\nFROM reviews_in_car"}
    monkeypatch.setattr("kit.warehouse.warehouse.view_texts", lambda: texts)
    queries = {
        "reviews_held": "SELECT reporting_yeer\nFROM children",
        "quality_score": "SELECT 1 FORM children",
        "children_took_no_part": "SELECT 1; SELECT 2",
        "review_without_details": "SELECT child_id::INTEGER FROM (SELECT 'Sam' || child_id AS child_id FROM children)",
        "children_never_took_part": "SELECT count(*) FROM last_reviews",
        "something else": "SELECT count(*)\nFROM no_such_table",
        "whole": "SELECT count(*) FROM children",
    }
    with pytest.raises(KitError) as raised:
        warehouse.query_all(queries)
    files = [message.partition(": ")[0] for message in raised.value.messages]
    # What only reads a view that cannot be built is not named besides it.
    assert sorted(files) == [
        "kit/sql/measures/childrens_voice/children_took_no_part.sql",
        "kit/sql/measures/quality_assurance/quality_score.sql",
        "kit/sql/measures/reviews/reviews_held.sql",
        "kit/sql/problems/reviews/review_without_details.sql",
        "kit/sql/views/childrens_voice/last_reviews.sql",
        "something else",
    ]
    said = dict(zip(files, raised.value.messages, strict=True))
    column = said["kit/sql/measures/reviews/reviews_held.sql"]
    assert '"reporting_yeer"' in column
    assert "The kit puts a query of its own around it" in column
    assert said["something else"].endswith("It is in: FROM no_such_table")
    assert said["kit/sql/views/childrens_voice/last_reviews.sql"].count("It is in") == 0
    assert "(ConversionException)" in said["kit/sql/problems/reviews/review_without_details.sql"]
    assert "Sam" not in str(raised.value)
    assert warehouse.query(queries["whole"]).item() > 0


def test_an_error_that_comes_while_rows_are_fetched_quotes_none(warehouse: Warehouse) -> None:
    with pytest.raises(KitError) as raised:
        warehouse.query("SELECT CASE WHEN n = 900000 THEN error('Sam') END FROM range(1000000) t(n)")
    assert "Sam" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "sql", "said"),
    [
        (
            "reviews_virtual",
            "SELECT 1999 AS reporting_year, true AS numerator, 'A' AS iro, '1999-04' AS month",
            "is no loaded year",
        ),
        (
            "reviews_virtual",
            "SELECT 'Sam' AS reporting_year, true AS numerator, 'A' AS iro, '1999-04' AS month",
            "DuckDB cannot read this SQL",
        ),
        ("send_known", "SELECT 'Sam' AS reporting_year, true AS numerator", "is no loaded year"),
        (
            "reviews_virtual",
            "SELECT 2021 AS reporting_year, true AS numerator, 'A' AS iro, NULL AS month",
            "breakdown (month)",
        ),
        ("posts_filled", "SELECT 2021 AS reporting_year, NULL AS numerator, 1 AS denominator", "numerator is empty"),
        ("sdq_score", "SELECT 2021 AS reporting_year, NULL::INTEGER AS value, false AS censored", "value is empty"),
        (
            "service_facts",
            "SELECT 2021 AS reporting_year, NULL AS fact, 1 AS numerator, 1 AS denominator",
            "fact is empty",
        ),
    ],
)
def test_a_measure_whose_rows_cannot_be_counted_is_named(warehouse: Warehouse, name: str, sql: str, said: str) -> None:
    columns = {"posts_filled": ", '2020-04' AS month, 'Q1' AS quarter"}.get(name, "")
    measures = {name: replace(load_measures()[name], sql=sql + columns, needs=(), years_before=0)}
    with pytest.raises(KitError) as raised:
        compute_results(warehouse, measures, supplied)
    assert said in str(raised.value)
    assert "Sam" not in str(raised.value)
    assert f"{name}.sql" in str(raised.value)


def test_rows_that_stand_for_an_extract_are_read_in_every_view_and_by_every_connection(
    intake: Intake, warehouse: Warehouse
) -> None:
    queries = {str(number): "SELECT count(*) AS count FROM held_reviews" for number in range(8)}
    before = warehouse.query_all(queries)
    of_a_year = pl.read_parquet(intake.folder / "reviews" / "year=2021" / "reviews.parquet")
    with warehouse.with_rows("reviews", of_a_year.head(5)):
        assert {name: rows.item() for name, rows in warehouse.query_all(queries).items()} == dict.fromkeys(queries, 5)
    assert all(rows.equals(before[name]) for name, rows in warehouse.query_all(queries).items())


def test_extracts_that_have_rows_are_told_from_those_that_have_none(warehouse: Warehouse) -> None:
    assert warehouse.have_rows(["reviews", "audits", "send"]) == {"reviews", "send"}
