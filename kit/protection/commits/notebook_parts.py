"""What a notebook holds beside the text of its cells: what cells show, attachments and metadata; whose that is.

Needs the standard library only: git's hook looks at notebooks with it, and so does JupyterLab's saving
(`kit.commands.lab_saving`).
"""

import json
from collections.abc import Mapping
from typing import Any

from kit.protection.commits.child_rows import IDENTIFIER
from kit.protection.commits.made_up import outputs_hash

# Written into a saved notebook in place of what a cell showed.
NOT_KEPT = {
    "output_type": "display_data",
    "metadata": {},
    "data": {"text/plain": "Not kept in the file, as it may show children. Run the cell again to see it."},
}
IN_CELLS = {"cell_type", "id", "metadata", "source", "outputs", "execution_count", "attachments"}
IN_NOTEBOOKS = {"cells", "metadata", "nbformat", "nbformat_minor"}
# What JupyterLab, VS Code and Papermill note of a cell and of a notebook, none of it about what was shown.
OF_CELLS = {
    "collapsed", "deletable", "editable", "execution", "jp-MarkdownHeadingCollapsed", "jupyter", "name", "scrolled",
    "slideshow", "tags", "trusted", "vscode",
}  # fmt: skip
OF_NOTEBOOKS = {"kernelspec", "language_info", "orig_nbformat", "toc-autonumbering", "toc-showtags", "vscode"}
LONGEST_METADATA = 400
# Of very many cells so many are named.
NAMED = 10


def not_of_the_sample(notebook: Mapping[str, Any], known: frozenset[str]) -> list[str]:
    """Return, in words that show no value, each part of a notebook that may be a council's.

    `known` holds the hashes of what the committed notebooks show of the sample council.
    """
    if not isinstance(notebook.get("cells"), list) or notebook.get("nbformat") != 4:
        return ["it is not a notebook of format 4 that can be read"]
    found, shows = [], []
    for number, cell in enumerate(notebook["cells"], 1):
        if cell.get("outputs") and not may_stay(cell["outputs"], known):
            shows.append(str(number))
        if cell.get("attachments"):
            found.append(f"cell {number} has a picture or another file attached")
        found += [f'cell {number} has "{name[:40]}" in it' for name in _others(cell, IN_CELLS, OF_CELLS)]
    found += [f'it has "{name[:40]}" in it' for name in _others(notebook, IN_NOTEBOOKS, OF_NOTEBOOKS)]
    if shows:
        more = [f"{len(shows) - NAMED} more"] if len(shows) > NAMED else []
        cells = ", ".join([*shows[:NAMED], *more])
        said = f"cell {cells} shows" if len(shows) == 1 else f"cells {cells} show"
        found.insert(0, f"{said} what the sample council does not give")
    return found


def may_stay(outputs: list[dict[str, Any]], known: frozenset[str]) -> bool:
    """Return whether the sample council gives what a cell shows, or only the remark that it was not kept."""
    return outputs_hash(outputs) in known or all(map(is_remark, outputs))


def is_remark(output: dict[str, Any]) -> bool:
    """Return whether an output is the remark that what a cell showed was not kept."""
    return outputs_hash([output]) == outputs_hash([NOT_KEPT])


def _others(part: Mapping[str, Any], keys: set[str], metadata: set[str]) -> list[str]:
    """Return the names of what is neither usual in a cell or notebook nor usual, and short, in its metadata."""
    said = part.get("metadata") or {}
    long = [name for name, value in said.items() if name in metadata and _says_much(value)]
    return sorted({*set(part) - keys, *set(said) - metadata, *long})


def _says_much(value: Any) -> bool:
    text = json.dumps(value)
    return len(text) > LONGEST_METADATA or IDENTIFIER.search(text) is not None
