"""Files of which hardly a child, review or officer is known elsewhere: told in one sentence, not row by row.

Whatever the cause, nothing else shows it: the figures made with such a file look like any others.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from kit.accounts import FileAccount, Intake, Strangers, older_exports, stored_at
from kit.columns import Extract
from kit.extracts import EXTRACTS
from kit.identifiers import AUTHORITIES, COLUMNS, as_read
from kit.notes import Note
from kit.parquet import scan_table
from kit.parts import Part
from kit.problems import SCHEMA, in_order, load_rules
from kit.rules import conditions
from kit.years import label

# Of fewer nothing can be said; strangers are those of whom fewer than one in ten is known.
ENOUGH, ONE_IN = 5, 10
RULE = "hardly_any_known"
# By kind: one, several, and where they are known.
WORDS = {
    "child": ("child", "children", "the return"),
    "iro": ("officer", "officers", "iros"),
    "review": ("review", "reviews", "the return"),
}
# By kind what most identifiers of a file look like.
Look = Mapping[str, str]


@dataclass(frozen=True)
class Named:
    """Whom one column of a file names: each identifier once, as the extract has it."""

    extract: str
    year: int
    file: str
    column: str
    kind: str
    given: pl.Series


def find_strangers(
    parts: Sequence[Part], before: Intake | None, kept: Collection[str], *, is_keyed: bool
) -> list[Strangers]:
    """Return the newest files of which fewer than one in ten children, reviews or officers is known elsewhere.

    A child is known in another extract of the return's core, an officer in iros, a review in the return. `kept` are the
    extracts taken over from the intake `before`; `is_keyed` if identifiers are pseudonyms.
    """
    newest = [part for part in parts if not part.older]
    older = {id(one) for one, _ in older_exports(before.accounts)} if before else set()
    stored = [
        (account, stored_at(before.folder, account))
        for account in (before.accounts if before else ())
        if before and account.extract in kept and id(account) not in older
    ]
    named = [one for part in newest for one in _of_part(part, is_keyed=is_keyed)]
    named += [one for account, path in stored for one in _of_account(account, path)]
    found = [one for kind, holders in AUTHORITIES.items() for one in _unknown(named, kind, holders)]
    # Where its children or those of the reviews are strangers, that is why its meetings are no reviews.
    told = {one.year for one in found if one.kind == "child" and one.extract in ("reviews", "review_details")}
    found += [one for one in _unknown_reviews(newest, stored) if one.year not in told]
    return sorted(found, key=lambda one: (one.extract, one.year, one.file, one.column))


def _judged(extract: Extract) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, name, heading) of each column of children or officers that must be known."""
    for column in extract.columns:
        kind = next((kind for kind in AUTHORITIES if COLUMNS[kind] == column.name), "")
        if kind and column.known:
            yield kind, column.name, column.heading


def _of_part(part: Part, *, is_keyed: bool) -> Iterator[Named]:
    every = as_read(part.identifiers, part.reading)
    is_whole = not is_keyed and part.rows.height == part.rows_in
    for kind, name, heading in _judged(part.extract):
        # What the file gives is what the rows hold, where none was left out: its identifiers are told apart already.
        given = every.filter(column=heading)["given"] if is_whole else part.rows[name].drop_nulls().unique()
        yield Named(part.extract.name, part.file.year, part.file.name, heading, kind, given)


def _of_account(account: FileAccount, path: Path) -> Iterator[Named]:
    for kind, name, heading in _judged(EXTRACTS[account.extract]):
        given = scan_table(path).select(pl.col(name).drop_nulls().unique()).collect().to_series()
        yield Named(account.extract, account.year, account.file, heading, kind, given)


def _unknown(named: Iterable[Named], kind: str, holders: tuple[str, ...]) -> list[Strangers]:
    """Return the files that name hardly anyone whom another of the `holders` holds."""
    asked = [one for one in named if one.kind == kind]
    found = []
    for one in asked:
        others = [o for o in asked if o.extract in holders and o.extract != one.extract]
        if not others or one.given.len() < ENOUGH:
            continue
        others.sort(key=lambda o: (abs(o.year - one.year), holders.index(o.extract)))
        # Mostly a few of them, in the likeliest file, are enough to see that it is none of strangers.
        few = one.given.head(one.given.len() // 5 + 1).hash()
        if few.is_in(others[0].given.hash().implode()).sum() * ONE_IN >= one.given.len():
            continue
        known = int(one.given.is_in(pl.concat(o.given.rename("") for o in others).unique().implode()).sum())
        found.append((one.extract, one.year, one.file, one.column, one.given.len(), known))
    return _few_known(found, kind)


def _unknown_reviews(newest: Sequence[Part], stored: Sequence[tuple[FileAccount, Path]]) -> list[Strangers]:
    """Return the files of review details whose meetings are hardly ever a review of the return."""
    key = ["child_id", "review_date"]

    def rows_of(extract: str, columns: list[str]) -> list[tuple[int, str, pl.DataFrame]]:
        there = [(p.file.year, p.file.name, p.rows.select(columns)) for p in newest if p.extract.name == extract]
        paths = [(account, path) for account, path in stored if account.extract == extract]
        return there + [(a.year, a.file, scan_table(path).select(columns).collect()) for a, path in paths]

    details = rows_of("review_details", [*key, "cancelled"])
    reviews = rows_of("reviews", key) if details else []
    counts = []
    for year, file, rows in details if reviews else ():
        meetings = rows.filter(pl.col("cancelled").ne_missing("Y")).select(key).unique()
        known = meetings.join(pl.concat(rows for _, _, rows in reviews), on=key, how="semi").height
        counts.append(("review_details", year, file, "review_date", meetings.height, known))
    return _few_known(counts, "review")


def _few_known(counts: Iterable[tuple[str, int, str, str, int, int]], kind: str) -> list[Strangers]:
    return [
        Strangers(extract, year, file, column, kind, number, known)
        for extract, year, file, column, number, known in counts
        if number >= ENOUGH and known * ONE_IN < number
    ]


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
    single, several, where = WORDS[one.kind]
    if one.kind == "child" and extract.core:
        where = "the other files of the return"
    known = f"only {one.known:,}" if one.known else "none"
    said = (
        f"{file}, {one.column}: of its {one.number:,} {several} {known} can be found "
        f"in {where}. {cause} Until then no figure that needs the file is right, and its rows that do "
        "not fit other files are not listed one by one."
    )
    why = "it gives other days" if one.kind == "review" else "it identifies them in another way"
    published = (
        f"{extract.title}, {label(one.year)}: hardly a {single} of this file can be found in {where}, most likely "
        f"because {why}. No figure that needs it can be relied on."
    )
    return Note(said, published)


def _cause(one: Strangers, looks: Look, known: Iterable[tuple[tuple[str, int, str], Look]]) -> str:
    """Return the likely cause, and what to do about it."""
    if one.kind == "review":
        return "Its children are known: most likely these are other days than those of the reviews. Export it again."
    holders = AUTHORITIES[one.kind]
    others = [
        (abs(year - one.year), holders.index(extract), file, look.get(one.kind, ""))
        for (extract, year, file), look in known
        if extract in holders
    ]
    here, there = looks.get(one.kind, ""), min(others)[-1] if others else ""
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
