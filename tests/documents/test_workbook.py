"""The workbook keeps the rules of accessible spreadsheets, and holds the protected figures, no less and no more."""

import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import polars as pl
import pytest

from kit.documents.workbook import as_workbook
from kit.figures.comparison_table import SCHEMA as COMPARISONS
from kit.figures.figure import figures_of
from kit.measures.breakdowns import BREAKDOWNS
from kit.settings.settings import Settings
from kit.text import month
from kit.years import label
from tests.lib.made_up_figures import MEASURES, figures, some_rows
from tests.lib.workbook_rules import Book, faults

TRICKY = (
    "<script>alert(1)</script>",
    "=1+1",
    "@SUM(A1)",
    "R&D",
    "plant \U0001f331",
    "Gwasanaeth plant",
    "خدمة الأطفال",
)
HEAD = ("Published on 1 June 2021.",)


@cache
def made_up(names: tuple[str, ...] = ()) -> Any:
    """Return figures; `names` become the titles of measures and the council's name."""
    measures = dict(MEASURES)
    for name, title in zip(MEASURES, names, strict=False):
        measures[name] = replace(measures[name], title=title, chapter=title)
    settings = Settings(names[0], targets=figures().settings.targets) if names else figures().settings
    rows = [row | {"category": names[1]} if names and row["category"] == "Health" else row for row in some_rows()]
    return replace(figures(rows), measures=measures, settings=settings, comparisons=pl.DataFrame(schema=COMPARISONS))


@cache
def workbook(names: tuple[str, ...] = ()) -> bytes:
    return as_workbook(made_up(names), HEAD)


def changed(part: str, old: str, new: str) -> bytes:
    """Return the workbook with a fault put into it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as book, zipfile.ZipFile(made, "w") as other:
        for name in book.namelist():
            text = book.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            other.writestr(name, text)
    return made.getvalue()


@pytest.mark.parametrize("names", [(), TRICKY])
def test_the_rules_are_kept_whatever_the_words_are(names: tuple[str, ...]) -> None:
    assert list(faults(workbook(names))) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("xl/workbook.xml", 'name="Notes"', 'name="Notes" state="hidden"', "Notes is hidden"),
        ("xl/worksheets/sheet3.xml", "</sheetData>", '</sheetData><mergeCell ref="A1:B1"/>', "merged"),
        ("xl/worksheets/sheet3.xml", '<row r="2"', '<row r="2" hidden="1"', "hidden row"),
        ("xl/worksheets/sheet4.xml", "<c ", '<c r="ZZ1"><f>1+1</f></c><c ', "formula"),
        ("xl/worksheets/sheet3.xml", "<v>", "<v/><v>", "no title"),
        ("xl/tables/table2.xml", 'ref="A4:B', 'ref="A4:A', "beside or below"),
    ],
)  # fmt: skip
def test_each_rule_finds_what_breaks_it(part: str, old: str, new: str, said: str) -> None:
    assert any(said in fault for fault in faults(changed(part, old, new)))


def test_every_figure_is_in_it_once_and_none_besides() -> None:
    of, book = made_up(), Book(workbook())
    headings, rows = book.table("Made up")
    place = {heading: number for number, heading in enumerate(headings)}
    found = {tuple(row[place[h]] for h in ("Measure", "Broken down by", "Group", "Year")): row for row in rows}
    wanted = figures_of(of.results, of.years)
    assert len(rows) == len(found) == len(wanted)
    marks = {"suppressed": "[c]", "not supplied": "[x]", "not known": "[x]", "no cases": "[z]"}
    for figure in wanted:
        by = "All" if figure.breakdown == "all" else BREAKDOWNS[figure.breakdown].title
        group = "All" if figure.category == "all" else month(figure.category)
        row = found[MEASURES[figure.measure].title, by, group, label(figure.year)]
        said = marks[figure.note] if figure.value is None else round(figure.value, 6)
        assert row[place["Figure"]] == said
        assert row[place["Unit"]] == figure.unit
        if figure.numerator is not None:
            assert row[place["Number"]] == figure.numerator
        if figure.denominator is not None:
            assert row[place["Out of"]] == figure.denominator


def test_a_hidden_figure_has_no_number_anywhere_in_its_row() -> None:
    headings, rows = Book(workbook()).table("Made up")
    hidden = [row for row in rows if row[headings.index("Figure")] == "[c]"]
    assert hidden
    assert all(isinstance(cell, str) for row in hidden for cell in row)
    assert {cell for row in hidden for cell in row[headings.index("Figure") :]} == {"[c]"}


def test_marks_are_explained_and_numbers_are_numbers() -> None:
    book = Book(workbook())
    _, notes = book.table("Notes")
    assert {"[c]", "[x]", "[z]"} <= {row[0] for row in notes}
    headings, rows = book.table("Main figures")
    main = {str(row[0]): dict(zip(headings, row, strict=True)) for row in rows}
    on_time = main["Reviews on time"]
    assert on_time["2020-21"] == round(100 * 1262 / 1367, 6)
    assert on_time["Target"] == "95%"
    assert main["Escalation days"]["2020-21"] == "[x]"


def test_words_of_a_council_are_text_and_never_more() -> None:
    book = Book(workbook(TRICKY))
    assert len(book.sheets) == len({sheet.casefold() for sheet in book.sheets})
    _, rows = book.table("Measures")
    assert set(TRICKY[: len(MEASURES)]) == {row[0] for row in rows}
    assert any(row[2] == "=1+1" for sheet in book.sheets[5:-2] for row in book.table(sheet)[1])


def test_the_same_figures_give_the_same_bytes() -> None:
    assert as_workbook(made_up(), HEAD) == workbook()
    assert Book(workbook()).dates == {(1980, 1, 1, 0, 0, 0)}
    assert b"1980-01-01T00:00:00Z" in Book(workbook()).parts["docProps/core.xml"]
