"""The auditors' sheet: drawn from the children looked after, filled in, and taken in again as the audits extract."""

import json
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import fastexcel
import polars as pl
import pytest

from kit.counting.figures import load_problems, load_unprotected_figures
from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.files.xlsx import Sheet, write_workbook
from kit.intake.take_in import take_in
from kit.settings.audits import QUESTIONS
from kit.worklists.audit_sample import draw_sample
from tests.lib.worked import WorkedCouncil, a_council, drawn

EPISODES = """
    CHILD | DECOM      | DEC        | PLACE | files
    001   | 01/06/2019 |            | U6    | 2020 2021
    002   | 01/06/2019 |            | U6    | 2020 2021
    003   | 01/06/2019 |            | K2    | 2020 2021
    004   | 01/06/2019 |            | K2    | 2020 2021
    gone  | 01/06/2019 | 01/03/2020 | U6    | 2020
    late  | 01/06/2020 |            | U6    | 2021
    """


@pytest.fixture
def council(tmp_path: Path) -> WorkedCouncil:
    return a_council(tmp_path, (2020, 2021), episodes=EPISODES)


def read(path: Path) -> pl.DataFrame:
    return fastexcel.read_excel(path).load_sheet("Audits", dtypes="string").to_polars()


def test_a_row_a_child_and_question_with_answers_to_choose_from(council: WorkedCouncil) -> None:
    sample = draw_sample(council.places, 2020, 2, 7)
    rows = read(sample.sheet)
    assert tuple(rows.columns) == EXTRACTS["audits"].headings
    # One child of the two with carers, one of the two in the home; identifiers keep their zeros.
    children = rows["child_id"].unique(maintain_order=True).to_list()
    assert len(children) == 2 and children[0] in ("001", "002") and children[1] in ("003", "004")
    assert rows["question"].to_list() == [*QUESTIONS, *QUESTIONS]
    assert rows["audit_id"].unique(maintain_order=True).to_list() == ["A2020-7-001", "A2020-7-002"]
    assert rows.select("answer", "audited_date", "note").null_count().row(0) == (8, 8, 8)
    with zipfile.ZipFile(sample.sheet) as book:
        assert '<formula1>"yes,no,na"</formula1>' in book.read("xl/worksheets/sheet1.xml").decode()


def test_the_record_says_how_and_names_no_child(council: WorkedCouncil) -> None:
    sample = draw_sample(council.places, 2020, 2, 7, "Spring")
    text = (sample.sheet.parent / "drawn.json").read_text(encoding="utf-8")
    record = json.loads(text)
    assert (record["wave"], record["size"], record["drawn_from"], record["seed"]) == ("Spring", 2, 4, 7)
    assert record["as_at"] == "2020-03-31"
    assert record["strata"] == [["5–9, Children's home", 2, 1], ["5–9, Foster care, other", 2, 1]]
    assert not any(f'"{child}"' in text for child in ("001", "002", "003", "004"))


def test_sheet_and_record_are_for_their_owner_alone(council: WorkedCouncil) -> None:
    sheet = draw_sample(council.places, 2020, 2, 7).sheet
    assert sheet.relative_to(council.places.data).as_posix() == "worked/audits/2020-size-2-seed-7/audits.xlsx"
    for path in (sheet, sheet.parent / "drawn.json"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(sheet.parent.stat().st_mode) == 0o700


def test_the_same_seed_draws_the_same_bytes(council: WorkedCouncil, tmp_path: Path) -> None:
    first = draw_sample(council.places, 2020, 2, 7).sheet
    again = draw_sample(replace(council.places, data=copied(council, tmp_path / "again")), 2020, 2, 7).sheet
    assert first.read_bytes() == again.read_bytes()


def test_filled_in_it_is_the_audits_extract(council: WorkedCouncil) -> None:
    sheet = draw_sample(council.places, 2020, 2, 7, "Spring").sheet
    rows = read(sheet).with_columns(
        audited_date=pl.lit("01/06/2020"),
        answer=pl.when(pl.col("question") == QUESTIONS[0]).then(pl.lit("yes")).otherwise(pl.lit("no")),
    )
    # As Excel would keep it, but for its styles.
    raw = council.places.raw / "2021" / "audits.xlsx"
    write_workbook(raw, [Sheet("Audits", rows, [(heading, 10) for heading in rows.columns])])
    assert council.figures("audit_answers", "wave") == drawn("""
        year | Spring
        2020 | not supplied
        2021 | 2/8
    """)
    rules = load_problems(council.places, 2021).filter(extract="audits")["rule"].unique().to_list()
    assert rules == []
    (found,) = load_unprotected_figures(council.places, 2021).drawn
    assert found.wave == "Spring"


def test_rows_without_a_day_are_listed(council: WorkedCouncil) -> None:
    sheet = draw_sample(council.places, 2020, 2, 7).sheet
    (council.places.raw / "2021" / "audits.xlsx").write_bytes(sheet.read_bytes())
    listed = council.listed("required_value_missing")
    assert [row["column"] for row in listed] == ["audited_date"] * 8
    assert council.figures("audits_done")[1] == {"year": "2021", "all": "0"}


def test_the_councils_own_questions(tmp_path: Path) -> None:
    council = a_council(tmp_path, (2020,), episodes=EPISODES, settings='audits: {questions: ["Seen?", "Heard?"]}')
    assert read(draw_sample(council.places, 2020, 1, 1).sheet)["question"].to_list() == ["Seen?", "Heard?"]


@pytest.mark.parametrize("size", [0, -3, 5])
def test_a_size_of_none_or_of_more_than_there_are_is_refused(council: WorkedCouncil, size: int) -> None:
    with pytest.raises(KitError, match="4 children were looked after on 31 March 2020") as raised:
        draw_sample(council.places, 2020, size, 7)
    assert raised.value.wrong_use
    assert not council.places.audits.exists()


def test_a_year_that_is_not_there_is_refused(council: WorkedCouncil) -> None:
    with pytest.raises(KitError, match="no data for 2018"):
        draw_sample(council.places, 2018, 1, 7)


def test_a_sheet_is_never_overwritten_and_no_wave_is_drawn_twice(council: WorkedCouncil) -> None:
    sheet = draw_sample(council.places, 2020, 2, 7).sheet
    sheet.write_bytes(b"filled in")
    with pytest.raises(KitError, match="is there already, and is never overwritten"):
        draw_sample(council.places, 2020, 2, 7, "Another")
    with pytest.raises(KitError, match="is the wave of a sample"):
        draw_sample(council.places, 2020, 2, 8)
    assert sheet.read_bytes() == b"filled in"
    assert draw_sample(council.places, 2020, 2, 8, "Another").record.wave == "Another"


@pytest.mark.parametrize("wave", ["two\nlines", "x" * 65])
def test_a_waves_name_is_one_short_line(council: WorkedCouncil, wave: str) -> None:
    with pytest.raises(KitError, match="--wave"):
        draw_sample(council.places, 2020, 2, 7, wave)


def test_under_pseudonyms_the_sheet_has_the_case_systems_numbers_if_they_are_asked_for(
    council: WorkedCouncil, tmp_path: Path
) -> None:
    key = tmp_path / "kit.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    settings = f'pseudonymise: true\nkey_file: "{key.as_posix()}"\n'
    keyed = a_council(tmp_path / "keyed", (2020,), episodes=EPISODES, settings=settings)
    with pytest.raises(KitError, match="by which no auditor finds a child"):
        draw_sample(keyed.places, 2020, 2, 7)
    plain, sheet = draw_sample(council.places, 2020, 2, 7), draw_sample(keyed.places, 2020, 2, 7, real_ids=True).sheet
    assert read(sheet).equals(read(plain.sheet))
    assert "children drawn for audits, real identifiers" in (keyed.places.data / "worked" / "looked.log").read_text()
    # Filled in, it comes back with pseudonyms.
    rows = read(sheet).with_columns(audited_date=pl.lit("30/03/2020"), answer=pl.lit("yes"))
    columns = [(heading, 10) for heading in rows.columns]
    write_workbook(keyed.places.raw / "2020" / "audits.xlsx", [Sheet("Audits", rows, columns)])
    folder = take_in(keyed.places, 2020).folder
    taken = pl.read_parquet(sorted(folder.glob("audits/*/*.parquet")))
    assert taken.height and all(len(child) == 32 for child in taken["child_id"])


def copied(council: WorkedCouncil, folder: Path) -> Path:
    for path in sorted(council.places.raw.rglob("*.csv")):
        target = folder / "worked" / "raw" / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return folder
