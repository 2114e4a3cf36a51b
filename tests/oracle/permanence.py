"""Measures of care plans, permanence plans and life story work, from their headers."""

from datetime import date, timedelta

from tests.oracle import labels
from tests.oracle.care import Period
from tests.oracle.days import first_day_of, months_after, working_days_after
from tests.oracle.plain_rows import Cells, as_date
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

FOUR_WEEKS = timedelta(days=28)


def care_plan_rows(known: KnownYear, child: str) -> list[Cells]:
    """Return the child's rows of care_plans, of every loaded year."""
    return [row for row in known.council.plain["care_plans"].values() if row["child_id"] == child]


def days_in(known: KnownYear, child: str, column: str) -> list[date]:
    """Return the days of a column of the child's care plans that are known on the as-at day, in order."""
    days = [as_date(row.get(column, "")) for row in care_plan_rows(known, child)]
    return sorted(day for day in days if day is not None and day <= known.last_day)


def begins_before_first_file(known: KnownYear, day: date) -> bool:
    """Return whether a day is before the first loaded year."""
    return day < first_day_of(known.council.years[0])


def start_not_known(known: KnownYear, period: Period) -> bool:
    """Return whether the period began before the first loaded year without saying that the child started."""
    return period.episodes[0].rne != "S" and begins_before_first_file(known, period.start)


def care_plans_due(known: KnownYear) -> list[tuple[date, date | None]]:
    """Return the last day for the care plan and the day on which it was completed, of periods counted in the year."""
    found = []
    for period in known.periods:
        limit = working_days_after(period.start, 10)
        if start_not_known(known, period) or not known.has(limit):
            continue
        if not period.still_looked_after_at_the_end_of(limit):
            continue
        plans = [
            day
            for day in days_in(known, period.child, "care_plan_completed_date")
            if day >= period.start - FOUR_WEEKS and (period.end is None or day <= period.end)
        ]
        found.append((limit, plans[0] if plans else None))
    return found


def care_plans_in_time(known: KnownYear) -> list[Case]:
    """One case per period of care whose care plan was due in the year; completed by then counts."""
    return [Case(day is not None and day <= limit) for limit, day in care_plans_due(known)]


def care_plans_late(known: KnownYear) -> list[Case]:
    """One case per period of care whose care plan was not completed in time."""
    cases = []
    for limit, day in care_plans_due(known):
        if day is not None and day <= limit:
            continue
        late = None if day is None else (day - limit).days
        if late is None:
            group = "Not completed"
        elif late <= 7:
            group = "Up to a week late"
        elif late <= 28:
            group = "Over a week, up to four weeks"
        else:
            group = "Over four weeks"
        cases.append(Case(groups={"care_plan_delay": [group]}))
    return cases


def permanence_days(known: KnownYear, period: Period, last: date) -> list[date]:
    """Return the days of permanence plans for this period, up to and with `last`."""
    days = days_in(known, period.child, "permanence_plan_date")
    unknown = start_not_known(known, period)
    return [day for day in days if day <= last and (unknown or day >= period.start)]


def looked_after_for(known: KnownYear, months: int) -> list[Period]:
    """Return the periods open on the as-at day that had begun so many calendar months before."""
    return [p for p in known.looked_after_at_the_end() if months_after(p.start, months) <= known.last_day]


def children_without_permanence_plan(known: KnownYear) -> list[Case]:
    """One case per child looked after for four months; with no permanence plan counts."""
    cases = []
    for period in looked_after_for(known, 4):
        if months_after(period.start, 24) <= known.last_day:
            group = "2 years or more"
        elif months_after(period.start, 12) <= known.last_day:
            group = "1 to 2 years"
        else:
            group = "4 months to 1 year"
        without = not permanence_days(known, period, known.last_day)
        cases.append(Case(without, {"years_in_care": [group]}))
    return cases


def permanence_plans(known: KnownYear) -> list[Case]:
    """One case per child looked after with a permanence plan, by the newest."""
    cases = []
    for period in known.looked_after_at_the_end():
        days = permanence_days(known, period, known.last_day)
        if days:
            rows = care_plan_rows(known, period.child)
            newest = [row for row in rows if as_date(row.get("permanence_plan_date", "")) == days[-1]]
            words = sorted(row.get("permanence_plan", "") for row in newest)
            word = next((word for word in words if word), "")
            cases.append(Case(groups={"permanence_plan": [labels.text_label(word)]}))
    return cases


def permanence_plans_by_second_review(known: KnownYear) -> list[Case]:
    """One case per period of care whose second counted review was held in the year; a plan by then counts."""
    cases = []
    for period in known.periods:
        held = sorted(review.held for review, its_period in known.reviews if its_period is period)
        if len(held) < 2 or not known.has(held[1]):
            continue
        if begins_before_first_file(known, period.start) and not begins_before_first_file(known, held[0]):
            continue
        cases.append(Case(bool(permanence_days(known, period, held[1]))))
    return cases


def life_story(known: KnownYear, column: str) -> list[Case]:
    """One case per child looked after for a year; a day in the column counts."""
    cases = []
    for period in looked_after_for(known, 12):
        age = labels.age_band_all(known.age(period.child, known.last_day))
        cases.append(Case(bool(days_in(known, period.child, column)), {"age_band_all": [age]}))
    return cases


def life_story_started(known: KnownYear) -> list[Case]:
    """One case per child looked after for a year; life story work started counts."""
    return life_story(known, "life_story_started_date")


def life_story_given(known: KnownYear) -> list[Case]:
    """One case per child looked after for a year; the life story book given counts."""
    return life_story(known, "life_story_given_date")
