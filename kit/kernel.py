"""A chapter's kernel: IPython's own, without the port on which it hears what processes print that it forks.

A program, where it is not forked: `python -m kit.kernel CONNECTION_FILE`.
"""

import importlib
import os
import sys
from typing import Any

from ipykernel import kernelapp
from ipykernel.iostream import IOPubThread, OutStream
from traitlets.config import Config

from kit.garbage import collect_seldom

# Nobody looks up what a chapter ran before, and to keep it takes longer than many a cell; and whoever runs a cell waits
# for its last output, so that the kernel need not sleep before it says that the cell has ended.
SETTINGS = {
    "IPKernelApp": {
        "outstream_class": "kit.kernel.Printed",
        "logging_config": {"loggers": {"IPKernelApp": {"level": "WARNING"}}},
    },
    "HistoryManager": {"enabled": False},
    "Kernel": {"_execute_sleep": 0.0},
}


class WithoutPort(IOPubThread):
    """Sends what the kernel itself prints; what a process prints that it forked goes nowhere."""

    def __init__(self, socket: Any, pipe: bool = False, session: Any = False) -> None:
        self._own = os.getpid()
        super().__init__(socket, pipe=False, session=session)

    def _really_send(self, msg: Any, *given: Any, **how: Any) -> None:
        # A forked process has the sockets of the kernel, but not the threads that serve them.
        if os.getpid() == self._own:
            super()._really_send(msg, *given, **how)


class Printed(OutStream):
    """Sends what is printed. A flush where nothing was printed since the last one has nothing to wait for."""

    _unsent = False

    def write(self, string: str) -> int | None:  # type: ignore[override]
        """Take what is printed."""
        taken = super().write(string)
        # Only now: a flush of another thread before would have found nothing, and this one never be sent in time.
        self._unsent = True
        return taken

    def flush(self) -> None:
        """Send what was printed, and wait until it is on its way."""
        if self._unsent:
            self._unsent = False
            super().flush()


def load() -> None:
    """Import what a kernel imports when it starts, and leave out its port and the debugger, which no chapter needs."""
    collect_seldom()
    vars(kernelapp)["IOPubThread"] = WithoutPort
    sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]
    importlib.import_module("ipykernel.debugger")


def run(connection_file: str) -> None:
    """Serve as the kernel that the connection file describes, until it is told to end."""
    load()
    sys.argv = ["kernel", "-f", connection_file]
    app = kernelapp.IPKernelApp.instance(config=Config(SETTINGS))
    app.initialize(sys.argv[1:])
    app.start()


if __name__ == "__main__":
    run(sys.argv[1])
