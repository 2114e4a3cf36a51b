"""The list of problems as files for the team that corrects them: internal, as it names children and shows values."""

from pathlib import Path

import polars as pl

from kit.files.xlsx import Sheet, write_workbook
from kit.problems.catalogue import load_rules
from kit.problems.table import problems_csv

# Heading in the workbook, column of the CSV, and width in characters.
COLUMNS = (
    ("File", "file", 28),
    ("Year", "year", 7),
    ("Row in Excel", "row", 9),
    ("Child", "child_id", 16),
    ("Column", "column", 20),
    ("Rule", "rule", 24),
    ("What is wrong", "what_is_wrong", 44),
    ("What to do", "what_to_do", 52),
    ("Value", "value", 24),
)
RULES = (
    ("Rule", 26),
    ("What is wrong", 40),
    ("What it means", 60),
    ("How it moves the figures", 60),
    ("What to do", 60),
    ("Severity (DfE)", 10),
    ("Stops the report", 10),
    ("Rows", 10),
)


def write_lists(problems: pl.DataFrame, folder: Path) -> None:
    """Write `problems.csv` and `problems.xlsx` into `folder`; only the user may read them.

    `problems` has the columns of the problems table and `child_id`.
    """
    titles = {r.name: f"{r.title}." for r in load_rules().values()}
    title = pl.col("rule").replace_strict(titles, default="", return_dtype=pl.String)
    # A message is the title, what to do, and what holds for this row alone.
    said = problems.with_columns(
        what_is_wrong=pl.when(title != "").then(title).otherwise("message"),
        what_to_do=pl.when(title != "").then(pl.col("message").str.strip_prefix(title).str.strip_chars_start(" ")),
    )
    table = said.select("extract", *(name for _, name, _ in COLUMNS))
    for name in ("problems.csv", "problems.xlsx"):
        (folder / name).touch(mode=0o600)
    with (folder / "problems.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(problems_csv(table))
    sheets = (
        Sheet("Problems", table.drop("extract"), [(heading, width) for heading, _, width in COLUMNS]),
        Sheet("Rules", _rules(table), RULES, wrapped=True),
    )
    write_workbook(folder / "problems.xlsx", sheets)


def _rules(table: pl.DataFrame) -> pl.DataFrame:
    """Return a row for each rule that lists something: what it says, and its rows."""
    counts = dict(table.group_by("rule").len().iter_rows())
    said = [
        (
            rule.name,
            f"{rule.title}.",
            rule.meaning,
            rule.effect,
            rule.what_to_do,
            rule.severity,
            "yes" if rule.stops else "no",
            rows,
        )
        for rule in load_rules().values()
        if (rows := counts.get(rule.name))
    ]
    types = [pl.String()] * (len(RULES) - 1) + [pl.Int64()]
    return pl.DataFrame(said, schema={head: t for (head, _), t in zip(RULES, types, strict=True)}, orient="row")
