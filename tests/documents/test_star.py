"""The star and the words about the CSV: the protected figures, each measure and each year once."""

import io
import json

import polars as pl

from kit.documents.star import CSV, FIGURES, MEASURES, METADATA, YEARS, csv_metadata, star
from kit.figures.csv import results_csv
from kit.figures.table import ORDER
from tests.documents.test_workbook import made_up


def tables() -> dict[str, pl.DataFrame]:
    return {name: pl.read_parquet(io.BytesIO(content)) for name, content in star(made_up()).items()}


def test_the_star_holds_the_figures_and_what_they_are_of() -> None:
    made, of = tables(), made_up()
    assert made[FIGURES].equals(of.results.sort(ORDER))
    for name, key in ((MEASURES, "measure"), (YEARS, "year")):
        assert made[name][key].is_unique().all()
        assert set(made[name][key]) == set(made[FIGURES][key])
    on_time = made[MEASURES].row(by_predicate=pl.col("measure") == "reviews_on_time", named=True)
    assert (on_time["title"], on_time["target"], on_time["unit"]) == ("Reviews on time", 95.0, "%")
    assert made[YEARS]["label"].to_list() == ["2018-19", "2019-20", "2020-21"]


def test_a_hidden_figure_has_no_number_in_the_star() -> None:
    hidden = tables()[FIGURES].filter(note="suppressed")
    assert hidden.height
    assert (
        hidden.select("numerator", "denominator", "value", "lower", "upper").null_count().row(0) == (hidden.height,) * 5
    )


def test_the_words_about_the_csv_fit_it() -> None:
    said, of = json.loads(csv_metadata(made_up())), made_up()
    assert f"{said['url']}-metadata.json" == METADATA and said["url"] == CSV
    columns = {column["name"]: column for column in said["tableSchema"]["columns"]}
    given = pl.read_csv(results_csv(of.results).encode(), infer_schema=False)
    assert list(columns) == given.columns
    kinds = {"integer": pl.Int64, "decimal": pl.Float64, "string": pl.String}
    given.select(pl.col(name).cast(kinds[column["datatype"]]) for name, column in columns.items())
    for name, column in columns.items():
        assert not (column["required"] and given[name].null_count())
    assert given.select(said["tableSchema"]["primaryKey"]).is_unique().all()


def test_the_same_figures_give_the_same_bytes() -> None:
    assert star(made_up()) == star(made_up())
