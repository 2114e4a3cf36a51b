import csv
import io
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from kit.chapters.content import MIME
from kit.chapters.text.sentences import INTERNAL, caution
from kit.errors import KitError
from kit.figures.csv import results_csv
from kit.figures.table import SCHEMA
from kit.paths import NOTEBOOKS, chapter_files
from kit.report.about import about
from kit.report.page import BOOK, REPORT, pages
from kit.report.parts import left_out
from kit.settings.settings import Settings
from tests.lib.made_up_figures import MEASURES, figures, frame, report, row
from tests.lib.made_up_notebooks import chapter, made_up_pages

PAGES = made_up_pages()
PAGE, REPORT_PAGE = PAGES[BOOK], PAGES[REPORT]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_h1_and_no_level_of_heading_is_skipped(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", PAGES[page])]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_a_page_loads_nothing_and_forbids_it() -> None:
    policy = "default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;"
    for page in PAGES.values():
        assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
        for never in ("<script", "<link", "url(", "http://", "https://"):
            assert never not in page
        links = set(re.findall(r'(?:src|href)="(?!data:|#)([^"#]*)', page))
        assert links <= {REPORT, BOOK}


def test_a_page_is_in_british_english_and_every_link_leads_to_a_place() -> None:
    ids = {name: re.findall(r'\bid="([^"]+)"', page) for name, page in PAGES.items()}
    for name, page in PAGES.items():
        assert '<html lang="en-GB">' in page
        assert '<a class="skip" href="#content">' in page
        assert len(ids[name]) == len(set(ids[name]))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids[name])
        for other in (REPORT, BOOK):
            assert set(re.findall(rf'href="{other}#([^"]+)"', page)) <= set(ids[other])


def test_every_image_has_words_and_every_table_a_caption() -> None:
    images = len(re.findall(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="[^"]{20,}"', REPORT_PAGE))
    assert REPORT_PAGE.count("<img ") == images > 3
    assert "<img" not in PAGE
    for page in PAGES.values():
        assert page.count("<table") == page.count("<caption>") > 0
        assert "<th>" not in page


def test_each_finding_of_the_report_leads_to_its_table_in_the_book() -> None:
    assert re.search(r'<a class="ref" href="figures.html#reviews_on_time">Table 2\.\d+</a>', REPORT_PAGE)
    place = PAGE.index('<div id="reviews_on_time">')
    assert "Reviews on time" in PAGE[place : place + 2000]
    assert '<a href="#reviews_on_time">' in PAGE


def test_a_chapter_that_says_nothing_of_the_report_is_there_with_its_sentences_and_words() -> None:
    mine = REPORT_PAGE[REPORT_PAGE.index('id="13-ours"') :]
    assert "How are they?" in mine
    assert "of reviews were held on time" in mine
    assert mine.index("of reviews were held on time") < mine.index("</section>")


def test_values_and_words_of_notebooks_are_escaped() -> None:
    assert "Made-up &lt;council&gt;" in PAGE
    assert "Drift &lt;b&gt;" in PAGE
    assert "&lt;em&gt;not markup&lt;/em&gt;" in PAGE
    assert "Drift <b>" not in PAGE


def cell(*outputs: dict, kind: str = "code", **more: object) -> dict:
    return {"cell_type": kind, "metadata": {}, "source": "", "outputs": list(outputs), **more}


PRINTED = {"output_type": "stream", "name": "stdout", "text": "hello 700001\n"}
ALTAIR = {"output_type": "execute_result", "data": {"image/svg+xml": "<svg/>"}}
POLARS = {"output_type": "display_data", "data": {"text/html": "<table>", "text/plain": "700001"}}
OURS = {"output_type": "display_data", "data": {MIME: {}, "text/html": "<p>", "text/plain": "449"}}


def test_what_a_chapter_shows_and_the_page_does_not_is_named_with_what_to_use() -> None:
    run = {"cell_type": "code", "metadata": {"tags": ["injected-parameters"]}, "source": "", "outputs": []}
    pasted = {"cell_type": "markdown", "metadata": {}, "source": "", "attachments": {"a.png": {}}}
    cells = [cell(OURS), run, cell(PRINTED, PRINTED), cell(OURS, ALTAIR), cell(), cell(POLARS), pasted]
    hidden = "is not shown in the report, as small numbers in it are not hidden. Use"
    assert list(left_out("13_our_questions", {"cells": cells})) == [
        "13_our_questions, cell 2: what it prints is not shown in the report. Write it in a cell of text (Markdown).",
        f"13_our_questions, cell 3: a chart of its own {hidden} report.trend(…) or report.breakdown(…).",
        f"13_our_questions, cell 5: a table or value of its own {hidden} report.headline(…), report.trend(…) or "
        "report.breakdown(…).",
        "13_our_questions, cell 6: the picture in it is not shown in the report, which takes words alone there.",
    ]


@pytest.mark.parametrize("path", chapter_files(NOTEBOOKS), ids=lambda path: path.stem)
def test_the_page_takes_all_that_a_chapter_of_the_kit_shows(path: Path) -> None:
    assert list(left_out(path.stem, json.loads(path.read_text(encoding="utf-8")))) == []


def test_no_code_and_no_other_output_reaches_the_page() -> None:
    assert "open_report" not in PAGE
    assert "a stray print" not in PAGE


def test_the_internal_notice_is_there_once_at_the_head() -> None:
    for page in PAGES.values():
        assert page.count(INTERNAL) == 1
        assert page.index(INTERNAL) < page.index("<main")


def test_where_small_numbers_are_not_hidden_the_head_says_so_and_who_decided() -> None:
    settings = Settings("Borough", hide_up_to=0, decided_by="The panel, as nobody else reads it.")
    said = (
        "For internal use only: do not publish this report or pass it on. Small numbers are not hidden (The panel, as "
        "nobody else reads it)."
    )
    assert caution(settings) == said
    shown = about(replace(figures(), settings=settings)).plain()  # type: ignore[type-var]
    assert said in shown
    assert "Small numbers are hidden" not in shown and "Figures are hidden" not in shown
    fewer = replace(settings, hide_up_to=3)
    shown = about(replace(figures(), settings=fewer)).plain()  # type: ignore[type-var]
    assert "a number from 1 to 3 could be read or worked out. Decided by: The panel, as nobody else reads it." in shown


def test_definitions_are_beside_what_is_read() -> None:
    beside = PAGE.split('<div class="beside">')[1:]
    assert beside
    assert all('<div class="definition">' in part for part in beside)


def test_the_footer_gives_each_files_rows_and_dates_and_the_version_and_time_but_no_files_hash() -> None:
    footer = PAGE[PAGE.index("<footer") :]
    for words in ("1,400", "2021-05-20", "not recorded", "kit 0.1.0", "22 November 2026"):
        assert words in footer
    # All that a small file can hold could be tried out against its hash.
    assert not any(digest in PAGE for digest in figures().sources["sha256"])


def test_the_same_input_gives_the_same_page() -> None:
    assert made_up_pages() == PAGES


def test_a_chapter_without_a_title_is_refused() -> None:
    with pytest.raises(KitError, match="02_reviews: the notebook has no title"):
        pages(figures(), [("02_reviews", chapter(report(), "No heading here."))])  # type: ignore[arg-type]


def test_headings_of_the_same_words_get_ids_of_their_own() -> None:
    same = chapter(report(), "# A\n\n## Same\n\nOne.\n\n## Same\n\nTwo.")
    made = pages(figures(), [("a", same)])[BOOK]  # type: ignore[arg-type]
    assert 'id="a-same"' in made
    assert 'id="a-same-again"' in made


def test_figures_csv_is_the_contract_and_no_cell_is_a_formula() -> None:
    rows = [
        row("reviews_on_time", 2021, 2, 3, breakdown="theme", category="=1+1"),
        row("children_looked_after", 2021, 449),
        row("escalation_days", 2021, value=14),
    ]
    read = list(csv.reader(io.StringIO(results_csv(figures(rows).results))))  # type: ignore[arg-type]
    assert read[0] == list(SCHEMA)
    assert read[1] == ["children_looked_after", "2021", "all", "all", "449", "", "449", "", "", "reviews", ""]
    assert read[2][6] == "14"
    assert read[3][3] == "'=1+1"
    assert read[3][6:9] == ["66.666667", "20.765960", "93.850806"]


def test_figures_csv_is_the_same_each_time_with_unix_line_ends() -> None:
    text = results_csv(figures().results)  # type: ignore[arg-type]
    assert text == results_csv(figures().results)  # type: ignore[arg-type]
    assert "\r" not in text
    assert len(text.splitlines()) == 1 + frame([]).height + figures().results.height
    assert {r[0] for r in csv.reader(io.StringIO(text))} <= {"measure", *MEASURES}


def test_what_a_cell_of_text_has_that_the_page_does_not_take_is_said() -> None:
    text = "# A\n\n![x](a.png) and <b>bold</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    cells = [{"cell_type": "markdown", "metadata": {}, "source": one} for one in (text, "Words, [a link](#b).")]
    said = list(left_out("50_x", {"cells": cells}))
    assert [line.partition(": ")[2].split(" ")[0] for line in said] == ["the", "a", "HTML"]
    assert said[0] == "50_x, cell 1: the picture in it is not shown in the report, which takes words alone there."
