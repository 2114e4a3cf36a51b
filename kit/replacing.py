"""Filling a folder that another process may be reading: made aside, swapped in whole, one run at a time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.folders import new_folder, only_run, real_folder, recover, swap_in, writing
from kit.private import private


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
