"""The figures as a star for Power BI and Excel (a table of figures, one of measures, one of years), and what says of
`figures.csv` what its columns hold: metadata by the W3C's "CSV on the Web".
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

from kit.documents.workbook import workbook_title
from kit.figures.table import ORDER, SCHEMA
from kit.files.parquet import as_parquet
from kit.notebooks.chapters import load_chapters

if TYPE_CHECKING:
    from kit.counting.figures import Figures

FIGURES, MEASURES, YEARS = "figures.parquet", "measures.parquet", "years.parquet"
STAR = (FIGURES, MEASURES, YEARS)
CSV, METADATA = "figures.csv", "figures.csv-metadata.json"
COLUMNS: Mapping[str, tuple[str, str]] = {
    "measure": ("string", "The measure's name; measures.parquet and the workbook say what it counts."),
    "year": ("integer", "The reporting year, by the year in which it ends: 2021 is April 2020 to March 2021."),
    "breakdown": ("string", "What the figure is broken down by; all if it is of every case."),
    "category": ("string", "The group of the breakdown; all if the figure is of every case."),
    "numerator": ("integer", "How many cases are counted, of a share those included; empty if hidden or not known."),
    "denominator": ("integer", "What the numerator is out of; empty for counts, and if hidden or not known."),
    "value": ("decimal", "The figure, in its unit: a share is in percent. Empty if it is hidden or not known."),
    "lower": ("decimal", "The lower end of a share's 95% interval (Wilson's)."),
    "upper": ("decimal", "The upper end of a share's 95% interval (Wilson's)."),
    "unit": ("string", "What the value is in: %, children, days."),
    "note": ("string", "Why there is no value: suppressed (hidden), not supplied, no cases, not known."),
}


def star(figures: "Figures") -> dict[str, bytes]:
    """Return the tables of the star by file name, one row for each figure, measure and year."""
    titles = {chapter.name: chapter.title for chapter in load_chapters()}
    counted = set(figures.results["measure"].unique())
    targets = figures.settings.targets
    measures = [
        (
            name, measure.title, measure.chapter, titles.get(measure.chapter, measure.chapter), measure.kind,
            measure.unit, measure.better, measure.counts, measure.included_when, measure.source,
            str(measure.checked_on), targets[name].value if name in targets else None,
            "numerator" in measure.hundredths, "denominator" in measure.hundredths,
        )
        for name, measure in sorted(figures.measures.items())
        if name in counted
    ]  # fmt: skip
    words = ("measure", "title", "chapter", "chapter_title", "kind", "unit", "better", "counts", "included_when")
    schema: dict[str, Any] = dict.fromkeys((*words, "source", "checked_on"), pl.String())
    schema |= {
        "target": pl.Float64(),
        "numerator_in_hundredths": pl.Boolean(),
        "denominator_in_hundredths": pl.Boolean(),
    }
    years = [(y.year, y.label, y.first_day, y.as_at, y.is_whole) for y in figures.years]
    of_year = {"year": pl.Int64(), "label": pl.String(), "first_day": pl.Date(), "last_day": pl.Date()}
    return {
        FIGURES: as_parquet(figures.results.select(*SCHEMA).sort(ORDER)),
        MEASURES: as_parquet(pl.DataFrame(measures, schema=schema, orient="row")),
        YEARS: as_parquet(pl.DataFrame(years, schema={**of_year, "whole_year": pl.Boolean()}, orient="row")),
    }


def csv_metadata(figures: "Figures") -> bytes:
    """Return what `figures.csv` holds, as JSON that programs look for beside it."""
    said = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "url": CSV,
        "dc:title": workbook_title(figures),
        "dc:publisher": figures.settings.name,
        "dialect": {"header": True, "encoding": "utf-8"},
        "tableSchema": {
            "columns": [
                {"name": name, "titles": name, "datatype": kind, "dc:description": words, "required": name in ORDER}
                for name, (kind, words) in COLUMNS.items()
            ],
            "primaryKey": list(ORDER),
        },
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
