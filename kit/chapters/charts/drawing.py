"""A chart's specification in Vega-Lite's words, and what becomes of it: static SVG, or Altair's object to explore.

The only module that draws.
"""

import re
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import TYPE_CHECKING, Literal

import vl_convert

from kit.chapters.charts.letter_widths import STAND_IN, in_lines
from kit.chapters.charts.marks import Spec
from kit.chapters.content import Chart
from kit.figures.figure import Figure
from kit.text import all_readable

if TYPE_CHECKING:
    import altair as alt

    AltairChart = alt.LayerChart

ENGLISH: Literal["en-GB"] = "en-GB"
# Pixels: between an explored chart and its title, and after which this goes on in another line.
TITLE_ABOVE, TITLE_WIDTH = 12, 400
# A picture for print: the width of a page's text, and how fine it is.
WIDTH_CM, DOTS_AN_INCH, CM_AN_INCH = 16, 300, 2.54


def draw_svg(specification: Spec) -> str:
    """Return the SVG of a specification, the same bytes for the same specification."""
    # The engine ends the whole process at a character that XML forbids.
    drawable = all_readable(specification)
    return vl_convert.vegalite_to_svg(drawable, format_locale=ENGLISH, time_format_locale=ENGLISH)


def draw_png(svg: str, width_cm: float = WIDTH_CM) -> bytes:
    """Return an SVG as a PNG that is so many centimetres wide on paper, at a resolution fit for print."""
    (size,) = re.findall(r'<svg\b[^>]*?\bviewBox="0 0 ([\d.]+) ', svg)[:1]
    dots = width_cm / CM_AN_INCH * DOTS_AN_INCH
    # It is drawn in the SVG's own pixels, whatever its width on paper is.
    svg = re.sub(r'(<svg\b[^>]*?) width="[\d.]+(?:cm)?" height="[\d.]+(?:cm)?"', r"\1", svg, count=1)
    # vl-convert counts 72 pixels an inch.
    return vl_convert.svg_to_png(svg, scale=dots / float(size) * 72 / DOTS_AN_INCH, ppi=DOTS_AN_INCH)


@dataclass(frozen=True)
class Drawing:
    """A chart before it is drawn: its specification, title and description, and the figures in it."""

    specification: Spec
    title: str
    description: str
    figures: tuple[Figure, ...]
    under: str = ""

    def draw(self) -> Chart:
        """Return the chart as SVG, the same bytes for the same specification."""
        # Comparing it with Vega-Lite's schema would take as long as drawing it. The tests do.
        svg = draw_svg(self.specification)
        return Chart(
            self.title,
            self.description,
            accessible(svg, self.title, self.description),
            tuple(f.key for f in self.figures),
            self.under,
        )

    def as_altair(self) -> "AltairChart":
        """Return the chart as Altair's object, to be changed in a notebook, in which it shows as SVG, without internet.

        It has its title above it, and makes its own room: what an analyst makes of it may be of any size.
        """
        # A report does without: it takes as long to import as several charts to draw.
        import altair as alt

        alt.renderers.set_embed_options(format_locale=ENGLISH, time_format_locale=ENGLISH)
        alt.renderers.enable("svg")
        whole = self._with_title()
        # If a chart is shown with more than SVG, its marks say what they show.
        config = {**whole["config"], "mark": {"tooltip": True}}
        chart = alt.LayerChart.from_dict(whole | {"config": config})
        # As charts, not as parts of one, its layers can be made interactive.
        chart.layer = [alt.Chart.from_dict(layer.to_dict()) for layer in chart.layer]
        return chart

    def for_print(self, width_cm: float) -> str:
        """Return the chart with its title above it as SVG that is `width_cm` wide on paper."""
        svg = accessible(draw_svg(self._with_title()), self.title, self.description)
        width, height = (float(x) for x in re.findall(r'<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"', svg)[0])
        size = f'width="{width_cm:g}cm" height="{height * width_cm / width:.2f}cm"'
        return re.sub(r'(<svg\b[^>]*?) width="[\d.]+" height="[\d.]+"', rf"\1 {size}", svg, count=1)

    def _with_title(self) -> Spec:
        """Return the specification with a title above the chart, which makes its own room."""
        title = {"text": in_lines(self.title, TITLE_WIDTH), "anchor": "start", "offset": TITLE_ABOVE}
        # What is measured here, with the fonts of this computer, may be shown with wider ones.
        more = {side: 5 + ceil(room * (STAND_IN - 1)) for side, room in self.specification["padding"].items()}
        whole = self.specification | {"title": title, "description": self.description, "padding": more}
        return {name: part for name, part in whole.items() if name != "autosize"}


def accessible(svg: str, title: str, description: str) -> str:
    """Return the SVG with role, title and description inside, and ids that no earlier chart changes."""
    ids = list(dict.fromkeys(re.findall(r'\bid="([^"]+)"', svg)))
    for number, old in enumerate(ids):
        svg = re.sub(rf'(id="|url\(#|href="#){re.escape(old)}(?=["\)])', rf"\g<1>part-{number}", svg)
    words = f"<title>{escape(title, quote=False)}</title><desc>{escape(description, quote=False)}</desc>"
    return re.sub(r"<svg\b([^>]*)>", lambda m: f'<svg role="img"{m[1]}>{words}', svg, count=1)
