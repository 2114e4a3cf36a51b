"""Every chart of the sample has room for its words, and is as large as the kit says, whatever fonts a computer has."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest

from kit.chapters.charts.letter_widths import OF_LETTER, WIDTHS, widest, width_of
from kit.chapters.charts.marks import ticks
from kit.chapters.content import MIME
from kit.paths import NOTEBOOKS, chapter_files

SPACE = "{http://www.w3.org/2000/svg}"
MOVED = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")


def svgs(value: Any) -> Iterator[str]:
    """Yield the SVG of each chart in content, as JSON."""
    if isinstance(value, dict):
        if value.get("type") == "chart":
            yield value["svg"]
        for part in value.values():
            yield from svgs(part)
    elif isinstance(value, list):
        for part in value:
            yield from svgs(part)


def charts_of_the_sample() -> list[str]:
    """Return the SVG of each chart in the committed notebooks."""
    found = []
    for path in chapter_files(NOTEBOOKS):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", ()):
                found += svgs(output.get("data", {}).get(MIME))
    return found


@pytest.fixture(scope="module")
def charts() -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in charts_of_the_sample()]


def texts(element: ET.Element, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[str, float, float, float]]:
    """Yield (words, left, right, y) of each text that is seen, in pixels of the chart."""
    if moved := MOVED.match(element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SPACE}text" and element.text and element.get("opacity") != "0":
        width = width_of(element.text)
        left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
        yield element.text, left, left + width, y
    for child in element:
        yield from texts(child, x, y)


def cut_off(svg: ET.Element) -> list[str]:
    """Return the words of a chart for which it has no room."""
    width, height = float(svg.get("width", 0)), float(svg.get("height", 0))
    return [w for w, left, right, y in texts(svg) if left < 0 or right > width or not 10 <= y <= height - 4]


def test_no_words_of_any_chart_of_the_sample_are_cut_off(charts: list[ET.Element]) -> None:
    assert len(charts) > 20
    assert [(words, svg.findtext(f"{SPACE}title")) for svg in charts for words in cut_off(svg)] == []


def test_the_width_of_words_is_the_sum_of_their_letters() -> None:
    assert width_of("1,318") == pytest.approx(14 * (4 * 0.556 + 0.278))
    assert width_of("") == 0
    assert widest(["i", "W", "%"]) == width_of("W")
    assert widest([]) == 0
    assert len(OF_LETTER) == sum(map(len, WIDTHS.values())), "a letter is under two widths"
    assert set(map(chr, range(32, 127))) <= set(OF_LETTER)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, [0, 20, 40, 60, 80, 100]),
        (50, 100, [50, 60, 70, 80, 90, 100]),
        (0, 15, [0, 2, 4, 6, 8, 10, 12, 14]),
        (0, 4, [0, 1, 2, 3, 4]),
        (0, 0.5, [0, 0.1, 0.2, 0.3, 0.4, 0.5]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 2000, [0, 500, 1000, 1500, 2000]),
    ],
)
def test_an_axis_has_round_numbers(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high) == expected
