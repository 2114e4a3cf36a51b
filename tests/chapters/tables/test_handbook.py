"""The handbook check: in which place each required content is, and what is missing."""

from dataclasses import replace

from kit.chapters.choosing import Choice
from kit.chapters.content import Table
from kit.chapters.own_words.compose import OwnText
from kit.chapters.tables.handbook import Required, handbook_table, load_required
from kit.measures.headers import load_measures
from kit.notebooks.chapters import load_chapters
from kit.report.report import Report
from tests.lib.made_up_figures import MEASURES, figures
from tests.notebooks.test_chapters import ALL, VIRTUAL, chapter

BY_NAME = {c.name: c for c in ALL}
REQUIRED = (
    Required("Good practice", "7.11", words="Good practice"),
    Required("On time", "7.11", measures=("reviews_on_time",)),
    Required("Virtual", "7.11", measures=("reviews_virtual",)),
    Required("Escalations", "7.11", chapters=("escalations",)),
    Required("Audits", "7.11", chapters=("audits",)),
)


def check(choice: Choice, written: dict[str, tuple[str, ...]] | None = None) -> dict[str, tuple[list[str], str]]:
    wholes = {m: Report(figures(), MEASURES)._wholes(MEASURES[m])[-1] for m in MEASURES}  # type: ignore[arg-type]
    table = handbook_table(REQUIRED, choice, MEASURES, wholes, written or {})
    return {row[0].text: ([link.place for link in row[2].links], row[3].text) for row in table.rows}


def test_each_content_leads_to_where_the_report_covers_it() -> None:
    told = check(Choice(ALL), {"reviews": ("good practice", "Else")})
    assert told["Good practice"] == (["02-reviews-own-words"], "")
    assert told["On time"] == (["02-reviews"], "")
    assert told["Escalations"] == (["08-escalations"], "")


def test_what_is_not_written_not_supplied_or_not_chosen_is_said() -> None:
    kept = tuple(c for c in ALL if c.name not in ("reviews", "escalations", "virtual"))
    left = Choice(kept, (BY_NAME["reviews"],), ((BY_NAME["escalations"], "the extract escalations"), (VIRTUAL, "x")))
    told = check(left, {"reviews": ("Good practice",)})
    assert told["Good practice"] == ([], "The council has written nothing under “Good practice”.")
    assert "left out by the council's choice of chapters" in told["On time"][1]
    assert told["On time"][0] == []
    assert told["Virtual"][1].endswith(": not supplied.")
    assert told["Escalations"] == ([], "Escalations: not supplied.")
    assert told["Audits"] == ([], "No chapter of this report covers it.")


def test_reasons_are_covered_only_if_they_were_supplied() -> None:
    reasons = replace(MEASURES["reviews_on_time"], breakdowns=("late_reason",))
    required = (Required("Why late", "7.11", measures=("reviews_on_time",), by="late_reason"),)
    wholes = {"reviews_on_time": Report(figures(), MEASURES)._wholes(MEASURES["reviews_on_time"])[-1]}  # type: ignore[arg-type]
    given = (required, Choice(ALL), {"reviews_on_time": reasons}, wholes, {})
    assert [cell.text for cell in handbook_table(*given).rows[0]][1:] == [
        "Missing",
        "Nowhere",
        f"{reasons.title} by reason the review was late: not supplied.",
    ]
    (row,) = handbook_table(*given, {("reviews_on_time", "late_reason")}).rows
    assert row[2].links and not row[3].text
    (row,) = handbook_table(*given, {("reviews_on_time", "late_reason")}, (), {("reviews_on_time", "late_reason")}).rows
    assert row[1].text == "Covered, but hidden"


def test_a_row_that_nothing_covers_says_so() -> None:
    table = handbook_table((Required("Audits", "7.11", chapters=("audits",)),), Choice(ALL), MEASURES, {}, {})
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == [
        "Audits",
        "Missing",
        "Nowhere",
        "No chapter of this report covers it.",
    ]
    assert table.rows[0][0].detail == "Paragraph 7.11"


def test_every_content_names_measures_and_chapters_that_there_are() -> None:
    chapters = {c.name for c in load_chapters()}
    for one in load_required():
        assert set(one.measures) <= set(load_measures()), one.content
        assert set(one.chapters) <= chapters, one.content
        assert one.measures or one.chapters or one.words, one.content
        assert not one.by or all(one.by in load_measures()[name].breakdowns for name in one.measures), one.content
    assert len(load_required()) == 12


def test_the_report_gives_the_check_from_its_own_chapters_and_words() -> None:
    texts = {"reviews": OwnText("x.md", "## Good practice\n\nA great deal.\n\n## Urgent action\n? What?\n")}
    every = dict.fromkeys(load_measures(), MEASURES["reviews_on_time"]) | MEASURES
    required = Report(figures(), every, (*ALL, chapter("07_x")), texts).handbook()  # type: ignore[arg-type]
    rows = {row[0].text: row for row in required.parts[0].rows}
    assert rows["Good practice"][2].links[0].place == "02-reviews-own-words"
    assert rows["Good practice"][1].text == "Covered"
    assert rows["What cannot wait"][1].text == "Only a heading"
    assert "nothing under “Urgent action”" in rows["What cannot wait"][3].text
