"""A raw file: its name, its export date, and the errors of what cannot be read."""

import re
from dataclasses import dataclass
from pathlib import Path

from kit.errors import KitError
from kit.extracts.notes import Note
from kit.files.walk import MOST_BYTES
from kit.text import printable
from kit.years import label

TEXT = ".txt"
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
        """The date after "@" as yyyy-mm-dd, or an empty string if the name has none."""
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
