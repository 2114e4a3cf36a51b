"""Parquet files, written and read under the path that they have: no letter of it is a wildcard, and none a column."""

import io
from pathlib import Path

import polars as pl


def write_table(frame: pl.DataFrame, path: Path) -> None:
    """Write a Parquet file; a full disk is an OSError, as it is for any other file."""
    path.write_bytes(as_parquet(frame))


def as_parquet(frame: pl.DataFrame) -> bytes:
    """Return a table as the content of a Parquet file."""
    stream = io.BytesIO()
    frame.write_parquet(stream)
    return stream.getvalue()


def read_table(path: Path) -> pl.DataFrame:
    """Return the rows of a Parquet file; an OSError or a PolarsError if it cannot be read."""
    return scan_table(path).collect()


def scan_table(path: Path) -> pl.LazyFrame:
    """Return the rows of a Parquet file, to be read once they are needed."""
    # By itself polars would look for files that fit `[`, `*` or `?`, open a path that begins with file: or ~ elsewhere,
    # and make columns of folders named key=value.
    return pl.scan_parquet(path.absolute(), glob=False, hive_partitioning=False)
