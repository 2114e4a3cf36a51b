"""`kit/make.py` does what make does, with Python alone; the Makefile calls it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from kit import make
from kit.commands import setup_environment
from kit.commands.setup_environment import ROOT, Environment
from kit.make import BY_NAME, TARGETS, TYPED_TO_MAKE, chosen, main, understood

NAMES = [target.name for target in TARGETS]
ASKED_FOR = [
    *(
        "help",
        "report",
        "figures",
        "problems",
        "documents",
        "publish",
        "audit",
        "extracts",
        "due",
        "words",
        "sample",
        "lab",
        "test",
        "check",
        "examples",
        "bench",
        "fix",
    ),
    *("nbval", "golden", "wheels", "lock", "clean", "map", "sample-audit", "key"),
]


@pytest.fixture(autouse=True)
def nothing_said_before() -> Iterator[None]:
    """An environment in which neither make nor anybody has said a year or council."""
    bare = {n: v for n, v in os.environ.items() if not n.startswith(("KIT_", "MAKE"))}
    with patch.dict(os.environ, bare, clear=True):
        yield


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, str, dict[str, str]]]:
    """The group, the arguments and the environment of each step that was run, by a stand-in that runs nothing."""
    steps: list[tuple[str, str, dict[str, str]]] = []

    def run(environment: Environment, arguments: list[str], last: bool = False) -> int:
        steps.append((environment.folder.name, " ".join(arguments), dict(os.environ)))
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(setup_environment, "set_up_or_say", lambda group: Environment(Path(group)))
    monkeypatch.setattr(setup_environment, "run", run)
    return steps


def test_every_target_is_there_with_a_sentence() -> None:
    assert NAMES == ASKED_FOR
    assert [target.name for target in TARGETS if not target.sentence.endswith(".")] == []


@pytest.mark.parametrize("name", ASKED_FOR)
def test_every_target_is_in_the_documents_by_make_and_by_python(name: str) -> None:
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert BY_NAME[name].needs or f"`make {name}" in commands
    assert f"`kit/make.py {name}" in commands


@pytest.mark.parametrize("words", [["YEAR=2021", "COUNCIL=x"], ["--year", "2021", "--council=x"]])
def test_words_are_taken_as_make_takes_them_and_as_the_kit_does(
    ran: list[tuple[str, str, dict[str, str]]], words: list[str], tmp_path: Path
) -> None:
    assert main(["report", *words, "--jobs", "1"]) == 0
    [(group, arguments, environment)] = ran
    assert (group, arguments) == ("report", "-P -m kit report --jobs 1")
    assert (environment["KIT_YEAR"], environment["KIT_COUNCIL"]) == ("2021", "x")
    assert Path.cwd() == tmp_path, "names of files are those of the folder in which it was called"


def test_packages_of_other_programs_do_not_reach_the_kit(
    ran: list[tuple[str, str, dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    assert main(["lab"]) == 0
    assert not {"PYTHONPATH", "PYTHONHOME"} & set(ran[0][2])
    assert ran[0][2]["PYTHONUTF8"] == "1"


def test_check_is_of_the_code_or_of_a_councils_files(ran: list[tuple[str, str, dict[str, str]]]) -> None:
    assert main(["check"]) == 0
    assert [group for group, _, _ in ran] == ["test"] * 5
    assert Path.cwd() == ROOT
    ran.clear()
    for words in (["YEAR=2021"], ["COUNCIL=x"], ["--year", "2021"], ["--data", "x"]):
        assert main(["check", *words]) == 0
        os.environ.pop("KIT_YEAR", None)
        os.environ.pop("KIT_COUNCIL", None)
    assert [arguments.split()[:4] for _, arguments, _ in ran] == [["-P", "-m", "kit", "check"]] * 4


def test_a_step_that_fails_is_the_last(ran: list[tuple[str, str, dict[str, str]]]) -> None:
    with patch.object(setup_environment, "run", lambda *_, **__: ran.append(("", "", {})) or 3):
        assert main(["test"]) == 3
    assert len(ran) == 1


def test_upgrade_reaches_the_locks(ran: list[tuple[str, str, dict[str, str]]]) -> None:
    assert main(["lock"]) == main(["lock", "UPGRADE=yes"]) == 0
    assert [arguments for _, arguments, _ in ran] == ["-m kit.commands.lock", "-m kit.commands.lock --upgrade"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["reprot"], 'There is no target "reprot". Did you mean report?'),
        (["report", "YAER=2021"], "report does not take YAER=. Did you mean YEAR? report takes: YEAR="),
        (["report", "year=2021"], "Did you mean YEAR?"),
        (["report", "TO=x.csv"], "report does not take TO=."),
        (["fix", "YEAR=2021"], "fix takes: nothing."),
        (["fix", "--year", "2021"], 'fix does not take "--year".'),
        (["clean", "data"], 'clean does not take "data".'),
    ],
)
def test_what_is_not_understood_does_nothing(
    ran: list[tuple[str, str, dict[str, str]]], words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err
    assert ran == []


def test_an_empty_value_reaches_the_kit_which_refuses_it(ran: list[tuple[str, str, dict[str, str]]]) -> None:
    for words in (["COUNCIL="], ["--council="], ["--council", ""]):
        assert main(["check", *words]) == 0
    assert [(arguments, environment["KIT_COUNCIL"]) for _, arguments, environment in ran] == [
        ("-P -m kit check", "")
    ] * 3


def test_a_value_may_be_anything() -> None:
    hostile = "x; rm $(y) 'a\" b=c\nd"
    assert understood(BY_NAME["report"], [f"COUNCIL={hostile}"]) == ({"COUNCIL": hostile}, [])
    assert understood(BY_NAME["report"], ["--council", hostile, "--council"]) == ({"COUNCIL": hostile}, ["--council"])


def test_what_make_was_told_is_read_from_its_flags() -> None:
    assert TYPED_TO_MAKE.findall(r"j2 --jobserver-auth=3,4 -- YEAR=2021 COUNCIL=a\ B=c TO=x") == [
        "YEAR",
        "COUNCIL",
        "TO",
    ]


def test_only_commands_of_the_kit_run_where_they_are_called() -> None:
    assert {target.name for target in TARGETS if target.is_command and chosen(target, ["x"]).is_command} == {
        *(
            "report",
            "documents",
            "publish",
            "audit",
            "figures",
            "problems",
            "extracts",
            "due",
            "words",
            "sample",
            "lab",
            "check",
            "bench",
            "map",
        ),
        "examples",
        *("sample-audit", "key"),
    }


def test_help_says_how_each_is_called_here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for level, call in (("", setup_environment.call("report")), ("1", "make report")):
        monkeypatch.setenv("MAKELEVEL", level) if level else None
        assert main([]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == len(NAMES)
        assert lines[1].startswith(f"{call} ")
    assert any("kit/make.py map FILE " in line.replace("\\", "/") for line in lines), "make could not pass a file on"


def test_it_runs_by_any_way_of_calling_python_and_imports_the_kit_as_a_package(tmp_path: Path) -> None:
    for options in ((), ("-I",), ("-E", "-s")):
        done = subprocess.run(
            [sys.executable, *options, make.__file__, "help"], cwd=tmp_path, capture_output=True, encoding="utf-8"
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert len(done.stdout.splitlines()) == len(NAMES)
