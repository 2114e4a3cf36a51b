"""A file's table under its mapping: the contract's headings and values in place of the council's own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import polars as pl

from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.extracts.columns import BLANK, Column, Extract
from kit.intake.identifiers.forms import identifier_in
from kit.intake.reading import RawFile, TextTable, read_tables
from kit.settings.mappings import Mapping, mappings_for, wildcard
from kit.text import plain

NOTHING_LEFT_OUT = pl.DataFrame(schema={"row": pl.Int64(), "column": pl.String()})


@dataclass(frozen=True)
class MappedTable:
    """A table in the contract's headings, its extract, and the rows (row, column) that its mapping leaves out."""

    extract: Extract
    table: TextTable
    left_out: pl.DataFrame
    only_where_missing: bool = False
    ready_made: bool = False


def tables_of(file: RawFile, mappings: Iterable[Mapping]) -> list[MappedTable]:
    """Return what a file is: a table for each mapping of its name, or the tables as they are if it has none.

    KitError says what is wrong with the file, or how it and its mapping disagree.
    """
    if found := mappings_for(file.kind_in_name, mappings):
        return [mapped(file, table, mapping) for _, table in read_tables(file, wanted_by(found)) for mapping in found]
    return [MappedTable(extract, table, NOTHING_LEFT_OUT) for extract, table in read_tables(file)]


def wanted_by(mappings: Sequence[Mapping]) -> Extract:
    """Return the headings that mappings of one file look for, as an extract of text, identifiers and dates.

    Required are those without which a row has no meaning; `kept` are all that the mappings name. Of words that mean
    a blank elsewhere, each column keeps those that are its codes or that a mapping names.
    """
    columns: dict[str, Column] = {}
    for mapping in mappings:
        ours = {c.heading: c for c in EXTRACTS[mapping.extract].columns}
        key = EXTRACTS[mapping.extract].key
        for theirs, heading in mapping.headings.items():
            column = ours[heading]
            kind = column.kind if column.kind in ("date", "id") else "text"
            # Of several names for one column (ready-made mappings have such) a file holds one.
            alone = list(mapping.headings.values()).count(heading) == 1
            required = alone and (column.required or column.name in key)
            meant, form = _meant(mapping, theirs, column), mapping.dates if kind == "date" else ""
            theirs_as_ours = Column(theirs, kind, column.says, required=required, meant=meant, form=form)
            columns[plain(theirs)] = _of_both(columns.get(plain(theirs)), theirs_as_ours)
        for theirs in mapping.leave_out:
            for_rows = Column(theirs, "text", "says which rows are left out", meant=_meant(mapping, theirs))
            columns[plain(theirs)] = _of_both(columns.get(plain(theirs)), for_rows)
    for mapping in mappings:
        for column in EXTRACTS[mapping.extract].columns:
            kind = column.kind if column.kind in ("date", "id") else "text"
            # A mapping of values alone is of a file that has the contract's headings.
            own = not mapping.headings and not mapping.leave_out
            required = own and (column.required or column.name in EXTRACTS[mapping.extract].key)
            meant = _meant(mapping, column.heading, column)
            form = mapping.dates if kind == "date" else ""
            ours_alone = Column(column.heading, kind, column.says, required=required, kept=own, meant=meant, form=form)
            columns.setdefault(plain(column.heading), ours_alone)
    return Extract(mappings[0].pattern, title="", one_row="", key=(), columns=tuple(columns.values()))


def _of_both(before: Column | None, column: Column) -> Column:
    """Return what two mappings look for in one column of the file."""
    if before is None:
        return column
    return replace(
        before,
        kind="date" if "date" in (before.kind, column.kind) else before.kind,
        required=before.required or column.required,
        meant=before.meant | column.meant,
        form=before.form or column.form,
    )


def _meant(mapping: Mapping, theirs: str, column: Column | None = None) -> frozenset[str]:
    """Return the words of `BLANK` that have a meaning in a column of the file: its codes, and those that are named."""
    named = [p for heading, patterns in mapping.leave_out.items() if plain(heading) == plain(theirs) for p in patterns]
    named += mapping.values.get(column.heading, {}) if column else ()
    codes = {code.lower() for code in column.codes.labels} if column and column.codes else set()
    return BLANK & (codes | {word for word in BLANK if any(_names(pattern, word) for pattern in named)})


def _names(pattern: str, word: str) -> bool:
    """Return whether a pattern of a mapping speaks of a word: a `*` alone speaks of anything that is there."""
    given = pattern.strip().lower()
    return given == word or (any(c.isalpha() for c in given) and wildcard(given).fullmatch(plain(word)) is not None)


def mapped(file: RawFile, table: TextTable, mapping: Mapping) -> MappedTable:
    """Return the table as its mapping has it; KitError, all at once, for headings that it lacks or gives twice."""
    extract = EXTRACTS[mapping.extract]
    renamed = _renamed(file, table, mapping, extract)
    rows = table.rows.rename(renamed)
    headings = tuple(renamed.get(h, h) for h in table.headings)
    theirs = {plain(h): renamed.get(h, h) for h in table.headings}
    out = _left_out(rows, mapping, theirs)
    rows = rows.join(out.select("row"), on="row", how="anti", maintain_order="left")
    present = [c for c in extract.columns if c.heading in headings]
    coded = [
        _values(rows[c.heading], c, mapping.values[c.heading]).alias(c.heading)
        for c in present
        if c.heading in mapping.values
    ]
    coded += [
        _identifiers(rows[c.heading], mapping.identifiers[c.heading]).alias(c.heading)
        for c in present
        if c.heading in mapping.identifiers
    ]
    used = f"mapping {mapping.ready_made or mapping.pattern}"
    listed = table.listed.with_columns(pl.col("column").replace(renamed)).join(out, on="row", how="anti")
    new = replace(
        table,
        rows=rows.with_columns(coded),
        headings=headings,
        assumed=f"{table.assumed}; {used}",
        listed=listed.filter(pl.col("column").is_in([c.heading for c in present])),
    )
    return MappedTable(extract, new, out, mapping.only_where_missing, bool(mapping.ready_made))


def _renamed(file: RawFile, table: TextTable, mapping: Mapping, extract: Extract) -> dict[str, str]:
    """Return the file's headings that get another name, with that name."""
    by_plain = {plain(h): h for h in table.headings}
    faults, renamed = [], {}
    named = [*mapping.headings, *mapping.leave_out]
    missing = [h for h in named if plain(h) not in by_plain]
    if missing and not mapping.ready_made:
        faults.append(
            f"{file.where}: its mapping names {', '.join(missing)}, and the file has no such column. "
            f'Correct the mapping "{mapping.pattern}" in council.yml, or export the file again.'
        )
    for theirs, ours in mapping.headings.items():
        if plain(theirs) in by_plain:
            renamed[by_plain[plain(theirs)]] = ours
    for heading in table.headings:
        # A column that has the contract's own heading needs no mapping, whatever its case.
        same = next((o for o in extract.headings if plain(o) == plain(heading)), None)
        if same and heading not in renamed and same not in renamed.values():
            renamed[heading] = same
    after = [renamed.get(h, h) for h in table.headings]
    twice = sorted({h for h in after if after.count(h) > 1})
    if twice:
        faults.append(f"{file.where}: under its mapping two columns are {', '.join(twice)}. Map one of them only.")
    said = [] if mapping.ready_made else list(mapping.headings.values())
    needed = [
        c.heading for c in extract.columns if (c.required or c.name in extract.key) and c.heading not in [*after, *said]
    ]
    if needed:
        faults.append(
            f"{file.where}: under its mapping it lacks {', '.join(needed)}, without which a row of {extract.name} has "
            "no meaning. Map a column to it."
        )
    if faults:
        raise KitError(faults)
    return {old: new for old, new in renamed.items() if old != new}


def _left_out(rows: pl.DataFrame, mapping: Mapping, theirs: dict[str, str]) -> pl.DataFrame:
    """Return row and column of each row that the mapping leaves out, once a row."""
    tables = [NOTHING_LEFT_OUT]
    for heading, patterns in mapping.leave_out.items():
        if (column := theirs.get(plain(heading))) is None:
            continue
        given = rows[column].unique().drop_nulls().to_list()
        values = [v for v in given if any(wildcard(p).fullmatch(plain(v)) for p in patterns)]
        tables.append(rows.filter(pl.col(column).is_in(values)).select("row", column=pl.lit(column)))
    return pl.concat(tables).unique("row", keep="first", maintain_order=True)


def _identifiers(given: pl.Series, pattern: str) -> pl.Series:
    """Return the identifiers without what the mapping says was added; one without it stays as it is."""
    found = {value: identifier_in(pattern).fullmatch(value) for value in given.drop_nulls().unique().to_list()}
    return given.replace({value: match[1].strip() for value, match in found.items() if match})


def _values(given: pl.Series, column: Column, table: dict[str, str]) -> pl.Series:
    """Return the values in the contract's codes; one that the mapping does not know stays as it is."""
    exact = {plain(theirs): ours for theirs, ours in table.items() if "*" not in theirs}
    # The longest pattern is the most exact one.
    patterns = sorted(((t, o) for t, o in table.items() if "*" in t), key=lambda p: (-len(p[0]), p[0]))

    def one(value: str) -> str:
        key = plain(value)
        if key in exact:
            return exact[key]
        return next((ours for theirs, ours in patterns if wildcard(theirs).fullmatch(key)), value)

    def whole(value: str) -> str:
        if column.kind != "codes" or (known := one(value)) != value:
            return one(value) if column.kind != "codes" else known
        return ";".join(one(part.strip()) for part in re.split(r"[;|]", value))

    distinct = given.drop_nulls().unique().to_list()
    new = {value: whole(value) or None for value in distinct}
    return given.replace_strict(new, default=None, return_dtype=pl.String()) if new else given
