"""The due list: who is in it, by which day and rule, whose it is, and that no child is anywhere else."""

import os
import re
import stat
from datetime import date
from pathlib import Path

import fastexcel
import polars as pl
import pytest

from kit.ahead.due_list import ON_THE_DAY, OVERDUE, make_due_list, what_to_know
from kit.commands.due_tables import show_due
from kit.errors import KitError
from kit.paths import Places
from tests.commands.test_cli import kit
from tests.lib.worked import WorkedCouncil, a_council

WORK = ("Next 13 weeks", "By officer", "Weeks in earlier years", "Officers in earlier years")
# What the summary must never show.
CANARIES = ("first1", "second2", "later3", "placed4", "gone5", "short6", "unsure7", "left8")
EPISODES = """
    CHILD   | DECOM      | DEC        | RNE | LS | PLACE | files
    first1  | 01/03/2021 |            | S   | C2 | U6    | 2021
    second2 | 01/12/2020 |            | S   | C2 | U6    | 2021
    later3  | 01/06/2019 |            | S   | C2 | U6    | 2020 2021
    placed4 | 01/06/2019 |            | S   | C2 | U6    | 2020 2021
    placed4 | 01/03/2021 |            | P   | E1 | A5    | 2021
    gone5   | 01/06/2019 |            | S   | C2 | U6    | 2020
    short6  | 10/03/2021 | 12/03/2021 | S   | V4 | U6    | 2021
    unsure7 | 02/03/2021 |            | L   | C2 | U6    | 2021
    left8   | 01/06/2019 | 01/03/2021 | S   | C2 | U6    | 2020 2021
    """
REVIEWS = """
    CHILD   | REVIEW
    second2 | 20/12/2020
    later3  | 20/06/2019
    later3  | 20/09/2019
    later3  | 20/03/2020
    later3  | 18/09/2020
    placed4 | 20/06/2019
    placed4 | 20/09/2019
    placed4 | 20/03/2020
    placed4 | 18/09/2020
    short6  | 11/01/2021
    """
DETAILS = """
    child_id | review_date | iro_id
    second2  | 20/12/2020  | B
    later3   | 18/09/2020  | B
    """
ALLOCATIONS = """
    child_id | iro_id | start_date | end_date
    first1   | A/C    | 01/03/2021 |
    later3   | B      | 01/06/2019 | 01/01/2021
    later3   | A/C    | 01/01/2021 |
    """


@pytest.fixture
def council(tmp_path: Path) -> WorkedCouncil:
    return a_council(
        tmp_path, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, review_details=DETAILS, allocations=ALLOCATIONS
    )


def sheet(path: Path, name: str = "All") -> list[dict]:
    return fastexcel.read_excel(path).load_sheet(name).to_polars().to_dicts()


def test_each_child_has_the_next_review_its_last_lawful_day_and_an_officer(council: WorkedCouncil) -> None:
    made = make_due_list(council.places, "2021-03-31")
    rows = [
        (r["Child"], r["Officer"], r["Which review"], r["Last lawful day"].date(), r["Days left (minus: over)"])
        for r in sheet(made.workbook)
    ]
    assert rows == [
        # Six months after 18 September 2020: 13 days over.
        ("later3", "A/C", "Later", date(2021, 3, 18), -13),
        ("second2", "B", "Second", date(2021, 3, 20), -11),
        # 20 working days after 1 and 2 March 2021.
        ("first1", "A/C", "First", date(2021, 3, 29), -2),
        # 28 days after the placement for adoption.
        ("placed4", "No officer", "Adoption", date(2021, 3, 29), -2),
        ("unsure7", "No officer", "First", date(2021, 3, 30), -1),
    ]
    assert [r["State"] for r in sheet(made.workbook)] == ["overdue"] * 5
    assert sheet(made.workbook)[0]["Last review"].date() == date(2020, 9, 18)


def test_rule_and_source_are_those_of_the_law(council: WorkedCouncil) -> None:
    rows = {r["Child"]: r for r in sheet(make_due_list(council.places, "2021-03-31").workbook)}
    assert rows["later3"]["Rule"] == (
        "later reviews: 6 calendar months after the one before was held (18 September 2020)"
    )
    assert rows["placed4"]["Source of the rule"] == "Adoption Agencies Regulations 2005, regulation 36"
    assert "regulation 33(1)" in rows["first1"]["Source of the rule"]
    assert "earlier reviews, or the start of care, are not known" in rows["unsure7"]["To know"]
    assert all(row["Source of the rule"] for row in rows.values())


def test_a_start_that_is_not_known_has_a_rule_and_its_source(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes="CHILD | DECOM | RNE\nunsure7 | 01/04/2018 | S")
    (row,) = sheet(make_due_list(council.places, "2020-03-31").workbook)
    assert "sixth month that they cover" in row["Rule"]
    assert "regulation 33" in row["Source of the rule"]


def test_a_review_dated_after_the_day_is_not_held(council: WorkedCouncil) -> None:
    rows = {r["Child"]: r for r in sheet(make_due_list(council.places, "2020-09-17").workbook)}
    assert rows.keys() == {"later3", "placed4", "left8"}
    assert rows["later3"]["Last lawful day"].date() == date(2020, 9, 20)
    assert rows["later3"]["Days left (minus: over)"] == 3
    # Not yet placed, and its allocation is another's.
    assert (rows["placed4"]["Which review"], rows["later3"]["Officer"]) == ("Later", "B")


def test_what_is_due_on_the_day_itself_is_due_and_not_yet_overdue(council: WorkedCouncil) -> None:
    made = make_due_list(council.places, "2021-03-18")
    (row,) = [r for r in sheet(made.workbook) if r["Child"] == "later3"]
    assert (row["Days left (minus: over)"], row["State"]) == (0, "due that day")
    assert made.counts.filter(week=ON_THE_DAY)["children"].sum() == 1
    assert "0 of them overdue and 1 due on that day." in what_to_know(made)[-1]
    assert " 1 is due on the day itself and none is overdue." in made.work.lines[1]
    show_due(made)
    (row,) = [r for r in sheet(make_due_list(council.places, "2021-03-19").workbook) if r["Child"] == "later3"]
    assert (row["Days left (minus: over)"], row["State"]) == (-1, "overdue")


def test_whoever_is_not_sure_has_a_list_of_its_own(council: WorkedCouncil) -> None:
    rows = sheet(make_due_list(council.places, "2021-03-31").workbook, "To check")
    assert [r["Child"] for r in rows] == ["unsure7", "gone5", "short6"]
    unsure, gone, short = (r["What to check"] for r in rows)
    assert unsure.startswith("When the next review is due is not sure")
    assert gone.startswith("May have left")
    assert "regulation 48: the first within three months" in short
    assert rows[1]["Day"].date() == date(2020, 4, 1)
    assert rows[2]["Day"].date() == date(2021, 1, 11)


def test_the_list_to_check_has_officers_and_nobody_grown_up(tmp_path: Path) -> None:
    council = a_council(
        tmp_path,
        (2020, 2021),
        header="CHILD | DOB\ngone5 | 01/06/2010\ngrown6 | 31/03/2003\nnearly7 | 01/04/2003\nshort8 | 31/03/2003",
        episodes="""
        CHILD   | DECOM      | DEC        | RNE | LS | files
        gone5   | 01/06/2019 |            | S   | C2 | 2020
        grown6  | 01/06/2019 |            | S   | C2 | 2020
        nearly7 | 01/06/2019 |            | S   | C2 | 2020
        short8  | 10/03/2021 | 12/03/2021 | S   | V4 | 2021
        """,
        reviews="CHILD | REVIEW\nnearly7 | 20/06/2019",
        review_details="child_id | review_date | iro_id\nnearly7 | 20/06/2019 | B",
        allocations="child_id | iro_id | start_date | end_date\ngone5 | A | 01/06/2019 |",
    )
    rows = sheet(make_due_list(council.places, "2021-03-31").workbook, "To check")
    assert [(r["Child"], r["Officer"]) for r in rows] == [("gone5", "A"), ("nearly7", "B")]


def test_one_is_said_as_one(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020, 2021), episodes="CHILD | DECOM\nfirst1 | 01/03/2021")
    made = make_due_list(council.places, "2021-03-20")
    assert "1 child has a review due, 0 of them overdue." in what_to_know(made)[-1]
    assert made.work.lines[1].startswith("By law 1 is due in them and none is overdue.")


@pytest.mark.parametrize(
    ("iros", "said"),
    [("", "their files name no officers"), ("2019 2020", "One officer with another, it would have been off by")],
)
def test_children_of_nobody_are_no_officers_caseload(tmp_path: Path, iros: str, said: str) -> None:
    child = "CHILD | DECOM | files\nlater3 | 01/06/2018 | 2019 2020\nplaced4 | 01/06/2018 | 2019 2020"
    with_officer = (
        {"allocations": f"child_id | iro_id | start_date | files\nlater3 | B | 01/06/2018 | {iros}"} if iros else {}
    )
    made = make_due_list(a_council(tmp_path, (2019, 2020), episodes=child, **with_officer).places, "2020-03-31")
    assert said in made.work.lines[-1]
    assert "No officer" in made.work.officers_before["Officer"]


def test_with_nobody_looked_after_the_list_is_empty(tmp_path: Path) -> None:
    left = "CHILD | DECOM | DEC\nleft8 | 01/06/2019 | 01/03/2021"
    made = make_due_list(a_council(tmp_path, (2020, 2021), episodes=left).places, "2021-03-31")
    assert "0 children have a review due, 0 of them overdue" in what_to_know(made)[-1]
    assert sheet(made.workbook) == []
    show_due(made)


def test_there_is_a_sheet_for_each_officer_with_a_name_that_excel_takes(council: WorkedCouncil) -> None:
    made = make_due_list(council.places, "2021-03-31")
    names = fastexcel.read_excel(made.workbook).sheet_names
    assert names == ["All", "To check", *WORK, "A_C", "B", "No officer", "About"]
    assert [r["Child"] for r in sheet(made.workbook, "A_C")] == ["later3", "first1"]


def test_only_its_owner_may_read_it_and_it_is_the_same_each_time(council: WorkedCouncil) -> None:
    path = make_due_list(council.places, "2021-03-31").workbook
    assert path.relative_to(council.places.data).as_posix() == "worked/due/2021-03-31.xlsx"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    before = path.read_bytes()
    assert make_due_list(council.places, "2021-03-31").workbook.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["2021-03-31.xlsx"]


def test_no_child_is_in_what_the_command_says(council: WorkedCouncil) -> None:
    run = kit("due", "--council", "worked", "--as-at", "2021-03-31", data=council.places.data)
    assert run.returncode == 0, run.stderr
    assert "week of" in run.stdout or "Overdue" in run.stdout
    assert not [child for child in CANARIES if child in run.stdout + run.stderr]
    assert "As at 31 March 2021: 5 children have a review due, 5 of them overdue." in run.stderr
    assert "3 rows are in its sheet “To check”" in run.stderr


def dated(council: WorkedCouncil, **days: str) -> Places:
    for name, day in days.items():
        path = council.places.raw / "2021" / f"{name}.csv"
        path.rename(path.with_name(f"{name}@{day}.csv"))
    return council.places


def test_the_day_is_the_newest_export_and_older_ones_are_said(council: WorkedCouncil) -> None:
    made = make_due_list(dated(council, episodes="2021-03-01", reviews="2021-03-20"))
    assert made.as_at == date(2021, 3, 20)
    (line,) = made.lines
    assert line.startswith("OLD EXPORTS: on 20 March 2021 these are more than 7 days old: episodes (of 1 March 2021).")
    assert "What happened since is not in this list: children who left since may still be in it. Of review" in line
    assert "Of review details and allocations no export date is known" in line


def test_an_export_of_a_week_ago_is_not_old(council: WorkedCouncil) -> None:
    days = {"episodes": "2021-03-13", "reviews": "2021-03-20", "allocations": "2021-03-20"}
    assert make_due_list(dated(council, **days, review_details="2021-03-20")).lines == ()


def test_an_export_made_after_the_year_lists_as_at_its_end(council: WorkedCouncil) -> None:
    made = make_due_list(dated(council, episodes="2021-04-19", reviews="2021-04-19"))
    assert made.as_at == date(2021, 3, 31)
    assert made.lines[0].startswith("The newest export is of 19 April 2021, but the files of 2020-21 know days up to")


@pytest.mark.parametrize(
    ("as_at", "said"),
    [
        ("", "have no export date in their names"),
        ("2021-04-19", "worked has no files of 2021-22"),
        ("31/03/2021", "is not a day"),
        ("2021-02-30", "is not a day"),
    ],
)
def test_a_day_that_is_not_known_is_refused(council: WorkedCouncil, as_at: str, said: str) -> None:
    with pytest.raises(KitError, match=said) as raised:
        make_due_list(council.places, as_at)
    assert raised.value.wrong_use
    assert not council.places.due.exists()


def with_key(tmp_path: Path) -> WorkedCouncil:
    key = tmp_path / "kit.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    settings = f'pseudonymise: true\nkey_file: "{key.as_posix()}"\n'
    return a_council(tmp_path, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, settings=settings)


def test_with_pseudonyms_it_has_these_and_the_real_ones_if_they_are_asked_for(tmp_path: Path) -> None:
    places = with_key(tmp_path).places
    real = {row["Child"] for row in sheet(make_due_list(places, "2021-03-31", real_ids=True).workbook)}
    made = make_due_list(places, "2021-03-31")
    shown = {row["Child"] for row in sheet(made.workbook)}
    assert len(real) == len(shown) > 1 and real.isdisjoint(shown)
    assert all(re.fullmatch("[0-9a-f]{32}", child) for child in shown)
    assert any("python -m kit due --real-ids" in line for line in what_to_know(made))
    log = (places.data / "worked" / "looked.log").read_text(encoding="utf-8")
    assert "due list\t2021\tas at 2021-03-31, real identifiers\t" in log
    assert not [child for child in real | shown if re.search(rf"\b{child}\b", log)]


def test_real_identifiers_need_a_folder_that_nobody_else_reads_the_key_and_pseudonyms(tmp_path: Path) -> None:
    places = with_key(tmp_path).places
    if os.name == "posix":
        places.due.mkdir(mode=0o755)
        with pytest.raises(KitError, match="others can read this folder"):
            make_due_list(places, "2021-03-31", real_ids=True)
        assert not list(places.due.iterdir())
    (tmp_path / "kit.key").unlink()
    with pytest.raises(KitError, match="there is no such key file"):
        make_due_list(places, "2021-03-31", real_ids=True)
    (places.council_params / "council.yml").unlink()
    with pytest.raises(KitError, match="identifiers are not pseudonyms here"):
        make_due_list(places, "2021-03-31", real_ids=True)


def test_the_sample_has_449_pending_9_overdue_and_33_in_the_week_of_21_june(sample: Places) -> None:
    made = make_due_list(sample, "2021-03-31")
    by_week = dict(made.counts.group_by("week").agg(pl.col("children").sum()).iter_rows())
    by_officer = dict(made.counts.group_by("iro").agg(pl.col("children").sum()).iter_rows())
    assert (sum(by_week.values()), by_week[OVERDUE], by_week["2021-06-21"]) == (449, 9, 33)
    assert (len(by_officer), by_officer["IRO09"], by_officer["IRO05"]) == (9, 70, 27)
    assert "449 children have a review due, 9 of them overdue" in what_to_know(made)[-1]
    # Every child once, and each in the sheet of one officer.
    names = fastexcel.read_excel(made.workbook).sheet_names
    everyone = [r["Child"] for r in sheet(made.workbook)]
    of_officers = [r["Child"] for name in names[7:-1] for r in sheet(made.workbook, name)]
    assert names[:7] == ["All", "To check", "Drift", *WORK]
    assert len(set(everyone)) == 449
    assert sorted(everyone) == sorted(of_officers)
