"""Reviews held late or not at all, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kit.sample.days import age_on, first_day, last_day, reporting_year_of, working_day_from
from kit.sample.draws import dealt, shuffled, spread, stream
from kit.sample.lives.diary import Diary
from kit.sample.lives.iros import officer_on
from kit.sample.targets import FIRST_YEAR, LATE_BY, LATE_REVIEWS, MISSED_REVIEWS, OVERDUE_REVIEWS, YEARS

AGE_BANDS = ((1, "Under 1"), (5, "1–4"), (10, "5–9"), (16, "10–15"), (99, "16+"))
SICK = "IRO sickness"


@dataclass(frozen=True)
class Move:
    """A review moved past its due date: whose diary (by its place), from which day to which, and who was away."""

    diary: int
    day: date
    held: date
    away: str


def hold_some_late(diaries: list[Diary]) -> list[Diary]:
    """Return the diaries with the year's number of reviews moved past their due date.

    Those of officers who were away, sick or bereaved, come first.
    """
    diaries = list(diaries)
    for year in YEARS:
        moves = _moves(diaries, year)
        for move, why in zip(moves, _reasons(moves, year), strict=True):
            diary = diaries[move.diary]
            diaries[move.diary] = replace(
                diary.with_day(move.held, instead_of=move.day),
                why_late={**diary.why_late, move.held: why},
                first_booked={**diary.first_booked, move.held: move.day},
            )
    return diaries


def _moves(diaries: list[Diary], year: int) -> list[Move]:
    """Return the year's moves: first those into April, then those held by 31 March; a diary has one at most.

    The youngest, who have the fewest reviews, are chosen first, so that there are some at every age.
    """
    overdue, late = OVERDUE_REVIEWS[year], sum(LATE_REVIEWS[year].values())
    left = {
        (by, group): dealt(stream("late by", by, year), overdue + late, shares).count(group)
        for by, shares in LATE_BY.items()
        for group in shares
    }
    if year == FIRST_YEAR:  # whose reviews are seldom known to be late: all may be of one group
        left = dict.fromkeys(left, overdue + late)
    candidates = sorted(
        (age_on(diary.child.dob, due) > 0, _score(diary, day, due), n, day, due, occasion)
        for n, diary in enumerate(diaries)
        for day, due, occasion in zip(diary.days, diary.due(), diary.occasions(), strict=True)
        if reporting_year_of(due) == year and _seen(diary, day)
    )
    moves: dict[int, Move] = {}
    for number, into_april in ((overdue, True), (overdue + late, False)):
        for _, _, n, day, due, occasion in candidates:
            groups = _groups(diaries[n], due, occasion)
            if n in moves or len(moves) == number or not all(left[group] for group in groups):
                continue
            held = _held(diaries[n], day, due, into_april)
            if held is None or (held > last_day(year)) != into_april:
                continue
            moves[n] = Move(n, day, held, _officer_away(diaries[n], due))
            for group in groups:
                left[group] -= 1
        assert len(moves) == number, f"{number - len(moves)} late reviews too few in {year}"
    return list(moves.values())


def _groups(diary: Diary, due: date, occasion: str) -> list[tuple[str, str]]:
    age = age_on(diary.child.dob, due)
    band = next(band for below, band in AGE_BANDS if age < below)
    return [("age", band), ("occasion", occasion), ("quarter", f"Q{(due.month - 4) % 12 // 3 + 1}")]


def _seen(diary: Diary, day: date) -> bool:
    """Return whether the data can show that this review was late, not only that an earlier one is unknown."""
    first = first_day(FIRST_YEAR)
    return diary.period.start >= first or any(first <= each < day for each in diary.days)


def _score(diary: Diary, day: date, due: date) -> float:
    likely = 7.0 if _officer_away(diary, due) else 1.0
    return stream("late", diary.child.key, day.toordinal()).random() / likely


def _officer_away(diary: Diary, day: date) -> str:
    return officer_on(diary.child.family, diary.period.start, day).why_away(day)


def _held(diary: Diary, day: date, due: date, into_april: bool) -> date | None:
    """Return the day on which a review would be held late, or None if the diary leaves no room."""
    rng = stream("lateness", diary.child.key, day.toordinal())
    held = working_day_from(due + timedelta(spread(rng, 1, 3, 8, 17, 41)))
    if into_april and due.month == 3:
        held = max(held, working_day_from(due.replace(day=31) + timedelta(spread(rng, 1, 6, 14))))
    after = next((each for each in diary.days if each > day), None)
    if (
        (due - day).days > 35
        or held > diary.period.end
        or diary.period.is_away(held)
        or (after and (after - held).days < 45)
        or any(day < placed <= held for placed in diary.period.adoption_starts())
    ):
        return None
    return held


def _reasons(moves: Sequence[Move], year: int) -> list[str]:
    """Return the reason of each move: as many of each as set for those held by 31 March, none yet for the others.

    A reason that an officer's absence gives goes to that officer's reviews first.
    """
    pool = [why for why, number in LATE_REVIEWS[year].items() for _ in range(number)]
    reasons = dict.fromkeys(range(len(moves)), "")
    held = [place for place, move in enumerate(moves) if move.held <= last_day(year)]
    for place in list(held):
        why = SICK if moves[place].away == "Sickness" else moves[place].away
        if why in pool:
            pool.remove(why)
            held.remove(place)
            reasons[place] = why
    return list((reasons | dict(zip(held, shuffled(stream("why late", year), pool), strict=True))).values())


def miss_some(diaries: list[Diary]) -> list[Diary]:
    """Return the diaries without some last reviews, of children who left in the weeks after they were due."""
    diaries = list(diaries)
    for year in YEARS:
        candidates = []
        for n, diary in enumerate(diaries):
            if not diary.days or diary.days[-1] in diary.why_late or not _seen(diary, diary.days[-1]):
                continue
            due = diary.due()[-1]
            left = (diary.period.end - due).days
            if reporting_year_of(due) == year and 3 <= left <= 75 and diary.period.end <= last_day(year):
                candidates.append((diary.occasions()[-1] != "Later", stream("missed", diary.child.key).random(), n))
        for _, _, n in sorted(candidates)[: MISSED_REVIEWS[year]]:
            diaries[n] = replace(diaries[n], days=diaries[n].days[:-1])
    return diaries
