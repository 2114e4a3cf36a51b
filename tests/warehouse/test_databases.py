"""Databases of one process: each holds its own tables, reads what is common, and is gone when it is closed."""

import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest

from kit.warehouse.database import Beside, Common, Own, Passing, QueryError, Tables


@pytest.fixture
def common() -> Iterator[Common]:
    with Common() as made:
        made.connection.execute("CREATE MACRO twice(n) AS 2 * n; CREATE TYPE side AS ENUM ('left', 'right')")
        made.store("sides", pl.DataFrame({"code": ["L", "R"], "side": ["left", "right"]}))
        yield made


def numbers(own: Own) -> list[int]:
    return own.query("SELECT twice(n) AS n FROM numbers ORDER BY n")["n"].to_list()


def test_tables_of_the_same_name_stay_apart_and_what_is_common_is_read_by_all(common: Common) -> None:
    with Own(common) as one, Own(common) as other:
        one.store("numbers", pl.DataFrame({"n": [1, 2]}))
        other.store("numbers", pl.DataFrame({"n": [5]}))
        assert (numbers(one), numbers(other), numbers(one)) == ([2, 4], [10], [2, 4])
        assert Beside(one).query("SELECT 'right'::side = side AS found FROM sides, numbers")["found"].sum() == 2


def test_a_database_is_gone_when_it_is_closed_also_after_an_error(common: Common) -> None:
    with pytest.raises(ZeroDivisionError), Own(common) as own:
        own.store("numbers", pl.DataFrame({"n": [1]}))
        raise ZeroDivisionError
    left = common.query("SELECT database_name FROM duckdb_databases() WHERE NOT internal")
    assert left["database_name"].to_list() == ["memory"]
    with Own(common) as own:
        assert own.query("SELECT table_name FROM duckdb_tables()")["table_name"].to_list() == ["sides"]


def test_many_are_opened_at_once(common: Common) -> None:
    def one(number: int) -> list[int]:
        with Own(common) as own:
            own.store("numbers", pl.DataFrame({"n": [number]}))
            return numbers(own)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(40))) == [[2 * n] for n in range(40)]


def test_a_query_that_is_asked_again_tells_of_what_is_there_then(common: Common) -> None:
    with Own(common) as own:
        own.store("numbers", pl.DataFrame({"n": [1]}))
        assert numbers(own) == [2]
        own.connection.execute("DROP TABLE numbers")
        own.store("numbers", pl.DataFrame({"n": ["3", "4"]}).with_columns(pl.col("n").cast(pl.Int32)))
        assert numbers(own) == [6, 8]


def test_a_query_without_rows_has_its_columns(common: Common) -> None:
    with Own(common) as own:
        assert own.query("SELECT 1 AS one, 'x' AS word WHERE FALSE").columns == ["one", "word"]


def test_what_a_query_finds_keeps_its_kinds_and_two_columns_of_one_name_are_refused(common: Common) -> None:
    with Own(common) as own:
        found = own.query(
            "SELECT * FROM (VALUES (NULL, [], DATE '2020-02-29', 1.5::DOUBLE, NULL), (7, ['a'], NULL, NULL, NULL)) "
            "AS given (n, words, day, share, nothing)"
        )
        kinds = [pl.Int64(), pl.List(pl.String()), pl.Date(), pl.Float64(), pl.Null()]
        assert found.schema == dict(zip(found.columns, kinds, strict=True))
        assert found.row(1) == (7, ["a"], None, None, None)
        with pytest.raises(pl.exceptions.DuplicateError):
            own.query("SELECT 1 AS one, 2 AS one")


@pytest.mark.parametrize("sql", ["SELECT (code || 'am')::INTEGER FROM sides", "SELECT error(code || 'am') FROM sides"])
def test_no_error_or_what_is_told_of_it_quotes_a_row(common: Common, sql: str) -> None:
    with pytest.raises(QueryError) as raised:
        common.query(sql)
    assert "Lam" not in "".join(traceback.format_exception(raised.value))


def test_no_row_is_ever_written_to_the_disk_for_want_of_memory(common: Common, tmp_path: Path) -> None:
    (tmp_path / "macros.sql").write_text("SELECT 1", encoding="utf-8")
    with Own(common) as own, Tables() as tables:
        for each in (own, Beside(own), tables, Passing(tmp_path / "macros.sql")):
            assert each.query("SELECT current_setting('temp_directory') AS folder")["folder"].to_list() == [""]
