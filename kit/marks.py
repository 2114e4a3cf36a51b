"""The parts of a chart's specification as plain data, in Vega-Lite's own words.

Plain, since Altair's objects took longer to make than a chart takes to draw; the tests check it with Altair's schema.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Part = dict[str, Any]


def layer(data: Part, mark: Part, **channels: Part) -> Part:
    """Return a layer that draws `mark` for each row, each channel (x, y, text, …) encoded as given."""
    return {"data": data, "mark": mark, "encoding": channels}


def words_of(name: str, **more: Any) -> Part:
    """Return a channel that takes a column of words."""
    return {"field": name, "type": "nominal", **more}


def number_of(name: str, scale: Part, **more: Any) -> Part:
    """Return a channel that takes a column of numbers along a scale."""
    return {"field": name, "type": "quantitative", "scale": scale, **more}


def number_scale(low: float, high: float) -> Part:
    """Return the scale from `low` to `high`, no further."""
    return {"domain": [low, high], "nice": False, "zero": False}


def data_of(rows: Sequence[Mapping[str, Any]]) -> Part:
    """Return rows of one chart; `run` grows where a line through their values must break."""
    run, out = 0, []
    for row in rows:
        run += row["value"] is None or row.get("cut", False)
        out.append({**row, "run": run})
    return {"values": out}
