"""Extracts of which no file has changed are not read again, and what comes out is what reading all would give."""

import shutil
from pathlib import Path

import polars as pl
import pytest

from kit.extracts import EXTRACTS
from kit.intake import read as reading_files
from kit.intake.reading import RawFile
from kit.intake.take_in import take_in
from kit.paths import Places
from tests.lib.small_councils import put, small_council, two_years_of_the_sample

RETURN = {name for name, extract in EXTRACTS.items() if extract.statutory}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The sample council's last two years, with rows that are left out, as a council that may be changed."""
    return two_years_of_the_sample(tmp_path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[RawFile]:
    """The files that were read."""
    files: list[RawFile] = []
    real = reading_files._read_one

    def watched(file: RawFile, found: object) -> object:
        files.append(file)
        return real(file, found)

    monkeypatch.setattr(reading_files, "_read_one", watched)
    return files


def of(places: Places, kind: str, year: int = 2021) -> Path:
    return max(places.raw.glob(f"{year}/{kind}*"))


def without_its_last_row(path: Path) -> None:
    *lines, _ = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def an_escalation(places: Places) -> set[str]:
    without_its_last_row(of(places, "escalations"))
    return {"escalations"}


def an_early_send_record(places: Places) -> set[str]:
    without_its_last_row(of(places, "send", 2020))
    return {"send"}


def a_review(places: Places) -> set[str]:
    without_its_last_row(of(places, "reviews"))
    return RETURN


def a_file_that_is_gone(places: Places) -> set[str]:
    of(places, "exclusions").unlink()
    return {"exclusions"}


def a_newer_export(places: Places) -> set[str]:
    path = of(places, "escalations")
    copy = path.with_name("escalations@2021-06-30.csv")
    shutil.copyfile(path, copy)
    without_its_last_row(copy)
    return {"escalations"}


def another_name(places: Places) -> set[str]:
    of(places, "app_use").rename(of(places, "app_use").with_name("App Use.csv"))
    return {"app_use"}


CHANGES = [
    an_escalation,
    an_early_send_record,
    a_review,
    a_file_that_is_gone,
    a_newer_export,
    another_name,
]


def contents(places: Places) -> dict[str, bytes]:
    found = sorted(path for path in places.extracts.rglob("*") if path.is_file())
    return {path.relative_to(places.extracts).as_posix(): path.read_bytes() for path in found}


def test_what_is_taken_over_and_read_again_is_what_reading_all_gives(places: Places, read: list[RawFile]) -> None:
    for number, change in enumerate(CHANGES, 1):
        before = take_in(places, 2021)
        assert pl.read_parquet(places.extracts / "left_out.parquet").height and before.problems.height
        read.clear()
        touched = change(places)
        take_in(places, 2021)
        belonging = {(a.year, a.file) for a in before.accounts if a.extract in touched}
        there = {(file.year, file.name) for file in read}
        assert there and {p for p in there if p in {(a.year, a.file) for a in before.accounts}} <= belonging, change
        assert len(there) < len(before.accounts) / 2
        # What is read twice is looked at before it is; what was taken over wrongly stays so to the end.
        if number % 3 == 0:
            again = contents(places)
            shutil.rmtree(places.extracts)
            take_in(places, 2021)
            assert contents(places) == again, change


def test_a_file_that_holds_several_extracts_is_read_with_all_that_belong_to_them(
    tmp_path: Path, read: list[RawFile]
) -> None:
    places = small_council(tmp_path)
    put(places, 2020, "send.csv", ["1001,31/03/2020,N,,N,N"], "send")
    put(places, 2021, "send.csv", ["1001,31/03/2021,N,,N,N"], "send")
    put(places, 2021, "escalations.csv", ["e1,1001,i1,10/01/2021,1,Drift or delay,,,,"], "escalations")
    take_in(places, 2021)
    read.clear()
    # What was the file of escalations becomes one of SEND records: the earlier year's belongs to it now.
    put(places, 2021, "escalations.csv", ["1002,31/03/2021,N,,N,N"], "send")
    (places.raw / "2021" / "escalations.csv").rename(places.raw / "2021" / "send@2021-05-01.csv")
    take_in(places, 2021)
    assert {(file.year, file.name.partition("@")[0].removesuffix(".csv")) for file in read} == {
        (2020, "send"),
        (2021, "send"),
    }
    again = contents(places)
    shutil.rmtree(places.extracts)
    take_in(places, 2021)
    assert contents(places) == again


def test_all_is_read_if_a_setting_changes_or_what_was_left_out_is_lost(
    places: Places, read: list[RawFile], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = len({(a.year, a.file) for a in take_in(places, 2021).accounts})
    for spoil in (
        lambda: (places.council_params / "council.yml").open("a").write("moved_by: 35\n"),
        lambda: (places.extracts / "left_out.parquet").write_bytes(b""),
        lambda: monkeypatch.setattr("kit.intake.survey.code_hash", lambda *_: "other code"),
    ):
        read.clear()
        spoil()
        an_escalation(places)
        take_in(places, 2021)
        assert len(read) == number


def test_another_year_is_read_as_a_whole(places: Places, read: list[RawFile]) -> None:
    take_in(places, 2021)
    read.clear()
    take_in(places, 2020)
    assert {file.year for file in read} == {2020}
