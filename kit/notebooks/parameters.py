"""Whether a notebook may run: its kernel, and the parameters that it declares."""

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

from nbformat import NotebookNode

from kit.errors import KitError, did_you_mean
from kit.notebooks.files import INJECTED, PARAMETERS, read_source, tags
from kit.paths import shown

KERNELS = ("python3", "iro-kit")
IN_WORDS = {int: "a whole number", str: "text", bool: "True or False", float: "a number"}


def check_notebooks(paths: Iterable[Path], parameters: Mapping[str, object]) -> None:
    """Refuse, all faults of all notebooks at once (KitError), what `check_notebook` refuses."""
    faults: list[str] = []
    for path in paths:
        try:
            check_notebook(path, parameters)
        except KitError as error:
            faults += error.messages
    if faults:
        raise KitError(faults)


def check_notebook(path: Path, parameters: Mapping[str, object]) -> None:
    """Refuse (KitError, all faults at once) a notebook that would not run with exactly these parameters.

    Refused are an unreadable notebook, one without exactly one code cell tagged `parameters`, a parameter
    that this cell does not set or sets to another type, and another cell that sets a parameter again.
    """
    notebook = read_source(path)
    faults = _kernel_faults(notebook)
    tagged = [n for n, cell in enumerate(notebook.cells, 1) if PARAMETERS in tags(cell)]
    faults += [
        f'cell {n} is tagged "{INJECTED}": an earlier run left it. Delete the cell.'
        for n, cell in enumerate(notebook.cells, 1)
        if INJECTED in tags(cell)
    ]
    if len(tagged) != 1 or notebook.cells[tagged[0] - 1].cell_type != "code":
        cells = f" (cells {', '.join(map(str, tagged))} are)" if len(tagged) > 1 else ""
        faults.append(
            f'exactly one code cell must be tagged "{PARAMETERS}"{cells}. In JupyterLab: the cogs at the top '
            "right, Cell tags."
        )
    else:
        faults += _parameter_faults(notebook, tagged[0], parameters)
    if faults:
        raise KitError(f"{shown(path)}: {fault}" for fault in faults)


def _kernel_faults(notebook: NotebookNode) -> list[str]:
    name = notebook.metadata.get("kernelspec", {}).get("name", KERNELS[0])
    if name in KERNELS:
        return []
    return [f'its kernel is "{name}", which the kit does not have. Choose the kernel {KERNELS[0]} and save it.']


def _parameter_faults(notebook: NotebookNode, tagged: int, parameters: Mapping[str, object]) -> list[str]:
    values = _assigned(notebook.cells[tagged - 1].source)
    if values is None:
        return [f'cell {tagged}, tagged "{PARAMETERS}", is not readable Python.']
    faults = []
    for name, given in parameters.items():
        if name not in values:
            known = ", ".join(values) or "none"
            faults.append(
                f'there is no parameter "{name}" in cell {tagged}, tagged "{PARAMETERS}".'
                f"{did_you_mean(name, values)} Its parameters are: {known}."
            )
        elif (kind := values[name]) is not None and kind is not type(given):
            is_kind, is_given = (IN_WORDS.get(one, one.__name__) for one in (kind, type(given)))
            faults.append(f'the parameter "{name}" is {is_kind}, not {is_given}.')
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code" and number != tagged:
            again = [name for name in _assigned(cell.source) or {} if name in parameters]
            faults += [
                f'cell {number} sets "{name}" again: the report would not be of the {name} asked for. '
                "Take that line out."
                for name in again
            ]
    return faults


def _assigned(source: str) -> dict[str, type | None] | None:
    """Return the names that a cell's own lines set, each with the type of its value if that is plain.

    None if the cell is not plain Python (a line magic, for example).
    """
    try:
        lines = ast.parse(source).body
    except (SyntaxError, ValueError):
        return None
    names: dict[str, type | None] = {}
    for line in lines:
        if isinstance(line, ast.Assign | ast.AnnAssign | ast.AugAssign) and line.value is not None:
            value = line.value.value if isinstance(line.value, ast.Constant) else None
            targets = line.targets if isinstance(line, ast.Assign) else [line.target]
            for node in (node for target in targets for node in ast.walk(target)):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    names[node.id] = type(value) if value is not None else None
    return names
