"""The board's slides say what the report says, with charts of the protected figures and no other number."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import fastexcel
import polars as pl
from pptx import Presentation

from kit.documents.blocks import read_page
from kit.documents.slides import as_slides
from kit.documents.slides_said import NOTHING, board_slides
from kit.measures.headers import load_measures
from kit.report.page import REPORT
from tests.documents.test_blocks import SMALL, said
from tests.lib.made_up_figures import absent, figures, frame, row
from tests.lib.made_up_notebooks import pages_of_the_sample

TITLES = ("Summary", "What got worse", "What children said", "Challenge", "The plan for the year ahead",
          "What we ask of the Board")  # fmt: skip
NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
STRANGE = "<script>alert(1)</script> =1+1 & \u0174yn \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \U0001f600"


@cache
def page() -> str:
    return pages_of_the_sample()[REPORT]


@cache
def of() -> Any:
    """Return figures of measures that the report's slides name; one year of one of them is hidden."""
    rows = [row("reviews_on_time", y, n, 1000) for y, n in ((2019, 983), (2020, 970), (2021, 958))]
    rows += [row("children_seen_before_review", y, n, 300) for y, n in ((2019, 207), (2021, 128))]
    rows.append(absent("children_seen_before_review", 2020, "suppressed"))
    rows += [row("escalations_raised", y, n, unit="escalations") for y, n in ((2019, 83), (2020, 92), (2021, 107))]
    asked = {"breakdown": "question"}
    rows += [
        row("feedback_children_yes", 2021, n, 200, category=c, **asked) for n, c in ((165, "Was it?"), (90, "Did you?"))
    ]
    rows.append(absent("feedback_children_yes", 2021, "suppressed", category="Were you?", **asked))
    return replace(figures(), results=frame(rows), measures=load_measures())


@cache
def slides() -> bytes:
    return as_slides(read_page(page()), of())


def opened() -> list[Any]:
    return list(Presentation(io.BytesIO(slides())).slides)


def charts() -> list[Any]:
    return [shape for slide in opened() for shape in slide.shapes if shape.has_chart]


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_six_slides_have_their_titles_and_notes_with_the_source() -> None:
    assert tuple(slide.shapes.title.text for slide in opened()) == TITLES
    for slide in opened():
        assert slide.notes_slide.notes_text_frame.text.startswith("Source: the annual report, ")
        assert "For internal use only" in texts(slide)
        assert NOTHING not in " ".join(texts(slide))


def test_a_slide_says_no_number_that_the_report_does_not() -> None:
    shown = set(NUMBER.findall(" ".join(said(page()))))
    for number, slide in enumerate(opened(), start=1):
        words = " ".join(texts(slide)).replace(f". {number} of 6", ".")
        more = set(re.findall(r"(\d+) more (?:is|are) in the report", words))
        assert set(NUMBER.findall(words)) - more <= shown
    assert "95.8%" in " ".join(texts(opened()[0]))


def test_a_chart_has_the_figures_as_shown_and_a_hidden_one_is_nowhere_in_it() -> None:
    found = {chart.name: chart.chart for chart in charts()}
    plots = {name: [(s.name, list(s.values)) for s in chart.plots[0].series] for name, chart in found.items()}
    assert plots["Escalations raised, by year"] == [("Escalations raised", [83, 92, 107])]
    assert plots["Children's answers that were yes, 2020-21"] == [("2020-21", [45.0, 82.5])]
    worse = next(series for name, series in plots.items() if "officer saw the child" in name)
    assert dict(worse)["Reviews before which the officer saw the child"] == [69.0, None, 42.7]


def test_the_workbook_in_a_chart_has_the_same_numbers_and_no_clock() -> None:
    for chart in charts():
        blob = chart.chart.part.chart_workbook.xlsx_part.blob
        table = fastexcel.read_excel(blob).load_sheet(0).to_polars()
        for series in chart.chart.plots[0].series:
            assert table[series.name].to_list() == list(series.values)
        with zipfile.ZipFile(io.BytesIO(blob)) as book:
            assert set(re.findall(rb"\d{4}-\d\d-\d\dT", book.read("docProps/core.xml"))) == {b"1980-01-01T"}


def test_each_chart_is_told_in_words_with_every_number() -> None:
    assert len(charts()) == 3
    for chart in charts():
        words = chart._element.nvGraphicFramePr.cNvPr.get("descr")
        for series in chart.chart.plots[0].series:
            for value in series.values:
                assert (
                    (f"{value:,.1f}" if value % 1 else f"{value:,.0f}") in words
                    if value is not None
                    else "not shown" in words
                )


def test_words_are_text_and_a_report_without_chapters_has_six_slides() -> None:
    escaped = STRANGE.replace("&", "&amp;").replace("<", "&lt;")
    strange = read_page(SMALL.replace("Reviews  ", escaped))
    empty = replace(of(), results=of().results.clear(), settings=replace(of().settings, name=STRANGE))
    made = list(Presentation(io.BytesIO(as_slides(strange, empty))).slides)
    assert len(made) == 6
    assert all(STRANGE in texts(slide)[-1] and NOTHING in " ".join(texts(slide)) for slide in made)
    assert not any(slide.chart for slide in board_slides(strange, empty))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_slides(read_page(page()), of()) == slides()
    with zipfile.ZipFile(io.BytesIO(slides())) as parts:
        assert {one.date_time[0] for one in parts.infolist()} == {1980}


def test_no_series_is_drawn_of_one_year_alone() -> None:
    few = replace(of(), results=of().results.filter(pl.col("year") == 2021))
    assert [slide.chart.across if slide.chart else None for slide in board_slides(read_page(page()), few)] == [
        None, None, True, None, None, None,
    ]  # fmt: skip
