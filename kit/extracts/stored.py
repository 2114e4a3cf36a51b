"""What intake stored of a council: an account of each file, what its people are told, and files of strangers."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl

from kit.extracts.notes import Note
from kit.files.parquet import read_table, write_table
from kit.text import printable

# Between a file's name and that of its sheet, if it has several.
IN_SHEET = ", sheet "

# What stands for the export date of a file whose name gives none.
UNDATED = "undated"


@dataclass(frozen=True)
class FileAccount:
    """What became of a file's rows: rows_in = rows_kept + rows_superseded + rows_listed.

    A row is kept if it holds, superseded if a newer export or a newer year's file holds the same thing, and
    listed if it was left out for a reason that is in the problems table. Blank rows and totals lines are
    no rows. A file that holds several extracts has an account for each.

    `identifiers` has, by column, how many identifiers in which form were read as the return's, and `read_as` a hash of
    which as which. `looks` has by kind what most of them look like (9 for a digit, A for a letter). `unknown_codes`
    has, by column with a list of codes, how many cells are no code of it, of how many that are not blank.
    """

    extract: str
    year: int
    file: str
    sha256: str
    export_date: str
    assumed: str
    rows_in: int
    rows_kept: int
    rows_superseded: int
    rows_listed: int
    blank_rows: int
    totals_rows: int
    dates_from_serials: int
    columns_not_supplied: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    read_as: str = ""
    looks: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    unknown_codes: tuple[tuple[str, int, int], ...] = ()

    @property
    def where(self) -> str:
        """The file as messages name it, with its year and, if it has several sheets, the sheet."""
        return f"{printable(self.file, 80)} ({self.year}){f'{IN_SHEET}{self.sheet}' if self.sheet else ''}"


@dataclass(frozen=True)
class Strangers:
    """A file of which hardly anyone is known elsewhere: of `number` children, officers or reviews (`kind`), `known`."""

    extract: str
    year: int
    file: str
    column: str
    kind: str
    number: int
    known: int


def older_exports(accounts: Iterable[FileAccount]) -> list[tuple[FileAccount, FileAccount]]:
    """Return each export that a newer one of the same extract and year replaced, with the newest, in order."""
    kinds: dict[tuple[str, int], list[FileAccount]] = {}
    for account in accounts:
        kinds.setdefault((account.extract, account.year), []).append(account)
    pairs = []
    for same in kinds.values():
        *older, newest = sorted(same, key=lambda a: (a.export_date, a.file))
        pairs += [(one, newest) for one in older]
    return pairs


def stored_at(folder: Path, account: FileAccount, *, older: bool = False) -> Path:
    """Return the path of a file's rows among the extracts: an older export's are beside those of the newest."""
    place = folder / account.extract / f"year={account.year}"
    return (
        place / "earlier" / f"{account.export_date or UNDATED}.parquet"
        if older
        else place / f"{account.extract}.parquet"
    )


@dataclass(frozen=True)
class Intake:
    """What intake made for one run of loaded years, ascending; `key` and `read_with` are those of the survey."""

    folder: Path
    years: tuple[int, ...]
    accounts: tuple[FileAccount, ...]
    problems: pl.DataFrame
    notes: tuple[Note, ...]
    key: str
    read_with: str = ""
    strangers: tuple[Strangers, ...] = ()


def write_intake(intake: Intake, folder: Path) -> None:
    """Write the accounts and the listed rows into `folder`."""
    write_table(intake.problems, folder / "problems.parquet")
    state = {
        "key": intake.key,
        "read_with": intake.read_with,
        "years": intake.years,
        "notes": [asdict(note) for note in intake.notes],
        "accounts": [asdict(a) for a in intake.accounts],
        "strangers": [asdict(one) for one in intake.strangers],
    }
    write_json(folder / "intake.json", state)


def write_json(path: Path, content: object) -> None:
    """Write `content` as JSON, the same bytes for the same content."""
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def read_intake(folder: Path) -> Intake | None:
    """Return what `write_intake` wrote there, or None if there is nothing that can be read."""
    try:
        content = json.loads((folder / "intake.json").read_text(encoding="utf-8"))
        problems = read_table(folder / "problems.parquet")
        accounts = tuple(
            FileAccount(
                **{
                    **a,
                    "columns_not_supplied": tuple(a["columns_not_supplied"]),
                    "identifiers": tuple(map(tuple, a["identifiers"])),
                    "looks": tuple(map(tuple, a["looks"])),
                    "unknown_codes": tuple(map(tuple, a["unknown_codes"])),
                }
            )
            for a in content["accounts"]
        )
        notes = tuple(Note(**note) for note in content["notes"])
        years, key, read_with = tuple(content["years"]), content["key"], content["read_with"]
        strangers = tuple(Strangers(**one) for one in content["strangers"])
        return Intake(folder, years, accounts, problems, notes, key, read_with, strangers)
    except (OSError, ValueError, KeyError, TypeError, pl.exceptions.PolarsError):
        return None


def read_notes(folder: Path) -> tuple[Note, ...]:
    """Return the notes that `write_intake` wrote there; none if there is nothing that can be read."""
    try:
        content = json.loads((folder / "intake.json").read_text(encoding="utf-8"))
        return tuple(Note(**note) for note in content["notes"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()
