import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise

import altair as alt
import pytest
from jsonschema import ValidationError

from kit import open_report
from kit.chapters.charts import charts, drawing
from kit.chapters.charts.descriptions import axis
from kit.chapters.charts.marks import data_of, line
from kit.chapters.content import Chart
from kit.errors import KitError
from kit.figures.figure import Figure
from kit.measures.breakdowns import BREAKDOWNS
from kit.settings.targets import Target
from tests.chapters.charts.test_letter_widths import cut_off, texts
from tests.lib.made_up_figures import MEASURES, absent, row

ESCALATIONS = MEASURES["escalations_raised"]
ON_TIME = MEASURES["reviews_on_time"]
SHARES = [
    Figure(**row("reviews_on_time", y, n, d))
    for y, n, d in ((2019, 1290, 1320), (2020, 1310, 1388), (2021, 1262, 1367))
]
HIDDEN = [SHARES[0], Figure(**absent("reviews_on_time", 2020, "suppressed")), SHARES[2]]


def group(name: str, *numbers: tuple[str, int | None], year: int = 2021) -> list[Figure]:
    made = []
    for category, n in numbers:
        given = row(name, year, n, 200 if name == "reviews_on_time" else None, breakdown="mode", category=category)
        made.append(Figure(**(given if n is not None else absent(name, year, "suppressed", category=category))))
    return made


@pytest.fixture(scope="module")
def specifications() -> list[dict]:
    return []


@pytest.fixture(scope="module")
def drawn(specifications: list[dict]) -> Iterator[list[Chart]]:
    draw = drawing.vl_convert.vegalite_to_svg
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            drawing.vl_convert, "vegalite_to_svg", lambda spec, **how: specifications.append(spec) or draw(spec, **how)
        )
        yield _drawn()


def _drawn() -> list[Chart]:
    now, before = (
        group("reviews_on_time", ("<b>A", 150), ("B", None)),
        group("reviews_on_time", ("<b>A", 140), ("B", 30), year=2020),
    )
    months = [
        Figure(**row("reviews_on_time", 2021, 50 + i, 80, breakdown="month", category=f"2020-{4 + i:02d}"))
        for i in range(9)
    ]
    return [
        charts.trend(ON_TIME, SHARES, Target(95.0, "the board")).draw(),
        charts.trend(ON_TIME, HIDDEN).draw(),
        charts.trend(MEASURES["children_looked_after"], [Figure(**row("children_looked_after", 2021, 449))]).draw(),
        charts.groups(ON_TIME, BREAKDOWNS["mode"], now, before).draw(),
        charts.groups(
            MEASURES["escalations_raised"], BREAKDOWNS["theme"], group("escalations_raised", ("A", 10)), []
        ).draw(),
        charts.months(ON_TIME, months, []).draw(),
        charts.months(ON_TIME, [Figure(**absent("reviews_on_time", 2021, "suppressed", category="Q1"))], []).draw(),
    ]


def test_every_chart_is_an_svg_with_role_title_and_description(drawn: list[Chart]) -> None:
    space = "{http://www.w3.org/2000/svg}"
    for chart in drawn:
        root = ET.fromstring(chart.svg)
        assert root.get("role") == "img"
        assert root.findtext(f"{space}title") == chart.title
        assert root.findtext(f"{space}desc") == chart.description
        assert chart.figures


def test_every_chart_keeps_to_the_schema_of_vega_lite(drawn: list[Chart], specifications: list[dict]) -> None:
    assert len(specifications) == len(drawn)
    for specification in specifications:
        alt.LayerChart.validate(json.loads(json.dumps(specification)))
    with pytest.raises(ValidationError):
        alt.LayerChart.validate({"layer": [{"mark": "bara"}]})


def test_a_chart_is_as_large_as_its_plot_and_its_room_whatever_fonts_would_measure(
    drawn: list[Chart], specifications: list[dict]
) -> None:
    for chart, specification in zip(drawn, specifications, strict=True):
        room = specification["padding"]
        plot = re.search(r'class="background"[^>]*d="M0,0h([\d.]+)v([\d.]+)h', chart.svg)
        size = re.search(r'width="([\d.]+)" height="([\d.]+)"', chart.svg)
        assert plot and size
        width, height = map(float, plot.groups())
        sides = width + room["left"] + room["right"], height + room["top"] + room["bottom"]
        assert tuple(map(float, size.groups())) == pytest.approx(sides)


def test_no_words_of_a_chart_are_cut_off(drawn: list[Chart]) -> None:
    assert [(words, chart.title) for chart in drawn for words in cut_off(ET.fromstring(chart.svg))] == []
    assert any("Target 95%" in chart.svg for chart in drawn), "words are beside a plot"


def test_no_number_of_an_axis_meets_another_if_long_names_leave_little_room() -> None:
    name = "Disagreement about where the child is to live and with whom"
    now = group("escalations_raised", (f"{name}, once", 118_000), (f"{name}, again", 90_000))
    svg = ET.fromstring(charts.groups(ESCALATIONS, BREAKDOWNS["theme"], now, []).draw().svg)
    numbers = [t for t in texts(svg) if re.fullmatch(r"[\d,]+", t[0])]
    (below,) = {y for *_, y in numbers if y > float(svg.get("height", 0)) - 30}
    there = sorted((left, right) for _, left, right, y in numbers if y == below)
    assert len(there) > 2 and all(one[1] < other[0] for one, other in pairwise(there))


def test_no_chart_loads_anything(drawn: list[Chart]) -> None:
    for chart in drawn:
        assert set(re.findall(r"https?://[^\"' ]+", chart.svg)) <= {
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/xlink",
        }
        assert "<script" not in chart.svg
        assert "<image" not in chart.svg


def test_the_same_figures_give_the_same_bytes_whatever_was_drawn_before(drawn: list[Chart]) -> None:
    assert charts.trend(ON_TIME, SHARES, Target(95.0, "the board")).draw().svg == drawn[0].svg


def test_what_is_hidden_is_a_gap_with_its_word_and_the_line_breaks(drawn: list[Chart]) -> None:
    assert ">hidden<" in drawn[1].svg
    assert "hidden in 2019-20" in drawn[1].description
    assert "Hidden: B." in drawn[3].description
    assert "no month can be shown" in drawn[6].description


def test_a_line_is_drawn_apart_only_if_it_breaks() -> None:
    whole = [{"value": 1}, {"value": 2}]
    assert "detail" not in line(data_of(whole), {})["encoding"]
    for broken in ([*whole, {"value": 3, "cut": True}], [{"value": 1}, {"value": None}, {"value": 2}]):
        assert line(data_of(broken), {})["encoding"]["detail"]["field"] == "run"


def test_the_description_tells_the_pattern_in_numbers(drawn: list[Chart]) -> None:
    assert drawn[0].description == (
        "Reviews on time: 97.7% in 2018-19, 94.4% in 2019-20, 92.3% in 2020-21. "
        "Highest in 2018-19, lowest in 2020-21. The target is 95%, set by the board."
    )
    assert "between 62.5% (April 2020) and 72.5% (December 2020)" in drawn[5].description


def test_an_axis_that_does_not_run_from_0_to_100_says_so() -> None:
    assert axis(ON_TIME, group("reviews_on_time", ("A", 100))) == (0.0, 100.0, "")
    low, high, words = axis(ON_TIME, SHARES)
    assert (low, high) == (70.0, 100.0)
    assert words == ". The axis starts at 70%"
    assert axis(ON_TIME, [Figure(**row("reviews_on_time", 2021, 10, 600))])[2].startswith(". The axis ends at ")
    assert axis(MEASURES["escalations_raised"], group("escalations_raised", ("A", 90)))[0] == 0.0
    assert axis(MEASURES["escalations_raised"], group("escalations_raised", ("A", 0)))[1] == 1.0


def test_a_target_is_drawn_with_its_label(drawn: list[Chart]) -> None:
    assert ">Target 95%<" in drawn[0].svg


def test_a_chart_to_explore_is_altairs_and_shows_what_the_reports_shows() -> None:
    report = open_report("sample", 2021)
    for chart in (report.chart("reviews_on_time"), report.chart("reviews_on_time", "quarter")):
        assert isinstance(chart, alt.LayerChart)
        ((name, svg),) = (
            chart._repr_mimebundle_()[0].items()
            if isinstance(chart._repr_mimebundle_(), tuple)
            else chart._repr_mimebundle_().items()
        )
        assert name == "image/svg+xml" and "2020-21" in svg
    assert "#ff0000" in str(report.chart("reviews_held").configure_bar(color="#ff0000").to_dict())


EXPLORED = (
    ("reviews_held", ""), ("reviews_on_time", ""), ("reviews_on_time", "quarter"), ("children_took_part", "placement"),
    ("reviews_held", "legal_status"), ("children_per_full_time_iro", ""), ("app_submissions", ""),
)  # fmt: skip


def explored(chart: alt.LayerChart) -> str:
    """Return the SVG that JupyterLab shows."""
    bundle = chart._repr_mimebundle_()
    return str((bundle[0] if isinstance(bundle, tuple) else bundle)["image/svg+xml"])


@pytest.mark.parametrize("size", [{}, {"width": 900}, {"width": 300, "height": 150}], ids=str)
def test_a_chart_to_explore_has_its_whole_title_and_all_words_whatever_its_size(size: dict[str, int]) -> None:
    report = open_report("sample", 2021)
    for name, by in EXPLORED:
        svg = ET.fromstring(explored(report.chart(name, by).properties(**size)))
        assert cut_off(svg) == [], (name, by)
        assert report.measures[name].title in " ".join(svg.itertext())


def test_words_beside_a_chart_to_explore_stay_beside_it_when_it_is_made_wider() -> None:
    report = open_report("sample", 2021)
    places = {}
    for width in (520, 900):
        svg = ET.fromstring(explored(report.chart("reviews_on_time").properties(width=width)))
        (places[width],) = (left for words, left, *_ in texts(svg) if words == "Target 98%")
    assert places[900] - places[520] == pytest.approx(380, abs=1)


def test_what_cannot_be_drawn_says_where_it_is_said_why() -> None:
    report = open_report("sample", 2021)
    with pytest.raises(KitError, match=r"there is no figure to draw\. report\.breakdown says why"):
        report.chart("children_began_to_take_part", "placement")


def test_a_character_that_xml_forbids_never_reaches_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    # The engine ends the whole process at one: what it is given is looked at, and it draws what is left.
    drawn: list[dict] = []
    draw = drawing.vl_convert.vegalite_to_svg
    monkeypatch.setattr(drawing.vl_convert, "vegalite_to_svg", lambda one, **how: drawn.append(one) or draw(one, **how))
    for forbidden in ("\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud83d", "\x0b\x0b \x01"):
        words = f"Drift{forbidden}and delay"
        specification = {"mark": "bar", "data": {"values": [{words: words}]}, "title": words}
        assert "<svg" in drawing.draw_svg(specification)
        assert json.dumps(drawn[-1]) == json.dumps(specification).replace(json.dumps(forbidden)[1:-1], " ")
