"""Proposing a mapping for a file from its headings and the values of its code columns only; nothing is applied."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import polars as pl

from kit.errors import KitError, did_you_mean
from kit.extracts import EXTRACTS
from kit.extracts.columns import BLANK, Column, Extract
from kit.intake.proposals.meanings import LONGEST_WORDS, meaning
from kit.intake.proposals.synonyms import headings_of
from kit.intake.reading import RawFile, TextTable, form_of, read_form, share_of_days
from kit.protection.personal_data import looks_personal
from kit.settings.mappings import ReadyMade, mappings_for, ready_made
from kit.text import plain

ALIKE = 0.82
# A column with more values than this is no column of codes, whatever its heading: its values are not shown.
MOST_VALUES = 40
LEAST_SHARE_OF_CODES = 0.5


@dataclass(frozen=True)
class ProposedHeading:
    """One of the file's columns, what it is in the contract ("" for none), how sure that is (0 to 1), and why."""

    theirs: str
    ours: str
    sure: float
    why: str


@dataclass(frozen=True)
class ProposedValue:
    """A value of a code column, its code ("" if none is known), how sure that is, and why."""

    column: str
    theirs: str
    ours: str
    sure: float
    why: str


@dataclass(frozen=True)
class ProposedIdentifiers:
    """How a column's identifiers are written (`*` for them), and why."""

    column: str
    pattern: str
    why: str


@dataclass(frozen=True)
class Proposal:
    """What a file seems to be. `missing` names the columns without which it cannot be that extract.

    `dates` is the strptime format of dates that are not read as they are, `read_as` of all of them if they are.
    """

    extract: Extract
    sure: float
    why: str
    headings: tuple[ProposedHeading, ...]
    values: tuple[ProposedValue, ...]
    missing: tuple[str, ...]
    dates: str = ""
    read_as: str = ""
    ready_made: ReadyMade | None = None
    identifiers: tuple[ProposedIdentifiers, ...] = ()


def propose(file: RawFile, table: TextTable, extract: str = "") -> Proposal:
    """Return the best mapping for a file, of `extract` if one is given; KitError if there is no such extract."""
    if extract and extract not in EXTRACTS:
        raise KitError(
            f'There is no extract "{extract}".{did_you_mean(extract, EXTRACTS)} There are: {", ".join(EXTRACTS)}.',
            wrong_use=True,
        )
    candidates = [EXTRACTS[extract]] if extract else list(EXTRACTS.values())
    named = plain(file.kind_in_name)
    scored = []
    for candidate in candidates:
        matches = _match_headings(table, candidate)
        by_name = plain(candidate.name) in named or plain(candidate.name).rstrip("s") in named
        found = [m for m in matches if m.ours]
        needed = [c.heading for c in candidate.columns if c.required or c.name in candidate.key]
        missing = tuple(h for h in needed if h not in {m.ours for m in found})
        score = sum(m.sure for m in found) + 1.5 * by_name - 2 * len(missing)
        if {m.ours.lower() for m in found} <= {"child", "child_id"}:
            # A child's number is in every file, and tells nothing.
            score -= 3
        if named == plain(candidate.name) and not candidate.statutory and not missing:
            # A council's own extract is known by its name.
            score += len(EXTRACTS)
        # Of two that explain as many columns, the one with fewer left unexplained on its own side.
        scored.append((score - 0.05 * len(candidate.columns), candidate, matches, missing, by_name))
    score, best, matches, missing, by_name = max(scored, key=lambda s: s[0])
    found = [m for m in matches if m.ours]
    sure = 0.0 if missing else min(1.0, sum(m.sure for m in found) / max(3, len(table.headings)) + 0.1 * by_name)
    why = f"{len(found)} of {len(table.headings)} columns are like its own" + (
        ", and so is the name" if by_name else ""
    )
    kinds = {c.heading: c.kind for c in best.columns}
    dates = [table.rows[h.theirs].drop_nulls().alias("") for h in found if kinds[h.ours] == "date"]
    given = pl.concat(dates).unique(maintain_order=True) if dates else pl.Series([], dtype=pl.String())
    return Proposal(
        best,
        sure,
        f"you said so, and {why}" if extract else why,
        tuple(matches),
        _values(table, best, found),
        missing,
        form_of(given, whole=True),
        read_form(given),
        ready_made=_set_for(file, table),
    )


def _match_headings(table: TextTable, extract: Extract) -> list[ProposedHeading]:
    """Return each of the file's headings with the column that it is most like; each column once, the surest first."""
    pairs = []
    for theirs in table.headings:
        for column in extract.columns:
            sure, why = _likeness(theirs, column, table)
            if sure >= ALIKE * 0.8:
                pairs.append((sure, theirs, column.heading, why))
    order = {h: n for n, h in enumerate(table.headings)}
    pairs.sort(key=lambda p: (-p[0], order[p[1]], extract.headings.index(p[2])))
    found: dict[str, ProposedHeading] = {}
    taken: set[str] = set()
    for sure, theirs, ours, why in pairs:
        if theirs not in found and ours not in taken:
            found[theirs] = ProposedHeading(theirs, ours, sure, why)
            taken.add(ours)
    none = "no column of the contract is like it; it would not be read"
    return [found.get(h) or ProposedHeading(h, "", 0.0, none) for h in table.headings]


def _likeness(theirs: str, column: Column, table: TextTable) -> tuple[float, str]:
    name, ours = plain(theirs), plain(column.heading)
    if len(name) > LONGEST_WORDS:
        return 0.0, ""
    synonyms = [plain(w) for w in headings_of(column.heading)]
    if name == ours:
        return 1.0, "the same heading"
    if _letters(name) in {_letters(w) for w in (ours, *synonyms)}:
        sure, why = 0.95, "a known word for it"
    else:
        ratio, closest = _nearest(name, (ours, *synonyms))
        if len(closest) > 4 and re.search(rf"\b{re.escape(closest)}\b", name):
            ratio = max(ratio, 0.85)
        if ratio < ALIKE * 0.9:
            return 0.0, ""
        sure, why = 0.85 * ratio, f'like "{closest}"'
    return _with_values(sure, why, theirs, column, table)


@cache
def _nearest(name: str, words: tuple[str, ...]) -> tuple[float, str]:
    """Return (how alike, the word) of the word that is most like a name."""
    matcher = SequenceMatcher()
    matcher.set_seq2(name)
    bounds = []
    for word in words:
        matcher.set_seq1(word)
        bounds.append((matcher.quick_ratio(), word))
    best = (0.0, words[0])
    # The likeliest first: most of the others cannot be more alike, which is told far faster than how alike they are.
    for bound, word in sorted(bounds, reverse=True):
        if bound <= best[0]:
            break
        matcher.set_seq1(word)
        best = max(best, (matcher.ratio(), word))
    return best


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text)


def _with_values(sure: float, why: str, theirs: str, column: Column, table: TextTable) -> tuple[float, str]:
    """Return how sure a likeness is once the column's values are looked at; none of them is shown."""
    given = table.rows[theirs].drop_nulls()
    if given.is_empty():
        return sure * 0.9, f"{why}; without values"
    if column.kind == "date":
        dates = share_of_days(given.head(200))
        return (sure, f"{why}; holds dates") if dates > 0.8 else (sure * 0.5, f"{why}; but most are not dates")
    if column.kind in ("code", "codes") and column.codes:
        distinct = given.unique().sort().to_list()
        known = [v for v in distinct[:200] if meaning(v, column)[0] or v.lower() in BLANK]
        if len(known) >= LEAST_SHARE_OF_CODES * len(distinct):
            return min(1.0, sure + 0.03), f"{why}; holds its codes"
        return (sure * 0.6, f"{why}; but few of its values are codes")
    return sure, why


def _values(table: TextTable, extract: Extract, found: Iterable[ProposedHeading]) -> tuple[ProposedValue, ...]:
    """Return the distinct values of the columns that hold codes, in the order of the file's columns."""
    columns = {c.heading: c for c in extract.columns}
    proposed: list[ProposedValue] = []
    for heading in found:
        column = columns[heading.ours]
        if column.codes is None and column.kind != "stage":
            continue
        given = table.rows[heading.theirs].drop_nulls()
        if column.kind == "codes":
            given = given.str.split(";").explode().str.strip_chars().drop_nulls()
        distinct = given.value_counts(sort=True).select(pl.first()).to_series().sort().to_list()
        known = {v: meaning(v, column) for v in distinct[:500]}
        words = [v for v in distinct if not known[v][0] and v.lower() in BLANK] if len(distinct) <= MOST_VALUES else []
        share = sum(1 for code, _, _ in known.values() if code) / max(1, len(distinct) - len(words))
        if len(distinct) > MOST_VALUES or share < LEAST_SHARE_OF_CODES / 2:
            continue
        # A code needs no mapping, and neither does a word that stands for a blank unless it may mean a code.
        for value in distinct:
            code, sure, why = known[value]
            if sure == 1 or (not code and value.lower() in BLANK) or looks_personal(value):
                continue
            proposed.append(ProposedValue(column.heading, value, code, sure, why))
    return tuple(proposed)


def columns_of_unknown_words(table: TextTable, proposal: Proposal) -> list[str]:
    """Return the columns with a list of codes in which a cell is no code of it, nor a word for one or for a blank."""
    columns = {c.heading: c for c in proposal.extract.columns}
    found = []
    for heading in proposal.headings:
        column = columns.get(heading.ours)
        if column and column.kind == "code":
            words = table.rows[heading.theirs].drop_nulls().unique().to_list()
            if any(word.lower() not in BLANK and not meaning(word, column)[0] for word in words):
                found.append(column.heading)
    return found


def _set_for(file: RawFile, table: TextTable) -> ReadyMade | None:
    """Return the ready-made set that knows a file of this name with these headings."""
    there = {plain(h) for h in table.headings}
    for ready in ready_made().values():
        for mapping in mappings_for(file.kind_in_name, ready.mappings):
            if len({plain(h) for h in mapping.headings} & there) >= 2:
                return ready
    return None
