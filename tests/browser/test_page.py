"""The page as a browser shows it: nothing is asked of the network, and it can be read on any screen."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from kit import open_report
from kit.chapters.charts.marks import FONT
from kit.report.page import BOOK, REPORT
from tests.chapters.charts.test_charts import EXPLORED, explored
from tests.chapters.charts.test_letter_widths import charts_of_the_sample
from tests.lib.made_up_notebooks import made_up_pages, pages_of_the_sample

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")

# A row of a table, and a chapter's fourth section, is as those before it: of the whole book axe takes minutes.
SOME = """() => document.querySelectorAll("tbody tr:nth-child(n + 3), .chapter > .section:nth-child(n + 4)")
    .forEach(part => part.remove())"""
OUT_OF_SIGHT = """() => [...document.querySelectorAll(".scroll")]
    .filter(place => place.scrollWidth > place.clientWidth + 1)
    .map(place => place.querySelector("caption").textContent)"""
WIDER_THAN_THE_PAGE = """() => [...document.querySelectorAll("table")]
    .filter(table => table.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(table => table.querySelector("caption").textContent)"""
CUT = """() => [...document.querySelectorAll("svg")].flatMap(svg => {
    const whole = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter(text => {
        const box = text.getBoundingClientRect();
        return text.getAttribute("opacity") !== "0" && (box.left < whole.left || box.right > whole.right
            || box.top < whole.top - 1 || box.bottom > whole.bottom + 1);
    }).map(text => text.textContent);
})"""


RUN_INTO = """() => [...document.querySelectorAll("svg")].flatMap(svg => {
    const words = [...svg.querySelectorAll("text")].filter(text => text.getAttribute("opacity") !== "0");
    const boxes = words.map(text => [text.textContent, text.getBoundingClientRect()]).filter(([, box]) => box.width);
    // Words with a white edge are twice in one place.
    const apart = (a, b) => Math.abs(a.left - b.left) > 1 || Math.abs(a.top - b.top) > 1;
    return boxes.flatMap(([one, a], n) => boxes.slice(n + 1).filter(([, b]) => apart(a, b)
        && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3).map(([other]) => `${one} | ${other}`));
})"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    with playwright.sync_playwright() as engine:
        if not found and not Path(engine.chromium.executable_path).is_file():
            pytest.skip("no Chromium on this computer")
        # --no-sandbox: the page is our own, and Chromium refuses its sandbox to root in a container.
        browser = engine.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def written(folder: Path, pages: dict[str, str]) -> str:
    """Return the address of the report, written into a folder beside the figures book."""
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    return (folder / REPORT).as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("page"), made_up_pages())


@pytest.fixture(scope="module")
def sample(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.goto(written(tmp_path_factory.mktemp("sample"), pages_of_the_sample()))
    yield tab
    tab.close()


@pytest.fixture(scope="module")
def book(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.goto(written(tmp_path_factory.mktemp("sample"), pages_of_the_sample()).replace(REPORT, BOOK))
    yield tab
    tab.close()


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Any]:
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.asked, tab.said = [], []
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on("console", lambda message: tab.said.append(message.text))
    tab.goto(address)
    yield tab
    tab.close()


def test_no_request_leaves_the_page(tab: Any, address: str) -> None:
    assert [url for url in tab.asked if url != address and not url.startswith("data:")] == []
    assert tab.said == []


def test_every_chart_is_drawn(tab: Any) -> None:
    widths = tab.eval_on_selector_all("img", "images => images.map(image => image.naturalWidth)")
    assert widths
    assert min(widths) > 250


# DejaVu Sans stands in for Arial on some computers; if neither is here, the browser takes what is.
@pytest.mark.parametrize("font", [FONT, "DejaVu Sans"])
def test_no_words_of_a_chart_are_cut_off_or_run_into_others_in_another_font(browser: Any, font: str) -> None:
    svgs = "".join(charts_of_the_sample()).replace(FONT, font)
    tab = browser.new_page()
    tab.set_content(f"<meta charset=utf-8>{svgs}")
    cut, run_into = tab.evaluate(CUT), tab.evaluate(RUN_INTO)
    tab.close()
    assert svgs.count("<svg") > 20
    assert cut == []
    assert run_into == []


def test_no_words_of_a_chart_to_explore_are_cut_off_in_another_font(browser: Any) -> None:
    report = open_report("sample", 2021)
    for size in ({}, {"width": 900}):
        drawn = "".join(explored(report.chart(name, by).properties(**size)) for name, by in EXPLORED)
        for font in (FONT, "DejaVu Sans"):
            tab = browser.new_page()
            tab.set_content(f"<meta charset=utf-8>{drawn}".replace(FONT, font))
            assert tab.locator("svg").count() == len(EXPLORED)
            assert tab.evaluate(CUT) == []
            tab.close()


def test_one_h1_and_every_image_and_table_is_named(tab: Any) -> None:
    assert tab.locator("h1").count() == 1
    assert tab.locator("img:not([alt])").count() == 0
    assert tab.locator("table").count() == tab.locator("table > caption").count()
    assert tab.locator("html").get_attribute("lang") == "en-GB"


def test_the_page_reflows_at_320_pixels(tab: Any) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_words_in_charts_can_be_read_on_a_phone(sample: Any) -> None:
    sample.set_viewport_size({"width": 320, "height": 800})
    shares = sample.eval_on_selector_all(".chart img", "images => images.map(i => i.clientWidth / i.naturalWidth)")
    assert len(shares) > 20
    # Of 12 pixels, which the words are high.
    assert min(shares) * 12 >= 9
    assert sample.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_skip_link_is_the_first_stop_and_leads_to_the_report(tab: Any) -> None:
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the report"
    tab.keyboard.press("Enter")
    # The browser follows the link in its own time; a link that leads elsewhere is not waited for longer than this.
    tab.wait_for_url("**#content", timeout=10_000)


# From 1088 pixels on, definitions are beside what they define.
@pytest.mark.parametrize("width", [1024, 1088, 1920])
def test_no_table_of_the_book_is_partly_out_of_sight_on_a_computer(book: Any, width: int) -> None:
    book.set_viewport_size({"width": width, "height": 900})
    assert book.locator("table").count() > 100
    assert book.evaluate(OUT_OF_SIGHT) == []


@pytest.mark.parametrize("page", ["sample", "book"])
def test_no_table_of_the_sample_is_wider_than_a_printed_page(page: str, request: pytest.FixtureRequest) -> None:
    tab = request.getfixturevalue(page)
    # A4 less its margins of 14 mm, at 96 pixels an inch.
    tab.set_viewport_size({"width": int((210 - 2 * 14) / 25.4 * 96), "height": 1000})
    tab.emulate_media(media="print")
    wide = tab.evaluate(WIDER_THAN_THE_PAGE)
    tab.emulate_media(media="screen")
    assert wide == []


def test_the_report_has_at_most_30_printed_pages(sample: Any) -> None:
    printed = sample.pdf(prefer_css_page_size=True, print_background=True)
    assert 12 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 30


@pytest.mark.parametrize(
    ("page", "width", "seen"),
    [
        ("sample", 390, {"color_scheme": "light"}),
        ("sample", 1200, {"color_scheme": "dark"}),
        ("sample", 700, {"media": "print"}),
        ("book", 1200, {"color_scheme": "light"}),
    ],
)
def test_axe_finds_nothing(page: str, width: int, seen: dict[str, str], request: pytest.FixtureRequest) -> None:
    tab = request.getfixturevalue(page)
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(**{"media": "screen", **seen})
    if page == "book":
        tab.evaluate(SOME)
    found = Axe().run(tab, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    tab.emulate_media(media="screen", color_scheme="light")
    if page == "book":
        tab.reload()
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
