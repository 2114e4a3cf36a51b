"""What is beside a measure's figures: what is counted, its source, what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from kit.chapters.content import Definition
from kit.chapters.text.sentences import needs_text, source_notes
from kit.chapters.text.values import SHORT
from kit.extracts.codes import NOT_RECORDED
from kit.figures.figure import Figure
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.lineage import extracts_read
from kit.measures.measure import Measure
from kit.text import count, day, extract_words, inside, listed, quoted, sentence
from kit.years import label

if TYPE_CHECKING:
    from kit.figures.audit_records import Drawn
    from kit.problems.rule import Rule


def define(
    measure: Measure,
    measures: Mapping[str, Measure],
    wholes: Sequence[Figure],
    categories: Iterable[Figure],
    sources: pl.DataFrame,
    limits: Sequence[tuple[str, str]] = (),
) -> Definition:
    """Return the measure's definition.

    `wholes` are its figures of every loaded year, `categories` those of the last year's breakdowns, `sources`
    the files of every extract and year with their export dates, `limits` what the law said then.
    """
    items = [("Counts", sentence(measure.counts))]
    if measure.included_when:
        items.append(("Included when", sentence(measure.included_when)))
    if chance := _chance(measure):
        items.append(("More than chance", chance))
    if measure.drawn_from:
        items.append(("Estimate", _estimate(measures[measure.drawn_from])))
    if measure.per:
        items.append(("Per 100 of", sentence(measures[measure.per].counts)))
    items += limits
    if measure.own:
        items.append(("Whose measure", f"The council's own, in {measure.own}: it is not one of the kit's."))
    items.append(("Source", f"{sentence(measure.source)} Checked on {day(measure.checked_on)}."))
    items.append(("Data", _data(extracts_read(measure, measures), sources, wholes[-1].year)))
    missing = _missing(measure, wholes, categories)
    if missing:
        items.append(("Missing", missing))
    for year, words in sorted((measure.breaks or {}).items()):
        if wholes[0].year <= year <= wholes[-1].year:
            items.append((f"Break in {label(year)}", sentence(words)))
    for year, words in sorted(measure.remarks.items()):
        if wholes[0].year <= year <= wholes[-1].year:
            items.append((f"In {label(year)}", sentence(words)))
    items += [
        (f"Source changed in {label(y)}", sentence(words)) for y, words in source_notes(measure, [*wholes, *categories])
    ]
    return Definition(f"About {inside(measure.title)}", tuple(items))


def _estimate(drawn_from: Measure) -> str:
    return (
        f"The children were a sample. They were drawn from: {inside(sentence(drawn_from.counts))} The 95% interval is "
        "for all of these: Wilson's, of fewer cases as far as the answers about one child go together, and times "
        "(N \u2212 1)/(N \u2212 n), as n of N children were audited. If all were, the share itself is both its ends."
    )


def _chance(measure: Measure) -> str:
    """Return how a change of a share, count or rate is told from chance; an empty string if no cases go together."""
    if measure.kind not in ("share", "count", "rate"):
        return ""
    whose = {"officer": "What one reviewing officer does goes", "child": "Cases of one child go"}.get(
        measure.depends_on
    )
    intervals = ", and the 95% intervals, allow" if measure.kind == "share" else " allows"
    said = f"{whose} together: what is called a change{intervals} for that." if whose else ""
    if measure.unseen:
        said += f" They depend on {measure.unseen} too, of whom the files have no column: that is not allowed for."
    return said.strip()


def _data(extracts: Sequence[str], sources: pl.DataFrame, year: int) -> str:
    here = sources.filter((pl.col("year") == year) & pl.col("extract").is_in(extracts))
    found = dict(here.sort("extract", "export_date").select("extract", "export_date").iter_rows())
    dates: dict[str, list[str]] = {}
    for extract in extracts:
        words = "not supplied" if extract not in found else _exported(found[extract])
        dates.setdefault(words, []).append(extract_words(extract))
    return " ".join(f"{listed(names)[:1].upper()}{listed(names)[1:]}: {words}." for words, names in dates.items())


def _exported(text: str) -> str:
    return f"exported on {day(date.fromisoformat(text))}" if text else "export date not recorded"


def _missing(measure: Measure, wholes: Sequence[Figure], categories: Iterable[Figure]) -> str:
    parts = []
    for note, word in SHORT.items():
        years = [label(f.year) for f in wholes if f.note == note]
        if years:
            needs = f" (needs {needs_text(measure)})" if note == "not supplied" and measure.needs else ""
            needs = " (needs the year before)" if note == "not known" and measure.years_before else needs
            needs = " (speaks of whole years only)" if note == "not known" and measure.whole_years else needs
            parts.append(f"{word[:1].upper()}{word[1:]} in {listed(years)}{needs}.")
    counted = {
        inside(BREAKDOWNS[f.breakdown].title): f.denominator if f.denominator is not None else f.numerator
        for f in categories
        if f.category == NOT_RECORDED and f.note != "not supplied"
    }
    recorded = [f"{count(number)} by {by}" for by, number in counted.items() if number]
    if recorded:
        parts.append(f"Not recorded in {label(wholes[-1].year)}: {listed(recorded)}.")
    if measure.missing:
        parts.append(sentence(measure.missing))
    return " ".join(parts)


def known_problems(known: "Sequence[tuple[Rule, str]]") -> Definition:
    """Return the problems that would have stopped the report: the council's reason, and what they do to the figures."""
    items = [(rule.title, f"{reason if reason[-1] in '.!?' else reason + '.'} {rule.effect}") for rule, reason in known]
    return Definition("Known problems, and why the report was made all the same", tuple(items))


def how_drawn(waves: Sequence[Figure], records: "Sequence[Drawn]") -> Definition | None:
    """Return how the children of each wave with an audit were drawn, or that it is not recorded.

    None if no wave has an audit, or how many have is hidden.
    """
    items = []
    for wave in waves:
        found = [r for r in records if r.wave == wave.category]
        text = " ".join(_drawn(record) for record in found) or "How these children were drawn is not recorded."
        if wave.value:
            items.append((f"Wave {quoted(wave.category)}", text))
    if not items:
        return None
    return Definition("How the children were drawn", tuple(items))


def _drawn(record: "Drawn") -> str:
    return (
        f"{count(record.size)} children were drawn at random from the {count(record.drawn_from)} looked after on "
        f"{day(record.as_at_day)}, each as likely as any other, and from every group of age and placement its share. "
        f"The seed was {record.seed}: with it the same children are drawn again."
    )
