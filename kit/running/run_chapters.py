"""The runner: Papermill, made strict. Chapters run side by side in worker processes, and faults are told.

The processes are in `kit.running.worker_pool`; what runs in each is in `kit.running.chapter_worker`.
"""

import shutil
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from nbformat import NotebookNode, from_dict

from kit.errors import KitError
from kit.files.permissions import private
from kit.notebooks.chapters import chapter_name
from kit.notebooks.files import CELL_SECONDS, INJECTED, notebook_text, read_source, tags, write_notebook
from kit.notebooks.parameters import check_notebooks
from kit.paths import shown
from kit.running.kept_chapters import asks_the_report_alone
from kit.running.progress import chapters_done
from kit.running.worker_pool import ChapterRun, WorkerPool, worker_pool
from kit.text import printable

LONGEST_MESSAGE = 500
# What Python, DuckDB and, in words, the system call it.
FULL_MEMORY = ("MemoryError", "OutOfMemoryException")
MORE_MEMORY = "Close other programs, or make one chapter at a time: --jobs 1."
# What is wrong, by the name of an error.
REASONS = {
    "too late": "the cell took longer than {seconds} seconds and was stopped.",
    "process died": f"its Python process died: it crashed, or the computer ran out of memory. {MORE_MEMORY}",
    "not started": "its Python process did not start. {said}",
    KitError.__name__: "{said}",
    **{name: f"it needs more memory than there is ({name}). {MORE_MEMORY}" for name in FULL_MEMORY},
}


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
    pool: WorkerPool | None = None,
    keep_injected: bool = True,
) -> list[Path]:
    """Run notebooks with `parameters` and return their executed copies in `out`, in the order of `paths`.

    `jobs` chapters run at once, in the worker processes `pool` if there is one; a cell may take `timeout` seconds.
    They get `environment` beside this process's own; `keep_injected` keeps the cell with the parameters. Faults are a
    KitError: those of `check_notebooks` before anything runs, and those of every chapter that fails once all have
    ended; as far as they ran, these are kept in `failed`.
    """
    check_notebooks(paths, parameters)
    out.mkdir(parents=True, exist_ok=True)
    if failed is not None:
        shutil.rmtree(failed, ignore_errors=True)
    given = {"parameters": dict(parameters), "environment": dict(environment or {})}
    # The longest first, so that none begins when the others are about to end.
    longest_first = sorted(paths, key=lambda path: -path.stat().st_size)
    # What other lines of Python leave behind nobody can know: no other chapter runs in that process.
    chapters = [
        ChapterRun(
            {"path": str(path), "to": str(out / path.name), "keep_injected": keep_injected, **given},
            reusable=asks_the_report_alone(notebook_text(read_source(path)), chapter_name(path.stem)),
        )
        for path in longest_first
    ]
    faults: dict[str, str] = {}
    with nullcontext(pool) if pool else worker_pool(jobs) as workers, chapters_done(len(paths), progress) as ended:
        for chapter in workers.run(chapters, timeout):
            path = Path(chapter.order["path"])
            if fault := _fault(path, chapter, timeout, failed):
                faults[path.name] = fault
            ended(path.stem, not fault)
    if faults:
        raise KitError(faults[path.name] for path in paths if path.name in faults)
    return [out / path.name for path in paths]


def _fault(path: Path, chapter: ChapterRun, seconds: int, failed: Path | None) -> str:
    name, words = chapter.error or ("", "")
    if not name:
        return ""
    notebook, kept, where = chapter.notebook(), "", shown(path)
    if notebook is not None:
        ran = from_dict(notebook)
        where += _cell(ran, chapter.cell)
        if failed is not None:
            failed.mkdir(parents=True, exist_ok=True)
            # Before it is written too: it may show what a chapter had read when it failed.
            private(failed)
            write_notebook(ran, failed / path.name)
            private(failed)
            kept = f" As far as it ran it is kept in {shown(failed / path.name)}."
    said = printable(" ".join(words.split()), LONGEST_MESSAGE)
    return f"{where}: {REASONS.get(name, f'{name}: {{said}}.').format(seconds=seconds, said=said)}{kept}"


def _cell(notebook: NotebookNode, index: int | None) -> str:
    if index is None:
        return ""
    cell = notebook.cells[index]
    if INJECTED in tags(cell):
        return ", the parameters"
    number = 1 + sum(INJECTED not in tags(before) for before in notebook.cells[:index])
    line = next((line.strip() for line in cell.source.splitlines() if line.strip()), "")
    return f", cell {number} ({printable(line, 80)})"
