"""What each of the board's six slides says: passages of the report, and a chart of the figures that they name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kit.documents.blocks import (
    Box,
    DataTable,
    Document,
    DocumentPart,
    Heading,
    ListBlock,
    Paragraph,
    Span,
    Spans,
    every_block,
)
from kit.measures.breakdowns import ALL
from kit.text import decimal, listed
from kit.years import label

if TYPE_CHECKING:
    from kit.counting.figures import Figures

MOST_LINES, MOST_SERIES = 5, 2
NOTHING = "The report has nothing on this yet."
# What is on the page for other readers: places in the book, what a screen reader alone is told.
NOT_SAID = ("ref", "unseen")


@dataclass(frozen=True)
class SlideChart:
    """A chart of numbers as they are shown; None if one is not shown. `across` is set for bars of a year's groups."""

    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    percent: bool
    across: bool = False

    @property
    def alt(self) -> str:
        """The chart in words, with every number in it."""
        sign = "%" if self.percent else ""
        said = []
        for name, values in self.series:
            told = zip(self.categories, values, strict=True)
            numbers = [f"{c} {_number(v, self.percent)}{sign}" if v is not None else f"{c} not shown" for c, v in told]
            said.append(f"{name}: {listed(numbers)}.")
        return f"Chart. {self.title}. {' '.join(said)}"


@dataclass(frozen=True)
class Slide:
    """A slide: its title, its lines, the figures at the head of the summary, a chart, and its source."""

    title: str
    lines: tuple[Spans, ...]
    source: str
    cards: tuple[Spans, ...] = ()
    chart: SlideChart | None = None


def board_slides(report: Document, figures: "Figures") -> tuple[Slide, ...]:
    """Return the six slides: the summary, what got worse, what children said, challenge, the plan, what is asked."""
    summary = _chapter(report, "-start-here")
    voice, challenge, plan = (_chapter(report, name) for name in ("-childrens-voice", "-escalations", "-actions"))
    worse = _lines(_items(_box(summary, "list worse")), "list")
    return (
        Slide(
            "Summary", _lines(_paragraphs(_box(summary, "lead")), "lead"), _source("the summary"),
            tuple(item.runs for item in _items(_list(summary, "cards"))),
        ),
        Slide("What got worse", worse, _source("the summary"), chart=_by_year(_named(worse), figures, percent=True)),
        _of_chapter("What children said", voice, _by_group(voice, figures), quoted=True),
        _of_chapter("Challenge", challenge, _by_year(_named(_said(challenge)), figures, percent=False)),
        _plan(plan),
        Slide("What we ask of the Board", _lines(_items(_box(summary, "asks")), "list"), _source("the summary")),
    )  # fmt: skip


def _of_chapter(title: str, chapter: Sequence[DocumentPart], chart: SlideChart | None, quoted: bool = False) -> Slide:
    lines = _said(chapter)[: MOST_LINES - 1]
    if quoted:
        words = _paragraphs(_box(_box(chapter, "said"), "blockquote"))
        lines = [*(one.runs for one in words[:1]), *lines]
    return Slide(title, tuple(lines) or ((Span(NOTHING),),), _source(_title(chapter)), chart=chart)


def _plan(chapter: Sequence[DocumentPart]) -> Slide:
    tables = [one for one in every_block(chapter) if isinstance(one, DataTable)]
    lines: list[Spans] = []
    for row in tables[-1].rows if tables else ():
        action = tuple(replace(run, text=run.text.strip()) for run in row[0].runs if run.kind != "detail")
        state = "".join(run.text for run in row[1].runs) if len(row) > 1 else ""
        lines.append((*action, *((Span(f" ({state[:1].lower()}{state[1:]})"),) if state else ())))
    return Slide("The plan for the year ahead", tuple(lines) or ((Span(NOTHING),),), _source(_title(chapter)))


def _chapter(report: Document, name: str) -> tuple[DocumentPart, ...]:
    """Return the blocks of the chapter whose place on the page ends with the name; none if it is not in the report."""
    for block in report.blocks:
        if isinstance(block, Box) and block.kind == "chapter":
            places = [one.id for one in block.blocks if isinstance(one, Heading) and one.level == 2]
            if any(place.endswith(name) for place in places):
                return block.blocks
    return ()


def _box(blocks: Sequence[DocumentPart], kind: str) -> tuple[DocumentPart, ...]:
    found = (one for one in every_block(blocks) if isinstance(one, Box) and one.kind == kind)
    return next((box.blocks for box in found), ())


def _list(blocks: Sequence[DocumentPart], kind: str) -> tuple[DocumentPart, ...]:
    return tuple(one for one in every_block(blocks) if isinstance(one, ListBlock) and one.kind == kind)[:1]


def _items(blocks: Sequence[DocumentPart]) -> list[Paragraph]:
    """Return the first paragraph of each item of the lists among the blocks."""
    lists = (one for one in every_block(blocks) if isinstance(one, ListBlock))
    return [item[0] for one in lists for item in one.items if item and isinstance(item[0], Paragraph)]


def _paragraphs(blocks: Sequence[DocumentPart]) -> list[Paragraph]:
    return [one for one in blocks if isinstance(one, Paragraph)]


def _said(chapter: Sequence[DocumentPart]) -> list[Spans]:
    """Return the sentences under a chapter's own heading."""
    return [one.runs for one in _paragraphs(chapter) if one.kind == "sentence"]


def _lines(paragraphs: Sequence[Paragraph], kind: str) -> tuple[Spans, ...]:
    """Return so many lines as a slide holds, and how many more are in the report."""
    lines = [one.runs for one in paragraphs]
    if len(lines) > MOST_LINES and kind == "list":
        more = len(lines) - MOST_LINES
        lines = [*lines[:MOST_LINES], (Span(f"{more} more {'is' if more == 1 else 'are'} in the report."),)]
    return tuple(lines) or ((Span(NOTHING),),)


def _title(chapter: Sequence[DocumentPart]) -> str:
    kickers = [one.runs for one in chapter if isinstance(one, Paragraph) and one.kind == "kicker"]
    headings = [one.runs for one in chapter if isinstance(one, Heading)]
    found = [*kickers, *headings][:1]
    return f"chapter {''.join(run.text for run in found[0])}" if found else "the report"


def _source(where: str) -> str:
    return f"Source: the annual report, {where}. Each number is in figures.csv, and in the figures book with its table."


def _named(lines: Sequence[Spans]) -> list[str]:
    """Return the measures to whose tables the lines lead, in order."""
    links = (run.link for line in lines for run in line if run.kind == "ref")
    return list(dict.fromkeys(link.partition("#")[2] for link in links))


def _by_year(names: Sequence[str], figures: "Figures", *, percent: bool) -> SlideChart | None:
    """Return the years of the first of the measures that are percentages, otherwise of the first count."""
    known = [figures.measures[name] for name in names if name in figures.measures]
    wanted = [one for one in known if (one.percent if percent else one.kind == "count")]
    rows = {(r["measure"], r["year"]): r for r in figures.results.filter(breakdown=ALL).iter_rows(named=True)}
    series: list[tuple[str, tuple[float | None, ...]]] = []
    for measure in wanted:
        values = tuple(_shown(rows.get((measure.name, year.year)), percent) for year in figures.years)
        if sum(value is not None for value in values) > 1 and len(series) < (MOST_SERIES if percent else 1):
            series.append((measure.title, values))
    if not series:
        return None
    names_shown = listed([name for name, _ in series])
    years = tuple(label(year.year) for year in figures.years)
    return SlideChart(f"{names_shown}, by year", years, tuple(series), percent)


def _by_group(chapter: Sequence[DocumentPart], figures: "Figures") -> SlideChart | None:
    """Return the year's answers to each question, if the chapter says them; otherwise the years of its first share."""
    names = _named(_said(chapter))
    for name in names:
        rows = figures.results.filter(measure=name, year=figures.year, breakdown="question")
        found = [(r["category"], _shown(r, True)) for r in rows.sort("value", nulls_last=True).iter_rows(named=True)]
        shown = [(category, value) for category, value in found if value is not None]
        if len(shown) > 1 and figures.measures[name].percent:
            title = f"{figures.measures[name].title}, {label(figures.year)}"
            groups, values = zip(*shown, strict=True)
            return SlideChart(title, groups, ((label(figures.year), values),), percent=True, across=True)
    return _by_year(names, figures, percent=True)


def _shown(row: Mapping[str, Any] | None, percent: bool) -> float | None:
    """Return a number as it is shown, and no more of it."""
    if row is None or row["value"] is None:
        return None
    return float(_number(row["value"], percent).replace(",", ""))


def _number(value: float, percent: bool) -> str:
    return decimal(value) if percent or value % 1 else f"{int(value):,}"


def spoken(line: Spans) -> Iterator[Span]:
    """Yield what a slide says of a line of the report."""
    for run in line:
        if run.kind not in NOT_SAID:
            yield run
