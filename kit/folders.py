"""Folders that are complete or absent: made beside, swapped in whole, one run at a time."""

import ctypes
import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kit.errors import KitError
from kit.paths import LEADS_NOWHERE, refuse_broken, shown

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows keeps a file that a program has open, or a virus scanner looks at, from being written, moved or removed.
HOLDS_OPEN_FILES = sys.platform == "win32"
TRIES, SECONDS_BETWEEN = 20, 0.1
# Longer paths it does not find, unless it was told to take them.
LONGEST_PATH = 259
# It keeps others from reading a locked byte too: that lies far behind the process id, which they may read.
LOCKED_BYTE = 1 << 20
HELD_BY_ANOTHER = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
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
    """Return what an error of the disk means, where, and what to do; `folder` is what was written.

    `otherwise` ends the sentence where another folder would do.
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
    # Where no place for temporary files can be written to, Python raises instead of naming one.
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


@contextmanager
def only_run(lock: Path, on_wait: Callable[[str], None]) -> Iterator[None]:
    """Hold `lock` while the block runs; wait for a run that has it, after one `on_wait(its process id)`.

    The operating system lets the lock go when its process ends, however it ends: no lock is ever stale.
    """
    if (file := try_lock(lock)) is None:
        on_wait(_holder(lock))
    while file is None:
        time.sleep(0.2)
        file = try_lock(lock)
    try:
        yield
    finally:
        unlock(file, lock)


def try_lock(lock: Path) -> IO[str] | None:
    """Return the locked file, this process's id in it, or None where another run holds it; OSErrors pass."""
    file = lock.open("a+", encoding="utf-8")
    try:
        _take(file)
        # The run before may have removed the file between our opening and our locking: it locks nothing then.
        if not lock.exists() or not os.path.samestat(os.fstat(file.fileno()), lock.stat()):
            file.close()
            return None
    except OSError as error:
        file.close()
        if error.errno in HELD_BY_ANOTHER:
            return None
        raise
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def unlock(file: IO[str], lock: Path) -> None:
    """Let a lock go and remove its file."""
    with suppress(OSError):
        lock.unlink()
    file.close()
    with suppress(OSError):
        # Windows removes no open file, so there it goes after the closing, unless the next run has it.
        if sys.platform == "win32":
            lock.unlink()


def _take(file: IO[str]) -> None:
    if sys.platform == "win32":
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(lock: Path) -> str:
    try:
        return lock.read_text(encoding="utf-8").strip() or "unknown"
    except OSError:
        return "unknown"


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
    """Rename a file or folder, over a file too; where Windows refuses, try again for two seconds."""
    for left in reversed(range(TRIES if HOLDS_OPEN_FILES else 1)):
        try:
            path.replace(to)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(SECONDS_BETWEEN)


def real_folder(folder: Path) -> Path:
    """Return the folder that a link or junction leads to, and any other folder as it is.

    KitError where it leads nowhere. What is made in its place is made beside the folder itself, and the link stays.
    """
    refuse_broken(folder)
    real = folder.resolve()
    return folder if real == folder.parent.resolve() / folder.name else real


def new_folder(final: Path) -> Path:
    """Make and return an empty folder beside `final`, in which what shall take its place is made.

    A PermissionError where `final` could not make way, as a file in it is open: before any work is done for it.
    """
    if held_open(final):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(final))
    new = final.with_name(f".{final.name}-new-{os.getpid()}")
    new.mkdir()
    return new


def swap_in(new: Path, final: Path) -> None:
    """Put the folder `new` in the place of `final`, and delete what stood there.

    In one step where the system can exchange two folders; else `final` is put aside first, and `recover` puts
    it back should the run end between the two steps.
    """
    if not os.path.lexists(final):
        move(new, final)
        return
    if not final.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(final))
    if _exchange(new, final):
        shutil.rmtree(new, ignore_errors=True)
        return
    aside = _aside(final)
    move(final, aside)
    try:
        move(new, final)
    except OSError:
        move(aside, final)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def recover(final: Path) -> None:
    """Mend what a killed run left beside `final`: put the last good folder back, remove what was half made.

    To be called by the run that holds the lock, so that nothing of a living run is touched.
    """
    aside = _aside(final)
    if aside.is_dir() and not os.path.lexists(final):
        move(aside, final)
    for left in (aside, *sorted(final.parent.glob(f".{final.name}-new-*"))):
        shutil.rmtree(left, ignore_errors=True)
    if aside.exists():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(aside))


def _aside(final: Path) -> Path:
    return final.with_name(f".{final.name}-before")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot."""
    ways = {"linux": ("renameat2", -100, 2), "darwin": ("renameatx_np", -2, 2)}
    if sys.platform not in ways:
        return False
    name, here, flag = ways[sys.platform]
    try:
        call = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError):
        return False
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), flag) == 0)
