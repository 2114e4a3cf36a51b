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
SECONDS_TO_OPEN, SECONDS_TO_CHANGE = 3.0, 0.3


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of data of a council with two years of the sample's files."""
    data = tmp_path_factory.mktemp("data")
    for year in ("2020", "2021"):
        shutil.copytree(CHECKOUT / "data" / "sample" / "raw" / year, data / "borough" / "raw" / year)
    return data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explore")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(CELLS)]
    write_notebook(v4.new_notebook(cells=cells, metadata=kernel), folder / FIRST)
    make_scratch(folder)
    return folder


@pytest.fixture(scope="module")
def lab(folder: Path, council: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of JupyterLab, and the file of what it and its kernels say."""
    own = tmp_path_factory.mktemp("jupyter")
    places = {f"JUPYTER_{what}_DIR": str(own / what) for what in ("RUNTIME", "CONFIG", "DATA")}
    more = {"KIT_DATA": str(council), OPENED_BY_LAB: "1", "PYTHONPATH": str(CHECKOUT)}
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


def seconds(tab: Any, act: str, until: str) -> float:
    """Return how long it takes on the page from an act until something is there."""
    return float(
        tab.evaluate(
            """async ([act, until]) => {
                const find = new Function(`return (${until})`), begun = performance.now();
                new Function(act)();
                while (!find()) await new Promise(requestAnimationFrame);
                return (performance.now() - begun) / 1000;
            }""",
            [act, until],
        )
    )


def test_an_analyst_explores_and_nothing_of_a_child_is_kept(
    browser: Any, lab: tuple[str, Path], folder: Path, council: Path, late: pl.DataFrame, tmp_path: Path
) -> None:
    address, log = lab
    tab = browser.new_page(viewport={"width": 1500, "height": 1100})
    tab.set_default_timeout(WAIT * 1000)
    elsewhere: list[str] = []
    tab.on(
        "request",
        lambda one: (
            None
            if re.match(r"(data:|blob:|\w+://(127\.0\.0\.1|localhost)[:/])", one.url)
            else elsewhere.append(one.url)
        ),
    )
    tab.goto(address)
    tab.wait_for_function(KERNEL_IS_READY)
    tab.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    tab.wait_for_selector(".iro-explorer .bar")
    assert "INTERNAL" in tab.inner_text(".iro-explorer .banner >> nth=0")

    explorer = tab.locator(".iro-explorer").first
    explorer.get_by_label("By", exact=True).select_option("quarter")
    tab.wait_for_function(
        "() => [...document.querySelectorAll('.iro-explorer td')].some(cell => cell.textContent === 'Q3')"
    )
    row = explorer.locator("tr", has_text="Q3").filter(has_text="2020-21")
    row.locator(".bar").hover()
    assert "95% interval" in tab.inner_text(".iro-explorer .tip")
    row.get_by_text("not included").click()
    explorer.locator(".rows table").wait_for()
    assert explorer.locator(".rows .count").inner_text() == f"{late.height} of {late.height} shown"
    shown = explorer.locator(".rows tbody").inner_text()
    assert all(child in shown for child in late["child_id"])
    tab.screenshot(path=str(tmp_path / "explorer.png"))
    explorer.locator(".rows tbody button").first.click()
    explorer.locator(".timeline table").wait_for()
    assert "Review held" in explorer.locator(".timeline tbody").inner_text()

    tab.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    tab.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
    until = time.monotonic() + WAIT
    while "Not kept in the file" not in (folder / FIRST).read_text(encoding="utf-8") and time.monotonic() < until:
        time.sleep(0.5)
    assert elsewhere == []
    children = pl.read_csv(council / "borough" / "raw" / "2021" / "header.csv", infer_schema=False)["CHILD"]
    kept = [*folder.rglob("*"), log, council / "borough" / "looked.log"]
    for path in kept:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert not [child for child in children if child in text], path
    looked = (council / "borough" / "looked.log").read_text(encoding="utf-8")
    assert f"reviews_on_time\t2021\tquarter=Q3, included=False\t{late.height} rows" in looked
    tab.close()
