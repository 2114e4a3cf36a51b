"""What a cell says, whatever kind of file it is in: blanks, days and stand-ins for none, control characters."""

from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from kit.commands.cli import app
from kit.counting.figures import load_unprotected_figures
from kit.errors import KitError
from kit.intake.reading.days import form_of, read_days
from kit.intake.take_in import take_in
from kit.settings.load import load_settings
from tests.lib.made_up_files import REVIEWS, book, number_cell, read, read_all, refusals, sheet, text_cell
from tests.lib.small_councils import put, put_bytes, small_council

THEME = "escalation_id,child_id,raised_date,theme\n"


def one_day(cell: str, form: str = "", *, is_workbook: bool = False) -> tuple[str | None, bool]:
    """Return what a cell of a date column says, and whether that is a stand-in for no date."""
    found = read_days(pl.Series("d", [cell, None]), form, is_workbook=is_workbook)
    return found.cells[0], found.no_day[0]


@pytest.mark.parametrize(
    "cell",
    [
        "20/05/2020", "20/5/2020", "20.05.2020", "20-05-2020", "20 05 2020", "2020-05-20", "2020/05/20", "2020.05.20",
        "20200520", "20-May-2020", "20-MAY-2020", "20 May 2020", "20/May/2020", "20MAY2020", "20th May 2020",
        "20 may, 2020", "Wed 20 May 2020", "Wednesday, 20 May 2020", "May 20, 2020", "May 20 2020", "20-May-2020 14:30",
        "20/05/2020 02:30 PM", "20/05/2020 2:30:05 am", "20/05/2020 2pm", "20/05/2020, 14:30", "20/05/2020 02:30 p.m.",
        "2020-05-20T14:30:05.123", "2020-05-20 00:00:00.000", "May 20 2020  2:30PM", "May 20 2020 12:00:00:000AM",
        "43971", "43971.6", "2020-May-20", "2020-05-20T14:30:00Z", "2020-05-20 22:59:59.999+00:00",
        "2020-05-20T14:30:00+01:00", "2020-05-20 14:30:00.0000000 +01:00", "20/05/2020 02.30 PM", "20/05/2020 at 14:30",
    ],
)  # fmt: skip
def test_a_date_in_any_form_that_can_mean_one_day_only_is_that_day(cell: str) -> None:
    assert one_day(cell) == ("20/05/2020", False)


@pytest.mark.parametrize(
    "cell",
    [
        "20/05/20", "20-May-20", "05/20/2020", "2020-20-05", "31/11/2020", "2020", "202005", "may", "20 Mai 2020", "x",
        "01/04/-2021", "01/04/+20211", "01/04/20211", "-2021-04-01", "+12021-04-01", "1/4/202", "20/05/2020 noon",
        "2020-05-20T23:00:00Z", "2020-05-20T23:00:00+00:00", "2020-05-20T01:00:00+05:00", "20 05 14.30",
        "20 Mayor 2020", "12345", "200520200", "00/05/2020", "31/12/99",
    ],
)  # fmt: skip
def test_what_could_mean_another_day_or_none_stays_as_it_is(cell: str) -> None:
    assert one_day(cell) == (cell, False)


NO_DATES = [
    "01/01/0000", "01/01/0001", "01/01/1753", "30/12/1899", "31/12/1899", "01/01/1900", "31/12/9999", "01/01/2101",
    "31/12/1850", "0000-01-01", "1900-01-01", "1900-01-01T00:00:00", "01/01/1900 12:00 AM", "31-Dec-9999", "19000101",
    "0000-00-00", "00/00/0000", "0000-00-00 00:00:00", "00/01/1900", "0/1/1900", "12/31/9999", "12/30/1899 12:00 AM",
    "99991231", "9999-12-31 23:59:59.997", "1.1.1900", "1753/01/01", "0", "1", "2", "0.0", "2958465", "2958465.99999",
]  # fmt: skip


@pytest.mark.parametrize("cell", NO_DATES)
def test_a_stand_in_for_no_date_is_blank_in_any_form(cell: str) -> None:
    assert one_day(cell) == (None, True)
    assert one_day(cell, "%d-%b-%y") == (None, True)


@pytest.mark.parametrize("cell", ["02/01/1900", "31/12/2100", "2100-01-01", "2-Jan-1900"])
def test_the_first_and_last_days_are_days(cell: str) -> None:
    said, stands_in = one_day(cell)
    assert said is not None and said[2] == "/" and not stands_in


def test_a_column_of_plain_dates_with_one_stand_in_is_looked_at(tmp_path: Path) -> None:
    for cell in ("01/01/1900", "31/12/9999", "01/01/0000", "31/12/1899"):
        table = read(tmp_path, REVIEWS.replace("03/04/2020", cell))
        assert table.rows["REVIEW"].to_list() == [None, "07/08/2020"]
        assert table.listed.rows() == [(2, "REVIEW", "stand_in_for_no_date", cell)]


@pytest.mark.parametrize("cell", ["2/May/2020", "2 May 2020", "2-May-2020", "2020-05-02", "02.05.2020", "2020/05/02"])
def test_a_column_of_plain_dates_with_one_in_another_form_of_as_many_letters_is_looked_at(
    tmp_path: Path, cell: str
) -> None:
    table = read(tmp_path, REVIEWS.replace("03/04/2020", cell))
    assert table.rows["REVIEW"].to_list() == ["02/05/2020", "07/08/2020"]


def test_the_day_numbers_of_a_workbook_that_stand_for_no_date(tmp_path: Path) -> None:
    cells = [number_cell("{}", n, is_date=d) for n in (0, 1, 2, 2958465) for d in (True, False)]
    rows = [["escalation_id", "raised_date"], *([f"E{n}", cell] for n, cell in enumerate(cells))]
    table = read(tmp_path, book({"S": sheet(rows)}), "escalations.xlsx")
    assert table.rows["raised_date"].to_list() == [None] * 8
    assert table.listed["rule"].to_list() == ["stand_in_for_no_date"] * 8
    cells = [number_cell("{}", n) for n in (0, 2, 2958465 - 1462)]
    rows = [["escalation_id", "raised_date"], *([f"E{n}", cell] for n, cell in enumerate(cells))]
    table = read(tmp_path, book({"S": sheet(rows)}, from_1904=True), "escalations.xlsx")
    assert table.rows["raised_date"].to_list() == [None] * 3


RETURN = """<EXPSSDA903><CHILD><HEADER><CHILDID>1001</CHILDID><SEX>f</SEX><DOB>2003-02-24</DOB><ETHNIC>bcrb</ETHNIC>
<UASC>NULL</UASC><DUC>N/A</DUC><AREVIEW><REVIEW>3 April 2020 2:30 PM</REVIEW><REVIEW_CODE>pn1</REVIEW_CODE></AREVIEW>
</HEADER><EPISODE><DECOM>06.01.2017</DECOM><RNE>s</RNE><LS>c2</LS><PL>u4</PL><DEC>31/12/9999</DEC><REC>null</REC></EPISODE>
</CHILD></EXPSSDA903>"""


def test_the_return_as_xml_says_what_its_csv_files_would(tmp_path: Path) -> None:
    tables = {e.name: t for e, t in read_all(tmp_path, RETURN, "return.xml")}
    assert list(tables) == ["header", "episodes", "reviews"]
    episode = tables["episodes"].rows
    assert episode.select("DECOM", "DEC", "REC").rows() == [("06/01/2017", None, None)]
    assert tables["episodes"].listed.rows() == [
        (1, "DEC", "stand_in_for_no_date", "31/12/9999"),
        (1, "REC", "read_as_blank", "null in 1 row"),
    ]
    assert tables["reviews"].rows["REVIEW"].to_list() == ["03/04/2020"]
    places = small_council(tmp_path, (2021,))
    for name in ("header", "episodes", "reviews"):
        (places.raw / "2021" / f"{name}.csv").unlink()
    put_bytes(places, 2021, "return.xml", RETURN.replace(">f<", ">1<").encode())
    results = load_unprotected_figures(places, 2021).results
    took_part = results.filter(measure="children_took_part", breakdown="all")
    assert took_part.select("numerator", "denominator").rows() == [(1, 1)]
    placed = results.filter(measure="children_looked_after", breakdown="placement", category="Foster care, other")
    assert placed["numerator"].to_list() == [1]


@pytest.mark.parametrize("word", ["NULL", "Null", " n/a ", "NA", "None", "nan", "NaN", "#N/A", "-", "\u00a0-\u00a0"])
def test_a_word_for_a_blank_is_blank_in_every_kind_of_column(tmp_path: Path, word: str) -> None:
    headings = "child_id,review_date,iro_id,mode,late_reason,quality_score,system_due_date"
    content = f"{headings}\n{word},{word},{word},{word},{word},{word},{word}\n1,20/05/2020,I1,paper,ill,4,\n"
    table = read(tmp_path, content, "review_details.csv")
    assert table.rows.row(0) == (2, *[None] * 7)
    said = word.strip().strip("\u00a0")
    assert set(table.listed.select("row", "rule", "value").rows()) == {(1, "read_as_blank", f"{said} in 1 row")}
    assert table.listed.height == 7


@pytest.mark.parametrize("word", ["nil", "n.a.", "--", "unknown", ".", "nulls", "not applicable", "#REF!", "N/A!"])
def test_other_words_are_not(tmp_path: Path, word: str) -> None:
    table = read(tmp_path, f"{THEME}E1,1,20/05/2020,{word}\n", "escalations.csv")
    assert (table.rows["theme"].to_list(), table.listed.height) == ([word], 0)


MAPPING = """
mappings:
  "drp log":
    extract: escalations
    headings:
      {Ref: escalation_id, Child: child_id, Raised: raised_date, Subject: theme, Result: outcome, Stage: raised_stage}
    values:
      theme: {None: No theme, "-": Dash, "*": Other}
      outcome: {"n*": No result}
    leave_out: {Void: ["NULL"]}
"""


def test_a_word_that_the_mapping_names_keeps_its_meaning_and_a_star_alone_names_none(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(MAPPING, encoding="utf-8")
    head = "Ref,Child,Raised,Subject,Result,Stage,Void"
    rows = ["1,1001,20/05/2020,none,NA,1,N/A", "2,1001,20/05/2020,-,-,NULL,", "3,1001,20/05/2020,null,x,1,null"]
    put(places, 2021, "DRP log.csv", [head, *rows, "4,1001,20/05/2020,NULL,x,1,no", "5,1001,20/05/2020,odd,x,1,"])
    intake = take_in(places, 2021)
    stored = pl.read_parquet(intake.folder / "escalations" / "year=2021" / "escalations.parquet").sort("row")
    assert stored.select("escalation_id", "theme", "outcome").rows() == [
        ("1", "No theme", "No result"),
        ("2", "Dash", None),
        ("4", None, "x"),
        ("5", "Other", "x"),
    ]
    listed = intake.problems.filter(pl.col("rule").is_in(["read_as_blank", "left_out_by_mapping"]))
    assert listed.select("row", "column", "value").rows() == [
        (1, "outcome", "- in 1 row"),
        (1, "raised_stage", "NULL in 1 row"),
        (1, "theme", "NULL in 1 row, null in 1 row"),
        (4, "Void", None),
    ]


@pytest.mark.parametrize("quote", ['="{}"', '"=""{}"""'])
def test_a_text_that_is_written_as_a_formula_says_its_text(tmp_path: Path, quote: str) -> None:
    cells = ["E1", "0012", "20/05/2020", "Drift", "NULL", "01/01/1900", "1"]
    content = "escalation_id,child_id,raised_date,theme,outcome,resolved_date,raised_stage\n"
    content += ",".join(map(quote.format, cells)) + "\n" + "E2,2,20/05/2020,b,,,\n" * 5
    table = read(tmp_path, content, "escalations.csv")
    # Identifiers are compared with the return's first.
    assert table.rows.row(0) == (2, '="E1"', '="0012"', "20/05/2020", "Drift", None, None, "1")
    assert "5 texts written as formulas" in table.assumed


TWO_MAPPINGS = """
mappings:
  "lac reviews":
    - {extract: review_details, dates: "%d/%m/%y", headings: {Person: child_id, Held: review_date, Said: late_reason}}
    - {extract: reviews, headings: {Person: CHILD, Held: REVIEW}, leave_out: {Said: [N/A]}, only_where_missing: true}
"""


def test_two_mappings_of_one_file_read_its_cells_alike(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(TWO_MAPPINGS, encoding="utf-8")
    (places.raw / "2021" / "reviews.csv").unlink()
    put(places, 2021, "LAC reviews.csv", ["Person,Held,Said", "1001,20/06/20,n/a", "1002,22/06/20,NULL"])
    folder = take_in(places, 2021).folder
    details = pl.read_parquet(folder / "review_details" / "year=2021" / "review_details.parquet").sort("row")
    reviews = pl.read_parquet(folder / "reviews" / "year=2021" / "reviews.parquet")
    assert [str(day) for day in details["review_date"]] == ["2020-06-20", "2020-06-22"]
    assert details["late_reason"].to_list() == ["n/a", None]
    assert [str(day) for day in reviews["review_date"]] == ["2020-06-22"]


def test_a_control_character_anywhere_is_a_space(tmp_path: Path) -> None:
    theme = "Drift\x0b\x0b and\x00 delay\x1f\ufffe"
    for quoted in (theme, f'"{theme}"'):
        content = (
            f"{THEME}".replace("theme", "theme\x0b")
            + f"E1\x01,1,20/05/2020\x0c,{quoted}\n"
            + "E2,2,20/05/2020,Drift\n" * 20
        )
        table = read(tmp_path, content, "escalations.csv")
        assert table.rows.row(0) == (2, "E1", "1", "20/05/2020", "Drift and delay")
        assert table.listed.rows() == [
            (1, "theme", "control_character", None),
            (2, "escalation_id", "control_character", None),
            (2, "raised_date", "control_character", None),
            (2, "theme", "control_character", None),
        ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_half_a_surrogate_pair_is_a_space_and_a_whole_one_its_character(tmp_path: Path, encoding: str) -> None:
    content = f"{THEME}E1,1,20/05/2020,Drift\ud83d café\nE2,1,20/05/2020,\ud83d\ude00\n"
    table = read(tmp_path, content.encode(encoding, "surrogatepass"), "escalations.csv")
    assert table.rows["theme"].to_list() == ["Drift café", "\U0001f600"]
    assert table.listed.rows() == [(2, "theme", "control_character", None)]


def test_a_control_character_of_a_workbook_is_a_space(tmp_path: Path) -> None:
    rows = [
        ["escalation_id", "raised_date", "theme"],
        ["E1", "20/05/2020", text_cell("{}", "Drift_x000B_and_x0001_delay")],
    ]
    table = read(
        tmp_path, book({"S": sheet([[c.replace('r="{}"', 'r="C2"') for c in row] for row in rows])}), "escalations.xlsx"
    )
    assert table.rows["theme"].to_list() == ["Drift and delay"]
    assert table.listed.rows() == [(2, "theme", "control_character", None)]


def test_a_file_full_of_nul_bytes_is_damaged(tmp_path: Path) -> None:
    [said] = refusals(tmp_path, THEME.encode() + b"E1,1,20/05/2020,x\n" + b"\0" * 50, "escalations.csv")
    assert said.startswith("escalations.csv (2021): line 3 holds NUL bytes")


SETTINGS = """
name: "Bor\\x0Bough"
service: "the reviewing\\x01\\x02 service"
mappings:
  escalations: {extract: escalations, values: {theme: {D: "Dri\\x0Bft"}}}
"""


def test_a_control_character_of_the_settings_is_a_space(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    places.council_params.mkdir(parents=True)
    path = places.council_params / "council.yml"
    path.write_text(SETTINGS, encoding="utf-8")
    settings = load_settings(places, 2021)
    assert (settings.name, settings.service) == ("Bor ough", "the reviewing service")
    put(places, 2021, "escalations.csv", ["E1,1001,,20/05/2020,1,D,,,,"], "escalations")
    stored = pl.read_parquet(take_in(places, 2021).folder / "escalations" / "year=2021" / "escalations.parquet")
    assert stored["theme"].to_list() == ["Dri ft"]
    # As it is in the file, not as YAML writes it.
    path.write_text("name: Bor\x0bough\n", encoding="utf-8")
    assert load_settings(places, 2021).name == "Bor ough"


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["20/05/20", "01/06/20"], "%d/%m/%y"),
        (["20-May-20", "01-Jun-20 14:30"], "%d-%b-%y"),
        (["05/20/2020", "06/01/2020"], "%m/%d/%Y"),
        (["05/20/2020", "20/06/2020"], ""),
        (["20/05/2020", "NULL", "01/01/1900", "0"], ""),
        (["20/05/20", "soon"], ""),
        (["20052020"], "%d%m%Y"),
        ([], ""),
    ],
)
def test_the_form_of_dates_that_need_a_mapping_is_found(cells: list[str], form: str) -> None:
    given = pl.Series("d", cells, dtype=pl.String)
    assert form_of(given, whole=True) == form
    assert form_of(given) == ("" if form.startswith("%m") else form)


def test_a_form_is_tried_first_and_never_reads_a_year_of_two_digits_as_one_of_four() -> None:
    assert one_day("06/05/2020", "%m/%d/%Y") == ("05/06/2020", False)
    assert one_day("2020-06-05", "%m/%d/%Y") == ("05/06/2020", False)
    assert one_day("20-May-20", "%d-%b-%Y") == ("20-May-20", False)
    assert one_day("20-May-20 10:30", "%d-%b-%y %H:%M") == ("20/05/2020", False)
    assert one_day("12/31/9999", "%m/%d/%Y") == (None, True)


@pytest.mark.parametrize(
    ("written", "form"),
    [("{n:02d}/06/20", "%d/%m/%y"), ("06/{n:02d}/2020", "%m/%d/%Y"), ("{n:02d}-Jun-20", "%d-%b-%y")],
)
def test_a_stop_at_dates_names_the_mapping_that_map_proposes_and_once_written_it_is_read(
    tmp_path: Path, written: str, form: str
) -> None:
    places = small_council(tmp_path, (2021,))
    lines = [f"1001,{written.format(n=n)}" for n in range(10, 22)]
    path = put(places, 2021, "review_details.csv", ["child_id,review_date", *lines])
    with pytest.raises(KitError) as stopped:
        take_in(places, 2021)
    todo = f'say so in a mapping (dates: "{form}"), which python -m kit map <file> proposes.'
    for said in stopped.value.messages:
        assert said.endswith(f"Use dd/mm/yyyy, or, if {form} is how they are written, {todo}")
    words = ["map", str(path), "--params", str(places.params), "--council", "small", "--write"]
    assert CliRunner().invoke(app, words, catch_exceptions=False).exit_code == 0
    (mapping,) = load_settings(places, 2021).mappings
    assert (mapping.extract, mapping.headings, mapping.dates) == ("review_details", {}, form)
    stored = pl.read_parquet(take_in(places, 2021).folder / "review_details" / "year=2021" / "review_details.parquet")
    assert [str(d) for d in stored["review_date"]] == [f"2020-06-{n}" for n in range(10, 22)]


def test_map_says_of_dates_that_are_read_that_they_need_no_mapping(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = put(places, 2021, "send.csv", ["child_id,as_at_date", "1001,20-May-2020", "1002,21-May-2020"])
    said = CliRunner().invoke(app, ["map", str(path), "--params", str(places.params)], catch_exceptions=False)
    assert "no mapping is needed. Its dates (%d-%b-%Y) are read as they are." in " ".join(said.output.split())


def test_an_older_mapping_that_drops_times_is_read_without_a_word(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    places.council_params.mkdir(parents=True)
    mapping = "mappings:\n  reviews 903: {extract: reviews, headings: {Child: CHILD, Held: REVIEW}, drop_times: true}\n"
    (places.council_params / "council.yml").write_text(mapping, encoding="utf-8")
    (places.raw / "2021" / "reviews.csv").unlink()
    put(places, 2021, "reviews 903.csv", ["Child,Held", "1001,20/06/2020 02:30 PM"])
    intake = take_in(places, 2021)
    assert intake.notes == ()
    stored = pl.read_parquet(intake.folder / "reviews" / "year=2021" / "reviews.parquet")
    assert [str(day) for day in stored["review_date"]] == ["2020-06-20"]


@pytest.mark.parametrize(
    "word",
    ["(null)", "<NULL>", "[NULL]", "\\N", "<NA>", "NaT", "\u2013", "\u2014", "\u2212", "\u200b", "\ufeff"],
)  # fmt: skip
def test_what_other_programs_write_for_a_blank_is_blank(tmp_path: Path, word: str) -> None:
    content = f"escalation_id,child_id,raised_date,theme,resolved_date\nE1,1001,03/04/2020,{word},{word}\n"
    table = read(tmp_path, content, "escalations.csv")
    assert table.rows.select("theme", "resolved_date").rows() == [(None, None)]


UNSEEN = ["\u200b", "\u00ad", "\ufeff", "\u200e", "\u2060", "\u00a0"]


@pytest.mark.parametrize("mark", UNSEEN)
def test_what_cannot_be_seen_is_no_part_of_a_code_a_date_or_a_number(tmp_path: Path, mark: str) -> None:
    places = small_council(tmp_path, (2021,))
    before = load_unprotected_figures(places, 2021).results
    for name in ("episodes", "reviews"):
        path = places.raw / "2021" / f"{name}.csv"
        first, *others = path.read_text(encoding="utf-8").splitlines()
        # The first cell is an identifier, whose form is said.
        cells = [line.split(",") for line in others]
        marked = [",".join([line[0], *(f"{mark}{cell}{mark}" if cell else "" for cell in line[1:])]) for line in cells]
        path.write_text("\n".join([first, *marked, ""]), encoding="utf-8")
    assert load_unprotected_figures(places, 2021).results.equals(before)


def test_marks_of_direction_and_other_dashes_within_a_date(tmp_path: Path) -> None:
    for cell in (
        "\u200e20\u200e/\u200e05\u200e/\u200e2020",
        "20\u201105\u20112020",
        "20\u221205\u22122020",
        "20\u204405\u20442020",
    ):
        table = read(tmp_path, REVIEWS.replace("03/04/2020", cell))
        assert table.rows["REVIEW"].to_list() == ["20/05/2020", "07/08/2020"]


def test_what_cannot_be_seen_within_a_text_stays(tmp_path: Path) -> None:
    table = read(tmp_path, f"{THEME}E1,1001,03/04/2020,\u200bPlan\u200dned\u00ad\n", "escalations.csv")
    assert table.rows["theme"].to_list() == ["Plan\u200dned"]


def test_a_word_in_place_of_a_date_is_told_as_one_and_a_mapping_may_say_that_it_means_none(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    heading = "child_id,review_date,decisions_sent_date"
    put(places, 2021, "review_details.csv", [heading, "1001,20/06/2020,tbc", "1002,22/06/2020,23/06/2020"])
    with pytest.raises(KitError) as stopped:
        take_in(places, 2021)
    assert stopped.value.messages == (
        "review_details.csv (2021), row 2, decisions_sent_date: not a date. Leave the cell blank if no date is "
        'known; or, if the word in it means that, say so in a mapping (values: decisions_sent_date: {the word: ""}).',
    )
    places.council_params.mkdir(parents=True)
    mapping = (
        "mappings:\n  review_details:\n    extract: review_details\n    values: {decisions_sent_date: {TBC: ''}}\n"
    )
    (places.council_params / "council.yml").write_text(mapping, encoding="utf-8")
    assert take_in(places, 2021).problems.filter(rule="not_a_date").is_empty()
    (places.council_params / "council.yml").write_text(mapping.replace("''", "01/01/2020"), encoding="utf-8")
    with pytest.raises(KitError, match="a word in place of a date can be nothing alone"):
        load_settings(places, 2021)
