"""The chapter on later days: in a report only if it is named, and no child in it."""

import json
from pathlib import Path

import pytest

import kit
from kit.chapters.content import to_json
from kit.counting.figures import load_figures
from kit.errors import KitError
from kit.paths import CHECKOUT, NOTEBOOKS, find_council
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
        "The range held in 1 of 2 years.",
    ):
        assert words in said


def test_the_sample_report_does_not_name_the_chapter() -> None:
    assert "looking_ahead" not in (CHECKOUT / "params" / "sample" / "council.yml").read_text(encoding="utf-8")
