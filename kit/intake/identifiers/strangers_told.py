"""What is told of a file of strangers: a sentence with the likely cause, and one row of the list for all."""

import re
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from kit.extracts import EXTRACTS
from kit.extracts.notes import Note
from kit.extracts.stored import FileAccount, Strangers
from kit.intake.dfe_rules.rules import conditions
from kit.intake.identifiers.identifiers import AUTHORITIES
from kit.problems.catalogue import load_rules
from kit.problems.table import SCHEMA, in_order
from kit.years import label

RULE = "hardly_any_known"
# By kind: one, all of them, and the files in which they should be known.
WORDS = {
    "child": ("a child of this file", "its {number} children", "the return"),
    "iro": ("an officer of this file", "its {number} officers", "iros"),
    "review": ("a review of this file", "its {number} reviews", "the return"),
    "left in care": (
        "a child who was looked after at the end of {before}",
        "{number} children whom the file of {before} leaves in care",
        "this file",
    ),
}
# By kind what most identifiers of a file look like.
Look = Mapping[str, str]


def notes_of(strangers: Sequence[Strangers], accounts: Iterable[FileAccount]) -> list[Note]:
    """Return what is told of such files, with the likely cause; no identifier is quoted."""
    by_place = {(a.extract, a.year, a.file): a for a in accounts}
    looks = {place: dict(account.looks) for place, account in by_place.items()}
    told = {(one.extract, one.year, one.file) for one in strangers}
    known = [(place, look) for place, look in looks.items() if place not in told]
    here = [(one, (one.extract, one.year, one.file)) for one in strangers]
    return [_note(one, by_place[place].where, _cause(one, looks[place], known)) for one, place in here]


def _note(one: Strangers, file: str, cause: str) -> Note:
    extract = EXTRACTS[one.extract]
    single, several, where = (
        words.format(number=f"{one.number:,}", before=label(one.year - 1)) for words in WORDS[one.kind]
    )
    if one.kind == "child" and extract.core:
        where = "the other files of the return"
    known = f"only {one.known:,}" if one.known else "none"
    said = (
        f"{file}, {one.column}: of {several} {known} can be found in {where}. {cause} Until then no figure that needs "
        "the file is right, and its rows that do not fit other files are not listed one by one."
    )
    why = "it gives other days" if one.kind == "review" else "it identifies them in another way"
    published = (
        f"{extract.title}, {label(one.year)}: hardly {single} can be found in {where}, most likely because {why}. "
        "No figure that needs it can be relied on."
    )
    return Note(said, published)


def _cause(one: Strangers, looks: Look, known: Iterable[tuple[tuple[str, int, str], Look]]) -> str:
    """Return the likely cause, and what to do about it."""
    if one.kind == "review":
        return "Its children are known: most likely these are other days than those of the reviews. Export it again."
    kind = "child" if one.kind == "left in care" else one.kind
    holders = AUTHORITIES[kind]
    others = [
        (abs(year - one.year), holders.index(extract), file, look.get(kind, ""))
        for (extract, year, file), look in known
        if extract in holders and (year < one.year or one.kind == kind)
    ]
    here, there = looks.get(kind, ""), min(others)[-1] if others else ""
    forms = f"they look like {here} in it, and like {there} elsewhere (9 is a digit, A a letter)"
    if not here or not there:
        return "Most likely it identifies them in another way. Export it with the identifiers that the others have."
    if here == there:
        return "Its identifiers look the same: most likely it is of others (another year or council). Export it again."
    if re.search(rf"(^|[^A9]){re.escape(there)}([^A9]|$)", here):
        propose = "python -m kit map with this file proposes how to take it off"
        return f"Most likely something was added to its identifiers: {forms}. {propose}."
    return f"Most likely it has identifiers of another kind: {forms}. Export it with those that the others have."


def told_together(problems: pl.DataFrame, strangers: Sequence[Strangers]) -> pl.DataFrame:
    """Return the problems with one row for each file of strangers, in place of all that differ from other files."""
    if not strangers:
        return problems
    kinds = problems.select("extract", "year", "rule").unique()
    told = kinds.filter([_is_told(extract, year, rule, strangers) for extract, year, rule in kinds.iter_rows()])
    rows = [
        {"extract": s.extract, "year": s.year, "file": s.file, "row": 1, "column": s.column, "rule": RULE}
        for s in strangers
    ]
    left = problems.join(told, on=kinds.columns, how="anti", nulls_equal=True)
    return in_order([left, pl.DataFrame(rows, schema=SCHEMA)])


def _is_told(extract: str, year: int, rule: str, strangers: Sequence[Strangers]) -> bool:
    """Return whether a rule's rows of an extract and year come from comparing it with a file of strangers."""
    beside = _beside(rule, extract)
    for one in strangers:
        is_own = (one.extract, one.year) == (extract, year)
        if one.kind == "iro":
            if is_own and ("iros", 0) in beside:
                return True
        elif one.kind == "left in care":
            # All files of that year differ from all of the year before.
            if any(later and year == (one.year if later < 0 else one.year - 1) for _, later in beside):
                return True
        elif (is_own and any(name != "iros" for name, _ in beside)) or (one.extract, one.year - year) in beside:
            return True
    return False


def _beside(rule: str, extract: str) -> frozenset[tuple[str, int]]:
    """Return (extract, years later) of each file beside which a rule sets the rows of an extract."""
    about = load_rules()[rule]
    names = {*about.beside, *about.needs} - {extract}
    names |= {name for c in conditions() if c.rule.name == rule and c.extract == extract for name in c.files}
    if about.stops:
        return frozenset()
    return frozenset(_years_later(name) for name in names - {extract})


def _years_later(name: str) -> tuple[str, int]:
    word, _, extract = name.partition("_")
    return {"last": (extract, -1), "next": (extract, 1)}.get(word, (name, 0))
