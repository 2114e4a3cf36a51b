"""Older exports: the figures that a year would have with an older export in place of the newest, and what differs.

Of several exports of one kind the newest holds. The older ones explain figures that moved: a figure that was printed
from a first export, and is another after a corrected one.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

import polars as pl

from kit.counting.results import Supplied, compute_results
from kit.extracts import EXTRACTS
from kit.extracts.columns import Extract
from kit.extracts.stored import UNDATED, FileAccount, Intake, older_exports, stored_at
from kit.figures.table import ORDER, SCHEMA
from kit.files.parquet import read_table
from kit.measures.measure import Measure
from kit.warehouse.warehouse import Warehouse

ROWS = "rows"

Needs = Collection[tuple[int, str]]


def earlier_figures(
    warehouse: Warehouse,
    intake: Intake,
    measures: Mapping[str, Measure],
    supplied_by: Callable[[Collection[FileAccount]], Needs],
) -> pl.DataFrame:
    """Return the whole figures of years as their older exports would give them, in the shape of the results.

    One row per measure that needs an extract, year and older export of that extract: the breakdown is the extract, the
    category the export date. All other files are as they are now. `supplied_by(accounts)` says what files hold.
    """
    tables = [pl.DataFrame(schema=SCHEMA)]
    for older, newest in older_exports(intake.accounts):
        asked = {m.name: m for m in measures.values() if m.shown and _needs(m, older.extract)}
        if not asked:
            continue
        there = supplied_by([*(a for a in intake.accounts if a != newest), older])
        per = {name: measures[name] for m in asked.values() for name in (m.per, m.drawn_from) if name}
        wholes = {name: _whole(m) for name, m in {**per, **asked}.items()}
        with warehouse.with_rows(older.extract, _rows_with(intake, older)):
            found = compute_results(warehouse, wholes, _is_among(there))
        here = found.filter(pl.col("measure").is_in(list(asked)), pl.col("year") == older.year)
        tables.append(here.with_columns(breakdown=pl.lit(older.extract), category=pl.lit(older.export_date or UNDATED)))
    return pl.concat(tables).sort(ORDER)


def differences(intake: Intake) -> pl.DataFrame:
    """Return how the newest export of an extract and year differs from each older one, in the shape of the results.

    The measure is the extract. The breakdown is the older one's export date and what is compared: of the rows how many
    were `added` and are `gone`, and of each column in how many rows it was `changed`. Rows are the same by their key.
    """
    counts = []
    for older, newest in older_exports(intake.accounts):
        extract = EXTRACTS[older.extract]
        before = read_table(stored_at(intake.folder, older, older=True))
        after = read_table(stored_at(intake.folder, newest))
        date = older.export_date or UNDATED
        for what, category, number in _compared(extract, before, after):
            counts.append((extract.name, older.year, f"{date} {what}", category, number))
    return pl.DataFrame(
        [
            {
                "measure": extract,
                "year": year,
                "breakdown": by,
                "category": category,
                "numerator": number,
                "value": float(number),
                "unit": "rows",
                "note": "",
            }
            for extract, year, by, category, number in counts
        ],
        schema=SCHEMA,
        orient="row",
    ).sort(ORDER)


def _needs(measure: Measure, extract: str) -> bool:
    return extract in {need.partition(".")[0] for need in measure.needs}


def _whole(measure: Measure) -> Measure:
    """Return the measure as it is counted here: whole, and compared with no other year."""
    # A sample's interval needs to know how many children it is of.
    return replace(measure, breakdowns=(), depends_on=measure.depends_on if measure.drawn_from else "neither")


def _is_among(there: Needs) -> Supplied:
    return lambda year, need: (year, need) in there


def _rows_with(intake: Intake, older: FileAccount) -> pl.DataFrame:
    """Return the extract's rows of all years, the older export standing for the newest of its year."""
    extract = EXTRACTS[older.extract]
    years = sorted({a.year for a in intake.accounts if a.extract == older.extract})
    paths = [stored_at(intake.folder, replace(older, year=year), older=year == older.year) for year in years]
    rows = pl.concat(map(read_table, paths))
    # A thing that only the newest export of that year holds supersedes nothing here.
    of_years = [(rows.filter(year=year), rows.filter(pl.col("year") > year)) for year in years]
    return pl.concat(own.with_columns(superseded=extract.superseded_by(own, newer)) for own, newer in of_years)


def _compared(extract: Extract, before: pl.DataFrame, after: pl.DataFrame) -> list[tuple[str, str, int]]:
    key = list(extract.key)
    others = [c.name for c in extract.kept_columns if c.name not in key]
    before, after = (rows.with_columns(pl.struct(extract.identity).alias("identity")) for rows in (before, after))
    both = before.join(after, on="identity", how="inner", suffix="_after", nulls_equal=True)
    changed = [(name, both.filter(pl.col(name).ne_missing(pl.col(f"{name}_after"))).height) for name in others]
    return [
        (ROWS, "added", after.height - both.height),
        (ROWS, "gone", before.height - both.height),
        *((name, "changed", number) for name, number in changed),
    ]
