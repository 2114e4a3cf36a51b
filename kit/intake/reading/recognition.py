"""Which extract a table is: the statutory return by its headings, a council's own extract by its name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kit.extracts import EXTRACTS
from kit.extracts.columns import BLANK, Column, Extract
from kit.text import plain, printable

# Without these columns of the core files every period of care, chain of reviews or age would be wrong.
NEVER_GONE = {
    "header": {"DOB"},
    "episodes": {"RNE", "LS", "PLACE", "DEC"},
    "reviews": {"REVIEW_CODE"},
}

# A table's headings are in one of its first rows.
FIRST_ROWS = 30

# Wanted in place of the contract's extracts if any table will do, to propose a mapping for it.
ANYTHING = Extract("anything", title="Anything", one_row="a row", key=(), columns=())


def contract_headings(extract: Extract) -> dict[str, str]:
    """Return the extract's heading of each plain heading under which a column of it may be."""
    return {plain(h): h for h in extract.headings}


def recognise(headings: Iterable[str], name: str, wanted: Extract | None = None) -> tuple[Extract, bool] | None:
    """Return the extract whose headings these are and whether they are exactly its own; None if there is none.

    `wanted`, the headings of a mapping, is the only one that counts if it is given. `name` is the extract that the
    file's name says. A statutory file that holds a column too many, or lacks one that
    no figure depends on, is still known by the headings that are in no other file of the return.
    """
    if wanted:
        return _as_wanted(list(headings), wanted)
    given = {plain(h) for h in headings if h.strip()}
    here = {e.name: {names[g] for g in given if g in names} for e, names in _contract_names()}
    unknown = {e.name: [g for g in given if g not in names] for e, names in _contract_names()}
    exact = [e for e in EXTRACTS.values() if here[e.name] >= set(e.expected) and not unknown[e.name]]
    for extract in exact:
        if extract.statutory:
            return extract, True
    named = EXTRACTS.get(name)
    if named and not named.statutory:
        return (named, named in exact) if not _missing(named, here[name]) else None
    for extract in EXTRACTS.values():
        if extract.statutory and _is_close_match(extract, here):
            return extract, False
    return None


def _as_wanted(headings: list[str], wanted: Extract) -> tuple[Extract, bool] | None:
    if wanted is ANYTHING:
        there = {plain(h): printable(h.strip(), 0) for h in headings if h.strip()}
        # What a word means here is for the mapping to say.
        columns = tuple(Column(h, "text", "", meant=BLANK) for h in there.values())
        return (replace(wanted, columns=columns), False) if columns else None
    given = {plain(h) for h in headings if h.strip()}
    named = {plain(c.heading) for c in wanted.columns if c.kept}
    needed = {plain(c.heading) for c in wanted.columns if c.required}
    return (wanted, named <= given) if needed <= given and given & named else None


@dataclass(frozen=True)
class Closest:
    """What comes nearest to a file, in words; `extract` is empty if nothing does.

    `by_another_name` says that the file would be the extract if it had its name.
    """

    words: str
    extract: str = ""
    by_another_name: bool = False


def closest(rows: Sequence[Sequence[str]], name: str, wanted: Extract | None = None) -> Closest:
    """Return the extract that comes nearest to any of the rows, and in a sentence what keeps them apart.

    It quotes headings of the contract only: a damaged heading row may hold values of a child's record.
    """
    if wanted:
        needed = [c.heading for c in wanted.columns if c.required]
        said = (
            f"its mapping needs {', '.join(needed)}, and none of its first {FIRST_ROWS} rows holds these headings. "
            "Correct the mapping in council.yml, or export the file again."
            if needed
            else "none of its first rows holds headings."
        )
        return Closest(said)
    named = EXTRACTS.get(name)
    extracts = [named] if named and not named.statutory else list(EXTRACTS.values())
    best: tuple[float, Extract, set[str], list[str]] | None = None
    for cells in rows:
        given = {plain(c) for c in cells if c.strip()}
        for extract in extracts:
            names = contract_headings(extract)
            found = {names[g] for g in given if g in names}
            extra = [c for c in cells if c.strip() and plain(c) not in names]
            likeness = len(found) / (len(extra) + len(extract.headings))
            if len(found) >= min(2, len(extracts)) and (best is None or likeness > best[0]):
                best = likeness, extract, found, extra
    if best is None:
        said = (
            "none of its first 30 rows holds the headings of an extract. Put the headings, as in data/README.md, above "
            "the rows; if they are the council's own, let `python -m kit map <file>` propose what they mean; or "
            "take the file out of the folder."
        )
        return Closest(said)
    _, extract, found, extra = best
    missing = [h for h in extract.expected if h not in found]
    if not extract.statutory and not missing:
        said = f"its columns are those of {extract.name}, which is known by its name. Name it {extract.name}."
        return Closest(said, extract.name, by_another_name=True)
    # Only a row that is mostly headings is one, and may be quoted.
    quoted = len(extra) <= len(found) and not any(re.search(r"\d", e) for e in extra)
    extras = ", ".join(printable(e.strip()) for e in extra[:20]) if quoted else f"{len(extra)} columns"
    said = (
        f"its columns match no extract. Closest is {extract.name}: missing {', '.join(missing) or 'none'}; "
        f"extra {extras or 'none'}. "
        + (
            "Export it again unedited."
            if extract.statutory
            else f"Name the columns as data/README.md does, and the file {extract.name}, or let "
            "`python -m kit map <file>` propose what its headings are in these words."
        )
    )
    return Closest(said, extract.name)


@cache
def _contract_names() -> list[tuple[Extract, dict[str, str]]]:
    return [(e, contract_headings(e)) for e in EXTRACTS.values()]


def _missing(extract: Extract, found: set[str]) -> set[str]:
    required = {c.heading for c in extract.columns if c.required}
    return (required | NEVER_GONE.get(extract.name, set())) - found


def _is_close_match(extract: Extract, here: Mapping[str, set[str]]) -> bool:
    its_own = distinctive(extract.name)
    of_others = any(
        distinctive(other) & found
        for other, found in here.items()
        if other != extract.name and EXTRACTS[other].statutory
    )
    found = here[extract.name]
    enough = max(2, sum(1 for c in extract.columns if c.kept and c.heading in its_own))
    return not of_others and not _missing(extract, found) and 2 * len(its_own & found) >= enough


@cache
def distinctive(name: str) -> frozenset[str]:
    """Return the headings of a statutory extract that are in no other file of the return."""
    others = {h for e in EXTRACTS.values() if e.statutory and e.name != name for h in e.headings}
    return frozenset(set(EXTRACTS[name].headings) - others)
