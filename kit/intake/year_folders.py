"""A council's folders of raw files: which years are loaded, and which files each year's folder holds."""

import re
from datetime import date
from pathlib import Path

from kit.errors import KitError
from kit.extracts.notes import Note
from kit.files.walk import entries, is_too_large
from kit.intake.reading.raw_file import TEXT, TOO_LARGE, RawFile
from kit.paths import Places, shown
from kit.text import printable
from kit.years import label

READ = (".csv", ".tsv", TEXT, ".xlsx", ".xlsm", ".xml")
OTHER_SHEETS = (".xls", ".xlsb", ".ods")


def find_files(folder: Path, year: int) -> tuple[list[RawFile], list[Note]]:
    """Return the files of a year's folder in order of name, and a note for each file that is not read.

    Raises KitError if an export date in a name is not a date, and if a file is too large.
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


def loaded_years(places: Places, year: int) -> tuple[list[int], list[Note]]:
    """Return the loaded years, ascending, and notes of what is no year's folder and of years that a gap leaves out.

    KitError if the council has no folder for `year`.
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
        f"{where} was not read: files are in a folder named by the calendar year in which the reporting year ends "
        "(2021 for 2020-21)."
    )
