"""A made-up table of results, so that words, charts, tables and pages are tested without any data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import polars as pl

from kit.figures.intervals import wilson
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import load_measures
from kit.measures.measure import Measure
from kit.problems.rule import Rule
from kit.report.report import Report
from kit.settings.settings import Settings
from kit.settings.targets import Target
from kit.years import reporting_year

SCHEMA = {
    "measure": pl.String(),
    "year": pl.Int64(),
    "breakdown": pl.String(),
    "category": pl.String(),
    "numerator": pl.Int64(),
    "denominator": pl.Int64(),
    "value": pl.Float64(),
    "lower": pl.Float64(),
    "upper": pl.Float64(),
    "unit": pl.String(),
    "note": pl.String(),
}
YEARS = (2019, 2020, 2021)


@dataclass(frozen=True)
class MadeUpFigures:
    results: pl.DataFrame
    quality: pl.DataFrame
    files: pl.DataFrame
    sources: pl.DataFrame
    years: tuple = tuple(reporting_year(y) for y in YEARS)
    council: str = "made_up"
    drawn: tuple = ()
    ranges: pl.DataFrame | None = None
    comparisons: pl.DataFrame | None = None
    year: int = 2021
    rules: dict[str, Rule] = field(default_factory=dict)
    notes: tuple[str, ...] = ("2017 is missing: only 2018-19 to 2020-21 are loaded.",)
    settings: Any = Settings(  # noqa: RUF009
        "Made-up <council>", targets={"reviews_on_time": Target(95.0, "the corporate parenting board")}
    )
    key: str = "0" * 64
    kit_version: str = "0.1.0"
    measures: Mapping[str, Measure] = field(default_factory=load_measures, repr=False)


def measure(name: str, kind: str, sentence: str, breakdowns: tuple[str, ...] = (), **words: Any) -> Measure:
    given = {
        "chapter": "made_up",
        "title": name.replace("_", " ").capitalize(),
        "unit": {"share": "%", "median": "days"}.get(kind, "reviews"),
        "counts": "reviews held in the year",
        "included_when": "it was held by its due date" if kind == "share" else "",
        "better": "higher",
        "depends_on": "neither",
        "source": "Regulation 33",
        "checked_on": date(2026, 11, 21),
        "sql": "SELECT * FROM episodes JOIN header USING (child_id) JOIN reviews USING (child_id)",
    }
    return Measure(name=name, kind=kind, sentence=sentence, breakdowns=breakdowns, **(given | words))


MEASURES = {
    m.name: m
    for m in (
        measure(
            "children_looked_after",
            "count",
            "{value} children were looked after on {as_at}.",
            ("age_band_all",),
            better="none",
        ),
        measure(
            "reviews_on_time",
            "share",
            "In {year}, {value} of reviews were held on time ({numerator} of {denominator}).",
            ("occasion", "month", "disability", "mode"),
            remarks={2021: "The time limits were relaxed from 24 April 2020"},
            missing="Reviews with no row are left out.",
        ),
        measure(
            "reviews_virtual",
            "share",
            "In {year}, {value} of reviews were virtual.",
            needs=("review_details.mode",),
            better="none",
        ),
        measure("escalations_raised", "count", "{value} concerns were raised in {year}.", ("theme",), better="none"),
        measure(
            "escalations_raised_per_100",
            "rate",
            "{value} concerns per 100 children in {year}.",
            per="children_looked_after",
            unit="per 100 children",
            better="none",
        ),
        measure("escalation_days", "median", "Half were resolved within {value} days in {year}.", better="lower"),
    )
}


def row(name: str, year: int, numerator: int | None = None, denominator: int | None = None, **other: Any) -> dict:
    """Return one row of results; a share if there is a denominator, otherwise a count."""
    interval = wilson(numerator, denominator) if numerator is not None and denominator else None
    value = numerator if denominator is None else (100 * (numerator or 0) / denominator if denominator else None)
    base = {
        "measure": name,
        "year": year,
        "breakdown": "all",
        "category": "all",
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "lower": interval[0] if interval else None,
        "upper": interval[1] if interval else None,
        "unit": MEASURES[name].unit if name in MEASURES else "rows",
        "note": "",
    }
    return base | other


def absent(name: str, year: int, note: str, **other: Any) -> dict:
    return row(name, year, note=note, **other)


def frame(rows: list[dict]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, strict=False).sort("measure", "year", "breakdown", "category")


def some_rows() -> list[dict]:
    rows = [row("children_looked_after", y, n) for y, n in zip(YEARS, (470, 480, 449), strict=True)]
    rows += [
        row("reviews_on_time", y, n, d) for y, n, d in ((2019, 1290, 1320), (2020, 1310, 1388), (2021, 1262, 1367))
    ]
    rows += [absent("reviews_virtual", y, "not supplied") for y in YEARS]
    rows += [row("escalations_raised", y, n) for y, n in zip(YEARS, (61, 74, 88), strict=True)]
    rows += [
        row("escalations_raised_per_100", y, n, d, lower=None, upper=None)
        for y, n, d in ((2019, 61, 640), (2020, 74, 660), (2021, 88, 618))
    ]
    rows += [
        row("escalation_days", 2019, value=14.0),
        row("escalation_days", 2020, value=12.5),
        absent("escalation_days", 2021, "not known"),
    ]
    for year, shift in ((2020, 0), (2021, -6)):
        for place, category in enumerate(BREAKDOWNS["month"].categories_in(reporting_year(year))):
            rows.append(
                row("reviews_on_time", year, 100 + place + shift, 115 + place, breakdown="month", category=category)
            )
        for place, category in enumerate(BREAKDOWNS["occasion"].categories):
            rows.append(
                row(
                    "reviews_on_time",
                    year,
                    90 + 10 * place + shift,
                    100 + 12 * place,
                    breakdown="occasion",
                    category=category,
                )
            )
        for category in BREAKDOWNS["disability"].categories:
            rows.append(absent("reviews_on_time", year, "suppressed", breakdown="disability", category=category))
        for place, category in enumerate(BREAKDOWNS["mode"].categories):
            rows.append(
                row(
                    "reviews_on_time",
                    year,
                    20 * place,
                    21 * place,
                    breakdown="mode",
                    category=category,
                    note="" if place else "no cases",
                )
            )
        for place, category in enumerate(BREAKDOWNS["age_band_all"].categories):
            rows.append(
                row("children_looked_after", year, 60 + 20 * place + shift, breakdown="age_band_all", category=category)
            )
        for number, category in ((31, "Drift <b>"), (9, "Health"), (40, "Placement")):
            rows.append(row("escalations_raised", year, number + shift, breakdown="theme", category=category))
    return rows


def figures(rows: list[dict] | None = None, **other: Any) -> MadeUpFigures:
    """Return made-up Figures of three years."""
    quality = [row("duplicate_row", y, n) for y, n in zip(YEARS, (0, 12, 7), strict=True)]
    quality += [row("not_a_date", y, 0) for y in YEARS]
    rules = {
        n: Rule(n, f"{n} title", "What it means.", "What it does.", "What to do.")
        for n in ("duplicate_row", "not_a_date")
    }
    files = [
        row("reviews", 2021, n, breakdown=b, category=c)
        for n, b, c in (
            (1400, "all", "all"),
            (1381, "became", "kept"),
            (10, "became", "superseded"),
            (9, "became", "listed"),
        )
    ]
    files += [row("episodes", 2021, 700), row("header", 2021, note="suppressed")]
    sources = pl.DataFrame(
        {
            "extract": ["episodes", "header", "reviews"],
            "year": [2021] * 3,
            "sha256": ["a" * 64, "b" * 64, "c" * 64],
            "export_date": ["", "", "2021-05-20"],
        }
    )
    made = MadeUpFigures(
        frame(some_rows() if rows is None else rows), frame(quality), frame(files), sources, rules=rules
    )
    return replace(made, **other)


def report(rows: list[dict] | None = None, **other: Any) -> Report:
    return Report(figures(rows, **other), MEASURES)  # type: ignore[arg-type]
