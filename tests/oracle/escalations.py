"""Measures of escalations under the dispute resolution process (definitions, section 3.3)."""

from tests.oracle import labels
from tests.oracle.children import children_remanded
from tests.oracle.days import quarter_label, working_days_after
from tests.oracle.labels import Groups
from tests.oracle.reading import Escalation
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


def escalation_groups(escalation: Escalation) -> Groups:
    """Return the categories of an escalation."""
    return {
        "stage_raised": [labels.stage_label(escalation.raised_stage)],
        "stage_resolved": [labels.stage_label(escalation.resolved_stage)],
        "theme": [labels.text_label(escalation.theme)],
        "outcome": [labels.text_label(escalation.outcome)],
        "quarter": [quarter_label(escalation.raised)],
    }


def escalations_raised(known: KnownYear) -> list[Case]:
    """One case per escalation raised in the year."""
    return [Case(groups=escalation_groups(e)) for e in known.escalations if known.has(e.raised)]


def escalations_resolved(known: KnownYear) -> list[Case]:
    """One case per escalation resolved in the year."""
    return [Case(groups=escalation_groups(e)) for e in known.escalations if known.has(e.resolved)]


def escalations_resolved_on_time(known: KnownYear) -> list[Case]:
    """One case per escalation whose 20 working days end in the year; resolved by then counts."""
    cases = []
    for e in known.escalations:
        limit = working_days_after(e.raised, 20)
        if known.has(limit):
            cases.append(Case(e.resolved is not None and e.resolved <= limit, escalation_groups(e)))
    return cases


def escalations_resolved_early(known: KnownYear) -> list[Case]:
    """One case per escalation resolved in the year with both stages recorded; the same stage counts."""
    cases = []
    for e in known.escalations:
        if known.has(e.resolved):
            raised_at, resolved_at = labels.stage_label(e.raised_stage), labels.stage_label(e.resolved_stage)
            if labels.NOT_RECORDED not in (raised_at, resolved_at):
                cases.append(Case(raised_at == resolved_at))
    return cases


def escalations_learning_shared(known: KnownYear) -> list[Case]:
    """One case per escalation resolved in the year; its learning shared by 31 March counts."""
    return [Case(e.learning_shared is not None) for e in known.escalations if known.has(e.resolved)]


def raised_per_100(known: KnownYear) -> tuple[int, int]:
    """Return the escalations raised in the year and the children looked after on any day of it."""
    return len(escalations_raised(known)), len(children_remanded(known))


def days_to_resolve(known: KnownYear) -> list[tuple[int, bool]]:
    """Return, of those raised in the year and not resolved before that, days to resolved and True,
    or to 31 March and False.
    """
    return [
        (((e.resolved or known.last_day) - e.raised).days, e.resolved is not None)
        for e in known.escalations
        if known.has(e.raised) and (e.resolved is None or e.resolved >= e.raised)
    ]
