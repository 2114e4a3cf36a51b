from dataclasses import replace

from kit.chapters.tables import listed, tables
from kit.figures.figure import Figure
from kit.measures.breakdowns import BREAKDOWNS
from tests.lib.made_up_figures import MEASURES, absent, figures, row

ON_TIME = MEASURES["reviews_on_time"]


def shares(year: int, *numbers: tuple[int, int]) -> list[Figure]:
    names = "ABCDEFGHIJ"
    return [Figure(**row("reviews_on_time", year, n, d, category=names[i])) for i, (n, d) in enumerate(numbers)]


def test_a_trend_gives_value_numbers_interval_and_change_for_each_year() -> None:
    years = [Figure(**row("reviews_on_time", 2020, 1310, 1388)), Figure(**row("reviews_on_time", 2021, 1262, 1367))]
    table = tables.trend(ON_TIME, years)
    assert [c.text for c in table.rows[1]] == [
        "2020-21",
        "92.3%",
        "1,262",
        "1,367",
        "90.8% to 93.6%",
        "−2.1 points, worse",
    ]
    assert table.rows[1][1].figure == years[1].key
    assert table.rows[1][1].value == 92.3


def test_a_hidden_year_says_so_and_is_compared_with_nothing() -> None:
    years = [
        Figure(**row("reviews_on_time", 2020, 1310, 1388)),
        Figure(**absent("reviews_on_time", 2021, "suppressed")),
    ]
    assert [c.text for c in tables.trend(ON_TIME, years).rows[1]] == [
        "2020-21",
        "hidden",
        "",
        "",
        "",
        "cannot be compared",
    ]


def test_a_cell_of_a_share_says_no_more_than_it_shows() -> None:
    (first, *_) = tables.trend(ON_TIME, [Figure(**row("reviews_on_time", 2021, 1, 3))]).rows
    assert first[1].value == 33.3


def test_categories_that_do_not_add_up_say_so() -> None:
    now = shares(2021, (50, 100))
    assert "do not add up" in tables.groups(ON_TIME, BREAKDOWNS["disability"], now, []).notes[0]
    assert tables.groups(ON_TIME, BREAKDOWNS["sex"], now, []).notes == ()


def test_a_row_of_few_cases_is_named_as_too_few_to_say_much() -> None:
    (note,) = tables.groups(ON_TIME, BREAKDOWNS["sex"], shares(2021, (6, 10), (600, 1000)), []).notes
    assert note.startswith("Read with care") and note.endswith("30 points wide): A.")


def test_many_differences_carry_a_word_on_chance() -> None:
    many = [(50, 100)] * 6
    notes = tables.groups(ON_TIME, BREAKDOWNS["sex"], shares(2021, *many), shares(2020, *many)).notes
    assert "one in twenty" in notes[0]


def test_every_row_has_as_many_cells_as_columns() -> None:
    made = figures()
    rows = [Figure(**r) for r in made.results.iter_rows(named=True)]
    for name, measure in MEASURES.items():
        years = [f for f in rows if f.measure == name and f.breakdown == "all"]
        table = tables.trend(measure, years)
        assert {len(r) for r in table.rows} == {len(table.columns)}
        old = [replace(f, year=f.year - 1) for f in years]
        for before in ([], old):
            table = tables.groups(measure, BREAKDOWNS["sex"], years, before)
            assert {len(r) for r in table.rows} == {len(table.columns)}


def test_rules_under_which_nothing_was_listed_are_left_out() -> None:
    made = figures()
    table = listed.quality([Figure(**r) for r in made.quality.iter_rows(named=True)], made.rules, [2019, 2020, 2021])
    assert [[c.text for c in r] for r in table.rows] == [["duplicate_row title", "0", "12", "7"]]
    assert table.rows[0][0].detail == "What it means. Effect on the figures: What it does."


def test_files_show_that_rows_in_add_up() -> None:
    table = listed.files([Figure(**r) for r in figures().files.iter_rows(named=True)])
    (reviews,) = [row for row in table.rows if row[0].text == "reviews, 2020-21"]
    assert [c.text for c in reviews] == ["reviews, 2020-21", "1,400", "1,381", "10", "9"]


def test_categories_that_could_be_misread_are_explained_below_the_table() -> None:
    by = replace(BREAKDOWNS["care_plan"], meanings=(("Legal", "the plan is with the court"), ("None", "no plan")))
    table = tables.groups(ON_TIME, by, shares(2021, (90, 100), (80, 100)), [])
    assert table.notes == ("Legal: the plan is with the court.", "None: no plan.")


def test_every_care_plan_at_a_review_has_its_meaning() -> None:
    by = BREAKDOWNS["care_plan"]
    assert tuple(category for category, _ in by.meanings) == by.categories
