"""The small charts of the report that a board reads: years on one scale, and bars in order of size.

Each is as narrow as the screen of a phone, so that it is read there as it is, and several are side by side elsewhere.
"""

from collections.abc import Sequence
from typing import Any

from kit.chapters.charts.charts import FAINT, NOW, TARGET
from kit.chapters.charts.descriptions import axis
from kit.chapters.charts.drawing import Drawing
from kit.chapters.charts.letter_widths import in_lines, widest, width_of
from kit.chapters.charts.marks import (
    DARK,
    TEXT,
    Spec,
    data_of,
    layer,
    line,
    number_of,
    number_scale,
    places_of,
    room_of,
    with_room,
    words_of,
)
from kit.chapters.text.findings import Finding, clause
from kit.chapters.text.values import SHORT, by_words, span, target_text, value_text
from kit.extracts.codes import NOT_RECORDED
from kit.figures.figure import Figure
from kit.measures.breakdowns import Breakdown
from kit.measures.measure import Measure
from kit.text import month
from kit.years import label

# Pixels: the plot, a bar with the name above it, and how many names of a breakdown a chart has room for.
WIDTH, HEIGHT, STEP, MOST_BARS = 270, 120, 42, 10
LIGHT = "#6BACE6"
# These are in their own order; all others go by size.
IN_OWN_ORDER = (
    "age_band", "age_band_all", "apps", "health_age", "month", "months_in_care", "number_of_iros", "occasion",
    "quality_score", "quarter", "stage_raised", "stage_resolved", "time_open", "wave", "week", "years_in_care",
    "care_plan_delay",
)  # fmt: skip


def years(told: Sequence[Finding]) -> list[Drawing]:
    """Return a chart of the years for each measure; those in percent have one scale."""
    shares = [one for one in told if one.measure.percent]
    values = [f.value for one in shares for f in one.wholes if f.value is not None]
    values += [one.target.value for one in shares if one.target]
    low = 50.0 if min(values, default=0.0) >= 60 else 0.0
    low = 80.0 if min(values, default=0.0) >= 84 else low
    ends = (low, 100.0 if max(values, default=0.0) > 25 else 25.0)
    return [_years(one, *(ends if one in shares else axis(one.measure, one.wholes, one.target)[:2])) for one in told]


def _years(told: Finding, low: float, high: float) -> Drawing:
    measure, figures = told.measure, told.wholes
    names = [label(f.year)[2:] for f in figures]
    rows = [_point(measure, f, name) for f, name in zip(figures, names, strict=True)]
    scale = number_scale(low, high)
    x = places_of("x", names, 0.3, {"labelAngle": 0, "ticks": False, "domainColor": FAINT})
    foot = {"title": None, "values": [low, high], "labelExpr": _ends(measure), "domain": False, "ticks": False}
    y = number_of("value", scale, axis=foot | {"grid": True, "gridColor": FAINT, "labelColor": DARK})
    data = data_of(rows)
    if measure.kind == "count":
        shade = {"condition": {"test": f"(datum.x === '{names[-1]}')", "value": NOW}, "value": LIGHT}
        marks = [layer(data, {"type": "bar"}, x=x, y=y, color=shade)]
    else:
        dot = {"type": "point", "color": NOW, "filled": True, "opacity": 1, "size": 45}
        marks = [line(data, {"color": NOW, "strokeWidth": 2.5}, x=x, y=y), layer(data, dot, x=x, y=y)]
    if told.target is not None:
        aim = {"type": "rule", "color": TARGET, "strokeDash": [6, 4], "strokeWidth": 1.5}
        marks.insert(0, layer({"values": [{"value": told.target.value}]}, aim, y=number_of("value", scale)))
    said = [r for r in rows if r["words"] and r["x"] in _spoken(told, names)]
    above = [r for r in said if r["value"] < low + 0.85 * (high - low)]
    marks += [_value(above, x, scale, -11), _value([r for r in said if r not in above], x, scale, 15)]
    gaps = data_of([r for r in rows if r["gap"]])
    word = {"type": "text", "color": DARK, "fontSize": 12, "angle": 270, "align": "left"}
    marks.append(layer(gaps, word, x=x, y={"value": {"expr": "height - 4"}}, text=words_of("gap")))
    ends = widest([_number(measure, n) for n in (low, high)])
    goal = f"; dashed: target {target_text(measure, told.target.value)}" if told.target else ""
    under = f"{span(figures)}{goal}"
    room = room_of(left=6 + ends, right=6, top=12)
    whole = with_room({"layer": marks, "width": WIDTH, "height": HEIGHT}, room)
    return Drawing(whole, measure.title, _years_words(told), tuple(figures), under)


def bars(
    measure: Measure,
    by: Breakdown,
    now: Sequence[Figure],
    before: Sequence[Figure],
    stacked: tuple[str, str] | None = None,
) -> Drawing:
    """Return a bar for each category of the year, in order of size, with the year before's value in numbers.

    With `stacked`, the words for what a share counts and for the rest, each bar is whole: both are drawn.
    """
    old = {f.category: f for f in before}
    pairs = [
        (f, old.get(f.category)) for f in now if f.value or f.note == "suppressed" or _value_of(old.get(f.category))
    ]
    if by.name not in IN_OWN_ORDER:
        pairs.sort(key=lambda pair: (pair[0].category == NOT_RECORDED, -_value_of(pair[0])))
    shown, left = pairs[:MOST_BARS], len(pairs) - MOST_BARS
    rows: list[dict[str, Any]] = [
        {
            "x": str(n),
            "value": _value_of(f),
            "name": in_lines(month(f.category), WIDTH + 40)[0],
            "words": _beside(measure, f, b),
            "whole": 100.0 if f.value is not None else 0.0,
        }
        for n, (f, b) in enumerate(shown)
    ]
    right = widest([row["words"] for row in rows])
    high = 100.0 if measure.percent else max((row["value"] for row in rows), default=0) or 1.0
    width = max(90.0, WIDTH + 60 - right)
    scale = number_scale(0, high)
    y = places_of("x", [row["x"] for row in rows], 0, {"labels": False, "domain": False, "ticks": False, "grid": False})
    no_axis = {"title": None, "labels": False, "domain": False, "ticks": False, "grid": False}
    x = number_of("value", scale, axis=no_axis)
    data = data_of(rows)
    name = {"type": "text", "align": "left", "dy": -9, "color": TEXT}
    value = {"type": "text", "align": "left", "dx": 6, "dy": 9, "color": TEXT, "fontWeight": "bold"}
    marks = [
        layer(data, {"type": "bar", "color": NOW, "size": 15, "yOffset": 9}, x=x, y=y),
        layer(data, name, x={"value": 0}, y=y, text=words_of("name")),
        layer(data, value, x=number_of("whole" if stacked else "value", scale), y=y, text=words_of("words")),
    ]
    if stacked:
        all_of_it = number_of("whole", scale, axis=no_axis)
        marks.insert(0, layer(data, {"type": "bar", "color": LIGHT, "size": 15, "yOffset": 9}, x=all_of_it, y=y))
    under = now[0].when
    if any(b is not None and b.value is not None for _, b in shown):
        under += f"; in brackets: {label(now[0].year - 1)}"
    if stacked:
        under = f"Dark: {stacked[0]}; light: {stacked[1]}; {under}"
    if left > 0:
        under += f"; {left} more in the figures book"
    names = max((width_of(row["name"]) for row in rows), default=0)
    room = room_of(left=0, right=max(right + 6, names - width), top=0) | {"bottom": 4}
    whole = with_room({"layer": marks, "width": width, "height": {"step": STEP}}, room)
    return Drawing(whole, by_words(measure, by), _bars_words(measure, by, shown), (*now, *before), under)


def _point(measure: Measure, figure: Figure, name: str) -> dict[str, Any]:
    there = figure.value is not None
    words = value_text(measure, figure) if there else ""
    return {
        "x": name,
        "value": figure.value,
        "words": words,
        "gap": "" if there else SHORT.get(figure.note, "not known"),
    }


def _spoken(told: Finding, names: Sequence[str]) -> set[str]:
    """Return the years whose values are written: the last, the one it is compared with, and the first."""
    shown = [name for name, f in zip(names, told.wholes, strict=True) if f.value is not None]
    then = label(told.then.year)[2:] if told.then else ""
    return {*shown[:1], names[-1], then} - (
        {shown[0]} if len(shown) > 1 and then == shown[1] and len(names) > 4 else set()
    )


def _value(rows: list[dict[str, Any]], x: Spec, scale: Spec, dy: int) -> Spec:
    """Return values in words, with a white edge so that they can be read on a line."""
    channels = {"x": x, "y": number_of("value", scale), "text": words_of("words")}
    word = {"type": "text", "dy": dy, "fontWeight": "bold"}
    looks = ({"stroke": "#ffffff", "strokeWidth": 4}, {"color": TEXT})
    return {"data": data_of(rows), "layer": [{"mark": word | look, "encoding": channels} for look in looks]}


def _ends(measure: Measure) -> str:
    return "format(datum.value, ',') + '%'" if measure.percent else "format(datum.value, ',')"


def _number(measure: Measure, number: float) -> str:
    return f"{number:,g}{'%' if measure.percent else ''}"


def _value_of(figure: Figure | None) -> float:
    return (figure.value or 0.0) if figure is not None else 0.0


def _beside(measure: Measure, now: Figure, before: Figure | None) -> str:
    then = f" ({value_text(measure, before)})" if before is not None and before.value is not None else ""
    return value_text(measure, now) + then


def _years_words(told: Finding) -> str:
    goal = f"; the target is {target_text(told.measure, told.target.value)}" if told.target else ""
    return f"{told.measure.title}: {told.text(told.now)}{clause(told, told.then, told.verdict.back)}{goal}."


def _bars_words(measure: Measure, by: Breakdown, pairs: Sequence[tuple[Figure, Figure | None]]) -> str:
    known = sorted((f for f, _ in pairs if f.value is not None), key=lambda f: -_value_of(f))
    parts = [f"{month(f.category)} {value_text(measure, f)}" for f in known[:2]]
    return f"{by_words(measure, by)}: {', '.join(parts)}."
