"""The audit of what is to be published: files read back, what they tell worked out, and what they should not hold.

It knows nothing of hidden figures. Who publishes gives it the counted ones, to judge by what it found alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import polars as pl

from kit.errors import KitError
from kit.files.walk import files_below
from kit.measures.measure import Measure
from kit.paths import Places, shown
from kit.protection.people_here import lines_with_people
from kit.protection.publications import Publication
from kit.publishing.audit.known import PartOfYear, SeenTable, Unknown, unknown_of
from kit.publishing.audit.possible import Possible, possible
from kit.publishing.audit.readers import READERS, read_results, said_in_page
from kit.publishing.audit.stated import KnownNumbers, strangers
from kit.publishing.audit.verdict import Judged, in_order, judge, of_people, truths

MOST_FAULTS = 12


@dataclass(frozen=True)
class Audited:
    """What an audit looked at and what it found wrong; `unknown` and `found` hold its proofs.

    `remarks` are what somebody should look at: numbers in sentences and charts that no figure has, and that may be
    worked out of figures.
    """

    judged: Judged
    unknown: Unknown = field(repr=False)
    found: Possible = field(repr=False)
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def told(self, stamp: datetime) -> dict[str, str | int | None]:
        """Return what a publication's record says of it: when, of how many hidden rows, and the least width."""
        return {
            "audited": stamp.isoformat(timespec="seconds"),
            "cells": self.judged.cells,
            "least_width": self.judged.least_width,
            "to_look_at": len(self.remarks),
        }

    def refuse(self, folder: Path) -> None:
        """Raise a KitError that names what is wrong, if anything is."""
        if self.faults:
            raise KitError(
                [
                    f"{shown(folder)}: not published, as readers could learn from it what they must not. "
                    "What was published before is as it was.",
                    *in_order(self.faults, MOST_FAULTS),
                ]
            )


def audit(
    folder: Path,
    places: Places,
    earlier: Sequence[Publication],
    part: PartOfYear,
    measures: Mapping[str, Measure],
    hide_up_to: int,
    not_about_people: Sequence[str] = (),
    counted: pl.DataFrame | None = None,
    known: KnownNumbers | None = None,
) -> Audited:
    """Audit the files in `folder`, figures up to a `part` of each year, beside all that was published `earlier`.

    `counted` has the same figures with nothing hidden, if they are known to who asks: only what is small in them must
    be protected in full, and the second reader knows which hidden numbers are 0. `known` are the numbers that words in
    the pages may have.
    """
    faults, remarks = _look_at_files(folder, places, known)
    seen = [*(SeenTable(one.shown, one.part, one.counted) for one in earlier)]
    seen.append(SeenTable(read_results(folder / "figures.csv"), part, counted))
    unknown = unknown_of(seen, measures)
    people = of_people(unknown, measures, not_about_people)
    small, nothing = truths(seen, unknown, hide_up_to, people)
    asked = list(dict.fromkeys(unknown.at[key] for key in unknown.hidden if key in people and key in unknown.at))
    alike = {unknown.at[key] for key in unknown.whole_tables if key in unknown.at}
    zero = {unknown.at[key] for key in nothing if key in unknown.at}
    if counted is None:
        alike |= set(unknown.at.values())
    found = possible(unknown, asked, zero, alike, hide_up_to)
    judged = judge(unknown, found, people, small, hide_up_to)
    return Audited(judged, unknown, found, [*faults, *judged.faults], remarks)


def _look_at_files(folder: Path, places: Places, known: KnownNumbers | None) -> tuple[list[str], list[str]]:
    """Return what is wrong with the files in a folder, and what somebody should look at."""
    faults: list[str] = []
    remarks: list[str] = []
    for path in files_below(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix not in READERS:
            faults.append(f"{name}: nothing here can read back a file of this format, so that it is not published")
            continue
        # As bytes too, so that comments, styles and what is not shown are looked through.
        bytes_as_text = path.read_bytes().decode("utf-8", "replace")
        if lines_with_people(bytes_as_text, places) or lines_with_people("\n".join(READERS[path.suffix](path)), places):
            faults.append(f"{name} has the identifier of a child, an officer or a concern")
        if known and path.suffix == ".html":
            for number, in_table in dict.fromkeys(strangers(said_in_page(path), known)):
                (faults if in_table else remarks).append(f"{name}: no published figure is {number}")
    return faults, remarks
