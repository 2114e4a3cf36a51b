"""What the sample's report calls a change, and over how many years."""

import pytest

from kit.report.opening import open_report
from kit.report.report import Report


@pytest.fixture(scope="module")
def report() -> Report:
    return open_report("sample", 2021)


@pytest.mark.parametrize(
    ("measure", "two_years"),
    [
        ("reviews_on_time", "One year's fall could be chance. The fall from 98.3% two years earlier is not."),
        ("children_reviewed_on_time", "One year's fall could be chance. The fall from 95.8% two years earlier is not."),
        ("reviews_late", "One year's rise could be chance. The rise from 24 two years earlier is not."),
        ("records_sent_on_time", "One year's fall could be the work of one officer. The fall from 92.1% two years"),
    ],
)
def test_a_sentence_says_which_step_is_more_than_chance(report: Report, measure: str, two_years: str) -> None:
    said = report.headline(measure).plain()
    assert two_years in said
    assert "[Worse over two years]" in said


def test_a_total_that_hides_opposite_movements_is_told(report: Report) -> None:
    assert "[Too few officers to say]" in report.headline("visits_and_calls").plain()
    moved = "the total hides opposite movements since the year before, each more than chance would give"
    assert report.stands_out("visits_and_calls").plain() == (
        f"Visits and calls by kind of contact, 2020-21: {moved}: “Call” rose from 96 to 522 and "
        "“Visit” fell from 446 to 107."
    )
    # Of a part as of the whole, and of a share's groups.
    assert report.stands_out("visits").plain() == (
        f"Visits and calls, 2020-21: {moved}: calls to children rose from 96 to 522 "
        "and visits to children fell from 446 to 107."
    )
    assert "rose from 76.9% to 85.3%" in report.stands_out("feedback_answered_yes").plain()


def test_late_reviews_and_reviews_not_held_are_told_apart(report: Report) -> None:
    assert report.headline("reviews_not_held").plain().startswith("12 reviews were due and not held, up from 9.")
    # Both rose: the total hides nothing of them.
    assert "not held" not in report.stands_out("reviews_late_reasons").plain()


def test_a_change_is_split_into_parts_that_add_up(report: Report) -> None:
    sentence, table = report.what_changed("reviews_on_time", "occasion").parts
    assert sentence.plain() == (
        "Reviews held on time by which review, 2019-20 to 2020-21: −1.2 percentage points. Of these +0.2 percentage "
        "points come from another mix of groups, and −1.4 percentage points from other shares within groups."
    )
    *parts, whole = ([cell.value for cell in row[1:]] for row in table.rows)
    assert [sum(column) for column in zip(*parts, strict=True)] == pytest.approx(whole, abs=1e-9)
    assert whole[2] == pytest.approx(100 * (1316 / 1373 - 1402 / 1445), abs=1e-9)
    assert "all of it in groups that are there in both" in report.what_changed("escalations_raised", "theme").plain()
    # No month of one year is in another, and of a child with several disabilities the groups do not add up.
    for measure, by in (("records_sent_on_time", "month"), ("children_took_part", "disability")):
        assert "is not split" in report.what_changed(measure, by).plain()


def test_a_list_of_comparisons_says_how_many_would_look_worse_by_chance(report: Report) -> None:
    said = report.compared("reviews_on_time", "children_reviewed_on_time", "records_sent_on_time").plain()
    assert (
        "Reviews held on time | 95.8% | −1.2 points, no clear change | −2.4 points, worse | −2.2 points, worse" in said
    )
    assert "5 of 7 comparisons tested are worse. By chance alone about 0.2 of 7 would look worse" in said
