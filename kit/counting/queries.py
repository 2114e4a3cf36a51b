"""The generic query of a measure: one for every measure that is counted, and what its rows say.

A line end follows the SQL of a measure, as that may end in a comment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import polars as pl

from kit.extracts.codes import NOT_RECORDED
from kit.figures.chance import Cases, InBoth
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
    if measure.clustered:
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
    parts = [_part(together, places, columns) for together in _passes(measure, places)]
    figures = f"{numerator} AS numerator, {denominator} AS denominator"
    return f"WITH counted AS ({measure.sql}\n) " + " UNION ALL ".join(
        f"SELECT reporting_year, place, category::VARCHAR AS category, {figures} FROM ({rows}) "
        "GROUP BY reporting_year, category, place"
        for rows in parts
    )


def clustered(measure: Measure) -> str:
    """Return the query of a measure whose cases go together: by year, place of the breakdown, category and cluster the
    cases (`n`) and those that are included (`x`); `shares` is false if the measure is a count.

    A child seldom has two cases in a month or week, so that these are counted without children, in one cluster.
    """
    places = dict(enumerate((ALL, *measure.breakdowns)))
    share = measure.kind == "share"
    columns = f"reporting_year{', numerator' if share else ''}"
    columns += f", coalesce({CLUSTERS[measure.depends_on]}, '{NOT_RECORDED}') AS cluster"
    parts = []
    for together in _passes(measure, places, whole=True):
        alone = measure.depends_on == "child" and {places[place] for place in together} <= {*DATED}
        parts.append(f"""
            SELECT
                -- What is not a number is told of here, as all measures' rows are looked at together.
                reporting_year + 0 AS reporting_year,
                place,
                category::VARCHAR AS category,
                {"''" if alone else "cluster"} AS cluster,
                {"count_if(numerator)" if share else "count(*)"} AS x,
                count(*) AS n,
                {share} AS shares
            FROM ({_part(together, places, columns)})
            GROUP BY reporting_year, place, category{"" if alone else ", cluster"}
        """)
    return f"WITH counted AS ({measure.sql}\n) {' UNION ALL '.join(parts)}"


# Of all measures whose cases go together at once. What leaving out each cluster in turn changes of a share is `moved`;
# of a count it is the cluster's cases. A row is a measure, year, category and number of years `back`, 0 to 2: the cases
# and clusters of the year that were in that one too, how many of these have not every case, how many cases name none,
# and the sums over the clusters of `moved` times that of the other year, and of cases times those of the other year.
# No join finds an empty label: `faults_of` says which column of the measure's query it is in.
LEAVING_OUT = f"""
    WITH wholes AS (
        SELECT
            name,
            place,
            category,
            reporting_year,
            sum(x) AS all_x,
            sum(n) AS all_n
        FROM sums
        GROUP BY name, place, category, reporting_year
    ),
    -- Numbers are joined sooner than words.
    numbered AS MATERIALIZED (
        SELECT
            *,
            dense_rank() OVER (ORDER BY name, place, category) AS cell
        FROM wholes
    ),
    left_out AS MATERIALIZED (
        SELECT
            numbered.cell,
            sums.reporting_year,
            sums.cluster,
            sums.x,
            sums.n,
            sums.n < numbered.all_n AS one_of_several,
            CASE
                WHEN sums.shares
                    THEN (sums.x - numbered.all_x / numbered.all_n * sums.n) / nullif(numbered.all_n - sums.n, 0)
                ELSE sums.n
            END AS moved
        FROM sums
        JOIN numbered USING (name, place, category, reporting_year)
    ),
    paired AS (
        SELECT
            now.cell,
            now.reporting_year,
            now.reporting_year - earlier.reporting_year AS back,
            sum(now.x) AS numerator,
            sum(now.n) AS denominator,
            count(*) AS clusters,
            count_if(now.one_of_several) AS several,
            coalesce(sum(now.n) FILTER (now.cluster = '{NOT_RECORDED}'), 0) AS unknown,
            coalesce(fsum(now.moved * earlier.moved), 0) AS moved,
            sum(now.n::DOUBLE * earlier.n) AS cases
        FROM left_out AS now
        JOIN left_out AS earlier
            ON earlier.cell = now.cell
            AND earlier.cluster = now.cluster
            AND earlier.reporting_year BETWEEN now.reporting_year - {YEARS_BACK} AND now.reporting_year
        GROUP BY now.cell, now.reporting_year, earlier.reporting_year
    )
    SELECT
        numbered.name,
        numbered.reporting_year,
        numbered.place,
        numbered.category,
        coalesce(paired.back, 0) AS back,
        coalesce(paired.numerator, numbered.all_x) AS numerator,
        coalesce(paired.denominator, numbered.all_n) AS denominator,
        coalesce(paired.clusters, 0) AS clusters,
        coalesce(paired.several, 0) AS several,
        coalesce(paired.unknown, 0) AS unknown,
        coalesce(paired.moved, 0) AS moved,
        coalesce(paired.cases, 0) AS cases
    FROM numbered
    LEFT JOIN paired USING (cell, reporting_year)
"""


def _passes(measure: Measure, names: Mapping[int, str], *, whole: bool = False) -> Iterator[list[int]]:
    """Yield the places of the breakdowns that one pass over the rows counts; with `whole`, the whole in any case.

    Labels are compared as small numbers, as long as no other text is in the same column.
    """
    by = {place: BREAKDOWNS[name] for place, name in names.items() if place}
    passes = [
        [place for place, one in by.items() if one.categories and not one.several],
        [place for place, one in by.items() if not one.categories and not one.several],
        [0] if whole or not _adds_up(measure) else [],
        *([place] for place, one in by.items() if one.several),
    ]
    yield from filter(None, passes)


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
    if measure.clustered:
        return _compared(names, rows, {*DATED} if measure.depends_on == "child" else ())
    counts = {(year, names[place], category): Cases(int(n), int(d)) for year, place, category, n, d in rows}
    if _adds_up(measure):
        (by, *_) = (name for name in measure.breakdowns if not BREAKDOWNS[name].several)
        for (year, name, _), numbers in tuple(counts.items()):
            if name == by:
                whole = counts.get((year, ALL, ALL), Cases(0, 0))
                both = whole.numerator + numbers.numerator, whole.denominator + numbers.denominator
                counts[year, ALL, ALL] = Cases(*both)
    return counts


def _compared(names: Sequence[str], rows: Iterable[tuple], apart: Collection[str]) -> Counts:
    """Return the cases by year, breakdown and category, with what tells them from other years' and from chance; those
    of breakdowns that are `apart` as if none went together."""
    both: dict[tuple[int, str, str], dict[int, InBoth]] = defaultdict(dict)
    cases: Counts = {}
    for year, place, category, back, n, d, clusters, several, unknown, moved, squares in rows:
        key = (year, names[place], category)
        if back:
            both[key][back] = InBoth(clusters, moved, squares)
        elif names[place] in apart:
            cases[key] = Cases(int(n), int(d))
        else:
            cases[key] = Cases(int(n), int(d), clusters, several < clusters, int(unknown), moved, squares, both[key])
    return cases


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
