"""What the council's records say of the reviews held in the year, recorded or not, from the measures' headers."""

from tests.oracle import labels
from tests.oracle.children import placement_and_status
from tests.oracle.days import quarter_label
from tests.oracle.reviews import held_in_year
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


def _by(known: KnownYear, column: str, words: dict[str, str]) -> list[Case]:
    cases = []
    for review, _ in held_in_year(known):
        details = known.details(review)
        word = getattr(details, column) if details else ""
        cases.append(Case(groups={column: [words.get(word, labels.NOT_RECORDED)]}))
    return cases


def reviews_by_mode(known: KnownYear) -> list[Case]:
    """One case per review held in the year, by mode."""
    return _by(known, "mode", labels.MODES)


def care_plan_at_review(known: KnownYear) -> list[Case]:
    """One case per review held in the year, by the care plan at it."""
    return _by(known, "care_plan", labels.CARE_PLANS)


def social_work_report_at_review(known: KnownYear) -> list[Case]:
    """One case per review held in the year, by what is said of the social work report."""
    return _by(known, "social_work_report", labels.SOCIAL_WORK_REPORTS)


def reviews_with_care_plan(known: KnownYear) -> list[Case]:
    """One case per review held in the year that says of the care plan; any plan counts."""
    found = [known.details(review) for review, _ in held_in_year(known)]
    return [Case(d.care_plan != "none") for d in found if d is not None and d.care_plan in labels.CARE_PLANS]


def children_seen_before_review(known: KnownYear) -> list[Case]:
    """One case per review held in the year that says whether the child was seen before; Y counts."""
    cases = []
    for review, period in held_in_year(known):
        details = known.details(review)
        if details is not None and details.seen_before_review in ("Y", "N"):
            groups = {
                "quarter": [quarter_label(review.held)],
                "age_band_all": [labels.age_band_all(known.age_at(review))],
                "placement": placement_and_status(period, review.held)["placement"],
            }
            cases.append(Case(details.seen_before_review == "Y", groups))
    return cases
