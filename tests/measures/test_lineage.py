import pytest

from kit.extracts import CORE
from kit.measures.headers import load_measures
from kit.measures.lineage import (
    extracts_read,
    named_in,
    tables_named,
    tables_read,
    view_texts,
    views_in_order,
)
from kit.measures.measure import SETTINGS_NEEDED

MEASURES = load_measures()


def test_a_measure_reads_what_its_views_read() -> None:
    assert "year_reviews" in tables_read("SELECT 1 FROM year_reviews")
    assert {"reviews", "episodes", "send"} <= tables_read("SELECT 1 FROM year_reviews")
    assert "send" not in extracts_read(MEASURES["children_looked_after"], MEASURES)
    assert "send" in extracts_read(MEASURES["children_took_part"], MEASURES)


def test_words_in_comments_are_no_tables() -> None:
    assert tables_read("-- FROM send\nSELECT 1 FROM header") == {"header"}


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("SELECT 1 FROM reviews, header", {"reviews", "header"}),
        ("FROM Reviews SELECT 1", {"reviews"}),
        ("SELECT health FROM reviews AS missing", {"reviews"}),
        ("SELECT 'FROM send' AS children FROM reviews", {"reviews"}),
        ("SELECT (SELECT max(1) FROM header) FROM reviews /* FROM send */", {"header", "reviews"}),
        ("WITH send AS (SELECT 1 FROM reviews) SELECT 1 FROM send JOIN header USING (child_id)", {"reviews", "header"}),
        ("WITH a AS (FROM b), b AS (FROM c) SELECT 1 FROM a, b", {"b", "c"}),
        ("WITH reviews AS (FROM reviews) FROM reviews", {"reviews"}),
        ("WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT 1 FROM a, send) FROM a", {"send"}),
        ("SELECT 1 WHERE EXISTS (WITH a AS (FROM send) FROM a)", {"send"}),
        ("SELECT 1 FORM reviews", set()),
    ],
)
def test_tables_are_what_the_parser_says(sql: str, tables: set[str]) -> None:
    assert tables_named(sql) == tables


def test_a_column_called_as_an_extract_is_no_table() -> None:
    # review_events has a column `missing`: a file of missing episodes is nothing to it.
    assert "missing" not in tables_named(view_texts()["review_events"])


def test_a_view_comes_after_those_that_it_reads() -> None:
    order = views_in_order()
    assert all(
        order.index(other) < order.index(view) for view in order for other in named_in(view_texts()[view], order)
    )


def test_a_rate_reads_what_its_denominator_reads() -> None:
    assert {"escalations", "episodes"} <= set(extracts_read(MEASURES["escalations_raised_per_100"], MEASURES))


def test_every_measure_reads_something_and_all_that_it_needs() -> None:
    for measure in MEASURES.values():
        read = extracts_read(measure, MEASURES)
        assert read, measure.name
        assert {need.partition(".")[0] for need in set(measure.needs) - set(SETTINGS_NEEDED)} <= set(read)
    assert CORE
