"""`open_report`: the report of a council and year, as notebooks ask for it."""

import os
from pathlib import Path

from kit.chapters.own_words.compose import read_texts
from kit.chapters.text.council_words import with_council_words
from kit.counting.figures import load_figures, load_figures_of_run
from kit.measures.headers import as_at_words
from kit.notebooks.chapters import load_chapters_of
from kit.paths import find_council
from kit.report.report import Report
from kit.years import parse_as_at, parse_year


def open_report(council: str = "sample", year: int = 2021, as_at: str = "") -> Report:
    """Return the report of a council for the reporting year that ends in `year`, or for that year up to a day.

    `as_at` is such a day (2020-09-30); every earlier year is then counted up to the same day of its own.

    KIT_DATA and KIT_PARAMS name the folders of data and settings if they are not the checkout's. KitError if there is
    no such council or year.
    """
    data, params, run = (os.environ.get(name) for name in ("KIT_DATA", "KIT_PARAMS", "KIT_RUN"))
    places = find_council(council, Path(data) if data else None, Path(params) if params else None)
    given = (places, parse_year(year), parse_as_at(as_at, parse_year(year)))
    figures = load_figures_of_run(run, *given) if run else load_figures(*given)
    measures = with_council_words(as_at_words(figures.measures, figures.years[-1]), figures.settings, figures.years)
    return Report(figures, measures, load_chapters_of(places), read_texts(places, figures.years[-1]))
