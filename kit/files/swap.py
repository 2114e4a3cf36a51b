"""Folders that are complete or absent: made beside, swapped in whole, one run at a time."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.files.disk_errors import writing
from kit.files.held_open import held_open, move
from kit.files.locks import only_run
from kit.files.permissions import private
from kit.paths import refuse_broken


def real_folder(folder: Path) -> Path:
    """Return the folder that a link or junction leads to, and any other folder as it is.

    KitError if it leads nowhere. What is made in its place is made beside the folder itself, and the link stays.
    """
    refuse_broken(folder)
    real = folder.resolve()
    return folder if real == folder.parent.resolve() / folder.name else real


def new_folder(final: Path) -> Path:
    """Make and return an empty folder beside `final`, in which what will take its place is made.

    A PermissionError if `final` could not make way, as a file in it is open: before any work is done for it.
    """
    if held_open(final):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(final))
    new = final.with_name(f".{final.name}-new-{os.getpid()}")
    new.mkdir()
    return new


def swap_in(new: Path, final: Path) -> None:
    """Put the folder `new` in the place of `final`, and delete what was there.

    In one step if the system can exchange two folders; otherwise `final` is put aside first, and `recover` puts
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
    """Put right what a killed run left beside `final`: put the last good folder back, remove what was half made.

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
    """Exchange two folders in one step; False if the system or the disk cannot."""
    ways = {"linux": ("renameat2", -100, 2), "darwin": ("renameatx_np", -2, 2)}
    if sys.platform not in ways:
        return False
    name, here, flag = ways[sys.platform]
    try:
        call = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError):
        return False
    return bool(call(here, os.fsencode(one), here, os.fsencode(other), flag) == 0)


@contextmanager
def replacing(final: Path) -> Iterator[Path]:
    """Give an empty folder to fill; swap it in for `final` when the block ends well, remove it when it does not.

    What is in it is for its owner alone. Runs of the same folder take turns; errors of the disk become a KitError, and
    `final` stays as it was.
    """
    with writing(final, otherwise=""):
        final.parent.mkdir(parents=True, exist_ok=True)
        final = real_folder(final)
        with only_run(final.with_name(f".{final.name}-lock"), lambda _: None):
            recover(final)
            new = new_folder(final)
            try:
                # From the start, so that nobody looks in while it is filled.
                private(new)
                yield new
                private(new)
                swap_in(new, final)
            finally:
                shutil.rmtree(new, ignore_errors=True)
