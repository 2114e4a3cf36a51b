"""Oddities of returns that other people's programs make up or write out: read, or listed with their row."""

import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from kit.intake.take_in import take_in
from kit.paths import CHECKOUT, Places
from kit.worklists.check_files import check_files
from tests.lib.small_councils import HEADINGS, put, put_bytes, small_council


def rows(places: Places, rule: str, year: int = 2021) -> list[tuple]:
    found = check_files(places, year).problems.filter(rule=rule)
    return found.select("extract", "row", "column").rows()


def test_a_return_of_2027_with_all_its_files_is_taken_in(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2027,))
    head = ["1001,M,01/06/2010,WBRI,A123456789012,,", "1002,F,02/07/2009,BCRB,B123456789012,0,"]
    put(places, 2027, "header.csv", head, "header")
    put(places, 2027, "DoLo.csv", ["CHILD,DOB,DOLO_START,DOLO_END", "1001,01/06/2010,03/06/2026,"])
    put(places, 2027, "sw.csv", ["CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "1001,01/06/2010,AB1,ZZ/06/2026,,MANAGE"])
    checked = check_files(places, 2027)
    assert checked.faults == ()
    assert {a.extract for a in checked.accounts} >= {"dolo", "sw_episodes"}
    assert not {"dfe_101", "not_a_date"} & set(checked.problems["rule"])


def test_a_year_of_two_digits_is_no_date_and_the_rows_are_named(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    lines = ["1001,01/06/2020,S,C2,N1,U6,PR1,24/11/20,E3,,,,", "1002,03/06/2020,S,V2,N1,K2,PR1,,,,,,"]
    put(places, 2021, "episodes.csv", lines, "episodes")
    checked = check_files(places, 2021)
    assert checked.faults == (
        "episodes.csv (2021), row 2, DEC: not a date. Use dd/mm/yyyy, or, if %d/%m/%y is how they are written, say so "
        'in a mapping (dates: "%d/%m/%y"), which python -m kit map <file> proposes.',
    )
    assert rows(places, "dfe_147") == [("episodes", 2, "DEC")]


@pytest.mark.parametrize("text", ["1/6/2020", " 01/06/2020 ", "01/06/2020 00:00:00", "2020-06-01 00:00:00.000"])
def test_a_day_is_read_however_it_is_padded(tmp_path: Path, text: str) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "review_details.csv", ["child_id,review_date", f"1001,{text}"])
    extract = pl.read_parquet(take_in(places, 2021).folder / "review_details" / "year=2021" / "review_details.parquet")
    assert extract["review_date"].cast(pl.String).to_list() == ["2020-06-01"]


def test_blank_texts_are_blank(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,20/06/2020,PN1", "1002,02/07/2005,   ,  "], "reviews")
    assert rows(places, "required_value_missing") == [("reviews", 3, "REVIEW")]
    # Neither date nor code is right by rule 167, and a blank date wrong by rule 166.
    assert rows(places, "dfe_167") == []
    assert rows(places, "dfe_166") == [("reviews", 3, "REVIEW")]


def test_columns_may_come_in_any_order_and_codes_as_decimals_are_listed(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    order = ["MOTHER", "CHILD", "ETHNIC", "DOB", "SEX", "MC_DOB", "UPN"]
    assert set(order) == set(HEADINGS["header"].split(","))
    lines = ["1.0,1002,WBRI,02/07/2005,2.0,,UN5", ",1001,WBRI,01/06/2010,1,,UN5"]
    put(places, 2021, "header.csv", [",".join(order), *lines])
    assert rows(places, "dfe_101") == [("header", 2, "SEX")]
    assert rows(places, "dfe_442") == []


def test_a_row_given_twice_is_kept_once_and_said_once(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    review = "1001,01/06/2010,20/06/2020,PN1"
    put(places, 2021, "reviews.csv", [review, "1002,02/07/2005,22/06/2020,PN3", review, review], "reviews")
    assert rows(places, "duplicate_row") == [("reviews", 2, "REVIEW"), ("reviews", 4, "REVIEW")]


# What holds no table at all, by the name that it goes under.
NO_TABLES = {
    "a zip": b"PK\x03\x04" + bytes(range(256)) * 40,
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n" + b"\0\x01stream" * 500,
    "NULs": b"CHILD,DOB,REVIEW,REVIEW_CODE\n1001,01/06/2010,20/06/2020,PN1\n" + b"\0" * 5000,
    "nothing": b"",
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10,
}


@pytest.mark.parametrize("what", sorted(NO_TABLES))
@pytest.mark.parametrize("ending", ["csv", "xlsx", "xml"])
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, what: str, ending: str) -> None:
    places = small_council(tmp_path, (2021,))
    put_bytes(places, 2021, f"other.{ending}", NO_TABLES[what])
    (fault,) = check_files(places, 2021).faults
    assert fault.startswith(f"other.{ending} (2021)") and fault.isprintable() and len(fault) < 400


BILLION_LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]><EXPSSDA903><CHILD><HEADER><CHILDID>&j;</CHILDID></HEADER></CHILD></EXPSSDA903>"
).encode()


def test_entities_are_refused_at_once(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put_bytes(places, 2021, "return.xml", BILLION_LAUGHS)
    (fault,) = check_files(places, 2021).faults
    assert "holds a document type declaration" in fault


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's own")
def test_what_means_harm_takes_little_memory_and_no_traceback(tmp_path: Path) -> None:
    """All of these at once, in a process of 1 GB of its own making."""
    places = small_council(tmp_path, (2021,))
    for name, content in NO_TABLES.items():
        put_bytes(places, 2021, f"{name}.csv", content)
    put_bytes(places, 2021, "return.xml", BILLION_LAUGHS)
    put_bytes(places, 2021, "quotes.csv", b'CHILD,DOB,REVIEW,REVIEW_CODE\n1,"' + b"x" * 20_000_000)
    put_bytes(places, 2021, "wide.csv", b"," * 5_000_000 + b"\n" + b"," * 5_000_000)
    given = os.environ | {"KIT_DATA": str(places.data), "KIT_PARAMS": str(places.params), "KIT_COUNCIL": "small"}
    code = (
        "import re, sys\nsys.argv[1:] = ['check', '--year', '2021']\nfrom kit.commands.cli import main\n"
        # What getrusage says may be of the process that started this one.
        "try:\n    main()\nfinally:\n    status = open('/proc/self/status').read()\n"
        "    print(re.search(r'VmHWM:\\s+(\\d+) kB', status)[1], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, env=given, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 1 and "Traceback" not in done.stderr
    *said, most = done.stderr.splitlines()
    assert int(most) < 1_000_000
    assert all(any(f"{name}.csv (2021)" in line for line in said) for name in [*NO_TABLES, "quotes", "wide"])
