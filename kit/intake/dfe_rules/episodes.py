"""Episodes one after another, for the DfE's rules: each child's in order, last year's newest, orders that go on."""

from collections.abc import Collection

import polars as pl

SHORT_ORDERS = ("L1", "L2", "L3")
# More days than there are between the earliest and the latest date.
DAYS = 2**20


def in_order(episodes: pl.DataFrame) -> pl.DataFrame:
    """Return the episodes child by child in order of DECOM, those without a day last; on one day the file's order."""
    day = (pl.col("decom").to_physical().cast(pl.Int64) + DAYS // 2).fill_null(DAYS - 1)
    # One number is sorted faster than two columns, and most files are in this order as they are.
    order = episodes.select(pl.col("child").cast(pl.Int64).fill_null(-1) * DAYS + day).to_series().alias("")
    if order.is_sorted():
        return episodes
    return episodes.with_columns(order).sort("", maintain_order=True).drop("")


def chained(episodes: pl.DataFrame, used: Collection[str]) -> pl.DataFrame:
    """Return episodes in order, every one with what rules ask of the child's one before and after it."""
    has_previous = (pl.col("child") == pl.col("child").shift(1)).fill_null(False)
    has_next = (pl.col("child") == pl.col("child").shift(-1)).fill_null(False)
    columns = {
        "has_previous": has_previous,
        "has_next": has_next,
        "is_first": pl.col("decom").is_not_null() & ~has_previous,
        **{
            f"{prefix}_{name}": pl.when(there).then(pl.col(name).shift(by))
            for prefix, there, by in (("previous", has_previous, 1), ("next", has_next, -1))
            for name in episodes.columns
        },
    }
    return episodes.with_columns(**{name: value for name, value in columns.items() if name in used})


def newest_of_each(episodes: pl.DataFrame) -> pl.DataFrame:
    """Return, of episodes in order, each child's with the latest DECOM; of two on one day the first in the file."""
    on_their_days = episodes.filter(_differs(1, "child", "decom"))
    is_latest = _differs(-1, "child") | pl.col("decom").shift(-1).is_null()
    begins = pl.col("decom").is_not_null() | _differs(1, "child")
    return on_their_days.filter(is_latest & begins)


def order_days(episodes: pl.DataFrame) -> pl.DataFrame:
    """Return year, row and `order_days` of the episodes under an order that must be short: how many days it has lasted.

    Episodes under the same order that follow on each other are one stretch; an open one goes on to the last day of
    the year.
    """
    under = episodes.filter(pl.col("ls").is_in(SHORT_ORDERS) & pl.col("decom").is_not_null())
    under = under.sort("decom", "year", "row").with_columns(until=pl.col("dec").fill_null(pl.col("last_day")))
    order = ["year", "child", "ls"]
    starts = (pl.col("decom") != pl.col("until").shift(1).over(order)).fill_null(True)
    under = under.with_columns(starts=starts).with_columns(stretch=pl.col("starts").cum_sum().over(order))
    lasted = (pl.col("until").max() - pl.col("decom").min()).dt.total_days().over(*order, "stretch")
    return under.select("year", "row", order_days=lasted)


def _differs(by: int, *columns: str) -> pl.Expr:
    """Whether a row is the first (1) or the last (-1) of a run of rows that are alike in the columns."""
    return pl.any_horizontal(pl.col(c).ne_missing(pl.col(c).shift(by)) for c in columns) | _at_the_end(by)


def _at_the_end(by: int) -> pl.Expr:
    place = pl.int_range(pl.len())
    return place == 0 if by > 0 else place == pl.len() - 1
