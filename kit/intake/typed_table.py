"""One table of one file on its way to becoming (part of) an extract: typed, with every cell of it that is listed."""

from dataclasses import dataclass, replace

import polars as pl

from kit.extracts.columns import Extract
from kit.extracts.convert import spelt, typed, values_of
from kit.extracts.notes import Note
from kit.extracts.stored import IN_SHEET
from kit.intake.dfe_rules.rows import with_meanings
from kit.intake.drift import FileShape, codes_of_other_years, drift, shape, unknown_codes
from kit.intake.identifiers.identifiers import AS_GIVEN, Reading, identifiers_of, in_place, looks_of, refused
from kit.intake.map_headings import MappedTable
from kit.intake.reading import RawFile, TextTable, form_of, listed_once
from kit.intake.survey import Survey
from kit.protection.personal_data import masked, without_personal
from kit.protection.pseudonyms import pseudonymised

STAND_IN_STOPS = "stand_in_for_needed_date"


@dataclass
class TypedTable:
    """One table of a file.

    `shape` is the file as given, `text` what the rules of the return read, `is_return` whether they do.
    `children_left_out` has row and child_id of rows that no extract holds. `older` marks all but the newest export of a
    year. `identifiers` are those that the file gives (`kit.intake.identifiers`), `reading` says how they were read, and
    `read_as` is a hash of that, `looks` what most of them look like. `table_number` says which table of the file it is.
    `dates_written` is the strptime format of dates that could not be read, if it is known.
    """

    file: RawFile
    extract: Extract
    rows: pl.DataFrame
    listed: pl.DataFrame
    text: pl.DataFrame
    digest: str
    table: TextTable
    rows_in: int
    absent: tuple[str, ...]
    shape: FileShape
    is_return: bool
    children_left_out: pl.DataFrame
    identifiers: pl.DataFrame
    reading: Reading
    read_as: str
    looks: tuple[tuple[str, str], ...]
    unknown_codes: tuple[tuple[str, int, int], ...]
    table_number: int
    dates_written: str = ""
    only_where_missing: bool = False
    older: bool = False

    @property
    def place(self) -> str:
        """The file's name, and the sheet that it is of if the file has several."""
        return f"{self.file.name}{IN_SHEET}{self.table.sheet}" if self.table.sheet else self.file.name


def part_of(
    file: RawFile, given: MappedTable, found: Survey, table_number: int = 0, reading: Reading = AS_GIVEN
) -> TypedTable:
    """Return the typed rows of one table, and every cell of it that is listed."""
    extract, table = given.extract, given.table
    as_given = shape(extract, file.year, table.rows, table.headings, table.rows.height + given.left_out.height)
    key, identifiers = found.pseudonym_key, identifiers_of(table.rows, extract)
    text = in_place(table.rows, reading)
    text = pseudonymised(text, extract, key) if key else text
    wrong = refused(table.rows, text, identifiers, reading)
    text, personal = without_personal(text, extract)
    values = values_of(extract, text)
    text, otherwise = spelt(extract, text, values)
    rows, listed = typed(extract, text, values, wrong)
    spellings = [listed_once(table.heading_row, c, "code_in_other_letters", cells) for c, cells in otherwise.items()]
    listed = with_cells_read(listed, pl.concat([table.listed, *spellings]), extract)
    tables = [masked(listed), personal]
    if not given.ready_made:
        tables.append(codes_of_other_years(text, extract, file.year))
    absent = tuple(h for h in extract.headings if h not in text.columns)
    not_supplied = [h for h in extract.expected if h not in table.headings]
    unused = [h for h in table.headings if h not in extract.headings]
    about = [(h, "column_not_supplied") for h in not_supplied] + [(h, "column_not_used") for h in unused]
    at_head = [
        {"row": table.heading_row, "column": h, "rule": rule, "value": None, "left_out": False} for h, rule in about
    ]
    at_head += [
        {"row": table.heading_row, "column": c, "rule": "identifiers_read_as", "value": said, "left_out": False}
        for c, said in reading.said
    ]
    tables.append(pl.DataFrame(at_head, schema=listed.schema))
    tables.append(
        given.left_out.with_columns(
            rule=pl.lit("left_out_by_mapping"), value=pl.lit(None, dtype=pl.String), left_out=pl.lit(True)
        )
    )
    # Another dataset that stands in for the return need not keep its rules.
    is_return = extract.statutory and not given.ready_made
    return TypedTable(
        file,
        extract,
        rows,
        pl.concat(tables),
        # Only the rules of the return read the text again; otherwise it would take as much memory as the typed rows.
        with_meanings(extract, text, values) if is_return else text.clear(),
        found.digests[file.path],
        replace(table, rows=table.rows.clear()),
        as_given.rows,
        absent,
        as_given,
        is_return,
        _children_of(text, extract, listed.filter("left_out")["row"]),
        identifiers,
        reading,
        reading.digest(key),
        looks_of(table.rows, extract),
        unknown_codes(text, listed, extract),
        table_number,
        _dates_written(file, text, extract) if (listed["rule"] == "not_a_date").any() else "",
        given.only_where_missing,
    )


def _dates_written(file: RawFile, text: pl.DataFrame, extract: Extract) -> str:
    # A mapping is of a table with headings of its own.
    if file.path.suffix.lower() == ".xml":
        return ""
    dates = [c.heading for c in extract.columns if c.kind == "date" and c.heading in text.columns]
    return form_of(pl.concat([text[heading].alias("") for heading in dates]), whole=True)


def needed_dates(extract: Extract) -> list[str]:
    """Return the headings of the dates without which a row has no meaning, or the child no age."""
    return [c.heading for c in extract.columns if c.kind == "date" and (c.required or c.heading == "DOB")]


def with_cells_read(listed: pl.DataFrame, read: pl.DataFrame, extract: Extract) -> pl.DataFrame:
    """Return the listed cells with those that were listed as they were read.

    A stand-in for a date that is needed stops the run, and is the reason for which its row is left out.
    """
    needed = needed_dates(extract)
    required = [c.heading for c in extract.columns if c.required]
    stands_in = pl.col("rule") == "stand_in_for_no_date"
    here = read.with_columns(
        rule=pl.when(stands_in & pl.col("column").is_in(needed)).then(pl.lit(STAND_IN_STOPS)).otherwise("rule"),
        left_out=stands_in & pl.col("column").is_in(required),
    )
    return pl.concat([listed.join(here.filter("left_out"), on=["row", "column"], how="anti"), here])


def _children_of(text: pl.DataFrame, extract: Extract, rows: pl.Series) -> pl.DataFrame:
    if rows.is_empty():
        return pl.DataFrame(schema={"row": pl.Int64(), "child_id": pl.String()})
    heading = next((c.heading for c in extract.columns if c.name == "child_id" and c.heading in text.columns), None)
    child = pl.col(heading) if heading else pl.lit(None, dtype=pl.String)
    return text.filter(pl.col("row").is_in(rows.unique().implode())).select("row", child_id=child)


def without_stand_ins(parts: list[TypedTable]) -> tuple[list[TypedTable], list[Note]]:
    """Return the parts without those that stand in for a file which is there, and a note for each of them."""
    there = {(p.extract.name, p.file.year) for p in parts if not p.only_where_missing}
    kept, notes = [], []
    for part in parts:
        if part.only_where_missing and (part.extract.name, part.file.year) in there:
            what = f"{part.file.where} was not read as {part.extract.name}"
            notes.append(Note(f"{what}: the year has a file of its own for it."))
        else:
            kept.append(part)
    return kept, notes


def list_drift(parts: list[TypedTable], found: Survey) -> None:
    """List, in each newest file, what differs from that of the loaded year before."""
    newest = {(p.extract.name, p.file.year): p for p in parts if not p.older}
    for (name, year), part in newest.items():
        if before := newest.get((name, year - 1)):
            cells = drift(part.shape, before.shape, found.settings[year].moved_by).with_columns(
                row=pl.lit(part.table.heading_row, dtype=pl.Int64)
            )
            part.listed = pl.concat([part.listed, cells])
