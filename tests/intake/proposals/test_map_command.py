"""`python -m kit map`: what it proposes, what it never shows, and what it writes."""

import time
from pathlib import Path

import polars as pl
import pytest
import yaml
from typer.testing import CliRunner

from kit.commands.cli import app
from kit.errors import KitError
from kit.intake.proposals.propose import propose
from kit.intake.reading import RawFile, read_any_table
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.settings.load import load_settings
from tests.lib.made_up_files import book, sheet
from tests.lib.small_councils import put, put_bytes, small_council

LINES = [
    "Person ID,Child Name,NHS No,Actual Review Date,Review Due Date,Cancelled?,Meeting Type,Participation,"
    "Date Minutes Sent,SW Report,Notes",
    "01001,Annabel Fell,9434765919,20-Jun-2020 10:30,29-Jun-2020,No,MS Teams,PN1 - Child physically attends and speaks "
    "for him or herself,01-Jul-2020,On time,private words",
    "1002,Bob Fell,,22-Jun-2020 11:00,01-Jul-2020,Yes,F2F,Child does not attend nor are his or her views conveyed to "
    "the review,,None,x",
    "1003,Cleo Fell,,23-Jun-2020 11:00,01-Jul-2020,No,By pigeon,,,Late,y",
]
SECRETS = ("01001", "Annabel", "Fell", "9434765919", "20-Jun-2020", "private words", "pseudo")


def run(places: Places, path: Path, *options: str) -> str:
    words = ["map", str(path), "--params", str(places.params), *options]
    said = CliRunner().invoke(app, words, catch_exceptions=False, env={"COLUMNS": "200"})
    assert said.exit_code == 0
    return said.output


def settings_file(places: Places) -> Path:
    return places.council_params / "council.yml"


def test_a_proposal_says_what_is_what_and_shows_no_value_but_of_code_columns(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "LAC Reviews 2021.csv", LINES)
    said = run(places, path)
    for words in (
        "Person ID",
        "child_id",
        "a known word for it",
        "MS Teams",
        "virtual",
        "By pigeon",
        "Nothing was written",
    ):
        assert words in said, words
    assert not [s for s in SECRETS if s in said]
    assert not settings_file(places).exists()


def test_what_is_written_is_read_and_the_file_is_taken_in(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "LAC Reviews 2021.csv", LINES)
    assert "Written into" in run(places, path, "--council", "small", "--write")
    settings = load_settings(places, 2021)
    assert [(m.pattern, m.extract, m.only_where_missing) for m in settings.mappings] == [
        ("lac reviews *", "review_details", False),
        ("lac reviews *", "reviews", True),
    ]
    (places.raw / "2021" / "reviews.csv").unlink()
    intake = take_in(places, 2021)
    rows = pl.read_parquet(intake.folder / "review_details" / "year=2021" / "review_details.parquet").sort("row")
    # The return writes 1001.
    assert rows["child_id"].to_list() == ["1001", "1002", "1003"]
    assert [str(d) for d in rows["review_date"]] == ["2020-06-20", "2020-06-22", "2020-06-23"]
    assert rows["mode"].to_list() == ["virtual", "in person", None]
    assert rows["cancelled"].to_list() == ["N", "Y", "N"]
    assert rows["social_work_report"].to_list() == ["on time", "not available", "late"]
    # The cancelled meeting is no review.
    reviews = pl.read_parquet(intake.folder / "reviews" / "year=2021" / "reviews.parquet").sort("row")
    assert reviews.select("child_id", "participation_code").rows() == [("1001", "PN1"), ("1003", None)]


def test_other_settings_and_comments_stay_as_they_are(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "LAC Reviews 2021.csv", LINES)
    places.council_params.mkdir(parents=True)
    before = "# ours\nname: Borough   # so it is called\nhide_up_to: 4\ndecided_by: the Board\n"
    settings_file(places).write_text(before, encoding="utf-8")
    run(places, path, "--council", "small", "--write")
    assert settings_file(places).read_text(encoding="utf-8").startswith(before)
    assert load_settings(places, 2021).hide_up_to == 4


def test_a_second_file_is_added_below_the_first_and_the_same_one_never_twice(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    one = put(places, 2021, "LAC Reviews 2021.csv", LINES)
    two = put(places, 2021, "DRP log.csv", ["DRP ID,Child ID,Date Raised,Stage,Theme", "D1,1001,01/07/2020,1,Drift"])
    run(places, one, "--council", "small", "--write")
    run(places, two, "--council", "small", "--write")
    content = yaml.safe_load(settings_file(places).read_text(encoding="utf-8"))
    assert list(content["mappings"]) == ["lac reviews *", "drp log"]
    assert content["mappings"]["drp log"]["extract"] == "escalations"
    again = settings_file(places).read_bytes()
    said = run(places, one, "--council", "small", "--write")
    assert "It is there already, so nothing was written into" in said
    assert settings_file(places).read_bytes() == again
    settings_file(places).write_text("mappings:\n  Drp log: {extract: escalations}\n", encoding="utf-8")
    with pytest.raises(KitError, match='it has another mapping of "drp log"') as raised:
        run(places, two, "--council", "small", "--write")
    assert '"DRP ID": escalation_id' in raised.value.messages[0]
    assert settings_file(places).read_text(encoding="utf-8") == "mappings:\n  Drp log: {extract: escalations}\n"


def test_mappings_that_are_not_last_are_left_alone_with_the_text_to_paste(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "LAC Reviews 2021.csv", LINES)
    places.council_params.mkdir(parents=True)
    before = "mappings:\n  other: {extract: send, headings: {Child: child_id}}\nname: Borough\n"
    settings_file(places).write_text(before, encoding="utf-8")
    with pytest.raises(KitError, match="lac reviews"):
        run(places, path, "--council", "small", "--write")
    assert settings_file(places).read_text(encoding="utf-8") == before


def test_a_ready_made_mapping_is_proposed_by_name(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    head = "clar_cla_review_id,clar_cla_person_id,clar_cla_review_date,clar_cla_review_participation"
    path = put(places, 2021, "ssd_cla_reviews.csv", [head, "1,1001,2020-06-20 10:00:00.000,PN1"])
    said = run(places, path, "--council", "small", "--write")
    assert "The ready-made mapping ssd knows this file" in said and "It cannot give" in said
    assert "It is there already" in run(places, path, "--council", "small", "--write")
    assert load_settings(places, 2021).use == ("ssd",)
    take_in(places, 2021)


def test_a_file_in_the_contracts_words_needs_none(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    assert "no mapping is needed" in run(places, places.raw / "2021" / "reviews.csv")


@pytest.mark.parametrize(
    ("head", "extract"),
    [
        ("Child ID,Review Date,Participation Code,Date of Birth", "reviews"),
        ("child id,snapshot date,SEN Status,Primary SEN Need,Disabilities", "send"),
        ("Escalation Ref,Child Ref,IRO,Date of Escalation,Stage,Issue,Date Closed,Outcome", "escalations"),
        ("Mosaic ID,Gender,D.O.B.,Ethnic Origin", "header"),
        ("CHILD,Episode Start Date,Reason for New Episode,Legal Status,Category of Need,Placement Type", "episodes"),
    ],
)
def test_the_extract_is_known_by_the_headings(tmp_path: Path, head: str, extract: str) -> None:
    path = put(
        small_council(tmp_path, (2021,)), 2021, "export.csv", [head, "1,01/01/2020" + "," * (head.count(",") - 1)]
    )
    file = RawFile(path, 2021)
    assert propose(file, read_any_table(file)).extract.name == extract


def test_wrong_use_is_said(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "LAC Reviews 2021.csv", LINES)
    with pytest.raises(KitError, match="Did you mean review_details"):
        run(places, path, "--extract", "review_detail")
    with pytest.raises(KitError, match="does not exist"):
        run(places, path.with_name("none.csv"))
    other = put(places, 2021, "other.csv", ["Colour,Taste", "red,sweet"])
    with pytest.raises(KitError, match="Name the extract with --extract"):
        run(places, other)
    with pytest.raises(KitError, match="no column of it is like one of send"):
        run(places, other, "--extract", "send")


def lines_of(*lines: str) -> str:
    return sheet([line.split(",") for line in lines])


BOOK = book(
    {
        "Read me": lines_of("These are the reviews", "of all children"),
        "Old list": lines_of("Person ID,Actual Review Date", "01001,20-Jun-2019"),
        "Reviews": lines_of(LINES[0], LINES[1].rpartition(",PN1")[0]),
        "Disputes": lines_of("DRP ID,Child ID,Date Raised,Stage,Theme", "D1,1001,01/07/2020,1,Drift"),
        "Empty": lines_of(),
    },
    hidden=("Old list",),
)


def test_of_several_sheets_the_one_with_most_known_headings_is_looked_at_and_all_are_named(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put_bytes(places, 2021, "Meetings.xlsx", BOOK)
    said = run(places, path)
    assert "Sheets: Read me, Old list (hidden), Reviews, Disputes, Empty (no table)." in said
    assert "Looked at: Reviews (most of its headings" in said
    assert "Meetings.xlsx looks like review_details" in said
    assert "Looked at: Disputes" in run(places, path, "--extract", "escalations")


def test_the_sheet_that_is_named_is_looked_at_hidden_ones_too(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put_bytes(places, 2021, "Meetings.xlsx", BOOK)
    assert "looks like escalations" in run(places, path, "--sheet", "disputes")
    assert "Looked at: Old list (hidden) (as you named it)" in run(places, path, "--sheet", "Old list")
    with pytest.raises(KitError, match=r'no sheet "Revews".* Did you mean Reviews') as wrong:
        run(places, path, "--sheet", "Revews")
    assert wrong.value.wrong_use
    with pytest.raises(KitError, match="holds no table"):
        run(places, path, "--sheet", "Empty")
    with pytest.raises(KitError, match="is no workbook"):
        run(places, places.raw / "2021" / "reviews.csv", "--sheet", "Reviews")


def test_a_mapping_made_of_one_sheet_reads_that_sheet(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put_bytes(places, 2021, "Meetings.xlsx", BOOK)
    run(places, path, "--sheet", "Disputes", "--council", "small", "--write")
    intake = take_in(places, 2021)
    assert [(a.file, a.rows_in) for a in intake.accounts if a.extract == "escalations"] == [("Meetings.xlsx", 1)]


def test_contacts_in_a_councils_words_are_proposed_and_those_read_as_they_are_are_not(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    lines = [
        "IRO,Child ID,Date of contact,Type of contact",
        "I1,1001,01/07/2020,Home visit",
        "I1,1001,02/07/2020,Mid-point",
        "I1,1002,01/07/2020,Midway check",
    ]
    path = put(places, 2021, "IRO contacts.csv", lines)
    said = run(places, path, "--council", "small", "--write")
    assert '"Home visit": "visit"' in said
    assert '"Midway check": "midway review"' in said
    assert "Mid-point" not in said
    folder = take_in(places, 2021).folder
    rows = pl.read_parquet(folder / "iro_contacts" / "year=2021" / "iro_contacts.parquet").sort("row")
    assert rows["kind"].to_list() == ["visit", "midway review", "midway review"]


LONG = "What is the permanence plan for this child now"
LONGER = f"{LONG}, in the words of the plan"


@pytest.mark.parametrize(
    ("head", "theirs", "ours"),
    [
        (f"Child ID,{LONG}", LONG, "permanence_plan"),
        (f"Child ID,{LONG} (old),{LONGER}", f"{LONG} (old)", "permanence_plan"),
        (f"Person ID,Review Date,{'x' * 60},Reason for late minutes of this statutory review",
         "Reason for late minutes of this statutory review", "record_late_reason"),
    ],
)  # fmt: skip
def test_a_long_heading_is_proposed_in_full(tmp_path: Path, head: str, theirs: str, ours: str) -> None:
    places = small_council(tmp_path, (2021,))
    width = head.count(",") + 1
    path = put(places, 2021, "plans.csv", [head, ",".join(["1001", "20/06/2020", "a", "b"][:width])])
    assert f'"{theirs}": {ours}' in run(places, path)


@pytest.mark.parametrize("options", [(), ("--extract", "send")])
def test_what_is_not_found_is_left_to_be_filled_in_and_nothing_is_read_before(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    places = small_council(tmp_path, (2021,))
    head = "Stud_ID,Snapshot date,SEN status,Primary SEN need,Remarks"
    path = put(places, 2021, "SEND list.csv", [head, "1001,01/06/2020,EHCP,Autism,x"])
    said = run(places, path, "--council", "small", "--write", *options)
    assert '"? child_id": child_id' in said
    assert "Its headings that mean nothing yet: Stud_ID, Remarks." in said
    assert ("name that with --extract" in said) == (not options)
    why = f"{'you said so, and ' if options else ''}3 of 5 columns are like its own, and so is the name"
    assert f"looks like send: {why}, but child_id, without which no row can be used, is not found." in said
    assert ", 0%" not in said
    with pytest.raises(KitError, match="child_id\" is to be replaced by the file's heading for child_id"):
        take_in(places, 2021)
    settings = settings_file(places)
    settings.write_text(settings.read_text(encoding="utf-8").replace("? child_id", "Stud_ID"), encoding="utf-8")
    take_in(places, 2021)
    rows = pl.read_parquet(places.extracts / "send" / "year=2021" / "send.parquet")
    assert rows.select("child_id", "sen_provision").rows() == [("1001", "E")]


def test_two_columns_that_are_not_found_are_two_places_to_fill_in(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "SEND list.csv", ["Stud_ID,SEN status,Primary SEN need", "1001,EHCP,Autism"])
    run(places, path, "--council", "small", "--write")
    with pytest.raises(KitError) as raised:
        load_settings(places, 2021)
    assert ["? child_id" in m or "? as_at_date" in m for m in raised.value.messages] == [True, True]


def test_the_values_of_stages_are_proposed(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    stages = ["Stage One", "Informal resolution", "Level 3 - Head of Service", "S2", "2", "informal", "By pigeon"]
    lines = [f"D{n},1001,01/07/2020,Drift,{stage}" for n, stage in enumerate(stages)]
    path = put(places, 2021, "DRP log.csv", ["DRP ID,Child ID,Date Raised,Theme,Stage", *lines])
    said = run(places, path, "--council", "small", "--write")
    assert "By pigeon" in said
    values = load_settings(places, 2021).mappings[0].values["raised_stage"]
    assert values == {
        "Informal resolution": "informal",
        "Level 3 - Head of Service": "3",
        "S2": "2",
        "Stage One": "1",
    }
    take_in(places, 2021)
    rows = pl.read_parquet(places.extracts / "escalations" / "year=2021" / "escalations.parquet").sort("row")
    expected = ["Stage 1", "Informal", "Stage 3", "Stage 2", "Stage 2", "Informal", None]
    assert rows["raised_stage"].to_list() == expected


def test_dates_alone_are_mapped_in_a_file_with_the_contracts_headings(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    head = "escalation_id,child_id,raised_date,theme"
    path = put(places, 2021, "escalations.csv", [head, "E1,1001,21/07/20,Drift", "E2,1002,03/08/20,Drift"])
    said = run(places, path, "--council", "small", "--write")
    assert 'dates: "%d/%m/%y"' in said and "headings:" not in said
    take_in(places, 2021)
    rows = pl.read_parquet(places.extracts / "escalations" / "year=2021" / "escalations.parquet").sort("row")
    assert [str(day) for day in rows["raised_date"]] == ["2020-07-21", "2020-08-03"]


def test_huge_headings_and_values_are_looked_at_quickly(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    rows = [f"{n},20/06/2020,{'teams ' * 4000}{n},{'x' * 30_000}{n}" for n in range(30)]
    path = put(places, 2021, "meetings.csv", [f"Person ID,Review Date,Meeting Type,{'delivery ' * 3000}", *rows])
    began = time.process_time()
    run(places, path)
    assert time.process_time() - began < 10
