"""A change of source: what a council may say of it, which figures it moves, and how they are then compared."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kit.chapters.charts import charts
from kit.chapters.tables import tables
from kit.chapters.text.changes import change, source_words
from kit.chapters.text.sentences import headline, source_notes
from kit.errors import KitError
from kit.figures.figure import Figure
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import load_measures
from kit.measures.measure import SourceChange
from kit.measures.source_changes import with_source_changes
from kit.paths import Places
from kit.settings.load import load_settings
from tests.lib.made_up_figures import MEASURES, row

EXPRESS = SourceChange("app_use", 2020, "MOMO Express as well.", {"app_use.app": ("MOMO Express",)})
APPS = with_source_changes(load_measures(), [EXPRESS])["app_submissions"]
ON_TIME = replace(MEASURES["reviews_on_time"], source_changes=(SourceChange("reviews", 2021, "a new system"),))


def settings(folder: Path, council: str, year: str = ""):
    places = Places("new-borough", folder, folder / "params", folder)
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(council, encoding="utf-8")
    if year:
        (places.council_params / "2021.yml").write_text(year, encoding="utf-8")
    return load_settings(places, 2021)


def faults(folder: Path, council: str) -> tuple[str, ...]:
    with pytest.raises(KitError) as raised:
        settings(folder, council)
    return tuple(message.partition(": ")[2] for message in raised.value.messages)


def count(year: int, number: int, breakdown: str = "all", category: str = "all") -> Figure:
    return Figure(**row("app_submissions", year, number, breakdown=breakdown, category=category))


def test_words_alone_or_with_what_is_added(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        "sources_changed:\n"
        "  escalations: {2019: Now  from the new system.}\n"
        "  app_use: {2020: {words: MOMO Express as well., adds: {app: [MOMO Express]}}}\n",
    )
    assert found.sources_changed == {
        ("escalations", 2019): SourceChange("escalations", 2019, "Now from the new system."),
        ("app_use", 2020): EXPRESS,
    }


def test_a_years_file_adds_to_what_the_council_says(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        "sources_changed: {send: {2019: One., 2020: Two.}}\n",
        "sources_changed: {send: {2020: Corrected.}, reviews_on_time: {2021: Three.}}\n",
    )
    assert {key: said.words for key, said in found.sources_changed.items()} == {
        ("send", 2019): "One.",
        ("send", 2020): "Corrected.",
        ("reviews_on_time", 2021): "Three.",
    }


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    assert faults(
        tmp_path,
        """
        sources_changed:
          ap_use: {2020: Words.}
          send: Words.
          feedback: {20: Words., 2020: {}, 2021: {words: Words., ads: {question: [A]}}}
          app_use: {2020: {words: Words., adds: {ap: [A]}}, 2021: {words: Words., adds: [A]}}
          reviews_on_time: {2020: {words: Words., adds: {app: [A]}}}
        """,
    ) == (
        'sources_changed: there is no extract or measure "ap_use". Did you mean app_use?',
        "sources_changed: send: write the first year of the new source, and the words: "
        '{app_use: {2020: {words: "MOMO Express is in the export as well.", adds: {app: [MOMO Express]}}}}',
        "sources_changed: feedback: 20: is no reporting year. Give the year in which it ends, from 2005 to 2099.",
        "sources_changed: feedback: 2020: say in words what changed.",
        'sources_changed: feedback: 2021: "ads" is no part of it. Did you mean adds? Give words and adds.',
        'sources_changed: app_use: 2020: adds: "ap" is no column of the extract app_use. Did you mean app?',
        "sources_changed: app_use: 2021: adds: write the column and a list of what earlier files lacked: "
        "{app: [MOMO Express]}.",
        'sources_changed: reviews_on_time: 2020: adds: "app" is no column of the extract reviews_on_time.',
    )


@pytest.mark.parametrize("given", ["words", "[a]", "1"])
def test_anything_but_entries_by_extract_is_refused(tmp_path: Path, given: str) -> None:
    (fault,) = faults(tmp_path, f"sources_changed: {given}\n")
    assert fault.startswith("sources_changed: write the extract, the year and the words: ")


def test_a_change_reaches_the_measures_made_from_the_extract_and_no_others() -> None:
    measures = with_source_changes(load_measures(), [EXPRESS])
    moved = {name for name, measure in measures.items() if measure.source_changes}
    assert moved == {"app_submissions", "app_submissions_per_100", "children_using_apps"}


def test_a_measure_that_is_only_broken_down_by_the_extract_is_moved_in_that_breakdown_alone() -> None:
    measures = with_source_changes(load_measures(), [SourceChange("send", 2021, "A new system.")])
    (mine,) = measures["children_took_part"].source_changes
    assert mine.only == ("sen_provision", "primary_need", "disability")
    assert mine.moves("sen_provision", "EHC plan")
    assert not mine.moves("all", "all")
    assert not mine.moves("sex", "Female")
    (whole,) = measures["send_known"].source_changes
    assert whole.moves("all", "all")


def test_across_it_nothing_is_better_or_worse() -> None:
    now, before = (Figure(**row("reviews_on_time", y, n, d)) for y, n, d in ((2021, 1262, 1367), (2020, 1310, 1388)))
    assert headline(ON_TIME, now, before, date(2021, 3, 31)).plain() == (
        "In 2020-21, 92.3% of reviews were held on time (1,262 of 1,367), down from 94.4%. The source changed, so this "
        "is not a change of behaviour. A new system."
    )
    assert tables.change_words(ON_TIME, now, before) == "−2.1 points, source changed"


def test_a_year_later_figures_are_compared_as_ever() -> None:
    later = replace(ON_TIME, source_changes=(SourceChange("reviews", 2020, "a new system"),))
    now, before = (Figure(**row("reviews_on_time", y, n, d)) for y, n, d in ((2021, 1262, 1367), (2020, 1310, 1388)))
    assert tables.change_words(later, now, before) == "−2.1 points, worse"


def test_a_category_that_was_there_before_is_compared_and_the_whole_is_not() -> None:
    one = [count(year, number, "app", "MOMO One") for year, number in ((2019, 10), (2020, 30))]
    express = [count(year, number, "app", "MOMO Express") for year, number in ((2019, 1), (2020, 30))]
    months = [count(year, number, "month", f"{year}-03") for year, number in ((2019, 10), (2020, 30))]
    whole = [count(2019, 10), count(2020, 60)]
    assert source_words(APPS, one[1], one[0]) == ""
    assert source_words(APPS, express[1], express[0]) == "MOMO Express as well."
    assert source_words(APPS, months[1], months[0]) == "MOMO Express as well."
    assert source_words(APPS, whole[1], whole[0]) == "MOMO Express as well."
    assert tables.change_words(APPS, whole[1], whole[0]) == "+50, source changed"


def test_a_gap_within_a_year_is_no_change_of_source() -> None:
    one, other = count(2020, 10, "app", "MOMO One"), count(2020, 30, "app", "MOMO Express")
    difference = change(APPS, one, other)
    assert difference
    assert difference.source == ""


def test_it_is_told_within_the_years_shown_and_marked_in_the_chart() -> None:
    years = [count(2019, 10), count(2020, 60), count(2021, 70)]
    told = [(2020, "a change of source, not of behaviour. MOMO Express as well.")]
    assert source_notes(APPS, years) == told
    assert source_notes(APPS, years[:1]) == []
    chart = charts.trend(APPS, years).draw()
    assert chart.title.endswith("2018-19 to 2020-21. The source changed in 2019-20")
    assert "source changed" in chart.svg
    assert "source changed" not in charts.trend(APPS, years[2:]).draw().svg


def test_a_table_of_years_gives_each_category_on_its_own_and_all_together() -> None:
    wholes = [count(2019, 10), count(2020, 60), count(2021, 70)]
    lacked = replace(count(2019, 0, "app", "MOMO Express"), numerator=None, value=None, note="not supplied")
    parts = [
        [count(2019, 10, "app", "MOMO One"), lacked, count(2019, 0, "app", "Tell Us")],
        [count(2020, 40, "app", "MOMO One"), count(2020, 20, "app", "MOMO Express"), count(2020, 0, "app", "Tell Us")],
        [count(2021, 40, "app", "MOMO One"), count(2021, 20, "app", "MOMO Express"), count(2021, 10, "app", "Tell Us")],
    ]
    table = tables.by_year(APPS, BREAKDOWNS["app"], wholes, parts)
    assert [column.title for column in table.columns] == [
        "Reporting year",
        "MOMO One",
        "MOMO Express",
        "Tell Us",
        "Together",
    ]
    assert [[cell.text for cell in cells] for cells in table.rows] == [
        ["2018-19", "10", "not supplied", "0", "10"],
        ["2019-20", "40", "20", "0", "60"],
        ["2020-21", "40", "20", "10", "70"],
    ]
    assert table.notes == (
        "Tell Us: none before 2020-21.",
        "2019-20: a change of source, not of behaviour. MOMO Express as well.",
    )
    assert "do not add up" in tables.by_year(APPS, BREAKDOWNS["apps"], wholes, parts).notes[0]
