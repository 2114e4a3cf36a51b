"""Errors of the disk as sentences: when it is full, what may not be written, what is open in another program."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kit.errors import KitError
from kit.files.held_open import HOLDS_OPEN_FILES, held_open
from kit.paths import LEADS_NOWHERE, shown

# Longer paths it does not find, unless it was told to take them.
LONGEST_PATH = 259
FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
OTHER_TEMPORARY = ", or let TMPDIR (on Windows TEMP) name a folder for temporary files on another disk"
IN_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.EISDIR)


@contextmanager
def writing(folder: Path, otherwise: str = ", or choose another folder with --out") -> Iterator[None]:
    """Turn an error of the disk while `folder` is written into a KitError: which folder, and what to do.

    `otherwise` ends the sentence that says what to do.
    """
    try:
        yield
    except OSError as error:
        raise KitError(
            f"{shown(folder)}: nothing was changed, because {disk_fault(error, folder, otherwise)}"
        ) from error


def disk_fault(error: OSError, folder: Path, otherwise: str = "") -> str:
    """Return what an error of the disk means, for which place, and what to do; `folder` is what was written.

    `otherwise` ends the sentence if another folder would do.
    """
    path = Path(error.filename) if isinstance(error.filename, str) else folder
    if error.errno in FULL:
        if not isinstance(error.filename, str):
            path = _fullest(folder, _temporary() or folder)
        if (temporary := _temporary()) and path.is_relative_to(temporary) and not folder.is_relative_to(temporary):
            otherwise = OTHER_TEMPORARY
        return f"the disk is full (at {shown(path)}). Free some space{otherwise}."
    if error.errno in FORBIDDEN and (held := held_open(path)):
        is_open = " and ".join(map(shown, held)) + (" is" if len(held) == 1 else " are")
        return f"{is_open} open in another program. Close it there (in Excel, say), and run the same command again."
    if error.errno in FORBIDDEN:
        todo = f"Close whatever has it open, or get the right to write there{otherwise}."
        return f"{shown(path)} cannot be written to. {todo}"
    if error.errno in IN_THE_WAY:
        path = next((p for p in (path, *path.parents) if os.path.lexists(p)), path)
        if not path.exists():
            return f"{shown(path)} is {LEADS_NOWHERE}"
        return f"{shown(path)} is not a folder, but a file. Move it away{otherwise}."
    length = len(str(path.absolute()))
    if HOLDS_OPEN_FILES and error.errno == errno.ENOENT and length > LONGEST_PATH:
        what = f"has a path of {length} letters, and Windows takes {LONGEST_PATH}"
        return f"{shown(path)} {what}. Move the kit, or the data, to a folder with a shorter path."
    return f"{shown(path)}: {error.strerror or type(error).__name__}."


def _temporary() -> Path | None:
    # If no place for temporary files can be written to, Python raises instead of naming one.
    with suppress(OSError):
        return Path(tempfile.gettempdir())
    return None


def _fullest(*folders: Path) -> Path:
    """Return which folder is on the disk with the least room: an error while a file is written does not name it."""
    room: dict[Path, int] = {}
    for folder in folders:
        there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
        with suppress(OSError):
            room[folder] = shutil.disk_usage(there).free
    return min(room, key=lambda folder: room[folder], default=folders[0])
