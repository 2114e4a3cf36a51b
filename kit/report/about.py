"""Whose report it is, which years it knows, and how its figures are read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kit.chapters.content import Definition, Group, Notice, Sentence
from kit.chapters.text import sentences
from kit.text import day, day_of_year, sentence
from kit.years import label

if TYPE_CHECKING:
    from kit.counting.figures import Figures

KNOWN_PROBLEMS = (
    "Some rows cannot be read or put right, for a reason that the council knows. The chapter on data quality gives it, "
    "and says what they do to the figures."
)
# Of tables and charts: nobody need know them.
ABBREVIATIONS = (
    "EHC plan: education, health and care plan. IRO: Independent Reviewing Officer. PEP: Personal Education Plan. "
    "SDQ: strengths and difficulties questionnaire. SEN and SEND: special educational needs, and disabilities. "
    "Section 20 (of the Children Act 1989): care without a court order, as a rule by agreement with the parents. "
    "Q1 to Q4: the quarters of a reporting year, from April to June on."
)


def about(figures: "Figures", left_out: Sequence[str] = ()) -> Group:
    """Return whose report this is, which years it knows, how to read it, and for whom it is meant.

    `left_out` holds a line for each chapter that the report lacks.
    """
    last, settings = figures.years[-1], figures.settings
    text = (
        f"This report of {settings.service} is about {settings.children} at {settings.name}, and the reviews held for "
        f"them from {day(last.first_day)} to {day(last.as_at)}."
    )
    if len(figures.years) > 1:
        text += f" It compares {label(last.year)} with the years from {label(figures.years[0].year)}."
    notices = [Notice(sentences.caution(settings), "caution"), *map(Notice, figures.notes)]
    notices += [Notice(line, "absent") for line in left_out]
    if settings.known_problems:
        notices.append(Notice(KNOWN_PROBLEMS))
    if not last.is_whole:
        upto = day_of_year(last.as_at)
        part = f"Part of a year: each year here is counted from 1 April up to {upto}, to compare like with like."
        notices.insert(1, Notice(part, "caution"))
    return Group((Sentence(text), *notices, _how_to_read(figures)))


def _how_to_read(figures: "Figures") -> Definition:
    year = figures.year
    items = [
        ("Reporting year", f"1 April to 31 March: {label(year)} ends in March {year}."),
        ("Share", "A part of a whole, in percent. Both numbers are beside it, or in the table of its chapter."),
        (
            "95% interval",
            "The true rate is likely to be in this range. The fewer the cases, the wider it is. Reviews of one "
            "child resemble each other, so that the truth may be a little further out.",
        ),
        (
            "Change",
            "A difference between years is called a change, better or worse, only if it is more than chance "
            "would give. Otherwise it is within chance. It is worked out before rounding, so that it may be 0.1 more "
            "or less than the figures as they are printed.",
        ),
        (
            "Earlier years",
            "They are counted again from the newest files, which may hold what was recorded or corrected since, so "
            "that a figure may differ from that of an earlier report.",
        ),
    ]
    if hide := figures.settings.hide_up_to:
        hidden = f"Figures are hidden if a number from 1 to {hide} could be read or worked out."
        decided = figures.settings.decided_by
        items.append(("Hidden", f"{hidden} Decided by: {sentence(decided)}" if decided else hidden))
    items.append(
        (
            "Not supplied",
            "We do not have this figure, as the council's files do not hold what it needs. It is not zero.",
        )
    )
    items.append(("Abbreviations", ABBREVIATIONS))
    return Definition("How to read the figures", tuple(items))
