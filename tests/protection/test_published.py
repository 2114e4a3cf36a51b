"""What readers know already: worked examples of figures beside what was published of them before."""

from datetime import date

import polars as pl
import pytest

from kit.figures.table import SCHEMA
from kit.measures.headers import load_measures
from kit.protection.publications import Publication, Record
from kit.protection.published import BOUND, bind, day_number, why_not_publishable
from kit.protection.small_numbers import protect, protected

MEASURES = load_measures()
OF = "escalations_raised"


MONTHS = {"April": "04", "May": "05", "June": "06", "October": "10"}


def counts(year: int, whole: int, **months: int) -> pl.DataFrame:
    """Return a count of a year, in all and by its months."""
    of_months = {f"{year - 1}-{MONTHS[name]}": n for name, n in months.items()}
    rows = [(OF, year, "all", "all", whole), *((OF, year, "month", name, n) for name, n in of_months.items())]
    table = pl.DataFrame(rows, schema=["measure", "year", "breakdown", "category", "numerator"], orient="row")
    return table.select(
        pl.col(name).cast(kind)
        if name in table.columns
        else pl.lit(None, kind).alias(name)
        if name not in ("unit", "note")
        else pl.lit("" if name == "note" else "escalations").alias(name)
        for name, kind in SCHEMA.items()
    ).with_columns(value=pl.col("numerator").cast(pl.Float64))


def publication(counted: pl.DataFrame, as_at: str = "") -> Publication:
    record = Record(2021, as_at, 1, "2021-06-01T10:00:00+01:00", "", "", "", "", "", "", 5, {}, {}, {}, "")
    return Publication(record, protect(counted, 5, of=MEASURES), counted)


def shown(table: pl.DataFrame) -> dict[tuple[int, str], int | None]:
    names = {number: name for name, number in MONTHS.items()}
    rows = table.select("year", "category", "numerator").sort("year").rows()
    return {(year, names.get(category[-2:], category)): n for year, category, n in rows}


def beside(counted: pl.DataFrame, *published: Publication, part: tuple[int, int] | None = None) -> pl.DataFrame:
    bound = bind(counted, MEASURES, published, part, 5)
    return protected(bound, 5, of=MEASURES, day=day_number(part))[0]


def test_nothing_published_binds_nothing() -> None:
    counted = counts(2021, 40, April=20, May=20)
    assert beside(counted).equals(protect(counted, 5, of=MEASURES))


def test_what_was_hidden_stays_hidden_and_what_was_shown_stays_shown() -> None:
    # 4 in May is hidden, and June with it; later May has 14, ten of June's moved there by a correction.
    then = counts(2020, 60, April=20, May=4, June=36)
    hidden = {category for (_, category), n in shown(protect(then, 5, of=MEASURES)).items() if n is None}
    assert hidden == {"May", "June"}
    now = pl.concat([counts(2020, 60, April=20, May=14, June=26), counts(2021, 40, April=20, May=20)])
    after = shown(beside(now, publication(then)))
    assert after[2020, "May"] is None and after[2020, "June"] is None
    assert after[2021, "April"] == 20
    # Unchanged, April is shown as it was.
    assert after[2020, "April"] == shown(beside(then, publication(then)))[2020, "April"] == 20


@pytest.mark.parametrize(("more", "printed"), [(0, 60), (1, 60), (5, 60), (6, 66)])
def test_a_past_figure_that_moved_by_a_few_is_shown_as_it_was_published(more: int, printed: int) -> None:
    then = counts(2020, 60, April=20, May=40)
    now = counts(2020, 60 + more, April=20, May=40 + more)
    after = shown(beside(now, publication(then)))
    assert after == {(2020, "all"): printed, (2020, "April"): 20, (2020, "May"): 40 + printed - 60}


def test_of_one_that_moved_by_many_a_part_that_moved_by_a_few_is_not_shown() -> None:
    then = counts(2020, 90, April=20, May=40, June=30)
    now = counts(2020, 112, April=22, May=60, June=30)
    after = shown(beside(now, publication(then)))
    assert after[2020, "all"] == 112
    # 22 is hidden; May is too, as it would give it back: 112 less 60 less 30.
    assert after[2020, "April"] is None


def test_the_half_year_and_the_year_differ_by_a_number_that_is_protected() -> None:
    half = counts(2021, 60, April=30, May=30)
    year = counts(2021, 100, April=30, May=33, October=37)
    # May had 3 more that were entered late: whoever has both would know of them.
    after = shown(beside(year, publication(half, "2020-09-30")))
    assert after[2021, "May"] is None
    assert after[2021, "all"] == 100
    assert shown(beside(year))[2021, "May"] == 33


def test_the_other_way_round_the_half_year_is_protected_beside_the_year() -> None:
    half = counts(2021, 60, April=30, May=30)
    year = counts(2021, 100, April=30, May=33, October=37)
    after = shown(beside(half, publication(year), part=(9, 30)))
    # Of April nothing came later, so that it cannot take up what May must not tell: the whole is hidden.
    assert after == {(2021, "all"): None, (2021, "April"): 30, (2021, "May"): None}


def test_rows_and_columns_of_the_contract_come_back() -> None:
    half, year = counts(2021, 60, April=30, May=30), counts(2021, 100, April=50, May=50)
    after = beside(year, publication(half, "2020-09-30"))
    assert after.columns == list(SCHEMA) and after.height == year.height and not set(BOUND) & set(after.columns)


def test_only_the_half_year_and_the_year_may_be_published() -> None:
    assert why_not_publishable(None) == "" and why_not_publishable(date(2020, 9, 30)) == ""
    assert "differ by few children" in why_not_publishable(date(2020, 10, 1))
