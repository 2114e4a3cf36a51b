"""Notebooks as files: how one is read and checked, and the form in which one is written."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import split_lines, strip_transient

from kit.errors import KitError
from kit.paths import shown

PARAMETERS, INJECTED = "parameters", "injected-parameters"
CELL_SECONDS = 600
ERROR_MARKER = "papermill-error-cell-tag"
LEFT_BY_A_RUN = ("papermill", "execution", "widgets")


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook at `path`, every cell with an id; a KitError if it is not one.

    Cells of older notebooks have no id, and nbformat would give them random ones: they are numbered.
    """
    return _notebook(_text(path), shown(path))


def read_source(path: Path) -> NotebookNode:
    """Return the notebook at `path` without its outputs, which a run makes again; a KitError if it is not one.

    What comes back is not to be changed: it is read once as long as the file stays as it is.
    """
    return _source(_text(path), shown(path))


def read_executed(path: Path) -> dict[str, Any]:
    """Return a notebook that the kit itself ran and wrote, as plain JSON; a KitError if it cannot be read."""
    try:
        executed: dict[str, Any] = json.loads(_text(path))
    except (ValueError, RecursionError):
        raise KitError(_no_notebook(shown(path))) from None
    return executed


@lru_cache(maxsize=64)
def _source(text: str, where: str) -> NotebookNode:
    return _notebook(text, where, outputs=False)


def _text(path: Path) -> str:
    where = shown(path)
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KitError(f"{where} does not exist.") from None
    except OSError as error:
        raise KitError(f"{where} cannot be read: {error.strerror}.") from error
    except ValueError:
        raise KitError(_no_notebook(where)) from None


def _no_notebook(where: str) -> str:
    return f"{where} is not a notebook: its JSON cannot be read. Take an earlier version of the file."


def _notebook(text: str, where: str, outputs: bool = True) -> NotebookNode:
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raise KitError(_no_notebook(where)) from None
    if not isinstance(raw, dict) or raw.get("nbformat") != 4 or not isinstance(raw.get("cells"), list):
        raise KitError(f"{where} is not a notebook of format 4. Open it in JupyterLab and save it again.")
    try:
        for number, cell in enumerate(raw["cells"], 1):
            cell.setdefault("id", f"cell-{number}")
            if not outputs and "outputs" in cell:
                cell["outputs"] = []
        raw["nbformat_minor"] = max(5, raw.get("nbformat_minor", 0))
        notebook = nbformat.v4.reads(json.dumps(raw))
        nbformat.validate(notebook)
    except (nbformat.ValidationError, AttributeError, TypeError, KeyError) as error:
        reason = str(getattr(error, "message", error)).splitlines()[0]
        raise KitError(
            f"{where} is not a valid notebook ({reason[:200]}). Open it in JupyterLab and save it again."
        ) from error
    return notebook


def tags(cell: NotebookNode) -> list[str]:
    """Return the tags of a cell."""
    return list(cell.metadata.get("tags", ()))


def stripped(notebook: NotebookNode, *, keep_injected: bool) -> NotebookNode:
    """Return an executed notebook without what differs from run to run: times, paths, versions, random ids.

    `keep_injected` keeps the cell that holds the parameters of the run. Cells are counted again from 1.
    """
    kept = _copy(notebook)
    dropped = {ERROR_MARKER} if keep_injected else {ERROR_MARKER, INJECTED}
    kept.cells = [cell for cell in kept.cells if dropped.isdisjoint(tags(cell))]
    kept.metadata.language_info = NotebookNode(name="python")
    for part in (kept, *kept.cells):
        for key in LEFT_BY_A_RUN:
            part.metadata.pop(key, None)
    count = 0
    for cell in kept.cells:
        if INJECTED in tags(cell):
            cell.id = INJECTED
        if not tags(cell):
            cell.metadata.pop("tags", None)
        if cell.cell_type == "code":
            count += 1 if cell.execution_count is not None else 0
            cell.execution_count = count if cell.execution_count is not None else None
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = cell.execution_count
    return kept


def _copy(notebook: NotebookNode) -> NotebookNode:
    """Return a copy of a notebook of which all may be changed but what its outputs hold, which is most of it."""
    cells = []
    for cell in notebook.cells:
        copied = _copy_of_parts(cell)
        if "outputs" in cell:
            copied.outputs = [_copy_of_parts(output) for output in cell.outputs]
        if "attachments" in cell:
            copied.attachments = _copy_of_parts(cell.attachments)
        cells.append(copied)
    return NotebookNode({**_copy_of_parts(notebook), "cells": cells})


def _copy_of_parts(node: Mapping[str, Any]) -> NotebookNode:
    """Return a copy of a part of a notebook, and of the parts that it holds directly (metadata, data)."""
    return NotebookNode({key: NotebookNode(part) if isinstance(part, dict) else part for key, part in node.items()})


def notebook_text(notebook: NotebookNode) -> str:
    """Return a notebook as the text of its file: sorted keys, one space of indent, a last line end.

    It is what nbformat writes, which would compare the notebook with its schema first, and copies it more slowly.
    """
    lines = split_lines(strip_transient(_copy(notebook)))
    return json.dumps(lines, indent=1, sort_keys=True, separators=(",", ": "), ensure_ascii=False) + "\n"


def write_notebook(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook, with line ends that are the same on every computer."""
    path.write_text(notebook_text(notebook), encoding="utf-8", newline="\n")
