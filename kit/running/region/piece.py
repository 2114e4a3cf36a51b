"""A council's piece of work: a command of the kit in a process group of its own, which ends with this process."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import Literal

from kit.paths import CHECKOUT
from kit.running.child_processes import end_group
from kit.running.progress import PROGRESS

What = Literal["made", "unchanged", "stopped", "lost"]
# The kit's own exit codes; with any other the process was lost.
DONE, REFUSED = 0, (1, 2)
PIECE = (sys.executable, "-P", "-m", "kit.commands.region.piece")


@dataclass(frozen=True)
class Outcome:
    """What a council's piece of work came to, after how many seconds, and what was said of it."""

    council: str
    what: What
    seconds: float = 0
    messages: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        return self.what in ("made", "unchanged")


@dataclass
class Pieces:
    """The pieces of work that run now."""

    timeout: int
    running: set["subprocess.Popen[bytes]"] = field(default_factory=set)
    over: bool = False

    def run(self, council: str, words: list[str]) -> Outcome:
        """Run a command of the kit for a council; one that is lost or takes too long is tried once more."""
        first = self._once(council, words)
        return first if first.what != "lost" or self.over else self._once(council, words)

    def end(self) -> None:
        """End all that run, with what they started, and begin no other."""
        self.over = True
        for process in list(self.running):
            end_group(process)

    def _once(self, council: str, words: list[str]) -> Outcome:
        begun = time.monotonic()
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        # It ends once its standard input does, however this process ends.
        process = subprocess.Popen(
            [*PIECE, *words], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=CHECKOUT,
            env=_environment(), start_new_session=True, creationflags=flags,
        )  # fmt: skip
        self.running.add(process)
        assert process.stdin and process.stderr
        late = False
        try:
            # communicate() would close the standard input, at which the piece ends.
            said = _Said(process)
            try:
                process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                late = True
        finally:
            self.running.discard(process)
            if process.poll() not in (DONE, *REFUSED):
                end_group(process)
            process.wait()
            with suppress(OSError):
                process.stdin.close()
        seconds = round(time.monotonic() - begun, 1)
        lines = said.lines()
        if process.returncode == DONE and not late:
            return Outcome(council, "made", seconds, lines)
        if process.returncode in REFUSED and not late:
            return Outcome(council, "stopped", seconds, lines)
        why = f"it took longer than {self.timeout} s" if late else f"its process ended ({process.returncode})"
        return Outcome(council, "lost", seconds, (*lines, f"{why}, twice. Run the same command again."))


class _Said:
    """What a process says on its error stream, taken as it comes: a full pipe would stop it."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process, self._text = process, b""
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stderr
        with self._process.stderr as stream:
            self._text = stream.read()

    def lines(self) -> tuple[str, ...]:
        self._thread.join(10)
        lines = self._text.decode("utf-8", "replace").splitlines()
        return tuple(line for line in lines if line.strip() and not PROGRESS.search(line))


def _environment() -> dict[str, str]:
    # What the person here set for one council is not for all of them.
    return {name: value for name, value in os.environ.items() if not name.startswith("KIT_")} | {"TERM": "dumb"}
