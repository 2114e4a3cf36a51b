"""What the person at the keyboard is told: sentences on the error stream, and how a program ends that cannot go on."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from kit.errors import KitError
from kit.paths import shown

# What a system calls a pipe that is closed early (| head): Windows has another word for it.
CLOSED_PIPE = (errno.EPIPE, errno.EINVAL)


def say(*messages: str) -> None:
    """Print messages for the person at the keyboard, apart from what a command prints as its result."""
    for message in messages:
        Console(stderr=True).print(message, markup=False, highlight=False, soft_wrap=True)


def take_any_letter() -> None:
    """Let the streams take every letter: a console or a file that knows no dashes is no reason for a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def told() -> Iterator[None]:
    """End the program with a sentence and an exit code if the block cannot go on, and with no traceback.

    1 if the data or the disk stopped it, 2 if the command was wrong, 130 if the person did.
    """
    try:
        yield
    except KitError as error:
        for message in error.messages:
            say(message)
        sys.exit(2 if error.wrong_use else 1)
    except KeyboardInterrupt:
        say("Stopped. The last good results are as they were.")
        sys.exit(130)
    except OSError as error:
        what = error.strerror or "The disk failed"
        if isinstance(error.filename, str):
            todo = "Close it in other programs, or get the right to it; then run the same command again."
            say(f"{shown(Path(error.filename))}: {what}. {todo}")
            sys.exit(1)
        # What is left to print has nowhere to go: a pipe that was closed, or a full disk (> figures.csv).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno not in CLOSED_PIPE:
            say(f"{what}: what was printed is not complete. Free some space, and run it again.")
        sys.exit(1)
