"""What bad input gets: every fault named at once, no value of a cell, nothing half written."""

import errno
import hashlib
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kit.counting.figures import load_unprotected_figures
from kit.errors import KitError
from kit.files import locks
from kit.intake.take_in import take_in
from kit.paths import Places
from tests.lib.small_councils import FILES, HEADINGS, put, put_bytes, small_council

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return small_council(tmp_path)


def faults(places: Places, year: int = 2021) -> tuple[str, ...]:
    with pytest.raises(KitError) as raised:
        take_in(places, year)
    assert all("\n" not in message for message in raised.value.messages)
    return raised.value.messages


def fault(places: Places, year: int = 2021) -> str:
    """Return the one fault of the file that was spoilt; that a core file is missing then may be told as well."""
    (message,) = [m for m in faults(places, year) if "there is no" not in m]
    return message


def tree(folder: Path) -> dict[str, str]:
    """Return what every file below a folder holds, as its hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_year_that_is_not_there_is_told_with_those_that_are(places: Places) -> None:
    with pytest.raises(KitError) as raised:
        take_in(places, 2022)
    (message,) = raised.value.messages
    assert "small has no data for 2022" in message and "Years here: 2020, 2021." in message
    assert raised.value.wrong_use


@pytest.mark.parametrize("extract", FILES)
def test_a_missing_core_file_is_named_with_its_year(places: Places, extract: str) -> None:
    (places.raw / "2020" / f"{extract}.csv").unlink()
    (message,) = faults(places)
    assert f"2020: there is no {extract} file" in message
    assert "Every year needs header, episodes, reviews" in message


def test_a_folder_without_files_lacks_all_three(places: Places) -> None:
    (places.raw / "2019").mkdir()
    assert len(faults(places)) == 3


@pytest.mark.parametrize("extract", sorted({*FILES} - {"reviews"}))
def test_a_core_file_with_headings_only_is_refused(places: Places, extract: str) -> None:
    put(places, 2021, f"{extract}.csv", [], extract)
    assert f"the {extract} file has a heading and no rows" in fault(places)
    put(places, 2021, f"{extract}.csv", ["," * HEADINGS[extract].count(",")] * 3, extract)
    assert f"the {extract} file has a heading and no rows" in fault(places)


def test_a_year_in_which_nobody_was_reviewed_is_counted_and_told(places: Places) -> None:
    put(places, 2020, "reviews.csv", [], "reviews")
    intake = take_in(places, 2021)
    assert [(n.said.partition(": ")[2], n.published) for n in intake.notes] == [
        (
            "the reviews file has a heading and no rows, and is counted so. Check the export.",
            "The reviews file of 2019-20 has no rows.",
        )
    ]
    results = load_unprotected_figures(places, 2021).results
    held = results.filter(measure="reviews_held", breakdown="all").sort("year")
    assert held["numerator"].to_list() == [0, 2]
    # Another file changes: it is told again.
    put(places, 2021, "send.csv", [], "send")
    assert take_in(places, 2021).notes == intake.notes
    put(places, 2020, "reviews.csv", FILES["reviews"], "reviews")
    assert take_in(places, 2021).notes == ()


def a_year_of_reviews(places: Places, year: int, held: str) -> None:
    put(places, year, "reviews.csv", [f"{n},01/06/2010,{held},PN1" for n in range(1001, 1021)], "reviews")


def test_reviews_in_the_folder_of_another_year_are_told_and_counted_as_they_are(places: Places) -> None:
    a_year_of_reviews(places, 2021, "20/06/2021")
    (note,) = take_in(places, 2021).notes
    assert note.published == "Most reviews in the reviews file of 2020-21 were held in other years."
    assert "not held from 1 April 2020 to 31 March 2021. Look whether it is in the folder of its year." in note.said
    # Another file changes: it is told again.
    put(places, 2021, "send.csv", [], "send")
    assert take_in(places, 2021).notes == (note,)
    a_year_of_reviews(places, 2021, "31/03/2021")
    assert take_in(places, 2021).notes == ()


def test_one_file_of_the_return_in_two_years_is_told(places: Places) -> None:
    for year in (2020, 2021):
        a_year_of_reviews(places, year, "20/06/2019")
    other, same = take_in(places, 2021).notes
    assert other.published.startswith("Most reviews in the reviews file of 2020-21")
    assert same.published == "Reviews: the file of 2020-21 is that of 2019-20."
    assert same.said.endswith(
        "reviews.csv of 2020 and reviews.csv of 2021 hold the same reviews. Put those of each year in its place."
    )


def test_one_file_of_an_own_extract_in_two_years_is_told_whatever_changes_besides(places: Places) -> None:
    rows = [f"E{n},1001,,01/05/2019,1,Drift,,,," for n in range(20)]
    for year in (2020, 2021):
        put(places, year, "escalations.csv", rows, "escalations")
    (note,) = take_in(places, 2021).notes
    assert note.published == "Escalations: the file of 2020-21 is that of 2019-20."
    put(places, 2021, "send.csv", [], "send")
    assert take_in(places, 2021).notes == (note,)


def test_an_undated_file_beside_a_dated_one_is_told_to_be_set_aside(places: Places) -> None:
    rows = [f"E{n},1001,,01/05/2020,1,Drift,,,," for n in range(3)]
    put(places, 2021, "escalations@2021-04-19.csv", rows[:1], "escalations")
    put(places, 2021, "escalations.csv", rows, "escalations")
    (note,) = take_in(places, 2021).notes
    assert note.said.startswith(
        "escalations.csv (2021) has no export date in its name, so that escalations@2021-04-19.csv counts as newer: "
        "none of its 3 rows is used."
    )
    assert note.published == ""


def test_what_is_one_level_off_is_told_to_be_not_read(places: Places) -> None:
    (places.raw / "2018-19").mkdir()
    (places.raw / "2021" / "own extracts").mkdir()
    put(places, 2021, "own extracts/escalations.csv", ["E1,1001,,01/05/2020,1,Drift,,,,"], "escalations")
    said = [note.said for note in take_in(places, 2021).notes]
    assert len(said) == 2
    assert "2018-19 was not read: files are in a folder named by the calendar year" in said[0]
    assert said[1] == "own extracts (2021) was not read: it is a folder. Put its files beside it, in the year's folder."


def test_an_own_extract_with_headings_only_is_supplied_and_holds_nothing(places: Places) -> None:
    put(places, 2021, "send.csv", [], "send")
    (account,) = [a for a in take_in(places, 2021).accounts if a.extract == "send"]
    assert (account.rows_in, account.rows_kept) == (0, 0)


@pytest.mark.parametrize("content", [b"", b"\n", b"  \r\n \n", BYTE_ORDER_MARK])
@pytest.mark.parametrize("name", ["reviews.csv", "send.csv"])
def test_an_empty_file_is_named(places: Places, name: str, content: bytes) -> None:
    put_bytes(places, 2021, name, content)
    assert f"{name} (2021): is empty" in fault(places)


def test_columns_that_match_nothing_are_told_against_the_closest_extract(places: Places) -> None:
    put(places, 2021, "reviews.csv", ["CHILD,DOB,REVIEW,CODE", "1001,01/06/2010,20/06/2020,PN1"])
    message = fault(places)
    assert "reviews.csv (2021): its columns match no extract. Closest is reviews: " in message
    assert "missing REVIEW_CODE; extra CODE." in message
    put(places, 2021, "reviews.csv", ["CHILD,DOB,REVIEW,REVIEW_CODE,NOTE", "1001,01/06/2010,20/06/2020,PN1,x"])
    problems = take_in(places, 2021).problems
    assert ("reviews.csv", 1, "NOTE", "column_not_used") in problems.select("file", "row", "column", "rule").rows()


def test_an_own_extract_that_lacks_what_makes_its_rows_is_refused_and_what_more_it_lacks_is_listed(
    places: Places,
) -> None:
    put(places, 2021, "send.csv", ["child_id,sen_provision", "1001,E"])
    message = fault(places)
    assert "send.csv (2021)" in message and "Closest is send: missing as_at_date" in message
    put(places, 2021, "send.csv", ["child_id,as_at_date,sen_provision,colour", "1001,2021-01-01,E,red"])
    problems = take_in(places, 2021).problems
    found = problems.filter(pl.col("extract") == "send").select("row", "column", "rule", "value").rows()
    assert found == [
        (1, "colour", "column_not_used", None),
        (1, "communication_support", "column_not_supplied", None),
        (1, "disability", "column_not_supplied", None),
        (1, "primary_need", "column_not_supplied", None),
    ]


def test_columns_may_be_in_any_order_and_files_of_the_return_may_have_any_name(tmp_path: Path) -> None:
    straight, turned = small_council(tmp_path / "a"), small_council(tmp_path / "b")
    for year in (2020, 2021):
        for extract in FILES:
            path = turned.raw / str(year) / f"{extract}.csv"
            cells = [line.split(",")[::-1] for line in path.read_text(encoding="utf-8").splitlines()]
            path.rename(path.with_name(f"SSDA903 {extract[::-1]}.CSV")).write_text(
                "".join(f"{','.join(row)}\r\n" for row in cells), encoding="utf-8", newline=""
            )
    one, other = (load_unprotected_figures(p, 2021).results for p in (straight, turned))
    assert one.equals(other)


def test_two_files_of_one_kind_are_refused_unless_their_names_say_which_is_newer(places: Places) -> None:
    second = put(places, 2021, "reviews again.csv", FILES["reviews"][:1], "reviews")
    message = fault(places)
    assert "reviews again.csv and reviews.csv (2021) both hold reviews, and a year's reviews is one file." in message
    assert "Put their rows together in one, called reviews.csv." in message
    assert "reviews@2021-04-19.csv" in message
    second.rename(second.with_name("reviews again@2021-04-19.csv"))
    accounts = {a.file: a for a in take_in(places, 2021).accounts if a.extract == "reviews" and a.year == 2021}
    assert accounts["reviews again@2021-04-19.csv"].rows_kept == 1
    assert accounts["reviews.csv"].rows_superseded == 2
    put(places, 2021, "more@2021-04-19.csv", FILES["reviews"], "reviews")
    assert "more@2021-04-19.csv and reviews again@2021-04-19.csv (2021) both hold reviews" in fault(places)


@pytest.mark.parametrize("name", ["send@19-04-2021.csv", "send@2021-02-30.csv", "send@.csv", "send@final.csv"])
def test_an_export_date_that_is_none_is_named(places: Places, name: str) -> None:
    put(places, 2021, name, [], "send")
    message = fault(places)
    assert f"{name} (2021): what follows @ is not a date" in message and "send@2021-04-19.csv" in message


def test_a_file_that_is_not_read_is_named_in_a_note_and_hidden_ones_are_not(places: Places) -> None:
    for name in ("readme.docx", "reviews.xls", ".hidden.csv", "~$reviews.xlsx", "Thumbs.db"):
        put_bytes(places, 2021, name, b"x")
    (places.raw / "2021" / "old").mkdir()
    notes = [note.said for note in take_in(places, 2021).notes]
    assert sorted(notes) == [
        "old (2021) was not read: it is a folder. Put its files beside it, in the year's folder.",
        "readme.docx (2021) was not read: it is neither CSV, XLSX nor XML. Export data as CSV or XLSX.",
        "reviews.xls (2021) was not read: save the workbook as XLSX, or each sheet as CSV.",
    ]


@pytest.mark.parametrize(
    ("extract", "line", "row", "column"),
    [
        ("reviews", "1001,01/06/2010,2020-06-31,PN1", 4, "REVIEW"),
        ("reviews", "1001,June 2010,20/06/2020,PN1", 4, "DOB"),
        ("reviews", "1001,01/06/-2010,20/06/2020,PN1", 4, "DOB"),
        ("reviews", "1001,01/06/2010,20/06/+20211,PN1", 4, "REVIEW"),
        ("episodes", "1001,31/06/2020,S,C2,N1,U6,PR1,,,,,,", 4, "DECOM"),
        ("episodes", "1001,01/06/2020,S,C2,N1,U6,PR1,ZQXMARK,,,,,", 4, "DEC"),
        ("header", "1003,1,29/02/2011,WBRI,,,", 4, "DOB"),
    ],
)
def test_a_date_that_is_none_stops_the_run_with_file_year_row_and_column(
    places: Places, extract: str, line: str, row: int, column: str
) -> None:
    put(places, 2021, f"{extract}.csv", [*FILES[extract], line], extract)
    assert fault(places).startswith(f"{extract}.csv (2021), row {row}, {column}: not a date. ")


def test_every_fault_of_every_file_and_year_is_told_at_once(places: Places) -> None:
    (places.raw / "2020" / "header.csv").unlink()
    put(places, 2020, "reviews.csv", ["1001,01/06/2010,x,PN1"], "reviews")
    put_bytes(places, 2020, "send.csv", b"")
    put(places, 2021, "episodes.csv", [], "episodes")
    put(places, 2021, "escalations.csv", ["E1,1001,,x,1,,y,,,"], "escalations")
    told = faults(places)
    for words in (
        "send.csv (2020): is empty",
        "2021: the episodes file has a heading and no rows",
        "reviews.csv (2020), row 2, REVIEW",
        "escalations.csv (2021), row 2, raised_date",
        "escalations.csv (2021), row 2, resolved_date",
    ):
        assert sum(words in message for message in told) == 1, words


def test_many_bad_dates_of_a_column_are_told_in_one_sentence(places: Places) -> None:
    put(places, 2021, "reviews.csv", [f"1001,01/06/2010,{n},PN1" for n in range(10, 90)], "reviews")
    assert list(faults(places)) == [
        "reviews.csv (2021), REVIEW: not a date in 80 rows (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …). Use dd/mm/yyyy."
    ]


def test_more_bad_dates_than_anyone_reads_are_told_as_fifty_and_how_many_more(places: Places) -> None:
    for year in (2020, 2021):
        put(places, year, "reviews.csv", [f"1001,x,{n},PN1" for n in range(10, 20)], "reviews")
        put(places, year, "header.csv", [f"{1001 + n},1,x,WBRI,,," for n in range(10)], "header")
    told = faults(places)
    assert len(told) == 51
    assert told[-1] == "… and 10 more like these."


def test_a_gap_in_the_years_is_noted_and_what_is_before_it_not_loaded(tmp_path: Path) -> None:
    intake = take_in(small_council(tmp_path, (2015, 2016, 2018, 2019, 2021)), 2019)
    assert intake.years == (2018, 2019)
    assert [note.said for note in intake.notes] == [
        "There are no data for 2016-17, so the years before it (2014-15, 2015-16) are not loaded: "
        "figures begin with 2017-18.",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "old",
        "20201",
        "2019 copy",
        "²019",
    ],
)
def test_what_is_no_years_folder_is_passed_over(places: Places, name: str) -> None:
    (places.raw / name).mkdir()
    (places.raw / "2019").write_text("a file", encoding="utf-8")
    assert take_in(places, 2021).years == (2020, 2021)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["1001,01/06/2010,20/06/2020,PN1,more"], "has 5 cells, but there are 4 headings"),
        (['1001,"01/06/2010,20/06/2020,PN1'], "opens a quotation mark that is never closed"),
    ],
    ids=["a cell too many", "a quotation mark that is not closed"],
)
def test_rows_that_cannot_be_parted_into_cells_are_refused(places: Places, lines: list[str], words: str) -> None:
    put(places, 2021, "reviews.csv", lines, "reviews")
    assert f"reviews.csv (2021), row 2: {words}" in fault(places)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("CHILD,DOB,REVIEW,REVIEW,REVIEW_CODE", "the heading REVIEW is there twice"),
        ("CHILD,DOB,REVIEW,REVIEW_CODE,", "column E holds values but has no heading"),
    ],
)
def test_each_column_needs_one_heading_of_its_own(places: Places, head: str, words: str) -> None:
    put(places, 2021, "reviews.csv", [head, "1001,01/06/2010,20/06/2020,PN1,x"])
    assert words in fault(places)


MARK = "ZQXMARK"


@pytest.mark.parametrize(
    ("name", "extract", "lines"),
    [
        ("reviews.csv", "reviews", [f"{MARK}1,{MARK}2,{MARK}3,{MARK}4"]),
        ("episodes.csv", "episodes", [",".join(f"{MARK}{n}" for n in range(13))]),
        ("header.csv", "header", [",".join(f"{MARK}{n}" for n in range(7))]),
        ("escalations.csv", "escalations", [",".join(f"{MARK}{n}" for n in range(10))]),
        ("send.csv", "send", [",".join(f"{MARK}{n}" for n in range(6))]),
        ("reviews.csv", "reviews", [f"{MARK},01/06/2010,20/06/2020,PN1,{MARK}"]),
        ("reviews.csv", "reviews", [f'{MARK},"{MARK}']),
        ("reviews.csv", "", [f"CHILD;DOB;REVIEW;REVIEW_CODE\n{MARK};{MARK};{MARK};{MARK}"]),
        pytest.param(
            "reviews.csv",
            "",
            [f"{MARK},01/06/2010,20/06/2020,PN1", "1002,02/07/2005,22/06/2020,PN3"],
            id="no headings",
        ),
    ],
)
def test_no_value_of_a_cell_is_in_a_message(places: Places, name: str, extract: str, lines: list[str]) -> None:
    put(places, 2021, name, lines, extract)
    for message in faults(places):
        assert MARK not in message


def test_the_values_of_a_listed_cell_are_in_the_problems_table_and_not_in_its_message(places: Places) -> None:
    put(places, 2021, "reviews.csv", [f"1001,01/06/2010,20/06/2020,{MARK}", "1001,,,"], "reviews")
    problems = take_in(places, 2021).problems
    assert MARK in problems["value"].to_list()
    assert not any(MARK in message for message in problems["message"])
    assert all(problems["message"])


def test_a_run_that_fails_leaves_the_last_good_extracts_and_figures_as_they_were(places: Places) -> None:
    before_results = load_unprotected_figures(places, 2021).results
    before = tree(places.data / "small" / "extracts") | tree(places.results)
    good = (places.raw / "2021" / "reviews.csv").read_bytes()
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,x,PN1"], "reviews")
    for _ in range(2):
        with pytest.raises(KitError):
            load_unprotected_figures(places, 2021)
        assert tree(places.extracts) | tree(places.results) == before
    assert {p.name for p in places.extracts.parent.iterdir() if p.is_dir()} == {"raw", "extracts", "results"}
    put_bytes(places, 2021, "reviews.csv", good)
    assert load_unprotected_figures(places, 2021).results.equals(before_results)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for name in ("a", "b"):
        places = small_council(tmp_path / name)
        load_unprotected_figures(places, 2021)
        trees.append(tree(places.extracts) | tree(places.results))
    assert trees[0] == trees[1]


def test_a_changed_file_is_taken_in_again(places: Places) -> None:
    def held() -> int:
        results = load_unprotected_figures(places, 2021).results
        is_it = (pl.col("measure") == "reviews_held") & (pl.col("year") == 2021) & (pl.col("breakdown") == "all")
        return results.filter(is_it)["numerator"].item()

    assert held() == 2
    put(places, 2021, "reviews.csv", [*FILES["reviews"], "1001,01/06/2010,01/09/2020,PN1"], "reviews")
    assert held() == 3
    put(places, 2021, "reviews@2021-05-01.csv", FILES["reviews"], "reviews")
    assert held() == 2


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("what", ["making a folder", "writing a file"])
def test_a_full_or_unwritable_disk_is_said_and_changes_nothing(
    places: Places, monkeypatch: pytest.MonkeyPatch, number: int, what: str
) -> None:
    load_unprotected_figures(places, 2021)
    before = tree(places.extracts) | tree(places.results)
    put(places, 2021, "reviews.csv", [*FILES["reviews"], "1001,01/06/2010,01/09/2020,PN1"], "reviews")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "no", str(places.extracts / "x"))

    with monkeypatch.context() as patch:
        if what == "making a folder":
            patch.setattr("kit.files.swap.new_folder", refuse)
        else:
            patch.setattr(Path, "write_text", refuse)
        with pytest.raises(KitError) as raised:
            load_unprotected_figures(places, 2021)
    (message,) = raised.value.messages
    assert "disk is full" in message if number == errno.ENOSPC else "cannot be written to" in message
    assert tree(places.extracts) | tree(places.results) == before
    assert not [p for p in places.extracts.parent.iterdir() if "-new-" in p.name]
    assert locks.try_lock(places.extracts.parent / ".extracts-lock")


def test_parquet_on_a_full_disk_is_said(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "disk is full" in "".join(faults(places))


def test_a_file_that_cannot_be_opened_is_named(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, wanted = Path.open, places.raw / "2021" / "reviews.csv"

    def refuse(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self == wanted:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", lambda self: self.open("rb").read())
    message = "".join(faults(places))
    assert "reviews.csv (2021): cannot be read" in message


def test_a_note_follows_the_folder(places: Places) -> None:
    assert take_in(places, 2021).notes == ()
    put_bytes(places, 2021, "readme.docx", b"x")
    assert len(take_in(places, 2021).notes) == 1
    small_council(places.data.parent, (2018,))
    assert len(take_in(places, 2021).notes) == 2


def test_extracts_that_are_missing_in_part_are_built_again(places: Places) -> None:
    before = load_unprotected_figures(places, 2021).results
    for extract in ("reviews", "episodes"):
        (places.extracts / extract / "year=2021" / f"{extract}.parquet").unlink()
        for path in places.results.rglob("*.parquet"):
            path.unlink()
        (places.results / "2021" / "key.txt").unlink(missing_ok=True)
        assert load_unprotected_figures(places, 2021).results.equals(before)


@pytest.mark.parametrize("content", ['{"key": "x", "accounts": [{"colour": 1}], "years": [], "notes": []}', "{", ""])
def test_extracts_of_another_kit_are_built_again(places: Places, content: str) -> None:
    before = load_unprotected_figures(places, 2021).results
    (places.extracts / "intake.json").write_text(content, encoding="utf-8")
    assert load_unprotected_figures(places, 2021).results.equals(before)


@pytest.mark.parametrize("name", ["results.parquet", "problems.parquet"])
def test_figures_of_which_a_part_is_missing_are_counted_again(places: Places, name: str) -> None:
    before = load_unprotected_figures(places, 2021).results
    (places.results / "2021" / name).unlink()
    assert load_unprotected_figures(places, 2021).results.equals(before)


@pytest.mark.parametrize("name", ["details.csv", "review_details 2021.csv"])
def test_an_own_extract_under_another_name_is_told_how_to_name_it(places: Places, name: str) -> None:
    put(places, 2021, name, ["1001,20/06/2020,,N,,virtual,,,,,,,,,"], "review_details")
    assert "Name it review_details." in fault(places)


def test_a_blank_line_above_the_headings_does_no_harm(places: Places) -> None:
    head = HEADINGS["reviews"]
    put(places, 2021, "reviews.csv", ["", head, *FILES["reviews"]])
    assert take_in(places, 2021)
