"""Charts of protected results as static SVG. The only module that knows Altair.

A chart is given the figures that it draws and nothing else. What is hidden or missing is a gap with its word.
Colours are the Analysis Function's; words in a chart are dark, never in a series' colour.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from kit.breakdowns import Breakdown
from kit.content import Chart, Figure
from kit.describing import (
    axis,
    band_words,
    groups_words,
    months_words,
    point,
    short_month,
    signs_words,
    span,
    trend_words,
)
from kit.measures import Measure
from kit.svg import accessible
from kit.wording import source_notes
from kit.words import by_words, listed
from kit.years import label

if TYPE_CHECKING:
    from kit.bands import Band
    from kit.targets import Target

NOW, EARLIER, TARGET, EDGE = "#12436D", "#2073BC", "#801650", "#F46A25"
DARK, TEXT, FAINT = "#3D3D3D", "#0b0c0c", "#d9dcde"
FONT = "Arial, Helvetica, sans-serif"
WIDTH = 520
CONFIG = {
    "font": FONT,
    "aria": False,
    "background": "#ffffff",
    "padding": {"left": 4, "right": 8, "top": 12, "bottom": 4},
    "view": {"continuousWidth": 300, "continuousHeight": 300, "stroke": None},
    "text": {"fontSize": 14},
    "axis": {"labelFontSize": 14, "labelColor": TEXT, "labelPadding": 6, "domainColor": DARK},
}


@debug_mode(False)
def trend(
    measure: Measure, figures: Sequence[Figure], target: "Target | None" = None, band: "Band | None" = None
) -> Chart:
    """Return the measure by year: bars for a count, else points and a line with 95% intervals; a `band` is shaded."""
    years = [label(f.year) for f in figures]
    width = max(WIDTH, 76 * len(years))
    changed = [label(y) for y, _ in source_notes(measure, figures)]
    rows = [point(measure, f, x=label(f.year)) | {"cut": label(f.year) in changed} for f in figures]
    low, high, words = axis(measure, figures, target, band)
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    x = alt.X("x:N", sort=years, axis=alt.Axis(title=None, labelAngle=0), scale=alt.Scale(padding=0.3))
    y = alt.Y("value:Q", scale=scale, axis=_value_axis(measure))
    base = alt.Chart(_data(rows))
    if measure.kind == "count":
        colour = alt.condition(alt.datum.x == years[-1], alt.value(NOW), alt.value(EARLIER))
        marks = [base.mark_bar().encode(x=x, y=y, color=colour)]
        label_at = "value"
    else:
        marks = [
            base.mark_line(color=NOW, strokeWidth=2).encode(x=x, y=y, detail=alt.Detail("run:N")),
            base.mark_rule(color=NOW, strokeWidth=1).encode(x=x, y=alt.Y("low:Q", scale=scale), y2=alt.Y2("high:Q")),
            base.mark_point(color=NOW, filled=True, opacity=1, size=70).encode(x=x, y=y),
        ]
        label_at = "high"
    if target is not None:
        marks = [*_target(measure, target, scale, width), *marks]
    if band is not None:
        marks = [*_band(band, scale, width), *marks]
    marks += _labels(rows, x, scale, label_at, target, high - low)
    marks.append(_gaps(rows, x))
    marks += _new_sources(changed, x, width / len(years) / 2)
    title = f"{measure.title}, {span(figures)}"
    if changed:
        words += f". The source changed in {listed(changed)}"
    return _chart(
        alt.layer(*marks).properties(width=width, height=240),
        title + words,
        trend_words(measure, figures, target) + band_words(band),
        figures,
    )


@debug_mode(False)
def months(measure: Measure, now: Sequence[Figure], before: Sequence[Figure], band: "Band | None" = None) -> Chart:
    """Return a line through the year's months or quarters, with that of the year before dashed beneath it."""
    names = [short_month(f.category) for f in now]
    shown = [f for f in [*now, *before] if f.value is not None]
    low, high, words = axis(measure, shown, band=band)
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    x = alt.X("x:N", sort=names, axis=alt.Axis(title=None, labelAngle=0, ticks=False), scale=alt.Scale(padding=0.3))
    rows = [point(measure, f, x=short_month(f.category)) for f in now]
    earlier = [point(measure, f, x=name) for f, name in zip(before, names, strict=False)]
    y = alt.Y("value:Q", scale=scale, axis=_value_axis(measure))
    base = alt.Chart(_data(rows))
    marks = _band(band, scale, WIDTH) if band is not None else []
    if any(r["value"] is not None for r in earlier):
        old = alt.Chart(_data(earlier))
        marks.append(
            old.mark_line(color=DARK, strokeWidth=1.5, strokeDash=[4, 3]).encode(x=x, y=y, detail=alt.Detail("run:N"))
        )
    marks += [
        base.mark_rule(color=NOW, strokeWidth=1).encode(x=x, y=alt.Y("low:Q", scale=scale), y2=alt.Y2("high:Q")),
        base.mark_line(color=NOW, strokeWidth=2.5).encode(x=x, y=y, detail=alt.Detail("run:N")),
        base.mark_point(color=NOW, filled=True, opacity=1, size=50).encode(x=x, y=y),
        _gaps(rows, x),
    ]
    there = [r for r in rows if r["value"] is not None]
    if there:
        most, least = max(there, key=lambda r: r["value"]), min(there, key=lambda r: r["value"])
        marks += [_words([most], x, scale, "high", -9), _words([least], x, scale, "low", 15)]
    marks += _line_ends(rows, earlier, now, before, scale, high - low)
    title = f"{measure.title} by {'quarter' if names[0].startswith('Q') else 'month'}, {now[0].when}"
    if any(r["value"] is not None for r in earlier):
        title += f" and {label(before[0].year)} (dashed)"
    return _chart(
        alt.layer(*marks).properties(width=WIDTH, height=240),
        title + words,
        months_words(measure, now) + band_words(band),
        [*now, *before],
    )


@debug_mode(False)
def groups(measure: Measure, by: Breakdown, now: Sequence[Figure], before: Sequence[Figure]) -> Chart:
    """Return a row for each category: this year's bar or point with its 95% interval, last year's mark."""
    names = [f.category for f in now]
    rows = [point(measure, f, x=f.category) for f in now]
    earlier = [point(measure, f, x=f.category) for f in before if f.value is not None]
    low, high, words = axis(measure, [*now, *before])
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    y = alt.Y(
        "x:N",
        sort=names,
        axis=alt.Axis(title=None, labelLimit=300, domain=False, ticks=False, grid=False),
        scale=alt.Scale(padding=0.25),
    )
    x = alt.X("value:Q", scale=scale, axis=_value_axis(measure))
    base = alt.Chart(_data(rows))
    marks = []
    if measure.kind == "count":
        marks.append(base.mark_bar(color=NOW).encode(x=x, y=y))
    else:
        marks.append(
            base.mark_rule(color=NOW, strokeWidth=1.5).encode(x=alt.X("low:Q", scale=scale), x2=alt.X2("high:Q"), y=y)
        )
    if earlier:
        old = alt.Chart(_data(earlier))
        mark = (
            old.mark_tick(color=EDGE, opacity=1, thickness=4, size=20)
            if measure.kind == "count"
            else old.mark_point(color=DARK, filled=False, shape="diamond", size=70, opacity=1, fill="#ffffff")
        )
        marks.append(mark.encode(x=x, y=y))
    if measure.kind != "count":
        marks.append(base.mark_point(color=NOW, filled=True, opacity=1, size=80).encode(x=x, y=y))
    # What the categories' names and the values' words leave of the whole width, at about 7.3 pixels a letter.
    letters = max(len(name) for name in names) + max(len(r["side"]) for r in rows)
    width = max(160, WIDTH + 150 - 7.3 * letters)
    marks.append(base.mark_text(align="left", color=TEXT).encode(x=alt.value(width + 12), y=y, text=alt.Text("side:N")))
    chart = alt.layer(*marks).properties(width=width, height=alt.Step(26))
    title = f"{by_words(measure, by)}, {now[0].when}{signs_words(measure, now, earlier)}{words}"
    return _chart(chart, title, groups_words(measure, now), [*now, *before])


def _data(rows: list[dict[str, Any]]) -> alt.InlineData:
    run, out = 0, []
    for row in rows:
        run += row["value"] is None or row.get("cut", False)
        out.append(row | {"run": run})
    # Altair copies a chart whenever it is layered or set up, list by list; what is in a tuple it leaves alone.
    return alt.InlineData(values=tuple(out))


def _labels(
    rows: list[dict[str, Any]], x: Any, scale: Any, above: str, target: "Target | None", span: float
) -> list[Any]:
    """Return the values in words above their marks, or below where they would stand on the target's line."""
    low = [r for r in rows if target and r["value"] is not None and 0 <= target.value - r["high"] < span * 0.12]
    high = [r for r in rows if r not in low]
    return [_words(high, x, scale, above, -9), _words(low, x, scale, "low", 15)]


def _words(rows: list[dict[str, Any]], x: Any, scale: Any, at: str, dy: int) -> Any:
    """Return the values in words, with a white edge so that they can be read on a line."""
    words = alt.Chart(_data(rows)).encode(x=x, y=alt.Y(f"{at}:Q", scale=scale), text=alt.Text("words:N"))
    edge = words.mark_text(dy=dy, stroke="#ffffff", strokeWidth=4, fontWeight="bold")
    return edge + words.mark_text(dy=dy, color=TEXT, fontWeight="bold")


def _gaps(rows: list[dict[str, Any]], x: Any) -> alt.Chart:
    missing = [r for r in rows if r["gap"]]
    return (
        alt.Chart(_data(missing))
        .mark_text(color=DARK, baseline="bottom")
        .encode(x=x, y=alt.value(234), text=alt.Text("gap:N"))
    )


def _new_sources(years: Sequence[str], x: Any, half: float) -> list[alt.Chart]:
    """Return an upright line before each year from which the source is another, with its word above."""
    base = alt.Chart(alt.InlineData(values=[{"x": year} for year in years])).encode(x=x)
    rule = base.mark_rule(color=DARK, strokeDash=[2, 3], xOffset=-half)
    words = base.mark_text(color=DARK, xOffset=-half, fontStyle="italic", text="source changed")
    return [rule, words.encode(y=alt.value(-8))] if years else []


def _target(measure: Measure, target: "Target", scale: Any, width: float) -> list[alt.Chart]:
    words = f"Target {target.value:g}{'%' if measure.percent else ''}"
    data = alt.InlineData(values=[{"value": target.value, "words": words}])
    y = alt.Y("value:Q", scale=scale)
    return [
        alt.Chart(data).mark_rule(color=TARGET, strokeDash=[6, 4], strokeWidth=1.5).encode(y=y),
        alt.Chart(data)
        .mark_text(align="left", color=TEXT)
        .encode(x=alt.value(width + 8), y=y, text=alt.Text("words:N")),
    ]


def _band(band: "Band", scale: Any, width: float) -> list[alt.Chart]:
    """Return the shaded band from edge to edge of the chart, behind everything else."""
    data = alt.InlineData(values=[{"least": band.least, "most": band.most}])
    y, y2 = alt.Y("least:Q", scale=scale), alt.Y2("most:Q")
    return [alt.Chart(data).mark_rect(color=FAINT, opacity=0.7).encode(x=alt.value(0), x2=alt.value(width), y=y, y2=y2)]


def _line_ends(
    rows: list[dict[str, Any]],
    earlier: list[dict[str, Any]],
    now: Sequence[Figure],
    before: Sequence[Figure],
    scale: Any,
    span: float,
) -> list[alt.Chart]:
    ends = []
    for series, figures, weight in ((rows, now, "bold"), (earlier, before, "normal")):
        values = [r["value"] for r in series if r["value"] is not None]
        if values:
            ends.append({"at": values[-1], "words": label(figures[0].year), "weight": weight})
    if len(ends) == 2 and abs(ends[0]["at"] - ends[1]["at"]) < span * 0.08:
        middle = (ends[0]["at"] + ends[1]["at"]) / 2
        above = 0 if ends[0]["at"] >= ends[1]["at"] else 1
        ends[above]["at"], ends[1 - above]["at"] = middle + span * 0.04, middle - span * 0.04
    return [
        alt.Chart(alt.InlineData(values=[{"at": end["at"], "words": end["words"]}]))
        .mark_text(align="left", color=TEXT, fontWeight=end["weight"])
        .encode(x=alt.value(WIDTH + 6), y=alt.Y("at:Q", scale=scale), text=alt.Text("words:N"))
        for end in ends
    ]


def _value_axis(measure: Measure) -> alt.Axis:
    show = "format(datum.value, ',') + '%'" if measure.percent else "format(datum.value, ',')"
    looks: dict[str, Any] = {"domain": False, "ticks": False, "grid": True, "gridColor": FAINT, "labelColor": DARK}
    return alt.Axis(title=None, labelExpr=show, labelFlush=False, tickCount=5, **looks)


def _chart(chart: Any, title: str, description: str, figures: Sequence[Figure]) -> Chart:
    # Comparing it with Vega-Lite's schema would take as long as drawing it. The tests do.
    specification = chart.to_dict(validate=False) | {"config": CONFIG}
    svg = vl_convert.vegalite_to_svg(specification, format_locale="en-GB", time_format_locale="en-GB")
    return Chart(title, description, accessible(svg, title, description), tuple(f.key for f in figures))
