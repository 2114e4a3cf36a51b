"""JupyterLab as `make lab` starts it, in a real browser: what it opens, how definitions look, and what it saves."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat import v4

from kit.chapters.content import Definition
from kit.commands.lab import FIRST, lab_command, make_scratch
from kit.notebooks.files import write_notebook
from tests.browser.test_page import browser, playwright

__all__ = ["browser", "playwright"]
WAIT = 180
TERMS = Definition(
    "Held on time", (("A term of so many words that it takes several lines beside its meaning", "Short."),) * 4
)
DEFINE = f"from kit.chapters.content import Definition\n\n{TERMS!r}"
ROWS = "print('child', 700000 + 1)"
# Until JupyterLab has begun, the page has neither its application nor a shell.
KERNEL_IS_READY = "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
# Of each definition: what is beside its neighbour, if anything does.
BESIDE = """() => [...document.querySelectorAll("dl")].flatMap(list => {
    const boxes = [...list.children].map(part => part.getBoundingClientRect());
    return boxes.slice(1).filter((box, n) => box.top < boxes[n].bottom - 1).map(box => box.top);
})"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Notebooks of which the first shows a definition, as it was saved on another computer, and would print a row."""
    folder = tmp_path_factory.mktemp("lab")
    saved = v4.new_output("execute_result", TERMS._repr_mimebundle_(), execution_count=1)
    cells = [v4.new_code_cell(DEFINE, id="a", outputs=[saved]), v4.new_code_cell(ROWS, id="b")]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    write_notebook(v4.new_notebook(cells=cells, metadata=kernel), folder / FIRST)
    make_scratch(folder)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    own = tmp_path_factory.mktemp("jupyter")
    places = {f"JUPYTER_{what}_DIR": str(own / what) for what in ("RUNTIME", "CONFIG", "DATA")}
    options = ("--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True")
    with (own / "log").open("w") as log:
        lab = subprocess.Popen(lab_command(folder, *options), env=os.environ | places, stdout=log, stderr=log)
        try:
            for _ in range(WAIT):
                time.sleep(1)
                for record in (own / "RUNTIME").glob("jpserver-*.json"):
                    server = json.loads(record.read_text(encoding="utf-8"))
                    yield f"{server['url']}?token={server['token']}"
                    return
            pytest.fail((own / "log").read_text(encoding="utf-8"))
        finally:
            lab.kill()
            lab.wait()


def test_it_opens_on_the_first_chapter_in_step_and_saves_no_row(browser: Any, address: str, folder: Path) -> None:
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.set_default_timeout(WAIT * 1000)
    tab.goto(address)
    tab.wait_for_selector(".jp-NotebookPanel dl")
    assert tab.url.endswith(f"/lab/tree/{FIRST}")
    assert tab.evaluate(BESIDE) == [], "before a cell has run here, JupyterLab takes the style of an output out"
    tab.wait_for_function(KERNEL_IS_READY)
    tab.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    tab.wait_for_selector("text=child 700001")
    assert tab.evaluate(BESIDE) == []
    tab.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    tab.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")
    said = "Not kept in the file"
    until = time.monotonic() + WAIT
    while said not in (folder / FIRST).read_text(encoding="utf-8") and time.monotonic() < until:
        time.sleep(0.5)
    files = [path.read_text(encoding="utf-8") for path in (folder / FIRST, *folder.glob(".ipynb_checkpoints/*"))]
    assert len(files) == 2
    assert said in files[0] and not any("child 700001" in text for text in files)
    assert tab.is_visible("text=child 700001"), "it stays on the screen"
    tab.close()
