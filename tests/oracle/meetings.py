"""Measures of review meetings and what was sent after them (review_details; definitions, 3.3)."""

from collections.abc import Iterator
from datetime import date

from tests.oracle import labels
from tests.oracle.days import calendar_days_after, month_label, working_days_after
from tests.oracle.reading import Details, Review
from tests.oracle.reviews import held_in_year
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear, Limit


def held_with_details(known: KnownYear) -> list[tuple[Review, Details]]:
    """Return the counted reviews held in the year that have a review_details row."""
    found = [(review, known.details(review)) for review, _ in held_in_year(known)]
    return [(review, details) for review, details in found if details is not None]


def reviews_virtual(known: KnownYear) -> list[Case]:
    """One case per review held in the year with a mode; virtual and hybrid count."""
    return [
        Case(details.mode in ("virtual", "hybrid"), {"month": [month_label(review.held)]})
        for review, details in held_with_details(known)
        if details.mode in labels.MODES
    ]


def limit_after(day: date, limit: Limit) -> date:
    """Return the last day of a limit in working days or calendar days."""
    unit, number = limit
    return working_days_after(day, number) if unit == "working days" else calendar_days_after(day, number)


def due_to_be_sent(known: KnownYear, limit: Limit) -> Iterator[tuple[date, Details]]:
    """Yield the limit and the details of counted reviews with details whose limit falls in the year."""
    for review, _ in known.reviews:
        details = known.details(review)
        last_day = limit_after(review.held, limit)
        if details is not None and known.has(last_day):
            yield last_day, details


def decisions_sent_on_time(known: KnownYear) -> list[Case]:
    """One case per review whose decisions were due to be sent in the year; sent by then counts."""
    return [
        Case(d.decisions_sent is not None and d.decisions_sent <= limit, {"month": [month_label(limit)]})
        for limit, d in due_to_be_sent(known, ("working days", 5))
    ]


def records_sent_on_time(known: KnownYear) -> list[Case]:
    """One case per review whose record was due to be sent in the year; sent by then counts."""
    return [
        Case(d.record_sent is not None and d.record_sent <= limit, {"month": [month_label(limit)]})
        for limit, d in due_to_be_sent(known, known.record_limit)
    ]


def records_late_reasons(known: KnownYear) -> list[Case]:
    """One case per review whose record was not sent by its limit in the year."""
    return [
        Case(groups={"record_late_reason": [labels.text_label(d.record_late_reason)]})
        for limit, d in due_to_be_sent(known, known.record_limit)
        if d.record_sent is None or d.record_sent > limit
    ]


def reviews_with_social_work_report(known: KnownYear) -> list[Case]:
    """One case per review held in the year if it is known whether there was a report."""
    known_answers = ("on time", "late", "not available")
    answers = [details.social_work_report for _, details in held_with_details(known)]
    return [Case(answer in ("on time", "late")) for answer in answers if answer in known_answers]


def parents_took_part(known: KnownYear) -> list[Case]:
    """One case per review held in the year to which the parent was invited."""
    answers = [details.parent_took_part for _, details in held_with_details(known)]
    invited = ("attended", "contributed", "no")
    return [Case(answer != "no") for answer in answers if answer in invited]


def parents_not_invited(known: KnownYear) -> list[Case]:
    """One case per review held in the year if it is known whether the parent took part or was invited."""
    answers = [details.parent_took_part for _, details in held_with_details(known)]
    all_four = ("attended", "contributed", "no", "not invited")
    return [Case(answer == "not invited") for answer in answers if answer in all_four]
