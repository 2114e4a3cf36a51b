"""The page for children and young people: plain words, protected figures, the council's own words if it has any."""

import re
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from kit.chapters.own_words.compose import LONGEST_FOR_THEM, OwnText
from kit.chapters.text.sentences import caution
from kit.counting.figures import Figures, load_figures
from kit.documents.blocks import Paragraph, every_block, read_page
from kit.documents.pdf import as_pdf
from kit.documents.young_people import young_people_page
from kit.errors import KitError
from kit.paths import find_council
from tests.documents.test_documents import POPPLER, poppler

textstat = pytest.importorskip("textstat")
NOTE = "For internal use only"


@pytest.fixture(scope="module")
def figures() -> Figures:
    return load_figures(find_council("sample"), 2021)


def page(figures: Figures, text: str = "") -> str:
    return young_people_page(figures, OwnText("young_people.md", text) if text else None, NOTE, draft=True)


def sentences(html: str) -> list[str]:
    said = [block for block in every_block(read_page(html).blocks) if isinstance(block, Paragraph)]
    own = ["".join(run.text for run in block.runs) for block in said if block.kind not in ("council", "internal")]
    return [sentence for text in own for sentence in re.split(r"(?<=[.?!])\s+", text)]


def hidden(figures: Figures, *measures: str) -> Figures:
    gone = pl.col("measure").is_in(measures)
    counts = ["numerator", "denominator", "value"]
    return replace(
        figures,
        results=figures.results.with_columns(
            *(pl.when(~gone).then(name).alias(name) for name in counts),
            pl.when(gone).then(pl.lit("suppressed")).otherwise("note").alias("note"),
        ),
    )


def test_a_child_of_ten_can_read_it(figures: Figures) -> None:
    said = sentences(page(figures))
    assert len(said) > 20
    assert textstat.flesch_kincaid_grade(" ".join(said)) <= 5
    assert [sentence for sentence in said if textstat.flesch_kincaid_grade(sentence) > 7] == []
    assert [sentence for sentence in said if len(sentence.split()) > LONGEST_FOR_THEM] == []


def test_its_numbers_are_the_reports(figures: Figures) -> None:
    said = " ".join(sentences(page(figures)))
    # Of the sample's 1,373 reviews that were due, 1,316 were on time.
    assert "95.8% of reviews were on time." in said and "Children took part in 910 of 1,125 reviews." in said


def test_a_hidden_figure_takes_its_line_with_it_and_an_empty_heading_goes(figures: Figures) -> None:
    fewer = page(hidden(figures, "reviews_on_time", "reviews_late", "children_with_advocate"))
    assert "on time" not in fewer and "Was it on time?" not in fewer and "had an advocate" not in fewer
    assert "You can ask for an advocate." in fewer


def test_the_councils_words_are_said_in_place_of_the_kits(figures: Figures) -> None:
    own = page(figures, "? Prompt\n\n## What you told us\n\nYou said <b>no</b>. {{reviews_late.2021}} were late.\n")
    assert "You said &lt;b&gt;no&lt;/b&gt;." in own and ">45</span>" in own and "Prompt" not in own
    assert "How many" not in own
    # A file of prompts alone says nothing yet.
    assert page(figures, "? Prompt\n\n## What has changed\n? What?\n") == page(figures)


def test_a_hidden_figure_in_the_councils_words_is_refused(figures: Figures) -> None:
    with pytest.raises(KitError, match=r"young_people.md, line 1, \{\{reviews_late.2021\}\}: .* is hidden"):
        page(hidden(figures, "reviews_late"), "{{reviews_late.2021}} were late.")


@POPPLER
def test_its_pdf_is_one_page_with_no_line_left_over(figures: Figures, tmp_path: Path) -> None:
    path = tmp_path / "young-people.pdf"
    draft = young_people_page(figures, None, caution(figures.settings), draft=True)
    path.write_bytes(as_pdf(read_page(draft), "Sample council"))
    assert re.search(r"Pages: +1\n", poppler("pdfinfo", path))
