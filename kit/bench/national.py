"""National scale on one machine: every measure of many made-up councils beside one bare query over their reviews."""

import json
from pathlib import Path

from kit.bench.councils import SUPPLIED, YEARS
from kit.bench.table import Line, measured, ratios
from kit.bench.work import Bench
from kit.bench.writing import written
from kit.measures.headers import load_measures

COUNCILS = 150
REVIEWS_PER_COUNCIL = 66_667
# So many times fewer councils show how the time grows with the data.
FEWER = 10
MOST_TIMES, MOST_GROWTH, GIGABYTES = 40, 11, 4


def national(bench: Bench) -> list[Line]:
    """Return how long the figures of all councils took; KitError if a piece of work fails."""
    councils = max(FEWER, round(COUNCILS * bench.scale))
    bench.say(f"Writing {councils} made-up councils, {len(YEARS)} years each")
    reviews = round(REVIEWS_PER_COUNCIL * min(1, bench.scale * COUNCILS / councils))
    written(bench, "councils", "all", reviews, councils)
    written(bench, "councils", "fewer", reviews, councils // FEWER)
    bare, whole, part, held = [], [], [], []
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: {councils} councils")
        ordered = _counting(bench, "all", "lag")
        counted = _counting(bench, "all")
        bare.append(ordered["seconds"])
        whole.append(counted["seconds"])
        held.append(counted["bytes"] / 1e9)
        part.append(_counting(bench, "fewer")["seconds"])
    supplied = [m for m in load_measures().values() if {need.partition(".")[0] for need in m.needs} <= set(SUPPLIED)]
    return [
        measured(f"{ordered['found']:,.0f} reviews ordered by child and date", bare, "s", how="one bare query, lag"),
        measured(
            f"every measure of {councils} councils, {len(YEARS)} years",
            whole,
            "s",
            how=f"{counted['found']:,.0f} figures; {len(supplied)} measures supplied",
        ),
        measured("as a multiple of the bare query", ratios(whole, bare), "times", MOST_TIMES),
        measured(
            f"{councils} councils as a multiple of {councils // FEWER}", ratios(whole, part), "times", MOST_GROWTH
        ),
        measured("memory, all processes", held, "GB", GIGABYTES, how="most at a time"),
    ]


def _counting(bench: Bench, folder: str, work: str = "count") -> dict[str, float]:
    data: Path = bench.work / folder
    found: dict[str, float] = json.loads(bench.python("national scale", "-m", "kit.bench.counting", data, work))
    return found
