"""Before the chapters run: which chapters a report has, and whether the council's words are right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kit.chapters.choosing import Choice, choose
from kit.chapters.own_words.compose import YOUNG_PEOPLE, Composed, OwnText, compose, read_texts, too_long
from kit.chapters.own_words.references import lookup
from kit.chapters.tables.handbook import HANDBOOK
from kit.chapters.text.council_words import with_council_words
from kit.errors import KitError, did_you_mean
from kit.notebooks.chapters import FIRST, LAST, Chapter, read_chapter
from kit.notebooks.files import read_source
from kit.paths import Places, shown
from kit.protection.people_here import lines_with_people
from kit.protection.personal_data import looks_personal

if TYPE_CHECKING:
    from kit.counting.figures import Figures
    from kit.settings.settings import Settings


@dataclass(frozen=True)
class Prepared:
    """The notebooks to run, in the order of the page, and what the person at the keyboard should know.

    `besides` holds, by a notebook's name, what its content depends on besides its measures.
    """

    paths: tuple[Path, ...]
    warnings: tuple[str, ...]
    besides: Mapping[str, bytes] = field(default_factory=dict)


def prepare(figures: "Figures", places: Places, paths: Sequence[Path]) -> Prepared:
    """Return what to run for a report made of the notebooks `paths`.

    KitError, every fault of every file at once, if the council's words refer to a figure that does not exist or that
    may not be shown, or are in a file that is named after no chapter.
    """
    measures = with_council_words(figures.measures, figures.settings, figures.years)
    chapters = [read_chapter(path.stem, read_source(path)) for path in paths]
    settings = figures.settings
    choice = choose(chapters, settings.chapters, figures.results, figures.sources, measures, settings.given)
    find = lookup(figures.results, measures, [year.year for year in figures.years]).find
    texts = read_texts(places, figures.years[-1])
    asked = "\n".join(question.asked for question in settings.questions)
    looked_at = {**texts, "questions": OwnText(f"{settings.known_in}, questions", asked)}
    faults, warnings = [*_misnamed(texts, chapters), *_of_people(looked_at, paths, places)], choice.lines()
    kept = {chapter.name for chapter in choice.kept}
    written: dict[str, Composed] = {}
    for name, text in texts.items():
        composed = written[name] = compose(text, find)
        faults += composed.faults
        if name == YOUNG_PEOPLE:
            warnings += [f'{text.where}: long for a child: "{sentence}"' for sentence in too_long(composed)]
        elif composed.blocks and name not in kept:
            warnings.append(f"{text.where}: these words are in no report, as their chapter is left out.")
        warnings += [*composed.warnings, *_personal(text)]
    if faults:
        raise KitError(faults)
    by_stem = {path.stem: path for path in paths}
    besides = {c.stem: _besides(c, figures.settings, choice, written) for c in choice.kept}
    return Prepared(tuple(by_stem[chapter.stem] for chapter in choice.kept), tuple(warnings), besides)


def _besides(chapter: Chapter, settings: "Settings", choice: Choice, written: Mapping[str, Composed]) -> bytes:
    """Return what a chapter's content depends on besides its measures: its words, with the figures in them."""
    parts: list[object] = [settings.service, written.get(chapter.name)]
    if chapter.name in FIRST:
        parts.append(choice.lines())
    elif chapter.name in LAST:
        parts += [choice, HANDBOOK.read_text(encoding="utf-8"), sorted(written.items())]
    return repr(parts).encode()


def _misnamed(texts: Mapping[str, OwnText], chapters: Sequence[Chapter]) -> list[str]:
    names = [*(chapter.name for chapter in chapters), YOUNG_PEOPLE]
    return [
        f'{text.where}: there is no chapter "{name}".{did_you_mean(name, names)} Chapters are: {", ".join(names)}.'
        for name, text in texts.items()
        if name not in names
    ]


def _of_people(texts: Mapping[str, OwnText], paths: Sequence[Path], places: Places) -> list[str]:
    written = {text.where: text.text for text in texts.values()}
    own = (path for path in paths if path.parent == places.own_chapters)
    written |= {shown(path): path.read_text(encoding="utf-8") for path in own}
    return [
        f"{where}, line {number}: has the identifier of a child, officer or concern. Take it out: no report has it."
        for where, text in written.items()
        for number in lines_with_people(text, places)
    ]


def _personal(text: OwnText) -> list[str]:
    return [
        f"{text.where}, line {number}: looks like an NHS number, a full postcode or an e-mail address. Take it out, "
        "unless it is the service's own."
        for number, line in enumerate(text.text.splitlines(), 1)
        if looks_personal(line)
    ]
