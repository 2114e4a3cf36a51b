"""The page: one self-contained HTML file made from executed notebooks, and `figures.csv`.

The page takes the notebooks' words and their content (`kit.chapters.content`), never their code or other output. It
loads nothing, says so to the browser, and escapes every value.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import polars as pl
from markdown_it import MarkdownIt
from markupsafe import Markup

from kit.chapters.content import MIME, Content, Definition, Group, Notice, from_json
from kit.chapters.html import environment
from kit.chapters.own_words.passages import Words
from kit.chapters.text.council_words import own_words
from kit.chapters.text.sentences import caution
from kit.chapters.text.values import SHORT
from kit.errors import KitError
from kit.measures.breakdowns import ALL
from kit.notebooks.chapters import section_ids, slug, words_id
from kit.notebooks.files import INJECTED
from kit.paths import TEMPLATES
from kit.text import count, day, extract_words
from kit.years import label

if TYPE_CHECKING:
    from kit.counting.figures import Figures
    from kit.settings.settings import Settings

UNPROTECTED = "is not shown in the report, as small numbers in it are not hidden. Use"
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

OWN_CHAPTER = (
    "The council's own chapter: it is not one of the kit's, and what it counts is the council's to answer for."
)


@dataclass(frozen=True)
class PageSection:
    """A part of a chapter under one heading: what is read in order, and the definitions beside it."""

    id: str
    title: str
    main: tuple[Markup | Content, ...]
    beside: tuple[Definition, ...]


@dataclass(frozen=True)
class ChapterPage:
    """A chapter of the page; the first section holds what stands before the first heading within."""

    id: str
    title: str
    sections: tuple[PageSection, ...]


def page(
    figures: "Figures",
    chapters: Sequence[tuple[str, Mapping[str, Any]]],
    stamp: datetime | None = None,
    own: Collection[str] = (),
) -> str:
    """Return the report as one HTML page.

    `chapters` are (name, executed notebook) in order of reading; `stamp` is the time that the footer states;
    `own` names those that are the council's own, which the page says of them.
    KitError where a notebook has no title.
    """
    made = "" if stamp is None else f"{day(stamp.date())} at {stamp:%H:%M}"
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            policy=POLICY,
            style=Markup((TEMPLATES / "page.css").read_text(encoding="utf-8")),
            council=figures.settings.name,
            year=figures.years[-1].label,
            note=caution(figures.settings),
            service=figures.settings.service,
            chapters=[
                _chapter(name, notebook, {caution(figures.settings)}, figures.settings, name in own)
                for name, notebook in chapters
            ],
            sources=_sources(figures),
            version=figures.kit_version,
            key=figures.key,
            made=made,
        )
    )


def left_out(name: str, notebook: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each cell of the executed notebook `name` that shows what is not taken into the page."""
    number = 0
    for cell in notebook["cells"]:
        # The parameters of the run stand in a cell that is in no chapter.
        number += INJECTED not in cell["metadata"].get("tags", ())
        if what := next(filter(None, map(_not_taken, cell.get("outputs", ()))), ""):
            yield f"{name}, cell {number}: {what}"
        elif cell.get("attachments"):
            yield f"{name}, cell {number}: the picture in it is not shown in the report, which takes words alone there."


def _not_taken(output: Mapping[str, Any]) -> str:
    """Return what an output is that the page does not take, and what to use in its place; "" if the page takes it."""
    data = output.get("data", {})
    if output["output_type"] == "stream":
        return "what it prints is not shown in the report. Write it in a cell of text (Markdown)."
    if MIME in data:
        return ""
    if any(kind.startswith(("image/", "application/vnd.vega")) for kind in data):
        return f"a chart of its own {UNPROTECTED} report.trend(…) or report.breakdown(…)."
    return f"a table or value of its own {UNPROTECTED} report.headline(…), report.trend(…) or report.breakdown(…)."


def _chapter(
    name: str, notebook: Mapping[str, Any], shown: set[str], settings: "Settings", own: bool = False
) -> ChapterPage:
    """`shown` holds notices that stand at the head of the page. No notice is repeated within a section."""
    chapter, title = slug(name), ""
    head: list[Markup | Content] = [Notice(OWN_CHAPTER)] if own else []
    sections: list[tuple[str, list[Markup | Content], list[Definition]]] = [("", head, [])]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for heading, level, html in _blocks(_source(cell), settings):
                if level == 1 and not title:
                    title = heading
                elif level == 2:
                    sections.append((heading, [], []))
                else:
                    sections[-1][1].append(html)
        for piece in _pieces(cell):
            if isinstance(piece, Words):
                # The council speaks here, not the kit: under a heading that says so.
                sections.append((piece.title, [piece], []))
            elif isinstance(piece, Definition):
                sections[-1][2].append(piece)
            elif not (isinstance(piece, Notice) and (piece.text in shown or piece in sections[-1][1])):
                sections[-1][1].append(piece)
    if not title:
        raise KitError(
            f"{name}: the notebook has no title. Begin its first cell of text with a line such as # Reviews."
        )
    ids = section_ids(chapter, [heading for heading, *_ in sections])
    made = [
        PageSection(
            words_id(chapter) if _is_own(main) else key, own_words(heading, settings), tuple(main), tuple(beside)
        )
        for key, (heading, main, beside) in zip(ids, sections, strict=True)
    ]
    kept = tuple(s for s in made if s.title or s.main or s.beside)
    return ChapterPage(chapter, own_words(title, settings), kept)


def _is_own(main: Sequence[Markup | Content]) -> bool:
    return bool(main) and isinstance(main[0], Words)


def _blocks(text: str, settings: "Settings") -> Iterator[tuple[str, int, Markup]]:
    """Yield (words, 1 or 2, nothing) for a chapter's or section's heading, and ("", 0, HTML) for all else.

    Deeper headings become h4 and below, as h1 is the page's, h2 the chapter's and h3 the section's. All but headings is
    said in the council's words; a heading's place on the page must not depend on them.
    """
    parser = MarkdownIt("commonmark", {"html": False})
    tokens = parser.parse(text)
    rest: list[Any] = []
    for place, token in enumerate(tokens):
        level = int(token.tag[1]) if token.type.startswith("heading_") else 0
        opened = token.type == "heading_open"
        if level > 2:
            token.tag = f"h{min(level + 1, 6)}"
        if 0 < level <= 2 and opened:
            if rest:
                yield "", 0, Markup(parser.renderer.render(rest, parser.options, {}))
            rest = []
            words = "".join(child.content for child in tokens[place + 1].children or [])
            yield words, level, Markup("")
        elif not (0 < level <= 2) and not _in_heading(tokens, place):
            for child in token.children or []:
                child.content = own_words(child.content, settings)
            rest.append(token)
    if rest:
        yield "", 0, Markup(parser.renderer.render(rest, parser.options, {}))


def _in_heading(tokens: list[Any], place: int) -> bool:
    return place > 0 and tokens[place - 1].type == "heading_open" and tokens[place - 1].tag in ("h1", "h2")


def _pieces(cell: Mapping[str, Any]) -> Iterator[Content]:
    for output in cell.get("outputs", ()):
        data = output.get("data", {})
        if MIME in data:
            yield from _flat(from_json(data[MIME]))


def _flat(piece: Content) -> Iterator[Content]:
    if isinstance(piece, Group):
        for part in piece.parts:
            yield from _flat(part)
    else:
        yield piece


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


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
