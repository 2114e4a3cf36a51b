"""The sample council says what published minutes say, through the pipeline: each line of the table is one test."""

import polars as pl
import pytest

from kit.audits import QUESTIONS
from kit.figures import load_unprotected_figures
from kit.params import load_settings
from kit.places import find_council


@pytest.fixture(scope="module")
def results() -> pl.DataFrame:
    return load_unprotected_figures(find_council("sample"), 2021).results


def whole(results: pl.DataFrame, measure: str, year: int) -> dict:
    return results.filter(measure=measure, year=year, breakdown="all").row(0, named=True)


def parts(results: pl.DataFrame, measure: str, year: int, breakdown: str) -> dict[str, float]:
    rows = results.filter(measure=measure, year=year, breakdown=breakdown)
    return dict(rows.select("category", "value").iter_rows())


def test_449_children_looked_after_a_fall_of_31(results):
    assert whole(results, "children_looked_after", 2021)["value"] == 449
    assert whole(results, "children_looked_after", 2020)["value"] == 480


def test_about_114_reviews_a_month(results):
    assert whole(results, "reviews_held", 2021)["value"] == 1368 == 12 * 114
    assert sum(parts(results, "reviews_held", 2021, "month").values()) == 1368


def test_children_took_part_by_month_between_72_and_90_percent(results):
    months = parts(results, "children_took_part", 2021, "month")
    assert len(months) == 12
    assert round(min(months.values())) == 72
    assert round(max(months.values())) == 90
    assert all(72 <= value <= 90 for value in months.values())


def test_records_sent_on_time_short_of_target_worse_than_before_sickness_first(results):
    target = load_settings(find_council("sample"), 2021).targets["records_sent_on_time"].value
    now, before = (whole(results, "records_sent_on_time", year)["value"] for year in (2021, 2020))
    assert now < target - 5
    assert now < before
    reasons = parts(results, "records_late_reasons", 2021, "record_late_reason")
    assert "sick" in max(reasons, key=lambda reason: reasons[reason]).lower()


def test_decisions_sent_on_time_99_percent_or_more(results):
    assert whole(results, "decisions_sent_on_time", 2021)["value"] >= 99


def test_reviews_on_time_very_high_in_2018_19(results):
    assert whole(results, "reviews_on_time", 2019)["value"] >= 97


def test_reviews_on_time_slightly_lower_in_2016_17_with_sickness_and_bereavement(results):
    before, then = (whole(results, "reviews_on_time", year)["value"] for year in (2016, 2017))
    assert 0 < before - then < 4
    reasons = " ".join(r for r, n in parts(results, "reviews_late_reasons", 2017, "late_reason").items() if n).lower()
    assert "sick" in reasons
    assert "bereave" in reasons


def test_children_took_part_fluctuates_by_several_points(results):
    first, second, third = (whole(results, "children_took_part", year)["value"] for year in (2016, 2017, 2018))
    assert abs(first - second) > 3
    assert abs(second - third) > 3
    assert (first - second) * (second - third) < 0


def test_about_two_percent_remanded_in_2016_17(results):
    assert 1.5 <= whole(results, "children_remanded", 2017)["value"] <= 2.5


def test_most_reviews_virtual_in_2020_21_almost_none_before(results):
    assert whole(results, "reviews_virtual", 2021)["value"] > 50
    assert all(whole(results, "reviews_virtual", year)["value"] < 5 for year in range(2016, 2021))


def test_audits_since_the_benchmark_and_decisions_better_implemented_than_then(results):
    assert all(30 <= whole(results, "audits_done", year)["value"] <= 45 for year in (2019, 2020, 2021))
    now = parts(results, "audit_answers", 2021, "question")
    then = parts(results, "audit_answers_benchmark", 2021, "question")
    assert set(now) == set(then) == set(QUESTIONS)
    decisions, care_plan = QUESTIONS[0], QUESTIONS[-1]
    assert now[decisions] > then[decisions] + 25
    assert abs(now[care_plan] - then[care_plan]) < 10


def test_commendations_from_2018_and_more_each_year(results):
    given = [whole(results, "commendations_given", year) for year in range(2016, 2022)]
    assert [row["note"] for row in given] == ["not supplied"] * 2 + [""] * 4
    assert [row["value"] for row in given[2:]] == [24, 30, 33, 41]
