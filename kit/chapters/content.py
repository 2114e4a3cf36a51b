"""What a chapter says before it becomes markup: sentences, charts, tables, definitions, notices and words.

Each piece is a frozen dataclass that carries the keys of the figures it shows, has a plain JSON form, and
shows itself in JupyterLab with the same templates as the page.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from kit.chapters.html import kind_of, render
from kit.figures.figure import Key
from kit.paths import TEMPLATES

MIME = "application/vnd.iro.content+json"


class Content:
    """A piece of a chapter. Subclasses are frozen dataclasses of plain values."""

    # JupyterLab floats terms beside their meanings, and a long term puts all that follow out of step. Until a cell has
    # run on this computer JupyterLab takes a <style> out, but not styles of single elements.
    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        style = (TEMPLATES / "notebook.css").read_text(encoding="utf-8")
        html = f'<div class="iro"><style>{style}</style>{render(self)}</div>'
        for tag in ("dt", "dd"):
            html = html.replace(f"<{tag}>", f'<{tag} style="float:none;width:auto">')
        return {MIME: to_json(self), "text/html": html, "text/plain": self.plain()}

    def plain(self) -> str:
        """Return the piece as text without markup."""
        raise NotImplementedError


@dataclass(frozen=True)
class Tag:
    """A verdict in a word or two (Worse, Missed); `kind` is "worse", "better" or "plain"."""

    text: str
    kind: str = "plain"


@dataclass(frozen=True)
class Sentence(Content):
    """A figure in words, with its verdicts; the first of the `figures` is what it says."""

    text: str
    figures: tuple[Key, ...] = ()
    tags: tuple[Tag, ...] = ()

    def plain(self) -> str:
        return " ".join([self.text, *(f"[{tag.text}]" for tag in self.tags)])


@dataclass(frozen=True)
class Chart(Content):
    """A static SVG; `description` tells its pattern in numbers to whoever cannot see it, `under` what the title does
    not say of it.
    """

    title: str
    description: str
    svg: str
    figures: tuple[Key, ...] = ()
    under: str = ""

    def plain(self) -> str:
        return f"{self.title}\n{self.description}"

    @property
    def source(self) -> str:
        """The SVG as an address that an <img> loads from the page itself."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode("utf-8")).decode("ascii")


@dataclass(frozen=True)
class Link:
    """Words that lead to another place of the page, by its id."""

    text: str
    place: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table: the words shown, the figure behind them, smaller words beneath, and links to other places."""

    text: str
    figure: Key | None = None
    value: float | None = None
    detail: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class TableColumn:
    """A column's heading, and whether it holds numbers (set to the right)."""

    title: str
    number: bool = False


@dataclass(frozen=True)
class Table(Content):
    """A table; the first cell of each row is the row's heading."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def plain(self) -> str:
        lines = [self.caption, " | ".join(c.title for c in self.columns)]
        lines += [" | ".join(cell.text for cell in row) for row in self.rows]
        return "\n".join([*lines, *self.notes])


@dataclass(frozen=True)
class Definition(Content):
    """Terms and what they mean, kept beside the figures of a measure."""

    title: str
    items: tuple[tuple[str, str], ...]

    def plain(self) -> str:
        return "\n".join([self.title, *(f"{term}: {text}" for term, text in self.items)])


@dataclass(frozen=True)
class Notice(Content):
    """A caveat: `kind` is "note" for a remark, "absent" for a figure not given, "caution" for a warning."""

    text: str
    kind: str = "note"
    figures: tuple[Key, ...] = ()

    def plain(self) -> str:
        return self.text


@dataclass(frozen=True)
class Group(Content):
    """Pieces that belong together."""

    parts: tuple[Content, ...]

    def plain(self) -> str:
        return "\n\n".join(part.plain() for part in self.parts)


@dataclass(frozen=True)
class Passage(Content):
    """A part of the report that a board reads, under its finding as the heading; the figures book does not have it."""

    title: str
    parts: tuple[Content, ...]

    def plain(self) -> str:
        return "\n\n".join([self.title, *(part.plain() for part in self.parts)])


@dataclass(frozen=True)
class NewChapter(Content):
    """The beginning of another chapter of the report within a notebook; the figures book does not have it."""

    title: str

    def plain(self) -> str:
        return self.title


def to_json(content: Content) -> dict[str, Any]:
    """Return the piece as plain JSON values: its kind under "type", its fields under their own names."""
    return _plain(content)


def from_json(data: dict[str, Any]) -> Content:
    """Return the piece that `to_json` described; a ValueError if it is not one."""
    kinds = {kind.__name__.lower(): kind for kind in Content.__subclasses__()}
    kind = kinds.get(data.get("type", ""))
    if kind is None:
        raise ValueError(f"not a piece of content: {data.get('type')!r}")
    piece: Content = kind(**{name: made(data[name]) for name, made in _of_fields(cast(Any, kind)).items()})
    return piece


@cache
def _of_fields(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """Return what makes each field of a data class from plain JSON, by its name."""
    return {name: _maker(hint) for name, hint in get_type_hints(kind).items()}


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of the type `kind` from the plain JSON that `_plain` made of it."""
    if get_origin(kind) is tuple:
        *inside, last = map(_maker, get_args(kind))
        if get_args(kind)[-1] is Ellipsis:
            return lambda value: tuple(map(inside[0], value))
        return lambda value: tuple(made(v) for made, v in zip((*inside, last), value, strict=True))
    if isinstance(kind, type) and issubclass(kind, Content):
        return from_json
    if get_origin(kind) is UnionType:
        made = _maker(get_args(kind)[0])
        return lambda value: None if value is None else made(value)
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda value: kind(**{name: _of_fields(kind)[name](part) for name, part in value.items()})
    return lambda value: value


def _plain(value: Any) -> Any:
    if isinstance(value, Content) and is_dataclass(value):
        return {"type": kind_of(value)} | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if is_dataclass(value) and not isinstance(value, type):
        # Parts are many, so what is as it usually is goes unsaid.
        given = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != f.default}
        return {name: _plain(part) for name, part in given.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
