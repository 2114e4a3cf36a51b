"""Pseudonyms switched on or off, or another key: nothing that was made before is left, but what people work in."""

import errno
import io
import os
import re
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_figures, load_problems
from kit.errors import KitError
from kit.paths import Places
from kit.protection import other_keys
from kit.protection.other_keys import RECORD, forget_other_keys
from kit.protection.pseudonyms import ENVIRONMENT, SecretKey
from kit.worklists.audit_sample import draw_sample
from kit.worklists.check_files import check_files
from tests.lib.small_councils import put, small_council

ONE, OTHER = bytes(range(32)), bytes(reversed(range(32)))
CHILDREN = ("1001", "1002", "7777")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    monkeypatch.setattr(other_keys, "CHECKOUT", tmp_path)
    monkeypatch.setattr(other_keys, "NOTEBOOKS", tmp_path / "notebooks")
    places = small_council(tmp_path)
    for year in (2020, 2021):
        # A child whom the return does not know, and a date that is late, are listed by their identifiers.
        put(places, year, "escalations.csv", ["E1,7777,I1,01/07/{before},1,Drift,01/06/{before},1,,"], "escalations")
    places.council_params.mkdir(parents=True)
    return places


def switch(places: Places, secret: bytes | None) -> None:
    settings = places.council_params / "council.yml"
    if secret is None:
        settings.unlink(missing_ok=True)
        return
    key = places.data.parent / "kit.key"
    key.write_bytes(secret)
    key.chmod(0o600)
    settings.write_text(f'pseudonymise: true\nkey_file: "{key.as_posix()}"\n', encoding="utf-8")


def make_all(places: Places) -> None:
    """Make figures, lists and extracts of both years and a part of one, and what a run that failed leaves."""
    for year in (2020, 2021):
        load_figures(places, year)
        check_files(places, year)
    load_figures(places, 2021, date(2020, 9, 30))
    for folder in (places.failed / "2021", places.chapters / "2021", places.data / "small" / ".extracts-new-17"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "01_chapter.ipynb").write_text("child 1001", encoding="utf-8")


def texts(path: Path) -> str:
    """Return what a file holds as text, whatever its form."""
    if path.suffix == ".parquet":
        return pl.read_parquet(path).with_columns(pl.all().cast(pl.String, strict=False)).write_csv()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return path.read_bytes().decode("utf-8", "replace")


def naming(places: Places, words: tuple[str, ...]) -> list[str]:
    """Return the files beside the raw ones and people's own in which one of the words is."""
    own = [places.raw, places.audits]
    files = [p for folder in (places.data / "small", places.reports) for p in sorted(folder.rglob("*")) if p.is_file()]
    mine = [p for p in files if not any(p.is_relative_to(folder) for folder in own)]
    # A hash may have the same digits by chance.
    pattern = re.compile(rf"(?<![0-9a-f])({'|'.join(words)})(?![0-9a-f])")
    return [p.relative_to(places.data.parent).as_posix() for p in mine if pattern.search(texts(p))]


@pytest.mark.parametrize(
    ("before", "after", "by"),
    [(None, ONE, load_figures), (ONE, OTHER, check_files), (ONE, None, load_problems)],
    ids=["on", "to another key", "off"],
)
def test_nothing_that_was_made_under_another_key_is_left(
    places: Places,
    before: bytes | None,
    after: bytes | None,
    by: Callable[[Places, int], object],
    capfd: pytest.CaptureFixture[str],
) -> None:
    switch(places, before)
    make_all(places)
    words = CHILDREN if before is None else tuple(SecretKey(before).pseudonym("child", child) for child in CHILDREN)
    made = naming(places, words)
    assert {"data/small/problems/2020/problems.csv", "data/small/problems/2021/problems.xlsx"} <= set(made)
    assert any(name.startswith("data/small/results/2021-at-2020-09-30/") for name in made)
    switch(places, after)
    capfd.readouterr()
    by(places, 2021)
    assert naming(places, (*words, "child 1001")) == []
    said = capfd.readouterr().err
    assert f"Pseudonyms were switched {'on' if after else 'off'}, or their key is another" in said
    assert "small/problems/, " in said and "made again when you ask for it" in said
    # Once only.
    by(places, 2021)
    assert capfd.readouterr().err == ""


def test_what_people_work_in_is_named_and_left(places: Places, capfd: pytest.CaptureFixture[str]) -> None:
    sheet = draw_sample(places, 2021, 1, 7).sheet
    work = places.data.parent / "work" / "small"
    work.mkdir(parents=True)
    (work / "mine.ipynb").write_text("1001", encoding="utf-8")
    switch(places, ONE)
    load_figures(places, 2021)
    said = capfd.readouterr().err
    assert "People work in these, so they are left, and may name children as before: " in said
    assert f"{sheet.parent.as_posix()}/, " in said and f"{work.as_posix()}/" in said
    assert sheet.is_file() and (work / "mine.ipynb").is_file()


def test_of_what_an_older_kit_made_the_key_is_not_known(places: Places, capfd: pytest.CaptureFixture[str]) -> None:
    check_files(places, 2020)
    (places.data / "small" / RECORD).unlink()
    # Without pseudonyms nothing can be in it that is not told anyway.
    assert forget_other_keys(places, None) == [] and naming(places, CHILDREN)
    (places.data / "small" / RECORD).unlink()
    switch(places, ONE)
    load_figures(places, 2021)
    assert "It is not known under which key of pseudonyms this was made, so it is removed" in capfd.readouterr().err
    assert naming(places, CHILDREN) == []


def test_a_run_that_is_stopped_before_all_is_removed_goes_on_the_next_time(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    check_files(places, 2020)
    switch(places, ONE)
    with monkeypatch.context() as patch:
        patch.setattr(other_keys.shutil, "rmtree", refuse)
        with pytest.raises(KitError, match=r"cannot be written to\. Close whatever has it open"):
            load_figures(places, 2021)
    assert naming(places, CHILDREN)
    load_figures(places, 2021)
    assert naming(places, CHILDREN) == []


def test_data_that_stop_the_run_leave_no_real_identifiers_behind(places: Places) -> None:
    check_files(places, 2020)
    switch(places, ONE)
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,no day,PN1"], "reviews")
    with pytest.raises(KitError, match="not a date"):
        load_figures(places, 2021)
    assert naming(places, CHILDREN) == []


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make links on Windows")
def test_a_linked_folder_is_emptied_and_stays_a_link(places: Places, tmp_path: Path) -> None:
    check_files(places, 2020)
    shared = tmp_path / "share"
    places.problems.rename(shared)
    places.problems.symlink_to(shared)
    switch(places, ONE)
    load_figures(places, 2021)
    assert places.problems.is_symlink() and list(shared.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_record_of_the_key_names_no_key_and_is_for_its_owner_alone(places: Places) -> None:
    switch(places, ONE)
    load_figures(places, 2021)
    record = places.data / "small" / RECORD
    assert record.read_text(encoding="utf-8") == f"{SecretKey(ONE).fingerprint}\n"
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
