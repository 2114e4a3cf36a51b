"""Which files a year's folder holds."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kit.errors import KitError
from kit.extracts.notes import Note
from kit.files.walk import MOST_BYTES, entries, is_too_large
from kit.text import printable
from kit.years import label

TEXT = ".txt"
READ = (".csv", ".tsv", TEXT, ".xlsx", ".xlsm", ".xml")
OTHER_SHEETS = (".xls", ".xlsb", ".ods")
TOO_LARGE = f"is larger than {MOST_BYTES >> 20} MB. Export the year's rows only."


@dataclass(frozen=True)
class RawFile:
    """A file of a year's folder: its name, and the export date that its name may end in (`send@2021-04-19.csv`)."""

    path: Path
    year: int

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def kind_in_name(self) -> str:
        """The extract that the name says, as the contract writes it: `Review Details.csv` is review_details."""
        return re.sub(r"[\s_-]+", "_", self.path.stem.split("@", 1)[0].strip().lower())

    @property
    def export_date(self) -> str:
        """The date after "@" as yyyy-mm-dd, or an empty string where the name has none."""
        return self.path.stem.partition("@")[2].strip()

    @property
    def where(self) -> str:
        return f"{printable(self.name, 80)} ({self.year})" if self.year else printable(self.name, 80)

    def not_read(self, why: str, published: str = "") -> Note:
        """Return a note that the file was not read, and why; `published` is why in words for readers."""
        told = f"A file of {label(self.year)} was not read: {published or why}"
        return Note(f"{self.where} was not read: {why}", told, unread_in=self.year)


class UnnamedError(KitError):
    """A file has the columns of a council's own extract, which is known by its name, and another name."""

    def __init__(self, message: str, file: RawFile, extract: str) -> None:
        super().__init__(message)
        self.file, self.extract = file, extract


class NoTableError(KitError):
    """A file has nothing in it that is like the headings of an extract."""


def find_files(folder: Path, year: int) -> tuple[list[RawFile], list[Note]]:
    """Return the files of a year's folder in order of name, and a note for each file that is not read.

    Raises KitError where an export date in a name is none, and where a file is too large.
    """
    files, unread, faults = [], [], []
    for path in entries(folder):
        file = RawFile(path, year)
        if path.is_dir():
            said = f"{file.where} was not read: it is a folder. Put its files beside it, in the year's folder."
            unread.append(Note(said, unread_in=year))
            continue
        if path.suffix.lower() in OTHER_SHEETS:
            why = "save the workbook as XLSX, or each sheet as CSV."
            unread.append(file.not_read(why, "it is a workbook of another kind than XLSX."))
        elif path.suffix.lower() not in READ:
            why = "it is neither CSV, XLSX nor XML."
            unread.append(file.not_read(f"{why} Export data as CSV or XLSX.", why))
        elif "@" in path.stem and not _is_iso_date(file.export_date):
            faults.append(
                f"{file.where}: what follows @ is not a date. Name it like {file.kind_in_name}@2021-04-19.csv."
            )
        elif is_too_large(path):
            faults.append(f"{file.where}: {TOO_LARGE}")
        else:
            files.append(file)
    if faults:
        raise KitError(faults)
    return files, unread


def _is_iso_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
