"""Numbers that nobody prints and that others give away: what is left over of one within another, and who is in both."""

from dataclasses import replace

import polars as pl

from kit.figures.table import ORDER, SCHEMA
from kit.measures.headers import load_measures
from kit.protection.small_numbers import protect, protected

MEASURES = load_measures()
Row = tuple[str, int, str, str, int, int | None]
BY_SEX_ATTENDED = (("all", "all", 60, 90), ("sex", "Female", 10, 20), ("sex", "Male", 50, 70))
BY_SEX_TOOK_PART = (("all", "all", 64, 90), ("sex", "Female", 4, 20), ("sex", "Male", 60, 70))


def table(*rows: Row) -> pl.DataFrame:
    columns = ("measure", "year", "breakdown", "category", "numerator", "denominator")
    filled = [dict(zip(columns, row, strict=True)) | {"value": 1.0, "unit": "children", "note": ""} for row in rows]
    return pl.DataFrame(filled, schema=SCHEMA).sort(ORDER)


def hidden(shown: pl.DataFrame) -> set[tuple[str, int, str]]:
    told = shown.filter(pl.col("note") == "suppressed")
    return {(measure, year, category) for measure, year, category in told.select("measure", "year", "category").rows()}


def unaccompanied(in_year: int, on_the_day: int) -> pl.DataFrame:
    return table(
        ("children_unaccompanied", 2021, "all", "all", on_the_day, None),
        ("children_unaccompanied_in_year", 2021, "all", "all", in_year, None),
    )


def test_the_few_children_who_left_before_the_last_day_are_not_given_by_a_difference() -> None:
    """Of 23 unaccompanied children in the year 20 were there on the last day: the 3 who left are a small number."""
    assert len(hidden(protect(unaccompanied(23, 20)))) == 1
    assert hidden(protect(unaccompanied(30, 20))) == set()
    assert hidden(protect(unaccompanied(20, 20))) == set()


def reviewed(in_care: int, counted: int) -> pl.DataFrame:
    return table(
        *(("children_looked_after", year, "all", "all", in_care, None) for year in (2019, 2020, 2021)),
        *(("children_reviewed_on_time", year, "all", "all", 300, counted) for year in (2019, 2020, 2021)),
    )


def test_headlines_of_the_last_two_years_are_shown_and_what_they_tell_together_is_named() -> None:
    shown, hiding = protected(reviewed(404, 400))
    # The one that is hidden of an older year is the one that matters less.
    assert hidden(shown) == {("children_reviewed_on_time", 2019, "all")}
    assert [name[1] for name in hiding.in_conflict] == [2020, 2021]
    said = str(hiding.told()["in_conflict"])
    assert said.count("; ") == 1 and "children_reviewed_on_time" in said and said.endswith(", 2020-21")
    assert protected(reviewed(420, 400))[1].told()["in_conflict"] == ""
    assert not protected(reviewed(420, 400))[1].in_conflict


def test_what_a_council_adds_to_the_headlines_is_not_hidden_for_what_is_left_over() -> None:
    must = ["children_unaccompanied", "children_unaccompanied_in_year"]
    shown, hiding = protected(unaccompanied(23, 20), must_publish=must)
    assert hidden(shown) == set() and len(hiding.in_conflict) == 1


def exclusions(there: int, recorded: int) -> pl.DataFrame:
    return table(
        ("school_exclusions", 2021, "all", "all", there, None),
        ("exclusions_reported", 2021, "all", "all", 20, recorded),
    )


def test_that_nothing_is_recorded_is_private_only_if_a_council_says_so() -> None:
    assert hidden(protect(exclusions(43, 40))) == set()
    assert len(hidden(protected(exclusions(43, 40), hide_not_recorded=True)[0])) == 1


def test_who_is_in_both_is_bounded_by_what_is_known_of_all() -> None:
    """10 girls attended, and in all 6 children attended without contributing: at least 4 girls took part."""
    codes = {
        "Attended and spoke": 54,
        "Attended, did not contribute": 6,
        "Absent, sent views": 10,
        "Absent, no views": 20,
    }
    rows: list[Row] = [("participation", 2021, "all", "all", 90, None)]
    rows += [("participation", 2021, "participation", code, n, None) for code, n in codes.items()]
    rows += [("children_attended", 2021, by, *row) for by, *row in BY_SEX_ATTENDED]
    rows += [("children_took_part", 2021, by, *row) for by, *row in BY_SEX_TOOK_PART]
    took_part = {("children_took_part", 2021, "Female"), ("children_took_part", 2021, "Male")}
    attended = {("children_attended", 2021, "Female"), ("children_attended", 2021, "Male")}
    assert hidden(protect(table(*rows))) == took_part | attended
    apart = MEASURES["children_attended"]
    alone = replace(apart, adds_up=tuple(line for line in apart.adds_up if " and children" not in line))
    assert hidden(protect(table(*rows), of=MEASURES | {"children_attended": alone})) == took_part
