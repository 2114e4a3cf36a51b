import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from kit.errors import KitError
from kit.files import disk_errors, held_open, swap
from kit.files.disk_errors import writing
from kit.files.locks import only_run, try_lock, unlock
from kit.files.swap import new_folder, recover, replacing, swap_in
from kit.paths import CHECKOUT


def filled(folder: Path, word: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.html").write_text(word, encoding="utf-8")
    return folder


def content(folder: Path) -> str:
    return (folder / "report.html").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["exchanged in one step", "put aside first"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "put aside first":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)


@pytest.mark.usefixtures("way")
def test_a_new_report_takes_the_place_of_the_old_and_nothing_else_is_left(tmp_path: Path) -> None:
    final = tmp_path / "2021"
    for word in ("first", "second", "third"):
        swap_in(filled(new_folder(final), word), final)
        assert content(final) == word
        assert names(tmp_path) == ["2021"]


def test_a_swap_that_fails_halfway_puts_the_old_report_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    final = filled(tmp_path / "2021", "old")
    with pytest.raises(OSError):
        swap_in(tmp_path / "not there", final)
    assert content(final) == "old"
    assert names(tmp_path) == ["2021"]


def test_a_file_in_the_place_of_the_report_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "2021").write_text("somebody's", encoding="utf-8")
    new = filled(tmp_path / "new", "new")
    with pytest.raises(KitError, match="not a folder, but a file"), writing(tmp_path):
        swap_in(new, tmp_path / "2021")
    assert (tmp_path / "2021").read_text(encoding="utf-8") == "somebody's"


def test_a_run_killed_between_the_two_steps_is_put_right_by_the_next(tmp_path: Path) -> None:
    final = tmp_path / "2021"
    filled(tmp_path / ".2021-before", "last good")
    filled(tmp_path / ".2021-new-4711", "half")
    recover(final)
    assert content(final) == "last good"
    assert names(tmp_path) == ["2021"]


def test_what_a_killed_run_left_is_removed_and_other_years_are_not_touched(tmp_path: Path) -> None:
    final = filled(tmp_path / "2021", "good")
    for name in (".2021-before", ".2021-new-1", ".2020-new-1"):
        filled(tmp_path / name, "half")
    recover(final)
    assert content(final) == "good"
    assert names(tmp_path) == [".2020-new-1", "2021"]


def test_a_second_run_says_so_once_and_waits(tmp_path: Path) -> None:
    lock = tmp_path / ".2021.lock"
    told: list[str] = []
    order: list[str] = []

    def second() -> None:
        with only_run(lock, told.append):
            order.append("second")

    with only_run(lock, told.append):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.5)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]
    assert told == [str(os.getpid())]
    assert names(tmp_path) == []


def test_the_lock_of_a_killed_run_does_not_hold(tmp_path: Path) -> None:
    lock = tmp_path / ".2021.lock"
    program = f"from pathlib import Path; from kit.files.locks import try_lock; f = try_lock(Path({str(lock)!r}))"
    program += "; print('locked', flush=True); import time; time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", program], cwd=CHECKOUT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"locked"
        assert try_lock(lock) is None
        other.kill()
        other.wait()
    assert lock.exists()
    file = try_lock(lock)
    assert file is not None
    unlock(file, lock)
    assert not lock.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "cannot be written to"),
        (errno.EROFS, "cannot be written to"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_an_error_of_the_disk_says_which_folder_and_what_to_do(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(KitError) as refused, writing(tmp_path):
        raise OSError(number, os.strerror(number), str(tmp_path / "report.html"))
    assert words in str(refused.value)
    assert (tmp_path / "report.html").as_posix() in str(refused.value)


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "reports").touch()
    with pytest.raises(KitError, match=r"reports is not a folder, but a file"), writing(tmp_path):
        (tmp_path / "reports" / "sample" / "2021").mkdir(parents=True)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files that another program has open, as Windows would have it: they cannot be written, nor their folder moved."""
    files: list[Path] = []
    for module in (disk_errors, held_open):
        monkeypatch.setattr(module, "HOLDS_OPEN_FILES", True)
    monkeypatch.setattr(held_open, "SECONDS_BETWEEN", 0.001)
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        if any(file.is_relative_to(self) or file == target for file in files):
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    return files


def test_a_file_that_is_open_in_excel_is_named_before_any_work_is_done(tmp_path: Path, held: list[Path]) -> None:
    final = filled(tmp_path / "2021", "last good")
    held.append(final / "report.html")
    with pytest.raises(KitError) as refused, writing(tmp_path):
        new_folder(final)
    assert "2021/report.html is open in another program. Close it there (in Excel, say), and run" in str(refused.value)
    assert (names(tmp_path), content(final)) == (["2021"], "last good")


def test_a_file_that_is_opened_while_the_report_is_made_is_named_and_the_last_report_stays(
    tmp_path: Path, held: list[Path]
) -> None:
    final = filled(tmp_path / "2021", "last good")
    new = filled(new_folder(final), "new")
    held.append(final / "report.html")
    with pytest.raises(KitError, match=r"2021/report.html is open in another program"), writing(tmp_path):
        swap_in(new, final)
    assert content(final) == "last good"
    held.clear()
    recover(final)
    assert (names(tmp_path), content(final)) == (["2021"], "last good")


def test_what_a_virus_scanner_holds_for_a_moment_is_moved_all_the_same(
    tmp_path: Path, held: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    final = filled(tmp_path / "2021", "last good")
    new = filled(new_folder(final), "new")
    held.append(final / "report.html")
    waits = iter(range(3))

    def wait(seconds: float) -> None:
        if next(waits) == 2:
            held.clear()

    monkeypatch.setattr(held_open.time, "sleep", wait)
    swap_in(new, final)
    assert (names(tmp_path), content(final)) == (["2021"], "new")


def test_what_is_left_of_the_report_before_and_still_open_is_named(
    tmp_path: Path, held: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    final = filled(tmp_path / "2021", "last good")
    left = filled(tmp_path / ".2021-before", "older") / "report.html"
    held.append(left)
    monkeypatch.setattr(swap.shutil, "rmtree", lambda *_, **__: None)
    with pytest.raises(KitError, match=r"\.2021-before/report.html is open in another program"), writing(tmp_path):
        recover(final)
    assert content(final) == "last good"


def test_a_full_disk_is_that_of_the_place_that_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports, temporary = tmp_path / "reports", tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    # The error of a write does not say of which file it is.
    for full in (reports, temporary):
        monkeypatch.setattr(disk_errors, "_fullest", lambda *given, full=full: full)
        with pytest.raises(KitError) as refused, writing(reports):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        assert f"the disk is full (at {full.as_posix()}). Free some space" in str(refused.value)
        assert ("TMPDIR" in str(refused.value)) == (full == temporary)


def test_of_two_disks_the_one_with_less_room_is_taken_for_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = {tmp_path / "a": 5, tmp_path / "b": 3}
    for folder in room:
        folder.mkdir()
    monkeypatch.setattr(swap.shutil, "disk_usage", lambda path: SimpleNamespace(free=room[path]))
    assert disk_errors._fullest(tmp_path / "a" / "2021", tmp_path / "b") == tmp_path / "b"
    assert disk_errors._fullest(tmp_path / "b", tmp_path / "a") == tmp_path / "b"


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make links on Windows")
@pytest.mark.usefixtures("way")
def test_a_linked_folder_is_filled_where_it_is_and_the_link_stays(tmp_path: Path) -> None:
    shared, reports = filled(tmp_path / "share" / "board", "old"), tmp_path / "reports"
    reports.mkdir()
    (reports / "2021").symlink_to(tmp_path / "chain")
    (tmp_path / "chain").symlink_to(shared)
    with replacing(reports / "2021") as new:
        filled(new, "new")
    assert content(shared) == content(reports / "2021") == "new"
    assert (reports / "2021").is_symlink()
    assert names(reports) == ["2021"] and names(shared.parent) == ["board"]


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make links on Windows")
def test_a_folder_whose_link_leads_nowhere_is_told_and_nothing_is_made_there(tmp_path: Path) -> None:
    (tmp_path / "2021").symlink_to(tmp_path / "share" / "board")
    (tmp_path / "reports").symlink_to(tmp_path / "share")
    for folder in (tmp_path / "2021", tmp_path / "reports" / "2021"):
        with pytest.raises(KitError, match="is a link to what is not there now"), replacing(folder):
            pass
    assert names(tmp_path) == ["2021", "reports"]


def test_a_path_that_is_too_long_for_windows_is_told(tmp_path: Path, held: list[Path]) -> None:
    long = tmp_path / ("a council with a long name" * 10) / "report.html"
    with pytest.raises(KitError) as refused, writing(tmp_path):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(long))
    assert f"has a path of {len(str(long))} letters, and Windows takes 259. Move the kit" in str(refused.value)
    with pytest.raises(KitError, match="No such file or directory"), writing(tmp_path):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(tmp_path / "report.html"))
