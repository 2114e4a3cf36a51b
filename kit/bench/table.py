"""The table of a bench: what was measured beside what it may be, kept with the machine."""

import csv
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import median

from rich.table import Table

from kit.bench.work import Took, load

HEADINGS = ["what", "measured", "lowest to highest", "limit", "kept", "how"]
Limit = int | float | Fraction | None
# A limit such as 1/6 is shown as it is said.
MOST_DENOMINATOR = 100


@dataclass(frozen=True)
class Line:
    """One thing measured: the median of its runs, the lowest and highest, and what it may be at most (or at least).

    `value` is None if it could not be measured; `how` then says why.
    """

    what: str
    value: float | None
    unit: str
    limit: str
    kept: bool | None
    how: str
    lowest: float | None = None
    highest: float | None = None


def measured(what: str, values: list[float], unit: str, most: Limit = None, least: Limit = None, how: str = "") -> Line:
    """Return the line of what `values` were measured; `most` or `least` is the limit of their median."""
    value = median(values)
    limit = f"at most {_said(most)}" if most is not None else f"at least {_said(least)}" if least is not None else ""
    kept = value <= most if most is not None else value >= least if least is not None else None
    return Line(
        what,
        value,
        unit,
        limit,
        kept,
        how or (f"median of {len(values)} runs" if values[1:] else "one run"),
        min(values),
        max(values),
    )


def skipped(what: str, unit: str, most: Limit = None, least: Limit = None, *, why: str) -> Line:
    """Return the line of what could not be measured, which says why."""
    return Line(what, None, unit, measured(what, [0], unit, most, least).limit, None, f"skipped: {why}")


def timed(what: str, took: list[Took], how: str = "") -> list[Line]:
    """Return the lines of the seconds and of the processor time of what was timed."""
    return _both(what, [(one.seconds, one.processor) for one in took], "s", None, how)


def compared(what: str, took: list[Took], units: list[Took], most: Limit = None) -> list[Line]:
    """Return the lines of what was timed as a multiple of something else, run by run: `most` is a limit of seconds."""
    pairs = zip(took, units, strict=True)
    shares = [(a.seconds / b.seconds, a.processor / b.processor if b.processor else 0) for a, b in pairs]
    return _both(what, shares, "times", most, "")


def _both(what: str, values: list[tuple[float, float]], unit: str, most: Limit, how: str) -> list[Line]:
    seconds, processor = ([pair[n] for pair in values] for n in (0, 1))
    name, why = f"{what}, processor time", "this system does not say"
    second = measured(name, processor, unit, how=how) if all(processor) else skipped(name, unit, why=why)
    return [measured(what, seconds, unit, most, how=how), second]


def ratios(values: Iterable[float], units: Iterable[float]) -> list[float]:
    """Return each value as a multiple of its unit."""
    return [value / unit for value, unit in zip(values, units, strict=True)]


def machine() -> dict[str, str]:
    """Return what the figures depend on: the machine, and how many processes had work for it just before."""
    return {
        "cores": str(os.cpu_count()),
        "load_before": f"{load():.1f}" if load() else "",
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def keep(lines: list[Line], folder: Path, on: date, where: dict[str, str], parts: Iterable[str] = ()) -> Path:
    """Write the lines and the machine as `<date>.csv`, or `<date>-<parts>.csv` of some parts alone, and return it.

    Beside it is the table as Markdown, as in docs/speed.md. A second bench of a day takes the place of the first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{'-'.join([on.isoformat(), *parts])}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [*(f.name for f in fields(Line)), *where], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(line) | where for line in lines)
    rows = [HEADINGS, ["---"] * len(HEADINGS), *map(cells, lines)]
    text = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    path.with_suffix(".md").write_text(text, encoding="utf-8", newline="\n")
    return path


def cells(line: Line) -> list[str]:
    """Return what a table shows of a line, by `HEADINGS`."""
    shown = "" if line.value is None else f"{line.value:.2f} {line.unit}"
    span = "" if line.lowest == line.highest else f"{line.lowest:.2f} to {line.highest:.2f}"
    return [line.what, shown, span, line.limit, {True: "yes", False: "NO", None: ""}[line.kept], line.how]


def _said(limit: Limit) -> str:
    return str(Fraction(limit or 0).limit_denominator(MOST_DENOMINATOR))


def bench_table(lines: Iterable[Line], where: Mapping[str, str]) -> Table:
    """Return what a bench measured beside what it may be, and on which machine."""
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in where.items() if value)
    table = Table(title="Bench", caption=f"Measured on: {said}")
    for heading in HEADINGS:
        number = heading in ("measured", "lowest to highest")
        table.add_column(heading, justify="right" if number else "left", overflow="fold")
    for line in lines:
        table.add_row(*cells(line))
    return table
