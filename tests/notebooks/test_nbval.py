"""nbval compares what the committed notebooks show with what they show now: here it is shown that it does."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kit.chapters.content import MIME
from kit.commands.golden import refresh_notebooks
from kit.notebooks.files import notebook_text, read_notebook, stripped, write_notebook
from kit.notebooks.parameters import check_notebook
from kit.paths import CHECKOUT, chapter_files
from tests.lib.notebook_files import notebook_file

COMMITTED = chapter_files(CHECKOUT / "notebooks")
NEEDS_SAMPLE = pytest.mark.skipif(
    not (CHECKOUT / "data" / "sample" / "raw").is_dir(), reason="the sample council is not there: make sample"
)
SMALL = (
    "from kit.chapters.content import Cell, Chart, TableColumn, Sentence, Table",
    "Sentence('449 children were looked after, 31 fewer than a year before.')",
    "Chart('Children', 'It fell from 480 to 449.', '<svg><path d=\"M0,480L1,449\"/></svg>')",
    "Table('Children', (TableColumn('Year'), TableColumn('N', True)), ((Cell('2021'), Cell('449')),))",
)


def cells_that_fail(path: Path) -> list[int]:
    """Run nbval on one notebook as `make nbval` does; return the numbers (from 0) of code cells that fail."""
    report = path.with_suffix(".xml")
    settings = ["-c", "pyproject.toml", "-p", "no:cacheprovider", "-n", "0", "-q", f"--junitxml={report}"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(CHECKOUT)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "--nbval", *settings, str(path)],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        timeout=300,
    )
    assert run.returncode in (0, 1), run.stdout.decode()
    cases = ElementTree.parse(report).iter("testcase")
    ran = {int(case.attrib["name"].split()[-1]): len(case) for case in cases}
    assert len(ran) == sum(cell.cell_type == "code" for cell in read_notebook(path).cells)
    return sorted(number for number, faults in ran.items() if faults)


def another_digit(text: str, pattern: str) -> str:
    """Return `text` with the first digit that `pattern`'s group finds made another."""
    found = re.search(pattern, text)
    assert found is not None
    digit = "1" if found[1] != "1" else "2"
    return text[: found.start(1)] + digit + text[found.end(1) :]


def change_figure(data: dict[str, Any], piece: dict[str, Any]) -> None:
    piece["text"] = another_digit(piece["text"], r"(\d)")


def change_chart(data: dict[str, Any], piece: dict[str, Any]) -> None:
    piece["svg"] = another_digit(piece["svg"], r'<path[^>]* d="M(\d)')


def change_table(data: dict[str, Any], piece: dict[str, Any]) -> None:
    data["text/html"] = another_digit(data["text/html"], r"<td[^>]*>[^<]*?(\d)")


CHANGES: dict[str, Callable[[dict[str, Any], dict[str, Any]], None]] = {
    "sentence": change_figure,
    "chart": change_chart,
    "table": change_table,
}


def pieces(piece: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield piece
    for part in piece.get("parts", ()):
        yield from pieces(part)


def change_one_of_each(path: Path) -> list[int]:
    """Change one figure, one chart and one table, each in another cell, and return the cells' numbers."""
    notebook, left, changed = read_notebook(path), dict(CHANGES), []
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code):
        for data in (output["data"] for output in cell.outputs if MIME in output.get("data", {})):
            kinds = {piece["type"]: piece for piece in pieces(data[MIME])}
            if kind := next((kind for kind in left if kind in kinds), None):
                left.pop(kind)(data, kinds[kind])
                changed.append(number)
    assert not left
    write_notebook(notebook, path)
    return changed


def shows_something(source: str) -> bool:
    lines = ast.parse(source).body
    return bool(lines) and isinstance(lines[-1], ast.Expr)


def test_a_changed_figure_chart_or_table_fails_its_cell_and_no_other(tmp_path: Path) -> None:
    path = notebook_file(tmp_path, "01_small", *SMALL)
    refresh_notebooks([path], progress=False)
    changed = change_one_of_each(path)
    assert cells_that_fail(path) == changed == [2, 3, 4]


@NEEDS_SAMPLE
def test_in_a_real_chapter_only_the_changed_cells_fail(tmp_path: Path) -> None:
    committed = CHECKOUT / "notebooks" / "01_children_in_care.ipynb"
    path = tmp_path / committed.name
    path.write_bytes(committed.read_bytes())
    changed = change_one_of_each(path)
    assert len(changed) == len(CHANGES)
    assert cells_that_fail(path) == changed


@NEEDS_SAMPLE
@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.stem)
def test_every_cell_that_shows_something_has_its_output_committed(path: Path) -> None:
    # nbval passes a cell without outputs, whatever it shows now.
    for number, cell in enumerate(read_notebook(path).cells, 1):
        if cell.cell_type == "code" and shows_something(cell.source):
            assert cell.outputs, f"cell {number}: run make golden"
            assert all(MIME in output.get("data", {}) for output in cell.outputs), f"cell {number}"


@pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.stem)
def test_a_committed_notebook_holds_nothing_of_the_run_that_made_it(path: Path) -> None:
    notebook = read_notebook(path)
    assert notebook_text(stripped(notebook, keep_injected=False)) == path.read_text(encoding="utf-8")
    assert str(CHECKOUT) not in path.read_text(encoding="utf-8")
    check_notebook(path, {"council": "sample", "year": 2021})
