"""More measures of escalations: officer by officer, their paths, those open and raised again (from their headers)."""

from dataclasses import dataclass
from datetime import date

from tests.oracle import labels
from tests.oracle.days import first_day_of, months_after
from tests.oracle.labels import NOT_RECORDED
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


@dataclass(frozen=True)
class Dispute:
    """An escalation as the year knows it."""

    number: str
    child: str
    officer: str
    raised: date
    raised_stage: str
    resolved: date | None
    resolved_stage: str


@dataclass(frozen=True)
class Wait(Case):
    """An escalation with the days that it took."""

    days: int = 0


def disputes(known: KnownYear) -> list[Dispute]:
    """Return the escalations raised by the last day of the year."""
    found = []
    for kept in known.council.own.kept("escalations"):
        raised = kept.day("raised_date", known.last_day)
        if raised is None:
            continue
        resolved = kept.day("resolved_date", known.last_day)
        unknown = resolved is None and kept.day("resolved_date") is not None
        resolved_stage = NOT_RECORDED if unknown else labels.stage_label(kept.code("resolved_stage"))
        found.append(
            Dispute(
                kept.text("escalation_id"),
                kept.text("child_id"),
                kept.text("iro_id") or NOT_RECORDED,
                raised,
                labels.stage_label(kept.code("raised_stage")),
                resolved,
                resolved_stage,
            )
        )
    return found


def path(dispute: Dispute) -> str:
    """Return from which stage to which it went."""
    if NOT_RECORDED in (dispute.raised_stage, dispute.resolved_stage):
        return NOT_RECORDED
    if dispute.raised_stage == dispute.resolved_stage:
        return f"{dispute.raised_stage} only"
    return f"{dispute.raised_stage} to {dispute.resolved_stage}"


def way_up(dispute: Dispute) -> str:
    """Return how many stages higher it went; informal is the one before stage 1."""
    if NOT_RECORDED in (dispute.raised_stage, dispute.resolved_stage):
        return NOT_RECORDED
    first, last = _rank(dispute.raised_stage), _rank(dispute.resolved_stage)
    if first == last:
        return "Resolved where raised"
    if last < first:
        return "A lower stage"
    return "One stage higher" if last == first + 1 else "Two or more stages higher"


def _rank(stage: str) -> int:
    return 0 if stage == "Informal" else int(stage.removeprefix("Stage "))


def resolved_by_path(known: KnownYear) -> list[Case]:
    """One case per escalation resolved in the year."""
    resolved = [d for d in disputes(known) if known.has(d.resolved)]
    return [Case(groups={"path": [path(d)], "way_up": [way_up(d)]}) for d in resolved]


def days_resolved(known: KnownYear) -> list[Case]:
    """One case per escalation resolved in the year and not before it was raised, with its days."""
    cases: list[Case] = []
    for d in disputes(known):
        if d.resolved is not None and known.has(d.resolved) and d.resolved >= d.raised:
            groups = {
                "stage_raised": [d.raised_stage],
                "stage_resolved": [d.resolved_stage],
                "path": [path(d)],
                "way_up": [way_up(d)],
                "iro": [d.officer],
            }
            cases.append(Wait(groups=groups, days=(d.resolved - d.raised).days))
    return cases


def median_of(cases: list[Case]) -> dict:
    """Return the least number of days within which half or more of the cases were resolved."""
    days = sorted(case.days for case in cases if isinstance(case, Wait))
    numbers = {"numerator": len(days), "denominator": len(days)}
    if not days:
        return numbers | {"note": "no cases"}
    return numbers | {"value": next(d for n, d in enumerate(days, 1) if 2 * n >= len(days))}


def still_open(known: KnownYear) -> list[Case]:
    """One case per escalation raised by the last day and not resolved by then."""
    cases = []
    for d in disputes(known):
        if d.resolved is None:
            days = (known.last_day - d.raised).days
            long = "Over 26 weeks" if days > 182 else "14 to 26 weeks" if days > 91 else "5 to 13 weeks"
            long = "Up to 4 weeks" if days <= 28 else long
            cases.append(Case(groups={"stage_raised": [d.raised_stage], "time_open": [long], "iro": [d.officer]}))
    return cases


def raised_by_officer(known: KnownYear) -> list[Case]:
    """One case per escalation raised in the year, by its officer."""
    return [Case(groups={"iro": [d.officer]}) for d in disputes(known) if known.has(d.raised)]


def raised_again(known: KnownYear) -> list[Case]:
    """One case per escalation of the year that looks back on twelve months; one raised again counts."""
    everyone = disputes(known)
    from_day = months_after(first_day_of(known.council.years[0]), 12)
    cases = []
    for d in everyone:
        if d.child and known.has(d.raised) and d.raised >= from_day:
            before = [e.raised for e in everyone if e.child == d.child and e.raised < d.raised]
            cases.append(Case(any(d.raised <= months_after(day, 12) for day in before)))
    return cases
