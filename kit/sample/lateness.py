"""Reviews held late or not at all, and why."""

from dataclasses import replace
from datetime import date, timedelta

from kit.sample.days import first_day, reporting_year_of, working_day_from
from kit.sample.diary import Diary
from kit.sample.draws import chance, pick, spread, stream
from kit.sample.iros import officer_on
from kit.sample.targets import FIRST_YEAR, LATE_REVIEWS, MISSED_REVIEWS, YEARS

REASONS = {
    "Social worker unavailable": 0.20,
    "Child or carer unavailable": 0.20,
    "Parent unavailable": 0.12,
    "IRO sickness": 0.12,
    "Placement move": 0.12,
    "Administrative error": 0.10,
    "Clash with court hearing": 0.07,
    "Bereavement": 0.03,
    "": 0.04,
}
REASONS_OF_YEAR = {
    2017: {"Bereavement": 0.16, "IRO sickness": 0.22},
    2021: {"Technology failed": 0.15, "Covid-19": 0.30},
}


def hold_some_late(diaries: list[Diary]) -> list[Diary]:
    """Return the diaries with the year's number of reviews moved past their due date.

    Those of officers who were away, sick or bereaved, come first.
    """
    diaries = list(diaries)
    for year in YEARS:
        candidates = sorted(
            (_score(diary, day, due), n, day, due)
            for n, diary in enumerate(diaries)
            for day, due in zip(diary.days, diary.due(), strict=True)
            if reporting_year_of(due) == year and _seen(diary, day)
        )
        moved: set[int] = set()
        for _, n, day, due in candidates:
            later = _held_late(diaries[n], day, due, year)
            if later and n not in moved and len(moved) < LATE_REVIEWS[year]:
                diaries[n] = later
                moved.add(n)
    return diaries


def _seen(diary: Diary, day: date) -> bool:
    """Return whether the data can show that this review was late, not only that an earlier one is unknown."""
    first = first_day(FIRST_YEAR)
    return diary.period.start >= first or any(first <= each < day for each in diary.days)


def _score(diary: Diary, day: date, due: date) -> float:
    likely = 7.0 if _officer_away(diary, due) else 1.0
    return stream("late", diary.child.key, day.toordinal()).random() / likely


def _officer_away(diary: Diary, day: date) -> str:
    return officer_on(diary.child.family, diary.period.start, day).why_away(day)


def _held_late(diary: Diary, day: date, due: date, year: int) -> Diary | None:
    rng = stream("lateness", diary.child.key, day.toordinal())
    held = working_day_from(due + timedelta(spread(rng, 1, 3, 8, 17, 41)))
    after = next((each for each in diary.days if each > day), None)
    if (
        (due - day).days > 35
        or held > diary.period.end
        or (after and (after - held).days < 45)
        or any(day < placed <= held for placed in diary.period.adoption_starts())
    ):
        return None
    away = _officer_away(diary, due)
    if away and chance(rng, 0.85):
        why = "IRO sickness" if away == "Sickness" else away
    else:
        why = pick(rng, REASONS | REASONS_OF_YEAR.get(year, {}))
    return replace(
        diary.with_day(held, instead_of=day),
        why_late={**diary.why_late, held: why},
        first_booked={**diary.first_booked, held: day},
    )


def miss_some(diaries: list[Diary]) -> list[Diary]:
    """Return the diaries without some last reviews, of children who left in the weeks after they were due."""
    diaries = list(diaries)
    for year in YEARS:
        candidates = []
        for n, diary in enumerate(diaries):
            if not diary.days or diary.days[-1] in diary.why_late or not _seen(diary, diary.days[-1]):
                continue
            due = diary.due()[-1]
            if reporting_year_of(due) == year and 3 <= (diary.period.end - due).days <= 75:
                candidates.append((stream("missed", diary.child.key).random(), n))
        for _, n in sorted(candidates)[: MISSED_REVIEWS[year]]:
            diaries[n] = replace(diaries[n], days=diaries[n].days[:-1])
    return diaries
