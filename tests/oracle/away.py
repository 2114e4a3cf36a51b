"""Measures of children who went missing, from the return's file of missing children."""

from datetime import date

from tests.oracle import labels
from tests.oracle.records import Records, day
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


def times_missing(known: KnownYear, records: Records) -> list[tuple[str, date]]:
    """Return the child and first day of each time (M) that began in the year, of children looked after in it."""
    looked_after = set(known.looked_after_in_the_year())
    found = []
    for row in records.rows["missing"]:
        gone = day(row, "MIS_START")
        if row.get("MISSING") == "M" and gone is not None and known.has(gone) and row["CHILD"] in looked_after:
            found.append((row["CHILD"], gone))
    return found


def missing_episodes(known: KnownYear, records: Records) -> list[Case]:
    """One case per such time, with the age that day."""
    ages = [labels.age_band_all(known.age(child, gone)) for child, gone in times_missing(known, records)]
    return [Case(groups={"age_band_all": [age]}) for age in ages]


def children_with_missing_episodes(known: KnownYear, records: Records) -> list[Case]:
    """One case per child looked after on any day of the year; one with such a time counts. Age on the last day."""
    gone = {child for child, _ in times_missing(known, records)}
    return [
        Case(child in gone, {"age_band_all": [labels.age_band_all(known.age(child, known.last_day))]})
        for child in known.looked_after_in_the_year()
    ]
