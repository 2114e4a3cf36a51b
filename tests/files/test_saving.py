"""A CSV that is saved for a spreadsheet: in which place, who may read it, and what is left if it fails."""

import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.files import held_open
from kit.files.saving import BYTE_ORDER_MARK, refuse_place, save_csv
from kit.paths import CHECKOUT, Places

ROWS = ["measure,note\n", "reviews_held,Zoë – “late”\n"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    (tmp_path / "data" / "westshire" / "raw" / "2021").mkdir(parents=True)
    return Places("westshire", data=tmp_path / "data")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_is_utf_8_with_the_mark_by_which_excel_knows_it(tmp_path: Path) -> None:
    save_csv(ROWS, tmp_path / "figures.csv", internal=False)
    assert (tmp_path / "figures.csv").read_bytes() == (BYTE_ORDER_MARK + "".join(ROWS)).encode("utf-8")
    assert names(tmp_path) == ["figures.csv"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_an_internal_file_is_its_owners_alone_also_over_one_that_was_not(tmp_path: Path) -> None:
    save_csv(ROWS, tmp_path / "figures.csv", internal=False)
    assert stat.S_IMODE((tmp_path / "figures.csv").stat().st_mode) & 0o044
    save_csv(ROWS, tmp_path / "figures.csv", internal=True)
    assert stat.S_IMODE((tmp_path / "figures.csv").stat().st_mode) == 0o600


def test_what_fails_halfway_leaves_the_last_file_and_nothing_else(tmp_path: Path) -> None:
    def rows() -> Iterator[str]:
        yield ROWS[0]
        raise OSError(28, os.strerror(28))

    save_csv(ROWS, tmp_path / "figures.csv", internal=False)
    before = (tmp_path / "figures.csv").read_bytes()
    with pytest.raises(KitError, match="the disk is full"):
        save_csv(rows(), tmp_path / "figures.csv", internal=False)
    assert (tmp_path / "figures.csv").read_bytes() == before
    assert names(tmp_path) == ["figures.csv"]


def test_a_file_that_excel_has_open_is_named_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "figures.csv"
    to.write_text("last", encoding="utf-8")
    monkeypatch.setattr(held_open, "HOLDS_OPEN_FILES", True)
    monkeypatch.setattr(held_open, "SECONDS_BETWEEN", 0.001)
    really = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        if to in (self, target):
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(KitError) as refused:
        save_csv(ROWS, to, internal=False)
    assert f"{to.as_posix()} is open in another program. Close it there (in Excel, say)" in str(refused.value)
    assert names(tmp_path) == ["figures.csv"] and to.read_bytes() == b"last"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("figures.txt", "its name must end in .csv, as in figures.csv"),
        ("params/council.yml", "its name must end in .csv"),
        ("data", "is a folder. Name a file in it:"),
        ("there/is/none.csv", "there is no folder"),
        ("data/westshire/raw/2021/send.csv", "what is in a folder of raw files is read"),
        ("data/westshire/raw/send.csv", "what is in a folder of raw files is read"),
    ],
)
def test_a_place_where_it_would_do_harm_is_refused(tmp_path: Path, places: Places, name: str, said: str) -> None:
    with pytest.raises(KitError) as refused:
        refuse_place(tmp_path / name, places, internal=False)
    assert said in str(refused.value) and refused.value.wrong_use


def test_raw_files_of_another_council_and_behind_a_link_are_safe_too(tmp_path: Path, places: Places) -> None:
    elsewhere = tmp_path / "share"
    (tmp_path / "data" / "eastshire").mkdir()
    elsewhere.mkdir()
    try:
        (tmp_path / "data" / "westshire" / "link").symlink_to(places.raw, target_is_directory=True)
        (tmp_path / "data" / "eastshire" / "raw").symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        pytest.skip("Windows lets few people make links")
    for to in (tmp_path / "data/westshire/link/x.csv", tmp_path / "data/eastshire/raw/x.csv"):
        with pytest.raises(KitError, match="raw files"):
            refuse_place(to, places, internal=False)


def test_what_git_would_take_is_warned_of_and_refused_if_internal(tmp_path: Path, places: Places) -> None:
    folder = tmp_path / "their own work"
    folder.mkdir()
    assert refuse_place(folder / "figures.csv", places, internal=True) == "", "there is no git here"
    try:
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
    except OSError:
        pytest.skip("git is not installed")
    assert "Git does not ignore" in refuse_place(folder / "figures.csv", places, internal=False)
    with pytest.raises(KitError, match="git would take it, and it shows children"):
        refuse_place(folder / "figures.csv", places, internal=True)
    (folder / ".gitignore").write_text("*.csv\n", encoding="utf-8")
    assert refuse_place(folder / "figures.csv", places, internal=True) == ""


def test_of_this_project_git_takes_only_what_tests_compare_with(places: Places) -> None:
    if not (CHECKOUT / ".git").exists():
        pytest.skip("this is no clone")
    for folder in (CHECKOUT, CHECKOUT / "docs", CHECKOUT / "notebooks"):
        assert refuse_place(folder / "problems.csv", places, internal=True) == ""
    with pytest.raises(KitError, match="git would take it"):
        refuse_place(CHECKOUT / "tests" / "golden" / "problems.csv", places, internal=True)
