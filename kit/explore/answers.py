"""What the explorer's page is told: the catalogue of measures, figures as bars, the rows behind one, a picture."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import polars as pl

from kit.chapters.charts.drawing import draw_png
from kit.chapters.text.sentences import headline
from kit.chapters.text.values import interval_text, value_text
from kit.errors import KitError
from kit.explore.figures_of_rows import figures_of_rows
from kit.explore.filters import words_in
from kit.explore.rows import Rows
from kit.explore.rows_behind import PEOPLE, RowsBehind, note_people
from kit.figures.figure import Figure, figures_of
from kit.figures.table import SCHEMA
from kit.measures.breakdowns import ALL, BREAKDOWNS
from kit.measures.measure import Measure
from kit.measures.not_here import NOT_HERE
from kit.notebooks.chapters import FIRST, LAST, load_chapters_of
from kit.paths import Places
from kit.report.opening import open_report
from kit.text import count
from kit.years import label

if TYPE_CHECKING:
    from kit.report.report import Report

Wanted = Mapping[str, Any]
# More bars than these nobody reads, and a browser draws them slowly.
MOST_BARS = 600
# Columns by which nobody would break down: each row has a value of its own.
OWN = {
    "reporting_year", "child_id", "escalation_id", "file", "row", "note", "action", "numerator", "denominator", "value",
    "censored", "included",
}  # fmt: skip
TITLES = {"officer": "Reviewing officer", "team": "Team", "age": "Age in years", "outcome": "Outcome"}


class Answers:
    """What is told of one council; the report's protected figures are opened when they are first asked for."""

    def __init__(self, places: Places, name: str, behind: RowsBehind, children: Callable[..., Rows]) -> None:
        self._places, self._name, self._behind, self._children = places, name, behind, children

    @cached_property
    def _report(self) -> "Report":
        now = self._behind.years[-1]
        return open_report(self._places.council, now.year, "" if now.is_whole else str(now.as_at))

    def start(self) -> dict[str, Any]:
        """Return whose figures they are, the loaded years, and the measures by chapter with their definitions."""
        return {
            "council": self._name,
            "not_here": [{"parts": parts, "said": said} for parts, said in NOT_HERE.items()],
            "years": [{"year": y.year, "label": y.label} for y in self._behind.years],
            "chapters": [
                {"title": title, "measures": [_in_catalogue(self._behind.measures[name]) for name in names]}
                for title, names in self._chapters()
            ],
        }

    def _chapters(self) -> list[tuple[str, list[str]]]:
        left = {name for name, measure in self._behind.measures.items() if measure.shown}
        found = []
        for chapter in load_chapters_of(self._places):
            if chapter.name not in (*FIRST, *LAST):
                names = [name for name in dict.fromkeys(name for name, _ in chapter.shown) if name in left]
                left -= set(names)
                found.append((chapter.title, names))
        return [(title, names) for title, names in (*found, ("Other measures", sorted(left))) if names]

    def figures(self, asked: Wanted) -> dict[str, Any]:
        """Return the bars, the sentence of the whole, what else there is to break down by, and the Python of it all."""
        name, by = str(asked["measure"]), [one for one in asked["by"] if one]
        measure, where = self._behind.measures[name], {k: v for k, v in asked["where"].items() if v}
        years = [int(year) for year in asked["years"]]
        if asked.get("published"):
            if where or len(by) > 1:
                raise KitError(
                    "As published there is one breakdown, and no filter. Take the others out, or look inside."
                )
            table = self._published(measure, by)
        else:
            table = figures_of_rows(self._behind, name, by, years, where)
            note_people(self._places, name, self._behind.years[-1].year, (*by, *where), table.height)
        table = table.filter(pl.col("year").is_in(years)) if years else table
        bars = [self._bar(measure, row, by) for row in table.head(MOST_BARS).iter_rows(named=True)]
        return {
            "title": measure.title,
            "sentence": self._sentence(measure, where, bool(asked.get("published"))),
            "counted": measure.kind,
            "bars": bars,
            "of": table.height,
            "columns": self._columns(measure, published=bool(asked.get("published"))),
            "code": _code(name, by, years, where),
        }

    def _published(self, measure: Measure, by: Sequence[str]) -> pl.DataFrame:
        table = self._report.figures.results.filter(measure=measure.name, breakdown=by[0] if by else ALL)
        if table.is_empty():
            raise KitError(f"The report does not show {measure.title} by {' and '.join(by)}: look inside.")
        return table.rename({"category": by[0]}) if by else table

    def _bar(self, measure: Measure, row: Mapping[str, Any], by: Sequence[str]) -> dict[str, Any]:
        figure = _figure(measure, row)
        of = ""
        if figure.numerator is not None and figure.denominator is not None and measure.kind in ("share", "median"):
            of = f"{count(figure.numerator)} of {count(figure.denominator)}"
        return {
            "year": row["year"],
            "label": label(row["year"]),
            "categories": [row[one] for one in by],
            "value": figure.value,
            "lower": figure.lower,
            "upper": figure.upper,
            "text": value_text(measure, figure),
            "of": of,
            "interval": interval_text(measure, figure),
            "note": figure.note,
        }

    def _sentence(self, measure: Measure, where: Wanted, published: bool) -> str:
        """Return the sentence of the page on the whole; with filters, what they leave of it."""
        if published:
            return self._report.headline(measure.name).plain()
        if measure.kind == "fact":
            return ""
        table = figures_of_rows(self._behind, measure.name, (), (), where)
        wholes = table.with_columns(breakdown=pl.lit(ALL), category=pl.lit(ALL)).select(list(SCHEMA))
        *earlier, now = figures_of(wholes, self._behind.years)
        said = headline(measure, now, earlier[-1] if earlier else None, self._behind.years[-1].as_at).plain()
        chosen = "; ".join(f"{_title(name)}: {', '.join(map(str, values))}" for name, values in where.items())
        return f"{said} (only {chosen})" if chosen else said

    def _columns(self, measure: Measure, *, published: bool) -> list[dict[str, str]]:
        """Return what the measure can be broken down by: its breakdowns, then whatever else its rows have in words."""
        own = [name for name in measure.breakdowns if not (published and BREAKDOWNS[name].internal)]
        if not published and measure.kind != "fact":
            others = [name for name in self._behind.rows(measure.name).columns if name not in {*own, *OWN}]
            own += [name for name in others if self._is_in_words(measure.name, name)]
        return [{"name": name, "title": _title(name)} for name in own]

    def _is_in_words(self, measure: str, column: str) -> bool:
        kind = self._behind.rows(measure).schema[column]
        return kind in (pl.String(), pl.Boolean(), pl.List(pl.String())) or column == "age"

    def values(self, asked: Wanted) -> dict[str, Any]:
        """Return what the rows behind a measure have in a column, to filter by."""
        column = str(asked["column"])
        return {"column": column, "values": words_in(self._behind.rows(str(asked["measure"])), column)}

    def rows(self, asked: Wanted) -> Rows:
        """Return the rows behind a bar."""
        chosen = {**{k: v for k, v in asked["where"].items() if v}, **dict(zip(asked["by"], asked["of"], strict=True))}
        return self._children(str(asked["measure"]), int(asked["year"]), asked.get("included"), **chosen)

    def picture(self, asked: Wanted) -> dict[str, Any]:
        """Return the report's own chart of protected figures, as SVG or PNG for print; no other is given away."""
        by = [one for one in asked["by"] if one]
        measure = str(asked["measure"])
        chart = self._report.drawing(measure, by[0] if by else "").draw()
        name = "_".join([measure, *by[:1], str(self._behind.years[-1].year)])
        if asked["format"] == "svg":
            return {"name": f"{name}.svg", "source": chart.source}
        png = base64.b64encode(draw_png(chart.svg)).decode("ascii")
        return {"name": f"{name}.png", "source": f"data:image/png;base64,{png}"}


def _in_catalogue(measure: Measure) -> dict[str, str]:
    said = f"Counts {measure.counts}." + (f" Included when {measure.included_when}." if measure.included_when else "")
    return {"name": measure.name, "title": measure.title, "words": f"{said} Source: {measure.source}."}


def _figure(measure: Measure, row: Mapping[str, Any]) -> Figure:
    numbers = (row[name] for name in ("numerator", "denominator", "value", "lower", "upper", "unit", "note"))
    return Figure(measure.name, row["year"], ALL, ALL, *numbers)


def _title(column: str) -> str:
    if column in BREAKDOWNS:
        return BREAKDOWNS[column].title
    return TITLES.get(column, column.replace("_", " ").capitalize())


def _code(measure: str, by: Sequence[str], years: Sequence[int], where: Wanted) -> str:
    """Return the Python that gives what is on the screen, without the identifiers of officers: no cell may hold one."""
    left_out = [name for name in where if name in PEOPLE]
    given = {"by": list(by), "years": list(years), "where": {k: v for k, v in where.items() if k not in left_out}}
    said = [f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in given.items() if value]
    remark = f"  # without what was chosen of {', '.join(left_out)}: no cell may hold an identifier" if left_out else ""
    return f"inside.figures({', '.join([json.dumps(measure), *said])}){remark}"
