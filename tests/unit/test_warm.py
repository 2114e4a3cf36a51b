"""Warm kernels give what ordinary kernels give, are as strict, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.places import CHECKOUT
from kit.runner import run_chapters
from kit.warm import WarmParent, warm_parent
from tests.unit.notebook_files import notebook_file

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="kernels are forked on Linux alone"
)
GIVEN = {"council": "abc", "year": 2019}


@pytest.fixture
def own_temporary_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    # Sockets lie in it, whose paths may be 100 characters long.
    with tempfile.TemporaryDirectory(prefix="t") as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture(scope="module")
def warm() -> Iterator[WarmParent]:
    with warm_parent() as parent:
        assert parent is not None
        yield parent


def test_a_chapter_is_the_same_to_the_byte_with_a_fresh_kernel(tmp_path: Path, warm: WarmParent) -> None:
    chapters = [CHECKOUT / "notebooks" / "04_send_engagement.ipynb", CHECKOUT / "notebooks" / "99_data_quality.ipynb"]
    given = {"council": "sample", "year": 2021}
    forked = run_chapters(chapters, given, tmp_path / "warm", progress=False, warm=warm)
    fresh = run_chapters(chapters, given, tmp_path / "fresh", progress=False)
    assert [path.read_bytes() for path in forked] == [path.read_bytes() for path in fresh]
    assert b"image/svg" in forked[0].read_bytes() or b"svg" in forked[0].read_bytes()


def test_each_kernel_is_a_process_with_a_namespace_and_an_environment_of_its_own(
    tmp_path: Path, warm: WarmParent
) -> None:
    leave = "import builtins, kit, os\nmine = builtins.mine = kit.mine = 1\nos.environ['MINE'] = 'x'"
    look = "import builtins, kit, os\n[n in where for n, where in (('mine', globals()), ('MINE', os.environ))]"
    again = "[hasattr(builtins, 'mine'), hasattr(kit, 'mine'), os.getpid() == os.getpgid(0), os.environ['KIT_DATA']]"
    paths = [notebook_file(tmp_path, "01", leave), notebook_file(tmp_path, "02", look, again)]
    environment = {"KIT_DATA": "elsewhere"}
    written = run_chapters(paths, GIVEN, tmp_path / "out", jobs=1, progress=False, warm=warm, environment=environment)
    text = written[1].read_text(encoding="utf-8")
    assert "[False, False]" in text
    assert "[False, False, True, 'elsewhere']" in text


def test_every_way_to_fail_is_told_and_leaves_nothing(
    tmp_path: Path, own_temporary_folder: Path, warm: WarmParent
) -> None:
    pids = tmp_path / "pids"
    known = f"import os\nwith open({str(pids)!r}, 'a') as file: file.write(f'{{os.getpid()}} ')\n"
    paths = [
        notebook_file(tmp_path, "01_good", known + "1"),
        notebook_file(tmp_path, "02_error", known + "1 / 0"),
        notebook_file(tmp_path, "03_crash", known + "os._exit(3)"),
        notebook_file(tmp_path, "04_endless", known + "while True: pass"),
        notebook_file(tmp_path, "05_threads", known + "import threading\nthreading.Thread(target=input).start()"),
        notebook_file(tmp_path, "06_megabytes", known + "print('x' * 5_000_000)"),
        notebook_file(tmp_path, "07_exit", known + "raise SystemExit(0)", "2"),
    ]
    with pytest.raises(KitError) as refused:
        run_chapters(paths, GIVEN, tmp_path / "out", progress=False, timeout=3, warm=warm)
    told = " ".join(refused.value.messages)
    for words in ("ZeroDivisionError", "its Python process died", "longer than 3 seconds", "it stopped here"):
        assert words in told
    assert len(refused.value.messages) == 4
    ran = [int(pid) for pid in pids.read_text(encoding="utf-8").split()]
    assert len(ran) == len(paths)
    until(lambda: not any(map(alive, ran)))
    assert not list(own_temporary_folder.iterdir())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["Ctrl-C", "ended", "killed"])
def test_no_process_outlives_a_stopped_run(tmp_path: Path, own_temporary_folder: Path, number: int) -> None:
    mark = tmp_path / "running"
    endless = f"import os\nopen({str(mark)!r}, 'w').write(f'{{os.getpid()}} {{os.getppid()}} ')\nwhile True: pass"
    paths = [str(notebook_file(tmp_path, name, endless)) for name in ("01", "02")]
    program = (
        "from pathlib import Path; from kit.runner import run_chapters; from kit.warm import warm_parent\n"
        f"paths = [Path(path) for path in {paths!r}]\n"
        "with warm_parent() as warm:\n"
        f"    run_chapters(paths, {GIVEN!r}, Path({str(tmp_path / 'out')!r}), jobs=1, warm=warm)"
    )
    environment = os.environ | {"TMPDIR": str(own_temporary_folder)}
    run = subprocess.Popen([sys.executable, "-c", program], cwd=CHECKOUT, env=environment, stderr=subprocess.DEVNULL)
    until(lambda: mark.exists() and len(mark.read_text(encoding="utf-8").split()) == 2)
    kernel, parent = map(int, mark.read_text(encoding="utf-8").split())
    assert alive(kernel) and alive(parent) and parent != run.pid
    run.send_signal(number)
    run.wait(30)
    until(lambda: not alive(kernel) and not alive(parent))


def test_the_parent_runs_no_query_so_that_it_may_be_forked() -> None:
    # Libraries start threads with their first query; a forked process has none of them, and would wait for ever.
    look = "import os; print(len(os.listdir('/proc/self/task')))"
    only = "import altair, duckdb, ipykernel.kernelapp, ipykernel.zmqshell, polars, vl_convert\n" + look
    parent = "from kit import warm_parent; warm_parent._import()\n" + look
    counted = [
        subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
        for code in (only, parent)
    ]
    assert counted[0] == counted[1]


def test_a_parent_that_died_is_told(tmp_path: Path) -> None:
    with warm_parent() as parent:
        assert parent is not None
        os.kill(parent.pid, signal.SIGKILL)
        with pytest.raises(KitError, match=r"\(kernel\) did not start"):
            run_chapters([notebook_file(tmp_path, "01")], GIVEN, tmp_path / "out", progress=False, warm=parent)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that has ended and was not yet waited for is not alive.
    return " Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")


def until(true: Callable[[], bool], seconds: int = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
