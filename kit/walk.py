"""What is in a folder, links and junctions followed: the one walk by which files are found, read and hashed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kit.errors import KitError
from kit.places import refuse_broken, shown

# What the system and office programs put into a folder by themselves.
NOT_PEOPLES = ("Thumbs.db", "desktop.ini")


def entries(folder: Path) -> list[Path]:
    """Return what people have put into a folder, in order of name: not what is hidden, open or the system's.

    None where there is no such folder. KitError where it cannot be looked into, and where a link in it, or it itself,
    leads nowhere: what is behind it may be gone for a moment only, and must not be taken for never supplied.
    """
    refuse_broken(folder)
    try:
        there = sorted(folder.iterdir(), key=lambda path: path.name)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise KitError(
            f"{shown(folder)} cannot be looked into ({error.strerror}). Get the right to read it, or connect the drive "
            "or share that it is on."
        ) from None
    found = [path for path in there if not path.name.startswith((".", "~$")) and path.name not in NOT_PEOPLES]
    refuse_broken(*found)
    return found


def files_below(folder: Path, ending: str = "") -> list[Path]:
    """Return the files of a folder and of the folders in it, in one order, those alone whose names end so.

    KitError as of `entries`, and where a link leads back to a folder that it is in.
    """
    return [path for path in _below(folder, ()) if path.name.endswith(ending)]


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content as hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _below(folder: Path, above: tuple[Path, ...]) -> Iterator[Path]:
    real = folder.resolve()
    if real in above:
        raise KitError(f"{shown(folder)} is a link to a folder that it is in itself. Remove the link.")
    for path in entries(folder):
        if path.is_dir():
            yield from _below(path, (*above, real))
        elif path.is_file():
            yield path
