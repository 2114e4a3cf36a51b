"""The hash of the code: what the kit made of a council's files is kept until the files or the code change."""

import hashlib
import site
import sys
from functools import cache
from pathlib import Path

from kit.files.walk import files_below
from kit.paths import AHEAD, KIT, SQL, STATUTORY, TEMPLATES

VERSION = "0.2.0"
# What makes no figure and no page of a council's.
APART = ("bench", "sample")


@cache
def code_hash(*sql: Path) -> str:
    """Return a hash of the kit's modules, macros, templates and timescales, of Python's version and those of all that
    is installed in it, and of the SQL in these folders.

    Whole, not module by module or library by library: a list of those that matter would one day lack one, and show a
    figure that is stale.
    """
    digest = hashlib.sha256(f"{sys.version}\n{installed()}\n".encode())
    modules = (path for path in files_below(KIT, ".py") if path.relative_to(KIT).parts[0] not in APART)
    queries = (path for folder in sql for path in files_below(folder, ".sql"))
    templates = files_below(TEMPLATES)
    for path in sorted([AHEAD, STATUTORY, SQL / "macros.sql", *modules, *templates, *queries]):
        text = path.read_bytes()
        digest.update(f"{path.name} {len(text)}\n".encode() + text)
    return digest.hexdigest()


def installed() -> list[str]:
    """Return every package that is installed in this Python with its version: polars-2.1.0.dist-info."""
    places = [*site.getsitepackages(), *([site.getusersitepackages()] if site.ENABLE_USER_SITE else [])]
    return sorted({path.name for place in places for path in Path(place).glob("*-info")})
