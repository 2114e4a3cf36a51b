"""`data/<council>/looked.log`: who looked at which rows of children, when, and how many; it names no child."""

import getpass
import os
from contextlib import suppress
from datetime import datetime

from kit.files.permissions import FILE
from kit.paths import Places
from kit.text import printable

LOG = "looked.log"


def note_look(places: Places, measure: str, year: int, cell: str, number: int) -> None:
    """Add a line: when, who, which figure of which year, and how many rows.

    A log that cannot be written stops nobody from working: the disk may be full, or another's.
    """
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    line = "\t".join([when, _who(), measure, str(year), cell, "1 row" if number == 1 else f"{number} rows"])
    with suppress(OSError):
        handle = os.open(places.data / places.council / LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, FILE)
        with os.fdopen(handle, "a", encoding="utf-8", newline="\n") as file:
            file.write(line + "\n")


def _who() -> str:
    try:
        return printable(getpass.getuser(), 60)
    except (OSError, KeyError, ImportError):
        return "not known"
