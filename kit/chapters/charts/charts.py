"""Charts of protected results: what is in each, in Vega-Lite's words.

A chart is given the figures that it draws and nothing else. What is hidden or missing is a gap with its word.
Colours are the Analysis Function's; words in a chart are dark, never in a series' colour.
"""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from kit.chapters.charts.descriptions import (
    axis,
    band_words,
    groups_words,
    months_words,
    point,
    short_month,
    signs_words,
    trend_words,
)
from kit.chapters.charts.drawing import Drawing
from kit.chapters.charts.letter_widths import STAND_IN, widest, width_of
from kit.chapters.charts.marks import (
    DARK,
    LABEL_PADDING,
    NO_LIMIT,
    TEXT,
    Spec,
    data_of,
    layer,
    line,
    number_of,
    number_scale,
    places_of,
    room_of,
    ticks,
    with_room,
    words_of,
)
from kit.chapters.text.sentences import source_notes
from kit.chapters.text.values import by_words, span
from kit.figures.figure import Figure
from kit.measures.breakdowns import Breakdown
from kit.measures.measure import Measure
from kit.text import listed
from kit.years import label

if TYPE_CHECKING:
    from kit.measures.law import Band
    from kit.settings.targets import Target

NOW, EARLIER, TARGET, EDGE = "#12436D", "#2073BC", "#801650", "#F46A25"
FAINT = "#d9dcde"
WIDTH, HEIGHT = 520, 240
# Pixels: between the plot and words beside it, for words above its marks and above that.
BESIDE, ABOVE, WORDS_ABOVE = 10, 8, 8
AT_THE_RIGHT: Spec = {"value": {"expr": f"width + {BESIDE}"}}  # however wide an analyst makes the plot
LONGEST_NAME = 320


def trend(
    measure: Measure, figures: Sequence[Figure], target: "Target | None" = None, band: "Band | None" = None
) -> Drawing:
    """Return the measure by year: a count as bars, others as points and a line with intervals; a `band` is shaded."""
    years = [label(f.year) for f in figures]
    width = max(WIDTH, 76 * len(years))
    changed = [label(y) for y, _ in source_notes(measure, figures)]
    rows = [point(measure, f, x=label(f.year)) | {"cut": label(f.year) in changed} for f in figures]
    low, high, words = axis(measure, figures, target, band)
    scale = number_scale(low, high)
    x = places_of("x", years, 0.3, {"labelAngle": 0})
    y = number_of("value", scale, axis=_value_axis(measure, low, high))
    data = data_of(rows)
    if measure.kind == "count":
        is_now = {"test": f"(datum.x === '{years[-1]}')", "value": NOW}
        marks = [layer(data, {"type": "bar"}, x=x, y=y, color={"condition": is_now, "value": EARLIER})]
        label_at = "value"
    else:
        marks = [
            line(data, {"color": NOW, "strokeWidth": 2}, x=x, y=y),
            _intervals(data, x, scale),
            layer(data, {"type": "point", "color": NOW, "filled": True, "opacity": 1, "size": 70}, x=x, y=y),
        ]
        label_at = "high"
    if target is not None:
        marks = [*_target(measure, target, scale), *marks]
    if band is not None:
        marks = [*_band(band, scale), *marks]
    marks += _labels(rows, x, scale, label_at, target, high - low)
    marks.append(_gaps(rows, x))
    marks += _new_sources(changed, x, len(years))
    title = f"{measure.title}, {span(figures)}"
    if changed:
        words += f". The source changed in {listed(changed)}"
    right = BESIDE + width_of(_target_words(measure, target)) if target is not None else 0
    return _chart(
        {"layer": marks, "width": width, "height": HEIGHT},
        room_of(left=_value_room(measure, low, high), right=right, top=ABOVE + (WORDS_ABOVE if changed else 0)),
        title + words,
        trend_words(measure, figures, target) + band_words(band),
        figures,
    )


def months(measure: Measure, now: Sequence[Figure], before: Sequence[Figure], band: "Band | None" = None) -> Drawing:
    """Return a line through the year's months or quarters, with that of the year before dashed beneath it."""
    names = [short_month(f.category) for f in now]
    shown = [f for f in [*now, *before] if f.value is not None]
    low, high, words = axis(measure, shown, band=band)
    scale = number_scale(low, high)
    x = places_of("x", names, 0.3, {"labelAngle": 0, "ticks": False})
    rows = [point(measure, f, x=short_month(f.category)) for f in now]
    earlier = [point(measure, f, x=name) for f, name in zip(before, names, strict=False)]
    y = number_of("value", scale, axis=_value_axis(measure, low, high))
    data = data_of(rows)
    marks = _band(band, scale) if band is not None else []
    if any(r["value"] is not None for r in earlier):
        marks.append(line(data_of(earlier), {"color": DARK, "strokeWidth": 1.5, "strokeDash": [4, 3]}, x=x, y=y))
    marks += [
        _intervals(data, x, scale),
        line(data, {"color": NOW, "strokeWidth": 2.5}, x=x, y=y),
        layer(data, {"type": "point", "color": NOW, "filled": True, "opacity": 1, "size": 50}, x=x, y=y),
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
        {"layer": marks, "width": WIDTH, "height": HEIGHT},
        room_of(left=_value_room(measure, low, high), right=BESIDE + width_of(label(now[0].year)), top=ABOVE),
        title + words,
        months_words(measure, now) + band_words(band),
        [*now, *before],
    )


def groups(measure: Measure, by: Breakdown, now: Sequence[Figure], before: Sequence[Figure]) -> Drawing:
    """Return a row for each category: this year's bar or point with its 95% interval, last year's mark."""
    names = [f.category for f in now]
    rows = [point(measure, f, x=f.category) for f in now]
    earlier = [point(measure, f, x=f.category) for f in before if f.value is not None]
    low, high, words = axis(measure, [*now, *before])
    scale = number_scale(low, high)
    limit = LONGEST_NAME if widest(names) > LONGEST_NAME else NO_LIMIT
    y = places_of("x", names, 0.25, {"labelLimit": limit, "domain": False, "ticks": False, "grid": False})
    # Beside long names the plot is narrow: here one number may meet another, and is then left out.
    x = number_of("value", scale, axis=_value_axis(measure, low, high) | {"labelOverlap": True})
    data, counted = data_of(rows), measure.kind == "count"
    marks = []
    if counted:
        marks.append(layer(data, {"type": "bar", "color": NOW}, x=x, y=y))
    else:
        rule = {"type": "rule", "color": NOW, "strokeWidth": 1.5}
        marks.append(layer(data, rule, x=number_of("low", scale), x2={"field": "high"}, y=y))
    if earlier:
        tick = {"type": "tick", "color": EDGE, "opacity": 1, "thickness": 4, "size": 20}
        diamond = {"type": "point", "color": DARK, "filled": False, "shape": "diamond", "size": 70, "opacity": 1}
        marks.append(layer(data_of(earlier), tick if counted else diamond | {"fill": "#ffffff"}, x=x, y=y))
    if not counted:
        marks.append(layer(data, {"type": "point", "color": NOW, "filled": True, "opacity": 1, "size": 80}, x=x, y=y))
    left, right = min(LONGEST_NAME, widest(names)), widest([r["side"] for r in rows])
    width = max(160, ceil(WIDTH + 150 - STAND_IN * (left + right)))
    side = {"type": "text", "align": "left", "color": TEXT}
    marks.append(layer(data, side, x=AT_THE_RIGHT, y=y, text=words_of("side")))
    title = f"{by_words(measure, by)}, {now[0].when}{signs_words(measure, now, earlier)}{words}"
    return _chart(
        {"layer": marks, "width": width, "height": {"step": 26}},
        room_of(left=left + LABEL_PADDING, right=BESIDE + right, top=0),
        title,
        groups_words(measure, now),
        [*now, *before],
    )


def _intervals(data: Spec, x: Spec, scale: Spec) -> Spec:
    """Return an upright line through each 95% interval."""
    line = {"type": "rule", "color": NOW, "strokeWidth": 1}
    return layer(data, line, x=x, y=number_of("low", scale), y2={"field": "high"})


def _labels(
    rows: list[dict[str, Any]], x: Spec, scale: Spec, above: str, target: "Target | None", span: float
) -> list[Spec]:
    """Return the values in words above their marks, or below if they would be on the target's line."""
    low = [r for r in rows if target and r["value"] is not None and 0 <= target.value - r["high"] < span * 0.12]
    high = [r for r in rows if r not in low]
    return [_words(high, x, scale, above, -9), _words(low, x, scale, "low", 15)]


def _words(rows: list[dict[str, Any]], x: Spec, scale: Spec, at: str, dy: int) -> Spec:
    """Return the values in words, with a white edge so that they can be read on a line."""
    encoding = {"x": x, "y": number_of(at, scale), "text": words_of("words")}
    edge = {"type": "text", "dy": dy, "stroke": "#ffffff", "strokeWidth": 4, "fontWeight": "bold"}
    words = {"type": "text", "dy": dy, "color": TEXT, "fontWeight": "bold"}
    return {"data": data_of(rows), "layer": [{"mark": mark, "encoding": encoding} for mark in (edge, words)]}


def _gaps(rows: list[dict[str, Any]], x: Spec) -> Spec:
    missing = data_of([r for r in rows if r["gap"]])
    mark = {"type": "text", "color": DARK, "baseline": "bottom", "lineBreak": " "}  # or two would run into each other
    return layer(missing, mark, x=x, y={"value": {"expr": "height - 21"}}, text=words_of("gap"))


def _new_sources(years: Sequence[str], x: Spec, of: int) -> list[Spec]:
    """Return an upright line before each of the years, `of` so many, from which the source is another, and its word."""
    data = {"values": [{"x": year} for year in years]}
    before = {"expr": f"-width / {of} / 2"}
    rule = {"type": "rule", "color": DARK, "strokeDash": [2, 3], "xOffset": before}
    words = {"type": "text", "color": DARK, "xOffset": before, "fontStyle": "italic", "text": "source changed"}
    return [layer(data, rule, x=x), layer(data, words, x=x, y={"value": -8})] if years else []


def _target(measure: Measure, target: "Target", scale: Spec) -> list[Spec]:
    data = {"values": [{"value": target.value, "words": _target_words(measure, target)}]}
    y = number_of("value", scale)
    line = {"type": "rule", "color": TARGET, "strokeDash": [6, 4], "strokeWidth": 1.5}
    beside = {"type": "text", "align": "left", "color": TEXT}
    return [layer(data, line, y=y), layer(data, beside, x=AT_THE_RIGHT, y=y, text=words_of("words"))]


def _target_words(measure: Measure, target: "Target") -> str:
    return f"Target {target.value:g}{'%' if measure.percent else ''}"


def _band(band: "Band", scale: Spec) -> list[Spec]:
    """Return the shaded band from edge to edge of the chart, behind everything else."""
    edges: Spec = {"x": {"value": 0}, "x2": {"value": "width"}, "y": number_of("least", scale), "y2": {"field": "most"}}
    data = {"values": [{"least": band.least, "most": band.most}]}
    return [layer(data, {"type": "rect", "color": FAINT, "opacity": 0.7}, **edges)]


def _line_ends(
    rows: list[dict[str, Any]],
    earlier: list[dict[str, Any]],
    now: Sequence[Figure],
    before: Sequence[Figure],
    scale: Spec,
    span: float,
) -> list[Spec]:
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
        layer(
            {"values": [{"at": end["at"], "words": end["words"]}]},
            {"type": "text", "align": "left", "color": TEXT, "fontWeight": end["weight"]},
            x=AT_THE_RIGHT,
            y=number_of("at", scale),
            text=words_of("words"),
        )
        for end in ends
    ]


def _value_axis(measure: Measure, low: float, high: float) -> Spec:
    show = "format(datum.value, ',') + '%'" if measure.percent else "format(datum.value, ',')"
    values = ticks(low, high)
    looks = {"domain": False, "ticks": False, "grid": True, "gridColor": FAINT, "labelColor": DARK}
    return {"title": None, "labelExpr": show, "labelFlush": False, "values": values, "tickCount": len(values), **looks}


def _value_room(measure: Measure, low: float, high: float) -> float:
    """Return the room beside the plot that the numbers of the axis take."""
    return LABEL_PADDING + widest([f"{n:,g}{'%' if measure.percent else ''}" for n in ticks(low, high)])


def _chart(specification: Spec, room: Spec, title: str, description: str, figures: Sequence[Figure]) -> Drawing:
    return Drawing(with_room(specification, room), title, description, tuple(figures))
