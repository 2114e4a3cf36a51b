"""The summary leaves out no measure that got worse or missed its target, whatever a council's figures are."""

import re
from dataclasses import replace
from random import Random

import pytest

from kit import open_report
from kit.chapters.content import Notice
from kit.chapters.summary import MOST_ROWS, Summary, in_the_table, lists, summarise, totals
from kit.chapters.text.findings import Finding, heading, line
from kit.figures.comparison import (
    BETTER,
    NO_CLEAR_CHANGE,
    NOT_TESTED,
    TARGET,
    TWO_YEARS_BEFORE,
    WORSE,
    YEAR_BEFORE,
    Comparison,
)
from kit.figures.figure import Figure
from kit.measures.headers import load_measures
from kit.report.page import REPORT
from kit.settings.settings import CORE
from kit.settings.targets import Target
from tests.lib.made_up_figures import row
from tests.lib.made_up_notebooks import pages_of_the_sample

VERDICTS = (BETTER, WORSE, NO_CLEAR_CHANGE, NOT_TESTED)
MEASURES = [measure for measure in load_measures().values() if measure.shown]


def compared(name: str, with_what: str, verdict: str, nearer: float, value: float, other: float) -> Comparison:
    """Return a comparison whose interval ends `nearer` to 0 on one side."""
    sign = -1 if other > value else 1
    ends = sorted((sign * nearer, sign * (nearer + 9)))
    return Comparison(
        name, 2021, "all", "all", with_what, other, value - other, *ends, "percentage points", "child", verdict
    )


def finding(measure, one: str, two: str, target: str, nearer: float = 1.0, value: float = 80.0) -> Finding:
    """Return a share whose verdicts on one year, two years and the target are given."""
    back = {YEAR_BEFORE: (one, 90.0), TWO_YEARS_BEFORE: (two, 92.0), TARGET: (target, 95.0)}
    rows = tuple(compared(measure.name, n, v, nearer, value, other) for n, (v, other) in back.items() if v)
    figures = [Figure(**row(measure.name, year, value=v)) for year, v in ((2019, 92.0), (2020, 90.0), (2021, value))]
    wanted = Target(95, "the Board") if target else None
    return Finding(replace(measure, better="higher"), (*figures[:2], replace(figures[2], compared=rows)), wanted)


def random_council(seed: int, worse: int) -> list[Finding]:
    """Return findings of all measures, of which `worse` at least got worse."""
    draw = Random(seed)
    names = draw.sample(range(len(MEASURES)), worse)
    found = []
    for place, measure in enumerate(MEASURES):
        one, two, target = (draw.choice(VERDICTS) for _ in range(3))
        one = WORSE if place in names else one
        found.append(finding(measure, one, two, target if draw.random() < 0.2 else "", draw.uniform(0.1, 20)))
    return found


def checked(page: Summary, told: list[Finding]) -> None:
    """Compare what a summary names with the verdicts of all measures."""
    must = {one.measure.name for one in told if any(c.verdict == WORSE for c in one.now.compared)}
    shown = [one.figure.measure for one in page.rows] + [one.figures[0].measure for one in page.more]
    assert must <= set(shown)
    assert len(shown) == len(set(shown))
    assert len(page.rows) <= MOST_ROWS
    added = [name for name in shown if name not in CORE]
    assert set(added) == must - set(CORE)
    sizes = {one.measure.name: one.verdict.fell_short for one in told}
    whole = {one.measure.name for one in totals(told)}
    assert not whole - set(CORE) & {one.figure.measure for one in page.rows}
    in_order = [sizes[name] for name in added if name not in whole]
    assert in_order == sorted(in_order, reverse=True)
    improved, worse, same, _ = page.lists
    of = {one.measure.name: one.verdict.name for one in told}
    for listing, verdict in ((improved, BETTER), (worse, WORSE)):
        named = [one.figures[0].measure for one in (*listing.lines, *listing.more)]
        assert set(named) == {name for name, found in of.items() if found == verdict} - whole
    assert all(of[one.figures[0].measure] not in (BETTER, WORSE) for one in same.lines)


@pytest.mark.parametrize("seed", range(50))
def test_no_measure_that_must_be_told_is_left_out(seed: int) -> None:
    told = random_council(seed, worse=25 if seed % 2 else seed % 7)
    checked(summarise(CORE, told, Notice("x"), Notice("y"), ("2019-20", "2020-21")), told)


def test_the_summary_of_the_sample_names_what_its_comparisons_say() -> None:
    report = open_report("sample", 2021)
    page = report.summary()
    assert isinstance(page, Summary)
    told = [report._told(m.name) for m in report.measures.values() if m.shown]
    checked(page, [one for one in told if one.now.note != "not supplied"])


def test_the_worst_is_that_whose_interval_ends_farthest_from_no_change() -> None:
    far, near = finding(MEASURES[0], WORSE, "", "", 8.0), finding(MEASURES[1], WORSE, "", "", 0.5)
    assert [one.measure.name for one in in_the_table((), [near, far])] == [MEASURES[0].name, MEASURES[1].name]


def test_a_fall_over_two_years_alone_is_worse_and_says_so() -> None:
    told = finding(MEASURES[0], NO_CLEAR_CHANGE, WORSE, "")
    assert heading(told).endswith("fell from 92.0% to 80.0% over two years")
    assert [tag.text for tag in line(told).tags] == ["Worse over two years"]
    assert "down from 92.0% two years earlier." in line(told).text


def test_a_target_missed_by_more_than_chance_with_no_clear_change_stayed_the_same_and_is_in_the_table() -> None:
    told = finding(MEASURES[0], NO_CLEAR_CHANGE, NO_CLEAR_CHANGE, WORSE)
    assert [one.measure.name for one in in_the_table((), [told])] == [MEASURES[0].name]
    improved, worse, same, _ = lists((), [told])
    assert (improved.lines, worse.lines) == ((), ())
    assert [tag.text for tag in same.lines[0].tags] == ["No clear change", "Missed"]
    assert heading(told).endswith("80.0%, short of 95%")


def test_a_total_is_not_listed_beside_its_parts_but_named_under_the_table() -> None:
    by_name = {measure.name: measure for measure in MEASURES}
    names = ("reviews_late_reasons", "reviews_late", "reviews_not_held")
    told = [finding(by_name[name], WORSE, "", "", value=v) for name, v in zip(names, (57, 45, 12), strict=True)]
    page = summarise((), told, Notice("x"), Notice("y"), ("2019-20", "2020-21"))
    assert {one.figure.measure for one in page.rows} == set(names[1:])
    assert [one.figures[0].measure for one in page.more] == [names[0]]
    assert {one.figures[0].measure for one in page.lists[1].lines} == set(names[1:])
    # One of the parts is no worse, so that the total says more than they do.
    fewer = [*told[:2], finding(by_name[names[2]], NO_CLEAR_CHANGE, "", "", value=12)]
    page = summarise((), fewer, Notice("x"), Notice("y"), ("2019-20", "2020-21"))
    assert {one.figure.measure for one in page.rows} == set(names[:2])
    # The parts told are not all of it.
    page = summarise((), told[:2], Notice("x"), Notice("y"), ("2019-20", "2020-21"))
    assert {one.figure.measure for one in page.rows} == set(names[:2])


def test_every_row_and_line_of_the_summary_leads_to_the_book() -> None:
    page = pages_of_the_sample()[REPORT]
    summary = page[page.index("Headline figures") : page.index("What we ask of the Board")]
    rows = re.findall(r'<th scope="row">(.*?)</th>', summary)
    assert len(rows) > 10 and all('<a href="figures.html#' in row for row in rows)
    lines = re.findall(r"<li>(.*?)</li>", summary, re.DOTALL)
    assert len(lines) > 15 and all('href="figures.html#' in one for one in lines)


def test_a_draft_names_every_heading_that_is_still_empty() -> None:
    report = open_report("sample", 2021)
    assert report.summary().draft == ""  # type: ignore[attr-defined]
    none = replace(report, texts={}).summary()
    asked = ["Summary", "What we ask of the Board", "In children's words", "Good practice", "Issues for development"]
    for title in (*asked, "Urgent action", "Resources at risk"):
        assert f"\u201c{title}\u201d" in none.draft  # type: ignore[attr-defined]
    one = replace(report, texts={n: t for n, t in report.texts.items() if n != "escalations"}).summary()
    assert one.draft.startswith("This is a draft. Nothing is written yet under \u201cUrgent action\u201d")  # type: ignore[attr-defined]


def test_the_notes_say_how_many_would_look_worse_by_chance_and_on_whom_a_change_depends_too() -> None:
    seen = [replace(measure, unseen="") for measure in MEASURES[:41]]
    told = [finding(measure, WORSE if place < 3 else NO_CLEAR_CHANGE, "", "") for place, measure in enumerate(seen)]
    # Of a measure without a better way nothing looks worse, and nothing does that was not tested.
    neither = finding(MEASURES[50], NO_CLEAR_CHANGE, "", "")
    told += [
        replace(neither, measure=replace(neither.measure, better="none")),
        finding(MEASURES[51], NOT_TESTED, "", ""),
    ]
    notes = summarise((), told, Notice("x"), Notice("y"), ("2019-20", "2020-21")).notes
    assert notes[1:] == ("Of 41 measures that could look worse, about 1 would by chance alone.",)
    told[0] = replace(told[0], measure=replace(told[0].measure, title="Reports", unseen="social workers"))
    notes = summarise((), told, Notice("x"), Notice("y"), ("2019-20", "2020-21")).notes
    assert notes[2].startswith("“Reports”: cases depend on social workers too, of whom the files have no column.")
