"""The explorer in JupyterLab, as `make lab` starts it, in a real browser: rows equal figures, and none is saved."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from nbformat import v4

from kit.commands.lab import FIRST, lab_command, make_scratch
from kit.explore.opening import open_inside
from kit.explore.where_shown import OPENED_BY_LAB
from kit.notebooks.files import write_notebook
from kit.paths import CHECKOUT
from tests.browser.test_jupyterlab import KERNEL_IS_READY, WAIT
from tests.browser.test_page import browser, playwright

__all__ = ["browser", "playwright"]
CELLS = (
    'import kit\n\ninside = kit.inside("borough", 2021)\ninside',
    "inside.explore()",
    'late = inside.children("reviews_on_time", 2021, quarter="Q3", included=False)\nlate',
    "late.frame",
)
# A council whose identifiers are pseudonyms, in a notebook of its own.
KEYED = 'import kit\n\nkit.inside("keyed", 2021).explore("reviews_on_time", by="quarter", years=2021)'
CUT_OFF = "chart => Math.max(0, chart.scrollWidth - chart.clientWidth)"
HERE = re.compile(r"(data:|blob:|\w+://(127\.0\.0\.1|localhost)[:/])")


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data: `borough` has two years of the sample's files, `keyed` one, with pseudonyms."""
    data = tmp_path_factory.mktemp("data")
    for year in ("2020", "2021"):
        shutil.copytree(CHECKOUT / "data" / "sample" / "raw" / year, data / "borough" / "raw" / year)
    shutil.copytree(CHECKOUT / "data" / "sample" / "raw" / "2021", data / "keyed" / "raw" / "2021")
    key = data.parent / "kit.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    (data / "params" / "keyed").mkdir(parents=True)
    said = f'pseudonymise: true\nkey_file: "{key.as_posix()}"\n'
    (data / "params" / "keyed" / "council.yml").write_text(said, encoding="utf-8")
    return data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explore")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    for name, sources in ((FIRST, CELLS), ("keyed.ipynb", (KEYED,))):
        cells = [v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(sources)]
        write_notebook(v4.new_notebook(cells=cells, metadata=kernel), folder / name)
    make_scratch(folder)
    return folder


@pytest.fixture(scope="module")
def lab(folder: Path, council: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of JupyterLab, and the file of what it and its kernels say."""
    own = tmp_path_factory.mktemp("jupyter")
    places = {f"JUPYTER_{what}_DIR": str(own / what) for what in ("RUNTIME", "CONFIG", "DATA")}
    more = {
        "KIT_DATA": str(council),
        "KIT_PARAMS": str(council / "params"),
        OPENED_BY_LAB: "1",
        "PYTHONPATH": str(CHECKOUT),
    }
    options = ("--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True")
    with (own / "log").open("w") as log:
        server = subprocess.Popen(
            lab_command(folder, *options), env=os.environ | places | more, stdout=log, stderr=log, cwd=folder
        )
        try:
            for _ in range(WAIT):
                time.sleep(1)
                for record in (own / "RUNTIME").glob("jpserver-*.json"):
                    found = json.loads(record.read_text(encoding="utf-8"))
                    yield f"{found['url']}?token={found['token']}", own / "log"
                    return
            pytest.fail((own / "log").read_text(encoding="utf-8"))
        finally:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def late(council: Path) -> pl.DataFrame:
    os.environ["KIT_DATA"] = str(council)
    try:
        return open_inside("borough", 2021).children("reviews_on_time", quarter="Q3", included=False).frame
    finally:
        del os.environ["KIT_DATA"]


def opened(browser: Any, address: str, elsewhere: list[str]) -> Any:
    """Return a tab in which every cell of the notebook at the address runs; other places that it asks are noted."""
    tab = browser.new_page(viewport={"width": 1500, "height": 1100})
    tab.set_default_timeout(WAIT * 1000)
    tab.on("request", lambda one: None if HERE.match(one.url) else elsewhere.append(one.url))
    tab.goto(address)
    tab.wait_for_function(KERNEL_IS_READY)
    tab.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    tab.wait_for_selector(".iro-explorer .bar")
    return tab


def saved(tab: Any, path: Path) -> str:
    """Save the notebook on the screen, and return the file once what it may not keep is out of it."""
    tab.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    tab.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
    until = time.monotonic() + WAIT
    while "Not kept in the file" not in path.read_text(encoding="utf-8") and time.monotonic() < until:
        time.sleep(0.5)
    return path.read_text(encoding="utf-8")


def people_in(folder: Path) -> set[str]:
    """Return the children of a council's return and its officers, as its files write them."""
    raw = folder / "raw" / "2021"
    children = pl.read_csv(raw / "header.csv", infer_schema=False)["CHILD"]
    return {*children, *pl.read_csv(raw / "iros.csv", infer_schema=False)["iro_id"]}


def test_an_analyst_explores_and_nothing_of_a_child_is_kept(
    browser: Any, lab: tuple[str, Path], folder: Path, council: Path, late: pl.DataFrame, tmp_path: Path
) -> None:
    address, log = lab
    elsewhere: list[str] = []
    tab = opened(browser, address, elsewhere)
    assert "INTERNAL" in tab.inner_text(".iro-explorer .banner >> nth=0")
    explorer = tab.locator(".iro-explorer").first
    row = explorer.locator("tbody tr", has_text="Q3").filter(has_text="2020-21")

    # A figure, what is behind it, sorted and filtered; and a child's days.
    explorer.get_by_label("By", exact=True).select_option("quarter")
    row.first.wait_for()
    row.locator(".bar").hover()
    assert "95% interval" in tab.inner_text(".iro-explorer .tip")
    n, d = map(int, re.search(r"(\d+) of (\d+)", row.inner_text()).groups())  # type: ignore[union-attr]
    row.get_by_text("not included").click()
    explorer.locator(".rows table").wait_for()
    assert explorer.locator(".rows .count").inner_text() == f"{d - n} of {late.height} shown"
    shown = explorer.locator(".rows tbody").inner_text()
    assert all(child in shown for child in late["child_id"])
    explorer.locator(".rows th button", has_text="held day").click()
    days = explorer.locator(".rows tbody tr td:nth-child(7)").all_inner_texts()
    assert explorer.locator(".rows th[aria-sort=ascending]").count() == 1 and len(days) == late.height
    some = str(late["officer"][0])
    explorer.get_by_label("Filter these rows").fill(some)
    of_one = late.filter(pl.col("officer") == some).height
    assert explorer.locator(".rows .count").inner_text() == f"{of_one} of {late.height} shown"
    explorer.locator(".rows tbody button").first.click()
    explorer.locator(".timeline table").wait_for()
    assert "Review held" in explorer.locator(".timeline tbody").inner_text()

    # Two breakdowns, one year, a filter, lines, and the Python of it all.
    explorer.get_by_label("and by").select_option("sex")
    explorer.locator("fieldset label", has_text="2019-20").locator("input").uncheck()
    explorer.locator(".chart:not(:has-text('2019-20'))").wait_for()
    assert row.count() >= 2
    for width in (1100, 1300, 1500):
        tab.set_viewport_size({"width": width, "height": 1100})
        assert explorer.locator(".chart").evaluate(CUT_OFF) == 0, "every button can be reached"
    explorer.get_by_label("Add a filter").select_option("placement")
    explorer.get_by_label("Values of placement").select_option("Children's home")
    explorer.locator(".sentence", has_text="only Placement: Children's home").wait_for()
    explorer.get_by_text("Lines", exact=True).click()
    point = explorer.locator("svg circle").first
    point.focus()
    told = re.search(r"(\d+) of (\d+)", str(point.get_attribute("aria-label")))
    tab.keyboard.press("Enter")
    explorer.locator(".rows h4", has_text="Children's home").wait_for()
    assert told and explorer.locator(".rows .count").inner_text() == f"{told[2]} of {told[2]} shown"
    explorer.get_by_text("Copy the Python").click()
    explorer.locator("[role=status]", has_not_text=re.compile("^$")).wait_for()
    explorer.get_by_text("Bars", exact=True).click()

    # What may be published can be taken away, and nothing else.
    assert all(explorer.get_by_text(kind, exact=True).is_disabled() for kind in ("SVG", "PNG"))
    explorer.get_by_text("Take out").click()
    explorer.get_by_label("and by").select_option("")
    explorer.get_by_label("as published").check()
    svg = explorer.locator("button:not([disabled])", has_text="SVG")
    svg.wait_for()
    assert not explorer.get_by_text("not included").count() and not explorer.locator(".rows table").count()
    with tab.expect_download() as download:
        svg.click()
    download.value.save_as(tmp_path / "taken.svg")
    assert (tmp_path / "taken.svg").read_text(encoding="utf-8").startswith("<svg")
    explorer.get_by_label("Search measures").fill("compared with England")
    assert "The DfE publishes them" in explorer.locator(".choose [role=status]").inner_text()
    explorer.get_by_label("Search measures").fill("seen")
    assert 0 < explorer.get_by_label("Measure", exact=True).locator("option").count() < 20

    saved(tab, folder / FIRST)
    # Otherwise JupyterLab opens the first notebook again in front of this one.
    place = "/lab/tree/keyed.ipynb?reset&"
    keyed = opened(browser, re.sub(r"/(lab)?\?", place, address), elsewhere)
    explorer = keyed.locator(".iro-explorer").first
    explorer.get_by_text("not included").first.click()
    explorer.locator(".rows table").wait_for()
    pseudonyms = set(re.findall(r"\b[0-9a-f]{32}\b", explorer.locator(".rows tbody").inner_text()))
    assert pseudonyms
    keyed.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    keyed.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")

    assert elsewhere == []
    people = people_in(council / "borough") | people_in(council / "keyed") | pseudonyms
    known = re.compile(rf"(?<![0-9A-Za-z])({'|'.join(map(re.escape, people))})(?![0-9A-Za-z])")
    kept = [*folder.rglob("*"), log, *council.glob("*/looked.log"), tmp_path / "taken.svg"]
    for path in kept:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert not known.search(text), path
    looked = (council / "borough" / "looked.log").read_text(encoding="utf-8")
    assert f"reviews_on_time\t2021\tquarter=Q3, included=False\t{late.height} rows" in looked
    assert "placement=Children's home" in looked
    tab.close()
    keyed.close()
