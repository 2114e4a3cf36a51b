"""Workbooks as people keep them: several sheets, titles, dates of three kinds, and what a workbook cannot tell."""

import io
import zipfile
from pathlib import Path

import pytest

from kit.files.xlsx import OFFICE
from tests.lib.made_up_files import book, number_cell, read, read_all, refusals, sheet, text_cell, zipped

HEADINGS = ["escalation_id", "child_id", "raised_date"]
DATE, SERIAL = number_cell("{}", 43924, is_date=True), number_cell("{}", 43924)
ROWS = [
    HEADINGS,
    ["E1", "0012", DATE],
    ["E2", "0013", SERIAL],
    ["E3", "0014", "03/04/2020"],
    ["E4", "0015", "2020-04-03"],
]
NAME = "escalations.xlsx"


def test_real_dates_text_dates_and_serial_numbers_are_one_day(tmp_path: Path) -> None:
    table = read(tmp_path, book({"Sheet1": sheet(ROWS)}), NAME)
    assert table.rows["raised_date"].to_list() == ["03/04/2020"] * 4
    assert table.rows["child_id"].to_list() == ["0012", "0013", "0014", "0015"]
    assert table.rows["row"].to_list() == [2, 3, 4, 5]
    assert table.dates_from_serials == 1
    assert table.assumed == "XLSX, sheet Sheet1, headings in row 1, 1 date from serial numbers"


def test_a_workbook_that_counts_days_from_1904_gives_the_same_days(tmp_path: Path) -> None:
    rows = [HEADINGS, ["E1", "1", DATE.replace("43924", "42462")], ["E2", "2", SERIAL.replace("43924", "42462")]]
    table = read(tmp_path, book({"Sheet1": sheet(rows)}, from_1904=True), NAME)
    assert table.rows["raised_date"].to_list() == ["03/04/2020"] * 2


def test_titles_blank_rows_and_totals_are_no_rows(tmp_path: Path) -> None:
    rows = [["Concerns raised"], [], HEADINGS, ["E1", "1", DATE], [], ["E2", "2", DATE], [], ["Total", "", "2"], []]
    merged = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'
    table = read(tmp_path, book({"Sheet1": sheet(rows, first_row=2, after=merged)}), NAME)
    assert table.rows["row"].to_list() == [5, 7]
    assert (table.heading_row, table.totals_rows) == (4, 1)
    assert table.blank_rows >= 2


def test_the_sheet_with_the_headings_is_read_and_the_others_named(tmp_path: Path) -> None:
    content = book({"Notes": sheet([["About"]]), "Data": sheet(ROWS), "Old": sheet([["x"]])}, hidden=("Old",))
    assert read(tmp_path, content, NAME).assumed.startswith("XLSX, sheet Data, sheets not read: Notes, Old (hidden), ")


def test_a_hidden_sheet_that_is_read_is_said_to_be_hidden(tmp_path: Path) -> None:
    content = book({"Notes": sheet([["About"]]), "Data": sheet(ROWS)}, hidden=("Data",))
    assert read(tmp_path, content, NAME).assumed.startswith("XLSX, sheet Data (hidden), ")


def test_two_sheets_of_one_extract_are_refused(tmp_path: Path) -> None:
    content = book({"May": sheet(ROWS), "June": sheet(ROWS)}, hidden=("June",))
    assert refusals(tmp_path, content, NAME) == [
        "escalations.xlsx (2021): the sheets May and June (hidden) both hold escalations. "
        "Put their rows together in one sheet."
    ]


def test_one_workbook_may_hold_several_extracts(tmp_path: Path) -> None:
    reviews = [["CHILD", "DOB", "REVIEW", "REVIEW_CODE"], ["1", "01/02/2010", DATE, "PN1"]]
    uasc = [["CHILD", "SEX", "DOB", "DUC"], ["1", "M", "01/02/2010", ""]]
    tables = read_all(tmp_path, book({"R": sheet(reviews), "U": sheet(uasc)}), "return.xlsx")
    assert [(e.name, t.rows.height) for e, t in tables] == [("reviews", 1), ("uasc", 1)]
    assert tables[0][1].rows["REVIEW"].to_list() == ["03/04/2020"]


def test_a_formula_gives_its_result_and_one_without_is_refused(tmp_path: Path) -> None:
    done = '<c r="{}"><f>A1+[1]Sheet1!A1</f><v>43924</v></c>'
    assert read(tmp_path, book({"S": sheet([HEADINGS, ["E1", "1", done]])}), NAME).rows["raised_date"].to_list() == [
        "03/04/2020"
    ]
    without = '<c r="{}"><f>A1</f></c>'
    assert refusals(tmp_path, book({"S": sheet([HEADINGS, ["E1", "1", without]])}), NAME) == [
        f"escalations.xlsx (2021), row 2, column C: holds a formula without a result. {CALCULATE}"
    ]


CALCULATE = "Open the workbook in Excel, let it calculate, and save it."


def raised(*cells: str) -> list[list[str]]:
    """Return the rows of a sheet whose column C holds these cells from row 2 on, beside a column of no contract."""
    return [[*HEADINGS, "colour"], *([f"E{n}", str(n), cell, ""] for n, cell in enumerate(cells))]


@pytest.mark.parametrize("result", ["<v></v>", "<v/>", "<v xml:space='preserve'></v>", ""])
@pytest.mark.parametrize("kind", ["", ' t="n"', ' t="b"', ' t="str"'])
def test_a_formula_whose_result_is_empty_has_none(tmp_path: Path, result: str, kind: str) -> None:
    formula = f'<c r="{{}}"{kind}><f>B2+2</f>{result}</c>'
    assert refusals(tmp_path, book({"S": sheet(raised(*[formula] * 18))}), NAME) == [
        f"escalations.xlsx (2021), rows 2 to 19, column C: hold formulas without a result. {CALCULATE}"
    ]
    mixed = raised(formula, formula, DATE, formula, DATE, formula)
    assert refusals(tmp_path, book({"S": sheet(mixed)}), NAME) == [
        f"escalations.xlsx (2021), rows 2 to 3, 5 and 7, column C: hold formulas without a result. {CALCULATE}"
    ]


def test_shared_and_array_formulas_without_a_result_are_refused_with_all_their_rows(tmp_path: Path) -> None:
    first, other = '<f t="shared" ref="C2:C4" si="0">B2+2</f><v/>', '<f t="shared" si="0"/><v></v>'
    cells = [f'<c r="{{}}">{formula}</c>' for formula in (first, other, other)]
    [said] = refusals(tmp_path, book({"S": sheet(raised(*cells))}), NAME)
    assert said.startswith("escalations.xlsx (2021), rows 2 to 4, column C: hold formulas without a result.")
    # The other cells of an array hold no formula of their own.
    array = '<c r="{}"><f t="array" ref="C2:C5">B2:B5+2</f><v></v></c>'
    [said] = refusals(tmp_path, book({"S": sheet(raised(array, "", "", ""))}), NAME)
    assert said.startswith("escalations.xlsx (2021), rows 2 to 5, column C: hold formulas without a result.")


def test_rows_of_nothing_but_formulas_without_a_result_are_rows(tmp_path: Path) -> None:
    formula = '<c r="{}"><f>Sheet2!A2</f><v></v></c>'
    rows = [HEADINGS, *[[formula] * 3] * 4]
    assert refusals(tmp_path, book({"S": sheet(rows)}), NAME) == [
        f"escalations.xlsx (2021), rows 2 to 5, column {column}: hold formulas without a result. {CALCULATE}"
        for column in "ABC"
    ]


def test_an_empty_text_is_a_result_in_a_workbook_that_was_calculated(tmp_path: Path) -> None:
    nothing, day = '<c r="{}" t="str"><f>IF(B2="","",B2)</f><v></v></c>', '<c r="{}"><f>B3+2</f><v>43924</v></c>'
    table = read(tmp_path, book({"S": sheet(raised(nothing, day))}), NAME)
    assert table.rows["raised_date"].to_list() == [None, "03/04/2020"]


def test_a_program_that_leaves_the_calculation_to_excel_has_made_none(tmp_path: Path) -> None:
    zero, day = '<c r="{}"><f>B2+2</f><v>0</v></c>', '<c r="{}"><f>B2+2</f><v>43924</v></c>'
    with zipfile.ZipFile(io.BytesIO(book({"S": sheet(raised(zero, day))}))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = "xl/workbook.xml"
    parts[main] = parts[main].replace(b"</workbook>", b'<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>')
    [said] = refusals(tmp_path, zipped(parts), NAME)
    assert said.startswith("escalations.xlsx (2021), row 2, column C: holds a formula without a result.")


def test_a_column_that_is_not_read_is_no_matter_and_hides_no_other(tmp_path: Path) -> None:
    formula = '<c r="{}"><f>A1</f><v></v></c>'
    rows = [[*row[:3], formula] if n else row for n, row in enumerate(raised(*[DATE] * 2_500))]
    assert read(tmp_path, book({"S": sheet(rows)}), NAME).rows.height == 2_500
    rows[-1][2] = formula
    [said] = refusals(tmp_path, book({"S": sheet(rows)}), NAME)
    assert said.startswith("escalations.xlsx (2021), row 2501, column C: holds a formula without a result.")


def test_the_error_that_there_is_no_value_is_a_blank(tmp_path: Path) -> None:
    error = '<c r="{}" t="e"><v>#N/A</v></c>'
    looked_up = '<c r="{}" t="e"><f>VLOOKUP(A1,B:C,2,FALSE)</f><v>#N/A</v></c>'
    table = read(tmp_path, book({"S": sheet(raised(error, looked_up, DATE, "n/a"))}), NAME)
    assert table.rows["raised_date"].to_list() == [None, None, "03/04/2020", None]
    assert table.listed.rows() == [(1, "raised_date", "read_as_blank", "#N/A in 2 rows, n/a in 1 row")]


def test_errors_and_merged_cells_below_the_headings_are_refused(tmp_path: Path) -> None:
    [said] = refusals(tmp_path, book({"S": sheet([HEADINGS, ["E1", "1", '<c r="{}" t="e"><v>#REF!</v></c>']])}), NAME)
    assert said.startswith("escalations.xlsx (2021), row 2, column C: holds an Excel error.")
    merged = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
    [said] = refusals(tmp_path, book({"S": sheet(ROWS, after=merged)}), NAME)
    assert said.startswith("escalations.xlsx (2021), rows 2 to 3, column B: cells are merged.")


def test_a_declared_dimension_is_not_believed(tmp_path: Path) -> None:
    for declared in ("A1:XFD1048576", "A1:A1000000000"):
        content = book({"S": sheet(ROWS, before=f'<dimension ref="{declared}"/>')})
        assert read(tmp_path, content, NAME).rows.height == 4


@pytest.mark.parametrize(
    "far, said",
    [
        ('<row r="1048576">' + text_cell("XFD1048576", "x") + "</row>", "more than 6,000,000 cells"),
        ('<row r="1000000000">' + text_cell("A1000000000", "x") + "</row>", "more than 6,000,000 cells"),
        ('<row r="9"><c r="ZZZZ9"><v>1</v></c></row>', "a cell is not in its row"),
        ('<row r="2"/>', "its rows are out of order"),
        ('<row r="1e9"/>', "not well-formed"),
    ],
)
def test_cells_far_away_are_refused_before_room_is_made_for_them(tmp_path: Path, far: str, said: str) -> None:
    content = book({"S": sheet(ROWS).replace("</sheetData>", far + "</sheetData>")})
    [message] = refusals(tmp_path, content, NAME)
    assert said in message


def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(200):
                part.write(b" " * 1024 * 1024)
    [said] = refusals(tmp_path, (tmp_path / "bomb.xlsx").read_bytes(), NAME)
    assert "unpacks to more than 100 MB" in said


@pytest.mark.parametrize(
    "content, said",
    [
        (b"a,b\n1,2\n", "is not a workbook"),
        (zipped({"a.txt": b"x"}), "is not a workbook"),
        (book({"S": sheet(ROWS)})[:-300], "is not a workbook, is damaged"),
        (book({"S": "<worksheet>"}), "is damaged: a part of it is not well-formed XML"),
        (
            book({"S": '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'}),
            "holds a document type declaration",
        ),
        (book({"S": sheet([["a", "b"]])}), "none of its first 30 rows holds the headings"),
        (book({"S": sheet([])}), "none of its first 30 rows holds the headings"),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused_with_the_reason(tmp_path: Path, content: bytes, said: str) -> None:
    [message] = refusals(tmp_path, content, "a.xlsx")
    assert message.startswith("a.xlsx (2021): ") and said in message


def test_a_link_to_another_workbook_is_not_followed_and_the_result_that_is_there_is_read(tmp_path: Path) -> None:
    rows = [ROWS[0], [*ROWS[1][:2], '<c r="{}" t="str"><f>[1]Sheet1!$A$1</f><v>linked</v></c>', *ROWS[1][3:]]]
    with zipfile.ZipFile(io.BytesIO(book({"S": sheet(rows)}))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main, links = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    reference = b'<externalReferences><externalReference r:id="rId98"/></externalReferences></workbook>'
    parts[main] = parts[main].replace(b"</workbook>", reference)
    link = f'<Relationship Id="rId98" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    parts[links] = parts[links].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    # A damaged part, at an address that would be reached for if it were read.
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink"
    target = '<Relationship Id="r" Type="x" TargetMode="External" Target="https://example.invalid/children.xlsx"/>'
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = f"<Relationships>{target}</Relationships>".encode()
    table = read(tmp_path, zipped(parts), NAME)
    assert table.rows.height == 1
    assert "linked" in table.rows.row(0)
