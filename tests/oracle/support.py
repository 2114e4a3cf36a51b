"""Measures of advocates and independent visitors."""

from tests.oracle import labels
from tests.oracle.records import Records, day
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


def children_with_advocate(known: KnownYear, records: Records) -> list[Case]:
    """One case per child looked after on the last day; an advocate on that day counts."""
    return _with_support(known, records, "advocate")


def children_with_independent_visitor(known: KnownYear, records: Records) -> list[Case]:
    """One case per child looked after on the last day; an independent visitor on that day counts."""
    return _with_support(known, records, "independent visitor")


def _with_support(known: KnownYear, records: Records, kind: str) -> list[Case]:
    supported = set()
    for row in records.rows["advocacy"]:
        started, ended = day(row, "started_date", known.last_day), day(row, "ended_date", known.last_day)
        if row["kind"] == kind and started is not None and ended is None:
            supported.add(row["child_id"])
    return [
        Case(
            period.child in supported, {"age_band_all": [labels.age_band_all(known.age(period.child, known.last_day))]}
        )
        for period in known.looked_after_at_the_end()
    ]
