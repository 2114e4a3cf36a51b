"""Which years are loaded: the unbroken run of a council's year folders that ends at the year reported."""

import re
from pathlib import Path

from kit.errors import KitError
from kit.extracts.notes import Note
from kit.files.walk import entries
from kit.paths import Places, shown
from kit.text import printable
from kit.years import label


def loaded_years(places: Places, year: int) -> tuple[list[int], list[Note]]:
    """Return the loaded years, ascending, and notes of what is no year's folder and of years that a gap leaves out.

    KitError where the council has no folder for `year`.
    """
    there = list(year_folders(places))
    notes = [Note(_no_year(path), unread_in=-1) for path in entries(places.raw) if not _is_year(path)]
    if year not in there:
        raise KitError(
            [
                f"{places.council} has no data for {year}: {shown(places.raw / str(year))} does not exist. "
                f"Years here: {', '.join(map(str, there)) or 'none'}.",
                *(note.said for note in notes),
            ],
            wrong_use=True,
        )
    first = year
    while first - 1 in there:
        first -= 1
    if before := [y for y in there if y < first]:
        said = (
            f"There are no data for {label(first - 1)}, so the years before it "
            f"({', '.join(map(label, before))}) are not loaded: figures begin with {label(first)}."
        )
        notes.append(Note(said, said))
    return list(range(first, year + 1)), notes


def year_folders(places: Places) -> dict[int, Path]:
    """Return a council's folders of raw files by year, ascending."""
    return {int(path.name): path for path in entries(places.raw) if _is_year(path)}


def raw_files(places: Places) -> list[Path]:
    """Return the files and folders that the reading of any year looks at, in one order."""
    there = [(path, entries(path) if _is_year(path) else []) for path in entries(places.raw)]
    return [one for path, within in there for one in (path, *within)]


def _is_year(path: Path) -> bool:
    return path.is_dir() and re.fullmatch("[0-9]{4}", path.name) is not None


def _no_year(path: Path) -> str:
    where = f"{shown(path.parent)}/{printable(path.name, 80)}"
    return (
        f"{where} was not read: files lie in a folder named by the calendar year in which the reporting year ends "
        "(2021 for 2020-21)."
    )
