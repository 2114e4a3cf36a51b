"""Reading one file as text: nothing is guessed from its cells, and each row keeps the number that Excel shows.

In: a file of a council. Out: its tables as text, or a NoTableError. Start at `tables.read_tables`.
"""

from kit.intake.reading.cells import listed_once
from kit.intake.reading.days import form_of, read_form, share_of_days
from kit.intake.reading.raw_file import TEXT, NoTableError, RawFile, UnnamedError
from kit.intake.reading.tables import read_any_sheets, read_any_table, read_tables
from kit.intake.reading.text_table import TextTable
from kit.intake.reading.xlsx import AnySheet

__all__ = [
    "TEXT",
    "AnySheet",
    "NoTableError",
    "RawFile",
    "TextTable",
    "UnnamedError",
    "form_of",
    "listed_once",
    "read_any_sheets",
    "read_any_table",
    "read_form",
    "read_tables",
    "share_of_days",
]
