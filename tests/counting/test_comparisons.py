"""What each figure is compared with, which verdict is given, and what of it may be shown."""

from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from kit.counting.comparisons import compare
from kit.figures.chance import Cases, InBoth
from kit.figures.comparison import VERDICTS
from kit.figures.comparison_table import SCHEMA, comparisons_csv
from kit.figures.intervals import wilson
from kit.figures.table import ORDER
from kit.figures.table import SCHEMA as RESULTS
from kit.measures.measure import Measure, SourceChange
from kit.protection.comparisons import protect_comparisons, protect_ranges
from kit.protection.small_numbers import protect
from kit.settings.settings import Settings
from kit.settings.targets import Target
from kit.years import ReportingYear, reporting_year
from tests.lib.made_up_figures import MEASURES

YEARS = tuple(reporting_year(year) for year in (2019, 2020, 2021))
ON_TIME = MEASURES["reviews_on_time"]


def compared(
    *cells: Cases,
    measure: Measure = ON_TIME,
    settings: Settings | None = None,
    years: tuple[ReportingYear, ...] = YEARS,
) -> tuple[list[dict[str, Any]], pl.DataFrame]:
    """Return the comparisons of the last year, and all ranges, of a share with one cell a year."""
    counts = {(y.year, "all", "all"): cell for y, cell in zip(years, cells, strict=True)}
    rows = [
        (
            measure.name,
            *key,
            c.numerator,
            c.denominator,
            100 * c.share,
            *(wilson(c.numerator, c.denominator) or ()),
            "%",
            "",
        )
        for key, c in counts.items()
    ]
    results = pl.DataFrame(rows, schema=RESULTS, orient="row")
    found = compare(results, {measure.name: counts}, {measure.name: measure}, settings or Settings("X"), years)
    return list(found[0].filter(year=years[-1].year).iter_rows(named=True)), found[1]


def verdicts(*cells: Cases, **given: Any) -> dict[str, str]:
    return {row["compared_with"]: row["verdict"] for row in compared(*cells, **given)[0]}


def test_one_years_fall_can_be_chance_and_that_of_two_years_not() -> None:
    # Reviews on time fell 98.3, 97.0, 95.8.
    said = verdicts(Cases(1377, 1401), Cases(1402, 1445), Cases(1316, 1373))
    assert said == {"year before": "no clear change", "two years before": "worse"}


def test_the_target_is_one_of_the_comparisons_and_all_are_judged_together() -> None:
    settings = Settings("X", targets={ON_TIME.name: Target(98, "the Board")})
    assert verdicts(Cases(1377, 1401), Cases(1402, 1445), Cases(1316, 1373), settings=settings) == {
        "year before": "no clear change",
        "two years before": "worse",
        "target": "worse",
    }
    # A fall that is called alone at 5%, and not beside two others at a third of it.
    then, now = Cases(900, 1000), Cases(870, 1000)
    assert verdicts(then, now, years=YEARS[1:]) == {"year before": "worse"}
    beside = Settings("X", targets={ON_TIME.name: Target(87, "the Board")})
    assert verdicts(Cases(870, 1000), then, now, settings=beside)["year before"] == "no clear change"


def test_a_change_without_a_good_direction_is_neither_and_a_target_may_give_one() -> None:
    fell = (Cases(900, 1000), Cases(700, 1000))
    none = replace(ON_TIME, better="none")
    assert verdicts(*fell, measure=none, years=YEARS[1:]) == {"year before": "neither"}
    lower = Settings("X", targets={ON_TIME.name: Target(80, "the Board", better="lower")})
    assert verdicts(*fell, measure=none, years=YEARS[1:], settings=lower)["year before"] == "better"


def officers(numerator: int, denominator: int, own: float, clusters: int = 8, **given: Any) -> Cases:
    return Cases(numerator, denominator, clusters, own=own, squares=denominator**2 / clusters, **given)


@pytest.mark.parametrize(
    ("own", "clusters", "unknown", "verdict"),
    [
        (0.00001, 8, 0, "worse"),
        (0.002, 8, 0, "too few officers"),  # one officer's year could do this
        (0.00001, 1, 0, "too few officers"),
        (0.00001, 8, 101, "too few officers"),
    ],
)
def test_too_few_officers_is_said_if_one_officers_year_could_do_this(
    own: float, clusters: int, unknown: int, verdict: str
) -> None:
    measure = replace(ON_TIME, depends_on="officer")
    then = officers(900, 1000, own, clusters, unknown=unknown)
    now = officers(860, 1000, own, clusters, both={1: InBoth(clusters, cases=1000**2 / clusters)}, unknown=unknown)
    assert verdicts(then, now, measure=measure, years=YEARS[1:]) == {"year before": verdict}
    # Of children too few is not said: many are needed before a share says anything.
    said = verdicts(then, now, measure=replace(measure, depends_on="child"), years=YEARS[1:])
    assert said["year before"] in ("worse", "no clear change", "not tested")


def test_where_the_interval_is_wide_because_of_the_officers_no_change_is_not_said() -> None:
    now, then = officers(900, 1000, 0.002, both={1: InBoth(8, cases=125000)}), officers(900, 1000, 0.002)
    assert verdicts(then, now, measure=replace(ON_TIME, depends_on="officer"), years=YEARS[1:]) == {
        "year before": "too few officers"
    }


def test_across_a_change_of_source_or_beside_a_year_not_like_others_nothing_is_tested() -> None:
    fell = (Cases(900, 1000), Cases(900, 1000), Cases(700, 1000))
    moved = replace(ON_TIME, source_changes=(SourceChange("reviews", 2021, "Another system"),))
    rows, _ = compared(*fell, measure=moved)
    assert {(row["verdict"], row["note"]) for row in rows} == {("not tested", "source changed")}
    rows, _ = compared(*fell, measure=replace(ON_TIME, breaks={2019: "A strike"}))
    assert {row["compared_with"]: (row["verdict"], row["note"]) for row in rows} == {
        "year before": ("worse", ""),
        "two years before": ("not tested", "years not alike"),
    }


def test_a_sample_of_audits_counts_children_and_its_range_the_children_not_audited() -> None:
    measure = replace(ON_TIME, depends_on="child", drawn_from="audits_drawn_from")
    answers = Cases(136, 160, 40, own=0.0016, squares=40 * 4 * 4)
    counts = {
        measure.name: {(2021, "all", "all"): answers},
        "audits_drawn_from": {(2021, "all", "all"): Cases(450, 450)},
    }
    row = (measure.name, 2021, "all", "all", 136, 160, 85.0, None, None, "%", "")
    results = pl.DataFrame([row], schema=RESULTS, orient="row")
    _, ranges = compare(results, counts, {measure.name: measure}, Settings("X"), YEARS[2:])
    low, high, _ = ranges.row(0)[4:]
    # V/plain = 2.008, t(39) = 2.023 for z = 1.960, (450 - 40) / 449 = 0.913: 82 cases stand for 160 answers.
    assert (low, high) == pytest.approx((75.8, 91.1), abs=0.1)


def test_a_comparison_is_hidden_if_one_of_its_figures_is() -> None:
    rows, ranges = compared(Cases(100, 102), Cases(60, 100), Cases(50, 100))
    comparisons = pl.DataFrame(rows, schema=SCHEMA)
    results = pl.DataFrame(
        [
            (ON_TIME.name, y.year, "all", "all", n, 102, 50.0, 1.0, 2.0, "%", "")
            for y, n in zip(YEARS, (100, 60, 50), strict=True)
        ],
        schema=RESULTS,
        orient="row",
    )
    shown = protect(results)
    hidden = {row["compared_with"]: row for row in protect_comparisons(comparisons, shown).iter_rows(named=True)}
    assert hidden["two years before"]["note"] == "suppressed"
    assert [hidden["two years before"][n] for n in ("other", "difference", "lower", "upper")] == [None] * 4
    assert hidden["two years before"]["verdict"] == ""
    assert hidden["year before"]["verdict"] == "no clear change"
    assert protect_ranges(ranges, shown)["year"].to_list() == [2020, 2021]


def test_the_table_is_sorted_and_its_numbers_have_six_decimals() -> None:
    rows, _ = compared(Cases(1377, 1401), Cases(1402, 1445), Cases(1316, 1373))
    lines = comparisons_csv(pl.DataFrame(rows, schema=SCHEMA)).splitlines()
    assert lines[0] == ",".join(SCHEMA)
    assert lines[1].startswith("reviews_on_time,2021,all,all,two years before,98.286938,-2.438431,-3.7")
    assert {*VERDICTS} >= {row["verdict"] for row in rows}
    assert list(SCHEMA)[:4] == ORDER
