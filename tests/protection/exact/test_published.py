"""What was published stays as it was: shown rows shown, hidden ones hidden, and no small movement is told."""

import polars as pl

from kit.figures.table import ORDER, SCHEMA
from kit.protection.small_numbers import protect


def table(numbers: dict[str, int], measure: str = "children_ceased", year: int = 2021) -> pl.DataFrame:
    rows = [
        {"measure": measure, "year": year, "breakdown": "all", "category": "all", "numerator": sum(numbers.values())},
        *(
            {"measure": measure, "year": year, "breakdown": "age_band_all", "category": c, "numerator": k}
            for c, k in numbers.items()
        ),
    ]
    filled = [row | {"value": float(row["numerator"]), "unit": "children", "note": ""} for row in rows]
    return pl.DataFrame(filled, schema=SCHEMA).sort(ORDER)


def hidden(shown: pl.DataFrame) -> set[str]:
    return {row[3] for row in shown.filter(pl.col("note") == "suppressed").select(ORDER).iter_rows()}


def test_the_pattern_of_a_publication_is_kept_where_another_would_do_as_well() -> None:
    now = table({"Under 1": 2, "1–4": 30, "5–9": 8, "10–15": 40, "16+": 50})
    assert hidden(protect(now)) == {"Under 1", "5–9"}
    # Published with another one hidden beside it: 5 to 9 is known, and stays shown.
    before = protect(now).with_columns(
        *(pl.when(pl.col("category") == "5–9").then(8).otherwise("numerator").cast(pl.Int64).alias("numerator"),),
        note=pl.when(pl.col("category").is_in(["Under 1", "10–15"])).then(pl.lit("suppressed")).otherwise(pl.lit("")),
    )
    before = before.with_columns(numerator=pl.when(pl.col("category") != "10–15").then("numerator"))
    assert hidden(protect(now, published=[before])) == {"Under 1", "10–15"}
    # The newest says what is known; an older publication that hid it does not hide it again.
    assert hidden(protect(now, published=[protect(now), before])) == {"Under 1", "10–15"}


def test_a_published_figure_that_moved_by_a_few_is_hidden_and_others_beside_it() -> None:
    then = protect(table({"Under 1": 20, "1–4": 30, "5–9": 8, "10–15": 40, "16+": 50}))
    assert hidden(then) == set()
    now = table({"Under 1": 20, "1–4": 30, "5–9": 8, "10–15": 42, "16+": 70})
    assert hidden(protect(now)) == set()
    assert "10–15" in (told := hidden(protect(now, published=[then]))) and len(told) > 1
    # By more than a few, nothing is told of anyone.
    assert (
        hidden(protect(table({"Under 1": 20, "1–4": 30, "5–9": 8, "10–15": 60, "16+": 70}), published=[then])) == set()
    )


def test_words_that_were_put_together_stay_unnamed() -> None:
    def themes(numbers: dict[str, int]) -> pl.DataFrame:
        columns = {"breakdown": pl.when(pl.col("breakdown") == "all").then(pl.lit("all")).otherwise(pl.lit("theme"))}
        return table(numbers, "escalations_raised").with_columns(**columns)

    then = protect(themes({"Placement": 20, "Contact": 30, "Ann": 2, "Joe": 3}))
    assert hidden(then) == {"Not named"}
    now = themes({"Placement": 20, "Contact": 30, "Ann": 9, "Joe": 3})
    shown = protect(now, published=[then])
    assert hidden(shown) == {"Not named"} and "Ann" not in shown["category"]
