"""What stops a run says its place: the sheet of a workbook, a file in another form, files to be put together."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_problems
from kit.errors import KitError
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.text import readable
from tests.lib.made_up_files import book, read_all, refusals, sheet, zipped
from tests.lib.small_councils import FILES, HEADINGS, put, put_bytes, small_council

ESCALATION = "E{},1001,,01/07/2020,1,Drift,,,,"
LINES = {name: [HEADINGS[name], *lines] for name, lines in FILES.items()}


def faults(places: Places) -> tuple[str, ...]:
    with pytest.raises(KitError) as raised:
        take_in(places, 2021)
    return raised.value.messages


def a_sheet(name: str, **changed: str) -> str:
    """Return the sheet of a core file of 2021, with values changed wherever they are."""
    lines = [line.replace("{before}", "2020") for line in LINES[name]]
    for old, new in changed.items():
        lines = [line.replace(old.strip("_"), new) for line in lines]
    return sheet([line.split(",") for line in lines])


def in_one_workbook(places: Places, **sheets: str) -> None:
    for name in FILES:
        (places.raw / "2021" / f"{name}.csv").unlink()
    put_bytes(places, 2021, "return.xlsx", book({name: a_sheet(name) for name in FILES} | sheets))


def test_a_fault_in_a_workbook_names_its_sheet(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    in_one_workbook(
        places,
        header=a_sheet("header").replace("01/06/2010", "June"),
        reviews=a_sheet("reviews").replace("01/06/2010", "June"),
    )
    assert faults(places) == (
        "return.xlsx (2021), sheet header, row 2, DOB: not a date. Use dd/mm/yyyy.",
        "return.xlsx (2021), sheet reviews, row 2, DOB: not a date. Use dd/mm/yyyy.",
    )


def test_what_is_listed_names_the_sheet_whoever_finds_it(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    in_one_workbook(
        places,
        episodes=a_sheet("episodes").replace("U6", "Q9"),
        reviews=a_sheet("reviews").replace("1002", "1003"),
    )
    problems = load_problems(places, 2021)
    files = dict(problems.filter(pl.col("file").is_not_null()).select("rule", "file").unique().iter_rows())
    assert files["dfe_146"] == "return.xlsx, sheet episodes"
    assert files["review_outside_care"] == "return.xlsx, sheet reviews"
    assert {account.file for account in take_in(places, 2021).accounts} == {"return.xlsx"}


def test_a_workbook_of_one_sheet_has_none_to_name(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    (places.raw / "2021" / "header.csv").unlink()
    put_bytes(places, 2021, "header.xlsx", book({"Any": a_sheet("header").replace("01/06/2010", "June")}))
    assert faults(places) == ("header.xlsx (2021), row 2, DOB: not a date. Use dd/mm/yyyy.",)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("reviews.xls", "save the workbook as XLSX, or each sheet as CSV."),
        ("LAC reviews.ods", "save the workbook as XLSX, or each sheet as CSV."),
        ("reviews.pdf", "it is neither CSV, XLSX nor XML. Export data as CSV or XLSX."),
        ("upload.zip", "it is neither CSV, XLSX nor XML. Export data as CSV or XLSX."),
        ("reviews", "it is neither CSV, XLSX nor XML. Export data as CSV or XLSX."),
        ("reviews.csv.gz", "it is neither CSV, XLSX nor XML. Export data as CSV or XLSX."),
    ],
)
def test_a_core_file_in_another_form_is_named_in_the_stop(tmp_path: Path, name: str, why: str) -> None:
    places = small_council(tmp_path, (2021,))
    path = places.raw / "2021" / "reviews.csv"
    path.rename(path.with_name(name))
    missing, other = faults(places)
    assert missing.endswith(
        "there is no reviews file. Every year needs header, episodes, reviews. It may be among the following:"
    )
    assert other == f"{name} (2021) was not read: {why}"


def test_a_core_file_in_another_folder_is_named_in_the_stop(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = places.raw / "2021" / "reviews.csv"
    (path.parent / "new").mkdir()
    path.rename(path.parent / "new" / path.name)
    assert (
        faults(places)[1] == "new (2021) was not read: it is a folder. Put its files beside it, in the year's folder."
    )
    (path.parent / "new" / path.name).rename(places.raw / "reviews.csv")
    (path.parent / "new").rmdir()
    assert "raw/reviews.csv was not read: files are in a folder named by the calendar year" in faults(places)[1]


@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
@pytest.mark.parametrize("name", ["reviews.txt", "LAC REVIEWS 2021.TXT"])
def test_text_with_the_headings_of_an_extract_is_read_as_csv_is(tmp_path: Path, name: str, delimiter: str) -> None:
    places = small_council(tmp_path, (2021,))
    (places.raw / "2021" / "reviews.csv").unlink()
    put(places, 2021, name, [line.replace(",", delimiter) for line in LINES["reviews"]])
    assert {a.file: a.rows_kept for a in take_in(places, 2021).accounts}[name] == 2


def test_other_text_is_told_of_and_stops_nothing_unless_its_name_is_an_extracts(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "readme.txt", ["These are the files of 2021.", "Ask the team."])
    put(places, 2021, "empty.txt", [])
    text = "was not read: it is text without the headings of an extract."
    for _ in range(2):
        assert [n.said for n in take_in(places, 2021).notes] == [
            f"empty.txt (2021) {text}",
            f"readme.txt (2021) {text}",
        ]
    put(places, 2021, "send.txt", ["These are the files of 2021.", "Ask the team."])
    (said,) = faults(places)
    assert said.startswith("send.txt (2021): none of its first 30 rows holds the headings of an extract.")
    (places.raw / "2021" / "send.txt").unlink()
    (places.raw / "2021" / "reviews.csv").unlink()
    assert f"readme.txt (2021) {text}" in faults(places)


def _halves(places: Places, *names: str) -> None:
    for number, name in enumerate(names):
        put(places, 2021, name, [HEADINGS["escalations"], ESCALATION.replace("{}", str(number))])


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (
            ("escalations_Q1.csv", "escalations_Q2.csv"),
            "escalations_Q1.csv and escalations_Q2.csv (2021) both hold escalations, and a year's escalations is one "
            "file. Put their rows together in one, called escalations.csv.",
        ),
        (
            ("drp a.csv", "drp b.txt", "drp c.csv"),
            "drp a.csv, drp b.txt and drp c.csv (2021) all hold escalations, and a year's escalations is one file. Put "
            "their rows together in one, called escalations.csv.",
        ),
        (
            ("escalations.csv", "escalations part 2.csv"),
            "escalations.csv and escalations part 2.csv (2021) both hold escalations, and a year's escalations is one "
            "file. Put their rows together in one, called escalations.csv.",
        ),
        (
            ("DRP log.csv",),
            "DRP log.csv (2021): its columns are those of escalations, which is known by its name. "
            "Name it escalations.",
        ),
        (
            ("Escalations.csv", "escalations.csv"),
            "Escalations.csv and escalations.csv (2021) both hold escalations, and a year's escalations is one file. "
            "Put their rows together in one, called escalations.csv. If one is a newer export of the same rows, name "
            "each by its export date (escalations@2021-04-19.csv): the newest alone counts.",
        ),
    ],
)
def test_files_of_one_extract_are_to_be_put_together(tmp_path: Path, names: tuple[str, ...], said: str) -> None:
    places = small_council(tmp_path, (2021,))
    _halves(places, *names)
    assert faults(places) == (said,)


def test_a_file_added_later_beside_one_that_was_read_is_to_be_put_together_with_it(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    _halves(places, "escalations.csv")
    take_in(places, 2021)
    _halves(places, "unused.csv", "escalations Q2.csv")
    (places.raw / "2021" / "unused.csv").unlink()
    assert "escalations.csv and escalations Q2.csv (2021) both hold escalations" in faults(places)[0]


def test_one_file_under_two_names_is_not_put_together_with_itself(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "reviews copy.csv", FILES["reviews"], "reviews")
    assert faults(places) == (
        "reviews copy.csv and reviews.csv (2021) are one file under two names. Take one of them out.",
    )


def test_dated_parts_of_a_year_are_told_of_as_older_and_newer_exports_are_not(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    (places.raw / "2021" / "reviews.csv").unlink()
    first, second = FILES["reviews"]
    put(places, 2021, "reviews H1@2020-10-01.csv", [first], "reviews")
    put(places, 2021, "reviews H2@2021-04-01.csv", [second], "reviews")
    assert [note.said for note in take_in(places, 2021).notes] == [
        "reviews H1@2020-10-01.csv (2021) counts as an older export of reviews H2@2021-04-01.csv: none of its 1 rows "
        "is used. If both hold, put their rows into one file."
    ]
    for name in ("reviews H1@2020-10-01.csv", "reviews H2@2021-04-01.csv"):
        (places.raw / "2021" / name).rename(places.raw / "2021" / name.replace(" H1", "").replace(" H2", ""))
    assert take_in(places, 2021).notes == ()


def test_a_code_that_is_not_known_is_told_with_the_codes_that_are(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "send.csv", ["1001,01/06/2020,X,ZZ,,"], "send")
    put(places, 2021, "escalations.csv", ["E1,1001,,01/07/2020,Stage One,Drift,,,,"], "escalations")
    put(places, 2021, "header.csv", ["1001,3,01/06/2010,WBRI,,,", "1002,2,02/07/2005,XXXX,,1,"], "header")
    problems = load_problems(places, 2021)
    said = dict(problems.select("column", "message").iter_rows())
    assert said["sen_provision"].endswith("Use a code of the list (E, K, N).")
    assert said["primary_need"].endswith("; all 14 are in data/README.md).")
    assert said["raised_stage"].endswith("Use a code of the list (informal, 1, 2, …).")
    assert "(WBRI, WIRI, WOTH, WIRT, WROM, MWBC, MWBA, MWAS, …; all 20 are in data/README.md)" in said["ETHNIC"]


def _renamed(data: bytes, new: Callable[[str], str], **changed: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as written:
        for part in package.namelist():
            text = package.read(part).decode()
            for old, other in changed.items():
                text = text.replace(old, other)
            info = zipfile.ZipInfo()
            info.filename = new(part)
            written.writestr(info, text)
    return out.getvalue()


WORKBOOK = book({"R": sheet([line.replace("{before}", "2020").split(",") for line in LINES["reviews"]])})


@pytest.mark.parametrize(
    "data",
    [
        _renamed(WORKBOOK, lambda name: name.replace("/", "\\")),
        _renamed(WORKBOOK, lambda name: name.replace("/", "\\"), **{"worksheets/sheet1.xml": "worksheets\\sheet1.xml"}),
        _renamed(WORKBOOK, lambda name: name, **{"worksheets/sheet1.xml": "\\xl\\worksheets\\sheet1.xml"}),
        _renamed(WORKBOOK, str.upper),
        _renamed(WORKBOOK, lambda name: f"/{name}"),
    ],
)
def test_a_workbook_with_odd_names_of_parts_is_read(tmp_path: Path, data: bytes) -> None:
    [(extract, table)] = read_all(tmp_path, data, "reviews.xlsx")
    assert extract.name == "reviews" and table.rows["CHILD"].to_list() == ["1001", "1002"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped({"a.txt": b"x"}), "is not a workbook that can be read."),
        (zipped({"content.xml": b"<office/>", "mimetype": b"x"}), "is not a workbook that can be read."),
        (
            _renamed(WORKBOOK, lambda name: name.replace("sheet1", "sheet9")),
            "is damaged: a sheet that it lists is not in it.",
        ),
        (b"\xd0\xcf\x11\xe0 and so on", "is not a workbook, is damaged, or has a password."),
    ],
)
def test_what_is_no_workbook_is_told_what_to_do(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(KitError) as raised:
        read_all(tmp_path, data, "reviews.xlsx")
    what_to_do = "Open it in Excel and save it again as XLSX, or as CSV."
    assert raised.value.messages == (f"reviews.xlsx (2021): {said} {what_to_do}",)


@pytest.mark.parametrize("unit", [" ", " \x0b", "a  ", "\x0b"])
def test_long_runs_of_spaces_in_settings_and_headings_take_no_time(unit: str) -> None:
    began = time.process_time()
    readable(f"x{unit * (400_000 // len(unit))}x")
    assert time.process_time() - began < 2


def test_many_lines_of_totals_and_many_merged_cells_take_no_time(tmp_path: Path) -> None:
    began = time.process_time()
    refusals(tmp_path, f"{HEADINGS['reviews']}\n" + "Total\n" * 200_000)
    rows = [line.split(",") for line in [HEADINGS["reviews"], "1,01/02/2010,03/04/2020,PN1"]]
    merged = "".join(f'<mergeCell ref="A{n}:D{n}"/>' for n in range(2, 50_000))
    tall = [*rows, *([["1", "01/02/2010", "03/04/2020", "PN1"]] * 100)]
    said = refusals(tmp_path, book({"R": sheet(tall, after=f"<mergeCells>{merged}</mergeCells>")}), "reviews.xlsx")
    assert len(said) == 21 and said[-1] == "reviews.xlsx (2021): 81 more merged cells like these."
    assert time.process_time() - began < 10
