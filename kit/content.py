"""What a chapter says before it becomes markup: sentences, charts, tables, definitions and notices.

Each piece is a frozen dataclass that carries the keys of the figures it shows, has a plain JSON form, and
shows itself in JupyterLab with the same templates as the page.
"""

import base64
import re
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kit.years import label

MIME = "application/vnd.iro.content+json"
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, order=True)
class Key:
    """Which figure: the first four columns of the table of results."""

    measure: str
    year: int
    breakdown: str = "all"
    category: str = "all"


@dataclass(frozen=True)
class Figure:
    """One row of the protected table of results; None where it holds nothing, and then `note` says why.

    `up_to` is the as-at day of a part-year report, as words (30 September).
    """

    measure: str
    year: int
    breakdown: str
    category: str
    numerator: int | None
    denominator: int | None
    value: float | None
    lower: float | None
    upper: float | None
    unit: str
    note: str = ""
    up_to: str = ""

    @property
    def when(self) -> str:
        """The reporting year as a sentence names it, and the day up to which it is counted if not its last."""
        return f"{label(self.year)} up to {self.up_to}" if self.up_to else label(self.year)

    @property
    def key(self) -> Key:
        return Key(self.measure, self.year, self.breakdown, self.category)


class Content:
    """A piece of a chapter. Subclasses are frozen dataclasses of plain values."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        style = (TEMPLATES / "notebook.css").read_text(encoding="utf-8")
        html = f'<div class="iro"><style>{style}</style>{render(self)}</div>'
        return {MIME: to_json(self), "text/html": html, "text/plain": self.plain()}

    def plain(self) -> str:
        """Return the piece as text without markup."""
        raise NotImplementedError


@dataclass(frozen=True)
class Sentence(Content):
    """A figure in words."""

    text: str
    figures: tuple[Key, ...] = ()

    def plain(self) -> str:
        return self.text


@dataclass(frozen=True)
class Chart(Content):
    """A static SVG; `description` tells its pattern in numbers to whoever cannot see it."""

    title: str
    description: str
    svg: str
    figures: tuple[Key, ...] = ()

    def plain(self) -> str:
        return f"{self.title}\n{self.description}"

    @property
    def source(self) -> str:
        """The SVG as an address that an <img> loads from the page itself."""
        return "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode("utf-8")).decode("ascii")


@dataclass(frozen=True)
class Cell:
    """A cell of a table: the words shown, the figure behind them, and smaller words beneath."""

    text: str
    figure: Key | None = None
    value: float | None = None
    detail: str = ""


@dataclass(frozen=True)
class Column:
    """A column's heading, and whether it holds numbers (set to the right)."""

    title: str
    number: bool = False


@dataclass(frozen=True)
class Table(Content):
    """A table; the first cell of each row is the row's heading."""

    caption: str
    columns: tuple[Column, ...]
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


_KINDS: dict[str, type] = {
    "sentence": Sentence,
    "chart": Chart,
    "table": Table,
    "definition": Definition,
    "notice": Notice,
    "group": Group,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_json(content: Content) -> dict[str, Any]:
    """Return the piece as plain JSON values: its kind under "type", its fields under their own names."""
    return _plain(content)


def from_json(data: dict[str, Any]) -> Content:
    """Return the piece that `to_json` described; a ValueError where it is none."""
    kind = _KINDS.get(data.get("type", ""))
    if kind is None:
        raise ValueError(f"not a piece of content: {data.get('type')!r}")
    values = {f.name: data[f.name] for f in fields(kind)}
    if "figures" in values:
        values["figures"] = tuple(Key(**key) for key in values["figures"])
    if kind is Table:
        values["columns"] = tuple(Column(**column) for column in values["columns"])
        values["rows"] = tuple(tuple(_cell(cell) for cell in row) for row in values["rows"])
        values["notes"] = tuple(values["notes"])
    elif kind is Definition:
        values["items"] = tuple((term, text) for term, text in values["items"])
    elif kind is Group:
        values["parts"] = tuple(from_json(part) for part in values["parts"])
    piece: Content = kind(**values)
    return piece


def render(content: Content) -> str:
    """Return the piece as HTML; every value is escaped."""
    macros: Any = environment().get_template("content.html.j2").module
    return str(macros.show(content)).strip()


@cache
def environment() -> Environment:
    """Return the templates, with autoescape on and a misspelt name refused."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["unbroken"] = _unbroken
    env.globals["kind"] = lambda content: _NAMES[type(content)]
    return env


def _unbroken(text: str) -> Markup:
    """Return the text escaped, each reporting year (2020-21) kept on one line."""
    return Markup(re.sub(r"\b\d{4}-\d\d\b", r'<span class="year">\g<0></span>', str(escape(text))))


def _cell(data: dict[str, Any]) -> Cell:
    return Cell(**(data | {"figure": Key(**data["figure"])} if "figure" in data else data))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        if type(value) in _NAMES:
            return {"type": _NAMES[type(value)]} | {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        # Parts are many, so what is as it usually is goes unsaid.
        given = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != f.default}
        return {name: _plain(part) for name, part in given.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
