"""The parent of warm kernels: it imports the heavy libraries once, and forks a kernel for each chapter; before those,
the processes that draw their charts.

A program that `kit.warm` starts (`python -m kit.warm_parent DRAWING_PROCESSES`). It reads a line of JSON a kernel,
and answers with a line when one has started and when one has ended. It ends, with its kernels, when its standard input
ends. It runs no query: after a query of polars a forked process would wait for ever for threads that it does not have.
"""

import json
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

from kit.drawers import kept_open, start_drawing

# What IPython imports with its first kernel, and not before.
WHEN_A_KERNEL_STARTS = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
)


def main() -> None:
    """Serve until the standard input ends."""
    own_stdout = os.dup(1)
    # What a library prints while it is imported is no answer.
    os.dup2(2, 1)
    # First, so that these processes start their engines while this one imports.
    drawing = start_drawing(int(sys.argv[1]), _draw)
    _import()
    from kit.warm import first_to_go

    for pid in drawing:
        first_to_go(pid)
    ended, wake = os.pipe()
    for end in (ended, wake):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    # Ctrl-C is for the run, which ends its kernels itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    alive: set[int] = set()
    _say(own_stdout, {"ready": os.getpid()})
    try:
        for request in _requests(ended, own_stdout, alive):
            pid = os.fork()
            if pid == 0:
                _become_kernel(request)
            alive.add(pid)
            _say(own_stdout, {"started": request["name"], "pid": pid})
    finally:
        for pid in (*alive, *drawing):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(pid, signal.SIGKILL)


def _draw(specification: dict[str, Any]) -> str:
    from kit.drawing import draw_here

    return draw_here(specification)


def _import() -> None:
    """Import what every chapter needs, and read once what is the same for all."""
    import gc

    import ipykernel.zmqshell  # noqa: F401

    from kit import charts, kernel, rendering, report, warehouse  # noqa: F401
    from kit.chapters import load_chapters
    from kit.lineage import tables_read
    from kit.measures import load_measures
    from kit.own_code import code_hash
    from kit.problems import load_rules

    kernel.load()
    for measure in load_measures().values():
        tables_read(measure.sql)
    load_rules()
    load_chapters()
    for sql in (("rules",), ("measures", "problems", "views")):
        code_hash(*sql)
    for name in WHEN_A_KERNEL_STARTS:
        with suppress(ImportError):
            import_module(name)
    rendering.environment().get_template("content.html.j2").module  # noqa: B018
    # What is here stays for good: no kernel need look through it for what may be thrown away, and so copy it.
    gc.collect()
    gc.freeze()


def _requests(ended: int, answers: int, alive: set[int]) -> Iterator[dict[str, Any]]:
    """Yield what is asked for, and tell of kernels that end meanwhile."""
    read = b""
    while True:
        ready, _, _ = select.select([0, ended], [], [])
        if ended in ready:
            with suppress(BlockingIOError):
                os.read(ended, 512)
            _tell_ended(answers, alive)
        if 0 in ready:
            more = os.read(0, 65536)
            if not more:
                return
            *lines, read = (read + more).split(b"\n")
            yield from map(json.loads, lines)


def _tell_ended(answers: int, alive: set[int]) -> None:
    while alive:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        # A drawing process that has ended is nobody's to hear of: kernels then draw for themselves.
        if pid in alive:
            alive.discard(pid)
            _say(answers, {"ended": pid, "code": os.waitstatus_to_exitcode(status)})


def _say(to: int, answer: dict[str, object]) -> None:
    os.write(to, json.dumps(answer).encode() + b"\n")


def _become_kernel(request: dict[str, Any]) -> NoReturn:
    """Be an ordinary kernel from here on: a session of its own, its own files, and a fresh namespace."""
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        nothing = os.open(os.devnull, os.O_RDWR)
        errors = os.open(request["stderr"], os.O_WRONLY | os.O_APPEND)
        for to, number in ((nothing, 0), (nothing, 1), (errors, 2)):
            os.dup2(to, number)
        kept = kept_open()
        os.closerange(3, kept)
        os.closerange(kept + 1, 1024)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])

        from kit import kernel

        kernel.run(request["connection_file"])
    except BaseException as error:
        with suppress(BaseException):
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
