"""The PDF and the Word document of a page: all of its words, in its order, marked up for who cannot see them."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document as open_word

from kit.documents.blocks import DataTable, Document, Heading, Paragraph, Picture, Span, every_block, read_page
from kit.documents.board import board_page
from kit.documents.commented import keep_commented
from kit.documents.pdf import as_pdf
from kit.documents.word import as_word
from kit.report.page import REPORT
from tests.documents.test_blocks import SMALL, said
from tests.lib.made_up_notebooks import pages_of_the_sample

POPPLER = pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
STRANGE = "<script>alert(1)</script> =1+1 & Ŵyn #strong[x] العربية 😀"
AS_SHOWN = "<script>alert(1)</script> =1+1 & Ŵyn #strong[x] العربية [grinning face]"


@pytest.fixture(scope="module")
def page() -> str:
    return pages_of_the_sample()[REPORT]


@pytest.fixture(scope="module")
def document(page: str) -> Document:
    return read_page(page)


@pytest.fixture(scope="module")
def pdf(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(as_pdf(document, "Sample council"))
    return path


@pytest.fixture(scope="module")
def board(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("board") / "board.pdf"
    path.write_bytes(as_pdf(read_page(board_page(page)), "Sample council"))
    return path


@pytest.fixture(scope="module")
def word(document: Document) -> bytes:
    return as_word(document, "Sample council")


def poppler(program: str, *arguments: str | Path) -> str:
    return subprocess.run(
        [program, *map(str, arguments)], capture_output=True, encoding="utf-8", errors="replace", check=True
    ).stdout


def joined(runs: tuple[Span, ...]) -> str:
    return "".join(run.text for run in runs)


@POPPLER
def test_the_pdf_is_tagged_and_short_and_has_its_own_fonts(pdf: Path, document: Document) -> None:
    about = poppler("pdfinfo", pdf)
    assert re.search(r"Title: +" + re.escape(document.title), about) and re.search("Tagged: +yes", about)
    assert int(re.search(r"Pages: +(\d+)", about)[1]) <= 30  # type: ignore[index]
    fonts = poppler("pdffonts", pdf).splitlines()[2:]
    assert fonts and all(" yes " in line and "SourceSansPro" in line for line in fonts)
    assert b"pdfuaid" in pdf.read_bytes() and b"en-GB" in pdf.read_bytes()


@POPPLER
def test_the_pdf_is_read_in_the_order_of_the_page(board: Path, page: str) -> None:
    # The tags of a PDF are what a screen reader reads; lines of print are a word apart there.
    tagged = "".join(re.findall(r'^ *"(.*)"', poppler("pdfinfo", "-struct-text", board), re.MULTILINE))
    told = re.sub(r"\s", "", tagged)
    # A card says its verdicts in one line, and a list its marks.
    paragraphs = [block for block in every_block(read_page(board_page(page)).blocks) if isinstance(block, Paragraph)]
    at = 0
    for runs in [one.runs for one in paragraphs if not any(run.kind in ("big", "code") for run in one.runs)]:
        at = told.index(re.sub(r"\s", "", joined(runs)), at)


@POPPLER
def test_every_number_of_the_page_is_in_the_pdf_and_no_other(pdf: Path, page: str) -> None:
    number = re.compile(r"\d+(?:[.,]\d+)*%?")
    shown = set(number.findall(" ".join(said(page))))
    printed = poppler("pdftotext", "-layout", pdf, "-")
    pages = {str(n) for n in range(31)}
    charts = " ".join(
        re.sub("<title>.*?</desc>", "", block.svg)
        for block in every_block(read_page(page).blocks)
        if isinstance(block, Picture)
    )
    drawn = set(number.findall(" ".join(re.findall(r"<text[^>]*>([^<]*)", charts))))
    found = set(number.findall(printed))
    key = set(re.findall(r"\d+", page[page.index("<footer") :]))
    assert {n for n in shown if len(n) < 8} - found <= key
    assert found - shown - drawn - pages <= key


@POPPLER
def test_each_chart_has_its_words_and_each_table_its_head(pdf: Path, document: Document) -> None:
    tags = poppler("pdfinfo", "-struct", pdf)
    charts = [block for block in every_block(document.blocks) if isinstance(block, Picture)]
    tables = [block for block in every_block(document.blocks) if isinstance(block, DataTable)]
    assert len(charts) > 5 and tags.count("Figure") == len(charts)
    assert tags.count("THead") == len(tables)
    assert len(re.findall(r"\bTH <", tags)) == sum(len(table.head) for table in tables)


@POPPLER
def test_the_boards_pdf_has_two_pages_at_most(board: Path) -> None:
    assert int(re.search(r"Pages: +(\d+)", poppler("pdfinfo", board))[1]) <= 2  # type: ignore[index]


@POPPLER
def test_what_looks_like_code_is_text(tmp_path: Path) -> None:
    escaped = STRANGE.replace("&", "&amp;").replace("<", "&lt;")
    document = read_page(SMALL.replace("45 were late.", escaped).replace("<b>title</b>", escaped))
    path = tmp_path / "strange.pdf"
    path.write_bytes(as_pdf(document, STRANGE))
    marks = re.compile("[\u202a-\u202e\u2066-\u2069]")
    assert AS_SHOWN in " ".join(marks.sub("", poppler("pdftotext", "-raw", path, "-")).split())
    words = open_word(io.BytesIO(as_word(document, STRANGE)))
    assert any(STRANGE in paragraph.text for paragraph in words.paragraphs)
    assert STRANGE in str(words.core_properties.title)


def test_the_same_page_gives_the_same_bytes(document: Document, pdf: Path, word: bytes) -> None:
    assert as_pdf(document, "Sample council") == pdf.read_bytes()
    assert as_word(document, "Sample council") == word


def test_word_has_every_heading_table_and_chart(document: Document, word: bytes) -> None:
    made: Any = open_word(io.BytesIO(word))
    headings = [(p.style.name, p.text) for p in made.paragraphs if p.style.name.startswith("Heading")]
    blocks = list(every_block(document.blocks))
    seen = [block for block in blocks if isinstance(block, Heading)]
    visible = [tuple(run for run in one.runs if run.kind != "unseen") for one in seen]
    assert headings == [(f"Heading {one.level}", joined(v)) for one, v in zip(seen, visible, strict=True)]
    tables = [block for block in blocks if isinstance(block, DataTable)]
    assert len(made.tables) == len(tables)
    for table in made.tables:
        assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    charts = [block for block in blocks if isinstance(block, Picture)]
    assert [shape._inline.docPr.get("descr") for shape in made.inline_shapes] == [one.alt for one in charts]
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        drawn = [name for name in parts.namelist() if name.endswith(".svg")]
        assert len(drawn) == len(charts) and {one.date_time[0] for one in parts.infolist()} == {1980}
        assert b'w:val="en-GB"' in parts.read("word/styles.xml")
    # What a page's foot says is not lost on the way.
    assert any("Made on" in paragraph.text for paragraph in made.paragraphs)


def test_word_says_each_number_of_the_page(page: str, word: bytes) -> None:
    made: Any = open_word(io.BytesIO(word))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    text = " ".join([*(paragraph.text for paragraph in made.paragraphs), *cells])
    number = re.compile(r"\d+(?:[.,]\d+)*%?")
    assert set(number.findall(text)) == set(number.findall(" ".join(said(page))))


def test_what_was_written_into_the_word_file_is_never_lost(tmp_path: Path, word: bytes) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    (old / "report.docx").write_bytes(word)
    (old / "~$report.docx").write_bytes(b"Word has it open")
    assert keep_commented(old, new) == [] and not new.exists()
    made: Any = open_word(old / "report.docx")
    made.paragraphs[0].insert_paragraph_before("Is this right?")
    made.core_properties.modified = datetime(2021, 5, 1, tzinfo=UTC)
    made.save(old / "report.docx")
    assert keep_commented(old, new) == ["report-commented-1.docx"]
    assert (new / "report-commented-1.docx").read_bytes() == (old / "report.docx").read_bytes()
    # Next time that one is kept as it is called, beside what was written since.
    shutil.copyfile(new / "report-commented-1.docx", old / "report-commented-1.docx")
    last = tmp_path / "last"
    assert sorted(keep_commented(old, last)) == ["report-commented-1.docx", "report-commented-2.docx"]
