from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kit.chapters.charts.descriptions import trend_words
from kit.chapters.content import Notice, Sentence
from kit.chapters.tables.tables import change_words
from kit.chapters.text.changes import change
from kit.chapters.text.council_words import with_council_words
from kit.chapters.text.sentences import gap, headline
from kit.chapters.text.values import value_text
from kit.figures.comparison import Comparison
from kit.figures.figure import Figure
from kit.measures.headers import load_measures
from kit.measures.law import statutory_timescales
from kit.settings.settings import Settings
from kit.settings.targets import Target
from kit.text import count, day, decimal, listed, month, signed
from kit.years import label, reporting_year
from tests.lib.made_up_figures import MEASURES, absent, report, row

AS_AT = date(2021, 3, 31)
ON_TIME = MEASURES["reviews_on_time"]
CHILDREN = MEASURES["children_looked_after"]


def figure(*given: Any, **other: Any) -> Figure:
    return Figure(**row(*given, **other))


def words(*pairs: tuple[int, int], target: Target | None = None, better: str = "higher") -> str:
    """Return the headline of a share whose numerators and denominators are given, year by year."""
    years = [figure("reviews_on_time", 2022 - len(pairs) + i, n, d) for i, (n, d) in enumerate(pairs)]
    before = years[-2] if len(years) > 1 else None
    return headline(replace(ON_TIME, better=better), years[-1], before, AS_AT, target).plain()


def test_a_count_says_how_many_fewer_than_a_year_before() -> None:
    now, before = figure("children_looked_after", 2021, 449), figure("children_looked_after", 2020, 480)
    said = headline(CHILDREN, now, before, AS_AT)
    assert said.plain() == "449 children were looked after on 31 March 2021, down from 480."
    assert isinstance(said, Sentence)
    assert said.figures == (now.key, before.key)


def test_a_count_that_did_not_move_is_the_same() -> None:
    now, before = figure("children_looked_after", 2021, 449), figure("children_looked_after", 2020, 449)
    assert headline(CHILDREN, now, before, AS_AT).plain().endswith("2021, as a year earlier.")


def test_a_share_is_set_beside_the_year_before() -> None:
    assert words((1310, 1388), (1262, 1367)) == (
        "In 2020-21, 92.3% of reviews were held on time (1,262 of 1,367), down from 94.4%."
    )
    assert words((90, 100), (90, 100)).endswith(", as a year earlier.")
    assert words((9001, 10000), (9002, 10000)).endswith(", much as a year earlier.")


@pytest.mark.parametrize("unlike", [2020, 2021])
def test_beside_a_year_that_is_not_like_others_nothing_is_better_or_worse(unlike: int) -> None:
    closed = replace(ON_TIME, breaks={unlike: "Offices were closed", 2019: "An earlier year", 2022: "A later one"})
    before, now = figure("reviews_on_time", 2020, 1310, 1388), figure("reviews_on_time", 2021, 1262, 1367)
    said = headline(closed, now, before, AS_AT).plain()
    assert said == (
        "In 2020-21, 92.3% of reviews were held on time (1,262 of 1,367), down from 94.4%. "
        f"{'' if unlike == 2021 else f'{label(unlike)}: '}Offices were closed."
    )
    assert change_words(closed, now, before) == "\u22122.1 points, years not alike"
    # What did not move needs no such reading.
    near = figure("reviews_on_time", 2021, 1263, 1340)
    assert change_words(closed, near, before).endswith(", within chance")
    same = replace(before, year=2021)
    assert headline(closed, same, before, AS_AT).plain().endswith(", as a year earlier.")
    # Groups of one year are compared as ever.
    girls, boys = (replace(f, year=2021, breakdown="sex", category=c) for f, c in ((now, "Girls"), (before, "Boys")))
    assert change(closed, girls, boys) == change(ON_TIME, girls, boys)


def test_a_count_beside_such_a_year_says_so_too() -> None:
    closed = replace(CHILDREN, breaks={2021: "Courts were closed."})
    now, before = figure("children_looked_after", 2021, 449), figure("children_looked_after", 2020, 480)
    assert headline(closed, now, before, AS_AT).plain() == (
        "449 children were looked after on 31 March 2021, down from 480. Courts were closed."
    )
    assert change_words(closed, now, before) == "\u221231, years not alike"


@pytest.mark.parametrize(
    ("value", "better", "end"),
    [
        (95, "higher", "That is short of the target of 95%."),
        (92, "higher", "That meets the target of 92%."),
        (92.34, "higher", "That is just short of the target of 92.34%."),
        (92, "lower", "That is above the target of at most 92%."),
        (95, "lower", "That meets the target of at most 95%."),
        (95, "none", "The target is 95%."),
    ],
)
def test_a_target_is_named_with_who_set_it(value: float, better: str, end: str) -> None:
    assert words((1262, 1367), target=Target(value, "the board"), better=better).endswith(end)


def test_a_figure_that_rounds_to_its_target_but_misses_it_is_just_short() -> None:
    assert "just short of the target of 95%" in words((9496, 10000), target=Target(95, "the board"))


def test_one_loaded_year_is_compared_with_nothing_and_says_so() -> None:
    assert words((1262, 1367)).endswith("(1,262 of 1,367). No earlier year is loaded to compare it with.")


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("suppressed", "is hidden"),
        ("not supplied", "was not supplied"),
        ("no cases", "has no cases"),
        ("not known", "is not known"),
    ],
)
def test_a_year_before_without_a_figure_says_why_nothing_is_compared(note: str, why: str) -> None:
    now, before = figure("reviews_on_time", 2021, 50, 60), Figure(**absent("reviews_on_time", 2020, note))
    said = headline(ON_TIME, now, before, AS_AT).plain()
    assert f". The figure of the year before {why}." in said


@pytest.mark.parametrize("note", ["suppressed", "not supplied", "no cases", "not known"])
def test_a_figure_that_is_not_there_has_its_own_words_and_is_never_0(note: str) -> None:
    said = headline(ON_TIME, Figure(**absent("reviews_on_time", 2021, note)), None, AS_AT)
    assert isinstance(said, Notice)
    assert said.kind == "absent"
    assert "hidden" in said.text if note == "suppressed" else note in said.text
    assert "0" not in said.text.replace("2020-21", "")


def test_a_missing_extract_is_named() -> None:
    said = report().headline("reviews_virtual").plain()
    assert (
        said
        == "Reviews virtual, 2018-19 to 2020-21: not supplied. It needs the column mode of the extract review_details."
    )


def test_a_gap_is_given_with_its_interval_or_as_too_small() -> None:
    one, other = (
        figure("reviews_on_time", 2021, n, d, category=c) for n, d, c in ((60, 100, "EHC plan"), (90, 100, "No SEN"))
    )
    said = gap(ON_TIME, one, other).plain()
    assert "60.0% for “EHC plan” (60 of 100), and 90.0% for “No SEN” (90 of 100)." in said
    assert said.endswith("The gap is more than chance would explain (95% interval \u221240.8 to \u221218.3 points).")
    assert "much alike: chance could explain the gap" in gap(ON_TIME, one, replace(one, category="No SEN")).plain()


def test_a_gap_with_a_hidden_group_is_not_given() -> None:
    hidden = Figure(**absent("reviews_on_time", 2021, "suppressed", category="EHC plan"))
    said = gap(ON_TIME, hidden, figure("reviews_on_time", 2021, 90, 100, category="No SEN"))
    assert isinstance(said, Notice)
    assert "cannot be given" in said.text


def test_every_sentence_of_the_kit_can_be_said() -> None:
    council = Settings("Borough", timescales=statutory_timescales())
    for measure in with_council_words(load_measures(), council, (reporting_year(2021),)).values():
        now = replace(figure("reviews_on_time", 2021, 50, 60), measure=measure.name)
        said = headline(measure, now, replace(now, year=2020), AS_AT).plain()
        assert "{" not in said
        assert said.count("%%") == 0
        assert said[0].isupper() or said[0].isdigit()


def test_halves_are_rounded_as_a_spreadsheet_rounds_them() -> None:
    # 9 of 16, 1 of 16, and a half that no binary number holds.
    assert [decimal(56.25), decimal(6.25), decimal(-56.25), decimal(0.35)] == ["56.3", "6.3", "-56.3", "0.4"]
    assert [signed(56.25), signed(-0.05), signed(2.5, places=0)] == ["+56.3", "\u22120.1", "+3"]


def test_numbers_dates_and_lists_are_written_for_people() -> None:
    assert [count(1367), decimal(-0.04), signed(-2.06), signed(0.04)] == ["1,367", "0.0", "−2.1", "0.0"]
    assert [day(AS_AT), month("2020-04"), month("Q1"), listed(["a", "b", "c"])] == [
        "31 March 2021",
        "April 2020",
        "Q1",
        "a, b and c",
    ]
    assert value_text(MEASURES["escalation_days"], figure("escalation_days", 2021, value=14.0)) == "14"


def test_the_highest_is_that_of_the_years_shown_if_one_is_hidden() -> None:
    said = {}
    for note in ("suppressed", "not supplied"):
        hidden = figure("escalation_days", 2019, note=note)
        shown = [figure("escalation_days", year, value=days) for year, days in ((2018, 18.0), (2020, 7.0), (2021, 9.0))]
        said[note] = trend_words(MEASURES["escalation_days"], [shown[0], hidden, *shown[1:]])
    assert said["suppressed"].endswith("Highest of those shown in 2017-18, lowest in 2019-20.")
    assert said["not supplied"].endswith("Highest in 2017-18, lowest in 2019-20.")


def said_beside(one: str, two: str, target: str = "", fell: float = -1.2) -> str:
    """Return the headline of reviews on time of 95.8%, with these verdicts on one year, two years and the target."""
    before, now = figure("reviews_on_time", 2020, 1402, 1445), figure("reviews_on_time", 2021, 1316, 1373)
    rows = [("year before", 97.0, one, fell), ("two years before", 98.3, two, -2.4), ("target", 98.0, target, -2.2)]
    compared = tuple(
        Comparison("reviews_on_time", 2021, "all", "all", name, other, by, -9, 9, "points", "officer", verdict)
        for name, other, verdict, by in rows
        if verdict
    )
    wanted = Target(98, "the board") if target else None
    return headline(ON_TIME, replace(now, compared=compared), before, AS_AT, wanted).plain()


def test_one_years_fall_could_be_chance_and_that_of_two_years_not() -> None:
    assert said_beside("no clear change", "worse").endswith(
        "(1,316 of 1,373), down from 97.0%. One year's fall could be chance. The fall from 98.3% two years earlier is "
        "not. [Worse over two years]"
    )
    risen = said_beside("no clear change", "worse", fell=0.4)
    assert "One year's rise could be chance. The fall from 98.3%" in risen
    assert said_beside("worse", "no clear change").endswith(
        "Set beside 98.3% two years earlier, there is no clear change. [Worse]"
    )
    assert "two years" not in said_beside("worse", "worse")
    assert said_beside("not tested", "worse").endswith("down from 97.0%. [Worse over two years]")


def test_too_few_officers_is_said_in_place_of_chance() -> None:
    assert said_beside("too few officers", "too few officers").endswith("down from 97.0%. [Too few officers to say]")
    said = said_beside("too few officers", "worse")
    assert "One year's fall could be the work of one officer. The fall from 98.3%" in said


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("worse", ". [No clear change] [Missed]"),
        ("no clear change", ", perhaps by chance. [No clear change] [Missed, perhaps by chance]"),
        (
            "too few officers",
            ", but there are too few officers to be sure. [No clear change] [Missed, perhaps by chance]",
        ),
        ("not tested", ". [No clear change] [Missed, perhaps by chance]"),
    ],
)
def test_a_missed_target_says_whether_chance_could_have_missed_it(verdict: str, words: str) -> None:
    said = said_beside("no clear change", "no clear change", verdict)
    assert said.endswith(f"That is short of the target of 98%{words}")


def test_a_table_says_too_few_officers_too() -> None:
    compared = Comparison(
        "reviews_on_time", 2021, "all", "all", "year before", 97.0, -1.2, None, None, "", "officer", "too few officers"
    )
    before, now = figure("reviews_on_time", 2020, 1402, 1445), figure("reviews_on_time", 2021, 1316, 1373)
    words_of = change_words(ON_TIME, replace(now, compared=(compared,)), before)
    assert words_of == "\u22121.2 points, too few officers to say"
