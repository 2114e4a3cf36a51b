"""How a bench times and weighs a piece of work: in a process of its own, which must succeed."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kit.errors import KitError
from kit.paths import CHECKOUT


@dataclass(frozen=True)
class Took:
    """How long a command took: by the clock, and of all processors together, for it and all that it started.

    `processor` is 0 if the system does not say, as on Windows.
    """

    seconds: float
    processor: float

    def __add__(self, other: "Took") -> "Took":
        return Took(self.seconds + other.seconds, self.processor + other.processor)


@dataclass(frozen=True)
class Bench:
    """A folder that is deleted after the bench, how often each thing is measured, and what is said meanwhile.

    `scale`, at most 1, makes the work smaller, to try the bench itself.
    """

    work: Path
    runs: int
    say: Callable[[str], None]
    scale: float = 1.0
    environment: Mapping[str, str] = field(default_factory=dict)

    def say_run(self, number: int, what: str) -> None:
        """Say which run begins, and how much other work there is."""
        self.say(f"Run {number} of {self.runs}: {what}" + (f" (load {load():.1f})" if load() else ""))

    def run(self, what: str, command: Sequence[str | Path], cwd: Path = CHECKOUT) -> str:
        """Run a command and return what it printed; a KitError, with its last line, if it fails."""
        # Modules are compiled once, as when the kit is in use; how this process was started is of no account.
        compiled = {"PYTHONPYCACHEPREFIX": str(self.work / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        # What the person had told the kit is of no account either.
        mine = {name: value for name, value in os.environ.items() if not name.startswith("KIT_")}
        done = subprocess.run(
            list(map(str, command)),
            cwd=cwd,
            env={**mine, **compiled, **self.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode:
            raise KitError(f"bench: {what} failed. {_last_line(done.stderr) or _last_line(done.stdout)}")
        return done.stdout

    def python(self, what: str, *arguments: str | Path, cwd: Path = CHECKOUT) -> str:
        """Run this Python with arguments and return what it printed."""
        return self.run(what, [sys.executable, *arguments], cwd)

    def time(self, what: str, command: Sequence[str | Path], cwd: Path = CHECKOUT) -> Took:
        """Run a command and return how long it took."""
        start, before = time.perf_counter(), _processor()
        self.run(what, command, cwd)
        return Took(time.perf_counter() - start, _processor() - before)


def load() -> float:
    """Return how many processes had work in the last minute, or 0 if the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0


def _processor() -> float:
    """Return the processor seconds of all processes that this one started, and they again, as far as they ended."""
    if sys.platform == "win32":
        return 0
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]


def most_held(processes: int = 0) -> int:
    """Return the most bytes that this process held, and so many others of its own, each taken for the largest.

    0 if the system does not say.
    """
    if sys.platform == "win32":
        return 0
    import resource

    own, of_one = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    most = own + processes * of_one
    return most if sys.platform == "darwin" else most * 1024
