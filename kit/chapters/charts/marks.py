"""The parts of a chart's specification as plain data, in Vega-Lite's own words.

Plain, since Altair's objects took longer to make than a chart takes to draw; the tests check it with Altair's schema.
"""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from typing import Any

from kit.chapters.charts.letter_widths import SHORT, STAND_IN

Spec = dict[str, Any]
DARK, TEXT = "#3D3D3D", "#0b0c0c"
FONT = "Arial, Helvetica, sans-serif"
# Pixels between an axis and its words, for those below the plot, and after which words are cut: 0 is nowhere.
LABEL_PADDING, BELOW, NO_LIMIT = 6, 31, 0
# From which logarithm on a step is nearer to this factor than to the next smaller one, by its logarithm.
LEAST = {1: 0.0, 2: 2**0.5, 5: 10**0.5, 10: 50**0.5}
CONFIG = {
    "font": FONT,
    "aria": False,
    "background": "#ffffff",
    "view": {"continuousWidth": 300, "continuousHeight": 300, "stroke": None},
    "text": {"fontSize": 14},
    "axis": {
        "labelFontSize": 14,
        "labelColor": TEXT,
        "labelPadding": LABEL_PADDING,
        # If a chart says no other, there is room for all, and the engine need not measure each.
        "labelOverlap": False,
        "labelLimit": NO_LIMIT,
        "domainColor": DARK,
    },
}


def layer(data: Spec, mark: Spec, **channels: Spec) -> Spec:
    """Return a layer that draws `mark` for each row, each channel (x, y, text, …) encoded as given."""
    return {"data": data, "mark": mark, "encoding": channels}


def line(data: Spec, looks: Spec, **channels: Spec) -> Spec:
    """Return a layer that draws a line through the rows of `data_of`, broken when their runs are."""
    runs = {row["run"] for row in data["values"]}
    # Lines drawn apart take the engine longer, even if there is one.
    return layer(data, {"type": "line", **looks}, **channels, **({"detail": words_of("run")} if len(runs) > 1 else {}))


def without_empty(part: Spec) -> Spec:
    """Return a part without the layers that have no row: each takes its time to draw."""
    if "layer" not in part:
        return part
    filled = [without_empty(one) for one in part["layer"] if one.get("data") != {"values": []}]
    return part | {"layer": filled}


def room_of(left: float, right: float, top: float) -> Spec:
    """Return the room around the plot, of which `left`, `right` and `top` pixels are for words in Arial."""
    beside = {"left": 4 + ceil(left * STAND_IN) + SHORT, "right": 8 + ceil(right * STAND_IN) + SHORT}
    return {**beside, "top": 12 + ceil(top), "bottom": BELOW}


def with_room(specification: Spec, room: Spec) -> Spec:
    """Return a whole specification, its plot as large as it says: the engine would measure by the computer's fonts."""
    return without_empty(specification) | {"autosize": {"type": "none"}, "padding": room, "config": CONFIG}


def words_of(name: str, **more: Any) -> Spec:
    """Return a channel that takes a column of words."""
    return {"field": name, "type": "nominal", **more}


def places_of(name: str, order: Sequence[str], padding: float, axis: Spec) -> Spec:
    """Return a channel that gives each word of a column its place along an axis, in this order.

    The order is in the scale: to sort the rows by it would take the engine longer.
    """
    return words_of(name, sort=None, scale={"domain": list(order), "padding": padding}, axis={"title": None, **axis})


def number_of(name: str, scale: Spec, **more: Any) -> Spec:
    """Return a channel that takes a column of numbers along a scale."""
    return {"field": name, "type": "quantitative", "scale": scale, "stack": None, **more}


def number_scale(low: float, high: float) -> Spec:
    """Return the scale from `low` to `high`, no further."""
    return {"domain": [low, high], "nice": False, "zero": False}


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Return round numbers from `low` to `high` for an axis, about so many, in steps of 1, 2 or 5 (or tens of it)."""
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = power * next(factor for factor in (10, 5, 2, 1) if rough / power >= LEAST[factor])
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(n * step, 9) for n in range(first, last + 1)]


def data_of(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Return rows of one chart; `run` grows when a line through their values must break."""
    run, out = 0, []
    for row in rows:
        run += row["value"] is None or row.get("cut", False)
        out.append({**row, "run": run})
    return {"values": out}
