"""The Makefile: what it lists, and what it does with what a person types."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kit.make import TARGETS

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def run_make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("KIT_", "MAKE")) and k not in ("YEAR", "COUNCIL")}
    return subprocess.run(
        ["make", f"PYTHON={Path(sys.executable).as_posix()}", *arguments],
        cwd=folder,
        env=clean | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@needs_make
def test_make_alone_lists_every_target() -> None:
    done = run_make(ROOT)
    assert done.returncode == 0
    assert re.findall(r"^make (\w+)", done.stdout, re.MULTILINE) == [t.name for t in TARGETS if not t.needs]


def test_the_only_recipe_is_a_python_command_without_shell() -> None:
    recipes = [line.strip() for line in MAKEFILE.replace("\\\n", "").splitlines() if line.startswith("\t")]
    assert recipes == ['@$(PYTHON) -I kit/make.py "$@"']


@needs_make
def test_every_goal_is_a_target_even_if_a_file_is_called_like_it(folder_with_makefile: Path) -> None:
    (folder_with_makefile / "figures").write_text("", encoding="utf-8")
    done = run_make(folder_with_makefile, "figures", "report", "YEAR=2021")
    assert done.stdout.splitlines() == [str([goal, "2021", None, None, None]) for goal in ("figures", "report")]


@needs_make
@pytest.mark.parametrize("words", [["YAER=2021"], ["COUNCL=x"], ["COUNCIL="], ["YEAR="]])
def test_a_word_that_is_not_understood_stops_before_anything_is_made(words: list[str]) -> None:
    done = run_make(ROOT, "report", *words)
    assert done.returncode == 2
    assert words[0].split("=")[0] in done.stderr and "Traceback" not in done.stderr


@pytest.fixture
def folder_with_makefile(tmp_path: Path) -> Path:
    """A checkout whose `kit/make.py` only prints what reached it."""
    (tmp_path / "Makefile").write_text(MAKEFILE, encoding="utf-8", newline="\n")
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "make.py").write_text(
        "import os, sys\n"
        "print([sys.argv[1], *(os.environ.get(k) for k in ('KIT_YEAR', 'KIT_COUNCIL', 'YEAR', 'COUNCIL'))])\n",
        encoding="utf-8",
    )
    return tmp_path


HOSTILE = [
    "$(shell touch done)",
    "x; touch done",
    "`touch done`",
    "$$(touch done)",
    "$(error no)",
    "a)b(c#d",
    "../../etc",
    '"x" & touch done',
    "a'b\\",
    "x\ny",
]


@needs_make
@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("how", ["argument", "environment"])
def test_what_is_typed_reaches_the_kit_as_it_is_and_does_nothing(
    folder_with_makefile: Path, typed: str, how: str
) -> None:
    if how == "argument":
        done = run_make(folder_with_makefile, "report", f"YEAR={typed}", f"COUNCIL={typed}")
    else:
        done = run_make(folder_with_makefile, "report", YEAR=typed, COUNCIL=typed)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(["report", typed, typed, None, None])
    assert sorted(path.name for path in folder_with_makefile.iterdir()) == ["Makefile", "kit"]


@needs_make
@pytest.mark.parametrize(
    "typed",
    [
        "YEAR=abc",
        "YEAR=2021.5",
        "YEAR=../../etc",
        "COUNCIL=x; rm",
        "YEAR=$(shell touch done)",
        "COUNCIL=../sample",
    ],
)
def test_the_kit_refuses_what_is_no_year_or_council(typed: str) -> None:
    name, value = typed.split("=", 1)
    environment = os.environ | {f"KIT_{name}": value}
    done = subprocess.run(
        [sys.executable, "-m", "kit", "report"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stdout + done.stderr
    assert not (ROOT / "done").exists()
