"""A council's own copies of the notebooks, so that the tracked ones only ever run the sample council."""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from nbformat import NotebookNode

from kit.errors import KitError
from kit.notebooks.files import PARAMETERS, read_notebook, tags, write_notebook
from kit.notebooks.parameters import check_notebooks
from kit.paths import chapter_files, shown

RECORD = ".copies.json"


@dataclass(frozen=True)
class Copies:
    """The names of the notebooks made or renewed, of those left as they were, and of those that fell behind.

    A copy falls behind if the analyst changed it and the original, or the parameters, changed as well.
    """

    made: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


def make_copies(
    originals: Path,
    folder: Path,
    parameters: Mapping[str, object],
    besides: Mapping[str, NotebookNode] | None = None,
) -> Copies:
    """Bring a council's copies in `folder` up to date with the original notebooks, and with those `besides`, by name.

    A copy is renewed only while it says what was copied last; running it does not count as a change of it.
    Raises KitError, all faults at once, if an original has no parameters cell that sets such parameters.
    """
    notebooks = chapter_files(originals, needed=True)
    check_notebooks(notebooks, parameters)
    folder.mkdir(parents=True, exist_ok=True)
    record = read_record(folder)
    copies = Copies()
    made = {original.name: copy_with_parameters(original, parameters) for original in notebooks}
    for name, copy in {**(besides or {}), **made}.items():
        path, new = folder / name, words_digest(copy)
        old = words_digest(read_notebook(path)) if path.exists() else None
        if old is None or (old == record.get(name) and old != new):
            write_notebook(copy, path)
            copies.made.append(name)
            record[name] = new
        elif new in (old, record.get(name)):
            copies.kept.append(name)
        else:
            copies.behind.append(name)
    text = json.dumps(record, indent=1, sort_keys=True) + "\n"
    (folder / RECORD).write_text(text, encoding="utf-8", newline="\n")
    return copies


def read_record(folder: Path) -> dict[str, str]:
    """Return, by name, the digest of each notebook as last copied; empty if there is no record."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def words_digest(notebook: NotebookNode) -> str:
    """Return a digest of what a notebook says: its cells' kinds and sources, not their outputs."""
    words = [[cell.cell_type, cell.source] for cell in notebook.cells]
    return sha256(json.dumps(words).encode("utf-8")).hexdigest()


def copy_with_parameters(original: Path, parameters: Mapping[str, object]) -> NotebookNode:
    """Return a notebook with these parameters and no outputs, as its outputs are another council's."""
    notebook = read_notebook(original)
    for cell in notebook.cells:
        if PARAMETERS in tags(cell):
            try:
                cell.source = set_parameters(cell.source, parameters)
            except KitError as error:
                raise KitError(f"{shown(original)}: {message}" for message in error.messages) from None
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def set_parameters(source: str, parameters: Mapping[str, object]) -> str:
    """Return the source of a parameters cell with these values in place of its own, all the rest as it is.

    Raises KitError if a name is not set by a line of its own.
    """
    lines = source.splitlines(keepends=True)
    unset = set(parameters)
    for line in ast.parse(source).body:
        name = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", None)
        value = getattr(line, "value", None)
        if not isinstance(name, ast.Name) or name.id not in unset or value is None:
            continue
        if value.lineno == value.end_lineno and line.lineno == value.lineno:
            # ast counts bytes of UTF-8
            text = lines[line.lineno - 1].encode("utf-8")
            given = literal(parameters[name.id]).encode("utf-8")
            text = text[: value.col_offset] + given + text[value.end_col_offset :]
            lines[line.lineno - 1] = text.decode("utf-8")
            unset.discard(name.id)
    if unset:
        names = ", ".join(f'"{name}"' for name in sorted(unset))
        raise KitError(f'the cell tagged "{PARAMETERS}" must set {names}, each on a line of its own.')
    return "".join(lines)


def literal(value: object) -> str:
    """Return a value as Python source, text in double quotes."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
