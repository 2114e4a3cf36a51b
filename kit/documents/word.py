"""A document in Word's form, for managers to comment on: real headings, lists, tables and pictures with their texts."""

import io
from typing import Any

from docx import Document as new_document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from kit.chapters.charts.drawing import draw_png
from kit.documents.blocks import (
    Box,
    DataTable,
    Document,
    DocumentPart,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Span,
    Spans,
    column_widths,
)
from kit.documents.undated import NO_DAY, without_days

FONT = "Arial"
INK, SOFT, BLUE, WARN = "0B0C0C", "484949", "12436D", "801650"
TAGS = {"tag worse": ("F6D7D2", "942514"), "tag better": ("CCE2D8", "005A30"), "tag plain": ("E4E6E7", "333333")}
SIZES = {1: 22, 2: 16, 3: 12.5, 4: 11}
CHART_CM = 11
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def as_word(document: Document, author: str) -> bytes:
    """Return the document as a DOCX: A4, British English, a table of contents, page numbers, tables whose head is
    repeated, charts as SVG with a PNG beside it for older programs."""
    made = new_document()
    _prepare(made, document, author)
    for block in document.blocks:
        _add(made, made, block)
    buffer = io.BytesIO()
    made.save(buffer)
    return without_days(buffer.getvalue())


def _prepare(made: WordDocument, document: Document, author: str) -> None:
    about = made.core_properties
    about.title, about.author, about.language = document.title, author, document.language
    about.created = about.modified = NO_DAY
    about.last_modified_by, about.comments, about.revision = author, "", 1
    section = made.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2), Cm(1.8)
    styles: Any = made.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(10.5), RGBColor.from_string(INK)
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), document.language)
    defaults = made.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(language)
    for level, size in SIZES.items():
        style = styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
        style.font.color.rgb = RGBColor.from_string(BLUE if level == 1 else INK)
        for font in style.element.rPr.findall(qn("w:rFonts")):
            for name in [name for name in font.attrib if name.endswith("Theme")]:
                del font.attrib[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(6)
        style.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _field(foot, "PAGE", "1")
    section.header.paragraphs[0].add_run(document.title).font.size = Pt(8)


def _add(made: WordDocument, into: Any, block: DocumentPart) -> None:
    """Add a block to the document, or to a cell of a table in it."""
    if isinstance(block, Heading):
        _runs(into.add_paragraph(style=f"Heading {min(block.level, 4)}"), block.runs)
    elif isinstance(block, Paragraph):
        _paragraph(into.add_paragraph(), block)
    elif isinstance(block, ListBlock):
        _listing(made, into, block)
    elif isinstance(block, Picture):
        _picture(made, into, block)
    elif isinstance(block, DataTable):
        _table(made, block)
    elif isinstance(block, Box) and block.kind == "nav":
        _contents(made, block)
    elif isinstance(block, Box) and block.kind == "blockquote":
        for part in block.blocks:
            assert isinstance(part, Paragraph)
            _runs(into.add_paragraph(style="Quote"), part.runs)
    elif isinstance(block, Box):
        for part in block.blocks:
            _add(made, into, part)
    else:
        raise ValueError(f"{type(block).__name__} is in no Word document")


def _paragraph(here: WordParagraph, block: Paragraph) -> None:
    kind = block.kind
    _runs(here, block.runs)
    if kind == "kicker":
        here.paragraph_format.space_before = Pt(20)
    if kind in ("kicker", "words-title", "definition-title", "dt"):
        here.paragraph_format.keep_with_next = True
        here.paragraph_format.space_after = Pt(2)
    for run in here.runs:
        if kind in ("words-title", "definition-title"):
            run.bold = True
        if kind in ("kicker", "council") or kind.startswith("notice"):
            run.font.color.rgb = RGBColor.from_string(SOFT)
        if kind == "internal":
            run.bold, run.font.color.rgb = True, RGBColor.from_string(WARN)


def _runs(here: WordParagraph, runs: Spans) -> None:
    for run in runs:
        if run.kind == "unseen":
            continue
        added = _run(here, run)
        if run.kind in ("what", "big"):
            added.bold = True


def _run(here: WordParagraph, run: Span) -> Any:
    added = here.add_run(run.text)
    added.bold, added.italic = run.bold or None, run.italic or None
    if run.kind in TAGS:
        back, front = TAGS[run.kind]
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{back}"/>')
        added._r.get_or_add_rPr().append(shade)
        added.font.color.rgb, added.bold, added.font.size = RGBColor.from_string(front), True, Pt(9)
    elif run.kind == "detail":
        added.font.color.rgb, added.font.size = RGBColor.from_string(SOFT), Pt(9)
    elif run.kind == "ref":
        added.font.color.rgb, added.font.size = RGBColor.from_string(BLUE), Pt(9)
    return added


def _listing(made: WordDocument, into: Any, block: ListBlock) -> None:
    style = "List Number" if block.first else "List Bullet"
    number = _new_numbering(made) if block.first else None
    for item in block.items:
        first, *rest = item
        here = into.add_paragraph(style=style)
        if number is not None:
            properties = here._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = number
            properties.get_or_add_ilvl().val = 0
        assert isinstance(first, Paragraph)
        _runs(here, first.runs)
        for part in rest:
            _add(made, into, part)


def _new_numbering(made: WordDocument) -> int:
    """Return the number of a new list, so that each begins with 1."""
    numbering = made.part.numbering_part.element
    abstract = made.styles["List Number"].element.pPr.numPr.numId.val
    base = next(num for num in numbering.findall(qn("w:num")) if num.numId == abstract)
    new = numbering.add_num(base.abstractNumId.val)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(new.numId)


def _picture(made: WordDocument, into: Any, block: Picture) -> None:
    title = into.add_paragraph()
    title.paragraph_format.keep_with_next, title.paragraph_format.space_after = True, Pt(0)
    _runs(title, block.title)
    for run in title.runs:
        run.bold = True
    if block.under:
        under = into.add_paragraph()
        under.paragraph_format.keep_with_next = True
        _runs(under, block.under)
        for run in under.runs:
            run.font.size, run.font.color.rgb = Pt(9), RGBColor.from_string(SOFT)
    here = into.add_paragraph()
    shape = here.add_run().add_picture(io.BytesIO(draw_png(block.svg, CHART_CM)), width=Cm(CHART_CM))
    shape._inline.docPr.set("descr", block.alt)
    shape._inline.docPr.set("name", f"Chart {shape._inline.docPr.id}")
    part = Part(
        PackURI(f"/word/media/chart{shape._inline.docPr.id}.svg"),
        "image/svg+xml", block.svg.encode("utf-8"), made.part.package,
    )  # fmt: skip
    address = made.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{SVG}" '
            f'r:embed="{address}"/></a:ext></a:extLst>'
        )
    )


def _table(made: WordDocument, block: DataTable) -> None:
    caption = made.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    _runs(caption, block.caption)
    for run in caption.runs:
        run.font.color.rgb, run.font.size = RGBColor.from_string(INK), Pt(10)
    # A column of lines drawn over the years repeats the figures, and has no words.
    columns = [column for column in zip(block.head, *block.rows, strict=True) if any(cell.runs for cell in column[1:])]
    table = made.add_table(rows=0, cols=len(columns), style="Table Grid")
    table.autofit = False
    shares = column_widths(columns)
    widths = [Cm(17 * share / sum(shares)) for share in shares]
    for place, row in enumerate(zip(*columns, strict=True)):
        added = table.add_row()
        properties = added._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, given, width in zip(added.cells, row, widths, strict=True):
            cell.width = width
            _fill(cell, given.runs, given.number, bold=place == 0)
    made.add_paragraph()


def _fill(cell: _Cell, runs: Spans, number: bool, *, bold: bool) -> None:
    here = cell.paragraphs[0]
    here.paragraph_format.space_after = Pt(0)
    if number:
        here.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _runs(here, runs)
    for run in here.runs:
        run.font.size = Pt(9)
        if bold:
            run.bold = True


def _contents(made: WordDocument, block: Box) -> None:
    """Add the contents as a field that Word fills in, with what the page lists in it until then."""
    for part in block.blocks:
        if not isinstance(part, ListBlock):
            _add(made, made, part)
            continue
        firsts = [item[0] for item in part.items]
        lines = ["".join(run.text for run in one.runs) for one in firsts if isinstance(one, Paragraph)]
        numbered = (f"{number}. {line}" for number, line in enumerate(lines, part.first))
        _field(made.add_paragraph(), 'TOC \\o "2-2" \\h \\z \\u', *numbered)


def _field(here: WordParagraph, code: str, *lines: str) -> None:
    """Add a field, with the lines that are there until a program works it out."""
    for kind in ("begin", "code", "separate", "lines", "end"):
        run = here.add_run()
        if kind == "code":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = f" {code} "
            run._r.append(text)
        elif kind == "lines":
            for number, line in enumerate(lines):
                if number:
                    run.add_break()
                run.add_text(line)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
