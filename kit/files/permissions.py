"""Rights on the disk: what the kit writes about children is for its owner alone, if the system knows such rights."""

import os
from contextlib import suppress
from pathlib import Path

from kit.errors import KitError
from kit.paths import shown

FOLDER, FILE = 0o700, 0o600


def refuse_if_others_read(folder: Path) -> None:
    """Refuse (KitError) a folder that others than its owner can read; one that is not there can be read by nobody.

    On Windows the rights of a folder are not looked at.
    """
    if os.name == "posix" and folder.is_dir() and folder.stat().st_mode & 0o077:
        raise KitError(
            f"{shown(folder)}: others can read this folder, and a list with real identifiers names children. Take "
            f"their rights away (chmod 700 {shown(folder)}), or use another folder."
        )


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
