"""Runs a folder of notebooks by another tool's Python interface, in a process of its own: `TOOL FROM TO`."""

import importlib
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kit.bench.sample_council import COUNCIL, YEAR

PARAMETERS = {"council": COUNCIL, "year": YEAR}
AT_A_TIME = 2


def papermill(notebooks: list[Path], out: Path) -> None:
    """Run them with Papermill, two at a time, each in a kernel of its own."""
    execute = importlib.import_module("papermill").execute_notebook
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        list(pool.map(lambda path: execute(path, out / path.name, PARAMETERS, progress_bar=False), notebooks))


def ploomber_engine(notebooks: list[Path], out: Path) -> None:
    """Run them with ploomber-engine one after another, all in this process."""
    execute = importlib.import_module("ploomber_engine").execute_notebook
    for path in notebooks:
        execute(path, out / path.name, parameters=PARAMETERS, progress_bar=False)


TOOLS: dict[str, Callable[[list[Path], Path], None]] = {"papermill": papermill, "ploomber-engine": ploomber_engine}


def main(tool: str, notebooks: str, out: str) -> None:
    """Run every notebook of a folder, and write the executed copies into the folder `out`, which is there."""
    TOOLS[tool](sorted(Path(notebooks).glob("*.ipynb")), Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
