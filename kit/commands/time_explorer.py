"""Drives the explorer of the sample in JupyterLab and Chromium, and prints as JSON how long it took: a program."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbformat import v4
from playwright.sync_api import sync_playwright

from kit.commands.lab import lab_command
from kit.explore.where_shown import OPENED_BY_LAB
from kit.notebooks.files import write_notebook
from kit.paths import CHECKOUT

SECONDS = 180
NOTEBOOK = "explorer.ipynb"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
CELLS = ("import kit\n\ninside = kit.inside()\ninside", "inside.explore()")
KERNEL_IS_READY = "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
BREAKDOWNS = ("occasion", "quarter", "officer", "age_band_all", "placement")
# How long it is on the page from an act until something is there.
TIMED = """async ([act, until]) => {
    const find = new Function(`return (${until})`), begun = performance.now();
    new Function(act)();
    while (!find()) await new Promise(requestAnimationFrame);
    return (performance.now() - begun) / 1000;
}"""
RUN = "window.jupyterapp.commands.execute('notebook:run-cell-and-select-next')"
HEADED = "[...document.querySelectorAll('.iro-explorer .chart th')].some(head => head.textContent === {title})"
CHOOSE = """
    const by = document.querySelector('.iro-explorer select[aria-label="By"]');
    by.value = {name}; by.dispatchEvent(new Event('change'));
"""


def explore(folder: Path) -> dict[str, Any]:
    """Return in seconds how long the explorer takes to be drawn, and each of several changes of its breakdown."""
    folder.mkdir(parents=True)
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(CELLS)]
    write_notebook(v4.new_notebook(cells=cells, metadata=kernel), folder / NOTEBOOK)
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    with _jupyterlab(folder) as address, sync_playwright() as engine:
        tab = engine.chromium.launch(executable_path=found, args=["--no-sandbox"]).new_page()
        tab.set_default_timeout(SECONDS * 1000)
        tab.goto(address)
        tab.wait_for_function(KERNEL_IS_READY)
        tab.evaluate(f"() => {RUN}")
        tab.wait_for_selector("text=INTERNAL")
        opens = tab.evaluate(TIMED, [RUN, "document.querySelector('.iro-explorer .bar')"])
        titles = {
            name: tab.locator(f".iro-explorer select[aria-label=By] option[value={name}]").first.inner_text()
            for name in BREAKDOWNS
        }
        changes = [
            tab.evaluate(TIMED, [CHOOSE.format(name=json.dumps(name)), HEADED.format(title=json.dumps(title.strip()))])
            for name, title in titles.items()
        ]
    return {"opens": opens, "changes": changes}


@contextmanager
def _jupyterlab(folder: Path) -> Iterator[str]:
    """Give the address of JupyterLab on a folder, which ends with the block."""
    own = folder.with_name(f"{folder.name}-jupyter")
    places = {f"JUPYTER_{what}_DIR": str(own / what) for what in ("RUNTIME", "CONFIG", "DATA")}
    command = lab_command(folder, "--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True")
    environment = {**os.environ, **places, OPENED_BY_LAB: "1", "PYTHONPATH": str(CHECKOUT)}
    nowhere = subprocess.DEVNULL
    server = subprocess.Popen(command, env=environment, cwd=CHECKOUT, stdout=nowhere, stderr=nowhere)
    try:
        until = time.monotonic() + SECONDS
        while not (records := list((own / "RUNTIME").glob("jpserver-*.json"))):
            if time.monotonic() > until:
                sys.exit("JupyterLab did not start.")
            time.sleep(0.5)
        found = json.loads(records[0].read_text(encoding="utf-8"))
        yield f"{found['url']}lab/tree/{NOTEBOOK}?token={found['token']}"
    finally:
        # It ends its kernels, which it does not if it is killed.
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(explore(Path(sys.argv[1]))) + "\n")
