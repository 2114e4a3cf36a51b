"""The rows that the DfE's rules read: those of files as given, with what both years' files say of the row's child."""

from collections.abc import Collection, Iterator, Mapping

import polars as pl

from kit.extracts import EXTRACTS
from kit.intake.dfe_rules.children import FACTS, READ, Files, child_facts, files_read, is_every_child
from kit.intake.dfe_rules.episodes import chained, in_order, order_days
from kit.intake.dfe_rules.rows import Return, numbered, understood
from kit.years import reporting_year

# Before another file's column: that of the episode before or after, of the header, of last year.
PREFIXES = ("previous_", "next_", "header_", "last_")
# Of a row without a child these are untrue, not unknown; in other files than the first two, those after as well.
UNTRUE = ("in_last_header", "in_last_episodes", "last_is_open")
UNTRUE_ELSEWHERE = ("in_header", "in_episodes", "all_year")
KEPT = ("row", "year", "first_day", "last_day")


def views(returns: Mapping[int, Return], named: Mapping[str, Collection[str]]) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield each extract of `named` with its rows of all years: of all that rules can name, what is named for it.

    `returns` holds by year the text of its files by extract, and of last year's as `last_header` and `last_episodes`.
    Beside `row` each row has its `year`, and the first and last day of that.
    """
    words = {word for mine in named.values() for word in mine}
    used = {*words, *READ, *(word.removeprefix(p) for p in PREFIXES for word in words if word.startswith(p))}
    # Episodes first: their children are numbered as they come, so that few files must be sorted.
    names = sorted({*named, *files_read(words)}, key=lambda name: (name != "episodes", name))
    files = {name: _understood(name, returns, used) for name in names}
    facts, count = pl.DataFrame(), 0
    if "episodes" in named or words & FACTS.keys():
        files, count = numbered(files)
        files |= {name: in_order(rows) for name, rows in files.items() if name.endswith("episodes")}
        of_children = {name: rows.filter(pl.col("child").is_not_null()) for name, rows in files.items()}
        facts = child_facts(Files(of_children, count), words)
    for name, mine in named.items():
        rows = files[name]
        if name == "episodes":
            rows = chained(rows, mine)
            if "order_days" in mine:
                rows = rows.join(order_days(rows), on=["year", "row"], how="left", maintain_order="left")
        if about := [fact for fact in facts.columns if fact in mine]:
            picked = facts.select(about)
            if not is_every_child(rows["child"], count):
                picked = picked[rows["child"]]
            untrue = [*UNTRUE, *(() if name in ("header", "episodes") else UNTRUE_ELSEWHERE)]
            rows = rows.hstack(picked.with_columns(pl.col(f).fill_null(False) for f in about if f in untrue))
        yield name, rows.select(c for c in rows.columns if c in KEPT or c in mine)


def _understood(name: str, returns: Mapping[int, Return], used: Collection[str]) -> pl.DataFrame:
    extract, is_last = EXTRACTS[name.removeprefix("last_")], name.startswith("last_")
    nothing = pl.DataFrame(schema={"row": pl.Int64(), "CHILD": pl.String()})
    parts = []
    for year, given in returns.items():
        days = reporting_year(year)
        # A child of one year is another child than the same one of the next.
        rows = understood(extract, given.get(name, nothing), year - is_last, used, seed=year)
        parts.append(rows.with_columns(year=pl.lit(year, pl.Int64), first_day=days.first_day, last_day=days.as_at))
    return pl.concat(parts)
