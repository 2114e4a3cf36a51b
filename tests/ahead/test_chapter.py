"""The chapter on later days: in a report only if it is named, and no child in it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import kit
from kit.chapters.content import to_json
from kit.counting.figures import load_figures
from kit.errors import KitError
from kit.figures.figure import Figure
from kit.measures.headers import load_measures
from kit.measures.measure import Measure
from kit.paths import CHECKOUT, NOTEBOOKS, find_council
from kit.report.looking_ahead import outlook
from kit.years import ReportingYear
from tests.ahead.test_due_list import ALLOCATIONS, CANARIES, DETAILS, EPISODES, REVIEWS
from tests.lib.worked import WorkedCouncil, a_council

PARTS = ("work", "targets", "next year")
DECISIONS = """
    child_id | review_date | decision    | owner   | done_date  | files
    later3   | 20/03/2020  | canary deed | canary1 | 01/09/2020 | 2020 2021
    placed4  | 20/03/2020  | canary deed | canary1 |            | 2020 2021
    """


@pytest.fixture
def council(tmp_path: Path) -> WorkedCouncil:
    return a_council(
        tmp_path,
        (2020, 2021),
        episodes=EPISODES,
        reviews=REVIEWS,
        review_details=DETAILS,
        allocations=ALLOCATIONS,
        decisions=DECISIONS,
        settings="chapters: [looking_ahead]\ntargets: {reviews_on_time: {value: 98, set_by: the board}}\n",
    )


def test_no_child_is_in_the_chapter_or_in_what_is_kept_for_it(
    council: WorkedCouncil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_DATA", str(council.places.data))
    monkeypatch.setenv("KIT_PARAMS", str(council.places.params))
    report = kit.open_report("worked", 2021)
    said = [json.dumps(to_json(report.ahead(part)), default=str) for part in PARTS]
    # All that the chapter calls: sentences, charts, tables and definitions.
    cells = json.loads((NOTEBOOKS / "13_looking_ahead.ipynb").read_text(encoding="utf-8"))["cells"]
    calls = [text for text in ("".join(cell["source"]) for cell in cells) if text.startswith("report.")]
    assert len(calls) > 20
    shown = [eval(call, {"report": report}) for call in calls]
    said += [json.dumps(content._repr_mimebundle_(), default=str) for content in shown]
    said += [repr(report.figures.ahead.to_dicts()), *map(repr, shown)]
    assert not [child for child in (*CANARIES, "canary") for text in said if child in text]
    # Five children are too few for a word on the reviews to come.
    assert "rests on small numbers" in said[0]


def test_a_part_that_is_not_there_is_named() -> None:
    report = kit.open_report("sample", 2021)
    with pytest.raises(KitError, match=r'There is no part "target"\. Did you mean targets\?'):
        report.ahead("target")


def test_nothing_expected_is_in_the_table_of_results() -> None:
    figures = load_figures(find_council("sample"), 2021)
    assert "340" in figures.ahead["words"][0]
    names = set(figures.results["measure"])
    assert {"reviews_due_by_week", "reviews_overdue"} <= names
    assert not {name for name in names if "expected" in name}


def test_a_board_reads_the_first_of_each_part_and_how_far_off_it_was() -> None:
    said = kit.open_report("sample", 2021).outlook().plain()
    for words in (
        "In the 13 weeks after 31 March 2021 about 340 reviews are to be expected (in 8 of 10, from 313 to 367)",
        "The range held in 3 of 3 years.",
        "“as in the same weeks a year before” by 1.6%, which is no worse.",
        "of 1,373 the target of 98% allows 27 to fall short. 57 did",
        "In 7 to 8 of 10 past years a council of this size had between 421 and 505 a year later",
        "It was off by 3.1% for children, by 2.7% for reviews and by 3.1% for children a full-time post, on average.",
        "The range of children held in 1 of 2 years.",
    ):
        assert words in said


def test_its_headline_looks_ahead() -> None:
    cells = json.loads((NOTEBOOKS / "13_looking_ahead.ipynb").read_text(encoding="utf-8"))["cells"]
    calls = [text for text in ("".join(cell["source"]) for cell in cells) if text.startswith("report.")]
    assert calls[0] == "report.outlook()"
    title = kit.open_report("sample", 2021).outlook().title
    assert title == "About 340 reviews to be held in the 13 weeks after 31 March 2021"


def test_it_has_what_is_expected_in_each_week() -> None:
    table = kit.open_report("sample", 2021).ahead("work").parts[-1]
    assert [cell.text for cell in table.rows[0]] == ["1 April 2021 to 4 April 2021", "12", "7", "16"]
    assert table.rows[12][0].text == "21 June 2021 to 27 June 2021"
    assert (table.rows[-1][0].text, len(table.rows)) == ("28 June 2021 to 30 June 2021", 14)


def test_in_a_part_of_a_year_a_board_reads_what_each_target_takes_of_what_is_to_come() -> None:
    figures = load_figures(find_council("sample"), 2021)
    measures = load_measures()

    def wholes(measure: Measure) -> list[Figure]:
        numbers = {"reviews_on_time": (670, 696), "records_sent_on_time": (569, 686), "children_took_part": (439, 565)}
        if measure.name not in numbers:
            return [Figure(measure.name, 2021, "all", "all", None, None, None, None, None, "%", "suppressed", "x")]
        held, of = numbers[measure.name]
        return [Figure(measure.name, 2021, "all", "all", held, of, 100 * held / of, None, None, "%", "", "x")]

    half = replace(figures, years=(*figures.years[:-1], ReportingYear(2021, date(2020, 9, 30))))
    said = outlook(half, measures, wholes).plain()
    assert "26 did so far. To meet it, at most 1 of about 692 still to come may fall short" in said
    assert "about 682 more, as its part up to now did, the target cannot be met any more." in said
    assert "126 did so far. To meet it, at most 43 of about 562 still to come may fall short" in said
    assert "what the target takes is not said, as the figure is hidden" in said
    assert said.count("It cannot be tried on an earlier year: of these, what is known here ends with the same") == 1


def test_the_sample_report_does_not_name_the_chapter() -> None:
    assert "looking_ahead" not in (CHECKOUT / "params" / "sample" / "council.yml").read_text(encoding="utf-8")
