"""Reading: encodings, blank rows, row numbers as Excel shows them, and workbooks."""

from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from kit.errors import KitError
from kit.figures import load_unprotected_figures
from kit.intake import take_in
from kit.reading import RawFile, TextTable, find_files, read_text_table
from tests.intake.small_councils import FILES, HEADINGS, put_bytes, small_council, workbook

SEND = tuple(HEADINGS["send"].split(","))


def read(path: Path, content: bytes) -> TextTable:
    path.write_bytes(content)
    return read_text_table(RawFile(path, 2021))


def cells(table: TextTable) -> list[tuple]:
    return table.rows.rows()


@pytest.mark.parametrize(
    ("encoding", "assumed"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")],
)
def test_accents_are_read_in_each_encoding_and_it_is_said_which(tmp_path: Path, encoding: str, assumed: str) -> None:
    table = read(tmp_path / "x.csv", "name,said\nZoë,“well” – £5\n".encode(encoding))
    assert table.headings == ("name", "said")
    assert cells(table) == [(2, "Zoë", "“well” – £5")]
    assert table.assumed == f"{assumed}, comma, header in row 1"


def test_headings_and_cells_are_trimmed_and_blank_cells_are_nothing(tmp_path: Path) -> None:
    table = read(tmp_path / "x.csv", b" a ,b\n  1, \n")
    assert table.headings == ("a", "b")
    assert cells(table) == [(2, "1", None)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_have_the_number_that_excel_shows_and_blank_ones_are_counted(tmp_path: Path, end: str) -> None:
    table = read(tmp_path / "x.csv", end.join(["a,b", "1,2", "", ",", "3,4", ",", ""]).encode())
    assert cells(table) == [(2, "1", "2"), (5, "3", "4")]
    assert table.blank_rows == 3
    assert cells(read(tmp_path / "y.csv", end.join(["a,b", "1,2"]).encode())) == [(2, "1", "2")]


def test_commas_and_line_ends_inside_quotation_marks_are_part_of_a_cell(tmp_path: Path) -> None:
    table = read(tmp_path / "x.csv", b'a,b\n"1,5","one\ntwo"\n3,"say ""so"""\n')
    assert cells(table) == [(2, "1,5", "one\ntwo"), (3, "3", 'say "so"')]


def test_nothing_is_guessed_from_a_cell(tmp_path: Path) -> None:
    row = "0012345,1e5,TRUE,null,n/a,NaN,2021-04-01,1.50"
    table = read(tmp_path / "x.csv", f"a,b,c,d,e,f,g,h\n{row}\n".encode())
    assert cells(table) == [(2, *row.split(","))]
    assert set(table.rows.drop("row").dtypes) == {pl.String()}


def test_a_file_of_many_rows_that_turn_long_late_is_not_cut(tmp_path: Path) -> None:
    rows = "".join(f"{n},x\n" for n in range(5000))
    assert read(tmp_path / "x.csv", f"a,b\n{rows}".encode()).rows.height == 5000
    with pytest.raises(KitError, match="different numbers of cells"):
        read(tmp_path / "y.csv", f"a,b\n{rows}1,2,3\n".encode())


def test_files_are_found_in_order_of_name_with_their_export_dates(tmp_path: Path) -> None:
    for name in ("b@2021-04-19.csv", "a.XLSX", "c.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    files, notes = find_files(tmp_path, 2021)
    assert [(f.name, f.kind_in_name, f.export_date) for f in files] == [
        ("a.XLSX", "a", ""),
        ("b@2021-04-19.csv", "b", "2021-04-19"),
        ("c.csv", "c", ""),
    ]
    assert notes == []


def test_a_workbook_with_real_dates_and_numbers_is_read_as_its_csv_would_be(tmp_path: Path) -> None:
    csv_council, xlsx_council = small_council(tmp_path / "csv"), small_council(tmp_path / "xlsx")
    text = "1001,01/09/2020,E,ASD,MOB;HEAR,Y\n1002,31/03/2021,N,,,N\n"
    put_bytes(csv_council, 2021, "send.csv", f"{HEADINGS['send']}\n{text}".encode())
    rows: list[list[str | int | float | date | None]] = [
        [1001, date(2020, 9, 1), "E", "ASD", "MOB;HEAR", "Y"],
        [],
        ["1002", date(2021, 3, 31), "N", None, None, "N"],
    ]
    put_bytes(xlsx_council, 2021, "send.xlsx", workbook([SEND, *rows]))
    one, other = (load_unprotected_figures(p, 2021) for p in (csv_council, xlsx_council))
    assert one.results.equals(other.results)
    (account,) = [a for a in take_in(xlsx_council, 2021).accounts if a.extract == "send"]
    assert (account.rows_in, account.rows_kept, account.blank_rows) == (2, 2, 1)
    assert account.assumed == "XLSX, first sheet, header in row 1"
    stored = pl.read_parquet(xlsx_council.extracts / "send" / "year=2021" / "send.parquet")
    assert stored.select("row", "child_id", "as_at_date").rows() == [
        (2, "1001", date(2020, 9, 1)),
        (4, "1002", date(2021, 3, 31)),
    ]


def test_numbers_of_a_workbook_keep_their_digits(tmp_path: Path) -> None:
    table = read(tmp_path / "x.xlsx", workbook([["a", "b", "c"], [1385680, 0.6, 20]]))
    assert cells(table) == [(2, "1385680", "0.6", "20")]


def test_a_workbook_in_a_file_named_csv_or_the_reverse_is_refused(tmp_path: Path) -> None:
    for name, content in (("x.csv", workbook([["a"], ["ZQXMARK"]])), ("x.xlsx", b"a,b\nZQXMARK,2\n")):
        path = tmp_path / name
        path.write_bytes(content)
        try:
            table = read_text_table(RawFile(path, 2021))
        except KitError as error:
            assert "ZQXMARK" not in str(error)
        else:
            # Bytes that happen to be text are refused at the latest for their headings.
            assert "a" not in table.headings


@pytest.mark.parametrize("content", [b"PK\x03\x04 cut short", b"\x00" * 100, b"<html></html>"])
def test_a_workbook_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(KitError, match=r"x\.xlsx \(2021\): is not a workbook that can be read"):
        read(tmp_path / "x.xlsx", content)


def test_a_workbook_with_two_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="has 2 sheets"):
        read(tmp_path / "x.xlsx", workbook([["a"], ["1"]], [["b"], ["2"]]))


@pytest.mark.xfail(reason="kit/reading.py: the first row of no rows is asked for", raises=pl.exceptions.PolarsError)
@pytest.mark.parametrize("rows", [[], [[]]])
def test_a_workbook_without_cells_is_refused(tmp_path: Path, rows: list) -> None:
    with pytest.raises(KitError):
        read(tmp_path / "x.xlsx", workbook(rows))


@pytest.mark.xfail(reason="UTF-16 is read as Windows-1252, and the message quotes what comes of it", raises=Exception)
def test_utf_16_is_read_or_refused_in_words(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    text = "\n".join([HEADINGS["reviews"], *FILES["reviews"]]).replace("{before}", "2020")
    put_bytes(places, 2021, "reviews.csv", text.encode("utf-16"))
    try:
        take_in(places, 2021)
    except KitError as error:
        assert all(message.isprintable() for message in error.messages)
        assert any("UTF-16" in message or "encoding" in message for message in error.messages)


def test_a_day_with_a_time_in_a_workbook_is_no_date(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    noon = (datetime(2021, 3, 31, 12) - datetime(1899, 12, 30)).total_seconds() / 86400  # noqa: DTZ001
    sheet = workbook([SEND, ["1001", date(2021, 3, 31), "E"]])
    put_bytes(places, 2021, "send.xlsx", sheet)
    assert take_in(places, 2021)
    put_bytes(places, 2021, "send.xlsx", workbook([SEND, ["1001", noon, "E"]]))
    with pytest.raises(KitError, match=r"send\.xlsx \(2021\), row 2, as_at_date: not a date"):
        take_in(places, 2021)
