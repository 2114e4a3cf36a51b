"""Makes `params/ahead.yml`: by how much the number of children looked after has changed in a year, by size of council.

    python -m kit.ahead.make_bands lait_bds_long.parquet

The file is the DfE's Local Authority Interactive Tool as one long Parquet table (columns Short Desc, Years, LA Number,
Region, Values). Its measure LACnum is the number of children looked after on 31 March. It is not part of the project.
"""

import sys
from pathlib import Path

import polars as pl

from kit.files.telling import say
from kit.paths import AHEAD, shown

MEASURE = "LACnum"
# From how many children on, up to fewer than how many. Of smaller councils one child moves too much.
SIZES = ((30, 250), (250, 500), (500, 1000), (1000, None))
PLACES = {"lowest_95": 0.025, "lowest_80": 0.1, "highest_80": 0.9, "highest_95": 0.975}
# With changes of fewer years a band would be that of one national wave.
LEAST_YEARS = 3
HEAD = """\
# By how much the number of children looked after on 31 March changed within a year, in percent, by size of council.
# For each last year that is known: of the changes up to it alone, so that a figure made for a year knows nothing later.
# Made by `python -m kit.ahead.make_bands`, which says from what; never edited by hand.
source: >-
  Department for Education, Local Authority Interactive Tool, number of looked-after children (LACnum), councils of
  England, 31 March {first} to {last}
# Of the councils of the years after, so many of 100 were inside the band made of what was known before.
held: {{of_80: {held_80}, of_95: {held_95}, councils: {number}, first: {tried}, last: {last}}}
known_to:
"""


def changes(path: Path) -> pl.DataFrame:
    """Return a row for each council and year that has one before: its `size` then, `year`, and `change` in percent."""
    table = pl.read_parquet(path).filter(pl.col("Short Desc") == MEASURE, pl.col("Region") != "NA")
    numbers = table.select(
        council="LA Number",
        year=pl.col("Years").cast(pl.Int64),
        # A dash is a council that was not there, or whose number is not known.
        size=pl.col("Values").str.replace_all(",", "").cast(pl.Float64, strict=False),
    ).drop_nulls()
    later = numbers.select("council", pl.col("year") - 1, later="size")
    both = numbers.join(later, on=["council", "year"])
    return both.select("size", year=pl.col("year") + 1, change=100 * (pl.col("later") / pl.col("size") - 1))


def bands(known: pl.DataFrame) -> list[dict[str, float | int | None]]:
    """Return the band of each size, from the changes that are known."""
    found: list[dict[str, float | int | None]] = []
    for least, most in SIZES:
        of_size = known.filter(_of_size(least, most))["change"]
        ends = {name: _hundredths(of_size.quantile(at, "linear")) for name, at in PLACES.items()}
        found.append({"from": least, "below": most, "changes": of_size.len(), **ends})
    return found


def tried(found: pl.DataFrame, first: int, last: int) -> tuple[int, int, int]:
    """Return how many changes of the years after `first` up to `last` there are, and how many each band held.

    Each year's by the bands of what was known the year before: those for 80 and for 95 of 100.
    """
    number = inside_80 = inside_95 = 0
    for year in range(first + 1, last + 1):
        for band in bands(found.filter(pl.col("year") < year)):
            new = found.filter(pl.col("year") == year, _of_size(band["from"], band["below"]))["change"]
            number += new.len()
            inside_80 += int(new.is_between(band["lowest_80"], band["highest_80"]).sum())
            inside_95 += int(new.is_between(band["lowest_95"], band["highest_95"]).sum())
    return number, inside_80, inside_95


def text_of(found: pl.DataFrame) -> str:
    """Return the text of `params/ahead.yml`."""
    first, last = int(found["year"].min()) - 1, int(found["year"].max())  # type: ignore[arg-type]
    begin = first + LEAST_YEARS
    number, inside_80, inside_95 = tried(found, begin, last)
    head = HEAD.format(
        first=first,
        last=last,
        held_80=round(100 * inside_80 / number),
        held_95=round(100 * inside_95 / number),
        number=number,
        tried=begin + 1,
    )
    lines = []
    for year in range(begin, last + 1):
        lines.append(f"  {year}:")
        for band in bands(found.filter(pl.col("year") <= year)):
            words = ", ".join(f"{name}: {'null' if value is None else value}" for name, value in band.items())
            lines.append(f"    - {{{words}}}")
    return head + "\n".join(lines) + "\n"


def _of_size(least: float | None, most: float | None) -> pl.Expr:
    return (pl.col("size") >= least) & (pl.lit(True) if most is None else pl.col("size") < most)


def _hundredths(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        say("Name the Parquet file: python -m kit.ahead.make_bands lait_bds_long.parquet")
        sys.exit(2)
    AHEAD.write_text(text_of(changes(Path(sys.argv[1]))), encoding="utf-8", newline="\n")
    say(f"Made {shown(AHEAD)}.")
