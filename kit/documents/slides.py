"""The board's slides for PowerPoint: real text, charts that can be changed there, and notes with the source."""

import io
import re
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from kit.documents.blocks import Box, Document, Heading, Paragraph, Span, Spans
from kit.documents.slides_said import Slide, SlideChart, board_slides, spoken
from kit.documents.undated import NO_DAY, without_days
from kit.text import readable

if TYPE_CHECKING:
    from kit.counting.figures import Figures

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
FONT = "Arial"
INK, SOFT, FAINT, WARN = "0B0C0C", "484949", "F3F2F1", "801650"
LINES = ("12436D", "F46A25")
TAGS = {"tag worse": "942514", "tag better": "005A30", "tag plain": "333333"}
WIDE, HIGH, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
TITLE_AND_TEXT, BODY = 1, 1
# How large the letters are for so many letters on a slide, of full width or beside a chart.
SIZES = ((440, 24), (700, 22), (950, 20), (1300, 18), (1700, 16), (10_000, 14))
DAY = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def as_slides(report: Document, figures: "Figures") -> bytes:
    """Return six slides as a PPTX file; all of their words and numbers are those of the report."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDE, HIGH
    about = made.core_properties
    about.title, about.author, about.language = report.title, figures.settings.name, report.language
    about.created = about.modified = NO_DAY
    about.last_modified_by, about.revision = figures.settings.name, 1
    head = [one for box in report.blocks if isinstance(box, Box) and box.kind == "header" for one in box.blocks]
    name = "".join(run.text for one in head if isinstance(one, Heading) for run in one.runs)
    use = [one for one in head if isinstance(one, Paragraph) and one.kind in ("internal", "published")]
    foot = f"{figures.settings.name}: {name}"
    mark = "For internal use only" if any(one.kind == "internal" for one in use) else ""
    said = " ".join("".join(run.text for run in one.runs) for one in use)
    slides = board_slides(report, figures)
    for number, slide in enumerate(slides, start=1):
        _slide(made, slide, report.language, f"{foot}. {number} of {len(slides)}", mark, said)
    buffer = io.BytesIO()
    made.save(buffer)
    return without_days(buffer.getvalue())


def _slide(made: Any, slide: Slide, language: str, foot: str, mark: str, said: str) -> None:
    page = made.slides.add_slide(made.slide_layouts[TITLE_AND_TEXT])
    title, body = page.shapes.title, page.placeholders[BODY]
    _place(title, EDGE, Inches(0.4), WIDE - 2 * EDGE, Inches(0.9))
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _fill(title.text_frame, [(Span(slide.title, bold=True),)], 32, language)
    title.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    top = Inches(1.45)
    if slide.cards:
        _cards(page, slide.cards, language)
        top = Inches(3.75)
    width = WIDE - 2 * EDGE if slide.chart is None else Inches(6.3)
    _place(body, EDGE, top, width, Inches(6.75) - top)
    _fill(body.text_frame, slide.lines, _size(slide), language, bullets=len(slide.lines) > 1)
    if slide.chart is not None:
        _chart(page, slide.chart, language)
    if mark:
        _box(page, EDGE, Inches(0.12), Inches(6), [(Span(mark, bold=True),)], language, WARN)
    _box(page, EDGE, Inches(6.95), WIDE - 2 * EDGE, [(Span(foot),)], language, SOFT)
    page.notes_slide.notes_text_frame.text = readable(f"{slide.source} {said}".strip())


def _size(slide: Slide) -> int:
    """Return how large the letters can be for all lines to be on the slide."""
    letters = sum(len(run.text) for line in slide.lines for run in spoken(line)) + 40 * len(slide.lines)
    room = letters * (1 if slide.chart is None and not slide.cards else 1.8)
    return next(size for most, size in SIZES if room <= most or most == SIZES[-1][0])


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(width), Emu(height)


def _fill(frame: Any, lines: Any, size: float, language: str, *, bullets: bool = False, color: str = INK) -> None:
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size / 3)
        if not bullets:
            # Not a list: neither its mark nor its indent.
            properties = paragraph._p.get_or_add_pPr()
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.insert_element_before(properties.makeelement(f"{{{A}}}buNone", {}), "a:tabLst", "a:defRPr")
        for run in _verdicts(spoken(line)):
            _run(paragraph, run, size, language, color)


def _verdicts(runs: Iterable[Span]) -> Spans:
    """Return the runs with a comma between verdicts that follow each other, and no blank at the end."""
    made: list[Span] = []
    for run in runs:
        last = next((one for one in reversed(made) if one.text.strip()), None)
        if run.kind in TAGS and last is not None and last.kind in TAGS:
            while not made[-1].text.strip():
                made.pop()
            made.append(Span(", "))
        made.append(run)
    while made and not made[-1].text.strip():
        made.pop()
    return tuple(made)


def _run(paragraph: Any, run: Span, size: float, language: str, color: str) -> None:
    added = paragraph.add_run()
    added.text = readable(run.text)
    font = added.font
    font.name, font.size = FONT, Pt(size)
    font.bold, font.italic = run.bold or run.kind in TAGS or run.kind == "big", run.italic
    font.color.rgb = RGBColor.from_string(TAGS.get(run.kind, color))
    added._r.get_or_add_rPr().set("lang", language)


def _box(page: Any, left: int, top: int, width: int, lines: Any, language: str, color: str) -> None:
    box = page.shapes.add_textbox(Emu(left), Emu(top), Emu(width), Inches(0.35))
    _fill(box.text_frame, lines, 12, language, color=color)


def _cards(page: Any, cards: tuple[Spans, ...], language: str) -> None:
    """Add the figures at the head of the report, beside one another."""
    gap = Inches(0.2)
    width = (WIDE - 2 * EDGE - gap * (len(cards) - 1)) // len(cards)
    for number, card in enumerate(cards):
        box = page.shapes.add_textbox(Emu(EDGE + number * (width + gap)), Inches(1.45), Emu(width), Inches(2.1))
        box.fill.solid()
        box.fill.fore_color.rgb = RGBColor.from_string(FAINT)
        kinds: list[Spans] = [
            tuple(run for run in card if run.kind == "what"),
            tuple(run for run in card if run.kind == "big"),
            _verdicts(run for run in card if run.kind in TAGS),
            tuple(run for run in card if run.kind == "more"),
        ]
        frame = box.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        for place, (line, size) in enumerate(zip(kinds, (14, 28, 13, 12), strict=True)):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            for run in line:
                _run(paragraph, run, size, language, INK)


def _chart(page: Any, chart: SlideChart, language: str) -> None:
    shown = '0.0"%"' if chart.percent else "#,##0"
    data = CategoryChartData(number_format=shown)
    data.categories = [readable(one) for one in chart.categories]
    for name, values in chart.series:
        data.add_series(readable(name), values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.across else XL_CHART_TYPE.LINE_MARKERS
    frame = page.shapes.add_chart(kind, Inches(7.2), Inches(1.45), Inches(5.55), Inches(5.3), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", readable(chart.alt))
    frame.name = readable(chart.title)
    drawn = frame.chart
    drawn.font.name, drawn.font.size, drawn.font.color.rgb = FONT, Pt(12), RGBColor.from_string(INK)
    drawn.has_title = True
    drawn.chart_title.text_frame.text = readable(chart.title)
    words = drawn.chart_title.text_frame.paragraphs[0].runs[0]
    words.font.size, words.font.bold = Pt(14), True
    words._r.get_or_add_rPr().set("lang", language)
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    numbers, groups = drawn.value_axis, drawn.category_axis
    numbers.visible, numbers.has_major_gridlines = False, False
    groups.format.line.color.rgb = RGBColor.from_string(SOFT)
    if chart.percent and chart.across:
        numbers.minimum_scale, numbers.maximum_scale = 0, 100
    elif not chart.percent:
        numbers.minimum_scale = 0
    for series, color in zip(drawn.plots[0].series, LINES, strict=False):
        _look(series, color, chart)
    _without_clock(drawn)


def _look(series: Any, color: str, chart: SlideChart) -> None:
    labels = series.data_labels
    labels.show_value = True
    labels.font.size = Pt(11)
    if chart.across:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(color)
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        return
    series.smooth = False
    series.format.line.color.rgb = RGBColor.from_string(color)
    series.format.line.width = Pt(2.5)
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = RGBColor.from_string(color)
    series.marker.format.line.color.rgb = RGBColor.from_string(color)
    labels.position = XL_LABEL_POSITION.ABOVE
    *_, before, last = next(values for name, values in chart.series if readable(name) == series.name)
    if before is not None and last is not None and last < before:
        # Above a line that falls to its last point the number would be on the line.
        label = series.points[len(chart.categories) - 1].data_label
        label.position, label.font.size = XL_LABEL_POSITION.BELOW, Pt(11)


def _without_clock(drawn: Any) -> None:
    """Take the day and hour out of the workbook that is in the chart."""
    part = drawn.part.chart_workbook.xlsx_part
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(part.blob)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, DAY.sub(b"1980-01-01T00:00:00Z", content) if name == "docProps/core.xml" else content)
    part._blob = without_days(made.getvalue())
