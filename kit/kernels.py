"""The kernels of the chapters: Papermill's engine, in this Python, each in a process of its own.

They speak over local sockets, so that no port is opened, where the platform has them. They end with the run,
however it ends.
"""

import asyncio
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_core.utils import ensure_event_loop
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines
from traitlets import Type, default
from traitlets.config import Config

from kit.folders import try_lock, unlock
from kit.places import CHECKOUT
from kit.provisioner import PROVISIONER
from kit.warm import STEADY, WarmParent

# What goes wrong is told by the runner, in its own words.
LOG = logging.getLogger(__name__)
LOG.addHandler(logging.NullHandler())
logging.getLogger("papermill").addHandler(logging.NullHandler())

ENGINE = "kit"
KERNEL = "python3"
START_SECONDS = 120
MESSAGE_SECONDS = 60
RECONNECT_MILLISECONDS = 5
LONGEST_SOCKET = 90
MOST_PRINTED = 10_000_000
ABANDONED_SECONDS = 60
# What cells show, and what of it a notebook keeps.
SHOWN = {"execute_result": ("data", "metadata", "execution_count"), "display_data": ("data", "metadata")}


class Client(PapermillNotebookClient):
    """Runs a chapter; what it prints beyond `MOST_PRINTED` characters goes nowhere, and is counted in `printed`."""

    printed = 0

    def process_message(self, msg: dict[str, Any], *given: Any, **how: Any) -> Any:
        """Take a message of the kernel, and return the output that it is, if it is one."""
        if msg["msg_type"] == "stream":
            self.printed += len(msg["content"]["text"])
            if self.printed > MOST_PRINTED:
                return None
        return super().process_message(msg, *given, **how)

    def output(
        self, outs: list[NotebookNode], msg: dict[str, Any], display_id: str | None, cell_index: int
    ) -> NotebookNode | None:
        """Take an output of the kernel, and return it; it is not compared with the schema, as the whole notebook is."""
        kind, content = msg["msg_type"], msg["content"]
        hooks = self.output_hook_stack[msg["parent_header"].get("msg_id")]
        if kind not in SHOWN or display_id or hooks or self.clear_before_next_output:
            return super().output(outs, msg, display_id, cell_index)
        outs.append(NotebookNode(output_type=kind, **{name: content[name] for name in SHOWN[kind]}))
        return outs[-1]


@dataclass
class Kernels:
    """The kernels of one run: where their sockets lie, what they are told, and which are alive.

    `environment` adds to this process's own; `timeout` is the seconds that one cell may take. Without a `warm` parent
    each kernel starts by itself.
    """

    folder: Path
    environment: Mapping[str, str]
    timeout: int
    warm: WarmParent | None = None
    stopping: bool = False
    clients: dict[str, Client] = field(default_factory=dict)
    cells: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def notebook(self, name: str) -> Any:
        """Return the chapter `name` as far as it has run, or None where its kernel was never asked for."""
        return self.clients[name].nb if name in self.clients else None

    def last_words(self, name: str) -> str:
        """Return the last line on the error stream of the kernel of chapter `name`, or an empty string."""
        with suppress(OSError):
            lines = self._errors(name).read_text(encoding="utf-8", errors="replace").split("\n")
            return next((line.strip() for line in reversed(lines) if line.strip()), "")
        return ""

    def kill(self) -> None:
        """Kill every kernel of the run, with what it started, and let none start any more."""
        self.stopping = True
        with self.lock:
            clients = list(self.clients.values())
        for client in clients:
            process = getattr(getattr(client.km, "provisioner", None), "process", None)
            if process is not None and process.poll() is None:
                with suppress(OSError):
                    if sys.platform == "win32":
                        process.kill()
                    else:
                        os.killpg(process.pid, signal.SIGKILL)

    def execute(self, manager: NotebookExecutionManager, name: str) -> None:
        """Run a prepared notebook in a fresh kernel that is gone afterwards; errors of nbclient pass."""
        if self.stopping:
            raise RuntimeError("The run was stopped.")
        client = Client(
            manager,
            kernel_name=KERNEL,
            kernel_manager_class=OwnKernelManager,
            config=_connection(self.folder / name),
            timeout=self.timeout,
            startup_timeout=START_SECONDS,
            iopub_timeout=MESSAGE_SECONDS,
            shutdown_kernel="immediate",
            on_cell_start=lambda cell, cell_index: self.cells.__setitem__(name, cell_index),
            log=LOG,
        )
        with self.lock:
            self.clients[name] = client
        with self._errors(name).open("wb") as errors:
            start = {"stdout": subprocess.DEVNULL, "stderr": errors, "cwd": str(CHECKOUT), "warm": self.warm}
            try:
                client.execute(env=self._environment(), **start)
            finally:
                _end_event_loop()

    def _errors(self, name: str) -> Path:
        return self.folder / f"{name}.err"

    def _environment(self) -> dict[str, str]:
        # A profile of its own: the user's IPython start-up files must not reach the figures.
        own = {"IPYTHONDIR": str(self.folder / "ipython")}
        return {**os.environ, **STEADY, **own, **self.environment}


class OwnKernels(KernelSpecManager):
    """The kernel of the Python that runs the kit, whatever kernels the computer has under the same name."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the specification of this Python's own kernel."""
        argv = [sys.executable, "-m", "kit.kernel", "{connection_file}"]
        metadata = {"kernel_provisioner": {"provisioner_name": PROVISIONER}}
        return KernelSpec(argv=argv, display_name=kernel_name, language="python", metadata=metadata)


class OwnKernelClient(AsyncKernelClient):
    """Speaks with a kernel, and waits for it no longer than it takes to answer."""

    @default("context")
    def _context_default(self) -> Any:
        context: Any = super()._context_default()
        # A kernel that is just starting has no sockets yet: it is tried again soon, and not after a tenth of a second.
        context.reconnect_ivl = RECONNECT_MILLISECONDS
        return context

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until both its answers and its outputs arrive; RuntimeError where it dies, or `timeout` seconds pass.

        Jupyter's own is ready only once nothing has come for a fifth of a second.
        """
        asked: set[str] = set()
        answered = heard = False
        end = time.monotonic() + (timeout or START_SECONDS)
        while not (answered and heard):
            if not await self.is_alive():
                raise RuntimeError("The kernel died before it answered.")
            if time.monotonic() > end:
                raise RuntimeError("The kernel did not answer.")
            # What it puts out before this subscription has reached it is lost: then it is asked once more.
            asked.add(self.kernel_info())
            with suppress(Empty):
                while not answered:
                    reply = await self.get_shell_msg(timeout=1)
                    answered = reply["parent_header"].get("msg_id") in asked
            with suppress(Empty):
                while answered and not heard:
                    put_out = await self.get_iopub_msg(timeout=0.05)
                    ended = put_out["content"].get("execution_state") == "idle"
                    heard = ended and put_out["parent_header"].get("msg_id") in asked


class OwnKernelManager(AsyncKernelManager):
    """Starts the kernels of `OwnKernels`."""

    client_factory = Type(OwnKernelClient)

    @default("kernel_spec_manager")
    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return OwnKernels()


class ChapterEngine(Engine):
    """Papermill's hook: runs a notebook with the `Kernels` of the run."""

    @classmethod
    def execute_notebook(cls, nb: NotebookNode, kernel_name: str, **how: Any) -> NotebookNode:
        """Run a notebook and return its cells with their errors alone.

        Papermill looks for errors, and then puts into text all that it got back, also where no file is to be written;
        with its outputs the notebook is that of `Kernels.notebook`.
        """
        executed = super().execute_notebook(nb, kernel_name, **how)
        return NotebookNode(executed | {"cells": [_with_errors_alone(cell) for cell in executed.cells]})

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, *, kernels: Kernels, name: str, **kwargs: Any
    ) -> None:
        """Run the notebook that `nb_man` manages, as chapter `name` of the run."""
        kernels.execute(nb_man, name)


def _with_errors_alone(cell: NotebookNode) -> NotebookNode:
    if cell.cell_type != "code":
        return cell
    return NotebookNode(cell | {"outputs": [output for output in cell.outputs if output.output_type == "error"]})


papermill_engines.register(ENGINE, ChapterEngine)


def _end_event_loop() -> None:
    """End what a kernel that died or was stopped left waiting in this thread: it would make noise later."""
    loop = ensure_event_loop()
    for task in (waiting := asyncio.all_tasks(loop)):
        task.cancel()
    if waiting:  # On Windows nothing does, and asyncio would look for a loop in vain.
        loop.run_until_complete(asyncio.gather(*waiting, return_exceptions=True))
    loop.close()


def _connection(stem: Path) -> Config:
    local = sys.platform != "win32" and len(os.fsencode(stem)) < LONGEST_SOCKET
    transport = "ipc" if local else "tcp"
    return Config({"ConnectionFileMixin": {"transport": transport, "connection_file": f"{stem}.json"}})


@contextmanager
def started(environment: Mapping[str, str], timeout: int, warm: WarmParent | None = None) -> Iterator[Kernels]:
    """Give the kernels of one run, and leave no process, socket or file of theirs behind."""
    _remove_abandoned()
    folder = Path(tempfile.mkdtemp(prefix="kit-run-"))
    lock = try_lock(folder / "lock")
    kernels = Kernels(folder, environment, timeout, warm)
    try:
        yield kernels
    finally:
        kernels.kill()
        if lock is not None:
            unlock(lock, folder / "lock")
        shutil.rmtree(folder, ignore_errors=True)


def _remove_abandoned() -> None:
    """Remove the folders of runs that were killed: their locks are free, and they are not just being made."""
    for lock in Path(tempfile.gettempdir()).glob("kit-run-*/lock"):
        with suppress(OSError):
            if time.time() - lock.stat().st_mtime > ABANDONED_SECONDS and (file := try_lock(lock)):
                unlock(file, lock)
                shutil.rmtree(lock.parent, ignore_errors=True)
