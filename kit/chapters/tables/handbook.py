"""The handbook check: what the annual report must have, if and in which place this one has it, what is missing."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kit.chapters.choosing import Choice
from kit.chapters.content import Cell, Link, Table, TableColumn
from kit.chapters.text.sentences import why
from kit.chapters.text.values import by_words
from kit.figures.figure import Figure
from kit.files.yaml import read_yaml
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.measure import Measure
from kit.notebooks.chapters import FIRST, LAST, Chapter
from kit.paths import CHECKOUT

HANDBOOK = CHECKOUT / "params" / "handbook.yml"
CAPTION = "What the IRO Handbook (2010) asks of this report"
COVERED, IN_PART, HIDDEN, HEADING, MISSING = "Covered", "In part", "Covered, but hidden", "Only a heading", "Missing"


@dataclass(frozen=True)
class Required:
    """A content that the Handbook requires, and what covers it: measures, whole chapters, or the council's words.

    If the measures cover it only with their categories, `by` names the breakdown.
    """

    content: str
    paragraph: str
    measures: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    words: str = ""
    by: str = ""


@cache
def load_required(path: Path = HANDBOOK) -> tuple[Required, ...]:
    """Return the contents that the Handbook requires, in its order."""
    entries = read_yaml(path.read_text(encoding="utf-8"))
    lists = ("measures", "chapters")
    return tuple(Required(**(entry | {name: tuple(entry.get(name, ())) for name in lists})) for entry in entries)


def handbook_table(
    required: Sequence[Required],
    choice: Choice,
    measures: Mapping[str, Measure],
    wholes: Mapping[str, Figure],
    written: Mapping[str, Sequence[str]],
    broken_down: Container[tuple[str, str]] = (),
    headed: Container[str] = (),
    hidden: Container[tuple[str, str]] = (),
) -> Table:
    """Return a row for each content: if it is covered, links to its place, and what is missing.

    `wholes` are the measures' figures of the year, `written` the headings under which the council says something, by
    chapter, `headed` those in lower case under which it says nothing, and `broken_down` each (measure, breakdown) of
    which the year has a category that was supplied; those of which all are `hidden` cover nothing that can be read.
    """
    rows = []
    for one in required:
        links, missing = _of_words(one, choice, written)
        for found in (
            *(_of_measure(n, one.by, choice, measures, wholes, broken_down) for n in one.measures),
            *_of_chapters(one, choice),
        ):
            links += [link for link in found[0] if link not in links]
            missing += [text for text in found[1] if text not in missing]
        seen = [n for n in one.measures if n in wholes and not _is_hidden(n, one.by, wholes, hidden)]
        state = COVERED if not missing else IN_PART
        if links and one.measures and not seen:
            state = HIDDEN
        elif not links:
            state = HEADING if one.words and one.words.casefold() in headed else MISSING
        covered = Cell("; ".join(link.text for link in links) or "Nowhere", links=tuple(links))
        first = Cell(one.content, detail=f"Paragraph {one.paragraph}")
        rows.append((first, Cell(state), covered, Cell(" ".join(missing))))
    heads = ("The Handbook asks for", "Is it here?", "Where", "What is missing")
    return Table(CAPTION, tuple(map(TableColumn, heads)), tuple(rows))


Found = tuple[list[Link], list[str]]


def _is_hidden(name: str, by: str, wholes: Mapping[str, Figure], hidden: Container[tuple[str, str]]) -> bool:
    return wholes[name].note == "suppressed" or (bool(by) and (name, by) in hidden)


def _of_words(one: Required, choice: Choice, written: Mapping[str, Sequence[str]]) -> Found:
    if not one.words:
        return [], []
    wanted = one.words.casefold()
    links = [
        Link(f"{c.title}: in the council's own words", c.words_id)
        for c in choice.kept
        if wanted in (heading.casefold() for heading in written.get(c.name, ()))
    ]
    return links, [] if links else [f"The council has written nothing under “{one.words}”."]


def _of_measure(
    name: str,
    by: str,
    choice: Choice,
    measures: Mapping[str, Measure],
    wholes: Mapping[str, Figure],
    broken_down: Container[tuple[str, str]],
) -> Found:
    measure, figure = measures[name], wholes[name]
    if by and figure.value and (name, by) not in broken_down:
        return [], [f"{by_words(measure, BREAKDOWNS[by])}: not supplied."]
    if figure.note == "not supplied":
        return [], [f"{measure.title}: not supplied."]
    for chapter in choice.kept:
        for section in chapter.sections:
            if chapter.name not in (*FIRST, *LAST) and name in (shown for shown, _ in section.shown):
                hidden = [f"{measure.title}: {why(measure, figure.note)}"] if figure.note else []
                # What opens a chapter has no heading of its own.
                words, place = (f"{chapter.title}: {section.title}", section.id)
                return [Link(words, place) if section.title else Link(chapter.title, chapter.id)], hidden
    return [], [_left_out(c) for c in choice.not_chosen if name in (shown for shown, _ in c.shown)]


def _of_chapters(one: Required, choice: Choice) -> list[Found]:
    found: list[Found] = []
    kept = {c.name: c for c in choice.kept}
    not_chosen = {c.name: c for c in choice.not_chosen}
    not_supplied = {c.name: (c, needs) for c, needs in choice.not_supplied}
    for name in one.chapters:
        if name in kept:
            found.append(([Link(kept[name].title, kept[name].id)], []))
        elif name in not_chosen:
            found.append(([], [_left_out(not_chosen[name])]))
        elif name in not_supplied:
            chapter, _ = not_supplied[name]
            found.append(([], [f"{chapter.title}: not supplied."]))
        else:
            found.append(([], ["No chapter of this report covers it."]))
    return found


def _left_out(chapter: Chapter) -> str:
    return f"{chapter.title}: left out by the council's choice of chapters."
