"""The pages for the board and for young people as a browser shows them: alone, on a phone, in the dark and in print."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from kit.counting.figures import load_figures
from kit.documents.board import board_page
from kit.documents.young_people import young_people_page
from kit.paths import find_council
from kit.report.page import REPORT
from kit.settings.questions import Question
from tests.browser.test_page import browser
from tests.lib.made_up_notebooks import pages_of_the_sample

__all__ = ["browser"]


@pytest.fixture(scope="module", params=["board", "young people"])
def tab(request: pytest.FixtureRequest, browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if request.param == "board":
        page = board_page(pages_of_the_sample()[REPORT], [Question("Why are minutes late?", "reviews")])
    else:
        page = young_people_page(load_figures(find_council("sample"), 2021), None, "Published.", draft=False)
    path: Path = tmp_path_factory.mktemp("pages") / "page.html"
    path.write_text(page, encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.asked = []
    tab.on("request", lambda asked: tab.asked.append(asked.url))
    tab.goto(path.as_uri())
    yield tab
    tab.close()


def test_axe_finds_nothing_and_no_request_leaves_the_page(tab: Any) -> None:
    for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"media": "print"}):
        tab.emulate_media(**media)
        found = Axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    tab.emulate_media(media="screen", color_scheme="light")
    assert [url for url in tab.asked if not url.startswith(("file:", "data:"))] == []


def test_the_page_reflows_at_320_pixels(tab: Any) -> None:
    tab.set_viewport_size({"width": 320, "height": 600})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    tab.set_viewport_size({"width": 1200, "height": 900})


def test_keys_go_through_the_links_in_the_order_of_the_page(tab: Any) -> None:
    links = tab.eval_on_selector_all("a[href]", "links => links.map(link => link.textContent)")
    reached = []
    for _ in links:
        tab.keyboard.press("Tab")
        reached.append(tab.evaluate("document.activeElement.textContent"))
    assert reached == links
