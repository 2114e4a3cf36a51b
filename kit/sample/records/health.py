"""Health assessments and dental checks: when each was due, and what became of it.

What the statutory return says of a year is true for nearly every child; on a few the health service's record and the
return disagree, each way.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from kit.sample.days import age_on, first_day, last_day, months_after, shown, working_day_by, working_days_after
from kit.sample.draws import chance, pick, shuffled, spread, stream, whole
from kit.sample.lives.council import Council, make_council
from kit.sample.lives.people import Child, Period
from kit.sample.records.outcomes import health_rows

Row = dict[str, str]

FIRST_YEAR, LAST_DAY, ONE_DAY = 2018, last_day(2021), timedelta(1)
EXPORTED = {2018: date(2018, 4, 16), 2019: date(2019, 4, 23), 2020: date(2020, 5, 4), 2021: date(2021, 4, 26)}
DATED = (2019, 2020, 2021)
INITIAL, REVIEW, DENTAL = "initial health assessment", "review health assessment", "dental"
FLAGS = {REVIEW: "HEALTH_ASSESSMENT", DENTAL: "TEETH_CHECK"}
# Shares held by the due date, and what became of assessments and checks that were not done.
INITIAL_ON_TIME = {2017: 0.66, 2018: 0.68, 2019: 0.74, 2020: 0.78, 2021: 0.71}
REVIEW_ON_TIME = {2017: 0.86, 2018: 0.87, 2019: 0.90, 2020: 0.88, 2021: 0.83}
NOT_DONE = {REVIEW: {"refused": 0.45, "planned": 0.35, "cancelled": 0.20},
            DENTAL: {"planned": 0.50, "refused": 0.30, "cancelled": 0.20}}  # fmt: skip
CLOSED = {"cancelled": 0.75, "planned": 0.20, "refused": 0.05}
# Of the children whom the return reports with and without one: how many the extract has the other way round.
DISAGREE = {REVIEW: (0.035, 8), DENTAL: (0.045, 9)}


def contact_rows(council: Council, year: int) -> list[Row] | None:
    """Return the contacts due in the year, and those of the year before that were done in it, as exported."""
    if year < FIRST_YEAR:
        return None
    rows = []
    for child in council.children:
        for due in (year - 1, year):
            for row in _due_in(child, due):
                done = _day(row["completed_date"])
                late = done is not None and first_day(year) <= done <= EXPORTED[year]
                if due == year or late:
                    rows.append(_as_exported(row, EXPORTED[year]))
    return rows


def _as_exported(row: Row, exported: date) -> Row:
    done = _day(row["completed_date"])
    return row | {"completed_date": "", "status": "planned"} if done and done > exported else dict(row)


@cache
def _due_in(child: Child, year: int) -> tuple[Row, ...]:
    """Return the contacts of a child that were due in a reporting year while he or she was looked after."""
    found = []
    for period in (p for p in child.periods if p.start <= last_day(year)):
        found += [*_initial(child, period, year), *_reviews(child, period, year), *_dental(child, period, year)]
    return tuple(sorted(found, key=lambda row: (_day(row["due_date"]) or date.min, row["kind"])))


def _initial(child: Child, period: Period, year: int) -> Iterator[Row]:
    due = working_days_after(period.start, 20)
    if not first_day(year) <= due <= last_day(year) or period.end <= due:
        return
    rng = stream("initial health assessment", child.key, period.start.toordinal())
    if age_on(child.dob, period.start) >= 11 and chance(rng, 0.22):
        yield _row(child, INITIAL, due, None, "refused")
    elif chance(rng, 0.07):
        yield _row(child, INITIAL, due, None, "planned")
    elif chance(rng, INITIAL_ON_TIME[year]):
        day = working_day_by(max(period.start + timedelta(5), due - timedelta(spread(rng, 0, 3, 7, 14))))
        yield _row(child, INITIAL, due, day, "completed")
    else:
        day = working_days_after(due, spread(rng, 1, 5, 12, 30))
        yield _row(
            child, INITIAL, due, day if day < period.end else None, "completed" if day < period.end else "planned"
        )


def _reviews(child: Child, period: Period, year: int) -> Iterator[Row]:
    for due in _review_days(child, period):
        if first_day(year) <= due <= last_day(year) and due < period.end:
            yield _contact(child, REVIEW, due, year, REVIEW_ON_TIME[year], period)


def _dental(child: Child, period: Period, year: int) -> Iterator[Row]:
    shift = whole(stream("dentist", child.key), 30, 330)
    due = first_day(year) + timedelta(shift)
    if age_on(child.dob, due) >= 2 and period.start + timedelta(60) <= due < period.end:
        yield _contact(child, DENTAL, due, year, 0.9, period)


def _review_days(child: Child, period: Period) -> Iterator[date]:
    """Return the days by which review assessments are due: every six months under 5, every twelve from 5."""
    if period.start > LAST_DAY:
        return
    due = working_days_after(period.start, 20)
    while (due := months_after(due, 6 if age_on(child.dob, due) < 5 else 12)) < min(period.end, LAST_DAY + ONE_DAY):
        yield due


def _contact(child: Child, kind: str, due: date, year: int, on_time: float, period: Period) -> Row:
    """Return a contact that was done in the year if the record says that one was, and not done otherwise."""
    rng = stream("health contact", kind, child.key, due.toordinal())
    if not _done_in(child, kind, year):
        closed = kind == DENTAL and year == 2021
        return _row(child, kind, due, None, pick(rng, CLOSED if closed else NOT_DONE[kind]))
    early, late = spread(rng, 0, 5, 12, 24, 40), spread(rng, 2, 9, 20, 45, 90)
    day = due - timedelta(early) if chance(rng, on_time) else due + timedelta(late)
    day = working_day_by(min(max(day, first_day(year) + timedelta(4), period.start + timedelta(4)), last_day(year)))
    return _row(child, kind, due, day, "completed") if day < period.end else _row(child, kind, due, None, "cancelled")


def _done_in(child: Child, kind: str, year: int) -> bool:
    """Return what the health service's record says: of the return's children mostly what the return says."""
    returned = _returned(child, year)
    if not returned:
        return chance(stream("health done", kind, child.key, year), 0.9 if kind == REVIEW or year < 2021 else 0.4)
    return (returned[0][FLAGS[kind]] == "1") != ((child.key, kind) in _disagreeing(year))


@cache
def _returned(child: Child, year: int) -> list[Row]:
    return health_rows([child], year)


@cache
def _disagreeing(year: int) -> frozenset[tuple[str, str]]:
    """Return (child, kind) if record and return disagree: a share of those returned with one, some without."""
    keys = set[tuple[str, str]]()
    for kind, flag in FLAGS.items():
        share, others = DISAGREE[kind]
        cohort = [(c, _returned(c, year)[0]) for c in make_council().children if _returned(c, year)]
        days = {c.key: len([d for p in c.periods for d in _review_days(c, p) if first_day(year) <= d <= last_day(year)])
                for c, _ in cohort}  # fmt: skip
        with_one = [c.key for c, row in cohort if row[flag] == "1" and (kind == DENTAL or days[c.key])]
        without = [c.key for c, row in cohort if row[flag] == "0" and (kind == DENTAL or days[c.key])]
        keys |= {
            (k, kind) for k in shuffled(stream("only returned", kind, year), with_one)[: round(share * len(with_one))]
        }
        keys |= {(k, kind) for k in shuffled(stream("only recorded", kind, year), without)[:others]}
    return frozenset(keys)


def _row(child: Child, kind: str, due: date, done: date | None, status: str) -> Row:
    return {
        "child_id": child.child_id,
        "kind": kind,
        "due_date": shown(due),
        "completed_date": shown(done),
        "status": status,
    }


def _day(text: str) -> date | None:
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None
