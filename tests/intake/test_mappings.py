"""A council's own headings and values, and the ready-made mappings: what they give, and what they leave as it is."""

from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_problems, load_unprotected_figures
from kit.errors import KitError
from kit.extracts.stored import Intake
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.settings.load import load_settings
from kit.settings.mappings import ready_made
from tests.lib.small_councils import put, rows_of, small_council

MAPPING = """
mappings:
  "lac reviews *":
    extract: review_details
    dates: "%d-%b-%Y"
    headings:
      Person ID: child_id
      Review Held: review_date
      Cancelled?: cancelled
      Meeting Type: mode
      IRO: iro_id
    values:
      cancelled: {Yes: Y, No: N}
      mode: {Teams*: virtual, F2F: in person}
"""
LINES = [
    "Person ID,Review Held,Cancelled?,Meeting Type,IRO,Child's Name",
    "01001,20-Jun-2020,No,Teams (video),I1,Ann Smith",
    "1002,22-Jun-2020,Yes,Carrier pigeon,I1,Bob Jones",
]


def council(folder: Path, settings: str, years: tuple[int, ...] = (2021,)) -> Places:
    places = small_council(folder, years)
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(settings, encoding="utf-8")
    return places


def stored(intake: Intake, extract: str, year: int = 2021) -> pl.DataFrame:
    return pl.read_parquet(intake.folder / extract / f"year={year}" / f"{extract}.parquet")


def refused(places: Places) -> tuple[str, ...]:
    with pytest.raises(KitError) as raised:
        take_in(places, 2021)
    return raised.value.messages


def test_an_export_with_its_own_headings_and_values_is_taken_in_unedited(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING)
    path = put(places, 2021, "LAC_Reviews 2021.csv", LINES)
    intake = take_in(places, 2021)
    rows = stored(intake, "review_details").sort("row")
    assert rows.select("child_id", "review_date", "cancelled", "mode", "iro_id").rows() == [
        # The return writes 1001.
        ("1001", rows["review_date"][0], "N", "virtual", "I1"),
        ("1002", rows["review_date"][1], "Y", None, "I1"),
    ]
    assert [str(d) for d in rows["review_date"]] == ["2020-06-20", "2020-06-22"]
    account = next(a for a in intake.accounts if a.extract == "review_details")
    assert account.rows_in == account.rows_kept == len(rows_of(path))
    assert "mapping lac reviews *" in account.assumed


def test_a_value_that_no_mapping_knows_is_listed_as_it_is(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING)
    put(places, 2021, "LAC Reviews 2021.csv", LINES)
    listed = take_in(places, 2021).problems.filter(pl.col("rule") == "unknown_code")
    assert listed.select("row", "column", "value").rows() == [(3, "mode", "Carrier pigeon")]


def test_what_the_mapping_leaves_unnamed_is_listed_by_its_heading_and_never_read(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING)
    put(places, 2021, "LAC Reviews 2021.csv", LINES)
    intake = take_in(places, 2021)
    listed = intake.problems.filter(pl.col("rule") == "column_not_used")
    assert listed["column"].to_list() == ["Child's Name"]
    assert "Child's Name" not in stored(intake, "review_details").columns


def test_a_heading_that_the_file_lacks_is_a_fault(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING)
    put(places, 2021, "lac reviews 2021.csv", [line.replace("Meeting Type", "How held") for line in LINES])
    (message,) = refused(places)
    assert "lac reviews 2021.csv (2021): its mapping names Meeting Type" in message


def test_a_column_named_twice_or_a_missing_key_is_a_fault(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING.replace("Review Held: review_date", "Review Held: system_due_date"))
    put(places, 2021, "lac reviews 2021.csv", ["mode," + LINES[0], *(f"x,{line}" for line in LINES[1:])])
    messages = "\n".join(refused(places))
    assert "under its mapping two columns are mode" in messages
    assert "it lacks review_date" in messages


def test_every_fault_of_a_mapping_is_told_at_once(tmp_path: Path) -> None:
    text = """
use: [sdd]
mappings:
  a:
    extract: review_detials
  b:
    extract: review_details
    heading: {}
    headings: {Date: review_day, Day: review_date, day: mode, Other: review_date}
    values: {mode: {Teams: virtaul}, review_date: {x: y}, child_id: {x: y}, modes: {x: y}}
    dates: soon
  c: just words
pseudonymise: perhaps
moved_by: a lot
"""
    places = council(tmp_path, text)
    with pytest.raises(KitError) as raised:
        load_settings(places, 2021)
    told = "\n".join(raised.value.messages)
    for words in (
        'there is no ready-made mapping "sdd". Did you mean ssd?',
        'a: there is no extract "review_detials". Did you mean review_details?',
        'b: "heading" is no part of a mapping. Did you mean headings?',
        'review_details has no column "review_day" (for "Date"). Did you mean review_date?',
        "headings: Day and day are one heading",
        "headings: Day and Other are both to be review_date",
        'values: mode: "virtaul" is not one of its codes. Did you mean virtual?',
        "values: review_date: a word in place of a date can be nothing alone",
        'review_details takes no values for "child_id"',
        'review_details has no column "modes"',
        "b: dates: give the form of its dates",
        "c: give an extract and its headings",
        "pseudonymise: say true or false",
        "moved_by: give the percentage",
    ):
        assert words in told, words


def test_the_sources_and_limits_of_ready_made_mappings_are_said() -> None:
    for ready in ready_made().values():
        assert ready.source and ready.gives and ready.cannot_give
    assert list(ready_made()) == ["annex_a_list_8", "ssd"]


SSD = [
    "clar_cla_review_id,clar_cla_id,clar_cla_person_id,clar_cla_review_due_date,clar_cla_review_date,"
    "clar_cla_review_cancelled,clar_cla_review_participation",
    "1,9,1001,2020-06-29 00:00:00.000,2020-06-20 10:30:00.000,N,PN1 - Child physically attends and speaks for him or "
    "herself (Attendance).",
    "2,9,1002,2020-07-01 00:00:00.000,2020-06-22 14:00:00.000,N,Child attends and conveys his or her view symbolically "
    "(non-verbally) (Attendance symbols)",
    "3,9,1002,2020-09-22 00:00:00.000,2020-09-20 14:00:00.000,Y,",
    "4,9,1001,2020-09-20 00:00:00.000,,N,",
]


def test_the_standard_safeguarding_dataset_gives_review_details_beside_the_return(tmp_path: Path) -> None:
    places = council(tmp_path, "use: [ssd]\n")
    put(places, 2021, "ssd_cla_reviews.csv", SSD)
    put(places, 2021, "ssd_disability.csv", ["disa_table_id,disa_person_id,disa_disability_code", "1,1001,MOB"])
    intake = take_in(places, 2021)
    rows = stored(intake, "review_details").sort("row")
    assert [str(d) for d in rows["system_due_date"]] == ["2020-06-29", "2020-07-01", "2020-09-22"]
    assert rows["cancelled"].to_list() == ["N", "N", "Y"]
    notes = "\n".join(note.said for note in intake.notes)
    assert "ssd_cla_reviews.csv (2021) was not read as reviews: the year has a file of its own" in notes
    assert "ssd_disability.csv (2021) was not read: it has no day" in notes
    # The dataset does not hold when decisions were sent: the figure says so, and does not say 0 %.
    results = load_unprotected_figures(places, 2021).results
    sent = results.filter(pl.col("measure") == "decisions_sent_on_time", pl.col("breakdown") == "all")
    assert sent["note"].to_list() == ["not supplied"]


def test_the_standard_safeguarding_dataset_stands_in_for_reviews_that_the_return_lacks(tmp_path: Path) -> None:
    places = council(tmp_path, "use: [ssd]\n")
    put(places, 2021, "ssd_cla_reviews.csv", SSD)
    (places.raw / "2021" / "reviews.csv").unlink()
    intake = take_in(places, 2021)
    rows = stored(intake, "reviews").sort("row")
    assert rows["participation_code"].to_list() == ["PN1", "PN3"]
    assert [str(d) for d in rows["review_date"]] == ["2020-06-20", "2020-06-22"]
    account = next(a for a in intake.accounts if a.extract == "reviews")
    assert (account.rows_in, account.rows_kept, account.rows_listed) == (4, 2, 2)
    listed = intake.problems.filter(pl.col("extract") == "reviews", pl.col("row") > 1)
    assert listed.select("row", "rule").rows() == [(4, "left_out_by_mapping"), (5, "required_value_missing")]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("PN0", "PN0"),
        ("PN0 - Child aged under 4 at the time of the review", "PN0"),
        ("Child aged under 4 at the time of the review", "PN0"),
        ("Child physically attends and speaks for him/herself", "PN1"),
        ("Child physically attends and an advocate speaks on his or her behalf. (Attendance views …)", "PN2"),
        ("child attends and conveys his or her view symbolically (non-verbally)", "PN3"),
        ("Child physically attends but does not speak for him or herself, does not convey …", "PN4"),
        ("Child does not attend physically but briefs an advocate to speak for him or her", "PN5"),
        ("PN6-Child does not attend but conveys his or her feelings to the review", "PN6"),
        ("Child does not attend nor are his or her views conveyed to the review", "PN7"),
        ("Came with a friend", None),
    ],
)
def test_participation_in_dfes_words_is_its_code(tmp_path: Path, said: str, code: str | None) -> None:
    places = council(tmp_path, "use: ssd\n")
    (places.raw / "2021" / "reviews.csv").unlink()
    put(places, 2021, "ssd_cla_reviews.csv", [SSD[0], f'1,9,1001,,2020-06-20,N,"{said}"'])
    assert stored(take_in(places, 2021), "reviews")["participation_code"].to_list() == [code]


def test_list_8_of_annex_a_gives_each_childs_latest_review_and_who_the_children_are(tmp_path: Path) -> None:
    places = council(tmp_path, "use: [annex_a_list_8]\n")
    (places.raw / "2021" / "header.csv").unlink()
    put(
        places,
        2021,
        "Annex A - List 8.csv",
        [
            "Child Unique ID,Gender,Ethnicity,Date of Birth,Date of Latest Statutory Review,Does the Child have a "
            "Disability",
            "1001,b) Male,a) WBRI,01/06/2010,20/06/2020,a) Yes",
            "1002,a) Female,n) BCRB,02/07/2005,,b) No",
        ],
    )
    intake = take_in(places, 2021)
    children = stored(intake, "header").sort("row")
    assert children.select("child_id", "sex", "ethnicity").rows() == [("1001", "M", "WBRI"), ("1002", "F", "BCRB")]
    assert stored(intake, "review_details")["child_id"].to_list() == ["1001"]
    assert "code_not_of_the_year" not in load_problems(places, 2021)["rule"].to_list()


def test_a_years_file_may_map_what_changed_in_that_year(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING, (2020, 2021))
    put(places, 2020, "lac reviews 2020.csv", LINES)
    put(places, 2021, "lac reviews 2021.csv", [LINES[0].replace("Person ID", "Client"), *LINES[1:]])
    (message,) = refused(places)
    assert "Person ID" in message
    changed = MAPPING.replace("Person ID", "Client")
    (places.council_params / "2021.yml").write_text(changed, encoding="utf-8")
    assert take_in(places, 2021).years == (2020, 2021)


def test_a_mapped_file_may_have_title_lines_semicolons_and_times_as_any_other(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING)
    rows = [line.replace(",", ";").replace("-2020;", "-2020 10:30;") for line in LINES]
    lines = ["Reviews of 2020-21;;;;;", "", *rows]
    put(places, 2021, "LAC Reviews 2021.csv", [*lines, "Total: 2;;;;;"])
    intake = take_in(places, 2021)
    rows = stored(intake, "review_details").sort("row")
    assert rows["row"].to_list() == [4, 5]
    assert [str(d) for d in rows["review_date"]] == ["2020-06-20", "2020-06-22"]
    listed = intake.problems.filter(pl.col("rule") == "column_not_used")
    assert listed.select("row", "column").rows() == [(3, "Child's Name")]


def test_a_mapped_file_without_its_key_headings_says_what_the_mapping_needs(tmp_path: Path) -> None:
    places = council(tmp_path, MAPPING)
    put(places, 2021, "lac reviews 2021.csv", [line.replace("Person ID", "Client") for line in LINES])
    (message,) = refused(places)
    assert "its mapping needs Person ID, Review Held" in message and "Ann Smith" not in message
