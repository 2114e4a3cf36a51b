from dataclasses import replace

import pytest

from kit.chapters.content import Definition, Notice, Table
from kit.errors import KitError
from kit.measures.headers import find_measure
from kit.notebooks.chapters import load_chapters
from kit.problems.known import KnownProblem
from kit.report.about import KNOWN_PROBLEMS
from kit.report.report import Report
from kit.years import reporting_year
from tests.lib.made_up_figures import MEASURES, absent, figures, report, row, some_rows

MADE_UP = report()


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda r: r.headline("review_on_time"), 'no measure "review_on_time". Did you mean reviews_on_time?'),
        (lambda r: r.trend("nothing"), 'no measure "nothing".'),
        (lambda r: r.breakdown("reviews_on_time", "moth"), "Did you mean month?"),
        (lambda r: r.breakdown("escalation_days", "sex"), "Its breakdowns are: none."),
        (lambda r: r.gap("reviews_on_time", "occasion", "Frist", "Later"), "Did you mean First?"),
    ],
)
def test_a_word_that_is_none_is_refused_with_the_closest(call, words: str) -> None:
    with pytest.raises(KitError, match=words.replace("?", r"\?")):
        call(MADE_UP)


def test_a_report_alone_lists_what_it_can_be_asked_and_every_measure_by_chapter() -> None:
    report = replace(MADE_UP, chapters=load_chapters())
    name, rows = report.figures.settings.name, report.figures.results.height
    first, *lines = repr(report).splitlines()
    assert first == f"The report of {name} for 2020-21: {len(report.measures)} measures, {rows} figures."
    at = lines.index("report.trend(measure, by='')")
    assert lines[at + 1] == "    the measure year by year as a table; one line if no year has a figure"
    methods = {name for name in dir(Report) if not name.startswith("_") and callable(getattr(Report, name))}
    assert {line[len("report.") :].partition("(")[0] for line in lines if line.endswith(")")} == methods
    assert "    escalations_raised, " in lines[lines.index("Escalations") + 1]
    named = [word.strip(" ,") for line in lines[lines.index("Measures by chapter:") :] for word in line.split(", ")]
    assert sorted(set(named) & set(report.measures)) == sorted(report.measures)
    assert max(map(len, lines)) <= 110


def test_what_is_known_not_to_be_right_is_told_on_the_first_page() -> None:
    known = replace(MADE_UP.figures.settings, known_problems=(KnownProblem("not_a_date", 3, "lost"),))
    asked = replace(MADE_UP, figures=replace(MADE_UP.figures, settings=known))
    assert KNOWN_PROBLEMS in asked.about().plain()
    assert KNOWN_PROBLEMS not in MADE_UP.about().plain()


def test_a_trend_is_a_table_with_its_breaks() -> None:
    table = MADE_UP.trend("reviews_on_time")
    assert isinstance(table, Table)
    assert table.notes == ("2020-21: The time limits were relaxed from 24 April 2020",)


def test_a_measure_never_supplied_is_one_line() -> None:
    trend = MADE_UP.trend("reviews_virtual")
    assert isinstance(trend, Notice)
    assert "2018-19 to 2020-21: not supplied. It needs the column mode" in trend.text


def test_months_are_twelve_rows() -> None:
    table = MADE_UP.breakdown("reviews_on_time", "month")
    assert isinstance(table, Table)
    assert len(table.rows) == 12
    assert table.rows[0][0].text == "April 2020"


def test_fixed_categories_keep_their_order_and_open_ones_go_by_size() -> None:
    occasions = MADE_UP.breakdown("reviews_on_time", "occasion")
    assert isinstance(occasions, Table)
    assert [r[0].text for r in occasions.rows] == ["First", "Second", "Later", "Adoption"]
    themes = MADE_UP.breakdown("escalations_raised", "theme")
    assert isinstance(themes, Table)
    assert [r[0].text for r in themes.rows] == ["Placement", "Drift <b>", "Health"]


def test_a_breakdown_hidden_as_a_whole_is_one_line_and_no_chart() -> None:
    hidden = MADE_UP.breakdown("reviews_on_time", "disability")
    assert isinstance(hidden, Notice)
    assert "hidden as a whole" in hidden.text


def test_a_breakdown_hidden_this_year_still_shows_the_year_before() -> None:
    rows = [r for r in some_rows() if (r["breakdown"], r["year"]) != ("occasion", 2021)]
    names = ("First", "Second", "Later", "Adoption")
    rows += [absent("reviews_on_time", 2021, "suppressed", breakdown="occasion", category=c) for c in names]
    notice, table = report(rows).breakdown("reviews_on_time", "occasion").parts  # type: ignore[attr-defined]
    assert isinstance(notice, Notice)
    assert [c.text for c in table.rows[0]] == ["First", "90.0%", "90", "100", "82.6% to 94.5%"]
    assert table.caption.endswith("2019-20")


def test_a_breakdown_without_its_column_says_what_it_needs() -> None:
    rows = [absent("reviews_on_time", y, "not supplied", breakdown="mode", category="Virtual") for y in (2020, 2021)]
    said = report([*(r for r in some_rows() if r["breakdown"] != "mode"), *rows]).breakdown("reviews_on_time", "mode")
    assert said.plain().endswith("not supplied. It needs the column mode of the extract review_details.")


def test_one_loaded_year_is_shown_alone() -> None:
    rows = [r for r in some_rows() if r["year"] == 2021]
    alone = report(rows, years=(reporting_year(2021),))
    assert "No earlier year is loaded" in alone.headline("reviews_on_time").plain()
    table = alone.breakdown("reviews_on_time", "occasion")
    assert isinstance(table, Table)
    assert [c.title for c in table.columns] == ["Which review", "2020-21", "Number", "Of", "95% interval"]
    for name in MEASURES:
        alone.trend(name)


def test_a_council_with_no_rows_at_all_crashes_nothing() -> None:
    bare = report([])
    for name, measure in MEASURES.items():
        assert "not supplied" in bare.headline(name).plain()
        assert isinstance(bare.trend(name), Notice)
        assert isinstance(bare.definition(name), Definition)
        for by in measure.breakdowns:
            assert isinstance(bare.breakdown(name, by), Notice)
    assert isinstance(bare.glance(*MEASURES), Table)


def test_a_definition_names_files_dates_and_what_is_missing() -> None:
    items = dict(MADE_UP.definition("reviews_on_time").items)
    assert items["Data"] == (
        "Header and episodes: export date not recorded. Reviews: exported on 20 May 2021. "
        "Review details and SEND: not supplied."
    )
    assert items["Source"] == "Regulation 33. Checked on 21 November 2026."
    assert items["Missing"].startswith("Not recorded in 2020-21: 84 by how the review was held.")
    assert items["In 2020-21"] == "The time limits were relaxed from 24 April 2020."
    assert "Review details: not supplied." in dict(MADE_UP.definition("reviews_virtual").items)["Data"]
    assert dict(MADE_UP.definition("escalations_raised_per_100").items)["Per 100 of"]


def test_the_opening_names_the_council_the_years_and_what_is_missing() -> None:
    said = MADE_UP.about().plain()
    assert "Made-up <council>" in said
    assert "from 1 April 2020 to 31 March 2021" in said
    assert "2017 is missing" in said


def test_data_quality_and_files_come_as_tables() -> None:
    assert isinstance(MADE_UP.data_quality(), Table)
    assert isinstance(MADE_UP.files(), Table)
    clean = figures().quality.filter(figures().quality["measure"] == "not_a_date")
    assert MADE_UP.__class__(figures(quality=clean), MEASURES).data_quality().plain() == "No row was listed."  # type: ignore[arg-type]


def test_a_monthly_average_is_a_twelfth() -> None:
    rows = [row("escalations_raised", y, n) for y, n in ((2020, 120), (2021, 144))]
    said = report(rows, years=(reporting_year(2020), reporting_year(2021))).monthly("escalations_raised").plain()
    assert said == "Escalations raised, 2020-21: 12.0 a month on average (10.0 in 2019-20)."


def test_an_open_breakdown_whose_extract_is_missing_says_what_it_needs() -> None:
    measures = MEASURES | {"reviews_on_time": replace(MEASURES["reviews_on_time"], breakdowns=("late_reason",))}
    said = replace(MADE_UP, measures=measures).breakdown("reviews_on_time", "late_reason").plain()
    assert said.endswith("not supplied. It needs the column late_reason of the extract review_details.")


def test_a_measure_never_supplied_says_the_same_wherever_it_is_asked() -> None:
    measures = MEASURES | {"reviews_virtual": replace(MEASURES["reviews_virtual"], breakdowns=("month",))}
    asked = replace(MADE_UP, measures=measures)
    trend = asked.trend("reviews_virtual")
    assert asked.headline("reviews_virtual") == asked.breakdown("reviews_virtual", "month") == trend


def test_a_chart_has_the_years_that_are_named() -> None:
    ours = report()
    drawn = ours.chart("reviews_on_time", years=(2019, 2021)).to_json()
    assert "2018-19" in drawn and "2020-21" in drawn and "2019-20" not in drawn
    alone = ours.chart("reviews_on_time", "occasion", 2020).to_json()
    assert "2019-20" in alone and "2020-21" not in alone
    not_loaded = "2017 is not loaded. The years here are: 2019, 2020, 2021."
    for years, by, said in ((2017, "", not_loaded), ((2019, 2020, 2021), "occasion", "two to compare")):
        with pytest.raises(KitError, match=said):
            ours.chart("reviews_on_time", by, years)


def test_measures_are_found_by_words_with_what_they_count() -> None:
    ours = report()
    found = ours.find("ON time")
    assert [row[0].text for row in found.rows] == [n for n, m in MEASURES.items() if "on time" in m.title.lower()]
    assert found.rows and all(row[2].text.startswith("Counts ") for row in found.rows)
    assert len(ours.find().rows) == sum(measure.shown for measure in MEASURES.values())
    assert ours.find("no such word").notes == ("Try another word, or report.find() for all.",)


@pytest.mark.parametrize("words", ["England", "national average", "statistical neighbours", "reviews_england"])
def test_whoever_looks_for_england_is_told_that_it_is_not_here_and_where_it_is(words: str) -> None:
    ours, said = report(), "The kit has no figures of England, regions or other councils. The DfE publishes them"
    assert ours.find(words).notes[-1].startswith(said)
    with pytest.raises(KitError, match=said):
        ours.headline(words)
    with pytest.raises(KitError, match=said):
        find_measure(words)
