"""The council's own words as content: headings, paragraphs, lists and quotes in which figures are references."""

from collections.abc import Sequence
from dataclasses import dataclass

from kit.chapters.content import Content
from kit.figures.figure import Key


@dataclass(frozen=True)
class Run:
    """A stretch of the council's own words in one style; if it is a figure, the key says which."""

    text: str
    figure: Key | None = None
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Block:
    """A part of the council's own words: a heading, paragraph, item, quote, or a list (bullets, numbers) of items.

    `level` is a heading's (1 is the highest); lists, items and quotes hold their parts as `blocks`.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    blocks: "tuple[Block, ...]" = ()
    level: int = 0

    def plain(self) -> str:
        """Return the block as text without markup, a line for each part."""
        lines = ["".join(run.text for run in self.runs), *(block.plain() for block in self.blocks)]
        return "\n".join(line for line in lines if line)

    @property
    def figures(self) -> tuple[Key, ...]:
        """The figures that the block names, in order."""
        own = tuple(run.figure for run in self.runs if run.figure)
        return own + tuple(key for block in self.blocks for key in block.figures)


@dataclass(frozen=True)
class Words(Content):
    """What the council itself says of a chapter; every figure in it is one of the protected figures."""

    title: str
    blocks: tuple[Block, ...]
    figures: tuple[Key, ...] = ()

    def plain(self) -> str:
        return "\n\n".join([self.title, *(block.plain() for block in self.blocks)])


def under(blocks: Sequence[Block], title: str) -> tuple[Block, ...]:
    """Return the blocks under a heading, up to the next one that is as high."""
    found: list[Block] = []
    level = 0
    for block in blocks:
        if block.kind == "heading" and level and block.level <= level:
            break
        if level:
            found.append(block)
        elif block.kind == "heading" and block.plain().casefold() == title.casefold():
            level = block.level
    return tuple(found)


def without(blocks: Sequence[Block], headings: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks but for those headings and what is under them: it leads elsewhere."""
    left = list(blocks)
    for words in headings:
        gone = under(left, words)
        left = [
            b for b in left if b not in gone and not (b.kind == "heading" and b.plain().casefold() == words.casefold())
        ]
    return tuple(left)
