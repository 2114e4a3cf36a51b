"""Notebooks are thin: one parameters cell, `import kit`, and calls that read as a sentence."""

import ast
import json
import re
from pathlib import Path

import pytest

from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import load_measures
from kit.notebooks.chapters import chapter_name
from kit.paths import CHECKOUT, chapter_files
from tests.conventions.test_words import AMOUNT

NOTEBOOKS = chapter_files(CHECKOUT / "notebooks")


def name(path: Path) -> str:
    return path.stem


def cells(path: Path, kind: str) -> list[dict]:
    content = json.loads(path.read_text(encoding="utf-8"))
    return [cell | {"source": "".join(cell["source"])} for cell in content["cells"] if cell["cell_type"] == kind]


def calls(path: Path) -> list[ast.Call]:
    trees = [ast.parse(cell["source"]) for cell in cells(path, "code")]
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS[0].stem == "00_start_here"
    assert len(NOTEBOOKS) >= 7


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_exactly_one_cell_has_the_parameters_and_they_are_the_sample_councils(path: Path) -> None:
    tagged = [cell for cell in cells(path, "code") if "parameters" in cell["metadata"].get("tags", [])]
    given = ["council", "=", '"sample"', "year", "=", "2021", "as_at", "=", '""']
    assert [cell["source"].split() for cell in tagged] == [given]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_imports_the_kit_and_defines_nothing(path: Path) -> None:
    kinds: set[str] = set()
    imports: set[str] = set()
    for cell in cells(path, "code"):
        for node in ast.walk(ast.parse(cell["source"])):
            kinds.add(type(node).__name__)
            if isinstance(node, ast.Import):
                imports |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imports.add(f"from {node.module}")
    assert imports == {"kit"}
    defining = {"FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda"}
    assert not kinds & {*defining, "For", "While", "If", "With", "Try", "ListComp", "DictComp", "JoinedStr"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_holds_no_sql_no_chart_code_and_no_magic(path: Path) -> None:
    for cell in cells(path, "code"):
        source = cell["source"]
        assert not re.search(r"\b(SELECT|FROM|WHERE|GROUP BY)\b", source)
        assert not re.search(r"\b(alt|altair|Chart|encode|mark_\w+|pl|polars|duckdb)\b", source)
        assert not re.match(r"\s*[%!]", source)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_every_measure_and_breakdown_that_a_notebook_names_exists(path: Path) -> None:
    measures = load_measures()
    for call in calls(path):
        words = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("headline", "trend", "breakdown", "definition"):
            assert words and words[0] in measures, words
            assert all(word in BREAKDOWNS and word in measures[words[0]].breakdowns for word in words[1:2]), words


def test_every_measure_that_is_shown_has_its_definition_in_a_chapter() -> None:
    said = {ast.unparse(call) for path in NOTEBOOKS for call in calls(path)}
    shown = [measure.name for measure in load_measures().values() if measure.shown]
    assert [name for name in shown if f"report.definition('{name}')" not in said] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_the_last_cell_places_the_councils_own_words_on_the_chapter(path: Path) -> None:
    """So they are in every output that is made from a notebook, and in the notebook itself."""
    said = [cell["source"].strip() for cell in cells(path, "code")]
    own = f'report.words("{chapter_name(path.stem)}")'
    assert said.count(own) == 1, f"the last cell of {path.name} is to be {own}"
    last = json.loads(path.read_text(encoding="utf-8"))["cells"][-1]
    assert "".join(last["source"]).strip() == own


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_prose_leaves_the_laws_timescales_to_what_is_beside_the_figures(path: Path) -> None:
    for cell in cells(path, "markdown"):
        assert not AMOUNT.search(cell["source"]), cell["source"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_no_figure_is_typed_into_prose(path: Path) -> None:
    limits = r"PN\d( to PN\d)?|regulation \d+|per 100"
    law = rf"\b({limits}|20\d\d(-\d\d)?|\d+ (April|March|August))\b"
    for cell in cells(path, "markdown"):
        prose = re.sub(law, "", cell["source"])
        assert not re.search(r"\d[\d,.]*\s?%|\b\d{2,}\b", prose), prose
