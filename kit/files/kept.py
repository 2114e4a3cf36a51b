"""What is kept between runs: files under a key, a hash of all that they depend on.

Each kind, its key and its place are listed in docs/decisions/speed.md. Whole folders under a key are swapped in
(`kit.files.swap`).
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kit.files.held_open import move
from kit.files.permissions import private


def key_of(*depends_on: object) -> str:
    """Return a hash of all that something depends on: values whose `repr` says all of them."""
    return hashlib.sha256("\n".join(map(repr, depends_on)).encode()).hexdigest()


@dataclass(frozen=True)
class KeptFiles:
    """The files kept in a folder, one by each name: `<name>/<key><ending>`. Nothing is kept under the key ""."""

    folder: Path
    ending: str

    def find(self, name: str, key: str) -> Path | None:
        """Return the file that is kept by the name under the key, or None."""
        path = self.folder / name / f"{key}{self.ending}"
        return path if key and path.is_file() else None

    def all(self) -> Iterator[tuple[str, str, Path]]:
        """Yield the name, key and path of every file that is kept, by name; an OSError if the folder cannot be read."""
        for path in sorted(self.folder.glob(f"*/*{self.ending}")):
            yield path.parent.name, path.stem, path

    def keep(self, name: str, key: str, content: bytes) -> None:
        """Keep a file in place of an earlier one of its name, if it can be written: what it is of is made already."""
        folder = self.folder / name
        # A run that makes the same below another folder may be keeping its own at this moment.
        beside = folder / f".{key}-{os.getpid()}.new"
        with suppress(OSError):
            if key:
                folder.mkdir(parents=True, exist_ok=True)
                private(self.folder)
                beside.write_bytes(content)
                move(beside, folder / f"{key}{self.ending}")
            for other in (*folder.glob(f"*{self.ending}"), *folder.glob(".*.new")):
                if other.stem != key:
                    other.unlink(missing_ok=True)
