"""A worker process that runs chapters one after another, `python -m kit.running.chapter_worker`.

It reads a line of JSON for each chapter and answers with lines of a word and JSON: `notebook` (its cells), `cell` (the
index of one that begins), `ran` (one that has ended, with what it shows), `ended` (an error's name and words, and
whether another chapter may run here). It ends when its standard input does, also in the middle of a cell.
"""

import _thread
import json
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from kit.errors import KitError
from kit.files.disk_errors import disk_fault
from kit.notebooks.files import read_source, stripped, tags, write_notebook
from kit.running.chapter_engine import ENGINE, NOT_RUN
from kit.running.child_processes import end_group, end_with_parent, keep_children_here
from kit.running.garbage import collect_seldom

MOST_PRINTED = 10_000_000
LONGEST_SOCKET = 60
Say = Callable[[str, object], None]


class Printing:
    """Counts what a chapter prints: the file to which Papermill copies it."""

    printed = 0

    def write(self, text: str) -> None:
        """Count what is printed; a KitError once it is more than a page can hold."""
        self.printed += len(text)
        self.flush()

    def flush(self) -> None:
        """Do nothing, unless it is too much."""
        if self.printed > MOST_PRINTED:
            raise KitError(f"it printed more than {MOST_PRINTED // 1_000_000} million characters. Let it print less.")


def main(kernels: bool) -> None:
    """Run chapters until the standard input ends: in this process or, with `kernels`, each in a Jupyter kernel."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # A cell reads nothing, and what a library prints is no answer.
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    # When the computer's memory is full, Linux ends this process before the run and its other processes.
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", encoding="utf-8")
    keep_children_here()
    if not kernels:
        end_with_parent()
    chapters: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
    # What waits for a kernel can still end it.
    ending = _thread.interrupt_main if kernels else end_group
    threading.Thread(target=_listen, args=(orders, chapters, ending), daemon=True).start()

    def say(word: str, content: object) -> None:
        answers.write(f"{word} {json.dumps(content, default=str)}\n".encode())
        answers.flush()

    collect_seldom()
    with suppress(KeyboardInterrupt), _in_kernels() if kernels else nullcontext({"engine_name": ENGINE}) as how:
        if not kernels and chapters.empty():
            _import_early()
        os.dup2(nothing, 2)
        while chapter := chapters.get():
            os.environ.update(chapter.pop("environment"))
            before = _around()
            say("ended", [_run(**chapter, how=how, say=say), _around() == before])


def _listen(orders: Any, chapters: "SimpleQueue[dict[str, Any] | None]", ending: Callable[[], None]) -> None:
    for line in orders:
        chapters.put(json.loads(line))
    chapters.put(None)
    ending()


def _import_early() -> None:
    """Import what chapters need, and start the drawing engine, while there is none to run yet."""
    from kit.chapters.charts.drawing import draw_svg
    from kit.report import report  # noqa: F401

    draw_svg({"mark": "point", "data": {"values": []}})


@contextmanager
def _in_kernels() -> Iterator[dict[str, Any]]:
    """Give how Papermill runs cells in kernels of this Python, whatever kernels and settings the user has.

    They use local sockets if the system has them, so that no port is opened; a socket's path must be short.
    """
    with tempfile.TemporaryDirectory(prefix="kit-kernel-", ignore_cleanup_errors=True) as folder:
        own = {f"JUPYTER_{kind}_DIR": folder for kind in ("CONFIG", "DATA", "RUNTIME")}
        os.environ |= {**own, "IPYTHONDIR": folder, "JUPYTER_PATH": "", "JUPYTER_PREFER_ENV_PATH": "1"}
        transport = "ipc" if os.name == "posix" and len(folder) <= LONGEST_SOCKET else "tcp"
        connection = {"transport": transport, "connection_file": str(Path(folder, "kernel"))}
        config = Config({"ConnectionFileMixin": connection})
        yield {"engine_name": "nbclient", "config": config, "shutdown_kernel": "immediate", "start_timeout": 120}


def _around() -> tuple[object, ...]:
    """Return what a chapter may leave changed for the next one."""
    return threading.active_count(), Path.cwd(), tuple(sys.path), dict(os.environ)


def _run(
    path: str, parameters: dict[str, Any], to: str, keep_injected: bool, how: dict[str, Any], say: Say
) -> tuple[str, str]:
    """Run a chapter and write its executed copy; return an error's name and words, or nothing."""
    printing, executed = Printing(), []

    def begun(notebook: NotebookNode) -> None:
        executed.append(notebook)
        say("notebook", stripped(notebook, keep_injected=True))

    callbacks = {
        "on_notebook_start": begun,
        "on_cell_execute": lambda cell, cell_index: say("cell", cell_index),
        "on_cell_executed": lambda cell, cell_index, **_: say("ran", [cell_index, cell.execution_count, cell.outputs]),
    }
    how = {**how, **callbacks, "progress_bar": False, "stdout_file": printing, "stderr_file": printing}
    try:
        source = read_source(Path(path))
        papermill.execute_notebook(source, None, parameters, kernel_name="python3", language="python", **how)
        if any(map(_stopped, executed[0].cells)):
            raise KitError(
                "it stopped here, before its end, as if it had been finished. Take out exit() and sys.exit()."
            )
        kept = stripped(executed[0], keep_injected=keep_injected)
        nbformat.validate(kept)
        write_notebook(kept, Path(to))
        return "", ""
    except PapermillExecutionError as error:
        return error.ename, error.evalue
    except DeadKernelError:
        return "process died", ""
    except nbformat.ValidationError:
        # Its own words would quote what the cell shows.
        said = "a cell shows something that no notebook can hold, such as a number in place of a text. Take it out."
        return KitError.__name__, said
    except OSError as error:
        return KitError.__name__, disk_fault(error, Path(to).parent)
    except Exception as error:
        return type(error).__name__ if executed else "not started", str(error)


def _stopped(cell: NotebookNode) -> bool:
    """Return whether a code cell was left early, or not run. Of errors Papermill passes over `sys.exit(0)` alone."""
    if cell.cell_type != "code" or not cell.source.strip() or NOT_RUN in tags(cell):
        return False
    return cell.execution_count is None or any(output.output_type == "error" for output in cell.outputs)


if __name__ == "__main__":
    main(sys.argv[1:] == ["kernels"])
