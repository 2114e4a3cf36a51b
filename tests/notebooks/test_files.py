import copy
import json
from pathlib import Path

import nbformat
import pytest

from kit.errors import KitError
from kit.notebooks.files import notebook_text, read_notebook, stripped, write_notebook
from kit.notebooks.parameters import check_notebook, check_notebooks
from kit.paths import NOTEBOOKS, chapter_files
from tests.lib.notebook_files import notebook_file

GIVEN = {"council": "sample", "year": 2020}


def faults(path: Path, parameters: dict[str, object] | None = None) -> str:
    with pytest.raises(KitError) as refused:
        check_notebook(path, GIVEN if parameters is None else parameters)
    return "\n".join(refused.value.messages)


def change(path: Path, cell: int, **changes: object) -> Path:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][cell] |= changes
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def test_chapters_are_in_order_of_name_and_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=r"holds no notebook called NN_name\.ipynb"):
        chapter_files(tmp_path, needed=True)
    for name in ("02_b", "10_c", "01_a"):
        notebook_file(tmp_path, name)
    for name in (".hidden", "Untitled", "01_a-Copy1", "3_d", "04", "05 e", "notes_06_f"):
        (tmp_path / f"{name}.ipynb").touch()
    assert [path.stem for path in chapter_files(tmp_path)] == ["01_a", "02_b", "10_c"]


def test_a_notebook_that_sets_exactly_these_parameters_may_run(tmp_path: Path) -> None:
    check_notebook(notebook_file(tmp_path, "01", "print(year)", "[year for year in (1, 2)]"), GIVEN)


def test_a_misspelt_parameter_is_refused_with_the_closest_name(tmp_path: Path) -> None:
    message = faults(notebook_file(tmp_path, "01"), {"council": "sample", "yaer": 2020})
    assert 'there is no parameter "yaer" in cell 2' in message
    assert "Did you mean year?" in message
    assert "Its parameters are: council, year." in message


def test_a_parameter_that_the_cell_misspells_is_refused(tmp_path: Path) -> None:
    assert 'no parameter "year"' in faults(notebook_file(tmp_path, "01", defaults='council = "a"\nyaer = 2021'))


@pytest.mark.parametrize("tags", [[], ["parameter"], ["Parameters"]])
def test_a_lost_or_misspelt_tag_is_refused(tmp_path: Path, tags: list[str]) -> None:
    path = change(notebook_file(tmp_path, "01"), 1, metadata={"tags": tags})
    assert 'exactly one code cell must be tagged "parameters"' in faults(path)


def test_two_tagged_cells_are_refused_by_number(tmp_path: Path) -> None:
    path = change(notebook_file(tmp_path, "01", "x = 1"), 2, metadata={"tags": ["parameters"]})
    assert "(cells 2, 3 are)" in faults(path)


def test_a_tagged_text_cell_is_refused(tmp_path: Path) -> None:
    path = notebook_file(tmp_path, "01")
    change(path, 0, metadata={"tags": ["parameters"]})
    change(path, 1, metadata={})
    assert "exactly one code cell" in faults(path)


def test_a_later_cell_that_sets_the_year_again_is_refused(tmp_path: Path) -> None:
    assert 'cell 4 sets "year" again' in faults(notebook_file(tmp_path, "01", "import os", "year = 2021"))


def test_a_cell_that_an_earlier_run_injected_is_refused(tmp_path: Path) -> None:
    path = change(notebook_file(tmp_path, "01", "x = 1"), 2, metadata={"tags": ["injected-parameters"]})
    assert 'cell 3 is tagged "injected-parameters"' in faults(path)


def test_a_parameter_of_another_type_is_refused(tmp_path: Path) -> None:
    message = faults(notebook_file(tmp_path, "01"), {"council": "sample", "year": "2020"})
    assert 'the parameter "year" is a whole number, not text' in message


def test_a_kernel_that_the_kit_does_not_have_is_refused(tmp_path: Path) -> None:
    path = notebook_file(tmp_path, "01")
    notebook = read_notebook(path)
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    write_notebook(notebook, path)
    assert 'its kernel is "ir"' in faults(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe\x00",
        b'{"nbformat": 3}',
        b'{"nbformat": 4, "cells": [1]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_notebook_is_refused_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "01.ipynb"
    path.write_bytes(content)
    assert "01.ipynb" in faults(path)


def test_a_missing_notebook_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in faults(tmp_path / "01.ipynb")


def test_faults_of_all_notebooks_are_told_at_once(tmp_path: Path) -> None:
    first = notebook_file(tmp_path, "01", "year = 1", defaults="council = 'a'\nyear = 'b'")
    second = notebook_file(tmp_path, "02", defaults="")
    with pytest.raises(KitError) as refused:
        check_notebooks([first, second], GIVEN)
    assert [message.split(": ")[0][-8:] for message in refused.value.messages] == [
        "01.ipynb",
        "01.ipynb",
        "02.ipynb",
        "02.ipynb",
    ]


def test_cells_without_ids_get_the_same_ids_each_time(tmp_path: Path) -> None:
    path = notebook_file(tmp_path, "01", "x = 1")
    notebook = json.loads(path.read_text(encoding="utf-8")) | {"nbformat_minor": 4}
    for cell in notebook["cells"]:
        del cell["id"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert [cell.id for cell in read_notebook(path).cells] == ["cell-1", "cell-2", "cell-3"]


def test_a_notebook_is_written_as_nbformat_writes_it() -> None:
    for path in chapter_files(NOTEBOOKS):
        text = path.read_text(encoding="utf-8")
        notebook = nbformat.reads(text, as_version=4)
        assert notebook_text(notebook) == nbformat.writes(notebook) + "\n" == text
        assert notebook_text(notebook) == text, "and is left as it was"


def test_a_notebook_is_left_as_it_was_by_what_is_made_of_it() -> None:
    shown = nbformat.v4.new_output("display_data", {"text/plain": "a\nb"}, metadata={"kept": {"so": 1}})
    printed = nbformat.v4.new_output("stream", text="a\nb")
    words = nbformat.v4.new_markdown_cell("a\nb", attachments={"picture.svg": {"image/svg+xml": "<svg>\n</svg>"}})
    code = nbformat.v4.new_code_cell("x\ny", outputs=[shown, printed], execution_count=7, metadata={"trusted": True})
    notebook = nbformat.v4.new_notebook(cells=[words, code], metadata={"papermill": {"duration": 1}, "widgets": {}})
    before = copy.deepcopy(notebook)
    text = notebook_text(notebook)
    assert notebook == before
    assert text == nbformat.writes(notebook) + "\n"
    assert '"execution_count": 1' in notebook_text(stripped(notebook, keep_injected=True))
    assert notebook == before


def test_stripping_takes_times_paths_and_versions_and_leaves_the_source(tmp_path: Path) -> None:
    notebook = read_notebook(notebook_file(tmp_path, "01", "x"))
    before = notebook_text(stripped(notebook, keep_injected=False))
    notebook.metadata.papermill = {"input_path": "/home/somebody/01.ipynb", "duration": 1.5}
    notebook.metadata.language_info = {"name": "python", "version": "3.11.9"}
    for cell in notebook.cells:
        cell.metadata.papermill = {"start_time": "2026-11-21T10:00:00"}
        cell.metadata.setdefault("tags", [])
    assert notebook_text(stripped(notebook, keep_injected=False)) == before
