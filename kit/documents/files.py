"""The files that are made of a report: those that readers get, and those that its service works with besides."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kit.chapters.own_words.compose import YOUNG_PEOPLE as YOUNG_PEOPLE_WORDS
from kit.chapters.own_words.compose import read_texts
from kit.chapters.text.sentences import caution
from kit.documents.blocks import Box, Document, Paragraph, every_block, read_page
from kit.documents.board import board_page
from kit.documents.commented import keep_commented
from kit.documents.pdf import as_pdf
from kit.documents.star import CSV, METADATA, STAR, csv_metadata, star
from kit.documents.word import as_word
from kit.documents.workbook import as_workbook
from kit.documents.young_people import YOUNG_PEOPLE, young_people_page
from kit.figures.csv import results_csv
from kit.files.disk_errors import writing
from kit.files.locks import only_run
from kit.files.swap import new_folder, real_folder, recover, swap_in
from kit.paths import CHECKOUT, DOCUMENTS, Places
from kit.protection.machine_paths import refuse_paths
from kit.report.page import BOOK, REPORT

if TYPE_CHECKING:
    from kit.counting.figures import Figures

BOARD, WORKBOOK, SLIDES, WORD = "board.html", "figures.xlsx", "board.pptx", "report.docx"
ON_PAPER = {page: f"{page.removesuffix('.html')}.pdf" for page in (REPORT, BOARD, YOUNG_PEOPLE)}
OF_DRAFT = (REPORT, BOOK, BOARD, YOUNG_PEOPLE, *ON_PAPER.values(), CSV, METADATA, *STAR, WORKBOOK, SLIDES, WORD)


def every_page(
    places: Places, figures: "Figures", pages: Mapping[str, str], published: str | None = None
) -> dict[str, str]:
    """Return the `pages` of a report, and beside them those for the board and for children and young people.

    At their head is what is `published`, or that they are a draft. KitError if the council's words for young people
    name a figure that may not be shown.
    """
    own = read_texts(places, figures.years[-1]).get(YOUNG_PEOPLE_WORDS)
    note = caution(figures.settings) if published is None else published
    return {
        **pages,
        BOARD: board_page(pages[REPORT], figures.settings.questions),
        YOUNG_PEOPLE: young_people_page(figures, own, note, draft=published is None),
    }


def files_for_readers(figures: "Figures", pages: Mapping[str, str]) -> dict[str, bytes]:
    """Return by name all files that are made of the pages (`every_page`) and figures of a report.

    All words and numbers in them are those of the pages, which went through protection.
    """
    # Slow to load, and needed for nothing else.
    from kit.documents.slides import as_slides

    author, report = figures.settings.name, read_page(pages[REPORT])
    return {
        **{name: page.encode("utf-8") for name, page in pages.items()},
        CSV: results_csv(figures.results).encode("utf-8"),
        METADATA: csv_metadata(figures),
        **star(figures),
        WORKBOOK: as_workbook(figures, _said_of_all(report)),
        SLIDES: as_slides(report, figures),
        **{name: as_pdf(read_page(pages[page]), author) for page, name in ON_PAPER.items()},
    }


def _said_of_all(report: Document) -> list[str]:
    """Return what the head of a report says of its use or its publication, and what its foot says of its making."""
    boxes = [block for block in report.blocks if isinstance(block, Box) and block.kind in ("header", "footer")]
    kinds = {"header": ("internal", "published"), "footer": ("",)}
    return [
        "".join(run.text for run in block.runs)
        for box in boxes
        for block in every_block(box.blocks)
        if isinstance(block, Paragraph) and block.kind in kinds[box.kind]
    ]


def make_documents(places: Places, year: int, as_at: date | None, figures: "Figures") -> tuple[Path, bool]:
    """Make the documents of the draft in a report's folder; return their folder, and whether they were there already.

    They are those that readers will get, and the report for Word. If the draft has not changed and none is missing,
    nothing is made again, and what somebody has changed stays; otherwise a changed Word file is kept by another name.
    """
    draft = real_folder(places.report(year, as_at))
    final = draft / DOCUMENTS
    drawn = {name: (draft / name).read_text(encoding="utf-8") for name in (REPORT, BOOK)}
    pages = every_page(places, figures, drawn)
    with writing(draft), only_run(draft.with_name(f".{draft.name}.lock"), lambda run: None):
        recover(final)
        there = all((final / name).is_file() for name in OF_DRAFT)
        if there and all((final / name).read_text(encoding="utf-8") == page for name, page in pages.items()):
            return final, True
        made = files_for_readers(figures, pages)
        made[WORD] = as_word(read_page(pages[REPORT]), figures.settings.name)
        new = new_folder(final)
        try:
            for name, content in made.items():
                (new / name).write_bytes(content)
            keep_commented(final, new)
            refuse_paths(new, [CHECKOUT, Path.home(), places.data, places.params, places.reports])
            swap_in(new, final)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return final, False
