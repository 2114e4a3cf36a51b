"""A council with its statutory return and nothing else gets a whole report, and no child is in it."""

import re
from datetime import UTC, datetime
from pathlib import Path

from kit.running.make_report import make_report
from tests.real.five_years import MADE_UP, SOURCE, lay_out, rows_of, years_of

OWN = ("decisions sent on time", "reviews in which a parent took part")
LEFT_OUT = ("the extract send", "the extract escalations")


def test_the_report_for_2022_says_what_was_not_supplied_and_names_no_child(tmp_path: Path) -> None:
    """Of five years of public made-up returns if these are beside this checkout (../shared/data), or of our own."""
    places = lay_out(SOURCE if SOURCE.is_dir() else MADE_UP, tmp_path)
    folder = make_report(places, 2022, stamp=datetime(2022, 6, 1, tzinfo=UTC), progress=False)
    report, book = ((folder / name).read_text(encoding="utf-8") for name in ("report.html", "figures.html"))
    assert report.count("<h1") == book.count("<h1") == 1
    page = report + book
    words = re.sub(r'src="data:[^"]*"', "", page)
    said = " ".join(re.sub(r"<[^>]*>", " ", words).split()).lower()
    for measure in OWN:
        assert re.search(rf"{re.escape(measure.lower())}, [0-9 to-]*: not supplied", said), measure
    for needs in LEFT_OUT:
        assert re.search(rf"the chapter “[^”]+” is left out\. not supplied: {needs}\.", said), needs
    shown = set(re.findall(r"[0-9A-Za-z]+", words))
    children = {row["CHILD"] for year in years_of(places) for row in rows_of(places, year, "header")}
    # A short number may be in the page for another reason; an identifier of five digits and more may not.
    assert not {child for child in children if len(child) > 4} & shown
    assert {p.name for p in folder.iterdir()} == {"report.html", "figures.html", "figures.csv", "notebooks"}
