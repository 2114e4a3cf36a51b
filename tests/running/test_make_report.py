import errno
import hashlib
import os
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kit.errors import KitError
from kit.paths import CHECKOUT, Places
from kit.running import make_report as making
from kit.running.make_report import make_report
from kit.running.prepare import Prepared
from kit.running.run_chapters import run_chapters
from tests.lib.notebook_files import notebook_file

STAMP = datetime(2026, 11, 21, 10, 0)  # noqa: DTZ001
Make = Callable[..., Path]


class MadeUpFigures(str):
    key, drawn, results, measures = "key", (), None, {}


def plain_pages(figures: Any, chapters: list[tuple[str, Any]], stamp: datetime, own: set[str]) -> dict[str, str]:
    words = ["".join(cell["source"]) for _, notebook in chapters for cell in notebook["cells"]]
    return {"report.html": f"{figures} {stamp:%Y} {[name for name, _ in chapters]} {words}\n"}


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Make a report of one notebook with made-up figures and page, and no kernel unless a test wants one."""
    monkeypatch.setattr(
        making.figures, "load_figures", lambda places, *_, **__: MadeUpFigures(f"figures of {places.council}")
    )
    monkeypatch.setattr(making, "chapter_key", lambda path, *_: hashlib.sha256(path.read_bytes()).hexdigest())
    monkeypatch.setattr(making, "prepare", lambda figures, places, paths: Prepared(tuple(paths), ()))
    monkeypatch.setattr(making, "pages", plain_pages)
    monkeypatch.setattr(making, "results_csv", lambda results: "measure,year\n")

    def run_without_kernels(paths: list[Path], parameters: object, out: Path, **_: object) -> list[Path]:
        out.mkdir(exist_ok=True)
        for path in paths:
            (out / path.name).write_bytes(path.read_bytes())
        return [out / path.name for path in paths]

    monkeypatch.setattr(making, "run_chapters", run_without_kernels)
    notebook_file(tmp_path / "notebooks", "01_first", "1 + 1")
    places = Places("abc", tmp_path / "data", tmp_path / "params", tmp_path / "reports")

    def call(year: int = 2021, **settings: Any) -> Path:
        given: dict[str, Any] = {"stamp": STAMP, "progress": False, "notebooks": tmp_path / "notebooks"}
        return make_report(places, year, **(given | settings))

    return call


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_report_is_made_by_papermill_and_made_again(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "run_chapters", run_chapters)
    folder = make()
    assert folder == tmp_path / "reports" / "abc" / "2021"
    assert files(tmp_path / "reports") == [
        "abc/2021/figures.csv",
        "abc/2021/notebooks/01_first.ipynb",
        "abc/2021/report.html",
    ]
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.startswith("figures of abc 2026 ['01_first']")
    assert 'council = "abc"' in page
    before = {name: (folder / name).read_bytes() for name in files(folder)}
    assert make() == folder
    assert {name: (folder / name).read_bytes() for name in files(folder)} == before


def test_a_trial_beside_the_chapters_stops_no_report(make: Make, tmp_path: Path) -> None:
    (tmp_path / "notebooks" / "Untitled.ipynb").write_text("{", encoding="utf-8")
    folder = make()
    assert files(folder) == ["figures.csv", "notebooks/01_first.ipynb", "report.html"]


def test_out_takes_the_place_of_the_reports_folder(make: Make, tmp_path: Path) -> None:
    assert make(out=tmp_path / "elsewhere") == tmp_path / "elsewhere" / "abc" / "2021"
    assert not (tmp_path / "reports").exists()


def test_a_chapter_that_fails_leaves_the_last_good_report_and_is_kept_beside_it(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "run_chapters", run_chapters)
    folder = make()
    before = (folder / "report.html").read_bytes()
    notebook_file(tmp_path / "notebooks", "01_first", "1 / 0")
    with pytest.raises(KitError, match=r"01_first\.ipynb, cell 3 .*reports/abc/failed/2021/01_first\.ipynb"):
        make()
    assert (folder / "report.html").read_bytes() == before
    assert files(tmp_path / "reports") == [
        "abc/2021/figures.csv",
        "abc/2021/notebooks/01_first.ipynb",
        "abc/2021/report.html",
        "abc/failed/2021/01_first.ipynb",
    ]
    assert sorted(path.name for path in folder.parent.iterdir()) == ["2021", "failed"]


@pytest.mark.parametrize("step", ["load_figures", "prepare", "run_chapters", "pages", "results_csv", "swap_in"])
@pytest.mark.parametrize(
    "fault", [KitError("Do this."), KeyboardInterrupt(), OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))]
)
def test_a_fault_at_any_step_leaves_the_last_good_report_and_nothing_else(
    make: Make, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    folder = make()

    def fail(*_: object, **__: object) -> None:
        raise fault

    place = {"load_figures": making.figures, "pages": making}
    monkeypatch.setattr(place.get(step, making), step, fail)
    with pytest.raises(KeyboardInterrupt if isinstance(fault, KeyboardInterrupt) else KitError):
        make(stamp=STAMP.replace(year=2027), force=True)
    assert "2026" in (folder / "report.html").read_text(encoding="utf-8")
    assert [path.name for path in folder.parent.iterdir()] == ["2021"]


def test_a_first_run_that_fails_leaves_no_report(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "pages", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make(year=2020)
    monkeypatch.setattr(making, "pages", plain_pages)
    assert [path.name for path in make(year=2021).parent.iterdir()] == ["2021"]


@pytest.mark.parametrize("place", [CHECKOUT, Path.home()])
def test_a_page_that_names_a_folder_of_this_computer_is_not_published(
    make: Make, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(making, "pages", lambda *_: {"report.html": f"made in {place}/x"})
    with pytest.raises(KitError, match=r"report\.html names a folder of this computer"):
        make()


def test_a_refused_notebook_stops_the_run_before_any_figure_is_counted(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook_file(tmp_path / "notebooks", "02_second", defaults="council = 'a'")
    monkeypatch.setattr(making.figures, "load_figures", lambda *_, **__: pytest.fail("counted"))
    with pytest.raises(KitError, match='no parameter "year"'):
        make()
    assert not (tmp_path / "reports").exists()


def test_a_file_in_the_place_of_the_reports_is_told(make: Make, tmp_path: Path) -> None:
    (tmp_path / "reports").touch()
    with pytest.raises(KitError, match="is not a folder, but a file"):
        make()


def test_two_runs_at_once_make_the_report_one_after_the_other(
    make: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inside: list[int] = []
    real = making.run_chapters

    def alone(*given: Any, **settings: Any) -> list[Path]:
        inside.append(1)
        assert len(inside) == 1
        started.set()
        more.wait(0.6)
        inside.pop()
        return real(*given, **settings)

    started, more = threading.Event(), threading.Event()
    monkeypatch.setattr(making, "run_chapters", alone)
    other = threading.Thread(target=make)
    other.start()
    started.wait(5)
    folder = make()
    other.join(10)
    assert files(folder) == ["figures.csv", "notebooks/01_first.ipynb", "report.html"]
    assert f"Another run (process {os.getpid()}) is making" in capsys.readouterr().err
    assert [path.name for path in folder.parent.iterdir()] == ["2021"]


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make links on Windows")
def test_a_linked_report_folder_is_filled_where_it_is(make: Make, tmp_path: Path) -> None:
    shared = tmp_path / "share" / "board"
    shared.mkdir(parents=True)
    (tmp_path / "reports" / "abc").mkdir(parents=True)
    (tmp_path / "reports" / "abc" / "2021").symlink_to(shared)
    assert make() == tmp_path / "reports" / "abc" / "2021"
    assert files(shared) == ["figures.csv", "notebooks/01_first.ipynb", "report.html"]
    assert (tmp_path / "reports" / "abc" / "2021").is_symlink()
    assert [p.name for folder in (shared.parent, tmp_path / "reports" / "abc") for p in folder.iterdir()] == [
        "board",
        "2021",
    ]


def test_a_full_disk_while_chapters_are_made_is_that_of_the_report(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(making, "run_chapters", full)
    with pytest.raises(KitError, match=r"reports/abc: nothing was changed, because the disk is full \(at "):
        make()
