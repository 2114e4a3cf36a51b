"""The sample's report can be read: what a board asks of the last two years is not hidden, and a few small ones are."""

import polars as pl
import pytest

from kit.counting.figures import load_figures
from kit.paths import find_council

TOO_SMALL = {
    ("children_remanded", "all"),
    ("children_unaccompanied", "all"),
    ("decisions_sent_on_time", "month"),
    # Few go two stages up, and few are open at a year's end.
    ("escalations_resolved_by_path", "path"),
    ("escalation_days_resolved", "path"),
    ("escalations_open", "stage_raised"),
    ("escalations_open", "time_open"),
    ("iros_in_post", "ethnicity"),
    # Under 1, few have two reviews so far apart that there is a midway one.
    ("midway_reviews_held", "age_band_all"),
    ("service_facts", "fact"),
    # At some stages a few concerns are open: what was raised and resolved there would give them.
    ("escalations_raised", "stage_raised"),
    ("escalations_resolved", "stage_resolved"),
    ("escalation_days_resolved", "stage_raised"),
    ("escalation_days_resolved", "stage_resolved"),
    ("supervisions_on_time", "quarter"),
    # Of a few dozen children, times or reviews a band of ages or a kind of review has a few.
    ("children_three_placements", "age_band_all"),
    ("children_with_independent_visitor", "age_band_all"),
    ("children_with_part", "age_band"),
    ("children_with_part", "sen_provision"),
    ("reviews_late", "occasion"),
    ("reviews_not_held", "occasion"),
    # Of the children who begin or stop taking part in a year there are a few dozen.
    ("children_began_to_take_part", "age_band"),
    ("children_began_to_take_part", "mode"),
    ("children_began_to_take_part", "placement"),
    ("children_began_to_take_part", "primary_need"),
    ("children_began_to_take_part", "sen_provision"),
    ("children_never_took_part", "age_band"),
    ("children_never_took_part", "mode"),
    ("children_never_took_part", "placement"),
    ("children_never_took_part", "primary_need"),
    ("children_never_took_part", "sen_provision"),
    ("children_stopped_taking_part", "age_band"),
    ("children_stopped_taking_part", "mode"),
    ("children_stopped_taking_part", "placement"),
    ("children_stopped_taking_part", "primary_need"),
    ("children_took_no_part", "primary_need"),
    ("feedback_answers", "question_answer"),
    ("peps_due", "all"),
    ("peps_due", "week"),
    ("reviews_due_by_week", "occasion"),
    ("reviews_due_by_week", "week"),
    ("reviews_overdue", "occasion"),
    # Of the reviews of some placements, few are not in a figure that is part of them: whether the child was seen.
    ("children_seen_before_review", "placement"),
    ("reviews_held", "placement"),
    # How a few reviews were held, of children who took part, is not recorded.
    ("children_attended", "mode"),
    ("children_took_no_part", "mode"),
    ("children_took_part", "mode"),
    *(
        (measure, breakdown)
        for measure in ("children_took_part", "children_attended")
        for breakdown in ("ethnicity", "primary_need", "disability")
    ),
}


@pytest.fixture(scope="module")
def hidden() -> pl.DataFrame:
    return load_figures(find_council("sample"), 2021).results.filter(note="suppressed")


def test_only_small_groups_are_hidden_in_the_last_two_years(hidden):
    recent = hidden.filter(pl.col("year") >= 2020)
    assert set(recent.select("measure", "breakdown").iter_rows()) <= TOO_SMALL


def test_some_small_groups_are_hidden(hidden):
    recent = hidden.filter(year=2021)
    assert {"children_remanded", "children_took_part"} <= set(recent["measure"])


def test_no_whole_is_hidden_but_the_smallest(hidden):
    wholes = hidden.filter(breakdown="all")
    smallest = {"children_remanded", "children_unaccompanied", "children_with_an_iro", "peps_due"}
    # Of an earlier year each, in which few were not in another figure that they are part of.
    in_a_year = {("children_reviewed_on_time", 2017), ("children_unaccompanied_in_year", 2016)}
    assert set(wholes["measure"]) == smallest | {name for name, _ in in_a_year}
    assert set(wholes.filter(~pl.col("measure").is_in(smallest)).select("measure", "year").iter_rows()) == in_a_year
