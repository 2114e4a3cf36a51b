"""Targets: what a measure should reach, who said so, and which way is better if the kit takes no side."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from kit.errors import did_you_mean
from kit.measures.measure import Measure

DIRECTIONS = ("higher", "lower")
# More challenge can be a sign of reviewing officers who speak up for children: nobody sets it a good direction.
WITHOUT_DIRECTION = ("escalations",)


@dataclass(frozen=True)
class Target:
    """What a measure should reach, in its own unit, and who said so.

    `better` is the direction that the council set for a measure that has none of its own, otherwise empty.
    """

    value: float
    set_by: str
    better: str = ""


def parse_targets(
    given: Mapping[str, Any], faults: list[str], measures: Mapping[str, Measure]
) -> dict[str, Target | None]:
    """Return targets by measure, of those there are; what is wrong with them is added to `faults`.

    None means that a year's file takes back what council.yml sets.
    """
    known = {name: measure for name, measure in measures.items() if measure.shown}
    targets: dict[str, Target | None] = {}
    for name, entry in given.items():
        if name not in known:
            faults.append(f'targets: there is no measure "{name}".{did_you_mean(name, known)}')
        elif entry is None:
            targets[name] = None
        else:
            wrong = _faults(known[name], entry if isinstance(entry, dict) else {})
            faults += [f"targets: {name}: {fault}" for fault in wrong]
            if not wrong:
                targets[name] = Target(float(entry["value"]), str(entry["set_by"]).strip(), entry.get("better", ""))
    return targets


def _faults(measure: Measure, entry: Mapping[str, Any]) -> list[str]:
    faults = []
    value: Any = entry.get("value")
    better = entry.get("better", "")
    fields = ("value", "set_by", "better")
    faults += [f'"{word}" is not known.{did_you_mean(str(word), fields)}' for word in entry if word not in fields]
    number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if not number or not str(entry.get("set_by") or "").strip():
        faults.append("give a value (a number) and set_by (who set it).")
    elif value < 0 or (measure.kind == "share" and value > 100):
        faults.append("a share's target is from 0 to 100." if measure.kind == "share" else "a target is 0 or more.")
    elif measure.kind == "share" and measure.better == "higher" and 0 < value < 1:
        faults.append(f"a share's target is in percent: for {100 * value:g}% write {100 * value:g}.")
    elif measure.kind == "count" and value != int(value):
        faults.append("a count's target is a whole number.")
    if better and measure.chapter in WITHOUT_DIRECTION:
        faults.append("escalations have no good direction, so that none can be set. Take out better.")
    elif better and measure.better != "none":
        faults.append(f"for this measure {measure.better} is better. Take out better.")
    elif better and better not in DIRECTIONS:
        faults.append(f"better: say {' or '.join(DIRECTIONS)}.")
    return faults
