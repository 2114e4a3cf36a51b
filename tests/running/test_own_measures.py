"""A council's own measures and chapters: in its report after the kit's, marked so, and nobody else's."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from nbformat import v4

from kit.counting.figures import load_figures, load_unprotected_figures
from kit.errors import KitError
from kit.explore.opening import open_inside
from kit.notebooks.files import write_notebook
from kit.paths import Places
from kit.report.opening import open_report
from kit.running.make_report import make_report
from tests.lib.small_councils import two_years_of_the_sample

EARLY_IN_WEEK = """/*
title: Reviews held early in the week
kind: share
unit: "%"
sentence: In {year}, {value} of reviews were early in the week ({numerator} of {denominator})
counts: reviews held in the year
included_when: it was held on a Monday or a Tuesday
better: none
depends_on: child
breakdowns: [quarter, placement]
source: "Our own question of 2021"
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    quarter,
    placement,
    isodow(review_day) <= 2 AS numerator
FROM year_reviews
"""


@pytest.fixture
def council(tmp_path: Path) -> Places:
    places = two_years_of_the_sample(tmp_path)
    # The sample's words name a year that is not loaded here.
    shutil.rmtree(places.council_params / "2021")
    places.own_measures.mkdir()
    (places.own_measures / "reviews_early_in_week.sql").write_text(EARLY_IN_WEEK, encoding="utf-8")
    return places


def chapter(places: Places, name: str = "50_our_questions.ipynb", title: str = "Our own questions") -> None:
    places.own_chapters.mkdir(exist_ok=True)
    code = v4.new_code_cell
    parameters = code('council = "sample"\nyear = 2021\nas_at = ""', id="p", metadata={"tags": ["parameters"]})
    cells = [
        v4.new_markdown_cell(f"# {title}\n\nWhat our board asked.", id="t"), parameters,
        code("import kit\n\nreport = kit.open_report(council, year, as_at)", id="o"),
        code('report.headline("reviews_early_in_week")', id="h"),
        code('report.breakdown("reviews_early_in_week", "quarter")', id="b"),
        code('report.definition("reviews_early_in_week")', id="d"),
        code('print("hello")', id="x"),
    ]  # fmt: skip
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    write_notebook(v4.new_notebook(cells=cells, metadata=kernel), places.own_chapters / name)


def test_they_are_in_the_councils_report_and_marked(council: Places, capfd: pytest.CaptureFixture[str]) -> None:
    chapter(council)
    made = make_report(council, 2021, stamp=datetime(2026, 11, 30, tzinfo=UTC), jobs=2, progress=False)
    page = (made / "report.html").read_text(encoding="utf-8")
    results = load_unprotected_figures(council, 2021).results.filter(measure="reviews_early_in_week", breakdown="all")
    now = results.filter(year=2021).row(0, named=True)
    assert f"({now['numerator']:,} of {now['denominator']:,})" in page
    assert "The council's own chapter" in page.replace("&#39;", "'")
    book = (made / "figures.html").read_text(encoding="utf-8")
    assert "reviews_early_in_week.sql: it is not one of the kit" in book
    assert page.index("What our board asked") > page.index("Reviews held on time")
    assert page.index("What our board asked") < page.index('id="99-data-quality"')
    assert "50_our_questions, cell 7: what it prints is not shown in the report" in capfd.readouterr().err
    assert "reviews_early_in_week" in (made / "figures.csv").read_text(encoding="utf-8")


def test_a_changed_measure_is_counted_again_and_small_numbers_are_hidden(council: Places) -> None:
    first = load_figures(council, 2021).results.filter(measure="reviews_early_in_week")
    assert first.height and set(first["year"]) == {2020, 2021}
    text = EARLY_IN_WEEK.replace("<= 2", "= 1 AND child_id < '11'")
    (council.own_measures / "reviews_early_in_week.sql").write_text(text, encoding="utf-8")
    again = load_unprotected_figures(council, 2021).results.filter(measure="reviews_early_in_week")
    shown = load_figures(council, 2021).results.filter(measure="reviews_early_in_week")
    small = again.filter(pl.col("numerator").is_between(1, 5))
    assert small.height
    assert not shown.join(small, on=["year", "breakdown", "category"]).filter(pl.col("note") != "suppressed").height


def test_no_other_council_has_them_and_a_target_may_name_one(council: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "reviews_early_in_week" not in open_report("sample", 2021).measures
    year = council.council_params / "council.yml"
    year.write_text(
        year.read_text(encoding="utf-8").replace(
            "targets:\n", "targets:\n  reviews_early_in_week: {value: 5, set_by: the board, better: lower}\n", 1
        ),
        encoding="utf-8",
    )
    monkeypatch.setenv("KIT_DATA", str(council.data))
    monkeypatch.setenv("KIT_PARAMS", str(council.params))
    assert "target" in open_report("sample", 2021).headline("reviews_early_in_week").plain().lower()
    inside = open_inside("sample", 2021)
    figure = inside.figures("reviews_early_in_week", years=2021).row(0, named=True)
    assert len(inside.children("reviews_early_in_week", included=True)) == figure["numerator"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("reviews_held.sql", "", "", "reviews_held.sql: there is another measure of this name"),
        ("other.sql", "better: none", "better: no", "other.sql: better is not one of higher, lower, none."),
        ("other.sql", "[quarter", "[team_x", '"team_x" is not a breakdown.'),
        ("other.sql", "FROM year_reviews", "FROM year_review", "other"),
    ],
)
def test_a_fault_is_told_with_the_file(council: Places, file: str, old: str, new: str, said: str) -> None:
    (council.own_measures / file).write_text(EARLY_IN_WEEK.replace(old, new), encoding="utf-8")
    with pytest.raises(KitError) as caught:
        load_figures(council, 2021)
    assert said in str(caught.value)


def test_a_chapter_of_a_taken_name_is_refused(council: Places) -> None:
    chapter(council, "60_reviews.ipynb")
    with pytest.raises(KitError, match=r"60_reviews.ipynb: 02_reviews.ipynb is a chapter of this name"):
        make_report(council, 2021, stamp=datetime(2026, 11, 30, tzinfo=UTC), progress=False)
