"""What the case management system says of each review meeting: review_details."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

from kit.sample.days import (
    age_on,
    first_day,
    last_day,
    reporting_year_of,
    shown,
    working_day_by,
    working_day_from,
    working_days_after,
)
from kit.sample.draws import chance, dealt, pick, spread, stream, whole
from kit.sample.lives.council import Council, Review
from kit.sample.lives.people import ADOPTIVE
from kit.sample.records.modes import VIRTUAL_FROM
from kit.sample.targets import DECISIONS_SENT_ON_TIME, FIRST_YEAR, RECORDS_SENT_ON_TIME

RECORD_LIMIT = timedelta(21)
RECORD_REASONS = {
    "Workload": 0.30, "Sickness": 0.17, "Awaiting social work report": 0.16, "Business support": 0.12,
    "Annual leave": 0.09, "IT problem": 0.08, "": 0.08,
}  # fmt: skip
EXPORTED = {
    2016: date(2016, 4, 18), 2017: date(2017, 4, 24), 2018: date(2018, 4, 16), 2019: date(2019, 4, 15),
    2020: date(2020, 5, 11), 2021: date(2021, 4, 19),
}  # fmt: skip


@dataclass(frozen=True)
class Sent:
    """When the decisions and the record of a review were sent; the record may never be (None)."""

    decisions: date
    record: date | None
    why_late: str


def sending_days(council: Council, written: Container[tuple[str, date]]) -> dict[tuple[str, date], Sent]:
    """Return when the papers of each review were sent, by child number and day.

    In each year, by the day on which the limit falls, as many are late as the shares in `targets` say; the
    likeliest are those of officers who are away sick. `written` are the reviews that were written up.
    """
    reviews = [r for r in council.reviews if r.day >= first_day(FIRST_YEAR) - RECORD_LIMIT and r.key in written]
    limits = [working_days_after(r.day, 5) for r in reviews]
    slow = _late(reviews, limits, DECISIONS_SENT_ON_TIME, "decisions")
    late = _late(reviews, [r.day + RECORD_LIMIT for r in reviews], RECORDS_SENT_ON_TIME, "record")
    why = _why_late([r for r in reviews if r.key in late])
    return {review.key: _sent(review, review.key in slow, why.get(review.key)) for review in reviews}


def _late(reviews: list[Review], limits: list[date], on_time: dict[int, float], what: str) -> set[tuple[str, date]]:
    ranked: dict[int, list[tuple[float, tuple[str, date]]]] = defaultdict(list)
    for review, limit in zip(reviews, limits, strict=True):
        draw = stream(what, review.child.key, review.day.toordinal()).random()
        ranked[reporting_year_of(limit)].append((draw / (5.0 if _why_away(review) else 1.0), review.key))
    return {
        key
        for year, rows in ranked.items()
        for _, key in sorted(rows)[: round(len(rows) * (100 - on_time.get(year, 90.0)) / 100)]
    }


def _why_late(late: list[Review]) -> dict[tuple[str, date], str]:
    """Return why each late record was late: an officer's sickness, otherwise each year's shares of the reasons."""
    why = {r.key: "Sickness" for r in late if _why_away(r) == "Sickness"}
    years: dict[int, list[tuple[str, date]]] = defaultdict(list)
    for review in late:
        if review.key not in why:
            years[reporting_year_of(review.day + RECORD_LIMIT)].append(review.key)
    for year, keys in sorted(years.items()):
        why |= dict(zip(keys, dealt(stream("record reasons", year), len(keys), RECORD_REASONS), strict=True))
    return why


def _why_away(review: Review) -> str:
    return review.officer.why_away(review.day + timedelta(10))


def _sent(review: Review, slow: bool, why_late: str | None) -> Sent:
    rng = stream("sent", review.child.key, review.day.toordinal())
    decisions = working_days_after(review.day, whole(rng, 6, 11) if slow else spread(rng, 1, 2, 4, 6))
    if why_late is None:
        record = working_day_by(review.day + timedelta(spread(rng, 5, 11, 16, 22)))
        return Sent(decisions, record, "")
    record = working_day_from(review.day + timedelta(spread(rng, 22, 26, 34, 48, 85)))
    return Sent(decisions, None if chance(rng, 0.03) else record, why_late)


def detail_rows(
    council: Council, modes: dict[tuple[str, date], str], sent: dict[tuple[str, date], Sent], year: int
) -> list[dict[str, str]]:
    """Return the rows of the year's reviews and cancelled meetings, and of older ones not yet written up."""
    rows = []
    for review in council.reviews:
        papers, held_in = sent.get(review.key), reporting_year_of(review.day)
        if not papers or not year - 1 <= held_in <= year + 1:
            continue
        outstanding = held_in == year - 1 and (
            papers.record is None or papers.record > EXPORTED.get(year - 1, review.day)
        )
        if held_in == year or (outstanding and year > FIRST_YEAR):
            rows.append(_row(review, modes[review.key], papers, EXPORTED[year]))
        rows += _cancelled(review, year)
    return sorted(
        rows,
        key=lambda row: (
            row["child_id"],
            row["review_date"][6:] + row["review_date"][3:5] + row["review_date"][:2],
        ),
    )


def _row(review: Review, mode: str, papers: Sent, exported: date) -> dict[str, str]:
    rng = stream("details", review.child.key, review.day.toordinal())
    record = papers.record if papers.record and papers.record <= exported else None
    overdue = papers.why_late and (record or exported > review.day + RECORD_LIMIT)
    covid = review.day >= VIRTUAL_FROM
    report = {"on time": 0.70, "late": 0.20, "not available": 0.08, "": 0.02}
    if covid:
        report = {"on time": 0.74, "late": 0.18, "not available": 0.06, "": 0.02}
    return {
        "child_id": review.child.child_id,
        "review_date": shown(review.day),
        "system_due_date": shown(review.due),
        "cancelled": "N",
        "iro_id": review.officer.iro_id,
        "mode": mode,
        "decisions_sent_date": shown(papers.decisions if papers.decisions <= exported else None),
        "record_sent_date": shown(record),
        "record_late_reason": papers.why_late if overdue else "",
        "social_work_report": pick(rng, report),
        "care_plan": pick(rng, _care_plans(review)),
        "parent_took_part": pick(rng, _parents(review)),
        "late_reason": review.why_late or "",
        "seen_before_review": pick(rng, {"Y": 0.42, "N": 0.58} if covid else {"Y": 0.68, "N": 0.32}),
        "quality_score": pick(rng, {"1": 0.06, "2": 0.24, "3": 0.45, "4": 0.17, "": 0.08}),
    }


def _care_plans(review: Review) -> dict[str, float]:
    status = review.period.episode_on(review.day).legal_status
    if review.number == 1:
        return {"draft": 0.42, "legal": 0.28, "final": 0.20, "none": 0.08, "": 0.02}
    if status == "C1":
        return {"legal": 0.62, "draft": 0.22, "final": 0.11, "none": 0.04, "": 0.01}
    if status in ("C2", "E1"):
        return {"final": 0.86, "draft": 0.08, "legal": 0.02, "none": 0.03, "": 0.01}
    return {"final": 0.62, "draft": 0.29, "none": 0.07, "": 0.02}


def _parents(review: Review) -> dict[str, float]:
    episode = review.period.episode_on(review.day)
    if review.child.kind == "unaccompanied":
        return {"not invited": 0.82, "no": 0.17, "": 0.01}
    if episode.legal_status == "E1" or episode.stay.code in ADOPTIVE:
        return {"not invited": 0.86, "no": 0.08, "contributed": 0.06}
    if age_on(review.child.dob, review.day) >= 16:
        return {"attended": 0.22, "contributed": 0.14, "no": 0.38, "not invited": 0.25, "": 0.01}
    attended = 0.44 if review.day >= VIRTUAL_FROM else 0.38
    return {"attended": attended, "contributed": 0.22, "no": 0.28, "not invited": 0.10, "": 0.015}


def _cancelled(review: Review, year: int) -> list[dict[str, str]]:
    """Return the row of a meeting that was booked first and cancelled, if there was one in the year."""
    rng = stream("cancelled", review.child.key, review.day.toordinal())
    booked = review.first_booked
    if booked is None and chance(rng, 0.03):
        booked = working_day_by(review.day - timedelta(whole(rng, 4, 15)))
    if booked is None or booked >= review.day or not first_day(year) <= booked <= last_day(year):
        return []
    if booked <= review.period.start:
        return []
    return [
        {
            "child_id": review.child.child_id,
            "review_date": shown(booked),
            "system_due_date": shown(review.due),
            "cancelled": "Y",
            "iro_id": review.officer.iro_id,
        }
    ]
