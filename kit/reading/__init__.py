"""Reading one file as text: nothing is guessed from its cells, and each row keeps the number that Excel shows."""

from kit.reading.finding import RawFile, find_files, sha256
from kit.reading.tables import read_any_table, read_tables
from kit.reading.text_table import TextTable

__all__ = ["RawFile", "TextTable", "find_files", "read_any_table", "read_tables", "sha256"]
