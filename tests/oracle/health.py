"""Measures of initial and review health assessments, from the council's own health extract."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.care import Period
from tests.oracle.days import first_day_of, months_after, working_days_after
from tests.oracle.labels import NOT_RECORDED
from tests.oracle.records import Records, day
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

INITIAL, REVIEW = "initial health assessment", "review health assessment"


@dataclass(frozen=True)
class Contact:
    """A health contact as a year knows it; a completed day of one refused or cancelled is not used."""

    child: str
    due: date | None
    done: date | None
    status: str
    undated: bool


def contacts(known: KnownYear, records: Records, child: str, *kinds: str) -> list[Contact]:
    """Return what the year knows of a child's contacts of these kinds."""
    found = []
    for row in records.of("health", child):
        if row["kind"] not in kinds:
            continue
        done = day(row, "completed_date", known.last_day)
        done = None if row["status"] in ("refused", "cancelled") else done
        undated = row["status"] == "completed" and day(row, "completed_date") is None
        found.append(Contact(child, day(row, "due_date", known.last_day), done, row["status"], undated))
    return found


def age_group(known: KnownYear, child: str, on: date) -> str:
    """Return under 5, or 5 and over, on the day."""
    age = known.age(child, on)
    return NOT_RECORDED if age is None else "Under 5" if age < 5 else "5 and over"


def up_to_date(known: KnownYear, records: Records) -> list[Case]:
    """One case per child looked after on the as-at day for long enough, of known age."""
    cases = []
    for period in known.looked_after_at_the_end():
        age = known.age(period.child, known.last_day)
        if age is None or working_days_after(period.start, 20) > known.last_day:
            continue
        done = [c.done for c in contacts(known, records, period.child, INITIAL, REVIEW) if c.done]
        months = 6 if age < 5 else 12
        holds = any(months_after(on, months) >= known.last_day for on in done)
        cases.append(Case(holds, {"health_age": [age_group(known, period.child, known.last_day)]}))
    return cases


def start_known(known: KnownYear, period: Period) -> bool:
    """Return whether the period starts with RNE S, or on or after the first loaded day."""
    return period.episodes[0].rne == "S" or period.start >= first_day_of(known.council.years[0])


def lies_in(period: Period, on: date) -> bool:
    """Return whether the day is in the period, its first and last day included."""
    return period.start <= on and (period.end is None or on <= period.end)


def initial_outcomes(known: KnownYear, records: Records) -> list[tuple[Period, str]]:
    """Return each period whose 20 working days ended in the year, with what became of its assessment."""
    found = []
    for period in known.periods:
        limit = working_days_after(period.start, 20)
        there = known.has(limit) and period.still_looked_after_at_the_end_of(limit)
        if not there or not start_known(known, period):
            continue
        own = contacts(known, records, period.child, INITIAL)
        done = sorted(c.done for c in own if c.done and lies_in(period, c.done))
        due_here = [c for c in own if c.done is None and c.due and lies_in(period, c.due)]
        if done:
            outcome = "On time" if done[0] <= limit else "Late"
        elif any(c.status == "refused" for c in due_here):
            outcome = "Refused"
        elif any(c.status == "cancelled" for c in due_here):
            outcome = "Cancelled"
        elif any(c.undated for c in due_here):
            outcome = NOT_RECORDED
        else:
            outcome = "Not done"
        found.append((period, outcome))
    return found


def initial(known: KnownYear, records: Records) -> list[Case]:
    """One case per such period."""
    return [Case(groups={"health_outcome": [outcome]}) for _, outcome in initial_outcomes(known, records)]


def initial_on_time(known: KnownYear, records: Records) -> list[Case]:
    """One case per such period, without those refused or not recorded; on time counts."""
    return [
        Case(outcome == "On time", {"health_age": [age_group(known, period.child, period.start)]})
        for period, outcome in initial_outcomes(known, records)
        if outcome not in ("Refused", NOT_RECORDED)
    ]


def review_outcomes(known: KnownYear, records: Records) -> list[tuple[Contact, date, str]]:
    """Return each review assessment due in the year on a day in care, with its due date and what became of it."""
    found = []
    every = [c for child in known.periods_by_child for c in contacts(known, records, child, REVIEW)]
    for c in every:
        if c.due is None or not known.has(c.due):
            continue
        if not any(period.looked_after_on(c.due) for period in known.periods_by_child[c.child]):
            continue
        if c.status in ("refused", "cancelled"):
            outcome = c.status.capitalize()
        elif c.done is not None:
            outcome = "On time" if c.done <= c.due else "Late"
        else:
            outcome = NOT_RECORDED if c.undated else "Not done"
        found.append((c, c.due, outcome))
    return found


def reviews(known: KnownYear, records: Records) -> list[Case]:
    """One case per such assessment."""
    return [Case(groups={"health_outcome": [outcome]}) for _, _, outcome in review_outcomes(known, records)]


def reviews_on_time(known: KnownYear, records: Records) -> list[Case]:
    """One case per such assessment, without those refused or not recorded; on time counts."""
    return [
        Case(outcome == "On time", {"health_age": [age_group(known, c.child, due)]})
        for c, due, outcome in review_outcomes(known, records)
        if outcome not in ("Refused", NOT_RECORDED)
    ]
