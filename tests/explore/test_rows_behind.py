"""The rows behind a figure are as many as it counts, and figures made of them are those of the report."""

import tempfile
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kit.counting.asked import ask
from kit.counting.figures import load_unprotected_figures
from kit.explore.inside import Inside
from kit.explore.opening import _behind, open_inside
from kit.measures.headers import load_measures
from kit.paths import Places, find_council
from tests.oracle.councils import councils, random_council, write_council
from tests.oracle.measures import MEASURES
from tests.oracle.own_measures import CHILDREN_IN_CARE, REVIEWS
from tests.oracle.reading import read_council
from tests.oracle.test_agrees import ONCE_DIFFERENT
from tests.oracle.year import know

FIGURE = ("numerator", "denominator", "value", "lower", "upper", "unit", "note")


@pytest.fixture(scope="module")
def sample() -> Inside:
    return open_inside("sample", 2021)


def differences(inside: Inside, results: pl.DataFrame) -> list[str]:
    """Return a line for each figure of the report that the rows behind it do not give, or not in such number."""
    lines = []
    for (name, by), rows in results.group_by("measure", "breakdown", maintain_order=True):
        measure = inside.measures[str(name)]
        if measure.kind == "fact" and by == "all":
            continue
        made = inside.figures(str(name), () if by == "all" else str(by))
        made = made.with_columns((pl.lit("all") if by == "all" else pl.col(str(by))).alias("category"))
        one = rows.select("year", "category", *FIGURE).sort("year", "category")
        other = made.select("year", "category", *FIGURE).sort("year", "category")
        if not one.equals(other):
            lines.append(f"{name} by {by}: {one.height} rows, {other.height} made of the rows behind them")
    return lines


def miscounted(inside: Inside, results: pl.DataFrame) -> list[str]:
    """Return a line for each figure of the year behind which there are more rows, or fewer, than it counts.

    Of each breakdown one category is tried: `differences` counts them all, from the same rows.
    """
    lines = []
    cells = results.filter(pl.col("year") == inside.year, pl.col("note").is_in(["", "no cases"]))
    cells = cells.sort("numerator", descending=True).unique(["measure", "breakdown"], keep="first", maintain_order=True)
    for row in cells.iter_rows(named=True):
        measure = inside.measures[row["measure"]]
        of = {} if row["breakdown"] == "all" else {row["breakdown"]: row["category"]}
        rows = inside.children(measure.name, row["year"], **of)
        if measure.kind in ("share", "median"):
            found = (len(inside.children(measure.name, row["year"], included=True, **of)), len(rows))
            counted = (row["numerator"], row["denominator"])
        elif measure.kind == "ratio":
            found = tuple(int(rows.frame[name].sum()) for name in ("numerator", "denominator"))
            counted = (row["numerator"], row["denominator"])
        elif measure.kind == "fact":
            continue
        else:
            found, counted = (len(rows),), (row["numerator"],)
        if found != counted:
            lines.append(f"{measure.name} {row['year']} {of}: {counted} in the figure, {found} rows")
    return lines


def crossed(inside: Inside, raw: Path, limit: tuple[str, int]) -> list[str]:
    """Return a line for each figure of two breakdowns, and of one filtered by the other, that the oracle's cases do not
    give. Of each measure its first breakdown is put together with each of the others."""
    council = read_council(raw, inside.year)
    years = {year: know(council, year, limit) for year in council.years}
    # A year without an extract of a breakdown has no category; that is tried elsewhere.
    told = {y: k for y, k in years.items() if {"review_details", "send", "escalations"} <= set(k.supplied)}
    lines: list[str] = []
    if not told:
        return lines
    for measure in (one for one in (*MEASURES, *CHILDREN_IN_CARE, *REVIEWS) if one.row is None):
        needs = set((measure.needs or "").split())
        if any(not needs <= set(known.supplied) for known in told.values()):
            continue
        cases = {year: measure.cases(known) for year, known in told.items()}
        first, *others = measure.breakdowns.split() or [""]
        for other in others:
            theirs = {year: Counter[tuple[str, str, bool]]() for year in told}
            for year, found in cases.items():
                theirs[year].update(
                    (a, b, case.counts) for case in found for a in case.groups[first] for b in case.groups[other]
                )
            both = inside.figures(measure.name, (first, other), list(told))
            for row in both.filter(pl.col("note").is_in(["", "no cases"])).iter_rows(named=True):
                at = (row[first], row[other])
                n, rest = theirs[row["year"]].pop((*at, True), 0), theirs[row["year"]].pop((*at, False), 0)
                counted = (n, None if measure.kind == "count" else n + rest)
                if (row["numerator"], row["denominator"]) != counted:
                    lines.append(f"{measure.name} {row['year']} {at}: {counted} in the oracle")
            lines += [f"{measure.name} {year} {at}: only in the oracle" for year, left in theirs.items() for at in left]
            lines += _filtered(inside, measure.name, first, other, both)
    return lines


def _filtered(inside: Inside, name: str, first: str, other: str, both: pl.DataFrame) -> list[str]:
    """Return a line for each category of the first breakdown that a filter by the commonest of the other changes."""
    some = both.filter(pl.col("numerator") > 0).sort("numerator", descending=True).head(1)
    lines = []
    for category in some[other]:
        years = some["year"].to_list()
        some_there = pl.col("numerator") > 0
        alone = inside.figures(name, first, years, {other: category}).filter(some_there)
        beside = both.filter(pl.col(other) == category, pl.col("year").is_in(years), some_there)
        columns = [first, "numerator", "denominator", "value"]
        if not alone.select(columns).sort(first).equals(beside.select(columns).sort(first)):
            lines.append(f"{name} by {first}, only {other} {category}: not as of two breakdowns")
    return lines


def inside_of(places: Places, year: int) -> Inside:
    asked = ask(places, year)
    return Inside(asked, _behind(asked))


def test_every_figure_of_the_sample_is_made_of_the_rows_behind_it(sample: Inside) -> None:
    results = load_unprotected_figures(find_council("sample"), 2021).results
    assert set(results["measure"]) == {m.name for m in load_measures().values() if m.shown}
    assert differences(sample, results) == []


def test_behind_every_figure_of_the_sample_are_as_many_rows_as_it_counts(
    sample: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.explore.inside.note_look", lambda *_: None)
    results = load_unprotected_figures(find_council("sample"), 2021).results
    assert miscounted(sample, results) == []


def of_a_random_council(council: dict) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        places = Places("council", Path(folder) / "data", Path(folder) / "params", Path(folder) / "reports")
        write_council(council, places.raw)
        results = load_unprotected_figures(places, council["year"]).results
        inside = inside_of(places, council["year"])
        found = differences(inside, results) + miscounted(inside, results)
        return found + crossed(inside, places.raw, tuple(council["record_limit"]))


def test_of_a_council_that_was_once_difficult_too() -> None:
    assert of_a_random_council(random_council(ONCE_DIFFERENT[0])) == []


@settings(max_examples=1, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(councils())
def test_of_random_councils_too(council: dict) -> None:
    assert of_a_random_council(council) == []
