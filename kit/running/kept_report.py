"""Whether a report is unchanged: found by hashes alone, before any library is imported."""

import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.errors import KitError
from kit.files.code_hash import installed
from kit.files.kept import KeptFiles, key_of
from kit.files.walk import entries, files_below, is_too_large, sha256
from kit.intake.year_folders import raw_files
from kit.paths import CHECKOUT, DOCUMENTS, KIT, PUBLICATION, Places, chapter_files

# The key of the pseudonyms is elsewhere, and no business of this module.
PSEUDONYMS = b"pseudonym"


def fingerprint(places: Places, final: Path, notebooks: Path) -> str:
    """Return a hash of everything that the report in the folder `final` depends on, or "" if that may be more.

    Its raw files, samples for audits and earlier publications, the council's settings and words, ready-made mappings,
    the law's timescales, the notebooks, the kit as a whole, Python and what is installed in it.
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
        ("publications", files_below(places.publications)),
        ("ledger", files_below(places.ledger)),
        ("settings", settings),
        ("law", law),
        ("mappings", mappings),
        ("notebooks", chapter_files(notebooks)),
        ("kit", files_below(KIT)),
    ):
        digest.update(f"{name}\n".encode())
        _add(digest, paths)
    return digest.hexdigest()


def remember(places: Places, final: Path, made_of: str, warnings: Sequence[str]) -> None:
    """Keep the `warnings` that the report in `final` was made with, under what it was `made_of` and what it is."""
    _kept(places, final).keep("report", key_of(made_of, _hash(final)), json.dumps(list(warnings)).encode())


def warnings_of_last_run(places: Places, final: Path, notebooks: Path) -> list[str] | None:
    """Return the warnings that the report in `final` was made with, or None if it must be made again."""
    try:
        made_of = fingerprint(places, final, notebooks)
        kept = _kept(places, final).find("report", key_of(made_of, _hash(final))) if made_of else None
        return [str(line) for line in json.loads(kept.read_bytes())] if kept else None
    except (OSError, KitError, ValueError, TypeError):
        return None


def _kept(places: Places, final: Path) -> KeptFiles:
    return KeptFiles(places.chapters / final.name, ".json")


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    made_of_it = (PUBLICATION, DOCUMENTS)
    _add(digest, (path for path in files_below(folder) if path.relative_to(folder).parts[0] not in made_of_it))
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", paths: Iterable[Path]) -> None:
    for path in paths:
        content = sha256(path) if path.is_file() else ""
        digest.update(f"{path.as_posix()} {content}\n".encode())
