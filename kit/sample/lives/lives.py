"""The lives of children who come into care: who they are, and each period of care with its placements."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from kit.sample.days import age_on, birthday, first_day
from kit.sample.draws import chance, pick, spread, stream, whole
from kit.sample.lives.legal import LegalPlan, plan_period
from kit.sample.lives.people import Child, Episode, Period
from kit.sample.lives.placements import make_episodes, new_stay, postcode, stays
from kit.sample.targets import household_kinds

ETHNICITIES = {
    "WBRI": 0.821, "WOTH": 0.035, "WIRI": 0.004, "WIRT": 0.006, "WROM": 0.006, "MWBC": 0.025, "MWBA": 0.014,
    "MWAS": 0.012, "MOTH": 0.02, "AIND": 0.003, "APKN": 0.004, "ABAN": 0.003, "AOTH": 0.006, "BCRB": 0.006,
    "BAFR": 0.008, "BOTH": 0.003, "CHNE": 0.001, "OOTH": 0.019, "REFU": 0.002, "NOBT": 0.0,
}  # fmt: skip
UNACCOMPANIED_ETHNICITIES = {"AOTH": 0.45, "OOTH": 0.28, "BAFR": 0.24, "WOTH": 0.03}
NEEDS = {
    "unaccompanied": {"N8": 1.0},
    "remand": {"N6": 0.7, "N5": 0.2, "N1": 0.1},
    "disabled": {"N2": 0.85, "N4": 0.15},
    "young": {"N1": 0.72, "N5": 0.14, "N3": 0.05, "N4": 0.06, "N8": 0.02, "N7": 0.01},
    "older": {"N1": 0.50, "N5": 0.21, "N4": 0.16, "N6": 0.06, "N3": 0.03, "N8": 0.03, "N2": 0.01},
}
# Ages in days at entry: equally spaced quantiles, with the peaks in the first year and from 12 to 16.
AGES = {
    "baby": (1, 3, 20, 120, 400),
    "toddler": (400, 800, 1200, 1825),
    "school age": (1826, 2500, 3100, 3650),
    "teenager": (3660, 4400, 4900, 5300, 5840),
    "older": (5850, 6000, 6300),
    "disabled": (2000, 3800, 5000, 5800),
    "remand": (4700, 5500, 6000, 6450),
    "unaccompanied": (5500, 5900, 6150, 6400),
}
SIBLINGS = {"baby": (0.30, 1), "toddler": (0.40, 1), "school age": (0.45, 1), "teenager": (0.16, -1)}
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


@dataclass(frozen=True)
class Household:
    """A family whose children come into care on one day; `ages` are in days."""

    key: str
    kind: str
    start: date
    ethnicity: str
    home_post: str
    ages: tuple[int, ...]


def make_household(year: int, n: int) -> Household:
    """Return the n-th household whose children may come into care in a reporting year."""
    key = f"{year}-{n}"
    rng = stream("household", key)
    kind = pick(rng, household_kinds(year))
    start = first_day(year) + timedelta(whole(rng, 0, 364))
    ages = [spread(rng, *AGES[kind])]
    share, direction = SIBLINGS.get(kind, (0.0, 1))
    while chance(rng, share) and len(ages) < 4:
        age = ages[-1] + direction * whole(rng, 420, 1300)
        if 0 < age < 6300:
            ages.append(age)
        share *= 0.75
    ethnicity = pick(rng, UNACCOMPANIED_ETHNICITIES if kind == "unaccompanied" else ETHNICITIES)
    return Household(key, kind, start, ethnicity, postcode(rng, "QX"), tuple(ages))


def live(household: Household, n: int) -> Child:
    """Return the life of the household's n-th child; the child number is given later."""
    key = f"{household.key}-{n}"
    rng = stream("life", key)
    boys = {"unaccompanied": 0.96, "remand": 0.9, "disabled": 0.62}.get(household.kind, 0.53)
    sex = "1" if chance(rng, boys) else "2"
    dob = household.start - timedelta(household.ages[n])
    child = Child(
        key,
        household.key,
        household.kind,
        "",
        sex,
        dob,
        household.ethnicity,
        "",
        None,
        household.home_post,
        (),
    )
    periods = _periods(rng, child, household.start)
    mother = None
    if sex == "2" and periods[-1].end > birthday(dob, 16) and chance(rng, 0.05):
        mother = birthday(dob, 15) + timedelta(whole(rng, 100, 900))
    return replace(child, periods=periods, became_mother=mother, upn=_upn(stream("upn", key), child))


def _periods(rng: Random, child: Child, start: date) -> tuple[Period, ...]:
    kind, periods = child.kind, list[Period]()
    while True:
        plan = plan_period(rng, kind, child.dob, start)
        need = pick(rng, NEEDS.get(kind, NEEDS["young" if age_on(child.dob, start) < 11 else "older"]))
        episodes = make_episodes(plan, stays(rng, kind, child.dob, child.home_post, plan), need)
        periods.append(Period(start, plan.end, plan.rec, plan.outcome, episodes))
        again = _comes_back(rng, plan)
        if again is None or again >= birthday(child.dob, 18) - timedelta(90) or len(periods) == 3:
            return tuple(periods)
        kind, start = "family" if kind == "remand" else kind, again


def _comes_back(rng: Random, plan: LegalPlan) -> date | None:
    share = {"home": 0.17, "kin": 0.04, "away": 0.03}.get(plan.outcome, 0.0)
    if plan.rec in ("E2", "E3", "E15", "E9") or not chance(rng, share):
        return None
    if chance(rng, 0.09):
        return plan.end
    return plan.end + timedelta(spread(rng, 5, 40, 120, 300, 600, 1100))


def _upn(rng: Random, child: Child) -> str:
    """Return a unique pupil number with its check letter, made up: no council has the number 997."""
    digits = f"997{whole(rng, 2000, 4999)}{(child.dob.year + 4) % 100:02d}{whole(rng, 0, 999):03d}"
    return UPN_LETTERS[sum(int(d) * weight for weight, d in enumerate(digits, start=2)) % 23] + digits


def short_break_child(n: int) -> Child:
    """Return a disabled child who has short breaks and is not looked after, or (n = 0, 1) later is both."""
    key = f"breaks-{n}"
    rng = stream("life", key)
    start = date(2014, 9, 1) + timedelta(whole(rng, 0, 1500))
    dob = start - timedelta(spread(rng, 2200, 3800, 4600))
    home = postcode(rng, "QX")
    child = Child(key, key, "disabled", "", pick(rng, {"1": 0.6, "2": 0.4}), dob, "WBRI", "", None, home, ())
    stay = new_stay(rng, pick(rng, {"K2": 0.5, "U6": 0.3, "R1": 0.2}), 0, home)
    end = start + timedelta(spread(rng, 250, 700, 1100, 1500))
    if n % 3 == 2:
        breaks = []
        day = start
        while day < start + timedelta(400):
            breaks.append(Episode(day, day + timedelta(whole(rng, 2, 4)), "S", "V3", "N2", stay, "E8", ""))
            day += timedelta(whole(rng, 26, 60))
    else:
        breaks = [Episode(start, end, "S", "V4", "N2", stay, "E4A" if n > 1 else "E8", "")]
    periods = _periods(rng, child, end + timedelta(n * 25)) if n < 2 else ()
    return replace(child, periods=periods, short_breaks=tuple(breaks), upn=_upn(stream("upn", key), child))
