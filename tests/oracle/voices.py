"""Measures of children's part in their reviews, of apps and of feedback forms."""

from datetime import date

from tests.oracle import labels
from tests.oracle.care import Period
from tests.oracle.days import first_day_of, last_day_of, month_label
from tests.oracle.reading import Review
from tests.oracle.records import Cells, Records, day
from tests.oracle.reviews import held_in_year, participation_groups
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
NO_PART = ("PN4", "PN7")
PARENTS = {
    "attended": "Attended",
    "contributed": "Contributed",
    "no": "Did not take part",
    "not invited": "Not invited",
}

Seen = tuple[Review, Period, int]


def reviews_that_tell(known: KnownYear, first: date, last: date) -> dict[str, list[Seen]]:
    """Return, by child, the reviews from `first` to `last` at the age of 4 or over with PN1 to PN7, by date."""
    found: dict[str, list[Seen]] = {}
    for review, period in sorted(known.reviews, key=lambda pair: pair[0].held):
        age = known.age_at(review)
        if first <= review.held <= last and age is not None and age >= 4 and review.code in labels.PARTICIPATION:
            found.setdefault(review.child, []).append((review, period, age))
    return found


def groups(known: KnownYear, records: Records, seen: Seen) -> labels.Groups:
    """Return the categories of such a review, with its reviewing officer."""
    review, period, age = seen
    details = [row for row in records.of("review_details", review.child) if day(row, "review_date") == review.held]
    officer = labels.text_label(details[0].get("iro_id", "") if details else "")
    return participation_groups(known, review, period, age) | {"review_iro": [officer]}


def children_took_no_part(known: KnownYear, records: Records) -> list[Case]:
    """One case per review of the year; PN4 and PN7 count."""
    by_child = reviews_that_tell(known, known.first_day, known.last_day)
    every = [seen for reviews in by_child.values() for seen in reviews]
    return [Case(seen[0].code in NO_PART, groups(known, records, seen)) for seen in every]


def children_never_took_part(known: KnownYear, records: Records) -> list[Case]:
    """One case per child with such a review; PN4 or PN7 at every one counts."""
    by_child = reviews_that_tell(known, known.first_day, known.last_day)
    return [
        Case(all(review.code in NO_PART for review, _, _ in reviews), groups(known, records, reviews[-1]))
        for reviews in by_child.values()
    ]


def children_with_part(known: KnownYear, records: Records) -> list[Case]:
    """One case per child with such a review; a part in at least one counts. The last one gives the age."""
    by_child = reviews_that_tell(known, known.first_day, known.last_day)
    return [
        Case(any(review.code in TOOK_PART for review, _, _ in reviews), groups(known, records, reviews[-1]))
        for reviews in by_child.values()
    ]


def _of_both_years(known: KnownYear) -> list[tuple[Seen, Seen]]:
    first, last = first_day_of(known.year - 1), last_day_of(known.year - 1)
    before, now = reviews_that_tell(known, first, last), reviews_that_tell(known, known.first_day, known.last_day)
    return [(before[child][-1], now[child][-1]) for child in now if child in before]


def children_began_to_take_part(known: KnownYear, records: Records) -> list[Case]:
    """One case per child without a part in the last review of the year before; a part in this year's last counts."""
    return [
        Case(now[0].code in TOOK_PART, groups(known, records, now))
        for before, now in _of_both_years(known)
        if before[0].code in NO_PART
    ]


def children_stopped_taking_part(known: KnownYear, records: Records) -> list[Case]:
    """One case per child with a part in the last review of the year before; no part in this year's last counts."""
    return [
        Case(now[0].code in NO_PART, groups(known, records, now))
        for before, now in _of_both_years(known)
        if before[0].code in TOOK_PART
    ]


def parent_participation(known: KnownYear, records: Records) -> list[Case]:
    """One case per review held in the year."""
    cases = []
    for review, _ in held_in_year(known):
        details = known.details(review)
        label = PARENTS.get(details.parent_took_part, labels.NOT_RECORDED) if details else labels.NOT_RECORDED
        cases.append(Case(groups={"parent_participation": [label]}))
    return cases


def _submissions(known: KnownYear, records: Records) -> list[tuple[Cells, date]]:
    days = [(row, day(row, "submitted_date")) for row in records.rows["app_use"]]
    return [(row, sent) for row, sent in days if sent is not None and known.has(sent)]


def app_submissions(known: KnownYear, records: Records) -> list[Case]:
    """One case per child, app and day."""
    return [
        Case(groups={"app": [row["app"]], "month": [month_label(sent)]}) for row, sent in _submissions(known, records)
    ]


def children_using_apps(known: KnownYear, records: Records) -> list[Case]:
    """One case per child, under each app used."""
    used: dict[str, set[str]] = {}
    for row, _ in _submissions(known, records):
        used.setdefault(row["child_id"], set()).add(row["app"])
    return [Case(groups={"apps": sorted(apps)}) for apps in used.values()]


def said(text: str) -> str:
    """Return a word with a capital and then small letters, or `Not recorded`."""
    return text.capitalize() or labels.NOT_RECORDED


def _answers(known: KnownYear, records: Records) -> list[Cells]:
    return [row for row in records.rows["feedback"] if known.has(day(row, "feedback_date"))]


def feedback_received(known: KnownYear, records: Records) -> list[Case]:
    """One case per child, day and respondent."""
    forms = {
        (row["child_id"], day(row, "feedback_date"), said(row.get("respondent", "")))
        for row in _answers(known, records)
    }
    return [Case(groups={"respondent": [respondent]}) for _, _, respondent in sorted(forms, key=str)]


def feedback_answers(known: KnownYear, records: Records) -> list[Case]:
    """One case per question of a form."""
    return [
        Case(groups={"question_answer": [f"{row['question']} – {said(row.get('answer', ''))}"]})
        for row in _answers(known, records)
    ]


def feedback_answered_yes(known: KnownYear, records: Records) -> list[Case]:
    """One case per question answered with yes, partly or no; yes counts."""
    return [
        Case(
            row["answer"].lower() == "yes",
            {"question": [row["question"]], "respondent": [said(row.get("respondent", ""))]},
        )
        for row in _answers(known, records)
        if row.get("answer", "").lower() in ("yes", "partly", "no")
    ]


def feedback_children_yes(known: KnownYear, records: Records) -> list[Case]:
    """The same, of the respondent child."""
    return [case for case in feedback_answered_yes(known, records) if case.groups["respondent"] == ["Child"]]
