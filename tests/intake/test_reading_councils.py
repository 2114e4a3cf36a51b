"""Reading through to figures: what a file is made of changes nothing that is counted."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl

from kit.counting.figures import load_unprotected_figures
from kit.intake.take_in import take_in
from kit.intake.year_folders import find_files
from tests.lib.made_up_files import read
from tests.lib.small_councils import FILES, HEADINGS, put_bytes, small_council, workbook

Row = Sequence[str | int | float | date | None]
SEND: Row = tuple(HEADINGS["send"].split(","))


def test_files_are_found_in_order_of_name_with_their_export_dates(tmp_path: Path) -> None:
    for name in ("b@2021-04-19.csv", "a.XLSX", "c.csv", "d.xml", "e.xls"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, notes = find_files(tmp_path, 2021)
    assert [(f.name, f.kind_in_name, f.export_date) for f in files] == [
        ("a.XLSX", "a", ""),
        ("b@2021-04-19.csv", "b", "2021-04-19"),
        ("c.csv", "c", ""),
        ("d.xml", "d", ""),
    ]
    assert [note.said for note in notes] == [
        "e.xls (2021) was not read: save the workbook as XLSX, or each sheet as CSV."
    ]


def test_nothing_is_guessed_from_a_cell(tmp_path: Path) -> None:
    row = "0012345,1e5,TRUE,-1,007,none,2021-04-01,1.50"
    headings = "child_id,review_date,cancelled,mode,iro_id,care_plan,late_reason,quality_score"
    table = read(tmp_path, f"{headings}\n{row}\n", "review_details.csv")
    assert table.rows.rows() == [(2, *row.split(","))]
    assert set(table.rows.drop("row").dtypes) == {pl.String()}


def test_a_row_that_turns_long_late_is_not_cut(tmp_path: Path) -> None:
    rows = "".join(f"{n},01/04/2020\n" for n in range(5000))
    assert read(tmp_path, f"child_id,as_at_date\n{rows}", "send.csv").rows.height == 5000


def test_a_workbook_with_real_dates_and_numbers_is_read_as_its_csv_would_be(tmp_path: Path) -> None:
    csv_council, xlsx_council = small_council(tmp_path / "csv"), small_council(tmp_path / "xlsx")
    text = "1001,01/09/2020,E,ASD,MOB;HEAR,Y\n1002,31/03/2021,N,,,N\n"
    put_bytes(csv_council, 2021, "send.csv", f"{HEADINGS['send']}\n{text}".encode())
    rows: list[Row] = [
        [1001, date(2020, 9, 1), "E", "ASD", "MOB;HEAR", "Y"],
        [],
        ["1002", date(2021, 3, 31), "N", None, None, "N"],
    ]
    put_bytes(xlsx_council, 2021, "send.xlsx", workbook([SEND, *rows]))
    one, other = (load_unprotected_figures(p, 2021) for p in (csv_council, xlsx_council))
    assert one.results.equals(other.results)
    (account,) = [a for a in take_in(xlsx_council, 2021).accounts if a.extract == "send"]
    assert (account.rows_in, account.rows_kept, account.blank_rows) == (2, 2, 1)
    assert account.assumed == "XLSX, sheet Sheet1, headings in row 1"
    stored = pl.read_parquet(xlsx_council.extracts / "send" / "year=2021" / "send.parquet")
    assert stored.select("row", "child_id", "as_at_date").rows() == [
        (2, "1001", date(2020, 9, 1)),
        (4, "1002", date(2021, 3, 31)),
    ]


def test_numbers_of_a_workbook_keep_their_digits(tmp_path: Path) -> None:
    rows: list[Row] = [["child_id", "as_at_date", "primary_need"], [1385680, "7", 0.6], [20, "7", 1e15]]
    assert read(tmp_path, workbook(rows), "send.xlsx").rows.rows() == [
        (2, "1385680", "7", "0.6"),
        (3, "20", "7", "1000000000000000"),
    ]


def test_a_council_in_utf_16_has_the_same_figures(tmp_path: Path) -> None:
    one, other = small_council(tmp_path / "a"), small_council(tmp_path / "b")
    text = "\n".join([HEADINGS["reviews"], *FILES["reviews"]]).replace("{before}", "2020").replace(",", "\t")
    put_bytes(other, 2021, "reviews.csv", text.encode("utf-16"))
    assert load_unprotected_figures(one, 2021).results.equals(load_unprotected_figures(other, 2021).results)


def test_the_time_of_a_meeting_leaves_its_day(tmp_path: Path) -> None:
    rows: list[Row] = [SEND, ["1001", 44286.5, "E"]]
    table = read(tmp_path, workbook(rows), "send.xlsx")
    assert table.rows["as_at_date"].to_list() == ["31/03/2021"]
