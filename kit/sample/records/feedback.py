"""What children and carers said of reviews on the forms that came back."""

from datetime import date, timedelta

from kit.sample.days import age_on, reporting_year_of, shown
from kit.sample.draws import chance, dealt, stream, whole
from kit.sample.lives.council import Council, Review

FIRST_YEAR = 2019
EXPORTED = {2021: date(2021, 4, 26)}
CAME_BACK = {"child": {2019: 0.10, 2020: 0.12, 2021: 0.15}, "carer": {2019: 0.11, 2020: 0.12, 2021: 0.11}}
QUESTIONS = {
    "Were you listened to?": {"yes": 0.74, "partly": 0.15, "no": 0.08, "": 0.03},
    "Did you know what was decided?": {"yes": 0.66, "partly": 0.20, "no": 0.10, "": 0.04},
    "Was it at a good time and place?": {"yes": 0.70, "partly": 0.16, "no": 0.10, "": 0.04},
    "Did you talk with the IRO before?": {"yes": 0.58, "partly": 0.12, "no": 0.27, "": 0.03},
}
# In 2020-21 meetings moved to the screen: easier to join, harder to talk before.
SHIFT_2021 = {"Was it at a good time and place?": 0.09, "Did you talk with the IRO before?": -0.14}


def feedback_rows(council: Council, year: int) -> list[dict[str, str]] | None:
    """Return the answers on the forms that came back in the year, form by form, or None before there were forms."""
    if year < FIRST_YEAR:
        return None
    forms = sorted(
        (day, review.child.child_id, respondent)
        for review in council.reviews
        if abs(reporting_year_of(review.day) - year) < 2
        for respondent, day in _forms(review)
        if reporting_year_of(day) == year
    )
    answers: dict[tuple[str, str], list[str]] = {}
    for respondent in CAME_BACK:
        number = sum(who == respondent for _, _, who in forms)
        for question in QUESTIONS:
            rng = stream("feedback answers", year, respondent, question)
            answers[respondent, question] = dealt(rng, number, _weights(question, respondent, year))
    return [
        {
            "child_id": child,
            "feedback_date": shown(day),
            "respondent": respondent,
            "question": question,
            "answer": answers[respondent, question].pop(),
        }
        for day, child, respondent in forms
        for question in QUESTIONS
    ]


def _forms(review: Review) -> list[tuple[str, date]]:
    year = max(FIRST_YEAR, reporting_year_of(review.day))
    found = []
    for respondent, shares in CAME_BACK.items():
        rng = stream("feedback", respondent, review.child.key, review.day.toordinal())
        old_enough = respondent == "carer" or age_on(review.child.dob, review.day) >= 7
        if year in shares and chance(rng, shares[year]) and old_enough:
            found.append((respondent, review.day + timedelta(whole(rng, 1, 16))))
    return found


def _weights(question: str, respondent: str, year: int) -> dict[str, float]:
    weights = dict(QUESTIONS[question])
    moved = SHIFT_2021.get(question, 0.0) * (year == 2021) + (0.06 if respondent == "carer" else 0.0)
    weights["yes"] += moved
    weights["no"] -= moved * 0.5
    weights["partly"] -= moved * 0.5
    return weights
