"""Mappings: what a council's own headings and values are called in the contract, file by file.

A council writes its own into `params/<council>/council.yml` (`mappings:`) or names ready-made ones (`use:`), which
are in `params/mappings/`. Nothing is guessed: a value that no mapping knows stays as it is, and is then listed.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kit.errors import did_you_mean
from kit.extracts import EXTRACTS
from kit.extracts.columns import Column, Extract
from kit.files.walk import files_below
from kit.files.yaml import read_yaml
from kit.paths import CHECKOUT
from kit.text import plain

READY_MADE = CHECKOUT / "params" / "mappings"
PARTS = ("extract", "headings", "values", "leave_out", "identifiers", "dates", "only_where_missing")
TABLES = ("headings", "values", "leave_out", "identifiers")
# Times of day are always dropped; older files say so.
NO_LONGER = ("drop_times",)
# What begins so stands for a heading that nobody has named yet.
PLACEHOLDER = "?"
# A word in place of a date may be mapped to nothing alone.
MAPPED_KINDS = ("code", "codes", "stage", "text", "date")


@dataclass(frozen=True)
class Mapping:
    """How files of one name become one extract.

    `pattern` is the file's name without what follows "@" and without its ending, any case, `*` for anything. `headings`
    maps theirs to the contract's, `values` maps theirs to the contract's by the contract's heading (`*` for anything in
    theirs), `leave_out` names values of their columns whose rows are left out. `identifiers` says by the contract's
    heading how theirs are written: `*` for the identifier, `#` for digits that are no part of it. `dates` is a strptime
    format. A mapping `only_where_missing` holds in a year in which no other file gives the extract.
    `ready_made` names the set that it came from: such a mapping may name headings that a file lacks.
    """

    pattern: str
    extract: str
    headings: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    leave_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    identifiers: dict[str, str] = field(default_factory=dict)
    dates: str = ""
    only_where_missing: bool = False
    ready_made: str = ""

    def fits(self, kind_in_name: str) -> bool:
        """Return whether a file of this name is meant."""
        return wildcard(self.pattern).fullmatch(plain(kind_in_name)) is not None


@dataclass(frozen=True)
class ReadyMade:
    """A set of mappings in `params/mappings/`: `not_used` says, by file name, why the kit does not read such a file."""

    name: str
    title: str
    source: str
    gives: str
    cannot_give: str
    mappings: tuple[Mapping, ...]
    not_used: dict[str, str]


@cache
def wildcard(pattern: str) -> re.Pattern[str]:
    """Return the expression for `pattern`, in which only `*` has a meaning of its own, against plain text."""
    first, *others = (re.escape(part) for part in plain(pattern).split("*"))
    # Each part is taken at its first place, never tried again further on: otherwise many "*" take for ever.
    between = "".join(f"(?>.*?{part})" for part in others[:-1] if part)
    return re.compile(f"{first}{between}.*{others[-1]}" if others else first, re.DOTALL)


def mappings_for(kind_in_name: str, mappings: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """Return the mappings of a file: those of the first pattern that fits, the council's own before ready-made ones."""
    fitting = [m for m in mappings if m.fits(kind_in_name)]
    return tuple(m for m in fitting if (m.pattern, m.ready_made) == (fitting[0].pattern, fitting[0].ready_made))


def why_not_used(kind_in_name: str, sets: Iterable[str]) -> str:
    """Return why a file of this name is not read though its ready-made set knows it, or an empty string."""
    for name in sets:
        for pattern, why in ready_made()[name].not_used.items():
            if wildcard(pattern).fullmatch(plain(kind_in_name)):
                return why
    return ""


@cache
def ready_made(folder: Path = READY_MADE) -> dict[str, ReadyMade]:
    """Return the ready-made sets by name; ValueError if one of the kit's own files is wrong."""
    sets = {}
    for path in files_below(folder, ".yml"):
        content = read_yaml(path.read_text(encoding="utf-8"), as_text=True)
        faults: list[str] = []
        found = parse_mappings(content["mappings"], faults, ready_made_as=path.stem)
        words = {n: " ".join(str(content[n]).split()) for n in ("title", "source", "gives", "cannot_give")}
        if faults or not all(words.values()):
            raise ValueError("\n".join([f"{path.name}: a field is empty or a mapping is wrong", *faults]))
        sets[path.stem] = ReadyMade(path.stem, mappings=found, not_used=content.get("not_used") or {}, **words)
    return sets


def parse_use(given: Any, faults: list[str]) -> tuple[str, ...]:
    """Return the names of ready-made sets; what is wrong with them goes to `faults`."""
    names = [given] if isinstance(given, str) else given or []
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        faults.append(f"use: give the names of ready-made mappings as a list: [{', '.join(ready_made())}].")
        return ()
    for name in names:
        if name not in ready_made():
            faults.append(
                f'use: there is no ready-made mapping "{name}".{did_you_mean(name, ready_made())} '
                f"There are: {', '.join(ready_made())}."
            )
    return tuple(n for n in names if n in ready_made())


def parse_mappings(given: Any, faults: list[str], ready_made_as: str = "") -> tuple[Mapping, ...]:
    """Return the mappings of a settings file read as text (every scalar a string); faults of all of them at once."""
    if not given:
        return ()
    if not isinstance(given, dict):
        faults.append("mappings: write each file's name with its mapping below it.")
        return ()
    found: list[Mapping] = []
    for pattern, entries in given.items():
        for entry in entries if isinstance(entries, list) else [entries]:
            where = f"mappings: {pattern}"
            if not isinstance(entry, dict):
                faults.append(f"{where}: give an extract and its headings (theirs: the contract's).")
                continue
            before = len(faults)
            mapping = _parse(str(pattern), entry, where, faults, ready_made_as)
            if mapping and len(faults) == before:
                found.append(mapping)
    return tuple(found)


def _parse(pattern: str, entry: dict[str, Any], where: str, faults: list[str], ready_made_as: str) -> Mapping | None:
    for part in entry:
        if part not in (*PARTS, *NO_LONGER):
            faults.append(
                f'{where}: "{part}" is no part of a mapping.{did_you_mean(str(part), PARTS)} '
                f"Parts are: {', '.join(PARTS)}."
            )
    extract = EXTRACTS.get(str(entry.get("extract")))
    if extract is None:
        said = str(entry.get("extract") or "")
        faults.append(
            f'{where}: there is no extract "{said}".{did_you_mean(said, EXTRACTS)} There are: {_all(EXTRACTS)}.'
        )
        return None
    tables = {part: _table(entry.get(part), f"{where}: {part}", faults) for part in TABLES}
    headings = {str(theirs): str(ours) for theirs, ours in tables["headings"].items()}
    _check_headings(headings, extract, where, faults, repeats=bool(ready_made_as))
    values = _values(tables["values"], extract, where, faults)
    identifiers = _identifiers(tables["identifiers"], extract, where, faults)
    leave_out = {
        str(theirs): tuple(v) if isinstance(v, list) else (str(v),) for theirs, v in tables["leave_out"].items()
    }
    dates = str(entry.get("dates") or "")
    if dates and not all(part in dates for part in ("%Y", "%d")) and "%y" not in dates:
        faults.append(f'{where}: dates: give the form of its dates, such as "%d/%m/%y" for 01/04/21.')
    return Mapping(
        pattern,
        extract.name,
        headings,
        values,
        leave_out,
        identifiers,
        dates,
        only_where_missing=_flag(entry, "only_where_missing", where, faults),
        ready_made=ready_made_as,
    )


def _table(given: Any, where: str, faults: list[str]) -> dict[str, Any]:
    if not given:
        return {}
    if not isinstance(given, dict):
        faults.append(f"{where}: write `theirs: the contract's`, one a line.")
        return {}
    return given


def _flag(entry: dict[str, Any], part: str, where: str, faults: list[str]) -> bool:
    said = str(entry.get(part, "false")).lower()
    if said not in ("true", "false", "yes", "no"):
        faults.append(f"{where}: {part}: say true or false.")
    return said in ("true", "yes")


def _check_headings(
    headings: dict[str, str], extract: Extract, where: str, faults: list[str], *, repeats: bool
) -> None:
    for theirs, ours in headings.items():
        if theirs.startswith(PLACEHOLDER):
            faults.append(f'{where}: headings: "{theirs}" is to be replaced by the file\'s heading for {ours}.')
        elif ours not in extract.headings:
            faults.append(
                f'{where}: {extract.name} has no column "{ours}" (for "{theirs}").'
                f"{did_you_mean(ours, extract.headings)} Its columns are: {_all(extract.headings)}."
            )
    alike: dict[str, list[str]] = {}
    means: dict[str, list[str]] = {}
    for theirs, ours in headings.items():
        alike.setdefault(plain(theirs), []).append(theirs)
        means.setdefault(ours, []).append(theirs)
    for same in alike.values():
        if len(same) > 1:
            faults.append(f"{where}: headings: {' and '.join(same)} are one heading. Keep one.")
    if not repeats:
        for ours, same in means.items():
            if len(same) > 1:
                faults.append(f"{where}: headings: {' and '.join(same)} are both to be {ours}. Keep one.")


def _identifiers(given: dict[str, Any], extract: Extract, where: str, faults: list[str]) -> dict[str, str]:
    able = [c.heading for c in extract.columns if c.kind == "id"]
    for heading, pattern in given.items():
        if heading not in able:
            meant = did_you_mean(str(heading), able)
            faults.append(f'{where}: identifiers: "{heading}" identifies nothing.{meant} These do: {_all(able)}.')
        elif str(pattern).count("*") != 1 or str(pattern) == "*":
            what = 'write * for the identifier, with what is beside it: "*_351" (# for digits that change: "*_#")'
            faults.append(f"{where}: identifiers: {heading}: {what}.")
    return {str(heading): str(pattern) for heading, pattern in given.items()}


def _values(given: dict[str, Any], extract: Extract, where: str, faults: list[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for heading, table in given.items():
        column = next((c for c in extract.columns if c.heading == heading), None)
        if column is None or column.kind not in MAPPED_KINDS:
            able = [c.heading for c in extract.columns if c.kind in MAPPED_KINDS]
            what = "has no column" if column is None else "takes no values for"
            faults.append(f'{where}: values: {extract.name} {what} "{heading}". It can for: {_all(able)}.')
            continue
        inner = _table(table, f"{where}: values: {heading}", faults)
        for ours in inner.values():
            if column.kind == "date" and ours:
                faults.append(
                    f'{where}: values: {heading}: a word in place of a date can be nothing alone (the word: "").'
                )
            elif not is_allowed(column, str(ours)):
                known = list(column.codes.labels) if column.codes else ["informal", "1", "2"]
                faults.append(
                    f'{where}: values: {heading}: "{ours}" is not one of its codes.{did_you_mean(str(ours), known)} '
                    f"Codes are: {_all(known)}."
                )
        found[heading] = {str(theirs): str(ours) for theirs, ours in inner.items()}
    return found


def is_allowed(column: Column, ours: str) -> bool:
    """Return whether a mapping may give a value of the column as this: as one of its codes, or as nothing."""
    if not ours or column.kind in ("text", "date"):
        return not ours or column.kind == "text"
    if column.kind == "stage":
        return re.fullmatch(r"(?i)informal|(stage )?0*[1-9][0-9]?", ours) is not None
    assert column.codes is not None
    parts = ours.split(";") if column.kind == "codes" else [ours]
    return all(p.strip() in column.codes.labels for p in parts)


def _all(names: Collection[str]) -> str:
    return ", ".join(names)
