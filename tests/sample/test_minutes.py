"""The sample council says what published minutes say, through the pipeline: each line of the table is one test."""

import polars as pl
import pytest

from kit.figures import load_figures, load_unprotected_figures
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


def test_in_2018_19_93_percent_have_a_plan_and_those_without_are_mostly_new(results):
    assert round(whole(results, "children_with_pep", 2019)["value"]) == 93
    row = whole(results, "children_with_pep", 2019)
    newest = results.filter(measure="children_with_pep", year=2019, category="Under 3 months").row(0, named=True)
    without = [r["denominator"] - r["numerator"] for r in (row, newest)]
    assert without[1] > without[0] / 2


def test_a_first_export_of_2018_19_has_59_percent_of_plans_up_to_date_the_corrected_one_76():
    figures = load_unprotected_figures(find_council("sample"), 2021)
    assert round(whole(figures.results, "peps_up_to_date", 2019)["value"]) == 76
    first = figures.earlier.filter(measure="peps_up_to_date").row(0, named=True)
    assert round(first["value"]) == 59
    assert (first["year"], first["breakdown"], first["category"]) == (2019, "education_plans", "2019-04-08")
    # It is shown with what differs, as no number of it is small.
    shown = load_figures(find_council("sample"), 2021)
    assert shown.earlier.filter(measure="peps_up_to_date")["note"].to_list() == [""]
    changed = shown.differences.filter(measure="education_plans", breakdown="2019-04-08 status").row(0, named=True)
    assert changed["value"] > 40


def test_dental_checks_fell_by_half_in_2020_21(results):
    assert whole(results, "dental_checks", 2020)["value"] > 75
    assert whole(results, "dental_checks", 2021)["value"] < 45


def test_return_and_health_extract_agree_on_most_children_and_differ_both_ways(results):
    for measure in ("health_assessments_compared", "dental_checks_compared"):
        for year in range(2018, 2022):
            where = parts(results, measure, year, "recorded_in")
            differing = where["Statutory return only"] + where["Health extract only"]
            assert min(where["Statutory return only"], where["Health extract only"]) > 5
            assert differing < whole(results, measure, year)["value"] / 8
