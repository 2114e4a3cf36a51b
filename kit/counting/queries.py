"""The generic query of a measure: one for every measure that is counted, and what its rows say.

A line end follows the SQL of a measure, as that may end in a comment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import polars as pl

from kit.extracts.codes import NOT_RECORDED
from kit.figures.chance import Cases
from kit.measures.breakdowns import ALL, BREAKDOWNS, DATED
from kit.measures.measure import CLUSTERS, Measure
from kit.paths import MEASURES, shown

# With how many years before a year is compared.
YEARS_BACK = 2

# By year, breakdown and category.
Counts = dict[tuple[int, str, str], Cases]


def query_of(measure: Measure) -> str:
    """Return the query of a measure: its cases for a median, its facts as they are, otherwise what is counted."""
    if measure.kind == "median":
        return f"SELECT {', '.join(columns_of_cases(measure))} FROM ({measure.sql}\n)"
    if measure.kind == "fact":
        (by,) = measure.breakdowns
        return f"SELECT reporting_year, {by}, numerator, denominator FROM ({measure.sql}\n)"
    if measure.kind == "share" and CLUSTERS[measure.depends_on]:
        return clustered(measure)
    return _counting(measure)


def columns_of_cases(measure: Measure) -> list[str]:
    """Return the columns of a median's cases: the year, how long, whether it is over, and the breakdowns."""
    return ["reporting_year", "value", "censored", *measure.breakdowns]


def _counting(measure: Measure) -> str:
    """Return the query for numerator and denominator by year, breakdown (as its place) and category.

    A count's rows are its numerator; those of a ratio carry both, and they are added up.
    """
    numerator, denominator, columns = "count(*)", "count(*)", "reporting_year"
    if measure.kind == "share":
        numerator, columns = "count_if(numerator)", "reporting_year, numerator"
    elif measure.kind == "ratio":
        numerator, denominator = "sum(numerator)", "sum(denominator)"
        columns = "reporting_year, numerator, denominator"
    places = dict(enumerate((ALL, *measure.breakdowns)))
    parts = [_part(together, places, columns) for together in _passes(measure, places) if together]
    figures = f"{numerator} AS numerator, {denominator} AS denominator"
    return f"WITH counted AS ({measure.sql}\n) " + " UNION ALL ".join(
        f"SELECT reporting_year, place, category::VARCHAR AS category, {figures} FROM ({rows}) "
        "GROUP BY reporting_year, category, place"
        for rows in parts
    )


def clustered(measure: Measure) -> str:
    """Return the query of a share whose cases go together, with what leaving out each cluster in turn changes.

    A row is a year, category and number of years `back`, 0 to 2. It holds the cases and clusters of the year that were
    in that one too, how many of these have not every case, how many cases name none, and the sum over the clusters of
    what leaving one out changes of the share, times what it changes of that year's.

    Months and weeks have none of the same name in another year: they are counted alone.
    """
    places = dict(enumerate((ALL, *measure.breakdowns)))
    columns = f"reporting_year, numerator, coalesce({CLUSTERS[measure.depends_on]}, '{NOT_RECORDED}') AS cluster"
    # The place of the breakdown whose categories add up to the whole.
    adds = next((place for place, name in places.items() if place and not BREAKDOWNS[name].several), None)
    adds = adds if _adds_up(measure) else None
    cell = "reporting_year, place, category"
    tables, sums, selects = [], [], []
    for together in filter(None, _passes(measure, places)):
        rows = _part(together, places, columns)
        if {places[place] for place in together} <= {*DATED} and adds not in together:
            selects.append(_uncompared(rows))
            continue
        counted = (
            f"SELECT {cell}, cluster, count_if(numerator) AS x, count(*) AS n FROM ({rows}) GROUP BY {cell}, cluster"
        )
        if adds not in together:
            sums.append(counted)
            continue
        tables.append(f"adding AS ({counted})")
        sums.append("SELECT reporting_year, place, category::VARCHAR AS category, cluster, x, n FROM adding")
        whole = (
            f"SELECT reporting_year, 0 AS place, '{ALL}' AS category, cluster, sum(x)::BIGINT AS x, sum(n)::BIGINT AS n"
        )
        sums.append(f"{whole} FROM adding WHERE place = {adds} GROUP BY reporting_year, cluster")
    tables += [
        f"sums AS ({' UNION ALL '.join(sums)})",
        f"wholes AS (SELECT {cell}, sum(x) AS all_x, sum(n) AS all_n FROM sums GROUP BY {cell})",
        f"""left_out AS (
            SELECT {cell}, cluster, x, n, (x - all_x / all_n * n) / nullif(all_n - n, 0) AS moved
            FROM sums
            JOIN wholes USING ({cell})
        )""",
    ]
    found = " UNION ALL ".join([COMPARED, NOT_LABELLED, *selects])
    return f"WITH counted AS ({measure.sql}\n), {', '.join(tables)} {found}"


COMPARED = f"""
    SELECT
        now.reporting_year,
        now.place,
        now.category::VARCHAR AS category,
        now.reporting_year - earlier.reporting_year AS back,
        sum(now.x) AS numerator,
        sum(now.n) AS denominator,
        count(*) AS clusters,
        count(now.moved) AS several,
        coalesce(sum(now.n) FILTER (now.cluster = '{NOT_RECORDED}'), 0) AS unknown,
        coalesce(fsum(now.moved * earlier.moved), 0) AS moved
    FROM left_out AS now
    JOIN left_out AS earlier
        ON earlier.place = now.place
        AND earlier.category = now.category
        AND earlier.cluster = now.cluster
        AND earlier.reporting_year BETWEEN now.reporting_year - {YEARS_BACK} AND now.reporting_year
    GROUP BY now.reporting_year, now.place, now.category, earlier.reporting_year
"""


# What no join finds: `faults_of` says which column of the measure's query is empty.
NOT_LABELLED = """
    SELECT
        reporting_year,
        place,
        category::VARCHAR AS category,
        0 AS back,
        sum(x) AS numerator,
        sum(n) AS denominator,
        0 AS clusters,
        0 AS several,
        0 AS unknown,
        0.0 AS moved
    FROM sums
    WHERE reporting_year IS NULL
        OR category IS NULL
    GROUP BY reporting_year, place, category
"""


def _uncompared(rows: str) -> str:
    return f"""
        SELECT
            reporting_year,
            place,
            category::VARCHAR AS category,
            0 AS back,
            count_if(numerator) AS numerator,
            count(*) AS denominator,
            0 AS clusters,
            0 AS several,
            0 AS unknown,
            0.0 AS moved
        FROM ({rows})
        GROUP BY reporting_year, place, category
    """


def _passes(measure: Measure, names: Mapping[int, str]) -> Iterator[list[int]]:
    """Yield the places of the breakdowns that one pass over the rows counts.

    Labels are compared as small numbers, as long as no other text is in the same column.
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
    # If there is little to count, grouping sets take several times as long.
    cases = " ".join(f"WHEN {place} THEN {names[place]}" for place in places)
    return f"""
        SELECT {columns}, place, CASE place {cases} END AS category
        FROM counted
        CROSS JOIN (SELECT unnest({places}::TINYINT[]) AS place)
    """


def _adds_up(measure: Measure) -> bool:
    """Whether the categories of one breakdown add up to the whole: not if one case, or child, may be in several."""
    return not measure.drawn_from and any(not BREAKDOWNS[name].several for name in measure.breakdowns)


def counts_of(measure: Measure, found: pl.DataFrame | None) -> Counts:
    """Return the cases by year, breakdown and category, from what its query found."""
    names = (ALL, *measure.breakdowns)
    rows = () if found is None else found.iter_rows()
    if measure.kind == "share" and CLUSTERS[measure.depends_on]:
        return _compared(names, rows)
    counts = {(year, names[place], category): Cases(int(n), int(d)) for year, place, category, n, d in rows}
    if _adds_up(measure):
        (by, *_) = (name for name in measure.breakdowns if not BREAKDOWNS[name].several)
        for (year, name, _), numbers in tuple(counts.items()):
            if name == by:
                whole = counts.get((year, ALL, ALL), Cases(0, 0))
                both = whole.numerator + numbers.numerator, whole.denominator + numbers.denominator
                counts[year, ALL, ALL] = Cases(*both)
    return counts


def _compared(names: Sequence[str], rows: Iterable[tuple]) -> Counts:
    """Return the cases by year, breakdown and category, with what tells them from other years' and from chance."""
    both: dict[tuple[int, str, str], dict[int, tuple[int, float]]] = defaultdict(dict)
    wholes = {}
    for year, place, category, back, n, d, clusters, several, unknown, moved in rows:
        key = (year, names[place], category)
        if back:
            both[key][back] = (clusters, moved)
        else:
            wholes[key] = (int(n), int(d), clusters, several < clusters, int(unknown), moved)
    return {key: Cases(*numbers, both.get(key, {})) for key, numbers in wholes.items()}


def faults_of(measure: Measure, found: pl.DataFrame, years: Collection[int]) -> Iterator[str]:
    """Say what is wrong with the rows that a measure's query found: what would be left out, or end the count."""
    file = measure.own or shown(MEASURES / measure.chapter / f"{measure.name}.sql")
    if set(found["reporting_year"].drop_nulls()).difference(years):
        # What is in that column by mistake may be a child's.
        yield f"{file} gives rows whose reporting_year is no loaded year: join reporting_years."
    may_be_empty = ("numerator", "denominator") if measure.kind == "fact" else ()
    for column in found.columns:
        if column not in may_be_empty and found[column].null_count():
            name = "breakdown (" + ", ".join(measure.breakdowns) + ")" if column == "category" else column
            yield f'{file} gives rows whose {name} is empty: leave them out, or label them "{NOT_RECORDED}".'
