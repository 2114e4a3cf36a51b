"""Folders that are complete or absent: made beside, swapped in whole, one run at a time."""

import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kit.errors import KitError
from kit.places import shown

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows keeps others from reading a locked byte: it lies far behind the process id, which they may read.
LOCKED_BYTE = 1 << 20
HELD_BY_ANOTHER = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
IN_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.EISDIR)


@contextmanager
def writing(folder: Path, otherwise: str = ", or choose another folder with --out") -> Iterator[None]:
    """Turn an error of the disk while `folder` is written into a KitError: which folder, and what to do.

    `otherwise` ends the sentence that says what to do.
    """
    try:
        yield
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else folder
        if error.errno in IN_THE_WAY:
            path = next((p for p in (path, *path.parents) if os.path.lexists(p)), path)
        place = shown(path)
        if error.errno in FULL:
            what = f"the disk is full (at {place}). Free some space{otherwise}."
        elif error.errno in FORBIDDEN:
            todo = f"Close whatever has it open, or get the right to write there{otherwise}."
            what = f"{place} cannot be written to. {todo}"
        elif error.errno in IN_THE_WAY:
            what = f"{place} is not a folder, but a file. Move it away{otherwise}."
        else:
            what = f"{place}: {error.strerror or type(error).__name__}."
        raise KitError(f"{shown(folder)}: nothing was changed, because {what}") from error


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


def new_folder(final: Path) -> Path:
    """Make and return an empty folder beside `final`, in which what shall take its place is made."""
    new = final.with_name(f".{final.name}-new-{os.getpid()}")
    new.mkdir()
    return new


def swap_in(new: Path, final: Path) -> None:
    """Put the folder `new` in the place of `final`, and delete what stood there.

    In one step where the system can exchange two folders; else `final` is put aside first, and `recover` puts
    it back should the run end between the two steps.
    """
    if not os.path.lexists(final):
        new.rename(final)
        return
    if not final.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(final))
    if _exchange(new, final):
        shutil.rmtree(new, ignore_errors=True)
        return
    aside = _aside(final)
    final.rename(aside)
    try:
        new.rename(final)
    except OSError:
        aside.rename(final)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def recover(final: Path) -> None:
    """Mend what a killed run left beside `final`: put the last good folder back, remove what was half made.

    To be called by the run that holds the lock, so that nothing of a living run is touched.
    """
    aside = _aside(final)
    if aside.is_dir() and not os.path.lexists(final):
        aside.rename(final)
    for left in (aside, *sorted(final.parent.glob(f".{final.name}-new-*"))):
        shutil.rmtree(left, ignore_errors=True)


def _aside(final: Path) -> Path:
    return final.with_name(f".{final.name}-before")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or the disk cannot."""
    if sys.platform == "linux":
        name, here, flag = "renameat2", -100, 2
    elif sys.platform == "darwin":
        name, here, flag = "renameatx_np", -2, 2
    else:
        return False
    try:
        call = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError):
        return False
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), flag) == 0)
