"""Which years are loaded: the unbroken run of a council's year folders that ends at the year reported."""

import re

from kit.errors import KitError
from kit.notes import Note
from kit.places import Places, shown
from kit.years import label


def loaded_years(places: Places, year: int) -> tuple[list[int], list[Note]]:
    """Return the loaded years, ascending, and a sentence about earlier years that a gap leaves out.

    KitError where the council has no folder for `year`.
    """
    there = sorted(int(p.name) for p in places.raw.iterdir() if p.is_dir() and re.fullmatch("[0-9]{4}", p.name))
    if year not in there:
        raise KitError(
            f"{places.council} has no data for {year}: {shown(places.raw / str(year))} does not exist. "
            f"Years here: {', '.join(map(str, there)) or 'none'}.",
            wrong_use=True,
        )
    first = year
    while first - 1 in there:
        first -= 1
    notes = []
    if before := [y for y in there if y < first]:
        said = (
            f"There are no data for {label(first - 1)}, so the years before it "
            f"({', '.join(map(label, before))}) are not loaded: figures begin with {label(first)}."
        )
        notes.append(Note(said, said))
    return list(range(first, year + 1)), notes
