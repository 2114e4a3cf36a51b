"""Chapters: what the notebooks declare, which a council chose, and which are left out for want of their extracts."""

import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from kit.chapters.choosing import choose
from kit.errors import KitError
from kit.notebooks.chapters import Chapter, chapter_name, in_chosen_order, load_chapters, read_chapter
from kit.report.page import BOOK, pages
from kit.settings.chapters import parse_chapters
from kit.settings.load import load_settings
from tests.lib.made_up_figures import MEASURES, YEARS, absent, figures, frame, report, row, some_rows
from tests.lib.made_up_notebooks import chapter as executed
from tests.settings.test_load import places


def code(source: str) -> dict:
    return {"cell_type": "code", "source": source}


def text(source: str) -> dict:
    return {"cell_type": "markdown", "source": source}


def chapter(stem: str, *calls: str) -> Chapter:
    return read_chapter(stem, {"cells": [text(f"# {stem[3:].capitalize()}"), *map(code, calls)]})


VIRTUAL = chapter("04_virtual", 'report.headline("reviews_virtual")', 'report.definition("children_looked_after")')
ALL = (
    chapter("00_start_here", 'report.glance("reviews_virtual")'),
    chapter("02_reviews", 'report.headline("reviews_on_time")'),
    VIRTUAL,
    chapter("08_escalations", 'report.trend("escalations_raised")', 'report.breakdown("reviews_on_time", "mode")'),
    chapter("13_looking_ahead", 'report.headline("reviews_overdue")'),
    chapter("98_handbook_check", "report.handbook()"),
    chapter("99_data_quality", "report.data_quality()"),
)


def names(chapters: list[Chapter] | tuple[Chapter, ...]) -> list[str]:
    return [c.name for c in chapters]


def test_a_notebook_declares_its_title_its_sections_and_what_they_show() -> None:
    cells = [
        text("# Reviews\n\nWords."),
        code('report.headline("a")'),
        text("## Held on time\n\n### Deeper"),
        code('report.breakdown("b", "month")'),
        code('report.gap("c", "sex", "Female", "Male")\nreport.definition("d")'),
        text("## Held on time"),
        code('report.glance("e", "f")'),
        code('report.words("reviews")'),
        code("%magic"),
    ]
    found = read_chapter("02_reviews", {"cells": cells})
    assert (found.name, found.id, found.title) == ("reviews", "02-reviews", "Reviews")
    assert [(s.id, s.shown) for s in found.sections] == [
        ("02-reviews-opening", (("a", "all"),)),
        ("02-reviews-held-on-time", (("b", "month"), ("c", "sex"))),
        ("02-reviews-held-on-time-again", (("e", "all"), ("f", "all"))),
    ]


def test_the_places_that_a_chapter_declares_are_those_of_the_page() -> None:
    made = read_chapter("02_reviews", {"cells": [text("# Reviews\n\n## Same\n\n## Same\n\n## Children looked after")]})
    notebook = executed(report(), "# Reviews\n\n## Same\n\n## Same\n\n## Children looked after")
    shown = pages(figures(), [("02_reviews", notebook)])[BOOK]  # type: ignore[arg-type]
    for section in made.sections:
        assert f'id="{section.id}"' in shown


def test_chapters_come_in_the_councils_order_between_those_that_are_always_there() -> None:
    assert names(in_chosen_order(ALL, ())) == [name for name in names(ALL) if name != "looking_ahead"]
    assert names(in_chosen_order(ALL, ("looking_ahead",)))[1] == "looking_ahead"
    assert names(in_chosen_order(ALL, ("escalations", "reviews"))) == [
        "start_here",
        "escalations",
        "reviews",
        "handbook_check",
        "data_quality",
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("[reveiws]", 'there is no chapter "reveiws". Did you mean reviews?'),
        ("[reviews, reviews]", '"reviews" is there twice'),
        ("[start_here, reviews]", '"start_here" is always there, first'),
        ("[data_quality]", '"data_quality" is always there, last'),
        ("reviews", "list the chapters to show, in order: [children_in_care,"),
        ("[]", "list the chapters to show"),
    ],
)
def test_a_list_of_chapters_that_cannot_be_is_refused(tmp_path: Path, value: str, words: str) -> None:
    with pytest.raises(KitError) as raised:
        load_settings(places(tmp_path, f"chapters: {value}\n"), 2021)
    assert [words in message and "council.yml" in message for message in raised.value.messages] == [True]


def test_every_chapter_of_the_kit_can_be_chosen() -> None:
    wrong: list[str] = []
    chosen = parse_chapters(["escalations", "reviews"], wrong)
    assert (chosen, wrong) == (("escalations", "reviews"), [])
    assert all(c.title for c in load_chapters())
    assert names(load_chapters())[0] == "start_here"


def sources(*extracts: str) -> pl.DataFrame:
    return pl.DataFrame({"extract": list(extracts), "year": [2021] * len(extracts)})


def test_a_chapter_of_which_nothing_is_supplied_is_left_out_with_one_line() -> None:
    choice = choose(ALL, (), frame(some_rows()), sources("reviews"), MEASURES)
    assert names(choice.kept) == ["start_here", "reviews", "escalations", "handbook_check", "data_quality"]
    assert choice.lines() == ["The chapter “Virtual” is left out. Not supplied: the extract review_details."]
    with_file = choose(ALL, (), frame(some_rows()), sources("reviews", "review_details"), MEASURES)
    assert "the column mode of the extract review_details" in with_file.lines()[0]


def test_one_figure_in_any_loaded_year_keeps_a_chapter_even_if_it_is_hidden() -> None:
    rows = [r for r in some_rows() if r["measure"] != "reviews_virtual"]
    for earlier in (row("reviews_virtual", 2019, 10, 60), absent("reviews_virtual", 2019, "suppressed")):
        late = [absent("reviews_virtual", year, "not supplied") for year in YEARS[1:]]
        choice = choose(ALL, (), frame([*rows, earlier, *late]), sources("reviews"), MEASURES)
        assert choice.not_supplied == ()


def test_a_breakdown_alone_keeps_no_chapter_whose_column_is_not_supplied() -> None:
    only = chapter("04_send", 'report.gap("reviews_on_time", "mode", "Virtual", "In person")')
    rows = [absent("reviews_on_time", y, "not supplied", breakdown="mode", category="Virtual") for y in YEARS]
    choice = choose([only], (), frame(rows), sources("reviews"), MEASURES)
    assert choice.lines() == ["The chapter “Send” is left out. Not supplied: the extract review_details."]


def test_a_setting_that_a_chapter_needs_is_called_a_setting() -> None:
    posts = replace(MEASURES["reviews_virtual"], needs=("council.establishment", "iros"))
    only = chapter("10_the_service", 'report.headline("reviews_virtual")')
    rows = [absent("reviews_virtual", y, "not supplied") for y in YEARS]
    (line,) = choose([only], (), frame(rows), sources("reviews"), {"reviews_virtual": posts}).lines()
    assert line.endswith("Not supplied: the setting establishment in council.yml and the extract iros.")
    given = choose([only], (), frame(rows), sources("reviews"), {"reviews_virtual": posts}, {"council.establishment"})
    assert given.lines()[0].endswith("Not supplied: the extract iros.")


def test_the_first_page_says_which_chapters_are_left_out() -> None:
    said = report().__class__(figures(), MEASURES, ALL).about().plain()  # type: ignore[arg-type]
    assert "The chapter “Virtual” is left out. Not supplied: " in said


def test_a_notebook_of_the_kit_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "03_x.ipynb").write_text(json.dumps({"cells": [text("# X")]}), encoding="utf-8")
    (tmp_path / ".hidden.ipynb").write_text("{", encoding="utf-8")
    assert [(c.name, c.title) for c in load_chapters(tmp_path)] == [("x", "X")]
    assert chapter_name("childrens_voice") == "childrens_voice"
