"""Drawing processes: they draw the charts of a run's kernels, so that no kernel starts a drawing engine of its own.

The engine takes half a second to start, and is lost when a process forks. So the parent of the kernels forks a few
processes that keep one each; a kernel hands over a specification, and the first that is free answers with the SVG.
They are reached through a pipe that kernels inherit: it has no name, and no other program can open it.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import recv_handle, send_handle
from typing import Any, NoReturn

Draw = Callable[[dict[str, Any]], str]

# The end at which kernels ask; they inherit it from the parent that started the drawing processes.
_asking: Connection | None = None


def start_drawing(number: int, draw: Draw) -> list[int]:
    """Fork `number` processes that `draw` and return their ids; they end once this one and its later forks have."""
    global _asking
    _asking, answering = Pipe()
    pids = []
    for _ in range(number):
        pid = os.fork()
        if pid == 0:
            _asking.close()
            _draw_until_the_end(answering, draw)
        pids.append(pid)
    answering.close()
    return pids


def kept_open() -> int:
    """Return the descriptor that a forked kernel must keep to have its charts drawn."""
    assert _asking is not None
    return _asking.fileno()


def drawn_elsewhere(specification: dict[str, Any]) -> str | None:
    """Return the SVG of a specification, or None where no drawing process gives one: then draw it here."""
    if _asking is None:
        return None
    ours, theirs = Pipe()
    with ours, suppress(OSError, EOFError):
        with theirs:
            send_handle(_asking, theirs.fileno(), None)
        ours.send_bytes(json.dumps(specification).encode())
        return ours.recv_bytes().decode()
    return None


def _draw_until_the_end(answering: Connection, draw: Draw) -> NoReturn:
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        # The engine starts with the first chart.
        draw({"mark": "point", "data": {"values": []}})
        with suppress(EOFError):
            while True:
                _answer(Connection(recv_handle(answering)), draw)
    except BaseException as error:
        with suppress(BaseException):
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        os._exit(1)
    os._exit(0)


def _answer(asker: Connection, draw: Draw) -> None:
    """Draw what the kernel at the other end asks for; where that fails it hears nothing, draws, and says why itself."""
    with asker, suppress(Exception):
        asker.send_bytes(draw(json.loads(asker.recv_bytes())).encode())
