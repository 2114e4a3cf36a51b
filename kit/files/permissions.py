"""Rights on the disk: what the kit writes about children is for its owner alone, where the system knows such rights."""

import os
from contextlib import suppress
from pathlib import Path

FOLDER, FILE = 0o700, 0o600


def private(place: Path) -> None:
    """Give a file, or a folder and all in it, to its owner alone (0600 and 0700); nothing happens on Windows.

    A disk that knows no such rights (some network shares) keeps its own.
    """
    if os.name != "posix":
        return
    for path in (place, *sorted(place.rglob("*"))):
        if path == place or not path.is_symlink():
            with suppress(OSError):
                path.chmod(FOLDER if path.is_dir() else FILE)
