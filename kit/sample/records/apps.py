"""What children sent in through an app: MOMO One for older children, MOMO Express for younger and disabled ones.

Both were in use all along, but until 2018-19 the export held MOMO One alone.
"""

from datetime import date, timedelta

from kit.sample.days import age_on, first_day, shown
from kit.sample.draws import chance, pick, spread, stream, whole
from kit.sample.lives.council import Council
from kit.sample.lives.people import Child
from kit.sample.records.send import profile

ONE, EXPRESS = "MOMO One", "MOMO Express"
FIRST_YEAR, EXPRESS_EXPORTED_FROM = 2017, 2020
EXPORTED = {2020: date(2020, 5, 4), 2021: date(2021, 4, 21)}
# Of the children who could, how many used their app at all; more of them while nobody could visit.
USED_BY = {2017: 0.10, 2018: 0.12, 2019: 0.13, 2020: 0.16, 2021: 0.29}
MONTHS = dict.fromkeys(range(12), 1.0)
LOCKDOWN_MONTHS = {0: 1.6, 1: 1.8, 2: 1.5, 3: 1.2, 4: 0.9, 5: 0.9, 6: 1.0, 7: 1.3, 8: 1.0, 9: 1.8, 10: 1.6, 11: 1.2}


def app_use_rows(council: Council, year: int) -> list[dict[str, str]] | None:
    """Return the submissions of the year in order of day, or None before the apps came."""
    if year < FIRST_YEAR:
        return None
    sent = {
        (day, child.child_id, app)
        for child in council.children
        for app, day in _sent(child, year)
        if app == ONE or year >= EXPRESS_EXPORTED_FROM
    }
    return [{"child_id": child, "app": app, "submitted_date": shown(day)} for day, child, app in sorted(sent)]


def _sent(child: Child, year: int) -> list[tuple[str, date]]:
    """Return what the child sent in the year while looked after."""
    rng = stream("app use", child.key, year)
    middle = first_day(year) + timedelta(182)
    age = age_on(child.dob, middle)
    younger = age < 9 or profile(child).needs_communication_support
    share = USED_BY[year] * (1.15 if child.sex == "2" else 0.85) * (1.4 if younger else 1.0)
    if not 5 <= age <= 17 or not chance(rng, share):
        return []
    apps = [EXPRESS if younger else ONE]
    if 8 <= age <= 10 and chance(rng, 0.3):
        apps.append(ONE if younger else EXPRESS)
    busy = LOCKDOWN_MONTHS if year == 2021 else MONTHS
    months = [pick(rng, busy) for _ in range(spread(rng, 1, 2, 3, 5, 9))]
    days = [first_day(year) + timedelta(month * 30 + whole(rng, 0, 29)) for month in months]
    return [(pick(rng, dict.fromkeys(apps, 1.0)), day) for day in days if child.period_on(day)]
