"""Made-up returns of any size, for timing only: plausible enough that no rule finds much in them."""

from pathlib import Path

import polars as pl

COUNCIL = "made-up"
YEARS = (2020, 2021)
# A child has two reviews in each of the two years.
REVIEWS_PER_CHILD = 4
DATE = "%d/%m/%Y"


def write_returns(data: Path, reviews: int) -> list[Path]:
    """Write a council's header, episodes and reviews of two years into the folder `data`; return the files.

    There are `reviews` rows of reviews in all, a quarter as many children (each in both years' header) and five
    eighths as many rows of episodes.
    """
    children = _children(reviews // REVIEWS_PER_CHILD)
    files = []
    for year in YEARS:
        there = data / COUNCIL / "raw" / str(year)
        there.mkdir(parents=True)
        tables = (
            ("header", _header(children)),
            ("episodes", _episodes(children, year)),
            ("reviews", _reviews(children, year)),
        )
        for name, table in tables:
            table.select(pl.all().fill_null("")).write_csv(there / f"{name}.csv")
            files.append(there / f"{name}.csv")
    return files


def spoil_reviews(data: Path) -> None:
    """Give every review of the council in `data` a code of participation that no year knows."""
    for path in sorted((data / COUNCIL / "raw").rglob("reviews.csv")):
        reviews = pl.read_csv(path, infer_schema=False)
        reviews.with_columns(REVIEW_CODE=pl.lit("PN9")).write_csv(path)


def _children(count: int) -> pl.DataFrame:
    """One row per child: a number that seems random, and a birthday from 2008 to 2015."""
    n = pl.int_range(count, dtype=pl.Int64)
    seed = (n * 7919 + 104729) % 1_000_003
    return pl.select(
        CHILD=(n + 1_000_000).cast(pl.String).str.zfill(9),
        seed=seed,
        DOB=pl.date(2008, 1, 1) + pl.duration(days=seed % 2500),
        first=pl.date(2019, 4, 2) + pl.duration(days=seed % 90),
    )


def _header(children: pl.DataFrame) -> pl.DataFrame:
    return children.select(
        "CHILD",
        SEX=(pl.col("seed") % 2 + 1).cast(pl.String),
        DOB=_day(pl.col("DOB")),
        ETHNIC=_pick("WBRI", "MWBC", "AIND", "BCRB", "OOTH"),
        UPN=pl.concat_str(pl.lit("A"), pl.col("CHILD").str.zfill(11), pl.lit("0")),
        MOTHER=pl.lit("0"),
        MC_DOB=pl.lit(None, dtype=pl.String),
    )


def _episodes(children: pl.DataFrame, year: int) -> pl.DataFrame:
    """Each child comes into care in the first year; the second year's file has that again, and for half a new place."""
    if year == YEARS[0]:
        return _episode(children, pl.col("first"), "S")
    moved, stayed = children.filter(pl.col("seed") % 2 == 0), children.filter(pl.col("seed") % 2 == 1)
    change = pl.col("first") + pl.duration(days=400)
    parts = [
        _episode(stayed, pl.col("first"), "S"),
        _episode(moved, pl.col("first"), "S", end=change),
        _episode(moved, change, "P"),
    ]
    return pl.concat(parts).sort("CHILD", maintain_order=True)


def _episode(children: pl.DataFrame, start: pl.Expr, reason: str, end: pl.Expr | None = None) -> pl.DataFrame:
    blank = pl.lit(None, dtype=pl.String)
    return children.select(
        "CHILD",
        DECOM=_day(start),
        RNE=pl.lit(reason),
        LS=_pick("C2", "V2", "C1"),
        CIN=_pick("N1", "N4", "N6"),
        PLACE=_pick("U6", "U4", "K2", "U1"),
        PLACE_PROVIDER=_pick("PR1", "PR2", "PR4"),
        DEC=blank if end is None else _day(end),
        REC=blank if end is None else pl.lit("X1"),
        REASON_PLACE_CHANGE=blank if end is None else pl.lit("CARPL"),
        HOME_POST=pl.lit("AB1 2CD"),
        PL_POST=pl.lit("AB2 3CD"),
        URN=pl.lit("SC123456" if reason == "S" else "SC654321"),
    )


def _reviews(children: pl.DataFrame, year: int) -> pl.DataFrame:
    after = (20, 110) if year == YEARS[0] else (300, 480)
    each = [
        children.select(
            "CHILD",
            DOB=_day(pl.col("DOB")),
            REVIEW=_day(pl.col("first") + pl.duration(days=days)),
            REVIEW_CODE=_pick("PN1", "PN2", "PN3", "PN7"),
        )
        for days in after
    ]
    return pl.concat(each).sort("CHILD", maintain_order=True)


def _day(day: pl.Expr) -> pl.Expr:
    return day.dt.strftime(DATE)


def _pick(*codes: str) -> pl.Expr:
    number = pl.col("seed") % len(codes)
    return number.replace_strict(dict(enumerate(codes)), return_dtype=pl.String)
