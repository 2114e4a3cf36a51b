"""How care begins, what the courts decide, and how it ends: the legal statuses of one period of care."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kit.sample.days import age_on, birthday, reporting_year_of
from kit.sample.draws import chance, pick, spread, whole

ADULT = {"E5": 0.42, "E6": 0.22, "E17": 0.26, "E7": 0.05, "E8": 0.05}
COURT_OUTCOMES = (
    (2, {"adoption": 0.40, "kin": 0.20, "order": 0.05, "home": 0.13, "parents": 0.05, "long term": 0.17}),
    (5, {"adoption": 0.22, "kin": 0.23, "order": 0.06, "home": 0.13, "parents": 0.07, "long term": 0.29}),
    (10, {"adoption": 0.03, "kin": 0.19, "order": 0.06, "home": 0.13, "parents": 0.09, "long term": 0.50}),
    (18, {"kin": 0.08, "order": 0.03, "home": 0.13, "parents": 0.08, "long term": 0.68}),
)


@dataclass(frozen=True)
class LegalPlan:
    """A period of care before placements: its legal statuses by first day, its end and the reason for it.

    `milestones` are days on which the placement must change: ("adopters", day), ("disruption", day),
    ("parents", day), ("kin", day), ("settled", day), ("custody", day), ("custody over", day).
    """

    legal: tuple[tuple[date, str], ...]
    end: date
    rec: str
    outcome: str
    milestones: tuple[tuple[str, date], ...] = ()


def _days(rng: Random, *points: int) -> timedelta:
    return timedelta(spread(rng, *points))


def guardianship_code(rng: Random, day: date) -> str:
    """Return the code of a special guardianship order: E43 and E44 to 2017-18, then E45 to E48."""
    if reporting_year_of(day) <= 2018:
        return pick(rng, {"E43": 0.6, "E44": 0.4})
    return pick(rng, {"E45": 0.5, "E46": 0.12, "E47": 0.3, "E48": 0.08})


def plan_period(rng: Random, kind: str, dob: date, start: date) -> LegalPlan:
    """Return the legal course of a period of care that starts on `start`, cut at the 18th birthday."""
    plan = {"unaccompanied": _unaccompanied, "remand": _remand, "disabled": _disabled}.get(kind, _family)(
        rng, dob, start
    )
    adult = birthday(dob, 18)
    if plan.end < adult:
        return plan
    rec = "E7" if kind == "disabled" and chance(rng, 0.7) else pick(rng, ADULT)
    return LegalPlan(
        tuple((day, status) for day, status in plan.legal if day < adult),
        adult,
        rec,
        "adult",
        tuple((what, day) for what, day in plan.milestones if day < adult),
    )


def _unaccompanied(rng: Random, dob: date, start: date) -> LegalPlan:
    rec = pick(rng, {"stay": 0.80, "E3": 0.08, "E15": 0.05, "E8": 0.05, "E4A": 0.02})
    end = birthday(dob, 18) if rec == "stay" else start + _days(rng, 20, 60, 150, 400)
    return LegalPlan(((start, "V2"),), end, rec, "away")


def _remand(rng: Random, dob: date, start: date) -> LegalPlan:
    end = start + _days(rng, 4, 8, 13, 19, 26)
    return LegalPlan(((start, "J1"),), end, pick(rng, {"E14": 0.55, "E9": 0.35, "E4A": 0.1}), "away")


def _disabled(rng: Random, dob: date, start: date) -> LegalPlan:
    if chance(rng, 0.7):
        return LegalPlan(((start, "V2"),), birthday(dob, 18), "E7", "adult")
    return LegalPlan(((start, "V2"),), start + _days(rng, 60, 300, 900, 1800), "E4A", "home")


def _family(rng: Random, dob: date, start: date) -> LegalPlan:
    young = age_on(dob, start) < 10
    route = {"V2": 0.42, "C1": 0.38, "L2": 0.10, "L1": 0.10} if young else {"V2": 0.76, "C1": 0.11, "L1": 0.13}
    first = pick(rng, route)
    if first == "C1":
        return _proceedings(rng, dob, ((start, "C1"),))
    if first == "V2":
        return _accommodated(rng, dob, ((start, "V2"),), young)
    over = start + timedelta(whole(rng, 1, 3) if first == "L1" else whole(rng, 4, 14))
    then = pick(rng, {"C1": 0.7, "V2": 0.15, "home": 0.15} if young else {"C1": 0.25, "V2": 0.45, "home": 0.3})
    if then == "home":
        return LegalPlan(((start, first),), over, pick(rng, {"E4A": 0.7, "E4B": 0.2, "E13": 0.1}), "home")
    legal = ((start, first), (over, then))
    return _proceedings(rng, dob, legal) if then == "C1" else _accommodated(rng, dob, legal, young)


def _accommodated(rng: Random, dob: date, legal: tuple[tuple[date, str], ...], young: bool) -> LegalPlan:
    since = legal[-1][0]
    if young:
        course = pick(rng, {"court": 0.62, "brief": 0.24, "home": 0.08, "kin": 0.04, "consent": 0.02})
    else:
        course = pick(rng, {"brief": 0.40, "home": 0.17, "adult": 0.24, "court": 0.17, "kin": 0.02})
    if course == "court":
        day = since + _days(rng, 8, 25, 60, 140)
        return _proceedings(rng, dob, (*legal, (day, "C1")))
    if course == "consent" and age_on(dob, since) < 1:
        placed = since + _days(rng, 30, 70, 140)
        return LegalPlan(legal, placed + _days(rng, 120, 200, 300), "E11", "adoption", (("adopters", placed),))
    if course == "adult":
        return LegalPlan(legal, birthday(dob, 18), "E5", "adult")
    if course == "kin":
        end = since + _days(rng, 90, 240, 500)
        return LegalPlan(legal, end, guardianship_code(rng, end), "kin", (("kin", since + (end - since) // 2),))
    long = (4, 14, 30, 70, 160) if course != "home" else (90, 200, 400, 800)
    rec = pick(rng, {"E4A": 0.68, "E4B": 0.22, "E13": 0.06, "E3": 0.02, "E8": 0.02})
    return LegalPlan(legal, since + _days(rng, *long), rec, "home")


def _proceedings(rng: Random, dob: date, legal: tuple[tuple[date, str], ...]) -> LegalPlan:
    since = legal[-1][0]
    order = since + _days(rng, 110, 165, 200, 260, 420)
    age = age_on(dob, order)
    outcome = pick(rng, next((weights for below, weights in COURT_OUTCOMES if age < below), COURT_OUTCOMES[-1][1]))
    if outcome == "adoption":
        return _adoption(rng, dob, legal, order)
    if outcome == "home":
        return LegalPlan(legal, order, pick(rng, {"E4A": 0.93, "E13": 0.07}), "home")
    if outcome in ("kin", "order"):
        moved = order - _days(rng, 20, 60, 100)
        rec = guardianship_code(rng, order) if outcome == "kin" else "E41"
        return LegalPlan(legal, order, rec, "kin", (("kin", moved),) if chance(rng, 0.6) else ())
    legal = (*legal, (order, "C2"))
    if outcome == "parents":
        return LegalPlan(legal, order + _days(rng, 180, 350, 600, 1100), "E4A", "home", (("parents", order),))
    return _full_order(rng, dob, legal, order)


def _full_order(rng: Random, dob: date, legal: tuple[tuple[date, str], ...], order: date) -> LegalPlan:
    settled: tuple[tuple[str, date], ...] = (("settled", order + _days(rng, 50, 150, 300, 500)),)
    leaving = pick(rng, {"adult": 0.66, "kin": 0.17, "home": 0.13, "elsewhere": 0.04})
    if leaving == "kin":
        end = order + _days(rng, 250, 600, 1000, 1600)
        return LegalPlan(legal, end, guardianship_code(rng, end), "kin", settled)
    if leaving == "home":
        return LegalPlan(legal, order + _days(rng, 200, 500, 900, 1500), "E4A", "home", settled)
    if leaving == "elsewhere":
        return LegalPlan(
            legal, order + _days(rng, 200, 700, 1500), pick(rng, {"E3": 0.7, "E8": 0.25, "E2": 0.05}), "away"
        )
    remanded = birthday(dob, 15) + timedelta(whole(rng, 0, 900))
    if chance(rng, 0.03) and remanded > order:
        freed = remanded + timedelta(whole(rng, 8, 26))
        legal = (*legal, (remanded, "J1"), (freed, "C2"))
        settled = (*settled, ("custody", remanded), ("custody over", freed))
    return LegalPlan(legal, birthday(dob, 18), "E5", "adult", settled)


def _adoption(rng: Random, dob: date, legal: tuple[tuple[date, str], ...], order: date) -> LegalPlan:
    legal = (*legal, (order, "E1"))
    if chance(rng, 0.07):
        revoked = order + _days(rng, 300, 450, 700)
        return _full_order(rng, dob, (*legal, (revoked, "C2")), revoked)
    placed = order + _days(rng, 15, 70, 150, 320)
    adopters = (("adopters", placed),)
    if chance(rng, 0.03):
        ended = placed + _days(rng, 40, 120, 250)
        revoked = ended + _days(rng, 60, 150, 300)
        plan = _full_order(rng, dob, (*legal, (revoked, "C2")), revoked)
        return LegalPlan(
            plan.legal, plan.end, plan.rec, plan.outcome, (*adopters, ("disruption", ended), *plan.milestones)
        )
    adopted = placed + _days(rng, 110, 180, 260, 420)
    return LegalPlan(legal, adopted, pick(rng, {"E11": 0.35, "E12": 0.65}), "adoption", adopters)
