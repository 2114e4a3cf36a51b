"""Personal data that are no part of the contract go nowhere: not into Parquet, the problems table or a message."""

import os
import stat
import time
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_problems, load_unprotected_figures
from kit.errors import KitError
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.protection.personal_data import is_nhs_number, looks_personal
from tests.lib.small_councils import put, small_council

NHS = "9434765919"
POSTCODE = "QX22 1SH"
SECRETS = ("Annabel", "Featherstone", NHS, "943 476 5919", POSTCODE, "QX221SH", "annabel@example.org", "private words")
DETAILS = "child_id,review_date,mode,late_reason,Forename,Surname,NHS,Postcode,Comments"


def details(places: Places, *lines: str) -> None:
    put(places, 2021, "review_details.csv", [DETAILS, *lines])


def everywhere(places: Places) -> str:
    """Return all that was written below the council's data, raw files left out, as text."""
    said = []
    for path in sorted((places.data / places.council).rglob("*")):
        if path.is_file() and "raw" not in path.relative_to(places.data).parts:
            if path.suffix == ".parquet":
                frame = pl.read_parquet(path)
                said.append(" ".join(map(str, frame.columns)) + str(frame.rows()))
                said.append(path.read_bytes().decode("latin-1"))
            else:
                said.append(path.read_bytes().decode("latin-1"))
    return "\n".join(said)


def test_names_nhs_numbers_postcodes_and_notes_outside_the_contract_go_nowhere(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    details(places, f"1001,20/06/2020,virtual,,Annabel,Featherstone,{NHS},{POSTCODE},private words")
    put(places, 2021, "header.csv", ["1001,1,01/06/2010,WBRI,A123456789012,0,", "1002,2,02/07/2005,BCRB,,9,"], "header")
    put(
        places,
        2021,
        "episodes.csv",
        [f"1001,01/06/2020,S,C2,N1,U6,PR1,,,,{POSTCODE},QX221SH,SC1", "1002,03/06/2020,S,V2,N1,K2,PR1,,,,,,"],
        "episodes",
    )
    load_unprotected_figures(places, 2021)
    written = everywhere(places)
    for secret in (*SECRETS, "A123456789012"):
        assert secret not in written, secret
    headings = load_problems(places, 2021).filter(pl.col("rule") == "column_not_used")["column"].to_list()
    assert headings == ["Comments", "Forename", "NHS", "Postcode", "Surname"]


def test_personal_data_in_a_column_of_the_contract_are_listed_and_not_kept(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    details(
        places,
        f"1001,20/06/2020,{NHS},moved to {POSTCODE},,,,,",
        "1002,22/06/2020,virtual,mail annabel@example.org,,,,,",
        "1002,23/06/2020,virtual,NHS 943 476 5919,,,,,",
        "1002,24/06/2020,virtual,sickness,,,,,",
    )
    intake = take_in(places, 2021)
    rows = pl.read_parquet(intake.folder / "review_details" / "year=2021" / "review_details.parquet").sort("row")
    assert rows["late_reason"].to_list() == [None, None, None, "sickness"]
    listed = intake.problems.filter(pl.col("rule") == "looks_personal")
    assert listed.select("row", "column", "value").rows() == [(n, "late_reason", None) for n in (2, 3, 4)]
    # The value of another rule is not shown either, if it looks personal.
    unknown = intake.problems.filter(pl.col("rule") == "unknown_code")
    assert unknown.select("row", "column", "value").rows() == [(2, "mode", None)]
    written = everywhere(places)
    assert not [s for s in SECRETS if s in written]


def test_a_column_with_many_goes_as_a_whole_and_is_not_supplied(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    details(places, *(f"1001,{day}/06/2020,virtual,lives at QX{day} 1SH,,,,," for day in range(10, 20)))
    intake = take_in(places, 2021)
    listed = intake.problems.filter(pl.col("rule") == "looks_personal")
    assert listed.select("row", "column", "value").rows() == [(1, "late_reason", None)]
    account = next(a for a in intake.accounts if a.extract == "review_details")
    assert "late_reason" in account.columns_not_supplied
    assert "1SH" not in everywhere(places)


def nhs_numbers(many: int) -> list[str]:
    return [n for n in (f"9{i:09}" for i in range(100_000, 200_000)) if is_nhs_number(n)][:many]


def test_children_identified_by_nhs_numbers_stop_the_run_unless_it_pseudonymises(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    details(places, *(f"{n},20/06/2020,virtual,,,,,," for n in nhs_numbers(6)))
    with pytest.raises(KitError) as raised:
        take_in(places, 2021)
    assert "identifiers that are nhs numbers" in str(raised.value)
    assert not [n for n in nhs_numbers(6) if n in str(raised.value)]
    key = tmp_path / "kit.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(f'pseudonymise: true\nkey_file: "{key.as_posix()}"\n')
    take_in(places, 2021)
    assert not [n for n in nhs_numbers(6) if n in everywhere(places)]


def test_ten_digit_numbers_of_the_councils_own_are_no_nhs_numbers(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    details(places, *(f"{1_000_000_000 + n},20/06/2020,virtual,,,,,," for n in range(60)))
    assert take_in(places, 2021).problems.filter(pl.col("rule") == "identifier_looks_personal").is_empty()


@pytest.mark.parametrize(
    "text", ["9434765919", "943 476 5919", "943-476-5919", "QX22 1SH", "m1 1ae", "a.b@example.org"]
)
def test_what_looks_personal(text: str) -> None:
    assert looks_personal(f"see {text}.")


@pytest.mark.parametrize(
    "text", ["9434765918", "1234567890", "19434765919", "QX22", "PN1", "C2", "IRO absent", "20/06/2020"]
)
def test_what_does_not_look_personal(text: str) -> None:
    assert not looks_personal(text)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_what_is_written_about_children_is_for_its_owner_alone(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    before = os.umask(0)
    try:
        load_unprotected_figures(places, 2021)
    finally:
        os.umask(before)
    for folder in (places.extracts, places.results):
        for path in (folder, *folder.rglob("*")):
            expected = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == expected, path


@pytest.mark.parametrize("unit", ["0", "a@", "@", "a@b.", "a.b ", "1-", "A1 1AA", "é", "94347 65919 "])
def test_a_huge_cell_is_looked_at_in_linear_time(unit: str) -> None:
    began = time.process_time()
    looks_personal(unit * (500_000 // len(unit)))
    assert time.process_time() - began < 2
