"""Files that look wrong as a whole (no known codes, in two years, in the wrong year), and missing core files."""

from collections.abc import Iterable, Sequence
from datetime import date

from kit.extracts import CORE, EXTRACTS
from kit.extracts.notes import Note
from kit.extracts.stored import FileAccount, older_exports
from kit.intake.typed_table import TypedTable
from kit.paths import Places, shown
from kit.text import printable
from kit.years import label

# Of fewer rows nothing can be said: two years' files of a few rows may well be alike.
ENOUGH = 10
# Of fewer cells nothing can be said; of so many, fewer known codes than one in ten are no mistakes of a few rows.
ENOUGH_CELLS, ONE_IN = 5, 10
# Readers are told no smaller number of cells: the protection of figures does not look through sentences.
TOLD_FROM = 100


def doubts(accounts: Iterable[FileAccount]) -> list[Note]:
    """Return a note for each file that is in a later year's folder too, that is set aside as undated, of which a
    column holds hardly a known code, or of which identifiers were read as others."""
    there = sorted(accounts, key=lambda a: (a.year, a.file, a.extract))
    notes = []
    first: dict[tuple[str, str], FileAccount] = {}
    for account in there:
        other = first.setdefault((account.sha256, account.extract), account)
        if other.year != account.year and account.rows_in >= ENOUGH:
            said = (
                f"{_name(other)} of {other.year} and {_name(account)} of {account.year} hold the same "
                f"{account.extract}. Put those of each year in its place."
            )
            of = f"{label(account.year)} is that of {label(other.year)}"
            notes.append(Note(said, f"{EXTRACTS[account.extract].title}: the file of {of}."))
    for older, newest in older_exports(there):
        if not older.export_date and older.rows_in:
            said = (
                f"{_name(older)} ({older.year}) has no export date in its name, so that {_name(newest)} counts as "
                f"newer: none of its {older.rows_in:,} rows is used. If it is the newer export, name it like "
                f"{older.extract}@{older.year}-04-19.csv; if both hold, put their rows into one file."
            )
            notes.append(Note(said))
        elif older.rows_in and _kind_in(older.file) != _kind_in(newest.file):
            said = (
                f"{_name(older)} ({older.year}) counts as an older export of {_name(newest)}: none of its "
                f"{older.rows_in:,} rows is used. If both hold, put their rows into one file."
            )
            notes.append(Note(said))
    older_ones = {id(older) for older, _ in older_exports(there)}
    notes += [note for a in there if id(a) not in older_ones for note in _without_codes(a)]
    for account in there:
        for column, form in account.identifiers:
            notes.append(Note(f"{account.where}, {column}: identifiers are read as {form}."))
    return notes


def _without_codes(account: FileAccount) -> list[Note]:
    """Return a note for each column of which fewer than one in ten cells is a code of its list."""
    notes = []
    extract = EXTRACTS[account.extract]
    columns = {column.heading: column for column in extract.columns}
    for heading, unknown, cells in account.unknown_codes:
        if cells < ENOUGH_CELLS or (cells - unknown) * ONE_IN >= cells:
            continue
        column = columns[heading]
        allowed = extract.codes_in_words(heading, account.year)
        effect = "their rows are left out" if column.required else "they count as not recorded"
        said = (
            f"{account.where}, {heading}: {unknown:,} of {cells:,} cells hold something other than {allowed}, so that "
            f"{effect}, and no figure that needs {heading} is right. python -m kit map <file>, with this file, "
            "proposes a mapping."
        )
        number = f"{unknown:,} of {cells:,} cells" if cells >= TOLD_FROM else "nearly all cells"
        published = (
            f"{extract.title}, {label(account.year)}: {number} of the column {heading} hold something other than "
            f"{allowed}, so that {effect}, and no figure that needs it can be relied on. python -m kit map proposes a "
            "mapping of the file."
        )
        notes.append(Note(said, published))
    return notes


def _kind_in(file: str) -> str:
    return file.split("@", 1)[0].strip().lower()


def _name(account: FileAccount) -> str:
    return printable(account.file, 80)


def core_files(
    places: Places, years: Sequence[int], parts: Sequence[TypedTable], unread: Iterable[int], told: Iterable[Note]
) -> tuple[list[str], list[Note]]:
    """Return a sentence for each file that is missing or empty, and a note for each that may be of another year.

    `parts` are those of all files; of the years `unread` a file could not be read. If one is missing, what is `told` of
    files of another kind is said as well: it may be among them.
    """
    faults, notes = [], []
    others = [note for note in told if note.unread_in]
    for year in years:
        newest = {p.extract.name: p for p in parts if p.file.year == year and not p.older}
        where = shown(places.raw / str(year))
        not_read = [note.said for note in others if note.unread_in in (year, -1)]
        below = " It may be among the following:" if not_read else ""
        for name in CORE:
            # If a file could not be read, it may be the one that is missing.
            if name not in newest:
                if year not in unread:
                    faults.append(f"{where}: there is no {name} file. Every year needs {', '.join(CORE)}.{below}")
            elif newest[name].rows_in:
                continue
            elif EXTRACTS[name].may_be_empty:
                said = f"{where}: the {name} file has a heading and no rows, and is counted so. Check the export."
                notes.append(Note(said, f"The {name} file of {label(year)} has no rows.", of_return=True))
            else:
                faults.append(f"{where}: the {name} file has a heading and no rows. Export it again.")
        if year not in unread and not newest.keys() >= {*CORE}:
            faults += [said for said in not_read if said not in faults]
        if "reviews" in newest and _of_other_years(newest["reviews"]):
            said = (
                f"{where}: most reviews of the reviews file were not held from 1 April {year - 1} to 31 March {year}. "
                "Look whether it is in the folder of its year."
            )
            published = f"Most reviews in the reviews file of {label(year)} were held in other years."
            notes.append(Note(said, published, of_return=True))
    return faults, notes


def _of_other_years(reviews: TypedTable) -> bool:
    days, year = reviews.rows["review_date"], reviews.file.year
    held = days.is_between(date(year - 1, 4, 1), date(year, 3, 31)).sum()
    return days.len() >= ENOUGH and held < days.len() / 2
