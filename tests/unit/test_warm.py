"""Warm kernels give what ordinary kernels give, are as strict, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.places import CHECKOUT
from kit.runner import run_chapters
from kit.warm import WarmParent, at_once, warm_parent, warming
from tests.processes import alive, until
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


# As much as the process has, and little more: the test must not fill the computer's memory.
LITTLE_MEMORY = """
import resource
pages = int(open("/proc/self/statm").read().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + 200_000_000,) * 2)
"""


@pytest.mark.parametrize("forked", [True, False], ids=["warm", "fresh"])
def test_a_chapter_that_fills_the_memory_or_prints_without_end_fails_alone(
    tmp_path: Path, own_temporary_folder: Path, warm: WarmParent, forked: bool
) -> None:
    chapters = {
        "01_good": ["import time; time.sleep(1)"],
        "02_fills": [LITTLE_MEMORY, "kept = []\nwhile True: kept.append(bytearray(10_000_000))"],
        "03_duckdb": ["class OutOfMemoryException(Exception): pass\nraise OutOfMemoryException('x' * 9)"],
        "04_prints": ["for _ in range(12): print('x' * 1_000_000)"],
        "05_after": ["1"],
    }
    paths = [notebook_file(tmp_path, name, *cells) for name, cells in chapters.items()]
    out, failed = tmp_path / "out", tmp_path / "failed"
    with pytest.raises(KitError) as refused:
        run_chapters(paths, GIVEN, out, progress=False, warm=warm if forked else None, failed=failed)
    expected = [
        "02_fills.ipynb, cell 4 (kept = []): it needs more memory than there is (MemoryError). Close other programs",
        "03_duckdb.ipynb, cell 3 (class OutOfMemoryException(Exception): pass): it needs more memory than there is",
        "04_prints.ipynb, cell 3 (for _ in range(12): print('x' * 1_000_000)): it printed more than 10 million",
    ]
    assert [m for m, words in zip(refused.value.messages, expected, strict=True) if words not in m] == []
    assert sorted(path.stem for path in failed.iterdir()) == ["02_fills", "03_duckdb", "04_prints"]
    assert all(path.stat().st_size < 11_000_000 for path in failed.iterdir())
    assert not list(own_temporary_folder.iterdir())
    # The parent lives, and so do the chapters after those.
    assert run_chapters([paths[0]], GIVEN, out, progress=False, warm=warm if forked else None)


# What Linux knows of the process: its sockets that listen on a port, and whom it ends first where memory is full.
LOOK = """
import os
own = set()
for number in os.listdir("/proc/self/fd"):
    try: own.add(os.readlink(f"/proc/self/fd/{number}"))
    except OSError: pass
rows = [row.split() for name in ("tcp", "tcp6") for row in open(f"/proc/net/{name}")]
ports = [row[1] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in own]
print("ports", ports, "score", open("/proc/self/oom_score_adj").read().strip())
"""


@pytest.mark.parametrize("forked", [True, False], ids=["warm", "fresh"])
def test_a_kernel_opens_no_port_and_is_the_first_to_go_where_memory_is_full(
    tmp_path: Path, own_temporary_folder: Path, warm: WarmParent, forked: bool
) -> None:
    listening = "import socket\nopened = socket.create_server(('127.0.0.1', 0))\n" + LOOK
    forks = (
        "if not (pid := os.fork()):\n    print('a child', flush=True)\n    os._exit(0)\nprint(os.waitpid(pid, 0)[1])"
    )
    paths = [notebook_file(tmp_path, "01", LOOK, forks), notebook_file(tmp_path, "02", listening)]
    first, second = run_chapters(paths, GIVEN, tmp_path / "out", progress=False, warm=warm if forked else None)
    assert "ports [] score 500" in first.read_text(encoding="utf-8")
    # Where a port is open, it is seen.
    assert "ports ['0100007F:" in second.read_text(encoding="utf-8")


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
    only = "import duckdb, ipykernel.kernelapp, ipykernel.zmqshell, polars, vl_convert\n" + look
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


@pytest.mark.parametrize(
    ("cores", "at_a_time", "drawing"), [(None, 2, 1), (1, 2, 1), (2, 3, 1), (4, 5, 2), (64, 65, 4)]
)
def test_one_more_chapter_than_there_are_cores_is_made_at_a_time_and_one_process_draws_for_two(
    monkeypatch: pytest.MonkeyPatch, cores: int | None, at_a_time: int, drawing: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert at_once(None) == at_a_time
    assert at_once(7) == 7
    with warming(False) as warm:
        assert warm._drawing == drawing
