"""The chapters of the report that a board reads, made of what notebooks show: which pieces, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kit.chapters.content import Chart, Content, Definition, NewChapter, Notice, Passage, Table
from kit.chapters.own_words.passages import Words
from kit.chapters.summary import Summary
from kit.chapters.text.sentences import NOT_SUPPLIED
from kit.notebooks.chapters import FIRST, in_reading_order, slug
from kit.report.parts import ChapterPage
from kit.text import few, inside

# What the report has and the figures book has not.
OF_REPORT = (Summary, Passage, Chart, NewChapter, Words)


@dataclass(frozen=True)
class ReportChapter:
    """A chapter of the report: its finding is the heading, its title is above it; `name` says its place in order."""

    name: str
    id: str
    kicker: str
    title: str
    pieces: tuple[Any, ...]


def report_chapters(parts: Sequence[ChapterPage], chosen: Sequence[str]) -> list[ReportChapter]:
    """Return the chapters in reading order; `chosen` are those that the council chose, in its order."""
    made = [chapter for part in in_reading_order(parts, chosen) for chapter in _chapters(part)]
    # A part of a notebook follows it, if the usual order has no place for it.
    return made if chosen else in_reading_order(made, ())


def _chapters(part: ChapterPage) -> Iterator[ReportChapter]:
    """Yield the chapter that a notebook makes, and each part of it that is a chapter of its own in the report."""
    pieces: list[Markup | Content] = [p for p in part.pieces if isinstance(p, OF_REPORT)]
    if part.name in FIRST:
        # The summary says itself which chapters are left out.
        pieces = [*(p for p in part.pieces if isinstance(p, Notice) and p.kind != "absent"), *pieces]
    elif not any(isinstance(p, (Passage, Chart)) for p in pieces):
        pieces = [p for p in part.pieces if not isinstance(p, (Table, Definition))]
    first: list[Any] = []
    others: list[tuple[str, list[Any]]] = []
    for piece in pieces:
        if isinstance(piece, NewChapter):
            others.append((piece.title, []))
        elif others and not isinstance(piece, Words):
            others[-1][1].append(piece)
        else:
            first.append(piece)
    yield _chapter(part.name, part.id, part.title, first)
    for title, some in others:
        if some:
            yield _chapter(slug(title).replace("-", "_"), f"{part.id}-{slug(title)}", title, some)


def _chapter(name: str, place: str, kicker: str, pieces: Sequence[Any]) -> ReportChapter:
    pieces = _absent_together(pieces)
    heads = [p.title for p in pieces if isinstance(p, Passage)]
    return ReportChapter(name, place, kicker, heads[0] if heads else kicker, tuple(_together(pieces)))


def _absent_together(pieces: Sequence[Any]) -> list[Any]:
    """Return the pieces, the passages of which nothing is supplied as one line at their end if there are others."""
    absent = [p for p in pieces if isinstance(p, Passage) and p.title.endswith(NOT_SUPPLIED)]
    if not absent or len(absent) == sum(isinstance(p, Passage) for p in pieces):
        return [p for p in pieces if p not in absent[1:]]
    titles = [p.title.removesuffix(NOT_SUPPLIED) for p in absent]
    said = Notice(f"Not supplied: {few([*map(inside, titles)])}.", "absent")
    last = max(place for place, p in enumerate(pieces) if isinstance(p, (Passage, Chart)))
    return [p for p in [*pieces[: last + 1], said, *pieces[last + 1 :]] if p not in absent]


def _together(pieces: Sequence[Any]) -> Iterator[Any]:
    """Yield the pieces, charts that follow each other as a list; the first passage's heading is the chapter's."""
    charts: list[Chart] = []
    first = True
    for piece in pieces:
        if isinstance(piece, Chart):
            charts.append(piece)
            continue
        if charts:
            yield charts
            charts = []
        if isinstance(piece, Passage) and first:
            first = False
            yield from piece.parts
        else:
            yield piece
    if charts:
        yield charts
