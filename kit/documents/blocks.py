"""A page of the kit taken apart into blocks, in the order in which they are read: what every document is made of.

The page has been through protection, says each word once, and is what the council read and approved. A document made
of its blocks can say nothing else, and loses nothing: what no block is known for is an error.
"""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

# What shows nothing by itself, and what leads the way on a screen alone.
INSIDE = {"main", "section", "header", "footer", "nav", "div", "article"}
SKIPPED = {"style", "script"}
RUNS = {"a", "span", "strong", "em", "code", "br"}
BLUE = "#12436D"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Span:
    """Words in one style: `kind` is a class of the page's `span` ("tag worse", "detail"), `link` an address, `figure`
    the reference of a figure in the council's words."""

    text: str
    bold: bool = False
    italic: bool = False
    kind: str = ""
    link: str = ""
    figure: str = ""


Spans = tuple[Span, ...]


class DocumentPart:
    """A part of a document."""


@dataclass(frozen=True)
class Heading(DocumentPart):
    """A heading; `unseen` is one that only a screen reader is told on the page."""

    level: int
    runs: Spans
    id: str = ""
    unseen: bool = False


@dataclass(frozen=True)
class Paragraph(DocumentPart):
    """A paragraph; `kind` is its class on the page (sentence, kicker, notice note, council, …)."""

    runs: Spans
    kind: str = ""
    id: str = ""


@dataclass(frozen=True)
class ListBlock(DocumentPart):
    """A list, numbered from `first` or with bullets if `first` is 0."""

    items: tuple[tuple[DocumentPart, ...], ...]
    first: int = 0
    kind: str = ""


@dataclass(frozen=True)
class Picture(DocumentPart):
    """A chart: its title, what is said under it, and its pattern in words for whoever cannot see it."""

    title: Spans
    under: Spans
    svg: str
    alt: str


@dataclass(frozen=True)
class TableCell:
    """A cell of a table; `svg` is a line over the years beside the figures that it repeats."""

    runs: Spans
    number: bool = False
    svg: str = ""


@dataclass(frozen=True)
class DataTable(DocumentPart):
    """A table with a row of column headings; the first cell of each row is the row's heading."""

    caption: Spans
    head: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    kind: str = ""


@dataclass(frozen=True)
class Box(DocumentPart):
    """Blocks that the page sets apart: `kind` is the class of the element around them (asks, said, charts, list worse)
    or the element itself (nav, footer, blockquote)."""

    kind: str
    blocks: tuple[DocumentPart, ...]


@dataclass(frozen=True)
class Document:
    """A page: its title, its language, and its blocks."""

    title: str
    language: str
    blocks: tuple[DocumentPart, ...]


def read_page(html: str) -> Document:
    """Return a page of the kit as a document; a ValueError names an element that no block is known for."""
    page = BeautifulSoup(html, "html.parser")
    body, title = page.body, page.title
    if body is None or title is None or page.html is None:
        raise ValueError("not a page of the kit")
    return Document(_words(title).strip(), str(page.html["lang"]), tuple(_blocks(body)))


def every_block(blocks: Sequence[DocumentPart]) -> Iterator[DocumentPart]:
    """Yield the blocks and all that are in them, in the order in which they are read."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from every_block(block.blocks)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from every_block(item)


def column_widths(columns: Sequence[Sequence[TableCell]]) -> list[int]:
    """Return how wide each column is beside the others: its longest word at least, and no more than a few words."""
    widths = []
    for cells in columns:
        words = ["".join(run.text for run in cell.runs) for cell in cells]
        longest = max(len(word) for text in words for word in (*text.split(), "year"))
        widths.append(max(longest + 1, min(max(map(len, words)), 28)))
    return widths


def _blocks(inside: Tag) -> Iterator[DocumentPart]:
    loose: list[Span] = []
    for one in inside.children:
        if isinstance(one, PreformattedString):
            continue
        if isinstance(one, NavigableString) or (isinstance(one, Tag) and one.name in RUNS and not _is_skip(one)):
            loose += _run(one)
            continue
        if words := _trimmed(loose):
            yield Paragraph(words)
        loose = []
        if isinstance(one, Tag):
            yield from _block(one)
    if words := _trimmed(loose):
        yield Paragraph(words)


def _block(one: Tag) -> Iterator[DocumentPart]:
    name, kind, place = one.name, _kind(one), str(one.get("id", ""))
    if name in SKIPPED or _is_skip(one):
        return
    if name in HEADINGS:
        yield Heading(int(name[1]), _runs(one), place, "unseen" in kind)
    elif name == "p":
        yield Paragraph(_runs(one), kind, place)
    elif name in ("ul", "ol"):
        first = int(str(one.get("start") or 1)) if name == "ol" else 0
        yield ListBlock(tuple(tuple(_blocks(item)) for item in one.find_all("li", recursive=False)), first, kind)
    elif name == "dl":
        for term in one.find_all(["dt", "dd"], recursive=False):
            words = _runs(term)
            yield Paragraph(tuple(replace(run, bold=True) for run in words) if term.name == "dt" else words, term.name)
    elif name == "figure":
        yield _picture(one)
    elif name == "table":
        yield _table(one, kind)
    elif name == "blockquote" or kind or name in ("nav", "footer", "header"):
        blocks = tuple(_blocks(one))
        yield from (Box(kind or name, blocks),) if kind not in ("scroll", "words") else blocks
    elif name in INSIDE:
        yield from _blocks(one)
    else:
        raise ValueError(f"<{name}> is in no document")


def _picture(one: Tag) -> Picture:
    image, title, under = one.find("img"), one.find("figcaption"), one.find("p", class_="under")
    if image is None or title is None:
        raise ValueError("<figure> without <img> or <figcaption>")
    svg = base64.b64decode(str(image["src"]).partition(",")[2]).decode("utf-8")
    return Picture(_runs(title), _runs(under) if under else (), svg, str(image["alt"]))


def _table(one: Tag, kind: str) -> DataTable:
    caption = one.find("caption")
    head, *rows = [
        tuple(_cell(cell) for cell in row.find_all(["th", "td"], recursive=False)) for row in one.find_all("tr")
    ]
    return DataTable(_runs(caption) if caption else (), head, tuple(rows), kind)


def _cell(one: Tag) -> TableCell:
    drawn = one.find("svg")
    svg = ""
    if drawn is not None:
        # Drawn by the page's style there; a reader of HTML has made its names small.
        svg = str(drawn.extract()).replace("viewbox=", 'xmlns="http://www.w3.org/2000/svg" viewBox=')
        svg = svg.replace("<polyline ", f'<polyline fill="none" stroke="{BLUE}" stroke-width="2" ')
        svg = svg.replace("<circle ", f'<circle fill="{BLUE}" ')
    return TableCell(_runs(one), "number" in _kind(one).split(), svg)


def _runs(one: Tag) -> Spans:
    return _trimmed([run for child in one.children for run in _run(child)])


def _run(one: object) -> list[Span]:
    """Return the words of an element within a paragraph, each with its own style and those around it."""
    if isinstance(one, PreformattedString):
        return []
    if isinstance(one, NavigableString):
        return [Span(str(one))]
    if not isinstance(one, Tag) or one.name == "svg":
        return []
    if one.name == "br":
        return [Span(" ")]
    if one.name not in RUNS:
        raise ValueError(f"<{one.name}> within a paragraph is in no document")
    made = [run for child in one.children for run in _run(child)]
    if one.name == "strong":
        return [replace(run, bold=True) for run in made]
    if one.name == "em":
        return [replace(run, italic=True) for run in made]
    if one.name == "a":
        return [replace(run, link=str(one["href"]), kind=run.kind or _kind(one)) for run in made]
    kind, figure = (_kind(one) or one.name), str(one.get("data-figure", ""))
    # Years are kept from breaking, which is no style.
    return made if kind == "year" else [replace(run, kind=kind, figure=figure) for run in made]


def _trimmed(runs: list[Span]) -> Spans:
    """Return the runs with each stretch of white space as one blank, none at either end, and equal styles as one."""
    made: list[Span] = []
    blank = True
    for run in runs:
        words = ("" if blank else " ").join(("", " ".join(run.text.split())))
        if not run.text[:1].isspace() or blank:
            words = words.lstrip()
        if run.text.strip() and run.text[-1:].isspace():
            words += " "
        if not run.text.strip():
            words = "" if blank or not run.text else " "
        if not words:
            continue
        blank = words.endswith(" ")
        if made and replace(made[-1], text="") == replace(run, text=""):
            made[-1] = replace(run, text=made[-1].text + words)
        else:
            made.append(replace(run, text=words))
    if made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(run for run in made if run.text)


def _kind(one: Tag) -> str:
    return " ".join(one.get("class") or ())


def _words(one: Tag) -> str:
    return " ".join(one.get_text().split())


def _is_skip(one: Tag) -> bool:
    return one.name == "a" and _kind(one) == "skip"
