"""The two pages that are made of the same notebooks: the report that a board reads, and the figures book beside it.

Each is one HTML file that loads nothing, says so to the browser, and escapes every value. The calls of
`kit.report.board` say what the report shows; all other content is of the book. So is what a notebook says in Markdown,
and both are in the report if a chapter has no such call.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import polars as pl
from markupsafe import Markup

from kit.chapters.content import Cell, Content, Definition, Notice, Sentence, Table
from kit.chapters.html import environment
from kit.chapters.own_words.passages import Words
from kit.chapters.text.council_words import own_words
from kit.chapters.text.sentences import caution
from kit.chapters.text.values import SHORT
from kit.figures.figure import Key
from kit.measures.breakdowns import ALL
from kit.notebooks.chapters import FIRST
from kit.paths import TEMPLATES
from kit.report.board_chapters import OF_REPORT, report_chapters
from kit.report.parts import ChapterPage, PageSection, read_parts
from kit.text import count, day, extract_words
from kit.years import label

if TYPE_CHECKING:
    from kit.counting.figures import Figures

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
REPORT, BOOK = "report.html", "figures.html"


@dataclass(frozen=True)
class Reference:
    """The place of a measure in the figures book, and the number of its table."""

    place: str
    words: str


@dataclass(frozen=True)
class Placed:
    """A piece of the book with what it is called there: the id of its place, and the number of a table."""

    piece: Markup | Content
    id: str = ""
    number: str = ""


@dataclass(frozen=True)
class BookSection:
    """A section of the book: what is read in order, and the definitions beside it."""

    id: str
    title: str
    main: tuple[Placed, ...]
    beside: tuple[Placed, ...]


@dataclass(frozen=True)
class BookChapter:
    """A chapter of the book with its number."""

    number: int
    id: str
    title: str
    sections: tuple[BookSection, ...]


def pages(
    figures: "Figures",
    notebooks: Sequence[tuple[str, Mapping[str, Any]]],
    stamp: datetime | None = None,
    own: Collection[str] = (),
    published: str | None = None,
) -> dict[str, str]:
    """Return the two pages by file name.

    `notebooks` are (name, executed notebook) in order of the book; `stamp` is the time that the pages state; `own`
    names those that are the council's own, which the pages say of them. What is at the head of a draft is in none that
    is `published`: it says what is given. KitError if a notebook has no title.
    """
    shown = {caution(figures.settings)}
    parts = [read_parts(name, notebook, shown, figures.settings, name in own) for name, notebook in notebooks]
    book = list(_book(parts))
    references = {placed.id: Reference(placed.id, _table_words(placed, chapter)) for placed, chapter in _placed(book)}
    report = report_chapters(parts, figures.settings.chapters)
    in_report = {chapter.id for chapter in report} | {
        section.id for part in parts for section in part.sections if _is_words(section)
    }
    given = {
        "policy": POLICY,
        "style": Markup((TEMPLATES / "page.css").read_text(encoding="utf-8")),
        "council": figures.settings.name,
        "year": figures.years[-1].label,
        "first_day": day(figures.years[-1].first_day),
        "last_day": day(figures.years[-1].as_at),
        "note": caution(figures.settings) if published is None else published,
        "draft": published is None,
        "service": figures.settings.service,
        "version": figures.kit_version,
        "key": figures.key,
        "made": "" if stamp is None else f"{day(stamp.date())} at {stamp:%H:%M}",
        "report_file": REPORT,
        "book_file": BOOK,
    }
    titles = {name: measure.title for name, measure in figures.measures.items() if measure.shown}
    of_book = {
        "chapters": book,
        "measures": sorted(
            (own_words(title, figures.settings), name) for name, title in titles.items() if name in references
        ),
        "sources": _sources(figures),
        "refs": {},
        "places": {},
    }
    places = {place: f"#{place}" for place in in_report}
    of_report = {"chapters": report, "refs": references, "places": places}
    return {
        REPORT: environment().get_template("report.html.j2").render(**given, **of_report),
        BOOK: environment().get_template("figures.html.j2").render(**given, **of_book),
    }


def _is_words(section: PageSection) -> bool:
    return bool(section.pieces) and isinstance(section.pieces[0], Words)


def _book(parts: Sequence[ChapterPage]) -> Iterator[BookChapter]:
    taken: set[str] = set()
    for number, part in enumerate(parts, 1):
        tables = 0
        sections = []
        for section in part.sections:
            main: list[Placed] = []
            beside: list[Placed] = []
            for piece in section.pieces:
                if isinstance(piece, OF_REPORT):
                    continue
                name = _measure(piece) if part.name not in FIRST else ""
                place = name if name and name not in taken else ""
                taken.add(place)
                tables += isinstance(piece, Table)
                placed = Placed(piece, place, f"{number}.{tables}" if isinstance(piece, Table) else "")
                (beside if isinstance(piece, Definition) else main).append(placed)
            if main or beside or (section.title and not _is_words(section)):
                sections.append(BookSection(section.id, section.title, tuple(main), tuple(beside)))
        if sections:
            yield BookChapter(number, part.id, part.title, tuple(sections))


def _measure(piece: Markup | Content) -> str:
    """Return the measure of which a piece of the book is, or "" if it is of several or none."""
    if isinstance(piece, (Sentence, Notice)):
        return piece.figures[0].measure if piece.figures else ""
    if isinstance(piece, Table):
        keys = [
            cell.figure for row in piece.rows for cell in row if isinstance(cell, Cell) and isinstance(cell.figure, Key)
        ]
        return keys[0].measure if keys and {key.measure for key in keys} == {keys[0].measure} else ""
    return ""


def _placed(book: Sequence[BookChapter]) -> Iterator[tuple[Placed, BookChapter]]:
    for chapter in book:
        for section in chapter.sections:
            for placed in (*section.main, *section.beside):
                if placed.id:
                    yield placed, chapter


def _table_words(placed: Placed, chapter: BookChapter) -> str:
    """Return what the report calls the place of a measure: its first table's number, or its chapter's."""
    found = False
    for section in chapter.sections:
        for one in section.main:
            found = found or one.id == placed.id
            if found and one.number:
                return f"Table {one.number}" if _measure(one.piece) == placed.id else f"Book, chapter {chapter.number}"
    return f"Book, chapter {chapter.number}"


def _sources(figures: "Figures") -> list[dict[str, str]]:
    rows = {(r["measure"], r["year"]): r for r in figures.files.filter(breakdown=ALL).iter_rows(named=True)}
    # No file's hash: of a small file all that it can hold is soon tried out. The key holds them all together.
    newest_first = figures.sources.sort("year", "extract", "export_date", descending=[True, False, True])
    several = figures.sources.group_by("extract", "year").len().filter(pl.col("len") > 1)
    together = set(several.select("extract", "year").iter_rows())
    return [
        {
            "extract": extract_words(row["extract"]),
            "year": label(row["year"]),
            "rows": _rows(rows[row["extract"], row["year"]], (row["extract"], row["year"]) in together),
            "exported": row["export_date"] or "not recorded",
        }
        for row in newest_first.iter_rows(named=True)
    ]


def _rows(given: Mapping[str, Any], together: bool) -> str:
    """Return the rows of a file, or of all exports of its kind and year together: each alone is not protected."""
    if given["value"] is None:
        return SHORT.get(given["note"], given["note"])
    return count(int(given["value"])) + (" in all exports" if together else "")
