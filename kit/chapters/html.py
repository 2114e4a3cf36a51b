"""Templates: pieces of content as HTML, every value escaped."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kit.paths import TEMPLATES

SPARK_WIDTH = 84


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
    env.filters["spark"] = _spark
    env.globals["kind"] = kind_of
    return env


def _spark(heights: Sequence[float | None]) -> Markup:
    """Return the years of a measure as a line no higher than a row, for the eye alone; a gap if one is not shown."""
    shown = [height for height in heights if height is not None]
    if len(shown) < 2:
        return Markup()
    low, high = min(shown), max(shown)
    step = SPARK_WIDTH / max(1, len(heights) - 1)
    at = [
        None if h is None else (4 + n * step, 20 - 14 * ((h - low) / (high - low) if high > low else 0.5))
        for n, h in enumerate(heights)
    ]
    lines, run = [], []
    for place in [*at, None]:
        if place is not None:
            run.append(f"{place[0]:.1f},{place[1]:.1f}")
        elif run:
            lines.append(f'<polyline points="{" ".join(run)}"/>')
            run = []
    end = f'<circle cx="{at[-1][0]:.1f}" cy="{at[-1][1]:.1f}" r="3"/>' if at[-1] is not None else ""
    size = f"{SPARK_WIDTH + 8} 24"
    return Markup(f'<svg class="spark" viewBox="0 0 {size}" aria-hidden="true">{"".join(lines)}{end}</svg>')


def kind_of(content: object) -> str:
    """Return the name under which templates and JSON know a piece of content: a Sentence is "sentence"."""
    return type(content).__name__.lower()


def _unbroken(text: str) -> Markup:
    """Return the text escaped, each reporting year (2020-21) kept on one line."""
    return Markup(re.sub(r"\b\d{4}-\d\d\b", r'<span class="year">\g<0></span>', str(escape(text))))
