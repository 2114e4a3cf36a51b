"""Problems that stop a report, and those that a council knows of and has answered for in `params/<council>/<Y>.yml`.

An entry names a rule, the number of rows and a reason. It holds for the report of that year, and for exactly that
number: whoever wrote it has looked at those rows, and not at the next one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polars as pl

from kit.errors import KitError, did_you_mean
from kit.extracts.stored import IN_SHEET
from kit.problems.catalogue import load_rules
from kit.problems.rule import Rule
from kit.text import printable

FIELDS = ("rule", "rows", "reason")
SHOWN = 50
# More rows than these with one column wrong are told in one sentence.
ONE_BY_ONE = 10
# Rules that a council may not accept: personal data would be kept, or children confused.
NEVER_KNOWN = ("identifier_looks_personal", "identifier_digits_lost")
# What is wrong with the whole of a column is told once, however few its rows are.
TOGETHER = ("identifier_digits_lost", "identifiers_alike")
# A child's number, a UPN or an NHS number as it is written in groups: a reason is printed in the report.
LIKE_AN_ID = re.compile(r"\d{6}|\d{3} \d{3} \d{4}")
EXAMPLE = "{rule: not_a_date, rows: 3, reason: the register of 2012 is lost}"


@dataclass(frozen=True)
class KnownProblem:
    """So many rows of a rule that would stop the report, and why it is made all the same."""

    rule: str
    rows: int
    reason: str


class Stopped(KitError):
    """Problems that stop the report, in files that were read."""


def known_problems(given: object, faults: list[str]) -> tuple[KnownProblem, ...]:
    """Return the entries of a year's file; add a sentence to `faults` for each that cannot hold."""
    if given is None:
        return ()
    if not isinstance(given, list):
        faults.append(f"known_problems: write a list, one line an entry: - {EXAMPLE}")
        return ()
    entries: list[KnownProblem] = []
    for number, entry in enumerate(given, start=1):
        fault = _fault(entry)
        if not fault and entry["rule"] in [e.rule for e in entries]:
            fault = f"{entry['rule']} is there twice. Write one entry with all its rows."
        if fault:
            faults.append(f"known_problems, entry {number}: {fault}")
        else:
            entries.append(KnownProblem(entry["rule"], entry["rows"], " ".join(entry["reason"].split())))
    return tuple(entries)


def _fault(entry: object) -> str:
    """Return what is wrong with an entry, or an empty string. It quotes nothing that could be an id."""
    if not isinstance(entry, dict) or set(entry) != set(FIELDS):
        return f"give exactly {', '.join(FIELDS)}: {EXAMPLE}"
    rule, rows, reason = (entry[name] for name in FIELDS)
    if LIKE_AN_ID.search(f"{rule} {reason}"):
        return "six or more digits look like a child's number. Say the reason without naming anyone."
    rules = load_rules()
    stops = [r.name for r in rules.values() if r.stops]
    if not isinstance(rule, str) or rule not in rules:
        meant = did_you_mean(str(rule), rules)
        return f'there is no rule "{printable(str(rule))}".{meant} Rules that stop a report: {", ".join(stops)}.'
    if not rules[rule].stops:
        return f"{rule} does not stop a report, so that it needs no entry. Take it out."
    if rule in NEVER_KNOWN:
        return f"{rule} cannot be known, only corrected. {rules[rule].what_to_do}"
    if not isinstance(rows, int) or isinstance(rows, bool) or rows < 1:
        return f"{rule}: rows is not a whole number from 1."
    if not isinstance(reason, str) or not reason.strip():
        return f"{rule}: give the reason in words."
    return ""


def refuse_unknown(problems: pl.DataFrame, known: Iterable[KnownProblem], where: str, *, reading: bool) -> None:
    """Raise Stopped if problems stop the report that are not known, or not in this number.

    With `reading`, only the rules that are found while files are read are looked at: the others are not counted yet.
    """
    if said := stopping(problems, known, where, reading=reading):
        raise Stopped(said)


def stopping(problems: pl.DataFrame, known: Iterable[KnownProblem], where: str, *, reading: bool) -> list[str]:
    """Return a sentence for each row of a rule that stops the report, or for many of one column together, and for each
    number that does not agree.

    `where` is the file in which known problems are said. No sentence holds a value.
    """
    said_by = {entry.rule: entry for entry in known}
    counts = dict(problems.group_by("rule").len().iter_rows())
    messages = []
    for rule in load_rules().values():
        if not rule.stops or (reading and rule.sql and not rule.code):
            continue
        rows, entry = counts.get(rule.name, 0), said_by.get(rule.name)
        if entry and entry.rows != rows:
            messages.append(_other_number(where, entry, rows))
        elif entry or not rows:
            continue
        listed = problems.filter(pl.col("rule") == rule.name)
        told = list(_messages(rule, listed))
        messages += [sentence for sentence, _ in told[:SHOWN]]
        if left := sum(rows for _, rows in told[SHOWN:]):
            messages.append(f"… and {left} more like these.")
    return messages


def _messages(rule: Rule, listed: pl.DataFrame) -> Iterator[tuple[str, int]]:
    """Yield a sentence for each row, or one for many rows of a column, and of how many it speaks."""
    for (file, year, column), rows in listed.group_by("file", "year", "column", maintain_order=True):
        name, in_sheet, sheet = file.partition(IN_SHEET)
        there, what = f"{name} ({year}){in_sheet}{sheet}", rule.title.lower()
        # What is listed may know better than its rule what to do.
        todo = (rows["message"][0] or "").removeprefix(f"{rule.title}. ") or rule.what_to_do
        if rows.height > ONE_BY_ONE or (rule.name in TOGETHER and rows.height > 1):
            some = ", ".join(map(str, rows["row"].head(ONE_BY_ONE))) + (", …" if rows.height > ONE_BY_ONE else "")
            said = f"{there}, {column}: {what} in {rows.height:,} rows ({some}). {todo}"
            yield said, rows.height
        else:
            yield from ((f"{there}, row {row}, {column}: {what}. {todo}", 1) for row in rows["row"])


def _other_number(where: str, entry: KnownProblem, rows: int) -> str:
    todo = "Look at them again, and correct the number" if rows else "Take the entry out"
    return f"{where}: {entry.rows} rows of {entry.rule} are said to be known, but there are {rows}. {todo}."
