"""What lies in a council's folder, before any of it is read: the loaded years, their files, and the key of it all."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from kit.errors import KitError
from kit.loading import loaded_years
from kit.places import Places
from kit.reading import RawFile, find_files, sha256
from kit.recognising import NOT_READ_YET

CODE = Path(__file__).parent
# What the extracts depend on besides the files: the code that reads, types and swaps them.
READS = [
    "accounts",
    "checking",
    "codes",
    "columns",
    "intake",
    "loading",
    "problems",
    "recognising",
    "rule_rows",
    "rules",
    "survey",
    "typing_rows",
]
PARTS = ("extracts", "reading")


@dataclass(frozen=True)
class Survey:
    """The loaded years, ascending, and the files to read; `key` changes when their content or the reading code does."""

    years: tuple[int, ...]
    files: tuple[RawFile, ...]
    digests: dict[Path, str]
    notes: tuple[str, ...]
    key: str


def survey(places: Places, year: int) -> Survey:
    """Return what the loaded years that end at `year` hold; KitError where there is no such year or a name is wrong."""
    years, notes = loaded_years(places, year)
    files: list[RawFile] = []
    faults: list[str] = []
    for y in years:
        try:
            found, unread = find_files(places.raw / str(y), y)
            files += [f for f in found if f.kind_in_name not in NOT_READ_YET]
            notes += unread
            notes += [
                f"{f.where} was not read: the kit does not use {f.kind_in_name} yet."
                for f in found
                if f.kind_in_name in NOT_READ_YET
            ]
        except KitError as error:
            faults += error.messages
    if faults:
        raise KitError(faults)
    digests: dict[Path, str] = {}
    for file in files:
        try:
            digests[file.path] = sha256(file.path)
        except OSError as error:
            faults.append(
                f"{file.where}: cannot be read ({error.strerror}). Close it elsewhere and check that you may read it."
            )
    if faults:
        raise KitError(faults)
    return Survey(tuple(years), tuple(files), digests, tuple(notes), _key(years, files, digests, notes))


def _key(years: list[int], files: list[RawFile], digests: dict[Path, str], notes: list[str]) -> str:
    code = [(name, (CODE / f"{name}.py").read_bytes().hex()) for name in READS]
    code += [(p.name, p.read_bytes().hex()) for part in PARTS for p in sorted((CODE / part).glob("*.py"))]
    rules = sorted(p for folder in ("rules", "rule_rows") for p in (CODE / "sql" / folder).rglob("*.sql"))
    code += [(p.name, p.read_bytes().hex()) for p in rules]
    content = [years, [(f.year, f.name, digests[f.path]) for f in files], notes, code]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
