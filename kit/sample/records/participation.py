"""How each child took part in each review: the PN code of the return."""

from collections import defaultdict
from datetime import date

from kit.sample.days import age_on, first_day, reporting_year_of
from kit.sample.draws import pick, stream
from kit.sample.lives.council import Council, Review
from kit.sample.lives.people import ADOPTIVE
from kit.sample.records.send import profile
from kit.sample.targets import (
    CHILDREN_TOOK_PART,
    CHILDREN_TOOK_PART_BY_MONTH,
    FIRST_YEAR,
    HIGHEST_MONTH,
    LOWEST_MONTH,
)

PLACES = {"K2": -0.25, "H5": -0.35, "U4": 0.2, "U1": 0.2, "R5": -0.3, "K1": -0.2, "P1": -0.1}
TOOK_PART = {
    "young": {"PN1": 0.30, "PN2": 0.10, "PN3": 0.12, "PN5": 0.16, "PN6": 0.32},
    "child": {"PN1": 0.62, "PN2": 0.07, "PN3": 0.02, "PN5": 0.08, "PN6": 0.21},
    "older": {"PN1": 0.60, "PN2": 0.04, "PN3": 0.01, "PN5": 0.14, "PN6": 0.21},
    "new family": {"PN1": 0.60, "PN3": 0.40},
    "needs help": {"PN1": 0.26, "PN2": 0.20, "PN3": 0.20, "PN5": 0.18, "PN6": 0.16},
}


def participation_codes(council: Council, unusable: dict[tuple[str, date], str]) -> dict[tuple[str, date], str]:
    """Return the code of each review, by child number and day.

    In each month the children who are likeliest to take part do, up to the share set in `targets`; who they
    are follows from age, placement, needs and a child's own ways. `unusable` are codes that someone mistyped:
    they are returned as they are, and count for nothing.
    """
    months: dict[str, list[Review]] = defaultdict(list)
    codes = {review.key: "PN0" for review in council.reviews} | unusable
    for review in council.reviews:
        exported = review.day >= first_day(FIRST_YEAR)
        if exported and age_on(review.child.dob, review.day) >= 4 and review.key not in unusable:
            months[f"{review.day:%Y-%m}"].append(review)
    for month, reviews in sorted(months.items()):
        ranked = sorted(reviews, key=lambda each: (-_inclination(each), each.key))
        taking_part = _how_many(month, len(ranked))
        for place, review in enumerate(ranked):
            codes[review.key] = _code(review, place < taking_part)
    return codes


def _how_many(month: str, reviews: int) -> int:
    share = CHILDREN_TOOK_PART_BY_MONTH.get(month)
    if share is None:
        year = reporting_year_of(date(int(month[:4]), int(month[5:]), 1))
        wobble = stream("month", month).random() * 8 - 4
        return round(reviews * (CHILDREN_TOOK_PART.get(year, 80.0) + wobble) / 100)
    low, high = -(-reviews * LOWEST_MONTH // 100), reviews * HIGHEST_MONTH // 100
    return min(max(round(reviews * share / 100), low), high)


def _inclination(review: Review) -> float:
    child, needs = review.child, profile(review.child)
    rng = stream("inclination", child.key)
    if _joins_new_family(review):
        return 9.0
    own_ways = (rng.random() + rng.random()) * 1.3 - 1.3
    today = stream("took part", child.key, review.day.toordinal()).random() * 1.2
    age = age_on(child.dob, review.day)
    by_age = 0.0 if age < 7 else 0.3 if age < 10 else 0.15 if age < 16 else -0.25
    by_need = {"E": -0.32, "K": -0.08}.get(needs.provision_on(child.dob, review.day), 0.0)
    by_need -= 0.25 if needs.needs_communication_support else 0.0
    place = PLACES.get(review.period.episode_on(review.day).stay.code, 0.0)
    new = -0.2 if review.number == 1 else 0.0
    alone = 0.35 if child.kind == "unaccompanied" else 0.0
    return own_ways + today + by_age + by_need + place + new + alone


def _joins_new_family(review: Review) -> bool:
    """Return whether the child is to be adopted: such children all come to their reviews."""
    episode = review.period.episode_on(review.day)
    return episode.legal_status == "E1" or episode.stay.code in ADOPTIVE


def _code(review: Review, took_part: bool) -> str:
    rng = stream("code", review.child.key, review.day.toordinal())
    age = age_on(review.child.dob, review.day)
    if not took_part:
        return pick(rng, {"PN7": 0.70, "PN4": 0.30} if age >= 7 else {"PN7": 0.85, "PN4": 0.15})
    if _joins_new_family(review):
        return pick(rng, TOOK_PART["new family"])
    if profile(review.child).needs_communication_support:
        return pick(rng, TOOK_PART["needs help"])
    return pick(rng, TOOK_PART["young" if age < 7 else "child" if age < 14 else "older"])
