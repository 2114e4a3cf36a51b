"""`kit.inside`: a council's internal figures, and the rows behind them, for the analyst alone."""

import os
from collections.abc import Mapping
from pathlib import Path

from kit.counting.asked import Asked, ask, supplied_to
from kit.errors import KitError
from kit.explore.inside import Inside
from kit.explore.rows_behind import RowsBehind
from kit.explore.where_shown import refuse_rows_elsewhere
from kit.extracts import EXTRACTS
from kit.intake.real_identifiers import real_identifiers
from kit.intake.take_in import take_in, using_extracts
from kit.measures.headers import as_at_words
from kit.paths import find_council
from kit.protection.looked import note_look
from kit.warehouse.warehouse import Warehouse
from kit.years import parse_as_at, parse_year

PSEUDONYMS = "Children and officers have pseudonyms; kit.inside(…, real_ids=True) shows the case system's numbers."
REAL = "Children and officers have the case system's numbers here."


def open_inside(
    council: str = "sample", year: int = 2021, as_at: str = "", *, unsafe_here: bool = False, real_ids: bool = False
) -> Inside:
    """Return what is behind the figures of a council for the reporting year that ends in `year`: INTERNAL.

    `as_at` is a day of that year, up to which every year is then counted. In a notebook that `make lab` did not open,
    nothing keeps rows out of the saved file: there `unsafe_here=True` is needed. KIT_DATA and KIT_PARAMS name other
    folders of data and settings. `real_ids=True` shows the case system's identifiers in place of pseudonyms: it needs
    the key and the raw files, and is in `looked.log`. KitError if there is no such council or year, or if a chapter
    opens it.
    """
    if os.environ.get("KIT_RUN"):
        raise KitError(
            "kit.inside is for exploring, and no chapter may use it: it shows children, and figures with nothing "
            "hidden. Use kit.open_report, whose figures hide small numbers."
        )
    data, params = (os.environ.get(name) for name in ("KIT_DATA", "KIT_PARAMS"))
    places = find_council(council, Path(data) if data else None, Path(params) if params else None)
    refuse_rows_elsewhere(council, unsafe_here=unsafe_here)
    asked = ask(places, parse_year(year), parse_as_at(as_at, parse_year(year)))
    real = real_identifiers(places, asked.found) if real_ids else {}
    if real:
        note_look(places, "inside", asked.year, "opened with real identifiers", 0)
    ids = REAL if real else PSEUDONYMS if asked.found.pseudonym_key else ""
    return Inside(asked, _behind(asked, real), unsafe_here=unsafe_here, ids=ids)


def _behind(asked: Asked, real: Mapping[str, str] | None = None) -> RowsBehind:
    """Return the rows behind the figures that are asked for; every extract is read now, as others may swap it."""
    places, settings = asked.places, asked.settings
    with using_extracts(places, asked.found.pseudonym_key):
        intake = take_in(places, asked.year, settings.known_problems, settings.known_in, found=asked.found)
        own = (settings.audits.benchmark, settings.establishment)
        warehouse = Warehouse(intake, asked.years, settings.timescales, *own, in_memory=True)
        warehouse.have_rows(EXTRACTS)
    warehouse.read_no_more_files()
    measures = as_at_words(asked.measures, asked.years[-1])
    there = supplied_to(intake, settings)
    return RowsBehind(warehouse, measures, lambda year, need: (year, need) in there, real)
