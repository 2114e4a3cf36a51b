"""Proposing how to take off what was added to a file's identifiers: 700001_351 when the return has 700001.

What is proposed is what makes the file's children (or officers) those of the other files in its folder, or of the
return of the year before.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from kit.errors import KitError
from kit.intake.identifiers.forms import bare_forms, identifier_in
from kit.intake.identifiers.identifiers import AUTHORITIES, COLUMNS
from kit.intake.map_headings import tables_of
from kit.intake.proposals.propose import Proposal, ProposedIdentifiers
from kit.intake.reading import RawFile, TextTable
from kit.intake.year_folders import find_files
from kit.settings.mappings import Mapping

WHERE = {"child": "the return", "iro": "iros"}
# If fewer than one in so many are known something was added; a proposal makes more than half of them known.
ONE_IN = 10
# What may have been added before or after: a word beside a sign, or letters.
AFTER = r"[^0-9A-Za-z]+[0-9A-Za-z]+[^0-9A-Za-z]*$|(?<=[0-9])[A-Za-z]+$"
BEFORE = r"^[^0-9A-Za-z]*[0-9A-Za-z]+[^0-9A-Za-z]+|^[A-Za-z]+(?=[0-9])"


def with_identifiers(proposal: Proposal, file: RawFile, table: TextTable, mappings: Sequence[Mapping]) -> Proposal:
    """Return the proposal, with how identifiers are written if something was added to most of them.

    `mappings` are those by which the other files of its folder, a reporting year's, are read.
    """
    if not file.year:
        return proposal
    names = {c.heading: c.name for c in proposal.extract.columns}
    found = []
    for heading in proposal.headings:
        kind = next((kind for kind in AUTHORITIES if COLUMNS[kind] == names.get(heading.ours)), "")
        if not kind:
            continue
        given = table.rows[heading.theirs].drop_nulls().unique().sort().to_list()
        for year in (file.year, file.year - 1):
            known = _known(kind, file, file.path.parent.with_name(str(year)), year, mappings)
            if best := _best(given, known):
                where = WHERE[kind] if year == file.year else f"{WHERE[kind]} of {year}"
                why = f"then {best[1]:,} of {len(given):,} are in {where}"
                found.append(ProposedIdentifiers(heading.ours, best[0], why))
                break
    return replace(proposal, identifiers=tuple(found))


def _known(kind: str, file: RawFile, folder: Path, year: int, mappings: Iterable[Mapping]) -> set[str]:
    """Return the bare forms of those whom the other files of a folder hold."""
    found: set[str] = set()
    try:
        others = find_files(folder, year)[0] if folder.is_dir() else []
    except KitError:
        return found
    for other in others:
        try:
            tables = tables_of(other, mappings) if other.path != file.path else []
        except KitError:
            continue
        for one in tables:
            heading = next((c.heading for c in one.extract.columns if c.name == COLUMNS[kind]), "")
            if one.extract.name in AUTHORITIES[kind]:
                found |= set(_bare(one.table.rows[heading].drop_nulls().unique().to_list()))
    return found


def _best(given: Sequence[str], known: set[str]) -> tuple[str, int] | None:
    """Return the pattern that makes most of those given known, and how many; None if enough are known already."""
    if sum(one in known for one in _bare(given)) * ONE_IN >= len(given):
        return None
    counts = {pattern: _made_known(given, known, pattern) for pattern in _patterns(given)}
    # Of two that do as well, the one that says most exactly what is taken off, and the shorter.
    best = max(counts, key=lambda pattern: (counts[pattern], -pattern.count("#"), -len(pattern)), default="")
    return (best, counts[best]) if best and counts[best] >= 2 and counts[best] * 2 > len(given) else None


def _patterns(given: Iterable[str]) -> list[str]:
    """Return what may have been added to most: as it is, or with `#` for digits that change."""
    sides = []
    for side in (BEFORE, AFTER):
        parts = Counter(match[0] for one in given if (match := re.search(side, one)))
        digits = Counter({re.sub("[0-9]+", "#", part): 0 for part in parts})
        for part, many in parts.items():
            digits[re.sub("[0-9]+", "#", part)] += many
        usual = [part for counts in (parts, digits) for part, _ in counts.most_common(1)]
        sides.append(["", *(part for part in usual if "*" not in part)])
    return [f"{before}*{after}" for before in sides[0] for after in sides[1] if before or after]


def _made_known(given: Iterable[str], known: set[str], pattern: str) -> int:
    found = [match[1] for one in given if (match := identifier_in(pattern).fullmatch(one))]
    return sum(one in known for one in _bare(found))


def _bare(identifiers: Iterable[str]) -> list[str]:
    return bare_forms(pl.Series(list(identifiers), dtype=pl.String))[0].to_list()
