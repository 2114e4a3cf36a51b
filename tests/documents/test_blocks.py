"""A page is taken apart without losing a word, and what no document could show is refused."""

import re

import pytest
from bs4 import BeautifulSoup

from kit.documents.blocks import Box, DataTable, Heading, ListBlock, Paragraph, Picture, Span, every_block, read_page
from kit.documents.board import board_page
from kit.report.page import BOOK, REPORT
from kit.settings.questions import Question
from tests.lib.made_up_notebooks import made_up_pages, pages_of_the_sample

PAGES = made_up_pages()
SMALL = """<html lang="en-GB"><head><title>A <b>title</b></title><style>p {}</style></head><body>
<a class="skip" href="#x">Skip</a><header><h1>Reviews  <span class="year">2020-21</span></h1></header>
<main><p class="sentence">45 were late.<span class="tag worse">Worse</span> <a class="ref" href="#x">Table 1</a></p>
<ol start="3"><li>Ask</li><li><p>Agree <strong>now</strong></p></li></ol>
<div class="scroll"><table><caption>Late</caption><thead><tr><th>Year</th><th class="number">Late</th></tr></thead>
<tbody><tr><th>2021</th><td class="number">45</td></tr></tbody></table></div>
<div class="said"><p>Ours &amp; theirs, <span class="figure" data-figure="x.2021">45</span></p></div>
</main></body></html>"""


def words(runs: tuple[Span, ...]) -> str:
    return "".join(run.text for run in runs)


def said(page: str) -> list[str]:
    """Return every word of a page's blocks, in order."""
    found: list[str] = []
    for block in every_block(read_page(page).blocks):
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                found.append(words(runs))
            case Picture(title=title, under=under):
                found += [words(title), words(under)]
            case DataTable(caption=caption, head=head, rows=rows):
                found += [words(caption), *(words(cell.runs) for row in (head, *rows) for cell in row)]
    return " ".join(found).split()


def test_each_part_becomes_its_kind_of_block() -> None:
    page = read_page(SMALL)
    header, sentence, listing, table, box = page.blocks
    assert (page.title, page.language) == ("A title", "en-GB")
    assert header == Box("header", (Heading(1, (Span("Reviews 2020-21"),)),))
    assert isinstance(sentence, Paragraph) and sentence.kind == "sentence"
    assert [(run.text, run.kind, run.link) for run in sentence.runs] == [
        ("45 were late.", "", ""), ("Worse", "tag worse", ""), (" ", "", ""), ("Table 1", "ref", "#x"),
    ]  # fmt: skip
    assert isinstance(listing, ListBlock) and listing.first == 3
    assert [words(item[0].runs) for item in listing.items if isinstance(item[0], Paragraph)] == ["Ask", "Agree now"]
    assert isinstance(table, DataTable) and [cell.number for cell in table.head] == [False, True]
    assert words(table.rows[0][1].runs) == "45"
    assert isinstance(box, Box) and box.kind == "said"
    (paragraph,) = box.blocks
    assert isinstance(paragraph, Paragraph) and paragraph.runs[-1] == Span("45", kind="figure", figure="x.2021")


@pytest.mark.parametrize("name", [REPORT, BOOK])
def test_no_word_of_a_page_is_lost_or_moved(name: str) -> None:
    body = BeautifulSoup(PAGES[name], "html.parser").body
    assert body is not None
    for one in (*body.select("a.skip"), *body.find_all("svg")):
        one.decompose()
    # Blanks between two elements of a line differ; what is said does not.
    assert "".join(said(PAGES[name])) == re.sub(r"\s", "", body.get_text())


def test_what_no_document_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="<video> is in no document"):
        read_page(SMALL.replace("<main>", "<main><video></video>"))
    with pytest.raises(ValueError, match="<button> within a paragraph is in no document"):
        read_page(SMALL.replace("45 were", "<button>45</button> were"))


def test_each_question_of_the_board_leads_to_its_chapter() -> None:
    report = pages_of_the_sample()[REPORT]
    board = board_page(report, [Question("Why are <minutes> late?", "reviews"), Question("And crime?", "crime")])
    told = " ".join(said(board))
    assert "What the Board asked last year “Why are <minutes> late?” It is answered in chapter 2, Reviews." in told
    assert "“And crime?” It is answered in no chapter of this report. What we ask of the Board" in told
    (place,) = re.findall(r'href="report.html#([^"]+)">chapter 2', board)
    assert f'<h2 id="{place}"' in report


def test_the_boards_page_is_the_summary_and_every_link_leads_somewhere() -> None:
    board, report = board_page(PAGES[REPORT]), PAGES[REPORT]
    text = said(board)
    assert "Summary for the board:" in read_page(board).title
    assert " ".join(text).count("What we ask of the Board") == 1 and "Contents" not in text
    assert len(re.findall("<h2", board)) == 2 < len(re.findall("<h2", report))
    ids = set(re.findall(r'\bid="([^"]+)"', board))
    assert set(re.findall(r'href="#([^"]+)"', board)) <= ids | {"content"}
    assert set(re.findall(r'href="report.html#([^"]+)"', board)) <= set(re.findall(r'\bid="([^"]+)"', report))
