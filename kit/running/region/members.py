"""The region's file, `params/regions/<region>.yml`: its name and its councils, each with places of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.errors import KitError, did_you_mean
from kit.files.walk import text_of
from kit.files.yaml import UnreadYamlError, read_yaml
from kit.paths import CHECKOUT, COUNCIL_NAME, Places, plain_council, shown
from kit.text import printable

REGION, PLACES = ("name", "councils"), ("data", "params", "reports")


@dataclass(frozen=True)
class Region:
    """A region: what its file is called (`key`), its name for readers, and the places of its councils in order."""

    key: str
    name: str
    councils: tuple[Places, ...]

    def folder(self, year: int) -> Path:
        """Return the folder of what is made of the region; no council may be called `regions`."""
        return CHECKOUT / "reports" / "regions" / self.key / str(year)


def read_region(path: Path) -> Region:
    """Return the region that a file declares; every fault of it at once as a KitError."""
    if not path.is_file():
        raise KitError(f"{shown(path)}: there is no such file. docs/region.md shows what to write.", wrong_use=True)
    try:
        content = read_yaml(text_of(path))
    except UnreadYamlError as error:
        raise KitError(f"{shown(path)}{error.where and ', '}{error.where}: {error.words}") from None
    faults: list[str] = []
    if not COUNCIL_NAME.fullmatch(path.stem):
        faults.append('call the file as a folder may be called: lower-case letters, digits, "-" and "_", then .yml.')
    given = content if isinstance(content, dict) else {}
    faults += [_unknown(str(word), REGION) for word in given if word not in REGION]
    name, listed = given.get("name"), given.get("councils")
    if not isinstance(name, str) or not name.strip():
        faults.append('name: give the name that readers know, as in "name: London".')
    if not isinstance(listed, dict) or not listed:
        faults.append("councils: list them, each with its places or {}: camden: {data: /srv/camden/data}.")
        listed = {}
    councils = [_council(str(council), places, faults) for council, places in listed.items()]
    seen: dict[Path, str] = {}
    for one in councils:
        before = seen.setdefault(one.raw.parent.resolve(), one.council)
        if before != one.council:
            faults.append(f"councils: {before} and {one.council} are one folder, {shown(one.raw.parent)}. Keep one.")
    if faults:
        raise KitError([f"{shown(path)}: {fault}" for fault in faults])
    return Region(path.stem, str(name).strip(), tuple(councils))


def _council(council: str, given: Any, faults: list[str]) -> Places:
    where = f"councils, {printable(council, 80)}"
    try:
        plain_council(council)
    except KitError as error:
        faults += [f"councils: {message}" for message in error.messages]
    if given is not None and not isinstance(given, dict):
        faults.append(f"{where}: give its places, as in {{data: /srv/camden/data}}, or {{}} for the kit's own folders.")
    places = given if isinstance(given, dict) else {}
    faults += [f"{where}: {_unknown(str(word), PLACES)}" for word in places if word not in PLACES]
    for word in PLACES:
        if word in places and (not isinstance(places[word], str) or not places[word].strip()):
            faults.append(f"{where}, {word}: name a folder.")
    # From the kit's own folder, as data/ and params/ are.
    return Places(council, *(CHECKOUT / str(places.get(word) or word) for word in PLACES))


def _unknown(word: str, known: tuple[str, ...]) -> str:
    return f'there is no "{printable(word, 80)}".{did_you_mean(word, known)} There are: {", ".join(known)}.'
