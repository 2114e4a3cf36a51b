"""Whether a report is there as it was made, with nothing changed that it depends on: answered before any library is
imported, by hashes alone.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from kit.errors import KitError
from kit.files.code_hash import installed
from kit.files.held_open import move
from kit.files.permissions import private
from kit.files.walk import entries, files_below, is_too_large, sha256
from kit.intake.year_folders import raw_files
from kit.paths import CHECKOUT, KIT, Places, chapter_files

# Where it says so, the key that makes the pseudonyms lies elsewhere, and is no business of this module.
PSEUDONYMS = b"pseudonym"


def fingerprint(places: Places, final: Path, notebooks: Path) -> str:
    """Return a hash of everything that the report in the folder `final` depends on, or "" where it may be more.

    Its raw files and samples for audits, the council's settings and words, ready-made mappings, the law's timescales,
    the notebooks, the kit as a whole, Python and what is installed in it.
    """
    try:
        return _fingerprint(places, final, notebooks)
    # What cannot be read now is told by who reads it.
    except (OSError, KitError):
        return ""


def _fingerprint(places: Places, final: Path, notebooks: Path) -> str:
    settings = files_below(places.council_params)
    if any(is_too_large(path) or PSEUDONYMS in path.read_bytes() for path in settings if path.suffix == ".yml"):
        return ""
    common = sorted({CHECKOUT / "params", places.params})
    law = [path for folder in common for path in entries(folder) if path.is_file()]
    mappings = [path for folder in common for path in files_below(folder / "mappings")]
    digest = hashlib.sha256(f"{sys.version}\n{installed()}\n{final.absolute()}\n".encode())
    for name, paths in (
        ("raw", raw_files(places)),
        ("audits", files_below(places.audits)),
        ("settings", settings),
        ("law", law),
        ("mappings", mappings),
        ("notebooks", chapter_files(notebooks)),
        ("kit", files_below(KIT)),
    ):
        digest.update(f"{name}\n".encode())
        _add(digest, paths)
    return digest.hexdigest()


def remember(places: Places, final: Path, key: str, said: Sequence[str]) -> None:
    """Keep what a report was made of, `key`, beside hashes of its files and what was `said` when it was made."""
    record = {"made of": key, "is": _hash(final), "said": list(said)}
    path = _record(places, final)
    # A report that is made is no less made where this cannot be kept.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        private(places.chapters)
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(json.dumps(record), encoding="utf-8", newline="\n")
        move(beside, path)


def said_when_made(places: Places, final: Path, notebooks: Path) -> list[str] | None:
    """Return what was said when the report in `final` was made, or None where it must be made again."""
    try:
        record = json.loads(_record(places, final).read_text(encoding="utf-8"))
        if record["is"] != _hash(final):
            return None
        key = fingerprint(places, final, notebooks)
        return [str(line) for line in record["said"]] if key and record["made of"] == key else None
    except (OSError, KitError, ValueError, KeyError, TypeError):
        return None


def _record(places: Places, final: Path) -> Path:
    return places.chapters / final.name / "made.json"


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    _add(digest, files_below(folder))
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", paths: Iterable[Path]) -> None:
    for path in paths:
        content = sha256(path) if path.is_file() else ""
        digest.update(f"{path.as_posix()} {content}\n".encode())
