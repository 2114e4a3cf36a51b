"""The worker processes of a run: started as chapters need them, ended with the run, replaced when one dies.

Nothing heavy is imported here: a run lets its workers begin before it imports what it needs itself.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from types import FrameType
from typing import IO, Any

from kit.paths import CHECKOUT
from kit.running.child_processes import end_group, keep_children_here

START_SECONDS, LOOK_SECONDS, END_SECONDS = 120, 0.2, 10
# The same for every chapter: figures and bytes must not depend on chance.
STEADY = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    # A warning names a file of this computer, and would be in the report.
    "PYTHONWARNINGS": "ignore",
}
Heard = SimpleQueue[tuple["Worker", bytes]]


@dataclass
class ChapterRun:
    """What a worker is to run, and how far it has come; `reusable` is whether that worker may run another one.

    `cell` is the index of the last cell that began. Of a chapter that has ended, `error` is an error's name and words.
    """

    order: dict[str, Any]
    reusable: bool
    cell: int | None = None
    error: tuple[str, str] | None = None
    deadline: float = 0
    last_words: str = ""
    said: list[bytes] = field(default_factory=list)

    def hear(self, line: bytes, seconds: float) -> None:
        """Take a line of its worker; a cell that begins has `seconds` to end. No line means that the worker ended."""
        word, _, content = line.partition(b" ")
        if word in (b"notebook", b"ran") and line.endswith(b"\n"):
            self.said.append(content)
        elif word == b"cell":
            self.cell, self.deadline = int(content), time.monotonic() + seconds
        elif word == b"ended":
            self.error, clean = json.loads(content)
            self.reusable &= clean
        elif line:
            # What Python prints when it cannot start.
            self.last_words = line.decode("utf-8", "replace").strip() or self.last_words
        else:
            self._fail("process died")

    def is_over(self) -> bool:
        """Return whether it has ended, or has taken too long."""
        if self.error is None and time.monotonic() > self.deadline:
            self._fail("too late")
        return self.error is not None

    def _fail(self, error: str) -> None:
        self.error, self.reusable = (error, "") if self.cell is not None else ("not started", self.last_words), False

    def notebook(self) -> dict[str, Any] | None:
        """Return the notebook as far as it ran, or None if it did not begin."""
        if not self.said:
            return None
        notebook, *ran = map(json.loads, self.said)
        for index, count, outputs in ran:
            notebook["cells"][index] |= {"execution_count": count, "outputs": outputs}
        return dict(notebook)


class Worker:
    """One process; its lines arrive in `heard`, and at its end an empty one."""

    def __init__(self, heard: Heard, kernels: bool) -> None:
        command = [sys.executable, "-m", "kit.running.chapter_worker", *(["kernels"] if kernels else [])]
        pipe, flags = subprocess.PIPE, getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        # In a group of its own it does not hear Ctrl-C, and ends together with what it starts.
        self.process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, cwd=CHECKOUT, env={**os.environ, **STEADY},
            start_new_session=True, creationflags=flags,
        )  # fmt: skip
        assert self.process.stdin and self.process.stdout
        self._kernels, self._orders = kernels, self.process.stdin
        threading.Thread(target=self._listen, args=(heard, self.process.stdout), daemon=True).start()

    def _listen(self, heard: Heard, answers: IO[bytes]) -> None:
        with answers:
            for line in answers:
                heard.put((self, line))
        heard.put((self, b""))

    def run(self, order: dict[str, Any]) -> None:
        """Let it run a chapter."""
        with suppress(OSError):
            self._orders.write(json.dumps(order).encode() + b"\n")
            self._orders.flush()

    def end(self) -> None:
        """End it with what it started, and wait until it has ended."""
        with suppress(OSError):
            self._orders.close()
        if self._kernels:
            # A kernel is in a group of its own: the worker ends it.
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(END_SECONDS)
        end_group(self.process)
        self.process.wait()


class WorkerPool:
    """As many workers as chapters run at once: `jobs`, or one for each core."""

    def __init__(self, jobs: int | None, kernels: bool) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self.kernels, self._heard = kernels, Heard()
        self._free: list[Worker] = []
        self._running: dict[Worker, ChapterRun] = {}

    def begin(self) -> None:
        """Let them all begin."""
        while len(self._free) + len(self._running) < self.jobs:
            self._free.append(Worker(self._heard, self.kernels))

    def run(self, chapters: Iterable[ChapterRun], seconds: float) -> Iterator[ChapterRun]:
        """Run chapters in their order, and yield each as it ends; a cell may take so many `seconds`.

        The name of the error is "too late" if one took longer, "process died" if its worker ended, and "not started",
        with its last words, if that was before the first cell.
        """
        waiting, running = deque(chapters), self._running
        while waiting or running:
            while waiting and len(running) < self.jobs:
                worker = self._free.pop() if self._free else Worker(self._heard, self.kernels)
                running[worker] = chapter = waiting.popleft()
                chapter.deadline = time.monotonic() + START_SECONDS
                worker.run(chapter.order)
            try:
                worker, line = self._heard.get(timeout=LOOK_SECONDS)
                if worker in running:
                    running[worker].hear(line, seconds)
            except Empty:
                # One may have ended while a process that it forked keeps its pipe open.
                for worker in [worker for worker in running if worker.process.poll() is not None]:
                    running[worker].hear(b"", seconds)
            for worker in [worker for worker, chapter in running.items() if chapter.is_over()]:
                chapter = running.pop(worker)
                if chapter.reusable:
                    self._free.append(worker)
                else:
                    worker.end()
                yield chapter

    def end(self) -> None:
        """End them all."""
        for worker in (*self._free, *self._running):
            worker.end()


@contextmanager
def worker_pool(jobs: int | None = None, kernels: bool = False) -> Iterator[WorkerPool]:
    """Give workers that are gone after the block; meanwhile a request to terminate is an interruption, as Ctrl-C is.

    With `kernels` they run each chapter in a Jupyter kernel of its own.
    """
    keep_children_here()
    pool = WorkerPool(jobs, kernels)
    in_main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, _interrupt) if in_main else None
    try:
        yield pool
    finally:
        pool.end()
        if in_main:
            signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
