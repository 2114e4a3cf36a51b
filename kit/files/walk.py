"""What is in a folder, links and junctions followed: the one walk by which files are found, read and hashed."""

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

from kit.errors import KitError
from kit.paths import refuse_broken, shown
from kit.text import printable

# What the system, office programs and Python put into a folder by themselves; Python while others look.
NOT_PEOPLES = ("Thumbs.db", "desktop.ini", "__pycache__")
NO_FILES = {stat.S_IFIFO: "a named pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device", stat.S_IFSOCK: "a socket"}
# No council's file of a year comes near to the one; what people write by hand comes near to the other.
MOST_BYTES = 256 * 1024 * 1024
MOST_TEXT = 1024 * 1024


def entries(folder: Path) -> list[Path]:
    """Return what people have put into a folder, in order of name: not what is hidden, open or a program's own.

    None if there is no such folder. KitError if it cannot be looked into, and if a link in it, or it itself,
    leads nowhere: what is behind it may be gone for a moment only, and must not be taken for never supplied. So is
    what is neither file nor folder.
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
    refuse_no_files(*found)
    return found


def refuse_no_files(*paths: Path) -> None:
    """Refuse (KitError, all at once) pipes, devices and sockets: to read one would take for ever."""
    kinds = {path: stat.S_IFMT(path.stat().st_mode) for path in paths}
    if no_files := {path: NO_FILES[kind] for path, kind in kinds.items() if kind in NO_FILES}:
        raise KitError(
            f"{shown(path.parent)}/{printable(path.name, 80)} is {kind} and not a file. Put the file itself here, or "
            "take this out."
            for path, kind in no_files.items()
        )


def files_below(folder: Path, ending: str = "") -> list[Path]:
    """Return the files of a folder and of the folders in it, in one order, those alone whose names end so.

    KitError as of `entries`, and if a link leads back to a folder that it is in.
    """
    return [path for path in _below(folder, ()) if path.name.endswith(ending)]


def is_too_large(path: Path) -> bool:
    """Return whether a file is larger than what is ever read."""
    return path.stat().st_size > MOST_BYTES


def text_of(path: Path) -> str:
    """Return the text of a file that people write by hand, as settings; a KitError says why it cannot be read."""
    refuse_broken(path)
    refuse_no_files(path)
    try:
        size = path.stat().st_size
        text = path.read_text(encoding="utf-8-sig") if size <= MOST_TEXT else ""
    except UnicodeDecodeError:
        raise KitError(f"{shown(path)}: is not text in UTF-8. Save it again with that encoding.") from None
    except OSError as error:
        raise KitError(f"{shown(path)}: cannot be read ({error.strerror}). Get the right to read it.") from None
    if size > MOST_TEXT:
        raise KitError(f"{shown(path)}: is larger than {MOST_TEXT >> 20} MB. Take out what does not belong in it.")
    return text


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content as hexadecimal digits; a KitError if it is larger than what is read."""
    if is_too_large(path):
        raise KitError(f"{shown(path)}: is larger than {MOST_BYTES >> 20} MB, and is not read.")
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
