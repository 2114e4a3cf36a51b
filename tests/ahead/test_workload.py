"""The work of the next weeks: what is expected, the range, and how both would have fared before."""

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
import statsmodels.api
from scipy import stats

from kit.ahead.due_list import make_due_list
from kit.ahead.expected import QUARTER, WEEKS, chances, expected, nothing, past_quarters, place
from kit.ahead.said import WORK_SAID, law_line, protect_work, workload_lines
from kit.ahead.spells import AFTER_FIRST, FIRST, LATER, SECOND, Spell, read_spells
from kit.ahead.workload import Workload, how_far_off, times
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.settings.load import load_settings
from kit.warehouse.warehouse import Warehouse
from kit.years import reporting_year
from tests.lib.worked import a_council

BEGAN = date(2015, 4, 1)


@pytest.fixture(scope="module")
def spells(sample: Places) -> list[Spell]:
    intake = take_in(sample, 2021)
    with Warehouse(intake, map(reporting_year, intake.years), load_settings(sample, 2021).timescales) as warehouse:
        return read_spells(warehouse)


def held(spells: list[Spell], after: date, last: date) -> int:
    return sum(spell.held and spell.stop is not None and after < spell.stop <= last for spell in spells)


def test_on_the_sample_the_range_holds_nine_quarters_of_twelve_and_the_middle_is_off_by_under_6_percent(
    spells: list[Spell],
) -> None:
    inside, off = 0, []
    for year in (2018, 2019, 2020):
        workload = Workload(spells, BEGAN, date(year, 3, 31))
        for number in range(4):
            said = workload.quarter(number)
            came = held(spells, said.after, said.last)
            inside += bool(replace(said, came=came).held)
            off.append(abs(said.value - came) / came)
    assert inside == 10
    assert 100 * sum(off) / len(off) == pytest.approx(4.9, abs=0.05)


def test_a_due_list_shows_about_half_of_the_work(spells: list[Spell]) -> None:
    for year in (2017, 2018, 2019, 2020):
        day = date(year, 3, 31)
        due = sum(
            spell.start <= day and (spell.stop is None or spell.stop > day) and day < spell.due <= day + timedelta(91)
            for spell in spells
        )
        assert 160 <= due <= 201
        assert 351 <= held(spells, day, day + timedelta(91)) <= 367


def test_nothing_after_the_day_is_known(spells: list[Spell]) -> None:
    day = date(2019, 3, 31)
    before = [
        replace(spell, stop=None, held=False) if spell.stop and spell.stop > day else spell
        for spell in spells
        if spell.start <= day
    ]
    assert Workload(before, BEGAN, day).quarter(1) == Workload(spells, BEGAN, day).quarter(1)
    assert Workload(before[::-1], BEGAN, day).weeks() == Workload(spells, BEGAN, day).weeks()


def test_what_is_said_names_a_year_ago_if_it_is_no_worse(spells: list[Spell]) -> None:
    lines = workload_lines(Workload(spells, BEGAN, date(2021, 3, 31)), law_line(171, 9))
    assert lines[:2] == [
        "In the 13 weeks after 31 March 2021 about 340 reviews are to be expected (in 8 of 10, from 313 to 367).",
        "By law 171 are due in them and 9 are overdue. Reviews are held before their last lawful day, and children "
        "come in.",
    ]
    assert "After 1 April 2020 it would have been 358 (in 8 of 10, from 329 to 388); 361 came." in lines
    assert lines[-3:-1] == [
        "The range held in 3 of 3 years.",
        "Off by 3.3% on average; “as in the same weeks a year before” by 1.6%, which is no worse.",
    ]
    assert lines[-1].endswith(
        "by 3.7 after 1 April 2020 (12 of 14 in their range). Of all these, 35 of 42 were in their range."
    )


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 1), "By law 1 is due in them and 1 is overdue."),
        ((0, 0, 1), "By law none is due in them, 1 is due on the day itself and none is overdue."),
        ((2, 0), "By law 2 are due in them and none is overdue."),
    ],
)
def test_what_is_due_by_law_is_said_with_what_is_overdue(numbers: tuple[int, ...], said: str) -> None:
    assert law_line(*numbers).startswith(said)


@pytest.mark.parametrize(
    ("smallest", "words"),
    [
        ((50, 20), ["expected", "law"]),
        ((50, 3), ["expected", "not shown"]),
        ((0, 3), ["expected", "not shown"]),
        ((3, 3), []),
    ],
)
def test_a_small_number_due_by_law_hides_its_sentence_alone(smallest: tuple[int, int], words: list[str]) -> None:
    rows = [("expected", smallest[0], ""), ("law", smallest[1], "not shown")]
    shown = protect_work(pl.DataFrame(rows, schema=WORK_SAID, orient="row"), 5)
    assert shown["words"].to_list() == words
    assert 3 not in shown["smallest"]


def test_with_fewer_than_three_years_there_is_no_range_and_with_less_than_one_nothing(spells: list[Spell]) -> None:
    two = Workload(spells, BEGAN, date(2017, 3, 31))
    assert two.quarter().lower is None
    assert any("There is no range: fewer than three years" in line for line in workload_lines(two, ""))
    none = workload_lines(Workload(spells, BEGAN, date(2016, 3, 1)), "")
    assert none == ["How many reviews the next weeks bring is not said: less than a year before the day is loaded."]


def test_chances_are_reviews_over_days_waited() -> None:
    first, due = date(2020, 1, 1), date(2020, 1, 29)
    one = Spell(FIRST, True, first, due, date(2020, 1, 25), True)
    other = Spell(FIRST, True, first, due, None, False)
    (quarter,) = past_quarters([one, other], date(2020, 1, 31), 1)
    # Both waited all days of the first three weeks to the due day; one was held four days before it.
    likely = chances([quarter])
    assert sum(quarter.waited[FIRST]) == 24 + 30
    assert sum(quarter.held[FIRST]) == 1
    assert max(likely.held[FIRST]) == pytest.approx(1 / (7 + 3 + 0))
    assert quarter.arrived == 2


@pytest.mark.parametrize("number", [3, 4, 8, 20, 100])
def test_the_spread_of_few_is_multiplied_as_students_t_says(number: int) -> None:
    assert times(number) == pytest.approx(stats.t.ppf(0.9, number), abs=0.01)


def test_the_work_by_officer_and_of_children_to_come_adds_up(sample: Places) -> None:
    work = make_due_list(sample, "2021-03-31").work
    # Weeks begin on Monday; 31 March 2021 is a Wednesday, and so is 30 June.
    assert work.weeks.height == WEEKS + 1
    assert work.weeks.rows()[0][:3] == (date(2021, 4, 1), date(2021, 4, 4), 0)
    assert work.weeks.rows()[1][:3] == (date(2021, 4, 5), date(2021, 4, 11), 7)
    assert work.weeks.rows()[12][:3] == (date(2021, 6, 21), date(2021, 6, 27), 33)
    assert work.weeks.rows()[13][:2] == (date(2021, 6, 28), date(2021, 6, 30))
    assert {day.weekday() for day in work.weeks["From"][1:]} == {0}
    assert work.weeks["From"][1:].to_list() == [day + timedelta(1) for day in work.weeks["To"][:-1]]
    assert work.officers["Reviews in 13 weeks"].sum() == pytest.approx(340, abs=6)
    assert work.weeks["Expected"].sum() == pytest.approx(340, abs=7)
    assert work.weeks["Due by law"].sum() == 171
    assert work.officers["Officer"].to_list()[-1] == "Children still to come"
    # What officers would have been told before, and what was held of the children whom they had.
    before = work.officers_before
    assert set(before["After"]) == {date(year, 3, 31) for year in range(2016, 2021)}
    last = before.filter(After=date(2020, 3, 31))
    assert last["Expected"].sum() == pytest.approx(last["Held"].sum(), rel=0.06)
    assert work.weeks_before.height == 5 * (WEEKS + 1)
    assert work.weeks_before.filter(pl.col("From") < date(2018, 4, 1))["to"].null_count() == 2 * (WEEKS + 1)
    assert not work.weeks.select(pl.col("In 8 of 10 from") > pl.col("Expected")).to_series().any()


def test_conferences_that_the_file_plans_are_beside_the_reviews_and_not_added(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        episodes="CHILD | DECOM | files\nann | 01/06/2019 | 2020 2021",
        reviews="CHILD | REVIEW\nann | 20/06/2019\nann | 20/09/2019\nann | 20/03/2020\nann | 18/09/2020",
        protection_conferences="""
        child_id | kind    | due_date   | held_date  | iro_id | files
        ben      | review  | 31/03/2021 |            | one    | 2021   # due on the day: not after it
        ben      | review  | 01/04/2021 |            | one    | 2021
        cat      | review  | 01/04/2021 |            | one    | 2021
        dan      | initial | 30/06/2021 |            |        | 2021   # the last day of 13 weeks
        eve      | initial | 01/07/2021 |            | one    | 2021   # later
        fay      | review  | 20/05/2021 | 20/03/2021 | one    | 2021   # held before
        """,
    )
    work = make_due_list(council.places, "2021-03-31").work
    weeks = work.weeks["Conferences due, one a child"].to_list()
    assert (weeks[0], weeks[-1], sum(weeks)) == (2, 1, 3)
    assert work.officers.rows()[0] == ("No officer", 0, 1)
    assert work.officers.rows()[1] == ("one", 0, 2)
    assert work.lines[-1] == (
        "Child protection conferences that the files plan for the same weeks, one for each child: 3."
    )


def test_the_range_of_single_weeks_holds_about_8_of_10(spells: list[Spell]) -> None:
    results = []
    for quarter in range(1, 12):
        day = date(2021, 3, 31) - quarter * timedelta(91)
        for said in Workload(spells, BEGAN, day).weeks():
            results.append(replace(said, came=held(spells, said.after, said.last)).held)
    assert (sum(map(bool, results)), len(results)) == (127, 154)


@pytest.mark.parametrize("weekday", range(7))
def test_weeks_are_from_monday_to_sunday_and_add_up_to_the_quarter(spells: list[Spell], weekday: int) -> None:
    day = date(2018, 3, 26) + timedelta(weekday)
    workload = Workload(spells, BEGAN, day)
    weeks = workload.weeks()
    assert (weeks[0].after, weeks[-1].last) == (day, day + timedelta(91))
    assert all(one.last.weekday() == 6 and one.last == other.after for one, other in pairwise(weeks))
    assert len(weeks) == WEEKS + (day.weekday() != 6)
    assert sum(one.value for one in weeks) == pytest.approx(workload.quarter().value)
    assert [one.after.weekday() for one in workload.weeks(4)] == [one.after.weekday() for one in weeks]


@pytest.mark.parametrize("off", [stats.t(4), stats.norm])
def test_of_many_8_of_10_are_inside_whatever_the_few_far_ones_are(off: stats.rv_continuous) -> None:
    """A spread would be too wide where a few are far off, as in the weeks of Christmas."""
    came = [round(9 + 3 * float(z)) for z in off.ppf([(n + 0.5) / 200 for n in range(200)])]
    far = how_far_off([(9.0, n) for n in came])
    inside = [round(9 - 3 * far) <= n <= round(9 + 3 * far) for n in came]
    assert 0.8 <= sum(inside) / 200 <= 0.88
    # The nearest whole number on either side would hold fewer than 8 of 10.
    assert sum(round(9 - 3 * far) < n < round(9 + 3 * far) for n in came) / 200 < 0.8
    assert far < stats.norm.ppf(0.9) * stats.tstd([(n - 9) / 3 for n in came])


def steady(seed: int, until: date, children: float = 0.1) -> list[Spell]:
    """Return a made-up council that is the same in every year: children come and leave, reviews are held ahead."""
    chance = random.Random(seed)
    spells = []
    day = date(2012, 4, 1)
    while day < until:
        day += timedelta(days=round(chance.expovariate(children)))
        end = day + timedelta(days=round(chance.expovariate(1 / 700)))
        start, kind, due = day, FIRST, day + timedelta(28)
        while True:
            review = max(due - timedelta(days=int(chance.triangular(0, 60 if kind else 20, 6))), start + timedelta(1))
            stop, was_held = (review, True) if review <= end else (end, False)
            spells.append(Spell(kind, start == day, start, due, stop, was_held))
            if not was_held:
                break
            start, kind, due = review, min(kind + 1, LATER), review + timedelta(183 if kind else 91)
    assert {spell.waits_for for spell in spells} == {FIRST, SECOND, LATER}
    return spells


def test_the_range_of_steady_councils_holds_about_8_of_10() -> None:
    day, results, of_weeks = date(2021, 3, 31), [], []
    for seed in range(40):
        spells = steady(seed, date(2022, 4, 15))
        workload = Workload(spells, BEGAN, day)
        # The furthest first, as what it works out serves the nearer ones.
        for number in (3, 2, 1, 0):
            said = workload.quarter(number)
            results.append(replace(said, came=held(spells, said.after, said.last)).held)
        of_weeks += [replace(said, came=held(spells, said.after, said.last)).held for said in workload.weeks()]
    assert 0.72 <= sum(map(bool, results)) / len(results) <= 0.88
    assert 0.72 <= sum(map(bool, of_weeks)) / len(of_weeks) <= 0.88


def test_of_children_who_begin_to_wait_so_many_have_had_a_review_as_kaplan_and_meier_say(spells: list[Spell]) -> None:
    """Statsmodels as the oracle: second reviews by weeks since the first one, of the spells of three years."""
    last = date(2021, 3, 31)
    began = [spell for spell in spells if spell.waits_for == SECOND and last - 12 * QUARTER < spell.start <= last]
    waited = [(min(spell.stop or last, last) - spell.start).days for spell in began]
    were_held = [bool(spell.held and spell.stop and spell.stop <= last) for spell in began]
    curve = statsmodels.api.SurvfuncRight(waited, were_held)
    not_held = {0: 1.0} | dict(zip(curve.surv_times, curve.surv_prob, strict=True))
    # They begin on any day of a week. Nobody leaves or comes, and no review after the second is waited for.
    state = nothing()
    for passed in range(7):
        state[SECOND][place(AFTER_FIRST - passed)] += 1 / 7
    likely = chances(past_quarters(spells, last, 12))
    none = [0.0] * len(state[SECOND])
    alone = replace(likely, left=[0.0, 0.0, 0.0], arrive=0.0, held=[none, likely.held[SECOND], none])
    for weeks in range(1, 16):
        oracle = [not_held[max(t for t in not_held if t <= day)] for day in range(7 * weeks, 7 * weeks + 7)]
        assert sum(expected(state, alone, weeks)) == pytest.approx(1 - sum(oracle) / 7, abs=0.05)
