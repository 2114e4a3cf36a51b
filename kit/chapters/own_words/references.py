"""References to figures in the council's own words: each finds a protected figure, or says why it is not allowed.

`{{measure.year}}`, or `{{measure.year.breakdown.category}}`; then, after `|`, which number of it: `numerator`,
`denominator`, `of` ("1,262 of 1,367") or `interval`. Without `|` it is the value.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.chapters.text.values import interval_text, value_text
from kit.errors import KitError, did_you_mean
from kit.figures.figure import Figure, FigureRows, Key
from kit.measures.breakdowns import ALL
from kit.measures.measure import Measure
from kit.protection.small_numbers import NOT_NAMED
from kit.text import count, listed, month
from kit.years import label

if TYPE_CHECKING:
    import polars as pl

FORMS = ("numerator", "denominator", "of", "interval")
WHY = {
    "suppressed": "is hidden, as a small number is in it or could be worked out from it",
    "not supplied": "is not supplied",
    "no cases": "has no cases",
    "not known": "is not known",
}


@dataclass(frozen=True)
class Lookup:
    """The protected figures of a report, to be found by reference. Nothing else can be."""

    measures: Mapping[str, Measure]
    rows: FigureRows
    years: Sequence[int]

    def find(self, reference: str) -> tuple[str, Key]:
        """Return the number that a reference stands for, as readers see it, and its figure; a KitError says why not."""
        figure, form = self._figure(reference)
        measure = self.measures[figure.measure]
        if figure.value is None:
            raise KitError(
                f"{measure.title}, {label(figure.year)}{_category(figure)} {WHY.get(figure.note, 'is empty')}."
            )
        text = {
            "": value_text(measure, figure),
            "numerator": count(figure.numerator),
            "denominator": count(figure.denominator),
            "of": f"{count(figure.numerator)} of {count(figure.denominator)}" if figure.denominator is not None else "",
            "interval": interval_text(measure, figure),
        }[form]
        if not text:
            raise KitError(f"{measure.title} is a {measure.kind} and has no {form!r}.".replace("'", '"'))
        return text, figure.key

    def _figure(self, reference: str) -> tuple[Figure, str]:
        path, bar, form = reference.rpartition("|")
        path, form = (path, form.strip()) if bar else (reference, "")
        if bar and form not in FORMS:
            raise KitError(f'"{form}" is no number of a figure.{did_you_mean(form, FORMS)} They are: {listed(FORMS)}.')
        parts = [part.strip() for part in path.split(".", 3)]
        if len(parts) not in (2, 4):
            raise KitError("write measure.year or measure.year.breakdown.category, such as {{reviews_on_time.2021}}.")
        name, year, by, category = (*parts, ALL, ALL)[:4]
        measure = self.measures.get(name)
        if measure is None or not measure.shown:
            raise KitError(f'there is no measure "{name}".{did_you_mean(name, self.measures)}')
        if not re.fullmatch(r"\d{4}", year) or int(year) not in self.years:
            loaded = listed([str(y) for y in self.years])
            raise KitError(
                f'"{year}" is not a loaded year. Loaded are {loaded} ({label(self.years[-1])} is {self.years[-1]}).'
            )
        if by != ALL and by not in measure.breakdowns:
            known = ", ".join(measure.breakdowns) or "none"
            raise KitError(
                f'{name} is not broken down by "{by}".{did_you_mean(by, measure.breakdowns)} It is by: {known}.'
            )
        rows = self.rows.find(name, int(year), by)
        if by != ALL and not rows:
            raise KitError(f"{measure.title} by {by} has no category in {label(int(year))} that may be shown.")
        found = [f for f in rows if by == ALL or _plain(category) in (_plain(f.category), _plain(month(f.category)))]
        if not found and by != ALL:
            close = did_you_mean(category, [f.category for f in rows])
            hidden = any(f.category == NOT_NAMED for f in rows)
            or_hidden = ", or it is one whose words are hidden with their numbers" if hidden else ""
            raise KitError(f'{name} by {by} has no category "{category}"{or_hidden}.{close}')
        if not found:
            raise KitError(f"{measure.title}, {label(int(year))} is not supplied.")
        return found[0], form


def lookup(results: "pl.DataFrame", measures: Mapping[str, Measure], years: Sequence[int]) -> Lookup:
    """Return the figures of the protected table of results, to be found by reference."""
    return Lookup(measures, FigureRows(results), years)


def _category(figure: Figure) -> str:
    return "" if figure.category == ALL else f", {figure.category}"


def _plain(category: str) -> str:
    """Return a category as it is compared: any dash is a dash, and case and spaces do not count."""
    return " ".join(re.sub("[\u2010-\u2015\u2212]", "-", category).split()).casefold()
