"""The workbook of a list: text as it is, headings that stay in view, sheets that Excel can hold."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import fastexcel
import polars as pl
import pytest

from kit.files import xlsx
from kit.files.xlsx import Sheet, write_workbook

TRICKY = ["0012345", "=1+1", "@x", "<&>\"'", "_x0041_", "line\nbreak", "01/02/2020", "née 5 – 6", None, " a "]


def written(folder: Path, rows: pl.DataFrame, **options: bool) -> Path:
    path = folder / "list.xlsx"
    write_workbook(path, [Sheet("Problems", rows, [(name, 12) for name in rows.columns], **options)])
    return path


def read_back(path: Path, sheet: str = "Problems") -> pl.DataFrame:
    return fastexcel.read_excel(path).load_sheet(sheet, dtypes="string").to_polars()


def test_text_comes_back_as_it_was(tmp_path: Path) -> None:
    rows = pl.DataFrame({"row": range(2, 2 + len(TRICKY)), "value": TRICKY})
    back = read_back(written(tmp_path, rows))
    # This reader does not undo Excel's escape, which Excel does.
    assert back["value"].str.replace("_x005F_", "_", literal=True).to_list() == TRICKY
    assert back["row"].to_list() == [str(n) for n in rows["row"]]


def test_no_cell_is_a_formula_and_no_control_character_spoils_the_file(tmp_path: Path) -> None:
    rows = pl.DataFrame({"value": ["=1+1", "a\x00b\x1bc", "x" * 40_000]})
    path = written(tmp_path, rows)
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            ElementTree.fromstring(book.read(name))
        text = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in text and ' t="s"' in text
    back = read_back(path)["value"].to_list()
    assert back[1] == "a\ufffdb\ufffdc" and len(back[2]) == 32_767


def test_headings_stay_in_view_filter_the_rows_and_have_widths(tmp_path: Path) -> None:
    path = written(tmp_path, pl.DataFrame({"a": ["1", "2"], "b": ["x", None]}))
    with zipfile.ZipFile(path) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in text and '<autoFilter ref="A1:B3"/>' in text and 'width="12"' in text


def test_a_long_list_goes_on_in_the_next_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "SHEET_ROWS", 5)
    monkeypatch.setattr(xlsx, "AT_A_TIME", 2)
    path = written(tmp_path, pl.DataFrame({"n": [str(n) for n in range(12)]}))
    assert fastexcel.read_excel(path).sheet_names == ["Problems", "Problems 2", "Problems 3"]
    found = [n for s in ("Problems", "Problems 2", "Problems 3") for n in read_back(path, s)["n"].to_list()]
    assert found == [str(n) for n in range(12)]
