"""The sample council's service through the pipeline: what the published minutes say, and its data-entry slips."""

import polars as pl
import pytest

from kit.counting.figures import load_figures, load_problems, load_unprotected_figures
from kit.explore.opening import open_inside
from kit.paths import find_council
from kit.report.opening import open_report
from kit.sample.records.teams import OFFICERS_TEAMS, TEAMS

YEARS = range(2016, 2022)


@pytest.fixture(scope="module")
def results() -> pl.DataFrame:
    return load_unprotected_figures(find_council("sample"), 2021).results


@pytest.fixture(scope="module")
def published() -> pl.DataFrame:
    return load_figures(find_council("sample"), 2021).results


def one(results: pl.DataFrame, measure: str, year: int, breakdown: str = "all", category: str = "all") -> dict:
    found = results.filter(measure=measure, year=year, breakdown=breakdown, category=category)
    return found.row(0, named=True)


def test_of_the_plan_of_2019_20_all_but_one_were_achieved_and_the_pandemic_is_why(results):
    achieved = one(results, "actions_achieved", 2021)
    assert achieved["denominator"] - achieved["numerator"] == 1
    lines = load_unprotected_figures(find_council("sample"), 2021).statements["actions"]
    (outstanding,) = lines.filter(pl.col("year") == 2021, ~pl.col("ahead"), pl.col("status") != "Achieved").to_dicts()
    assert "pandemic" in outstanding["reason"]


def test_14_of_16_secondary_schools_and_foster_carers_who_resigned_are_published(published):
    facts = published.filter(measure="service_facts", year=2021, breakdown="fact")
    (schools,) = facts.filter(pl.col("category").str.contains("trauma-informed")).to_dicts()
    assert (schools["numerator"], schools["denominator"], schools["note"]) == (14, 16, "")
    (carers,) = facts.filter(pl.col("category").str.contains("resigned")).to_dicts()
    assert carers["value"] > 5


def test_facts_and_groups_of_the_team_that_point_to_few_people_are_hidden(published):
    (students,) = published.filter(pl.col("category").str.contains("students"), year=2021).to_dicts()
    assert students["note"] == "suppressed"
    team = published.filter(measure="iros_in_post", year=2021, breakdown="ethnicity")
    assert {row["category"] for row in team.to_dicts() if row["note"] == "suppressed"} == {"Asian", "Black", "White"}
    assert set(team["numerator"].drop_nulls()) == {0}
    assert one(published, "iros_in_post", 2021)["value"] == 8
    assert published.filter(breakdown="iro").is_empty()


def test_caseloads_are_within_the_band_though_some_officers_have_more(results):
    for year in YEARS:
        assert 50 <= one(results, "children_per_full_time_iro", year)["value"] <= 70
    months = results.filter(measure="children_per_full_time_iro", year=2021, breakdown="month")
    assert months.height == 12
    assert months["value"].is_between(50, 70).all()
    each = results.filter(measure="allocated_children_per_full_time_iro", year=2020, breakdown="iro")
    assert each["value"].max() > 70


def test_sickness_was_far_more_in_2020_21_as_records_came_later(results):
    days = {year: one(results, "sickness_days_per_iro", year)["value"] for year in YEARS}
    assert days[2021] > 2 * max(days[year] for year in range(2016, 2021))
    records = {year: one(results, "records_sent_on_time", year)["value"] for year in YEARS}
    assert min(records, key=lambda year: records[year]) == 2021


def test_calls_took_the_place_of_visits_in_2020_21(results):
    kinds = {
        year: {
            kind: one(results, "visits_and_calls", year, "contact_kind", kind)["value"] for kind in ("Visit", "Call")
        }
        for year in (2020, 2021)
    }
    assert kinds[2020]["Visit"] > 3 * kinds[2020]["Call"]
    assert kinds[2021]["Call"] > 3 * kinds[2021]["Visit"]
    assert one(results, "supervisions_on_time", 2021)["value"] < one(results, "supervisions_on_time", 2020)["value"]


def test_midway_reviews_are_of_children_already_visited_or_called_in_the_year(results):
    for year in (2019, 2020, 2021):
        rows = pl.read_csv(find_council("sample").raw / str(year) / "iro_contacts.csv")
        rows = rows.with_columns(pl.col("contact_date").str.to_date("%d/%m/%Y"))
        midway, others = rows.filter(kind="midway review"), rows.filter(pl.col("kind").is_in(["visit", "call"]))
        first = others.group_by("child_id").agg(pl.col("contact_date").min())
        known = midway.join(first, on="child_id", suffix="_first")
        assert known.height == midway.height > 100
        assert (known["contact_date"] > known["contact_date_first"]).all()
        assert 15 < one(results, "midway_reviews_held", year)["value"] < 40


def test_most_children_keep_their_officer_all_year(results):
    for year in range(2018, 2022):
        kept = one(results, "children_with_one_iro_all_year", year)
        assert 75 < kept["value"] < 90
        assert kept["numerator"] == one(results, "children_by_number_of_iros", year, "number_of_iros", "One")["value"]


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("allocations_overlap", {2019: 1, 2020: 1, 2021: 3}),
        ("allocation_left_open_then_gone", {2019: 1, 2020: 2}),
        ("allocation_of_unknown_child", {2021: 1}),
        ("iro_not_known", {2019: 1, 2020: 1, 2021: 2}),
        ("iro_without_fte", {2020: 1}),
        ("at_work_after_leaving", {2019: 1}),
        ("action_without_measure", {2019: 1, 2021: 2}),
        ("action_status_and_date_disagree", {2020: 1}),
        ("action_without_reason", {2020: 1}),
        ("action_of_another_plan", {2020: 1}),
        ("fact_not_usable", {2021: 1}),
    ],
)
def test_every_slip_is_listed(rule: str, rows: dict[int, int]) -> None:
    listed = load_problems(find_council("sample"), 2021).filter(rule=rule)
    assert dict(listed.group_by("year").len().sort("year").iter_rows()) == rows


def test_the_report_shows_each_action_and_each_fact() -> None:
    report = open_report("sample", 2021)
    actions = report.actions().plain()
    assert "Achieved on 11 September 2020" in actions
    assert "none named" in actions
    assert "14 of 16 (87.5%); in 2019-20: 9 of 16" in report.facts("service_facts").plain()
    assert "hidden" in report.beside("ethnicity", "iros_in_post", "children_looked_after").plain()


def test_each_officer_and_the_children_of_the_last_year_have_a_team():
    inside = open_inside("sample", 2021)
    held = inside.figures("reviews_held", ("officer", "team"), 2021)
    assert held["numerator"].sum() == inside.figures("reviews_held", (), 2021)["numerator"].sum() > 1_000
    assert set(held["team"]) == {*TEAMS, "Not recorded"}
    assert held.filter(pl.col("team") == "Not recorded")["numerator"].sum() < 100
    assert set(inside.figures("sickness_days_per_iro", "team", 2021)["team"]) == {*OFFICERS_TEAMS, "Not recorded"}
