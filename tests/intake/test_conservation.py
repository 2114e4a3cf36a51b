"""No row is lost: rows in = kept + superseded + listed, for every file of any council."""

import hashlib
import json
import tempfile
from pathlib import Path
from random import Random

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.extracts import EXTRACTS
from kit.intake.take_in import take_in
from kit.paths import CHECKOUT, Places
from tests.lib.small_councils import put, rows_of, small_council
from tests.oracle.councils import councils, write_council

LEFT_OUT = ["duplicate_row", "required_value_missing"]


def conserves_rows(places: Places, year: int) -> None:
    """Check every file's account against the file as Python's csv reader sees it, and against what was stored."""
    intake = take_in(places, year)
    assert len({(a.extract, a.year, a.file) for a in intake.accounts}) == len(intake.accounts)
    stored_files = set()
    for account in intake.accounts:
        raw = places.raw / str(account.year) / account.file
        where = f"{account.file} ({account.year})"
        if raw.suffix == ".csv":
            assert account.rows_in == len(rows_of(raw)), where
        parts = (account.rows_kept, account.rows_superseded, account.rows_listed)
        assert min(parts) >= 0 and account.rows_in == sum(parts), where
        folder = places.extracts / account.extract / f"year={account.year}"
        stored = pl.read_parquet(folder / f"{account.extract}.parquet")
        assert stored.schema == pl.Schema(EXTRACTS[account.extract].schema), where
        own = stored.filter(pl.col("file") == account.file)
        if own.height:
            stored_files.add((account.extract, account.year))
            assert own.height == stored.height, f"{where}: two exports in one extract"
            assert own["superseded"].sum() == account.rows_superseded, where
            assert own.height == account.rows_kept + account.rows_superseded, where
        # A row cannot do without its kind: if that is no code, the row goes.
        required = [column.heading for column in EXTRACTS[account.extract].columns if column.required]
        goes = pl.col("rule").is_in(LEFT_OUT) | ((pl.col("rule") == "unknown_code") & pl.col("column").is_in(required))
        listed = intake.problems.filter(pl.col("file") == account.file, pl.col("year") == account.year, goes)
        assert listed["row"].n_unique() == account.rows_listed, where
        assert not set(listed["row"]) & set(own["row"]), f"{where}: a row both kept and left out"
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        assert account.file in [entry["file"] for entry in manifest["files"]], where
        assert manifest["loaded_years"] == list(intake.years), where
    holds_once(places, intake.years)


def holds_once(places: Places, years: tuple[int, ...]) -> None:
    """Check that of one thing one row holds, and that it is the newest year's."""
    for extract in EXTRACTS.values():
        files = [
            places.extracts / extract.name / f"year={y}" / f"{extract.name}.parquet"
            for y in years
            if (places.extracts / extract.name / f"year={y}").is_dir()
        ]
        if not files:
            continue
        key = list(extract.key)
        rows = pl.concat(pl.read_parquet(f).with_columns(year=pl.lit(int(f.parent.name[5:]))) for f in files)
        rows = rows.drop_nulls(key)
        if extract.yearly:
            key.append("year")
        holding = rows.filter(~pl.col("superseded")).sort(key).select(*key, newest="year")
        newest = rows.group_by(key).agg(newest=pl.col("year").max()).sort(key)
        assert holding.equals(newest), extract.name


def spoil(rng: Random, council: dict) -> None:
    """Repeat rows, blank cells, add blank rows and unknown codes, without an unreadable date."""
    for files in council["folders"].values():
        for rows in files.values():
            for _ in range(rng.randint(0, 4)):
                row, column = rng.randrange(len(rows)), rng.choice(list(rows[0]))
                slip = rng.choice(["repeat", "blank cell", "blank row", "code", "key"])
                if slip == "repeat":
                    rows.insert(rng.randint(0, len(rows)), dict(rows[row]))
                elif slip == "blank cell" or (slip == "key" and "escalation_id" not in rows[0]):
                    rows[row][column] = rng.choice(["", "  "])
                elif slip == "blank row":
                    rows.insert(rng.randint(1, len(rows)), dict.fromkeys(rows[0], ""))
                elif slip == "code" and any(w in column for w in ("CODE", "SEX", "PLACE", "mode", "sen_", "stage")):
                    rows[row][column] = "?"


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(councils(), st.integers(0, 2**32))
def test_every_file_of_any_council_conserves_its_rows(council: dict, seed: int) -> None:
    spoil(Random(seed), council)
    with tempfile.TemporaryDirectory() as folder:
        places = Places("small", Path(folder), Path(folder), Path(folder))
        write_council(council, places.raw)
        conserves_rows(places, council["year"])


def test_the_sample_council_conserves_its_rows(tmp_path: Path) -> None:
    places = Places("sample", tmp_path, CHECKOUT / "params", tmp_path)
    (tmp_path / "sample").mkdir()
    places.raw.symlink_to(CHECKOUT / "data" / "sample" / "raw", target_is_directory=True)
    conserves_rows(places, 2021)


def test_the_newest_years_row_holds_and_older_ones_are_superseded_not_listed(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2019, 2020, 2021))
    # Still open in 2020 and 2021, ended in the last.
    for year, dec in ((2019, ""), (2020, ""), (2021, "05/05/2020")):
        put(places, year, "episodes.csv", [f"1001,01/06/2018,S,C2,N1,U6,PR1,{dec},,,,,"], "episodes")
    intake = take_in(places, 2021)
    accounts = {a.year: a for a in intake.accounts if a.extract == "episodes"}
    assert [(accounts[y].rows_kept, accounts[y].rows_superseded, accounts[y].rows_listed) for y in accounts] == [
        (0, 1, 0),
        (0, 1, 0),
        (1, 0, 0),
    ]
    by_the_kit = ~pl.col("rule").str.starts_with("dfe_")
    assert intake.problems.filter(by_the_kit, pl.col("extract") == "episodes").is_empty()


def test_later_years_are_never_read(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2019, 2020, 2021))
    put(places, 2021, "episodes.csv", ["not", "a", "file"])
    intake = take_in(places, 2020)
    assert intake.years == (2019, 2020)
    assert {a.year for a in intake.accounts} == {2019, 2020}


def test_of_several_exports_the_newest_holds_and_the_older_are_kept_as_superseded(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    put(places, 2021, "send@2021-04-01.csv", ["1001,01/03/2021,K,,,", "1002,not a date,Q,,,"], "send")
    put(places, 2021, "send@2021-05-01.csv", ["1001,01/03/2021,E,,,", "1001,01/03/2021,N,,,"], "send")
    intake = take_in(places, 2021)
    accounts = {a.file: a for a in intake.accounts if a.extract == "send"}
    old, new = accounts["send@2021-04-01.csv"], accounts["send@2021-05-01.csv"]
    assert (old.export_date, old.rows_in, old.rows_kept, old.rows_superseded, old.rows_listed) == (
        "2021-04-01", 2, 0, 2, 0,
    )  # fmt: skip
    assert (new.export_date, new.rows_in, new.rows_kept, new.rows_superseded, new.rows_listed) == (
        "2021-05-01", 2, 1, 0, 1,
    )  # fmt: skip
    # What is wrong with an older export is corrected in the newer: it is neither listed nor does it stop the run.
    assert set(intake.problems.filter(pl.col("extract") == "send")["file"]) == {"send@2021-05-01.csv"}
    stored = pl.read_parquet(places.extracts / "send" / "year=2021" / "send.parquet")
    assert stored["sen_provision"].to_list() == ["N"]


def test_a_files_hash_export_date_and_reading_are_in_the_account(tmp_path: Path) -> None:
    places = small_council(tmp_path, (2021,))
    path = places.raw / "2021" / "header.csv"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    (account,) = [a for a in take_in(places, 2021).accounts if a.extract == "header"]
    assert (account.sha256, account.export_date) == (digest, "")
    assert account.assumed == "UTF-8, comma, headings in row 1"
