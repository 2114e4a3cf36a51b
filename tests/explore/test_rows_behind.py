"""The rows behind a figure are as many as it counts, and figures made of them are those of the report."""

import tempfile
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
from tests.oracle.test_agrees import ONCE_DIFFERENT

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
        return differences(inside, results) + miscounted(inside, results)


@pytest.mark.parametrize("seed", ONCE_DIFFERENT[:2])
def test_of_a_council_that_was_once_difficult_too(seed: int) -> None:
    assert of_a_random_council(random_council(seed)) == []


@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(councils())
def test_of_random_councils_too(council: dict) -> None:
    assert of_a_random_council(council) == []
