"""Set-up does what is needed and no more, and says what went wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit import setup_environment
from kit.setup_environment import Environment, SetUpError, install, needed_steps, set_aside, set_up, stamp_for

EVERYTHING = ["anew", "packages", "kit"]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with locks and pyproject.toml, whose set-up is this file's to watch."""
    root = tmp_path / "a checkout"
    (root / "requirements").mkdir(parents=True)
    for group in setup_environment.GROUPS:
        (root / "requirements" / f"{group}.lock.txt").write_bytes(f"# {group}\nsix==1.17.0\n".encode())
    (root / "pyproject.toml").write_bytes(b"[project]\n")
    monkeypatch.setattr(setup_environment, "ROOT", root)
    monkeypatch.delenv("CONDA_PREFIX", raising=False)
    return root


@pytest.fixture
def pip_calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands in for pip and venv; the list fills with what was asked of them."""
    calls: list[str] = []

    def make_empty(environment: Environment) -> None:
        calls.append("venv")
        environment.folder.mkdir()
        environment.unfinished.touch()
        environment.python.parent.mkdir(parents=True)
        environment.python.symlink_to(sys.executable)

    monkeypatch.setattr(setup_environment, "make_empty", make_empty)
    monkeypatch.setattr(setup_environment, "run_pip", lambda _environment, what, *_: calls.append(what))
    return calls


posix_only = pytest.mark.skipif(os.name == "nt", reason="the stand-in for the environment is a symbolic link")


def test_nothing_installed_needs_everything(checkout: Path) -> None:
    assert needed_steps("report", {}, "") == EVERYTHING


def test_nothing_changed_needs_nothing(checkout: Path) -> None:
    assert needed_steps("report", stamp_for("report", "3.11"), "3.11") == []


def test_larger_group_serves_the_smaller(checkout: Path) -> None:
    assert needed_steps("report", stamp_for("test", "3.11"), "3.11") == []


def test_smaller_group_is_added_to(checkout: Path) -> None:
    assert needed_steps("test", stamp_for("report", "3.11"), "3.11") == ["packages"]


def test_changed_project_installs_the_kit_again_only(checkout: Path) -> None:
    stamp = stamp_for("report", "3.11")
    (checkout / "pyproject.toml").write_bytes(b"[project]\nname = 'x'\n")
    assert needed_steps("report", stamp, "3.11") == ["kit"]


def test_changed_lock_begins_anew(checkout: Path) -> None:
    stamp = stamp_for("report", "3.11")
    (checkout / "requirements" / "report.lock.txt").write_bytes(b"six==1.16.0\n")
    assert needed_steps("report", stamp, "3.11") == EVERYTHING


def test_other_line_ends_are_no_change(checkout: Path) -> None:
    stamp = stamp_for("report", "3.11")
    for path in (checkout / "requirements" / "report.lock.txt", checkout / "pyproject.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert needed_steps("report", stamp, "3.11") == []


def test_moved_checkout_begins_anew(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = stamp_for("report", "3.11")
    monkeypatch.setattr(setup_environment, "ROOT", checkout.rename(tmp_path / "elsewhere"))
    assert needed_steps("report", stamp, "3.11") == EVERYTHING


@pytest.mark.parametrize("version", ["", "3.12"])
def test_lost_or_other_python_begins_anew(checkout: Path, version: str) -> None:
    assert needed_steps("report", stamp_for("report", "3.11"), version) == EVERYTHING


@pytest.mark.parametrize("text", ["", "{", "[]", '{"group": "none"}'])
def test_damaged_stamp_is_no_stamp(tmp_path: Path, text: str) -> None:
    environment = Environment(tmp_path)
    environment.stamp.write_text(text, encoding="utf-8")
    assert environment.installed() == {}


@posix_only
def test_set_up_is_skipped_the_second_time(checkout: Path, pip_calls: list[str]) -> None:
    set_up("report")
    assert pip_calls == ["venv", "the packages that make a report", "the kit itself"]
    set_up("report")
    assert len(pip_calls) == 3
    set_up("lab")
    assert pip_calls[3:] == ["JupyterLab"]
    set_up("report")
    assert len(pip_calls) == 4


@posix_only
def test_killed_set_up_is_mended(checkout: Path, pip_calls: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    environment = set_up("report")
    environment.unfinished.touch()
    set_up("lab")
    assert pip_calls[3:] == ["venv", "JupyterLab", "the kit itself"]
    assert "not finished" in capsys.readouterr().err
    assert not environment.unfinished.exists()


@posix_only
def test_failed_set_up_leaves_the_last_good_one(
    checkout: Path, pip_calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = set_up("report")
    stamp = environment.stamp.read_bytes()

    def fail(*_: object) -> None:
        raise SetUpError("no connection")

    monkeypatch.setattr(setup_environment, "run_pip", fail)
    for steps in (["packages"], EVERYTHING):
        with pytest.raises(SetUpError):
            install(environment, "lab", steps)
        assert environment.stamp.read_bytes() == stamp
        assert not environment.unfinished.exists()
        assert sorted(path.name for path in checkout.glob(".venv*")) == [".venv", ".venv.lock"]
    assert set_up("report").version()


def test_folder_of_someone_else_is_refused_and_stays(checkout: Path) -> None:
    theirs = checkout / ".venv" / "notes.txt"
    theirs.parent.mkdir()
    theirs.write_text("mine", encoding="utf-8")
    with pytest.raises(SetUpError, match="not made by this kit"):
        set_aside(Environment(checkout / ".venv"))
    assert theirs.exists()


def test_active_conda_environment_is_used(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONDA_PREFIX", str(tmp_path))
    monkeypatch.setenv("CONDA_DEFAULT_ENV", "base")
    assert setup_environment.find_environment().folder == checkout / ".venv"
    monkeypatch.setenv("CONDA_DEFAULT_ENV", setup_environment.NAME)
    assert setup_environment.find_environment().folder == tmp_path


@posix_only
def test_the_bench_has_an_environment_of_its_own(checkout: Path, pip_calls: list[str]) -> None:
    bench = set_up("bench")
    assert bench.folder == checkout / ".venv-bench" and bench.installed()["group"] == "bench"
    assert not (checkout / ".venv").exists()
    report = set_up("report")
    assert report.folder == checkout / ".venv" and report.installed()["group"] == "report"
    pip_calls.clear()
    assert set_up("bench").installed() == bench.installed() and pip_calls == []


def test_wrong_use_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup_environment.main(["everything"]) == 2
    assert "GROUP is" in capsys.readouterr().err


def test_pip_failure_says_what_to_try(tmp_path: Path) -> None:
    environment = Environment(tmp_path)
    environment.python = Path(sys.executable)
    with pytest.raises(SetUpError) as error:
        setup_environment.run_pip(environment, "six", "install", "--no-index", "no-such-package-of-the-kit")
    assert "PIP_FIND_LINKS" in str(error.value)


def test_old_python_is_told_what_to_do(tmp_path: Path) -> None:
    code = (
        "import sys, runpy; sys.version_info = (3, 8, 18); sys.version = '3.8.18 (old)'\n"
        f"runpy.run_path({str(Path(setup_environment.__file__))!r}, run_name='__main__')"
    )
    environment = os.environ | {"PATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and found 3.8.18" in done.stderr
    assert "PYTHON=" in done.stderr


def test_the_environment_that_runs_this_is_stamped_as_complete() -> None:
    stamp = Path(sys.prefix) / "kit-setup.json"
    if not stamp.exists():
        pytest.skip("these tests run in an environment that make did not make")
    assert json.loads(stamp.read_text(encoding="utf-8"))["group"] == "test"
