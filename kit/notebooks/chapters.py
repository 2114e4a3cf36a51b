"""Chapters as the notebooks declare them: their names, titles, sections and the figures that they show.

A chapter is a notebook, known by its file's name without the number: `02_reviews.ipynb` is `reviews`.
"""

import ast
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kit.errors import KitError
from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.paths import NOTEBOOKS, Places, chapter_files, shown

# These say what the figures rest on, and are always there: the first one first, the others last.
FIRST, LAST = ("start_here",), ("handbook_check", "data_quality")
# The order in which a board reads the chapters, if the council chooses no other; the book has them by number.
READING_ORDER = (
    "childrens_voice", "reviews", "taking_part", "send_engagement", "escalations", "health", "education", "permanence",
    "children_in_care", "the_service", "actions", "quality_assurance",
)  # fmt: skip
# In a report only if the council names it.
IF_NAMED = ("looking_ahead",)
# Calls that show no figure of a measure's own, or only beside others.
NO_FIGURES = ("definition", "words", "handbook", "beside", "ahead", "outlook", "find", "part", "plan")


# What begins another chapter of the report, with a place of its own.
NEW_CHAPTER = re.compile(r'^report\.part\("([^"]+)"\)', re.MULTILINE)


class HasName(Protocol):
    """Whatever has a chapter's name."""

    @property
    def name(self) -> str: ...


Named = TypeVar("Named", bound=HasName)


@dataclass(frozen=True)
class Section:
    """A part of a chapter under one heading, and what it shows: (measure, breakdown), `all` for the whole."""

    id: str
    title: str
    shown: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter: `stem` is its notebook's file name, `id` its place on the page; whether it is a council's `own`."""

    name: str
    stem: str
    title: str
    sections: tuple[Section, ...]
    own: bool = False

    @property
    def id(self) -> str:
        return slug(self.stem)

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        return tuple(dict.fromkeys(pair for section in self.sections for pair in section.shown))

    @property
    def words_id(self) -> str:
        """The place on the page of the council's own words on the chapter."""
        return words_id(self.id)


def chapter_name(stem: str) -> str:
    """Return a notebook's name without its number: 02_reviews is reviews."""
    return re.sub(r"^\d+_", "", stem)


def slug(words: str) -> str:
    """Return words as the name of a place on the page."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"


def words_id(chapter: str) -> str:
    """Return the place on the page of the council's own words on the chapter `chapter` (its id)."""
    return f"{chapter}-own-words"


def section_ids(chapter: str, headings: Sequence[str]) -> list[str]:
    """Return a place on the page for each section of the chapter `chapter` (its id); "" is what opens it."""
    ids: list[str] = []
    for heading in headings:
        key = f"{chapter}-{slug(heading)}" if heading else f"{chapter}-opening"
        while key in ids:
            key += "-again"
        ids.append(key)
    return ids


def chapter_names(folder: Path = NOTEBOOKS) -> list[str]:
    """Return the names of the chapters of a folder of notebooks, in order."""
    return [chapter_name(path.stem) for path in chapter_files(folder)]


@cache
def load_chapters(folder: Path = NOTEBOOKS) -> tuple[Chapter, ...]:
    """Return the chapters of a folder of notebooks in order of name."""
    return tuple(read_chapter(p.stem, json.loads(p.read_text(encoding="utf-8"))) for p in chapter_files(folder))


def own_chapters(places: Places, notebooks: Path = NOTEBOOKS) -> list[Path]:
    """Return the notebooks of a council's own chapters; KitError for one that is named as another chapter is."""
    found = chapter_files(places.own_chapters)
    known = {chapter_name(path.stem): path for path in chapter_files(notebooks)}
    if faults := [path for path in found if chapter_name(path.stem) in known]:
        raise KitError(
            f"{shown(path)}: {known[chapter_name(path.stem)].name} is a chapter of this name. Give yours another."
            for path in faults
        )
    return found


def load_chapters_of(places: Places) -> tuple[Chapter, ...]:
    """Return the kit's chapters, and after them a council's own, which are read each time."""
    own = (read_chapter(p.stem, json.loads(p.read_text(encoding="utf-8")), own=True) for p in own_chapters(places))
    return (*load_chapters(), *own)


def read_chapter(stem: str, notebook: Mapping[str, Any], own: bool = False) -> Chapter:
    """Return what a notebook declares: its first heading is the title, those of the second level its sections."""
    title = ""
    headings: list[tuple[str, list[tuple[str, str]]]] = [("", [])]
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for line in source.splitlines():
                if line.startswith("## "):
                    headings.append((line[3:].strip(), []))
                elif line.startswith("# ") and not title:
                    title = line[2:].strip()
        elif cell["cell_type"] == "code":
            if part := NEW_CHAPTER.search(source):
                headings.append((part[1], []))
            headings[-1][1].extend(_shown(source))
    ids = section_ids(slug(stem), [heading for heading, _ in headings])
    made = (Section(key, words, tuple(shown)) for key, (words, shown) in zip(ids, headings, strict=True))
    return Chapter(chapter_name(stem), stem, title, tuple(s for s in made if s.title or s.shown), own)


def in_chosen_order(chapters: Sequence[Chapter], chosen: Sequence[str]) -> list[Chapter]:
    """Return the chapters to show, in order: those chosen, or all but `IF_NAMED`, between those that always are."""
    by_name = {chapter.name: chapter for chapter in chapters}
    between = [c.name for c in chapters if c.name not in (*FIRST, *LAST, *IF_NAMED)]
    names = (*FIRST, *(chosen or between), *LAST)
    return [by_name[name] for name in names if name in by_name]


def in_reading_order(chapters: Sequence[Named], chosen: Sequence[str]) -> list[Named]:
    """Return chapters in the order in which a board reads them: the council's, otherwise the usual one."""
    order = {name: place for place, name in enumerate((*FIRST, *(chosen or READING_ORDER)))}
    last = {name: len(order) + 1 + place for place, name in enumerate(LAST)}
    return sorted(chapters, key=lambda chapter: last.get(chapter.name, order.get(chapter.name, len(order))))


def _shown(source: str) -> Iterator[tuple[str, str]]:
    """Yield (measure, breakdown) for every call on the report in a cell's Python; none if it is not plain."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if not isinstance(call.func, ast.Attribute) or call.func.attr in NO_FIGURES:
            continue
        words = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if len(words) > 1 and words[1] in BREAKDOWNS:
            yield words[0], words[1]
        else:
            yield from ((measure, by or ALL) for measure, _, by in (word.partition(".") for word in words))
