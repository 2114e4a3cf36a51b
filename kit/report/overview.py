"""What a report can be asked: its methods, and its measures by chapter, as `report` alone shows them in a notebook."""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill
from typing import Any

from kit.notebooks.chapters import FIRST, LAST, Chapter

WIDTH = 110


def overview(report: Any) -> str:
    """Return in lines whose `report` it is, each method with what it gives, and every measure's name."""
    figures = report.figures
    return "\n".join(
        [
            f"The report of {figures.settings.name} for {figures.years[-1].label}: {len(report.measures)} measures, "
            f"{figures.results.height:,} figures.",
            "",
            "What it can be asked:",
            *_methods(type(report)),
            "report.figures.results",
            "    every figure that may be shown, as a polars table",
            'report.measures["reviews_on_time"]',
            "    what is declared of a measure: its title, breakdowns, source and more",
            "",
            "Measures by chapter:",
            *_measures(report.chapters, report.measures),
        ]
    )


def _methods(kind: type) -> Iterator[str]:
    for name, method in (pair for one in kind.__mro__ for pair in vars(one).items()):
        if inspect.isfunction(method) and not name.startswith("_"):
            given = [str(one.replace(annotation=one.empty)) for one in inspect.signature(method).parameters.values()]
            yield f"report.{name}({', '.join(given[1:])})"
            first = (inspect.getdoc(method) or "").partition("\n")[0]
            yield f"    {first.removeprefix('Return ').rstrip('.')}"


def _measures(chapters: Sequence[Chapter], measures: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the measures of each chapter, each in the first chapter that shows it; then of all others."""
    left = set(measures)
    for chapter in chapters:
        if chapter.name not in (*FIRST, *LAST):
            names = [name for name in dict.fromkeys(name for name, _ in chapter.shown) if name in left]
            left -= set(names)
            yield from _paragraph(chapter.title, names)
    yield from _paragraph("In no chapter of their own", sorted(left))


def _paragraph(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield title
        yield fill(", ".join(names), WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False)
