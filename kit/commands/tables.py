"""What a command shows in the terminal: tables that name rules, files and numbers, and no value."""

import sys
from collections.abc import Collection, Iterable

import polars as pl
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kit.extracts.stored import FileAccount
from kit.problems.catalogue import load_rules
from kit.problems.known import KnownProblem

WIDTH = 120


def show(table: Table) -> None:
    """Print a table on stdout: as wide as the terminal, or 120 characters in a file."""
    Console(width=None if sys.stdout.isatty() else WIDTH).print(table)


def rules_table(problems: pl.DataFrame, years: tuple[int, ...], known: Collection[KnownProblem]) -> Table:
    """Return a row for each rule that listed rows, those that stop the report first."""
    counts = {(rule, year): n for rule, year, n in problems.group_by("rule", "year").len().iter_rows()}
    said = {entry.rule: entry for entry in known}
    table = Table(title="What was found" if counts else "Nothing was found", show_lines=True)
    for heading in ("rule", "what it means"):
        table.add_column(heading, overflow="fold")
    table.add_column(f"rows {years[-1]}", justify="right")
    table.add_column("rows in earlier years", justify="right", max_width=10)
    table.add_column("how it moves the figures", overflow="fold")
    found = [rule for rule in load_rules().values() if any((rule.name, y) in counts for y in years)]
    for rule in sorted(found, key=lambda r: (not r.stops, r.name)):
        now = counts.get((rule.name, years[-1]), 0)
        before = sum(counts.get((rule.name, y), 0) for y in years[:-1])
        effect = rule.effect
        if rule.stops:
            entry = said.get(rule.name)
            effect += f" Known: {entry.reason}" if entry and entry.rows == now + before else " STOPS THE REPORT."
        table.add_row(rule.name, Text(f"{rule.title}."), f"{now:,}", f"{before:,}", Text(effect))
    return table


def accounts_table(council: str, years: tuple[int, ...], accounts: Iterable[FileAccount]) -> Table:
    """Return what became of every row of every file."""
    table = Table(title=f"Rows of {council}'s files, {years[0]} to {years[-1]}")
    for heading in ("extract", "year", "file"):
        table.add_column(heading, overflow="fold")
    for heading in ("rows in", "kept", "superseded", "listed"):
        table.add_column(heading, justify="right")
    for a in accounts:
        counts = (a.rows_in, a.rows_kept, a.rows_superseded, a.rows_listed)
        table.add_row(a.extract, str(a.year), Text(a.file), *map(str, counts))
    return table
