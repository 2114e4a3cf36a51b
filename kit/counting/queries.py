"""The generic query of a measure: one for every measure that is counted, and what its rows say.

A line end follows the SQL of a measure, as that may end in a comment.
"""

from collections.abc import Collection, Iterator, Mapping

import polars as pl

from kit.extracts.codes import NOT_RECORDED
from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import Measure
from kit.paths import MEASURES, shown

# (numerator, denominator, children) by year, breakdown and category.
Counts = dict[tuple[int, str, str], tuple[int, int, int]]


def query_of(measure: Measure) -> str:
    """Return the query of a measure: its cases for a median, its facts as they are, else what is counted."""
    if measure.kind == "median":
        return f"SELECT {', '.join(columns_of_cases(measure))} FROM ({measure.sql}\n)"
    if measure.kind == "fact":
        (by,) = measure.breakdowns
        return f"SELECT reporting_year, {by}, numerator, denominator FROM ({measure.sql}\n)"
    return _counting(measure)


def columns_of_cases(measure: Measure) -> list[str]:
    """Return the columns of a median's cases: the year, how long, whether it is over, and the breakdowns."""
    return ["reporting_year", "value", "censored", *measure.breakdowns]


def _counting(measure: Measure) -> str:
    """Return the query for numerator, denominator and children by year, breakdown (as its place) and category.

    A count's rows are its numerator; those of a ratio carry both, and they are added up. Children are those behind the
    denominator of a share that is an estimate from a sample, else 0.
    """
    numerator, denominator, columns = "count(*)", "count(*)", "reporting_year"
    if measure.kind == "share":
        numerator, columns = "count_if(numerator)", "reporting_year, numerator"
    elif measure.kind == "ratio":
        numerator, denominator = "sum(numerator)", "sum(denominator)"
        columns = "reporting_year, numerator, denominator"
    children = "count(DISTINCT child_id)" if measure.drawn_from else "0"
    if measure.drawn_from:
        columns += ", child_id"
    places = dict(enumerate((ALL, *measure.breakdowns)))
    parts = [_part(together, places, columns) for together in _passes(measure, places) if together]
    figures = f"{numerator} AS numerator, {denominator} AS denominator, {children} AS children"
    return f"WITH counted AS ({measure.sql}\n) " + " UNION ALL ".join(
        f"SELECT reporting_year, place, category::VARCHAR AS category, {figures} FROM ({part}) "
        "GROUP BY reporting_year, category, place"
        for part in parts
    )


def _passes(measure: Measure, names: Mapping[int, str]) -> Iterator[list[int]]:
    """Yield the places of the breakdowns that one pass over the rows counts.

    Labels are compared as small numbers, as long as no other text stands in the same column.
    """
    by = {place: BREAKDOWNS[name] for place, name in names.items() if place}
    yield [place for place, one in by.items() if one.categories and not one.several]
    yield [place for place, one in by.items() if not one.categories and not one.several]
    if not _adds_up(measure):
        yield [0]
    yield from ([place] for place, one in by.items() if one.several)


def _part(places: list[int], names: Mapping[int, str], columns: str) -> str:
    """Return the query for the rows that are counted, each once for every one of these breakdowns."""
    if len(places) == 1:
        (place,) = places
        name = names[place]
        category = f"'{ALL}'" if place == 0 else f"unnest({name})" if BREAKDOWNS[name].several else name
        return f"SELECT {columns}, {place} AS place, {category} AS category FROM counted"
    # Where there is little to count, grouping sets take several times as long.
    cases = " ".join(f"WHEN {place} THEN {names[place]}" for place in places)
    return f"""
        SELECT {columns}, place, CASE place {cases} END AS category
        FROM counted
        CROSS JOIN (SELECT unnest({places}::TINYINT[]) AS place)
    """


def _adds_up(measure: Measure) -> bool:
    """Whether the categories of one breakdown add up to the whole: not where one case, or child, may be in several."""
    return not measure.drawn_from and any(not BREAKDOWNS[name].several for name in measure.breakdowns)


def counts_of(measure: Measure, found: pl.DataFrame | None) -> Counts:
    """Return (numerator, denominator, children) by year, breakdown and category, from what its query found."""
    names = (ALL, *measure.breakdowns)
    rows = () if found is None else found.iter_rows()
    counts = {(year, names[place], category): (int(n), int(d), int(c)) for year, place, category, n, d, c in rows}
    if _adds_up(measure):
        (by, *_) = (name for name in measure.breakdowns if not BREAKDOWNS[name].several)
        for (year, name, _), numbers in tuple(counts.items()):
            if name == by:
                whole = counts.get((year, ALL, ALL), (0, 0, 0))
                counts[year, ALL, ALL] = (whole[0] + numbers[0], whole[1] + numbers[1], 0)
    return counts


def faults_of(measure: Measure, found: pl.DataFrame, years: Collection[int]) -> Iterator[str]:
    """Say what is wrong with the rows that a measure's query found: what would be left out, or end the count."""
    file = shown(MEASURES / measure.chapter / f"{measure.name}.sql")
    if set(found["reporting_year"].drop_nulls()).difference(years):
        # What stands in that column by mistake may be a child's.
        yield f"{file} gives rows whose reporting_year is no loaded year: join reporting_years."
    may_be_empty = ("numerator", "denominator") if measure.kind == "fact" else ()
    for column in found.columns:
        if column not in may_be_empty and found[column].null_count():
            name = "breakdown (" + ", ".join(measure.breakdowns) + ")" if column == "category" else column
            yield f'{file} gives rows whose {name} is empty: leave them out, or label them "{NOT_RECORDED}".'
