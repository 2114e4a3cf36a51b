"""A page for children and young people: the council's words, or plain ones of the kit's own, with protected figures."""

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from kit.chapters.html import environment
from kit.chapters.own_words.compose import REFERENCE, Composed, Find, OwnText, compose
from kit.chapters.own_words.passages import Block, Words
from kit.chapters.own_words.references import lookup
from kit.chapters.text.council_words import with_council_words
from kit.errors import KitError
from kit.paths import TEMPLATES
from kit.report.page import POLICY, REPORT
from kit.text import day

if TYPE_CHECKING:
    from kit.counting.figures import Figures

YOUNG_PEOPLE = "young-people.html"
USUAL_WORDS = TEMPLATES / "young_people.md"


def young_people_page(figures: "Figures", own: OwnText | None, note: str, *, draft: bool) -> str:
    """Return the page as HTML, with the `note` at its head.

    The council's `own` words are said as they are; KitError if one of their figures may not be shown. Of the kit's, a
    line whose figure is hidden or not there is left out, and so is a heading with nothing under it.
    """
    year = figures.years[-1]
    measures = with_council_words(figures.measures, figures.settings, figures.years)
    find = lookup(figures.results, measures, [one.year for one in figures.years]).find
    composed = compose(own, find) if own else Composed()
    if composed.faults:
        raise KitError(composed.faults)
    if not composed.blocks:
        lines = USUAL_WORDS.read_text(encoding="utf-8").replace("YEAR", str(year.year)).splitlines()
        there = [line for line in lines if all(_is_there(found[1], find) for found in REFERENCE.finditer(line))]
        composed = compose(OwnText(USUAL_WORDS.name, "\n".join(there)), find)
    return (
        environment()
        .get_template("young_people.html.j2")
        .render(
            policy=POLICY,
            style=Markup((TEMPLATES / "page.css").read_text(encoding="utf-8")),
            council=figures.settings.name,
            year=year.label,
            first_day=day(year.first_day),
            last_day=day(year.as_at),
            note=note,
            draft=draft,
            report_file=REPORT,
            words=Words("", tuple(map(_with_bold_figures, composed.blocks)), composed.figures),
        )
    )


def _with_bold_figures(block: Block) -> Block:
    runs = tuple(replace(run, bold=run.bold or run.figure is not None) for run in block.runs)
    return replace(block, runs=runs, blocks=tuple(map(_with_bold_figures, block.blocks)))


def _is_there(reference: str, find: Find) -> bool:
    try:
        find(reference.strip())
    except KitError:
        return False
    return True
