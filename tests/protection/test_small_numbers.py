"""The one door: what `protect` hides, and what it must leave."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.figures.table import SCHEMA
from kit.measures.headers import load_measures
from kit.protection.small_numbers import GROUP, HIDDEN, protect

NOTHING = dict.fromkeys(("numerator", "denominator", "value", "lower", "upper"))


def row(
    numerator: int | None, denominator: int | None = None, by: str = "all", category: str = "all", note: str = ""
) -> dict:
    value = None if numerator is None else float(numerator)
    if denominator is not None:
        value = 100 * (numerator or 0) / denominator if denominator else None
        note = note or ("" if denominator else "no cases")
    interval = {"lower": 1.0, "upper": 99.0} if denominator else {}
    return {
        **NOTHING,
        "measure": "m",
        "year": 2021,
        "breakdown": by,
        "category": category,
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "unit": "%",
        "note": note,
        **interval,
    }


def frame(*rows: dict) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def hidden(table: pl.DataFrame) -> list[bool]:
    return (table["note"] == "suppressed").to_list()


counts = st.one_of(st.integers(0, 12), st.integers(0, 400))


@st.composite
def results(draw: st.DrawFn) -> pl.DataFrame:
    rows = []
    for measure in draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)):
        share = draw(st.booleans())
        for year in (2020, 2021):
            for by in ("all", "sex", "age_band"):
                known = draw(st.sampled_from([True, True, True, False]))
                for category in ("all",) if by == "all" else ("one", "two", "three"):
                    denominator = draw(counts) if share else None
                    numerator = draw(st.integers(0, denominator)) if denominator is not None else draw(counts)
                    figures = row(numerator, denominator) if known else row(None, note="not supplied")
                    rows.append(figures | {"measure": measure, "year": year, "breakdown": by, "category": category})
    return frame(*rows)


@settings(max_examples=40, deadline=None)
@given(results(), st.integers(0, 10))
def test_no_small_count_can_be_seen_or_reckoned_from_its_own_row(table: pl.DataFrame, limit: int) -> None:
    protected = protect(table, limit)
    for r in protected.iter_rows(named=True):
        seen = [r["numerator"], r["denominator"]]
        if r["numerator"] is not None and r["denominator"] is not None:
            seen.append(r["denominator"] - r["numerator"])
        assert not any(1 <= count <= limit for count in seen if count is not None)


@settings(max_examples=20, deadline=None)
@given(results(), st.integers(0, 10))
def test_all_else_stays_as_it_is(table: pl.DataFrame, limit: int) -> None:
    protected = protect(table, limit)
    assert protected.schema == table.schema
    assert protected.select(*GROUP, "category", "unit").equals(table.select(*GROUP, "category", "unit"))
    for before, after in zip(table.iter_rows(named=True), protected.iter_rows(named=True), strict=True):
        if after["note"] == "suppressed":
            assert all(after[name] is None for name in HIDDEN) and before["numerator"] is not None
        else:
            assert after == before


@settings(max_examples=20, deadline=None)
@given(results(), st.integers(1, 10))
def test_a_group_in_which_and_beside_which_nothing_is_small_is_shown(table: pl.DataFrame, limit: int) -> None:
    protected = protect(table, limit)
    for (_, before), (_, after) in zip(
        table.group_by(["measure", "year"], maintain_order=True),
        protected.group_by(["measure", "year"], maintain_order=True),
        strict=True,
    ):
        counts = pl.concat([before["numerator"], before["denominator"], before["denominator"] - before["numerator"]])
        if not ((counts > 0) & (counts <= limit)).any():
            assert after.equals(before)


def test_one_to_five_are_hidden_and_nought_and_six_are_not() -> None:
    for count, small in ((0, False), (1, True), (5, True), (6, False)):
        assert hidden(protect(frame(row(count)))) == [small]


def test_the_difference_counts_too() -> None:
    # 97 of 100: three were not on time.
    assert hidden(protect(frame(row(97, 100)))) == [True]
    assert hidden(protect(frame(row(94, 100)))) == [False]
    # All of 100, and none of 100: nobody is left over.
    assert hidden(protect(frame(row(100, 100), row(0, 100, "sex", "Female")))) == [False, False]
    assert hidden(protect(frame(row(0, 4)))) == [True]


def test_one_small_count_hides_its_breakdown_and_no_other() -> None:
    table = frame(
        row(50),
        row(46, by="sex", category="Female"),
        row(4, by="sex", category="Male"),
        row(20, by="placement", category="Secure"),
        row(30, by="placement", category="Other"),
    )
    assert hidden(protect(table)) == [False, True, True, False, False]
    other_year = table.with_columns(year=pl.lit(2020, dtype=pl.Int64), numerator=pl.lit(50, dtype=pl.Int64))
    assert hidden(protect(pl.concat([table, other_year]))) == [False, True, True, False, False] + [False] * 5


def test_not_supplied_keeps_its_note_and_a_hidden_no_cases_does_not() -> None:
    table = frame(
        row(3, 30, "month", "2020-04"),
        row(0, 0, "month", "2020-05"),
        row(None, by="month", category="2020-06", note="not supplied"),
    )
    assert protect(table)["note"].to_list() == ["suppressed", "no cases", "not supplied"]
    assert protect(frame(row(None, note="not supplied")))["note"].to_list() == ["not supplied"]
    assert protect(frame(row(0, 0)))["note"].to_list() == ["no cases"]


def test_the_council_sets_the_largest_count_that_is_hidden() -> None:
    table = frame(row(7))
    assert hidden(protect(table, 7)) == [True]
    assert hidden(protect(table, 6)) == [False]
    assert hidden(protect(frame(row(1)), 0)) == [False]


def test_an_empty_table_stays_one() -> None:
    assert protect(frame()).equals(frame())


def of(measure: str, *rows: dict) -> pl.DataFrame:
    return frame(*rows).with_columns(measure=pl.lit(measure))


def test_every_measure_counts_people_unless_its_header_says_otherwise() -> None:
    # Five actions of nine are nobody; three officers of a group and eight officers in all are people.
    actions = of("actions_of_last_plan", row(5, by="action_status", category="Achieved"), row(9))
    assert hidden(protect(actions)) == [False, False]
    officers = of("iros_in_post", row(3, by="ethnicity", category="Black"), row(8))
    assert hidden(protect(officers)) == [True, False]
    assert hidden(protect(of("a measure that the kit does not know", row(3)))) == [True]
    nobody = sorted(m.name for m in load_measures().values() if not m.people)
    assert nobody == ["actions_achieved", "actions_ahead", "actions_of_last_plan"]


def test_posts_and_days_in_hundredths_are_no_people_and_the_rest_of_a_ratio_is() -> None:
    # 735 children of 7.38 posts: the difference of 3 means nothing. Three children of 0.05 posts are three children.
    assert hidden(protect(of("children_per_full_time_iro", row(735, 738)))) == [False]
    assert hidden(protect(of("children_per_full_time_iro", row(3, 740)))) == [True]
    assert hidden(protect(of("children_per_full_time_iro", row(450, 5)))) == [False]
    # Days of sickness of five officers and of six; 0.03 days are no people.
    assert hidden(protect(of("sickness_days_per_iro", row(3, 5)))) == [True]
    assert hidden(protect(of("sickness_days_per_iro", row(3, 6)))) == [False]
    assert hidden(protect(of("posts_filled", row(3, 4)))) == [False]


def facts() -> pl.DataFrame:
    schools = row(14, 16, "fact", "Schools")
    carers = row(5, by="fact", category="Carers") | {"unit": ""}
    hours = row(None, by="fact", category="Hours") | {"unit": "", "value": 2.5}
    many = row(7, by="fact", category="Many") | {"unit": ""}
    return of("service_facts", row(4), schools, carers, hours, many)


def test_each_fact_is_hidden_for_itself_unless_the_council_says_that_it_is_not_about_people() -> None:
    assert hidden(protect(facts())) == [False, True, True, True, False]
    assert hidden(protect(facts(), not_about_people=["Schools", "Hours"])) == [False, False, True, False, False]
    # What is said of a fact frees no category of that name elsewhere.
    other = of("iros_in_post", row(3, by="ethnicity", category="Schools"))
    assert hidden(protect(other, not_about_people=["Schools"])) == [True]


def test_nothing_of_a_hidden_fact_is_left() -> None:
    told = protect(facts()).filter(pl.col("note") == "suppressed")
    assert told.select(HIDDEN).null_count().row(0) == (3, 3, 3, 3, 3)


def test_breakdowns_by_officer_are_left_out_whatever_their_size() -> None:
    table = of("visits_and_calls", row(300, by="iro", category="IRO01"), row(600))
    assert protect(table)["breakdown"].to_list() == ["all"]


def test_words_that_someone_wrote_are_not_shown_if_their_numbers_never_are() -> None:
    rows = [
        (2020, "Drift", 9),
        (2020, "Mother of Sam ill", 0),
        (2020, "Not recorded", 0),
        (2020, "Sam moved", 0),
        (2021, "Drift", 7),
        (2021, "Mother of Sam ill", 1),
        (2021, "Not recorded", 2),
        (2021, "Sam moved", 2),
    ]
    table = frame(*(row(count, by="theme", category=words) | {"year": year} for year, words, count in rows))
    found = protect(table).select("year", "category", "numerator", "note").rows()
    assert found == [
        (2020, "Drift", 9, ""),
        # None of them is of this year.
        (2020, "Not named", 0, ""),
        (2020, "Not recorded", 0, ""),
        (2021, "Drift", 7, ""),
        (2021, "Not named", None, "suppressed"),
        (2021, "Not recorded", None, "suppressed"),
    ]


def test_words_with_a_number_that_is_shown_or_that_the_kit_gives_stay() -> None:
    shown = frame(row(8, by="theme", category="Drift"), row(0, by="theme", category="Voice"))
    assert protect(shown).equals(shown)
    missed = frame(row(3, by="late_reason", category="Not held"), row(2, by="late_reason", category="Illness of Sam"))
    assert protect(missed)["category"].to_list() == ["Not held", "Not named"]
    ages = frame(row(2, by="age_band", category="16+"), row(8, by="age_band", category="4–9"))
    assert protect(ages)["category"].to_list() == ["16+", "4–9"]


def count_of(measure: str, number: int, by: str = "all", category: str = "all") -> dict:
    return row(number, by=by, category=category) | {"measure": measure}


def test_a_part_cannot_be_worked_out_of_the_whole_and_the_other_part() -> None:
    """107 visits and calls less 104 calls are 3 visits."""
    table = protect(
        frame(
            count_of("visits_and_calls", 107),
            count_of("visits", 3),
            count_of("calls", 104),
            count_of("reviews_late", 30),
        )
    )
    # Two of three; the third tells nothing then.
    assert hidden(table)[1] and sum(hidden(table)[:3]) == 2 and not hidden(table)[3]


@pytest.mark.parametrize(("overdue", "due"), [(3, 446), (446, 3)])
def test_reviews_overdue_and_due_cannot_be_worked_out_of_the_children_looked_after(overdue: int, due: int) -> None:
    """449 children less 446 reviews due, or less all weeks' reviews due, are 3 overdue; and the other way round."""
    table = protect(
        frame(
            count_of("children_looked_after", 449),
            count_of("children_overdue", overdue),
            count_of("reviews_overdue", overdue),
            count_of("reviews_due_by_week", due),
            *(count_of("reviews_due_by_week", due // 2, "week", f"2021-06-{day}") for day in (21, 28) if due > 3),
            count_of("reviews_held", 1373),
        )
    )
    first, *overdue_and_due, held = hidden(table)
    assert (first, held) == (False, False) and overdue_and_due[:3] == [True, True, True]
    assert any(overdue_and_due[3:]) or due == 3


def test_a_whole_two_sums_away_is_hidden_if_nothing_nearer_protects() -> None:
    """Of 6 plans 1 is up to date, so that 5 are not. The 6 are printed as children with a plan and as plans by quality
    too, each joined with these 5 by another sum: all must be hidden."""
    status = {"In progress": 4, "No plan": 3, "Not recorded": 18, "Out of date": 1, "Up to date": 1}
    quality = {"Amber": 2, "Green": 1, "Not recorded": 1, "Red": 2}
    table = frame(
        row(6, 27) | {"measure": "children_with_pep"},
        count_of("pep_quality", 6),
        *(count_of("pep_quality", n, "pep_quality", category) for category, n in quality.items()),
        count_of("pep_status", 27),
        *(count_of("pep_status", n, "pep_status", category) for category, n in status.items()),
        row(1, 6) | {"measure": "peps_up_to_date"},
    )
    assert hidden(protect(table)) == [True] * 6 + [False] + [True] * 6


def test_a_part_cannot_be_worked_out_in_a_breakdown_of_the_whole() -> None:
    """Of first reviews 12 were not on time, of which 10 were late: 2 were not held."""
    not_on_time = {"measure": "reviews_on_time"}
    table = protect(
        frame(
            count_of("reviews_late", 45),
            count_of("reviews_late", 10, "occasion", "First"),
            count_of("reviews_late", 35, "occasion", "Later"),
            count_of("reviews_not_held", 12),
            count_of("reviews_not_held", 2, "occasion", "First"),
            count_of("reviews_not_held", 10, "occasion", "Later"),
            row(143, 200) | not_on_time,
            row(88, 100, "occasion", "First") | not_on_time,
            row(55, 100, "occasion", "Later") | not_on_time,
        )
    )
    late, late_first, _, not_held, small, beside, whole, first, later = hidden(table)
    assert (late, not_held, small, beside, whole) == (False, False, True, True, False)
    assert late_first or first
    assert later or hidden(table)[2]
