"""The runner: Papermill, made strict. Chapters run side by side, each in a fresh kernel, and faults are told.

The kernels' part is in `kit.kernels`, the notebooks' in `kit.notebooks`.
"""

import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from kit import kernels
from kit.errors import KitError
from kit.folders import OTHER_TEMPORARY, disk_fault
from kit.kernels import MOST_PRINTED, Kernels
from kit.notebooks import (
    CELL_SECONDS,
    INJECTED,
    chapters,
    check_notebook,
    check_notebooks,
    notebook_text,
    read_source,
    stripped,
    tags,
    write_notebook,
)
from kit.places import shown
from kit.progress import chapters_done
from kit.warm import WarmParent, at_once, warm_parent
from kit.years import printable

__all__ = ["chapters", "check_notebook", "check_notebooks", "golden", "run_chapters"]

LONGEST_MESSAGE = 500
# What Python, DuckDB and, in words, the system call it.
FULL_MEMORY = ("MemoryError", "OutOfMemoryException")
MORE_MEMORY = "Close other programs, or make one chapter at a time: --jobs 1."


class PrintedTooMuchError(Exception):
    """A chapter printed what no page can hold."""


class StoppedEarlyError(Exception):
    """A cell left the notebook (`exit()`), which Papermill takes for success."""


def run_chapters(
    paths: Sequence[Path],
    parameters: Mapping[str, object],
    out: Path,
    *,
    jobs: int | None = None,
    progress: bool = True,
    timeout: int = CELL_SECONDS,
    failed: Path | None = None,
    environment: Mapping[str, str] | None = None,
    warm: WarmParent | None = None,
) -> list[Path]:
    """Run notebooks with `parameters` and return their executed copies in `out`, in the order of `paths`.

    `jobs` chapters run at once (default: that of `kit.warm.at_once`); a cell may take `timeout` seconds. Kernels get
    `environment` beside this process's own, and are forked from `warm` where there is such a parent. Faults are a
    KitError: those of `check_notebooks` before anything runs, and those of every chapter that fails once all have
    ended; as far as they ran, these are kept in `failed`.
    """
    check_notebooks(paths, parameters)
    out.mkdir(parents=True, exist_ok=True)
    texts = _run(paths, parameters, True, jobs, progress, timeout, failed, environment or {}, warm)
    for path, text in texts.items():
        (out / path.name).write_text(text, encoding="utf-8", newline="\n")
    return [out / path.name for path in paths]


def golden(
    paths: Sequence[Path], *, jobs: int | None = None, progress: bool = True, timeout: int = CELL_SECONDS
) -> list[Path]:
    """Run notebooks as they stand, keep the outputs in them, and return those that changed.

    All are run before any is written, so that a failing one (KitError) changes none.
    """
    check_notebooks(paths, {})
    with warm_parent() as warm:
        texts = _run(paths, {}, False, jobs, progress, timeout, None, {}, warm)
    changed = []
    for path, text in texts.items():
        if text.encode() != path.read_bytes():
            beside = path.with_name(f".{path.name}.new")
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(path)
            changed.append(path)
    return changed


def _run(
    paths: Sequence[Path],
    parameters: Mapping[str, object],
    keep_injected: bool,
    jobs: int | None,
    progress: bool,
    timeout: int,
    failed: Path | None,
    environment: Mapping[str, str],
    warm: WarmParent | None,
) -> dict[Path, str]:
    """Run notebooks and return the texts of their executed copies, in the order of `paths`."""
    side_by_side = max(1, min(at_once(jobs), len(paths)))
    faults: dict[Path, str] = {}
    texts: dict[Path, str] = {}
    if failed is not None:
        shutil.rmtree(failed, ignore_errors=True)
    with chapters_done(len(paths), progress) as ended, kernels.started(environment, timeout, warm) as running:
        pool = ThreadPoolExecutor(side_by_side, thread_name_prefix="chapter")
        futures = {pool.submit(_run_one, path, parameters, running): path for path in paths}
        try:
            for future in _as_they_end(futures):
                path = futures[future]
                if (error := future.exception()) is not None:
                    faults[path] = _fault(path, error, running, failed)
                else:
                    texts[path] = notebook_text(stripped(future.result(), keep_injected=keep_injected))
                ended(path.stem, error is None)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            # A future that was cancelled while it queued is done, but `wait` would wait for it for ever.
            while not all(future.done() for future in futures):
                running.kill()
                time.sleep(0.1)
            raise
        finally:
            pool.shutdown()
    if faults:
        raise KitError(faults[path] for path in paths if path in faults)
    return {path: texts[path] for path in paths}


def _run_one(path: Path, parameters: Mapping[str, object], running: Kernels) -> NotebookNode:
    source = running.folder / path.name
    write_notebook(read_source(path), source)
    papermill.execute_notebook(
        # Papermill fills braces in a path with parameters.
        str(source).replace("{", "{{").replace("}", "}}"),
        None,
        dict(parameters),
        engine_name=kernels.ENGINE,
        kernel_name=kernels.KERNEL,
        language="python",
        progress_bar=False,
        kernels=running,
        name=path.stem,
    )
    executed: NotebookNode = running.notebook(path.stem)
    if running.clients[path.stem].printed > MOST_PRINTED:
        raise PrintedTooMuchError
    for cell in executed.cells:
        if cell.cell_type == "code" and cell.source.strip() and cell.execution_count is None:
            raise StoppedEarlyError
    nbformat.validate(executed)
    return executed


def _as_they_end(futures: Mapping["Future[NotebookNode]", Path]) -> Iterator["Future[NotebookNode]"]:
    left = set(futures)
    while left:
        # A wait without an end would keep Ctrl-C from being heard on Windows.
        ended, left = wait(left, timeout=0.5, return_when=FIRST_COMPLETED)
        yield from sorted(ended, key=lambda future: futures[future])


def _fault(path: Path, error: BaseException, running: Kernels, failed: Path | None) -> str:
    executed, kept = running.notebook(path.stem), ""
    notebook = stripped(executed, keep_injected=True) if executed is not None else None
    if notebook is not None and failed is not None:
        failed.mkdir(parents=True, exist_ok=True)
        write_notebook(notebook, failed / path.name)
        kept = f" As far as it ran it is kept in {shown(failed / path.name)}."
    where = shown(path) + _cell(notebook, running.cells.get(path.stem))
    return f"{where}: {_reason(error, running, path.stem)}{kept}"


def _cell(notebook: NotebookNode | None, index: int | None) -> str:
    if notebook is None or index is None:
        return ""
    cell = notebook.cells[index]
    if INJECTED in tags(cell):
        return ", the parameters"
    number = 1 + sum(INJECTED not in tags(before) for before in notebook.cells[:index])
    line = next((line.strip() for line in cell.source.splitlines() if line.strip()), "")
    return f", cell {number} ({printable(line, 80)})"


def _reason(error: BaseException, running: Kernels, name: str) -> str:
    if isinstance(error, PapermillExecutionError):
        if error.ename in FULL_MEMORY:
            return f"it needs more memory than there is ({error.ename}). {MORE_MEMORY}"
        message = printable(" ".join(str(error.evalue).split()), LONGEST_MESSAGE)
        return message if error.ename == KitError.__name__ else f"{error.ename}: {message}."
    if isinstance(error, CellTimeoutError):
        return f"the cell took longer than {running.timeout} seconds and was stopped."
    if isinstance(error, DeadKernelError):
        return f"its Python process died: it crashed, or the computer ran out of memory. {MORE_MEMORY}"
    if isinstance(error, PrintedTooMuchError):
        return f"it printed more than {MOST_PRINTED // 1_000_000} million characters. Let it print less."
    if isinstance(error, nbformat.ValidationError):
        # Its own words would quote what the cell shows.
        return "a cell shows something that no notebook can hold, such as a number in place of a text. Take it out."
    if isinstance(error, StoppedEarlyError):
        return "it stopped here, before its last cell, as if it had been finished."
    if isinstance(error, RuntimeError) and name not in running.cells:
        words = printable(running.last_words(name), LONGEST_MESSAGE)
        return f"its Python process (kernel) did not start. {words or error}"
    if isinstance(error, OSError):
        return disk_fault(error, running.folder.parent, OTHER_TEMPORARY)
    return f"{type(error).__name__}: {printable(' '.join(str(error).split()), LONGEST_MESSAGE)}"
