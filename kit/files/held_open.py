"""Files that another program has open, which Windows keeps from being moved or removed."""

import sys
import time
from pathlib import Path

# Windows keeps a file that a program has open, or a virus scanner looks at, from being written, moved or removed.
HOLDS_OPEN_FILES = sys.platform == "win32"
TRIES, SECONDS_BETWEEN = 20, 0.1


def held_open(path: Path) -> list[Path]:
    """Return which files, of a folder or the file itself, a program keeps from being moved or removed; only on Windows.

    What is held for less than two seconds, as by a virus scanner, is not among them.
    """
    held = [file for file in ([path, *path.rglob("*")] if HOLDS_OPEN_FILES else []) if file.is_file()]
    for left in reversed(range(TRIES)):
        held = [file for file in held if _is_held(file)]
        if not held:
            break
        time.sleep(SECONDS_BETWEEN if left else 0)
    return sorted(held)


def _is_held(file: Path) -> bool:
    try:
        # To give it its own name changes nothing, and needs what moving it would need.
        file.replace(file)
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def move(path: Path, to: Path) -> None:
    """Rename a file or folder, over a file too; if Windows refuses, try again for two seconds."""
    for left in reversed(range(TRIES if HOLDS_OPEN_FILES else 1)):
        try:
            path.replace(to)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(SECONDS_BETWEEN)
