import json
from pathlib import Path

import pytest

from kit.commands.golden import refresh_notebooks
from kit.errors import KitError
from kit.paths import CHECKOUT
from kit.running.run_chapters import run_chapters
from tests.lib.notebook_files import notebook_file

GIVEN = {"council": "abc", "year": 2019}


@pytest.fixture
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def test_chapters_run_with_the_parameters_and_come_back_in_order(tmp_path: Path) -> None:
    paths = [
        notebook_file(tmp_path, "01", "import time; time.sleep(0.5)", "import kit.years; kit.years.label(year)"),
        notebook_file(tmp_path, "02", "import os; print(os.environ['KIT_DATA'], council, os.getpid() > 0)"),
    ]
    written = run_chapters(paths, GIVEN, tmp_path / "a", progress=False, environment={"KIT_DATA": "elsewhere"})
    again = run_chapters(paths, GIVEN, tmp_path / "b", progress=False, jobs=1, environment={"KIT_DATA": "elsewhere"})
    assert [path.name for path in written] == ["01.ipynb", "02.ipynb"]
    assert "'2018-19'" in written[0].read_text(encoding="utf-8")
    assert "elsewhere abc" in written[1].read_text(encoding="utf-8")
    assert [path.read_bytes() for path in written] == [path.read_bytes() for path in again]
    assert str(CHECKOUT) not in written[0].read_text(encoding="utf-8")


def test_what_is_printed_and_shown_is_in_the_order_in_which_it_came(tmp_path: Path) -> None:
    lines = ["for n in range(40):", "    print(n, end=' ')", "    display(n)", "print('end')", "len('four')"]
    path = notebook_file(tmp_path, "01", "\n".join(lines), "import sys; print('last', file=sys.stderr)")
    run_chapters([path], GIVEN, tmp_path / "out", progress=False)
    *_, first, second = json.loads((tmp_path / "out" / "01.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = [o.get("text") or o["data"]["text/plain"] for o in first["outputs"]]
    assert ["".join(words) for words in shown] == [w for n in range(40) for w in (f"{n} ", f"{n}")] + ["end\n", "4"]
    assert [(o["name"], o["text"]) for o in second["outputs"]] == [("stderr", ["last\n"])]


def test_an_output_that_no_notebook_may_hold_is_a_fault(tmp_path: Path) -> None:
    path = notebook_file(tmp_path, "01", "display({'text/plain': 1234567}, raw=True)")
    with pytest.raises(KitError, match=r"01\.ipynb.* a cell shows something that no notebook can hold") as refused:
        run_chapters([path], GIVEN, tmp_path / "out", progress=False)
    assert "1234567" not in refused.value.messages[0].partition("): ")[2]


def test_nothing_runs_if_one_notebook_is_refused(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    good = notebook_file(tmp_path, "01", f"open({str(mark)!r}, 'w').close()")
    bad = notebook_file(tmp_path, "02", defaults="council = 'a'")
    with pytest.raises(KitError, match='no parameter "year"'):
        run_chapters([good, bad], GIVEN, tmp_path / "out", progress=False)
    assert not mark.exists()


def test_every_way_to_fail_is_told_once_all_have_ended(tmp_path: Path, own_temporary_folder: Path) -> None:
    paths = [
        notebook_file(tmp_path, "01_good", "1"),
        notebook_file(tmp_path, "02_error", "# A comment\n1 / 0", "2"),
        notebook_file(tmp_path, "03_exit", "raise SystemExit(0)", "2"),
        notebook_file(tmp_path, "04_kit", "from kit.errors import KitError", "raise KitError('Do this.')"),
    ]
    failed = tmp_path / "failed"
    with pytest.raises(KitError) as refused:
        run_chapters(paths, GIVEN, tmp_path / "out", progress=False, failed=failed)
    expected = [
        "02_error.ipynb, cell 3 (# A comment): ZeroDivisionError: division by zero.",
        "03_exit.ipynb, cell 3 (raise SystemExit(0)): it stopped here, before its end",
        "04_kit.ipynb, cell 4 (raise KitError('Do this.')): Do this. As far as it ran it is kept in ",
    ]
    assert len(refused.value.messages) == len(expected)
    for message, words in zip(refused.value.messages, expected, strict=True):
        assert words in message
        assert "Traceback" not in message
    assert sorted(path.stem for path in failed.iterdir()) == [path.stem for path in paths[1:]]
    assert "ZeroDivisionError" in (failed / "02_error.ipynb").read_text(encoding="utf-8")
    assert [path.stem for path in (tmp_path / "out").iterdir()] == ["01_good"]
    assert not list(own_temporary_folder.iterdir())


def test_a_worker_that_cannot_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "IPython.py").write_text("raise ImportError('No IPython here')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(KitError, match=r"01\.ipynb: its Python process did not start\. ImportError: No IPython here"):
        run_chapters([notebook_file(tmp_path, "01")], GIVEN, tmp_path / "out", progress=False)


def test_golden_keeps_outputs_and_then_changes_nothing(tmp_path: Path) -> None:
    path = notebook_file(tmp_path, "01", "print(council, year)")
    assert refresh_notebooks([path], progress=False) == [path]
    first = path.read_bytes()
    assert b"sample 2021" in first
    assert b"injected" not in first
    assert refresh_notebooks([path], progress=False) == []
    assert path.read_bytes() == first


def test_golden_changes_no_notebook_if_one_fails(tmp_path: Path) -> None:
    paths = [notebook_file(tmp_path, "01", "print(1)"), notebook_file(tmp_path, "02", "1 / 0")]
    before = [path.read_bytes() for path in paths]
    with pytest.raises(KitError, match="02"):
        refresh_notebooks(paths, progress=False)
    assert [path.read_bytes() for path in paths] == before
