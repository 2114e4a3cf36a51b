"""The columns and the order of the table of results."""

import polars as pl

SCHEMA: dict[str, pl.DataType] = {
    "measure": pl.String(),
    "year": pl.Int64(),
    "breakdown": pl.String(),
    "category": pl.String(),
    "numerator": pl.Int64(),
    "denominator": pl.Int64(),
    "value": pl.Float64(),
    "lower": pl.Float64(),
    "upper": pl.Float64(),
    "unit": pl.String(),
    "note": pl.String(),
}
ORDER = ["measure", "year", "breakdown", "category"]
