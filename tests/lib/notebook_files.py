"""Small notebooks for the tests of everything that runs notebooks."""

from pathlib import Path

from nbformat import v4

from kit.notebooks.files import PARAMETERS, write_notebook

DEFAULTS = 'council = "sample"\nyear = 2021'


def notebook_file(folder: Path, name: str, *cells: str, defaults: str = DEFAULTS) -> Path:
    """Write a notebook of a title, a tagged parameters cell and `cells`, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = [v4.new_markdown_cell(f"# {name}", id="title")]
    parts.append(v4.new_code_cell(defaults, id="parameters", metadata={"tags": [PARAMETERS]}))
    parts += [v4.new_code_cell(source, id=f"step-{number}") for number, source in enumerate(cells, 1)]
    path = folder / f"{name}.ipynb"
    write_notebook(v4.new_notebook(cells=parts), path)
    return path
