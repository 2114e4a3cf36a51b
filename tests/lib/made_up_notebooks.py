"""Executed notebooks of made-up figures, and the pages that they give."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kit.chapters.content import Content
from kit.measures.headers import load_measures
from kit.notebooks.chapters import IF_NAMED, chapter_name
from kit.notebooks.files import read_executed
from kit.paths import NOTEBOOKS, chapter_files
from kit.report.page import pages
from kit.report.report import Report
from tests.lib.made_up_figures import MEASURES, figures, report


def chapter(of: Report, text: str, *pieces: Content) -> dict[str, Any]:
    """Return a notebook as nbformat holds it: words, code, a stray print and pieces of content."""
    cells: list[dict[str, Any]] = [{"cell_type": "markdown", "source": text}]
    stray = {"output_type": "stream", "name": "stdout", "text": "a stray print"}
    cells.append({"cell_type": "code", "source": "report = kit.open_report()", "outputs": [stray]})
    for piece in pieces:
        shown = {"output_type": "execute_result", "data": piece._repr_mimebundle_()}
        cells.append({"cell_type": "code", "source": ["report.", "piece()"], "outputs": [shown]})
    return {"cells": cells}


def made_up_pages() -> dict[str, str]:
    """Return the two pages, which show every measure, breakdown and kind of content once."""
    made = report()
    pieces: list[Content] = [made.passage(*MEASURES), made.lines(*MEASURES), made.bars("escalations_raised", "theme")]
    for name, measure in MEASURES.items():
        pieces += [made.headline(name), made.trend(name)]
        pieces += [made.breakdown(name, by) for by in measure.breakdowns]
        pieces.append(made.definition(name))
    of_figures = [
        ("00_start_here", chapter(made, "# At a glance\n\n<em>not markup</em>", made.about(), made.summary())),
        ("01_figures", chapter(made, "# Figures\n\nWhat are they?\n\n## All\n\n### Deeper\n\n- one\n- two", *pieces)),
        ("13_ours", chapter(made, "# Our questions\n\nHow are they?", made.headline("reviews_on_time"))),
        ("99_data_quality", chapter(made, "# Data quality", made.data_quality(), made.files())),
    ]
    return pages(figures(), of_figures, datetime(2026, 11, 22, 1, 34, tzinfo=UTC))  # type: ignore[arg-type]


def pages_of_the_sample(named: Collection[str] = ()) -> dict[str, str]:
    """Return the pages that the committed notebooks give, under a head and a foot of made-up figures.

    As in a report of a council that chooses no chapters, none is in it that is only there if it is `named`.
    """
    left_out = set(IF_NAMED) - set(named)
    usual = [path for path in chapter_files(NOTEBOOKS) if chapter_name(path.stem) not in left_out]
    committed = [(path.stem, read_executed(path)) for path in usual]
    return pages(replace(figures(), measures=load_measures()), committed, datetime(2026, 11, 22, 1, 34, tzinfo=UTC))  # type: ignore[arg-type]
