"""The rows that the DfE's rules read: those of a file as given, with what both years' files say of the row's child."""

from collections.abc import Collection, Iterator, Mapping

import polars as pl

from kit.extracts import EXTRACTS
from kit.rule_children import FACTS, READ, Files, child_facts, files_read, is_every_child
from kit.rule_episodes import chained, in_order, order_days
from kit.rule_rows import Return, numbered, understood
from kit.years import reporting_year

# Before another file's column: that of the episode before or after, of the header, of last year.
PREFIXES = ("previous_", "next_", "header_", "last_")
# Of a row without a child these are untrue, not unknown; in other files than the first two, those after as well.
UNTRUE = ("in_last_header", "in_last_episodes", "last_is_open")
UNTRUE_ELSEWHERE = ("in_header", "in_episodes", "all_year")


def views(given: Return, year: int, named: Mapping[str, Collection[str]]) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield each extract of `named` with its rows: of all that rules can name, the columns that are named for it.

    `given` holds the text of this year's files by extract, and of last year's as `last_header` and `last_episodes`.
    """
    words = {word for mine in named.values() for word in mine}
    used = {*words, *READ, *(word.removeprefix(p) for p in PREFIXES for word in words if word.startswith(p))}
    # Episodes first: their children are numbered as they come, so that few files must be sorted.
    names = sorted({*named, *files_read(words)}, key=lambda name: (name != "episodes", name))
    files = {name: _understood(name, given, year, used) for name in names}
    facts, count = pl.DataFrame(), 0
    if "episodes" in named or words & FACTS.keys():
        files, count = numbered(files)
        files |= {name: in_order(rows) for name, rows in files.items() if name.endswith("episodes")}
        of_children = {name: rows.filter(pl.col("child").is_not_null()) for name, rows in files.items()}
        days = reporting_year(year)
        facts = child_facts(Files(of_children, count, days.first_day, days.as_at), words)
    for name, mine in named.items():
        rows = files[name]
        if name == "episodes":
            rows = chained(rows, mine)
            if "order_days" in mine:
                rows = rows.join(order_days(rows, days.as_at), on="row", how="left", maintain_order="left")
        if about := [fact for fact in facts.columns if fact in mine]:
            picked = facts.select(about)
            if not is_every_child(rows["child"], count):
                picked = picked[rows["child"]]
            untrue = [*UNTRUE, *(() if name in ("header", "episodes") else UNTRUE_ELSEWHERE)]
            rows = rows.hstack(picked.with_columns(pl.col(f).fill_null(False) for f in about if f in untrue))
        yield name, rows.select(c for c in rows.columns if c == "row" or c in mine)


def _understood(name: str, given: Return, year: int, used: Collection[str]) -> pl.DataFrame:
    extract = EXTRACTS[name.removeprefix("last_")]
    nothing = pl.DataFrame(schema={"row": pl.Int64(), "CHILD": pl.String()})
    return understood(extract, given.get(name, nothing), year - name.startswith("last_"), used)
