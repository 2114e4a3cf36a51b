"""A report that is killed, made twice at once, or made without rights to write: right, and nothing left behind."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kit.paths import CHECKOUT, Places
from kit.protection.other_keys import RECORD
from tests.lib.notebook_files import notebook_file
from tests.lib.processes import until
from tests.lib.small_councils import put, small_council

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills as Unix does, and looks at its processes")
# One run after another is killed, each further on than the one before; tests/intake kills those that take in. KIT_FUZZ
# kills one alone in each phase, and one with kernels, as well.
PHASES = ("intake", "counting", "chapters", "page", "swap", "swapped")
ALONE = [(("chapters",), True), *(((phase,), False) for phase in PHASES)] if os.environ.get("KIT_FUZZ") else []
KILLED = [(("chapters", "swap", "swapped"), False), *ALONE]
OPENING = ("import kit\nreport = kit.open_report(council, year, as_at)", 'report.headline("reviews_held")')
# A run that stays there when it comes to the place named first; the second says that it is there.
PROGRAM = """
import sys, time
from datetime import datetime
from pathlib import Path

def stay(where, name, after=False):
    real = getattr(where, name)
    def wait(*given, **how):
        made = real(*given, **how) if after else None
        Path(mark).touch()
        time.sleep(600)
        return made
    setattr(where, name, wait)

def main():
    from kit.counting import figures
    from kit.intake import store
    from kit.running import make_report
    places = {
        "intake": (store, "store"), "counting": (figures, "count"), "page": (make_report, "pages"),
        "swap": (make_report, "swap_in"), "swapped": (make_report, "swap_in", True),
    }
    if place in places:
        stay(*places[place])
    from kit.errors import KitError
    from kit.paths import Places
    try:
        make_report.make_report(
            Places("small", Path(data), Path(data) / "params", Path(reports)), 2021, stamp=datetime(2026, 1, 1),
            notebooks=Path(notebooks), fresh_kernels=fresh == "fresh",
        )
    except KitError as error:
        sys.exit(str(error))

place, mark, data, reports, notebooks, fresh = sys.argv[1:]
main()
"""


@pytest.fixture
def temporary() -> Iterator[Path]:
    # Sockets are in it, whose paths may be 100 characters long.
    with tempfile.TemporaryDirectory(prefix="t") as folder:
        yield Path(folder)


@pytest.fixture
def council(tmp_path: Path) -> Places:
    """A small council, and two chapters beside it of which the second can be told to wait."""
    waits = "import os, time\nif mark := os.environ.get('MARK'):\n    open(mark, 'w').close()\n    time.sleep(600)"
    start = 'council = "small"\nyear = 2021\nas_at = ""'
    notebook_file(tmp_path / "notebooks", "01_first", *OPENING, defaults=start)
    notebook_file(tmp_path / "notebooks", "02_second", *OPENING, waits, defaults=start)
    return small_council(tmp_path)


def start(
    council: Places, temporary: Path, reports: Path, place: str = "", *before: str, fresh: bool = False
) -> subprocess.Popen[str]:
    mark = str(temporary / "mark")
    given = [place, mark, str(council.data), str(reports), str(reports.parent / "notebooks"), "fresh" if fresh else ""]
    environment = os.environ | {"TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    if place == "chapters":
        environment["MARK"] = mark
    return subprocess.Popen(
        [*before, sys.executable, "-c", PROGRAM, *given],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def end(run: subprocess.Popen[str]) -> str:
    """Wait for a run that ends well, and return what it told."""
    told = run.communicate(timeout=300)[1]
    assert run.returncode == 0, told
    assert "Traceback" not in told
    return told


def made_anew(council: Places, temporary: Path, folder: Path) -> dict[str, bytes]:
    """Return the report that is made of the same files when nothing was ever made before."""
    shutil.copytree(council.raw, folder / "from_nothing" / "small" / "raw")
    end(start(replace(council, data=folder / "from_nothing"), temporary, folder / "reports-from-nothing"))
    made = contents(folder / "reports-from-nothing" / "small" / "2021")
    for left in ("from_nothing", "reports-from-nothing"):
        shutil.rmtree(folder / left)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def alive(temporary: Path) -> list[str]:
    """Return the processes that were given the temporary folder, those of the run among them."""
    there = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            given, line = (process / "environ").read_bytes(), (process / "cmdline").read_bytes()
        except OSError:
            continue
        if f"TMPDIR={temporary}\0".encode() in given and line:
            there.append(line.replace(b"\0", b" ").decode(errors="replace")[:60])
    return there


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize(("phases", "fresh"), KILLED)
def test_a_run_killed_in_any_phase_leaves_the_last_report_and_the_next_is_right(
    council: Places, temporary: Path, tmp_path: Path, phases: tuple[str, ...], fresh: bool
) -> None:
    reports = tmp_path / "reports"
    made = reports / "small" / "2021"
    end(start(council, temporary, reports, fresh=fresh))
    before = contents(made)
    # Another file, so that there is something to take in, to count and to run.
    put(council, 2021, "reviews.csv", ["1001,01/06/2010,21/06/2020,PN1"] * 2, "reviews")
    for place in phases:
        run = start(council, temporary, reports, place, fresh=fresh)
        until((temporary / "mark").exists, 120)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        until(lambda: not alive(temporary), 120)
        (temporary / "mark").unlink()
        assert (contents(made) == before) == (place != "swapped"), place
    end(start(council, temporary, reports, fresh=fresh))
    assert contents(made) == made_anew(council, temporary, tmp_path)
    assert [path.name for path in made.parent.iterdir()] == ["2021"]
    there = sorted(path.name for path in council.raw.parent.iterdir())
    assert there == ["chapters", "extracts", RECORD, "raw", "results"]
    assert not list(temporary.iterdir())
    assert not alive(temporary)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize(
    ("number", "place"),
    [(signal.SIGINT, "counting"), (signal.SIGTERM, "chapters")],
    ids=lambda value: value.name if isinstance(value, signal.Signals) else value,
)
def test_a_run_that_is_stopped_leaves_nothing_behind(
    council: Places, temporary: Path, tmp_path: Path, number: signal.Signals, place: str
) -> None:
    reports, mark = tmp_path / "reports", temporary / "mark"
    run = start(council, temporary, reports, place)
    until(mark.exists, 120)
    run.send_signal(number)
    run.communicate(timeout=60)
    assert run.returncode and not alive(temporary)
    assert list(temporary.iterdir()) == [mark]
    assert not list((reports / "small").iterdir())


def test_two_runs_at_once_are_both_right_and_the_second_waits(council: Places, temporary: Path, tmp_path: Path) -> None:
    told = "".join([end(run) for run in [start(council, temporary, tmp_path / "a") for _ in range(2)]])
    assert told.count("is making") == 1
    made = contents(tmp_path / "a" / "small" / "2021")
    assert set(made) == {
        "report.html",
        "figures.html",
        "figures.csv",
        "notebooks/01_first.ipynb",
        "notebooks/02_second.ipynb",
    }
    assert not list(temporary.iterdir())


def without_powers() -> list[str] | None:
    """Return what runs a program bound by the rights of files, or None if this user is not and cannot be."""
    if os.getuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    try:
        bound = subprocess.run([*command, "cat", "/proc/self/status"], capture_output=True, text=True)
    except OSError:
        return None
    return command if "CapEff:\t0000000000000000" in bound.stdout else None


def test_a_report_of_data_that_may_not_be_written_is_refused_and_of_a_copy_is_made(
    council: Places, temporary: Path, tmp_path: Path
) -> None:
    before = without_powers()
    if before is None:
        pytest.skip("this user may write everywhere")
    reports = tmp_path / "reports"
    council.raw.parent.chmod(0o555)
    run = start(council, temporary, reports, "", *before)
    told = run.communicate(timeout=300)[1]
    assert run.returncode == 1
    assert "small/.lock cannot be written to" in told and "with --data" in told and "Traceback" not in told
    assert not list((reports / "small").iterdir())
    council.raw.parent.chmod(0o755)
    end(start(council, temporary, reports, "", *before))
    made = contents(reports)
    # What is there is used as it is.
    for folder in (council.raw.parent, *(p for p in council.raw.parent.rglob("*") if p.is_dir())):
        folder.chmod(0o555)
    end(start(council, temporary, tmp_path / "out", "", *before))
    assert contents(tmp_path / "out") == made
    for folder in (council.raw.parent, *(p for p in council.raw.parent.rglob("*") if p.is_dir())):
        folder.chmod(0o755)
    assert not list(temporary.iterdir())
