"""Measures side by side, the actions of a plan, and single facts, from made-up figures."""

from datetime import date

import polars as pl

from kit.chapters.charts.descriptions import axis, band_words
from kit.chapters.content import Group, Notice, Sentence, Table
from kit.chapters.tables import service
from kit.chapters.text import sentences as wording
from kit.chapters.text.values import value_text
from kit.counting.statements import SCHEMAS
from kit.figures.figure import Figure
from kit.measures.headers import load_measures
from kit.measures.law import Band

M = load_measures()
BAND = Band(50, 70, "the handbook")


def figure(
    measure: str, year: int, value: float | None, counts: tuple[int | None, int | None] = (None, None), **words: str
) -> Figure:
    unit = words.get("unit", M[measure].unit)
    by, category = words.get("by", "all"), words.get("category", "all")
    return Figure(measure, year, by, category, *counts, value, None, None, unit, words.get("note", ""))


def actions(*rows: tuple) -> dict[str, pl.DataFrame]:
    return {"actions": pl.DataFrame(rows, schema=SCHEMAS["actions"], orient="row")}


def wholes(measure):
    return [figure(measure.name, 2020, 60.0), figure(measure.name, 2021, 62.5)]


def test_actions_are_beside_the_measure_that_they_name() -> None:
    told = service.actions(
        actions(
            (2021, False, "Book early", "Team", "Achieved", date(2020, 6, 5), "", "full_time_posts"),
            (2021, False, "Visit all", None, "In progress", None, "The pandemic", "no such measure"),
            (2021, True, "Next", "Manager", "Not started", None, None, None),
            (2020, False, "Of another file", "Team", "Achieved", None, None, None),
        ),
        M,
        wholes,
        2021,
    )
    assert isinstance(told, Group)
    last, ahead = told.parts
    assert isinstance(last, Table)
    assert isinstance(ahead, Table)
    assert last.caption == "The plan of 2019-20, carried out in 2020-21"
    first, second = last.rows
    assert [c.text for c in first] == [
        "Book early", "Achieved on 5 June 2020", "Full-time posts filled", "60.0", "62.5", "+2.5",
    ]  # fmt: skip
    assert first[0].detail == "Team"
    assert [c.text for c in second] == ["Visit all", "In progress", "none named", "", "", ""]
    assert second[1].detail == "The pandemic"
    assert [r[0].text for r in ahead.rows] == ["Next"]


def test_a_hidden_measure_stays_hidden_beside_an_action() -> None:
    def some(measure):
        return [figure(measure.name, 2020, 60.0), figure(measure.name, 2021, None, note="suppressed")]

    row = (2021, False, "Act", "Team", "Achieved", None, None, "full_time_posts")
    table = service.actions(actions(row), M, some, 2021).parts[0]  # type: ignore[attr-defined]
    assert [c.text for c in table.rows[0][3:]] == ["60.0", "hidden", "cannot be compared"]


def test_no_action_is_one_line() -> None:
    assert isinstance(service.actions(actions(), M, wholes, 2021), Notice)


def test_facts_come_in_words_and_as_a_table_and_a_hidden_ones_note_is_hidden_with_it() -> None:
    def fact(year, name, value, counts=(None, None), **words):
        return figure("service_facts", year, value, counts, by="fact", category=name, **words)

    now = [
        fact(2021, "Carers", 7.0, (7, None), unit=""),
        fact(2021, "Gone", None, note="not supplied"),
        fact(2021, "Hours", 2.5, unit=""),
        fact(2021, "Schools", 87.5, (14, 16), unit="%"),
        fact(2021, "Students", None, note="suppressed"),
    ]
    before = [fact(2020, "Carers", 1200.0, (1200, None), unit=""), fact(2020, "Schools", None, note="suppressed")]
    rows = [(2021, "Students", "There were two."), (2021, "Carers", "Fewer."), (2020, "Carers", "Old.")]
    notes = {"fact_notes": pl.DataFrame(rows, schema=SCHEMAS["fact_notes"], orient="row")}
    told = service.facts(M["service_facts"], now, before, notes)
    assert isinstance(told, Group)
    *sentences, table = told.parts
    assert [s.text for s in sentences if isinstance(s, Sentence)] == [
        "Carers: 7; in 2019-20: 1,200.",
        "Hours: 2.5.",
        "Schools: 14 of 16 (87.5%).",
    ]
    assert isinstance(table, Table)
    assert [[c.text for c in row] for row in table.rows] == [
        ["Carers", "7", "1,200", "Fewer."],
        ["Hours", "2.5", "not supplied", ""],
        ["Schools", "14 of 16 (87.5%)", "hidden", ""],
        ["Students", "hidden", "not supplied", ""],
    ]
    assert isinstance(service.facts(M["service_facts"], [], [], notes), Notice)


def test_measures_are_side_by_side_and_a_hidden_column_says_who_sees_it() -> None:
    ways = ("White", "Black")
    team = [figure("iros_in_post", 2021, None, by="ethnicity", category=c, note="suppressed") for c in ways]
    children = [figure("children_looked_after", 2021, 10.0, by="ethnicity", category=c) for c in reversed(ways)]
    columns = [(M["iros_in_post"], team), (M["children_looked_after"], children)]
    table = service.beside("Ethnicity", columns, 2021)
    assert [[c.text for c in row] for row in table.rows] == [["White", "hidden", "10"], ["Black", "hidden", "10"]]
    assert len(table.notes) == 1
    assert "--internal --year 2021 --measure iros_in_post." in table.notes[0]
    years = [(M["full_time_posts"], wholes(M["full_time_posts"]))]
    assert [row[0].text for row in service.beside("Year", years, 2021).rows] == ["2019-20", "2020-21"]
    assert service.beside("Year", years, 2021).notes == ()


def test_a_figure_is_below_within_or_above_its_band() -> None:
    said = {}
    for value in (49.9, 50.0, 70.0, 70.1):
        now = figure("children_per_full_time_iro", 2021, value, (450, 740))
        told = wording.headline(M["children_per_full_time_iro"], now, None, date(2021, 3, 31), band=BAND)
        said[value] = told.plain().split(" That is ")[1].split(" ")[0]
    assert said == {49.9: "below", 50.0: "within", 70.0: "within", 70.1: "above"}
    hidden = figure("children_per_full_time_iro", 2021, None, note="suppressed")
    assert (
        "recommended"
        not in wording.headline(M["children_per_full_time_iro"], hidden, None, date(2021, 3, 31), band=BAND).plain()
    )


def test_the_axis_holds_the_band_and_the_words_name_it() -> None:
    low, high, words = axis(
        M["children_per_full_time_iro"], [figure("children_per_full_time_iro", 2021, 20.0)], band=BAND
    )
    assert low == 0
    assert high >= 70
    assert words == ". Shaded: 50 to 70"
    assert band_words(BAND) == " The band from 50 to 70 is shaded (the handbook)."
    assert band_words(None) == ""


def test_a_ratio_in_percent_has_its_sign_and_another_has_none() -> None:
    assert value_text(M["posts_filled"], figure("posts_filled", 2021, 92.5, (925, 1000))) == "92.5%"
    assert value_text(M["full_time_posts"], figure("full_time_posts", 2021, 7.4, (740, 100))) == "7.4"
