"""What is wrong with the files of the statutory return that every year needs, and what must be doubted of them.

A file in the folder of another year counts as it stands: its figures look like any other's, so that people are told.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from kit.accounts import ENOUGH
from kit.extracts import CORE, EXTRACTS
from kit.extracts.notes import Note
from kit.parts import Part
from kit.paths import Places, shown
from kit.years import label


def core_files(
    places: Places, years: Sequence[int], parts: Sequence[Part], unread: Iterable[int], told: Iterable[Note]
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
            # Where a file could not be read, it may be the one that is missing.
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
                "Look whether it lies in the folder of its year."
            )
            published = f"Most reviews in the reviews file of {label(year)} were held in other years."
            notes.append(Note(said, published, of_return=True))
    return faults, notes


def _of_other_years(reviews: Part) -> bool:
    days, year = reviews.rows["review_date"], reviews.file.year
    held = days.is_between(date(year - 1, 4, 1), date(year, 3, 31)).sum()
    return days.len() >= ENOUGH and held < days.len() / 2
