"""Templates: pieces of content as HTML, every value escaped."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kit.paths import TEMPLATES


def render(content: object) -> str:
    """Return a piece of content as HTML; every value is escaped."""
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
    env.globals["kind"] = kind_of
    return env


def kind_of(content: object) -> str:
    """Return the name under which templates and JSON know a piece of content: a Sentence is "sentence"."""
    return type(content).__name__.lower()


def _unbroken(text: str) -> Markup:
    """Return the text escaped, each reporting year (2020-21) kept on one line."""
    return Markup(re.sub(r"\b\d{4}-\d\d\b", r'<span class="year">\g<0></span>', str(escape(text))))
