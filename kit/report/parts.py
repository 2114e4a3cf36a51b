"""The parts of an executed notebook that go into the report or the figures book, chapter by chapter.

They are the notebook's words and its content (`kit.chapters.content`), never its code or other output.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from kit.chapters.content import MIME, Content, Group, Notice, from_json
from kit.chapters.own_words.passages import Words
from kit.chapters.text.council_words import own_words
from kit.errors import KitError
from kit.notebooks.chapters import chapter_name, section_ids, slug, words_id
from kit.notebooks.files import INJECTED

if TYPE_CHECKING:
    from kit.settings.settings import Settings

UNPROTECTED = "is not shown in the report, as small numbers in it are not hidden. Use"
OWN_CHAPTER = (
    "The council's own chapter: it is not one of the kit's, and what it counts is the council's to answer for."
)


@dataclass(frozen=True)
class PageSection:
    """A part of a chapter under one heading, and what is read in it, in order: Markdown as HTML, and content."""

    id: str
    title: str
    pieces: tuple[Markup | Content, ...]


@dataclass(frozen=True)
class ChapterPage:
    """A chapter as its notebook shows it; the first section holds what comes before the first heading within."""

    name: str
    id: str
    title: str
    sections: tuple[PageSection, ...]

    @property
    def pieces(self) -> tuple[Markup | Content, ...]:
        return tuple(piece for section in self.sections for piece in section.pieces)


def left_out(name: str, notebook: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each cell of the executed notebook `name` that shows what is not taken into the page."""
    number = 0
    for cell in notebook["cells"]:
        # The parameters of the run are in a cell that is in no chapter.
        number += INJECTED not in cell["metadata"].get("tags", ())
        said = map(_not_taken, cell.get("outputs", ())) if cell["cell_type"] == "code" else _not_words(cell)
        yield from (f"{name}, cell {number}: {what}" for what in dict.fromkeys(said) if what)


def _not_words(cell: Mapping[str, Any]) -> Iterator[str]:
    """Say what a cell of text has that the page does not take, or shows as it is typed."""
    tokens = MarkdownIt("commonmark").enable("table").parse(_source(cell))
    kinds = {one.type for token in tokens for one in (token, *(token.children or []))}
    if "image" in kinds or cell.get("attachments"):
        yield "the picture in it is not shown in the report, which takes words alone there."
    if "table_open" in kinds:
        yield "a table in text is shown as it is typed. Use a list, or report.trend(…) or report.breakdown(…)."
    if kinds & {"html_block", "html_inline"}:
        yield "HTML in text is shown as it is typed. Use Markdown: **bold**, *italics*, lists."


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


def read_parts(
    name: str, notebook: Mapping[str, Any], shown: set[str], settings: "Settings", own: bool = False
) -> ChapterPage:
    """Return the chapter that the executed notebook `name` shows; a KitError if it has no title.

    `shown` holds notices that are at the head of the page. No notice is repeated within a section. A chapter of the
    council's `own` says so first.
    """
    chapter, title = slug(name), ""
    head: list[Markup | Content] = [Notice(OWN_CHAPTER)] if own else []
    sections: list[tuple[str, list[Markup | Content]]] = [("", head)]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            for heading, level, html in _blocks(_source(cell), settings):
                if level == 1 and not title:
                    title = heading
                elif level == 2:
                    sections.append((heading, []))
                else:
                    sections[-1][1].append(html)
        for piece in _pieces(cell):
            if isinstance(piece, Words):
                sections.append((piece.title, []))
            if not (isinstance(piece, Notice) and (piece.text in shown or piece in sections[-1][1])):
                sections[-1][1].append(piece)
    if not title:
        raise KitError(
            f"{name}: the notebook has no title. Begin its first cell of text with a line such as # Reviews."
        )
    ids = section_ids(chapter, [heading for heading, _ in sections])
    made = [
        PageSection(words_id(chapter) if _is_own(main) else key, own_words(heading, settings), tuple(main))
        for key, (heading, main) in zip(ids, sections, strict=True)
    ]
    kept = tuple(s for s in made if s.title or s.pieces)
    return ChapterPage(chapter_name(name), chapter, own_words(title, settings), kept)


def _is_own(main: Sequence[Markup | Content]) -> bool:
    return bool(main) and isinstance(main[0], Words)


def _blocks(text: str, settings: "Settings") -> Iterator[tuple[str, int, Markup]]:
    """Yield (words, 1 or 2, nothing) for a chapter's or section's heading, and ("", 0, HTML) for the rest.

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


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
