"""Measures of reviews held, their timeliness and who took part (definitions, sections 3.2 and 3.3)."""

from collections.abc import Iterator

from tests.oracle import labels
from tests.oracle.care import Period
from tests.oracle.children import child_groups, days_of, placement_and_status, send_groups
from tests.oracle.days import month_label, quarter_label, working_days_after
from tests.oracle.labels import Groups
from tests.oracle.occasions import Occasion
from tests.oracle.reading import Review
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


def held_in_year(known: KnownYear) -> list[tuple[Review, Period]]:
    """Return the counted reviews held in the year."""
    return [(review, period) for review, period in known.reviews if known.has(review.held)]


def reviews_held(known: KnownYear) -> list[Case]:
    """One case per counted review held in the year."""
    cases = []
    for review, period in held_in_year(known):
        when = {"month": [month_label(review.held)], "quarter": [quarter_label(review.held)]}
        cases.append(Case(groups=when | placement_and_status(period, review.held)))
    return cases


def occasions_in_year(known: KnownYear) -> list[tuple[Occasion, Period, str]]:
    """Return the occasions that count in the year, those not known included, with their outcome."""
    found = []
    for period, occasions in known.occasions.items():
        for occasion in occasions:
            outcome = occasion.outcome(period, known.last_day)
            if outcome is not None and known.has(occasion.day_that_counts()):
                found.append((occasion, period, outcome))
    return found


def reviews_on_time(known: KnownYear) -> list[Case]:
    """One case per on-time, late or missed occasion of the year; on time counts."""
    cases = []
    for occasion, period, outcome in occasions_in_year(known):
        if outcome != "not known":
            day = occasion.day_that_counts()
            groups = {
                "occasion": [occasion.kind],
                "age_band_all": [labels.age_band_all(known.age(period.child, day))],
                "quarter": [quarter_label(day)],
            }
            cases.append(Case(outcome == "on time", groups))
    return cases


def reviews_late(known: KnownYear) -> list[Case]:
    """One case per late occasion of the year."""
    return [Case(groups={"occasion": [o.kind]}) for o, _, outcome in occasions_in_year(known) if outcome == "late"]


def reviews_not_held(known: KnownYear) -> list[Case]:
    """One case per missed occasion of the year."""
    return [Case(groups={"occasion": [o.kind]}) for o, _, outcome in occasions_in_year(known) if outcome == "missed"]


def reviews_late_reasons(known: KnownYear) -> list[Case]:
    """One case per late or missed occasion of the year."""
    cases = []
    for occasion, period, outcome in occasions_in_year(known):
        if outcome == "missed":
            cases.append(Case(groups={"late_reason": ["Not held"]}))
        if outcome == "late":
            assert occasion.held is not None
            details = known.council.details.get((period.child, occasion.held))
            reason = labels.text_label(details.late_reason if details else "")
            cases.append(Case(groups={"late_reason": [reason]}))
    return cases


def children_reviewed_on_time(known: KnownYear) -> list[Case]:
    """One case per child looked after for 20 working days by 31 March; never overdue in the year counts."""
    cases = []
    outcomes: dict[Period, list[str]] = {}
    for _, period, outcome in occasions_in_year(known):
        outcomes.setdefault(period, []).append(outcome)
    for period in known.looked_after_at_the_end():
        if working_days_after(period.start, 20) > known.last_day:
            continue
        if outcomes.get(period) == ["not known"]:
            continue
        occasions = known.occasions[period]
        overdue = any(o.overdue_at_the_end_of(day, period) for day in days_of(known) for o in occasions)
        cases.append(Case(not overdue))
    return cases


def children_overdue(known: KnownYear) -> list[Case]:
    """One case per child looked after on 31 March with an occasion overdue at the end of that day."""
    cases = []
    for period in known.looked_after_at_the_end():
        occasions = known.occasions[period]
        if any(occasion.overdue_at_the_end_of(known.last_day, period) for occasion in occasions):
            cases.append(Case())
    return cases


def participation_groups(known: KnownYear, review: Review, period: Period, age: int) -> Groups:
    """Return every category of a review of a child aged 4 or over."""
    details = known.details(review)
    mode = labels.MODES.get(details.mode, labels.NOT_RECORDED) if details else labels.NOT_RECORDED
    return {
        "month": [month_label(review.held)],
        "quarter": [quarter_label(review.held)],
        "age_band": [labels.age_band(age)],
        "mode": [mode],
        "participation": [labels.PARTICIPATION[review.code]],
        **child_groups(known, review.child),
        **placement_and_status(period, review.held),
        **send_groups(known, review.child),
    }


def reviews_with_participation(known: KnownYear) -> Iterator[tuple[str, Groups]]:
    """Yield code and groups of the year's reviews of children of 4 or over, with code PN1 to PN7."""
    for review, period in held_in_year(known):
        age = known.age_at(review)
        if age is not None and age >= 4 and review.code in labels.PARTICIPATION:
            yield review.code, participation_groups(known, review, period, age)


def children_took_part(known: KnownYear) -> list[Case]:
    """One case per such review; the child's views were conveyed counts."""
    codes = ("PN1", "PN2", "PN3", "PN5", "PN6")
    return [Case(code in codes, groups) for code, groups in reviews_with_participation(known)]


def children_attended(known: KnownYear) -> list[Case]:
    """One case per such review; the child was there counts."""
    codes = ("PN1", "PN2", "PN3", "PN4")
    return [Case(code in codes, groups) for code, groups in reviews_with_participation(known)]


def participation(known: KnownYear) -> list[Case]:
    """One case per such review."""
    return [Case(groups=groups) for _, groups in reviews_with_participation(known)]
