"""Papermill's engine for chapters: it runs a notebook's cells in this process, without a kernel.

Each notebook gets a fresh IPython shell. What its cells show comes out as a kernel and nbclient would write it.
"""

import base64
import os
import threading
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import TextIOBase
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from traitlets import Type
from traitlets.config import Config

ENGINE = "kit"
# By this tag Jupyter's own tools know cells that are not run.
NOT_RUN = "skip-execution"
SETTINGS = Config({"HistoryManager": {"enabled": False, "hist_file": ":memory:"}})


class Outputs:
    """What the cell that runs has shown; `printing` is given all that it prints, and raises when it is too much."""

    def __init__(self, printing: Callable[[str], object]) -> None:
        self._printing = printing
        self._own, self._earlier, self._lock = os.getpid(), set[threading.Thread](), threading.Lock()
        self._outputs: list[NotebookNode] = []
        self._displays: dict[str, list[NotebookNode]] = {}
        self._clear_first = False

    def add(self, kind: str, display: str = "", **what: Any) -> None:
        """Add an output; earlier ones with the same display id then show the same."""
        self.update(display, **what)
        if self._clear_first:
            self.clear()
        self._outputs.append(NotebookNode(output_type=kind, **what))
        if display:
            self._displays.setdefault(display, []).append(self._outputs[-1])

    def update(self, display: str, **what: Any) -> None:
        """Let every output with a display id show something else."""
        for output in self._displays.get(display, ()):
            output.update(what)

    def clear(self, wait: bool = False) -> None:
        """Take away what the cell has shown, at once or when it next shows something."""
        self._clear_first = wait
        if not wait:
            self._outputs.clear()

    def print(self, name: str, text: str) -> int:
        """Add what is printed, but not what forked processes print, or threads that an earlier cell started."""
        if text and os.getpid() == self._own and threading.current_thread() not in self._earlier:
            self._printing(text)
            with self._lock:
                if self._clear_first or not self._outputs or self._outputs[-1].get("name") != name:
                    self.add("stream", name=name, text=[])
                self._outputs[-1].text.append(text)
        return len(text)

    def take(self) -> list[NotebookNode]:
        """Return the outputs of the cell that has run, and begin with the next."""
        with self._lock:
            taken, self._outputs, self._clear_first = self._outputs, [], False
            self._earlier = set(threading.enumerate()) - {threading.current_thread()}
        for output in taken:
            if output.output_type == "stream":
                output.text = "".join(output.text)
        return taken


class Printed(TextIOBase):
    """Standard output or error of the cells."""

    encoding = "utf-8"

    def __init__(self, write: Callable[[str], int]) -> None:
        self.write = write  # type: ignore[method-assign]


class LastValue(DisplayHook):
    """Takes the value of a cell's last line."""

    shell: "Shell"

    def write_output_prompt(self) -> None: ...

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        what = _shown(format_dict, md_dict)
        self.shell.outputs.add("execute_result", **what, execution_count=self.prompt_count)


class Displayed(DisplayPublisher):
    """Takes what a cell displays."""

    shell: "Shell"

    def publish(
        self, data: Any, metadata: Any = None, *_: Any, transient: Any = None, update: bool = False, **__: Any
    ) -> None:
        show = self.shell.outputs.update if update else partial(self.shell.outputs.add, "display_data")
        show((transient or {}).get("display_id", ""), **_shown(data, metadata))

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait)


class Shell(InteractiveShell):
    """A fresh namespace in which a chapter's cells run; no file of the user's is read or written."""

    displayhook_class, display_pub_class = Type(LastValue), Type(Displayed)

    def __init__(self, outputs: Outputs) -> None:
        self.outputs, self.left = outputs, False
        super().__init__(config=SETTINGS)
        self.db: dict[str, Any] = {}

    def init_ipython_dir(self, ipython_dir: Any) -> None: ...

    def init_profile_dir(self, profile_dir: Any) -> None: ...

    def enable_gui(self, gui: Any = None) -> None: ...

    def ask_exit(self) -> None:
        """A cell has called `exit()`."""
        self.left = True

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.outputs.add("error", ename=etype.__name__, evalue=str(evalue), traceback=list(stb))

    def run(self, cell: NotebookNode) -> bool:
        """Run a cell, keep in it what it shows, and return whether it ended well."""
        own, cell.execution_count = os.getpid(), self.execution_count
        printed = (Printed(partial(self.outputs.print, name)) for name in ("stdout", "stderr"))
        with redirect_stdout(next(printed)), redirect_stderr(next(printed)):
            ended = self.run_cell(cell.source, store_history=True, cell_id=cell.get("id"))
        if os.getpid() != own:
            # A process that the cell forked, and that came to the cell's end.
            os._exit(0)
        error = ended.error_before_exec or ended.error_in_exec
        cell.outputs = self.outputs.take()
        if error and not _errors(cell):
            # Of a cell that was interrupted IPython only prints so, and Papermill looks for errors.
            self._showtraceback(type(error), error, [])
            cell.outputs += self.outputs.take()
        return not error


class ChapterEngine(Engine):
    """Papermill's hook; it takes what Papermill's own engine takes, with the callbacks of nbclient."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: NotebookExecutionManager, kernel_name: str, **how: Any) -> None:
        """Run the cells until one fails or leaves the notebook; `stdout_file` is given all that they print."""
        Shell.clear_instance()
        shell = Shell.instance(outputs=Outputs(how["stdout_file"].write))
        how["on_notebook_start"](notebook=nb_man.nb)
        for index, cell in enumerate(nb_man.nb.cells):
            if cell.cell_type != "code" or not cell.source.strip() or NOT_RUN in cell.metadata.get("tags", ()):
                continue
            how["on_cell_execute"](cell=cell, cell_index=index)
            nb_man.cell_start(cell, index)
            well = shell.run(cell)
            how["on_cell_executed"](cell=cell, cell_index=index)
            # Raises if the cell printed too much, also if it caught that error.
            how["stdout_file"].flush()
            if not well:
                nb_man.cell_exception(cell, cell_index=index)
            nb_man.cell_complete(cell, cell_index=index)
            if not well or shell.left:
                break
        # Papermill puts all that it gets back into text, also if no file is to be written, and needs the errors alone.
        nb_man.nb = NotebookNode(nb_man.nb | {"cells": [_with_errors_alone(cell) for cell in nb_man.nb.cells]})


papermill_engines.register(ENGINE, ChapterEngine)


def _shown(data: dict[str, Any], metadata: dict[str, Any] | None) -> dict[str, Any]:
    plain = {k: base64.b64encode(v).decode() if isinstance(v, bytes) else v for k, v in data.items()}
    return {"data": NotebookNode(plain), "metadata": NotebookNode(metadata or {})}


def _errors(cell: NotebookNode) -> list[NotebookNode]:
    return [output for output in cell.get("outputs", ()) if output.output_type == "error"]


def _with_errors_alone(cell: NotebookNode) -> NotebookNode:
    return NotebookNode(cell | {"outputs": _errors(cell)}) if cell.cell_type == "code" else cell
