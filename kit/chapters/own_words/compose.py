"""The council's own words on a chapter: a Markdown file in which figures are references alone.

The file is made into blocks, never into markup: what is no heading, paragraph, list, quote or emphasis is text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from kit.chapters.own_words.passages import Block, Run
from kit.chapters.own_words.typed_numbers import typed_numbers
from kit.errors import KitError
from kit.figures.figure import Key
from kit.files.walk import entries, text_of
from kit.paths import Places, shown
from kit.years import ReportingYear, named

# A line that begins so is a prompt for whoever writes: it is never in a report.
PROMPT = "?"
# The file of words that is of no chapter: those of the page for children and young people.
YOUNG_PEOPLE = "young_people"
# Words of a sentence that a child of ten can follow.
LONGEST_FOR_THEM = 15
REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")
# The place of a figure while the Markdown is read: characters that no text has, so that no markup can touch it.
OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
MARKERS = re.compile(r"^\s*(?:(?:\d+[.)]|[-*+>]|#{1,6})\s+)*")
BLOCKS = {"bullet_list": "bullets", "ordered_list": "numbers", "list_item": "item", "blockquote": "quote"}
PLAIN = Run("")
Find = Callable[[str], tuple[str, Key]]
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("code")


@dataclass(frozen=True)
class OwnText:
    """A file of the council's own words: its path, as messages show it, and what it says."""

    where: str
    text: str


@dataclass(frozen=True)
class Composed:
    """What is in the report, what stops it, what its writer should look at, and headings with nothing under them."""

    blocks: tuple[Block, ...] = ()
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[Key, ...]:
        """The figures that the words name, each once, in order."""
        return tuple(dict.fromkeys(key for block in self.blocks for key in block.figures))

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings under which something is written."""
        return tuple(block.plain() for block in self.blocks if block.kind == "heading")


def words_folder(places: Places, year: ReportingYear) -> Path:
    """Return the folder of a year's words: `params/<council>/2021/`, those of a part of it in `2021-at-2020-09-30/`."""
    return places.council_params / named(year.year, None if year.is_whole else year.as_at)


def read_texts(places: Places, year: ReportingYear) -> dict[str, OwnText]:
    """Return the files of words for a year by chapter; a KitError if one cannot be read as text."""
    texts: dict[str, OwnText] = {}
    faults: list[str] = []
    for path in (path for path in entries(words_folder(places, year)) if path.suffix == ".md"):
        try:
            texts[path.stem] = OwnText(shown(path), text_of(path))
        except KitError as error:
            faults += error.messages
    if faults:
        raise KitError(faults)
    return texts


def compose(own: OwnText, find: Find) -> Composed:
    """Return the words as blocks, each reference replaced by its figure; every fault and warning with its line.

    `find` returns the number and key of a reference, or raises a KitError that says why it is not allowed.
    """
    faults: list[str] = []
    warnings: list[str] = []
    figures: list[tuple[str, Key]] = []
    lines = []
    for number, given in enumerate(own.text.splitlines(), 1):
        here = f"{own.where}, line {number}"
        line = given.replace(OPEN, "").replace(CLOSE, "").replace("\0", "")
        if line.lstrip().startswith(PROMPT):
            line = ""
        for typed in typed_numbers(MARKERS.sub("", REFERENCE.sub("", line))):
            warnings.append(
                f'{here}: "{typed}" is typed. A figure is a reference, such as {{{{reviews_on_time.2021}}}}, so '
                "that it stays right and protected."
            )
        if found := re.search(r"(?<!\{)\{[a-z_]+\.\d{4}[^{}]*\}(?!\})", line):
            warnings.append(f"{here}: {found[0]} is shown as it is typed. A reference has two braces: {{{found[0]}}}.")
        if re.search(r"<[A-Za-z/!]", line):
            warnings.append(
                f"{here}: HTML is shown as it is typed. Write Markdown: headings, lists, **bold**, *italic*."
            )
        lines.append(_marked(line, here, find, figures, faults))
    tree = SyntaxTreeNode(_MARKDOWN.parse("\n".join(lines)))
    for node in tree.walk():
        if node.type in ("link", "image"):
            warnings.append(f"{own.where}, line {_line(node)}: a link or picture is left out; its words stay.")
    every = [block for node in tree.children for block in _blocks(node, figures)]
    answered = _answered(every)
    left = tuple(block.plain() for block in every if block.kind == "heading" and block not in answered)
    return Composed(tuple(_levelled(answered)), tuple(faults), tuple(warnings), left)


def too_long(composed: Composed) -> Iterator[str]:
    """Yield each sentence of more words than children follow."""
    for block in composed.blocks:
        for sentence in re.split(r"(?<=[.?!:])\s+|\n", block.plain()):
            if len(sentence.split()) > LONGEST_FOR_THEM:
                yield sentence


def _marked(line: str, here: str, find: Find, figures: list[tuple[str, Key]], faults: list[str]) -> str:
    """Return a line with each reference replaced by a mark for its figure; wrong references are faults."""

    def mark(found: re.Match[str]) -> str:
        try:
            figures.append(find(found[1].strip()))
        except KitError as error:
            faults.extend(f"{here}, {{{{{found[1].strip()}}}}}: {message}" for message in error.messages)
            return ""
        return f"{OPEN}{len(figures) - 1}{CLOSE}"

    marked = REFERENCE.sub(mark, line)
    if "{{" in marked or "}}" in marked:
        faults.append(f"{here}: a reference is not closed. Write {{{{measure.year}}}} on one line.")
    return marked


def _blocks(node: SyntaxTreeNode, figures: Sequence[tuple[str, Key]]) -> Iterator[Block]:
    if node.type == "heading":
        yield Block("heading", tuple(_runs(node, figures)), level=int(node.tag[1]))
    elif node.type == "paragraph":
        yield Block("paragraph", tuple(_runs(node, figures)))
    elif node.type in BLOCKS:
        inside = tuple(block for child in node.children for block in _blocks(child, figures))
        # A heading inside a list or quote is a paragraph: it heads no part of the chapter.
        inside = tuple(replace(b, kind="paragraph", level=0) if b.kind == "heading" else b for b in inside)
        level = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
        yield Block(BLOCKS[node.type], (), inside, level)
    elif node.type == "fence":
        yield Block("paragraph", tuple(_parted(" ".join(node.content.split()), figures, PLAIN)))


def _runs(node: SyntaxTreeNode, figures: Sequence[tuple[str, Key]], style: Run = PLAIN) -> Iterator[Run]:
    for child in node.children:
        if child.type in ("text", "code_inline"):
            yield from _parted(child.content, figures, style)
        elif child.type in ("softbreak", "hardbreak"):
            yield replace(style, text=" ")
        else:
            bold, italic = style.bold or child.type == "strong", style.italic or child.type == "em"
            yield from _runs(child, figures, replace(style, bold=bold, italic=italic))


def _parted(text: str, figures: Sequence[tuple[str, Key]], style: Run) -> Iterator[Run]:
    """Yield a text as runs: the words between marks, and the figures that the marks stand for."""
    for place, part in enumerate(MARK.split(text)):
        if place % 2 and int(part) < len(figures):
            words, key = figures[int(part)]
            yield replace(style, text=words, figure=key)
        elif part and not place % 2:
            yield replace(style, text=part)


def _levelled(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with headings from level 1 on, none more than one below the heading before it."""
    ranks = {level: rank for rank, level in enumerate(sorted({b.level for b in blocks if b.kind == "heading"}), 1)}
    levelled, before = [], 0
    for block in blocks:
        if block.kind == "heading":
            before = min(ranks[block.level], before + 1)
        levelled.append(replace(block, level=before) if block.kind == "heading" else block)
    return levelled


def _answered(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without headings under which nothing is written."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if block.kind != "heading" or (kept and (kept[-1].kind != "heading" or kept[-1].level > block.level)):
            kept.append(block)
    return kept[::-1]


def _line(node: SyntaxTreeNode) -> int:
    """Return the line on which the block begins that holds a piece of text."""
    while node.map is None and node.parent is not None:
        node = node.parent
    return node.map[0] + 1 if node.map else 1
