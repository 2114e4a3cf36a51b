"""Figures in sentences: headlines, gaps, averages, and why a figure is not there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kit.chapters.content import Content, Notice, Sentence
from kit.chapters.text.cares import care
from kit.chapters.text.changes import NOT_BEHAVIOUR, cannot_compare, change, with_target
from kit.chapters.text.findings import Finding, clause, tags_of
from kit.chapters.text.values import target_text, value_text, whom
from kit.figures.comparison import TWO_YEARS_BEFORE, YEAR_BEFORE
from kit.figures.figure import Figure
from kit.measures.measure import SETTINGS_NEEDED, Measure
from kit.text import count, day, decimal, few, inside, listed, quoted, sentence, signed
from kit.years import label

if TYPE_CHECKING:
    from kit.measures.law import Band
    from kit.settings.settings import Settings
    from kit.settings.targets import Target

# What is at the head of the report, which is a draft for the service.
INTERNAL = (
    "For internal use only: do not publish this report or pass it on. Small numbers are hidden, with the others that "
    "they could be worked out from. It is a draft: nobody has tried to work them out from its files."
)


# What the heading of a passage ends with if nothing of it is supplied.
NOT_SUPPLIED = ": not supplied"
# What a sentence ends with if nothing is there to compare its figure with.
NO_EARLIER = ". No earlier year is loaded to compare it with"


def caution(settings: "Settings") -> str:
    """Return what is at the head of the report: for whom it is, and whether small numbers are hidden."""
    if settings.hide_up_to:
        return INTERNAL
    decided = f" ({settings.decided_by.rstrip('.')})" if settings.decided_by else ""
    return f"For internal use only: do not publish this report or pass it on. Small numbers are not hidden{decided}."


def headline(
    measure: Measure,
    now: Figure,
    before: Figure | None,
    as_at: date,
    target: "Target | None" = None,
    drawn_from: Figure | None = None,
    band: "Band | None" = None,
) -> Content:
    """Return the measure's figure in a sentence, with the change since the year before, target and band.

    `before` is None if no earlier year is loaded. `drawn_from` is how many children a sample was drawn from. A
    figure without a value gives a Notice that says why.
    """
    if now.value is None:
        return absent(measure, now)
    words = measure.sentence_if_none if measure.sentence_if_none and now.numerator == 0 else measure.sentence
    if measure.sentence_if_all and now.numerator and now.numerator == now.denominator:
        words = measure.sentence_if_all
    base = words.format(
        value=value_text(measure, now),
        numerator=count(now.numerator),
        denominator=count(now.denominator),
        year=now.when,
        as_at=day(as_at),
        next_year=label(now.year + 1),
        **_each_month(measure, now, as_at),
    )
    base = base.strip().rstrip(".").replace("%%", "%")
    told = Finding(measure, tuple(f for f in (before, now) if f is not None), target)
    parts = (
        f"{base[:1].upper()}{base[1:]}{_since(told, before)}.",
        measure.explained and sentence(measure.explained),
        care(measure, now, before),
        _over_two_years(measure, now),
        _estimate(now, drawn_from),
        _target(measure, now, target),
        _band(now, band),
    )
    keys = tuple(f.key for f in (now, before, drawn_from) if f is not None)
    return Sentence(" ".join(part for part in parts if part), keys, tags_of(told))


def sample_notes(measure: Measure, drawn_from: Figure | None) -> list[str]:
    """Return what is below a table of estimates from a sample; nothing for any other measure."""
    if not measure.drawn_from:
        return []
    everyone = "all children looked after then"
    if drawn_from is not None and drawn_from.value:
        everyone = f"all {count(drawn_from.numerator)} children looked after when the audits began"
    return [f"Estimates from a sample: the 95% intervals say where the shares among {everyone} are likely to be."]


def benchmark_notes(name: str, waves: Sequence[str], drawn_from: Figure | None) -> list[str]:
    """Return which waves a benchmark is, and of how many children it speaks, as far as that may be said."""
    said = f"{name[:1].upper()}{name[1:]}: {listed([quoted(wave) for wave in waves])}" if waves else ""
    if said and drawn_from is not None and drawn_from.value:
        said += f", of {count(drawn_from.numerator)} children looked after when its audits began"
    return [f"{said}."] if said else []


def absent(measure: Measure, figure: Figure) -> Notice:
    """Return one line that says why the figure has no value."""
    where = f"{measure.title}, {figure.when}"
    if figure.category != "all":
        where += f", {figure.category}"
    return Notice(f"{where}: {why(measure, figure.note)}", "absent", (figure.key,))


def why(measure: Measure, note: str) -> str:
    """Return why a figure has no value, as the end of a sentence with its full stop."""
    if note == "suppressed":
        return f"hidden, as a small number could identify {whom(measure)}."
    if note == "not supplied":
        return f"not supplied. It needs {needs_text(measure)}." if measure.needs else "not supplied."
    if note == "no cases":
        return "no cases, so there is nothing to give a figure of."
    if measure.whole_years:
        return "not known. It speaks of whole years only."
    if measure.kind == "median":
        return "not known. Fewer than half had ended, so that the middle is not reached."
    if measure.years_before:
        return "not known. It needs the files of the year before, which are not loaded."
    return "not known."


def source_notes(measure: Measure, figures: Sequence[Figure]) -> list[tuple[int, str]]:
    """Return (year, words) for each change of source that moves the figures, within their years and in order.

    Figures of the first year can have moved too: what is said of it tells why an earlier report differs.
    """
    moving = [c for c in measure.source_changes if any(c.moves(f.breakdown, f.category) for f in figures)]
    said = [(c.year, f"{NOT_BEHAVIOUR}. {sentence(c.words)}") for c in moving]
    return [(year, words) for year, words in said if figures[0].year <= year <= figures[-1].year]


def needs_text(measure: Measure) -> str:
    """Return the extracts and columns without which the measure is not supplied, in words."""
    return needs_words(measure.needs)


def needs_words(needs: Sequence[str]) -> str:
    """Return "send" and "send.disability" as the extract send, the column disability of the extract send."""
    words = []
    for need in filter(None, needs):
        extract, _, column = need.partition(".")
        if need in SETTINGS_NEEDED:
            words.append(f"the setting {column} in council.yml")
            continue
        words.append(f"the column {column} of the extract {extract}" if column else f"the extract {extract}")
    return listed(words) or "the statutory return"


def gap(measure: Measure, one: Figure, other: Figure) -> Content:
    """Return the difference between two groups of one year with its 95% interval, or why there is none."""
    keys = (one.key, other.key)
    for figure in (one, other):
        if figure.value is None:
            return Notice(
                f"The gap between {quoted(one.category)} and {quoted(other.category)} in {one.when} "
                f"cannot be given. {measure.title}, {figure.category}: {why(measure, figure.note)}",
                "absent",
                keys,
            )
    difference = change(measure, one, other)
    assert difference is not None
    groups = [f"{count(f.numerator)} of {count(f.denominator)}" for f in (one, other)]
    text = f"{value_text(measure, one)} for {quoted(one.category)} ({groups[0]}), and {value_text(measure, other)} for "
    text = f"{measure.title}: {text}{quoted(other.category)} ({groups[1]})."
    if difference.certain is None or difference.lower is None or difference.upper is None:
        return Sentence(text, keys)
    low, high = signed(difference.lower), signed(difference.upper)
    if difference.certain:
        return Sentence(
            f"{text} The gap is more than chance would explain (95% interval {low} to {high} points).", keys
        )
    return Sentence(f"{text} The two are much alike: chance could explain the gap.", keys)


def monthly(measure: Measure, figures: Sequence[Figure], months: int) -> Content:
    """Return a count's average over the `months` of a year, beside the year before's; `figures` end with the year."""
    now = figures[-1]
    if now.value is None:
        return absent(measure, now)
    text = f"{measure.title}, {now.when}: {decimal(now.value / months)} a month on average"
    if len(figures) > 1 and figures[0].value is not None:
        text += f" ({decimal(figures[0].value / months)} in {label(figures[0].year)})"
    return Sentence(f"{text}.", tuple(f.key for f in figures))


def _since(told: Finding, before: Figure | None) -> str:
    if before is None:
        return NO_EARLIER
    if before.value is None:
        return f". {cannot_compare(before.note)}"
    return clause(told, before)


def hidden_together(titles: Sequence[str], measure: Measure) -> Notice:
    """Return one line that says which figures of a passage are hidden, the first three by name."""
    named = few([titles[0], *map(inside, titles[1:])])
    numbers = "small numbers" if len(titles) > 1 else "a small number"
    return Notice(f"{named}: not shown, as {numbers} could identify {whom(measure)}.", "absent")


def _each_month(measure: Measure, now: Figure, as_at: date) -> dict[str, str]:
    """Return the average over months of both numbers of a ratio that adds up months in hundredths."""
    if set(measure.hundredths) != {"numerator", "denominator"}:
        return {}
    ended = as_at if (as_at + timedelta(days=1)).day == 1 else as_at.replace(day=1) - timedelta(days=1)
    months = 12 * (ended.year - now.year + 1) + ended.month - 3
    if months < 1 or now.numerator is None or now.denominator is None:
        return {}
    numbers = {"numerator": now.numerator, "denominator": now.denominator}
    return {f"{name}_each_month": decimal(number / 100 / months) for name, number in numbers.items()}


def _over_two_years(measure: Measure, now: Figure) -> str:
    """Return what two years tell if one year does not, or the other way round; an empty string if they agree."""
    said = {c.compared_with: c for c in now.compared}
    one, two = said.get(YEAR_BEFORE), said.get(TWO_YEARS_BEFORE)
    if one is None or two is None or one.certain is None or two.certain is None or two.other is None:
        return ""
    then = f"{value_text(measure, replace(now, value=two.other))} two years earlier"
    if two.certain and not one.certain:
        ways = ["fall" if (c.difference or 0) < 0 else "rise" for c in (one, two)]
        whose = "the work of one officer" if one.too_few else "chance"
        return f"One year's {ways[0]} could be {whose}. The {ways[1]} from {then} is not."
    if one.certain and not two.certain and not two.too_few:
        return f"Set beside {then}, there is no clear change."
    return ""


def _estimate(now: Figure, drawn_from: Figure | None) -> str:
    if drawn_from is None or not drawn_from.value or now.lower is None or now.upper is None:
        return ""
    return (
        f"This is a sample: for all {count(drawn_from.numerator)} children the share is likely to be between "
        f"{decimal(now.lower)}% and {decimal(now.upper)}%."
    )


def _target(measure: Measure, now: Figure, target: "Target | None") -> str:
    if target is None or now.value is None:
        return ""
    wanted = target_text(measure, target.value)
    if measure.better == "none":
        return f"The target is {wanted}."
    met = now.value >= target.value if measure.better == "higher" else now.value <= target.value
    most = "at most " if measure.better == "lower" else ""
    if met:
        return f"That meets the target of {most}{wanted}."
    tested = with_target(now)
    chance = ", perhaps by chance" if tested and tested.certain is False else ""
    chance = ", but there are too few officers to be sure" if tested and tested.too_few else chance
    missed = "short of" if measure.better == "higher" else "above"
    looks_met = value_text(measure, now) == value_text(measure, replace(now, value=target.value))
    return f"That is {'just ' if looks_met else ''}{missed} the target of {most}{wanted}{chance}."


def _band(now: Figure, band: "Band | None") -> str:
    if band is None or now.value is None:
        return ""
    where = "below" if now.value < band.least else "above" if now.value > band.most else "within"
    return f"That is {where} the {band.least:g} to {band.most:g} recommended ({band.source})."
