"""Reading one file, whatever it is, into the tables that it holds."""

from kit.extracts.columns import Extract
from kit.intake.reading.decoding import read_bytes
from kit.intake.reading.delimited import read_delimited
from kit.intake.reading.raw_file import RawFile
from kit.intake.reading.recognition import ANYTHING
from kit.intake.reading.text_table import TextTable
from kit.intake.reading.xlsx import AnySheet, read_sheets, read_workbook
from kit.intake.reading.xml_return import read_return


def read_tables(file: RawFile, wanted: Extract | None = None) -> list[tuple[Extract, TextTable]]:
    """Return each table of the file with the extract that it is: one for CSV, one or more for a workbook or the XML.

    `wanted` is the one extract to look for, if a mapping gives the headings. KitError, and nothing else, says at
    which place and why a file cannot be read, without quoting a cell.
    """
    kind = file.path.suffix.lower()
    if kind == ".xml":
        return read_return(file, read_bytes(file))
    if kind in (".xlsx", ".xlsm"):
        return read_workbook(file, read_bytes(file), wanted)
    return read_delimited(file, read_bytes(file), wanted)


def read_any_sheets(file: RawFile) -> list[AnySheet]:
    """Return a workbook's sheets, or a CSV file's one table as a sheet, whatever the headings are.

    KitError as in `read_tables`.
    """
    if file.path.suffix.lower() in (".xlsx", ".xlsm"):
        return read_sheets(file, read_bytes(file))
    return [AnySheet("", False, table) for _, table in read_tables(file, ANYTHING)]


def read_any_table(file: RawFile) -> TextTable:
    """Return the first table of a CSV or workbook whatever its headings are; KitError as in `read_tables`."""
    return next(sheet.table for sheet in read_any_sheets(file) if sheet.table)
