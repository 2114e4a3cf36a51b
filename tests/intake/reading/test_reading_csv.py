"""Any CSV that a council has comes out as the same text, with the row numbers that Excel shows."""

from pathlib import Path

import pytest

from tests.lib.made_up_files import REVIEWS, read, read_all, refusals

CELLS = [
    (2, "0012345", "01/02/2010", "03/04/2020", "PN1"),
    (3, "0012346", "05/06/2011", "07/08/2020", "PN2"),
]
QUOTED = "\n".join(",".join(f'"{c}"' for c in line.split(",")) for line in REVIEWS.splitlines())


@pytest.mark.parametrize(
    "content, assumed",
    [
        (REVIEWS, "UTF-8, comma, headings in row 1"),
        ("\ufeff" + REVIEWS, "UTF-8, comma, headings in row 1"),
        (REVIEWS.encode("utf-16"), "UTF-16, comma, headings in row 1"),
        (b"\xfe\xff" + REVIEWS.encode("utf-16-be"), "UTF-16, comma, headings in row 1"),
        (REVIEWS.encode("utf-16-le"), "UTF-16, comma, headings in row 1"),
        (REVIEWS.encode("utf-16-be"), "UTF-16, comma, headings in row 1"),
        (REVIEWS.replace(",", ";"), "UTF-8, semicolon, headings in row 1"),
        (REVIEWS.replace(",", "\t"), "UTF-8, tab, headings in row 1"),
        (REVIEWS.replace("\n", "\r\n"), "UTF-8, comma, headings in row 1"),
        (REVIEWS.replace("\n", "\r"), "UTF-8, comma, headings in row 1"),
        (REVIEWS.removesuffix("\n"), "UTF-8, comma, headings in row 1"),
        (REVIEWS + "\x1a", "UTF-8, comma, headings in row 1"),
        (QUOTED, "UTF-8, comma, headings in row 1"),
        (QUOTED.replace("\n", "\r\n"), "UTF-8, comma, headings in row 1"),
        (REVIEWS.replace(",", " , "), "UTF-8, comma, headings in row 1"),
        (REVIEWS.replace("REVIEW_CODE", "Review Code").replace("DOB", "dob "), "UTF-8, comma, headings in row 1"),
        # As Word writes a hyphen between two letters: one heading to a mapping, so one to recognition too.
        (REVIEWS.replace("REVIEW_CODE", "Review–Code"), "UTF-8, comma, headings in row 1"),
        (REVIEWS.replace("REVIEW_CODE", "Review\u2011code"), "UTF-8, comma, headings in row 1"),
    ],
)
def test_encoding_delimiter_and_quotes_change_nothing(tmp_path: Path, content: str | bytes, assumed: str) -> None:
    table = read(tmp_path, content)
    assert table.rows.rows() == CELLS
    assert table.rows.columns == ["row", "CHILD", "DOB", "REVIEW", "REVIEW_CODE"]
    assert table.assumed == assumed


def test_what_is_not_utf_8_is_windows_1252_and_says_so(tmp_path: Path) -> None:
    content = "child_id,review_date,late_reason\n1,03/04/2020,Carer’s café closed\n".encode("cp1252")
    table = read(tmp_path, content, "review_details.csv")
    assert table.rows["late_reason"].to_list() == ["Carer’s café closed"]
    assert table.assumed.startswith("Windows-1252 (the file is not UTF-8), comma")


@pytest.mark.parametrize("quoted", [False, True])
def test_titles_blank_lines_and_totals_are_no_rows(tmp_path: Path, quoted: bool) -> None:
    lines = REVIEWS.splitlines()
    if quoted:
        lines[1:] = QUOTED.splitlines()[1:]
    content = "\n".join(
        [
            "Reviews held,,,",
            '"Run on 1 May',
            '2021, by hand"',
            "",
            lines[0],
            lines[1],
            "",
            ",,,",
            lines[2],
            "",
            "Total,,,2",
            "",
        ]
    )
    table = read(tmp_path, content)
    # The title's line break is within row 2, so that Excel shows the headings in row 4.
    assert table.rows["row"].to_list() == [5, 8]
    assert table.rows["CHILD"].to_list() == ["0012345", "0012346"]
    assert (table.heading_row, table.totals_rows) == (4, 1)
    assert table.blank_rows == 3
    assert table.assumed == "UTF-8, comma, headings in row 4, 1 totals line at the end left out"


@pytest.mark.parametrize(
    "line", ["Total: 2", "Grand Total,,,2", "(2 rows affected)", "Count,2,,", ",,Totals,2", "2 records"]
)
def test_a_line_of_totals_at_the_end_is_said_and_not_read(tmp_path: Path, line: str) -> None:
    table = read(tmp_path, REVIEWS + line)
    assert table.rows.rows() == CELLS
    assert table.totals_rows == 1
    assert "1 totals line at the end left out" in table.assumed


def test_a_total_in_the_middle_is_a_row(tmp_path: Path) -> None:
    assert read(tmp_path, REVIEWS + "Total,,,\n" + REVIEWS.splitlines()[1]).rows.height == 4


def test_trailing_empty_columns_are_left_out_and_counted(tmp_path: Path) -> None:
    table = read(tmp_path, REVIEWS.replace("\n", ",,\n"))
    assert table.rows.rows() == CELLS
    assert table.assumed.endswith("2 empty columns left out")
    beyond = read(tmp_path, REVIEWS.replace("PN1", "PN1,"))
    assert beyond.rows.rows() == CELLS
    assert "empty cells beyond the last heading left out" in beyond.assumed


def test_values_under_no_heading_are_refused(tmp_path: Path) -> None:
    [said] = refusals(tmp_path, REVIEWS.replace("\n", ",\n").replace("PN1,", "PN1,x"))
    assert said == "a.csv (2021): column E holds values but has no heading. Give it one, or remove it."


@pytest.mark.parametrize("quote", ["", '"'])
def test_ragged_rows_are_refused_by_row_number(tmp_path: Path, quote: str) -> None:
    rows = "1,01/02/2010,03/04/2020\n\n2,01/02/2010,03/04/2020,PN1\n3,01/02/2010,03/04/2020,PN1,5\n"
    short, long = refusals(tmp_path, REVIEWS.replace("0012345", f"{quote}0012345{quote}") + rows)
    assert short.startswith("a.csv (2021), row 4: has 3 cells, but there are 4 headings.")
    assert long.startswith("a.csv (2021), row 7: has 5 cells, but there are 4 headings.")


def test_a_short_row_does_not_hide_behind_a_blank_one(tmp_path: Path) -> None:
    [said] = refusals(tmp_path, REVIEWS + "\n1,01/02/2010,03/04/2020\n,,,,,,,,,,\n,\n")
    assert said.startswith("a.csv (2021), row 5: has 3 cells")


def test_many_ragged_rows_are_counted(tmp_path: Path) -> None:
    said = refusals(tmp_path, REVIEWS + "1,2\n" * 1000)
    assert len(said) == 21
    assert said[-1] == "a.csv (2021): 980 more rows like these."


def test_a_line_break_in_quotation_marks_is_within_its_row(tmp_path: Path) -> None:
    content = 'child_id,review_date,late_reason\n1,03/04/2020,"ill\nand ""away"", sadly"\n2,03/05/2020,6" of snow\n'
    table = read(tmp_path, content, "review_details.csv")
    assert table.rows["late_reason"].to_list() == ['ill\nand "away", sadly', '6" of snow']
    assert table.rows["row"].to_list() == [2, 3]


def test_a_quotation_mark_out_of_place_is_refused_by_row_number(tmp_path: Path) -> None:
    [never] = refusals(tmp_path, REVIEWS + '1,"01/02/2010,03/04/2020,PN1\n' + REVIEWS.splitlines()[1])
    assert never.startswith("a.csv (2021), row 4: opens a quotation mark that is never closed.")
    [within] = refusals(tmp_path, REVIEWS + '1,"01/02"/2010,03/04/2020,PN1\n')
    assert within.startswith("a.csv (2021), row 4: has a quotation mark in the middle")


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "is empty"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"PK\x03\x04rest", "is a workbook or a zip file"),
        (b"\xd0\xcf\x11\xe0rest", "is an old or a password-protected workbook"),
        (b"<html><table>", "is a web page"),
        (b"a,b\n1,\x002\n", "line 2 holds NUL bytes"),
        (b"\xef\xbb\xbf" + REVIEWS.encode() + b"\xe9,,,", "line 4 holds bytes that are neither"),
        (REVIEWS.encode() + b"\x81,,,", "line 4 holds bytes that are neither"),
        (b"a,b\n1,2\n", "none of its first 30 rows holds the headings of an extract"),
        ("CHILD," + REVIEWS.replace("\n00", "\n0,00"), "the heading CHILD is there twice"),
    ],
)
def test_what_is_no_export_is_refused_with_the_reason(tmp_path: Path, content: str | bytes, said: str) -> None:
    [message] = refusals(tmp_path, content)
    assert message.startswith(f"a.csv (2021): {said}")


def test_the_closest_extract_is_named_without_quoting_cells(tmp_path: Path) -> None:
    [said] = refusals(tmp_path, REVIEWS.replace("REVIEW,", "Held on,"))
    assert said.startswith(
        "a.csv (2021): its columns match no extract. Closest is reviews: missing REVIEW; extra Held on."
    )
    damaged = refusals(tmp_path, REVIEWS.replace("REVIEW_CODE\n", "REVIEW_CODE"))[0]
    assert "0012345" not in damaged and "PN1" not in damaged


def test_dates_keep_their_day_only(tmp_path: Path) -> None:
    content = REVIEWS.replace("03/04/2020", "03/04/2020 14:30").replace("05/06/2011", "40699")
    table = read(tmp_path, content)
    assert table.rows.rows() == [CELLS[0], (3, "0012346", "05/06/2011", "07/08/2020", "PN2")]
    assert table.dates_from_serials == 1
    assert table.assumed.endswith("1 date from serial numbers, 1 time of day left off dates")
    midnight = read(tmp_path, REVIEWS.replace("03/04/2020", "03/04/2020 00:00:00"))
    assert midnight.rows.rows() == CELLS
    assert midnight.assumed == "UTF-8, comma, headings in row 1"


def test_a_number_that_is_no_day_from_1990_to_2099_stays_as_it_is(tmp_path: Path) -> None:
    table = read(tmp_path, REVIEWS.replace("03/04/2020", "12345"))
    assert table.rows["REVIEW"].to_list()[0] == "12345"
    assert table.dates_from_serials == 0


def test_a_column_too_many_or_one_gone_is_read_if_no_figure_depends_on_it(tmp_path: Path) -> None:
    [(extract, table)] = read_all(
        tmp_path, REVIEWS.replace(",REVIEW_CODE", ",REVIEW_CODE,Team").replace(",PN", ",A,PN")
    )
    assert extract.name == "reviews"
    assert table.headings == ("CHILD", "DOB", "REVIEW", "REVIEW_CODE", "Team")
    assert "Team" not in table.rows.columns
    header = "CHILD,SEX,DOB,ETHNIC\n1,M,01/02/2010,WBRI\n"
    [(extract, table)] = read_all(tmp_path, header)
    assert (extract.name, table.headings) == ("header", ("CHILD", "SEX", "DOB", "ETHNIC"))
    [said] = refusals(tmp_path, "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,REC\n1,01/02/2010,S,C1,N1,U4,PR1,\n")
    assert "Closest is episodes: missing DEC" in said


def test_a_council_own_extract_is_known_by_its_name(tmp_path: Path) -> None:
    content = "Child ID,As At Date,Extra\n007,03/04/2020,x\n"
    [(extract, table)] = read_all(tmp_path, content, "Send@2021-04-19.csv")
    assert extract.name == "send"
    assert table.rows.rows() == [(2, "007", "03/04/2020")]
    assert table.headings == ("child_id", "as_at_date", "Extra")
    [said] = refusals(tmp_path, content.replace("As At", "Some"), "send.csv")
    assert "Closest is send: missing as_at_date, " in said


def test_a_heading_called_row_is_no_trouble(tmp_path: Path) -> None:
    assert read(tmp_path, "row,child_id,as_at_date\n9,1,03/04/2020\n", "send.csv").rows["row"].to_list() == [2]


@pytest.mark.parametrize("mark", ["", '"'])
def test_cells_with_vertical_bars_between_them(tmp_path: Path, mark: str) -> None:
    lines = [f"{mark}|{mark}".join(line.split(",")) for line in REVIEWS.splitlines()]
    table = read(tmp_path, "".join(f"{mark}{line}{mark}\n" for line in lines), "reviews.txt")
    assert table.rows.equals(read(tmp_path, REVIEWS).rows)
    assert "vertical bar" in table.assumed
