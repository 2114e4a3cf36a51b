"""The code of the kit, as a hash: what it made of a council's files is kept until the files or the code change."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kit.timescales import STATUTORY

CODE = Path(__file__).parent
LIBRARIES = (
    "altair",
    "duckdb",
    "fastexcel",
    "holidays",
    "ipykernel",
    "ipython",
    "jinja2",
    "polars",
    "vl-convert-python",
)
# What makes no figure and no page of a council's.
APART = ("bench", "sample")


@cache
def code_hash(*sql: str) -> str:
    """Return a hash of the kit's modules, macros, templates and timescales, of Python's and the libraries' versions,
    and of the SQL under these folders of `kit/sql`.

    Whole, not module by module: a list of those that matter would one day lack one, and show a figure that is stale.
    """
    digest = hashlib.sha256(sys.version.encode())
    modules = (path for path in CODE.rglob("*.py") if path.relative_to(CODE).parts[0] not in APART)
    queries = (path for folder in sql for path in (CODE / "sql" / folder).rglob("*.sql"))
    for path in sorted([STATUTORY, CODE / "sql" / "macros.sql", *modules, *CODE.glob("templates/*"), *queries]):
        text = path.read_bytes()
        digest.update(f"{path.name} {len(text)}\n".encode() + text)
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.hexdigest()
