"""Locks: one run at a time, let go by the operating system however the run ends."""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


# It keeps others from reading a locked byte too: that is far behind the process id, which they may read.
LOCKED_BYTE = 1 << 20
HELD_BY_ANOTHER = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


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
    """Return the locked file, this process's id in it, or None if another run holds it; OSErrors pass."""
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
