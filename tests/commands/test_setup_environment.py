"""Set-up does what is needed and no more, and says what went wrong."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from unittest.mock import patch

import pytest

from kit.commands import setup_environment
from kit.commands.setup_environment import Environment, SetUpError, install, needed_steps, set_aside, set_up, stamp_for
from kit.paths import KIT

EVERYTHING = ["again", "packages", "kit"]


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


def test_changed_lock_begins_again(checkout: Path) -> None:
    stamp = stamp_for("report", "3.11")
    (checkout / "requirements" / "report.lock.txt").write_bytes(b"six==1.16.0\n")
    assert needed_steps("report", stamp, "3.11") == EVERYTHING


def test_other_line_ends_are_no_change(checkout: Path) -> None:
    stamp = stamp_for("report", "3.11")
    for path in (checkout / "requirements" / "report.lock.txt", checkout / "pyproject.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert needed_steps("report", stamp, "3.11") == []


def test_moved_checkout_begins_again(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stamp = stamp_for("report", "3.11")
    monkeypatch.setattr(setup_environment, "ROOT", checkout.rename(tmp_path / "elsewhere"))
    assert needed_steps("report", stamp, "3.11") == EVERYTHING


@pytest.mark.parametrize("version", ["", "3.12"])
def test_lost_or_other_python_begins_again(checkout: Path, version: str) -> None:
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
def test_killed_set_up_is_put_right(checkout: Path, pip_calls: list[str], capsys: pytest.CaptureFixture[str]) -> None:
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


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def repository(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The checkout as git keeps it, with the settings of no one."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    subprocess.run(["git", "init", "-q", checkout], check=True)
    return checkout


def hooks_path(repository: Path) -> str:
    done = subprocess.run(["git", "-C", repository, "config", "core.hooksPath"], capture_output=True, text=True)
    return done.stdout.strip()


@posix_only
@needs_git
def test_git_is_told_once_to_check_commits(
    repository: Path, pip_calls: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        set_up("report")
        assert hooks_path(repository) == "kit/protection/commits/hooks"
    said = "Git checks every commit for children's data from now on (core.hooksPath = kit/protection/commits/hooks)."
    assert capsys.readouterr().err.splitlines().count(said) == 1
    subprocess.run(["git", "-C", repository, "config", "--unset", "core.hooksPath"], check=True)
    set_up("report")
    assert hooks_path(repository) == "", "someone took it out"


@posix_only
@needs_git
def test_a_checkout_of_before_is_led_to_where_the_hooks_are_now(repository: Path, pip_calls: list[str]) -> None:
    subprocess.run(["git", "-C", repository, "config", "core.hooksPath", "kit/protection/commits/hooks"], check=True)
    set_up("report")
    assert hooks_path(repository) == "kit/protection/commits/hooks"


@posix_only
@needs_git
@pytest.mark.parametrize("theirs", ["core.hooksPath", "pre-push"])
def test_hooks_that_are_there_stay(
    repository: Path, pip_calls: list[str], capsys: pytest.CaptureFixture[str], theirs: str
) -> None:
    if theirs == "core.hooksPath":
        subprocess.run(["git", "-C", repository, "config", theirs, "elsewhere"], check=True)
    else:
        (repository / ".git" / "hooks" / theirs).write_text("#!/bin/sh\n", encoding="utf-8")
    for _ in range(2):
        set_up("report")
    assert hooks_path(repository) == ("elsewhere" if theirs == "core.hooksPath" else "")
    check = "kit/protection/commits/hooks/pre-commit"
    said = f"Git's hooks stay as they are. To check commits for children's data, let them run {check}."
    assert capsys.readouterr().err.splitlines().count(said) == 1


@posix_only
@needs_git
@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("git", "there is no git here."),
        ("its own", "this folder is a part of another git repository."),
    ],
)
def test_set_up_goes_on_without_git_and_says_so_once(
    repository: Path,
    pip_calls: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    missing: str,
    said: str,
) -> None:
    if missing == "git":
        monkeypatch.setattr(setup_environment.shutil, "which", lambda _: None)
    else:
        (repository / ".git").rename(repository.parent / (".git" if missing == "its own" else "gone"))
    for _ in range(2):
        assert set_up("report").version()
    assert capsys.readouterr().err.count(f"Commits are not checked for children's data: {said}") == 1


@posix_only
def test_an_unpacked_archive_is_set_up_without_a_word_of_git(
    checkout: Path, pip_calls: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert set_up("report").version()
    assert "git" not in capsys.readouterr().err.lower()


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


@pytest.mark.parametrize("has_wheels", [False, True])
def test_pip_failure_says_what_to_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_wheels: bool) -> None:
    environment = Environment(tmp_path)
    environment.python = Path(sys.executable)
    monkeypatch.setattr(setup_environment, "WHEELS", tmp_path / "wheels")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    if has_wheels:
        (tmp_path / "wheels").mkdir()
        (tmp_path / "wheels" / "six-1.17.0-py2.py3-none-any.whl").touch()
    with pytest.raises(SetUpError) as error:
        setup_environment.run_pip(environment, "six", "install", "--no-index", "no-such-package-of-the-kit")
    said = "was taken for all packages, as it is there" if has_wheels else "no internet here: fill the folder wheels"
    assert said in str(error.value) and str(tmp_path / "wheels") in str(error.value)


def test_a_folder_of_wheels_is_all_that_is_taken(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheels = tmp_path / "wheels"
    monkeypatch.setattr(setup_environment, "WHEELS", wheels)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    assert setup_environment.offline_options() == []
    wheels.mkdir()
    assert setup_environment.offline_options() == [], "an empty folder has no packages"
    (wheels / "six-1.17.0-py2.py3-none-any.whl").touch()
    assert setup_environment.offline_options() == ["--no-index", "-f", str(wheels)]
    monkeypatch.setenv("PIP_FIND_LINKS", "elsewhere")
    assert setup_environment.offline_options() == [], "pip was told where to look"


@pytest.mark.parametrize("program", ["make.py", "commands/setup_environment.py"])
def test_old_python_is_told_what_to_do(tmp_path: Path, program: str) -> None:
    script = KIT / program
    code = (
        "import sys, runpy; sys.version_info = (3, 8, 18); sys.version = '3.8.18 (old)'\n"
        f"runpy.run_path({str(script)!r}, run_name='__main__')"
    )
    environment = os.environ | {"PATH": str(tmp_path)}
    environment.pop("MAKELEVEL", None)
    for level, said in ((None, "kit/make.py report"), ("1", "make report PYTHON=")):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment | ({"MAKELEVEL": level} if level else {}),
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 1
        assert "needs Python 3.11 or newer, and found 3.8.18" in done.stderr
        assert said in done.stderr.replace("\\", "/")


def test_a_program_that_only_opens_a_shop_is_no_python(tmp_path: Path) -> None:
    """As `python` of Windows is before Python is installed; an alias may even be no program at all."""
    assert not setup_environment.is_fine([str(tmp_path / "python"), "-c", "1"])
    assert not setup_environment.is_fine([sys.executable, "-c", "import sys; sys.exit(9009)"])
    assert setup_environment.is_fine([sys.executable, "-c", "print('3.12')"])


def test_a_folder_that_is_held_for_a_moment_is_moved_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, refusals = tmp_path / "one", iter([PermissionError(13, "held"), PermissionError(13, "held"), None])
    folder.mkdir()
    really = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if error := next(refusals):
            raise error
        return really(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(setup_environment.time, "sleep", lambda _: None)
    monkeypatch.setattr(setup_environment, "TRIES", 3)
    setup_environment.move(folder, tmp_path / "two")
    assert (tmp_path / "two").is_dir()


def test_no_package_has_a_longer_path_than_set_up_allows_for() -> None:
    packages = Path(sysconfig.get_path("purelib"))
    # What is being unpacked or compiled has a few letters more, and so has the environment that is set aside.
    there, meanwhile = ".venv.old/Lib/site-packages/", ".cpython-313.pyc.0123456789012345"
    longest = max(len(path.relative_to(packages).as_posix()) for path in packages.rglob("*.py"))
    assert len(there) + longest + len("__pycache__/") + len(meanwhile) - len(".py") <= setup_environment.LONGEST_BELOW


def test_a_path_that_is_too_long_for_windows_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("OneDrive - A Council of Some Length" * 3)
    monkeypatch.setattr(setup_environment, "ROOT", long)
    setup_environment.refuse_long_path()
    monkeypatch.setattr(setup_environment, "long_paths_allowed", lambda: False)
    with patch.object(setup_environment.os, "name", "nt"), pytest.raises(SetUpError) as error:
        setup_environment.refuse_long_path()
    assert f"a path of {len(str(long))} letters, and Windows takes at most 88 here" in str(error.value)


def test_the_environment_that_runs_this_is_stamped_as_complete() -> None:
    stamp = Path(sys.prefix) / "kit-setup.json"
    if not stamp.exists():
        pytest.skip("these tests run in an environment that make did not make")
    assert json.loads(stamp.read_text(encoding="utf-8"))["group"] == "test"
