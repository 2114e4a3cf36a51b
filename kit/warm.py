"""Warm kernels: a parent process with the libraries in memory, and kernels forked from it as chapters ask for them.

Where the platform cannot fork, or the parent does not come up, there is none, and kernels start afresh. Nothing heavy
is imported here: a run lets its parent begin before it imports what it needs itself.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from signal import SIGTERM
from typing import IO, Any

from kit.places import CHECKOUT

START_SECONDS = 120
# Windows has no SIGKILL, and forks nothing that could be sent it.
SIGKILL = getattr(signal, "SIGKILL", SIGTERM)
# Fifteen chapters keep no more of them at work.
MOST_DRAWING = 4
# The same for every kernel, forked or not: figures and bytes must not hang on chance.
STEADY = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    # A warning names a file of this computer, and would stand in the report.
    "PYTHONWARNINGS": "ignore",
}


def at_once(jobs: int | None) -> int:
    """Return how many chapters run at once: `jobs`, or one more than there are cores.

    One of them waits at any time, for a chart or for the run to take what it shows: the others keep the cores at work.
    """
    return jobs or (os.cpu_count() or 1) + 1


class Forked:
    """A forked kernel, with what is asked of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._over = threading.Event()

    def poll(self) -> int | None:
        """Return the exit code, or None while it runs."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        """Return the exit code once it has ended, or None where `timeout` seconds passed before."""
        self._over.wait(timeout)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send the signal, unless it has ended."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(SIGTERM)

    def ended(self, code: int) -> None:
        """Keep that it has ended with an exit code."""
        self.returncode = code
        self._over.set()


class WarmParent:
    """The parent process, and the kernels that it has forked; `drawing` processes draw their charts."""

    def __init__(self, drawing: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kit.warm_parent", str(drawing)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=CHECKOUT,
            env={**os.environ, **STEADY},
        )
        self._kernels: dict[int, Forked] = {}
        self._started: dict[str, Forked] = {}
        self._changed = threading.Condition()
        self._over = self._ready = False
        threading.Thread(target=self._listen, name="warm-kernels", daemon=True).start()

    @property
    def pid(self) -> int:
        """The parent's process id."""
        return self._process.pid

    def fork(self, name: str, connection_file: str, environment: Mapping[str, str], cwd: str, errors: Path) -> Forked:
        """Return a new kernel; a RuntimeError where the parent has ended or does not answer."""
        asked = {
            "name": name,
            "connection_file": connection_file,
            "env": dict(environment),
            "cwd": cwd,
            "stderr": str(errors),
        }
        with self._changed:
            try:
                self._pipe(self._process.stdin).write(json.dumps(asked).encode() + b"\n")
                self._pipe(self._process.stdin).flush()
            except OSError:
                self._over = True
            self._changed.wait_for(lambda: self._over or name in self._started, START_SECONDS)
            if name not in self._started:
                raise RuntimeError("The process that starts the chapters has ended.")
            return self._started.pop(name)

    def close(self) -> None:
        """End the parent and every kernel of it that is left."""
        with suppress(OSError):
            self._pipe(self._process.stdin).close()
        if not self._ready:
            # Nobody needs what it still imports; its drawing processes end by themselves once it has.
            self._process.kill()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for kernel in self._kernels.values():
            if kernel.returncode is None:
                with suppress(OSError):
                    os.killpg(kernel.pid, SIGKILL)

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None
        return pipe

    def _listen(self) -> None:
        for line in self._pipe(self._process.stdout):
            self._hear(json.loads(line))
        with self._changed:
            self._over = True
            for kernel in self._kernels.values():
                kernel.ended(-SIGKILL)
            self._changed.notify_all()

    def _hear(self, answer: dict[str, Any]) -> None:
        with self._changed:
            if "ready" in answer:
                self._ready = True
            elif "started" in answer:
                kernel = Forked(answer["pid"])
                self._kernels[kernel.pid] = self._started[answer["started"]] = kernel
            elif "ended" in answer:
                self._kernels.pop(answer["ended"]).ended(answer["code"])
            self._changed.notify_all()


def first_to_go(pid: int | None) -> None:
    """Where the computer's memory is full, let Linux end this process before the run and its others."""
    with suppress(OSError):
        Path(f"/proc/{pid}/oom_score_adj").write_text("500", encoding="utf-8")


class Warming:
    """A warm parent that begins to import when it is first known to be needed."""

    def __init__(self, wanted: bool, drawing: int) -> None:
        self._drawing = drawing
        self._wanted = wanted and hasattr(os, "fork") and sys.platform != "darwin"
        self._parent: WarmParent | None = None

    def begin(self) -> None:
        """Let the parent begin, where one is wanted and can be had."""
        self.parent()

    def parent(self) -> WarmParent | None:
        """Return the parent, or None where it is not wanted or cannot be had."""
        if self._wanted and self._parent is None:
            self._parent = WarmParent(self._drawing)
        return self._parent

    def close(self) -> None:
        """End the parent if it ever began."""
        if self._parent is not None:
            self._parent.close()


@contextmanager
def warming(wanted: bool = True, jobs: int | None = None) -> Iterator[Warming]:
    """Give a warm parent while the block runs, with a process that draws for every two chapters, at most 4."""
    # Charts are less than half of a chapter's work; each drawing process starts an engine, which holds memory, and
    # draws its first charts slowly.
    warm = Warming(wanted, min(max(1, min(at_once(jobs), os.cpu_count() or 1) // 2), MOST_DRAWING))
    try:
        yield warm
    finally:
        warm.close()


@contextmanager
def warm_parent() -> Iterator[WarmParent | None]:
    """Give a warm parent that begins at once, or None where the platform has none."""
    with warming() as warm:
        yield warm.parent()
