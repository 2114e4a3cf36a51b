"""Whatever a chapter's cells do to the process that runs them is told, and reaches no other chapter and no report."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kit.errors import KitError
from kit.paths import CHECKOUT
from kit.running.run_chapters import run_chapters
from kit.running.worker_pool import ChapterRun, WorkerPool, worker_pool
from tests.lib.notebook_files import notebook_file
from tests.lib.processes import alive, until

GIVEN = {"council": "abc", "year": 2019}
NEEDS_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")
# Cells that ask the report alone may share a process; nothing is asked of this one.
SHARES = "report = kit.open_report(council, year, as_at)"


@pytest.fixture(scope="module", params=[False, True], ids=["worker", "kernel"])
def pool(request: pytest.FixtureRequest) -> Iterator[WorkerPool]:
    with worker_pool(2, kernels=request.param) as some:
        yield some


@pytest.fixture(scope="module")
def own(request: pytest.FixtureRequest) -> Iterator[WorkerPool]:
    with worker_pool(2) as some:
        yield some


def outputs(path: Path) -> list[list[dict[str, Any]]]:
    """Return what each cell of an executed notebook shows, but for the cells of the parameters."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell["outputs"] for cell in cells if cell["cell_type"] == "code" and not cell["metadata"].get("tags")]


def faults(paths: list[Path], folder: Path, pool: WorkerPool, timeout: int = 60) -> list[str]:
    """Return what is told of chapters that fail; as far as they ran they are in `failed`."""
    with pytest.raises(KitError) as refused:
        run_chapters(paths, GIVEN, folder / "out", progress=False, pool=pool, timeout=timeout, failed=folder / "failed")
    return list(refused.value.messages)


# What Python, IPython and Jupyter offer a cell; the last is that a kernel of Jupyter shows the same.
SHOWN = {
    "printed": "import sys\nprint('a', end='')\nprint('b')\nprint()\nsys.stdout.write('c')",
    "printed as an error": "print('d', file=sys.stderr)",
    "value": "[1, 'two']",
    "quiet": "len('abc');",
    "displayed": "from IPython.display import HTML, Markdown, SVG\ndisplay(HTML('<b>x</b>'), Markdown('*y*'))\n"
    "SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>')",
    "picture": "from IPython.display import Image\nImage(data=b'\\x89PNG', format='png')",
    "updated": "shown = display('before', display_id='one')\ndisplay('again', display_id='one')",
    "updated later": "shown.update('after')",
    "cleared": "from IPython.display import clear_output\nprint('gone')\nclear_output()",
    "cleared when more comes": "print('gone')\nclear_output(wait=True)\nprint('stays')",
    "cleared when nothing comes": "print('stays')\nclear_output(wait=True)",
    "awaited": "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "magic": "%precision 2\n3.14159",
    "command": "!echo from the shell",
    "folder": "%cd -q ..",
    "captured": "%%capture kept\nprint('inside')",
    "what was captured": "kept.stdout",
    "earlier values": "_ih[2][:6], _ + '!', In[3]",
    "names": "__name__, get_ipython().__class__.__mro__[-1].__name__, council, year",
    "pretty": "{n: 'x' * 30 for n in range(5)}",
    "warned": "import warnings\nwarnings.warn('none of this')",
}


def test_cells_show_what_a_kernel_of_jupyter_shows(tmp_path: Path, own: WorkerPool) -> None:
    path = notebook_file(tmp_path, "01", *SHOWN.values())
    (here,) = run_chapters([path], GIVEN, tmp_path / "here", progress=False, pool=own)
    with worker_pool(1, kernels=True) as kernels:
        (there,) = run_chapters([path], GIVEN, tmp_path / "there", progress=False, pool=kernels)
    shown = {name: pair for name, *pair in zip(SHOWN, outputs(here), outputs(there), strict=True)}
    assert {name: pair for name, pair in shown.items() if pair[0] != pair[1]} == {}
    assert here.read_bytes() == there.read_bytes()


def test_a_committed_chapter_is_the_same_to_the_byte_in_a_kernel_of_jupyter(tmp_path: Path, own: WorkerPool) -> None:
    chapters = [CHECKOUT / "notebooks" / "04_send_engagement.ipynb", CHECKOUT / "notebooks" / "99_data_quality.ipynb"]
    given = {"council": "sample", "year": 2021}
    here = run_chapters(chapters, given, tmp_path / "here", progress=False, pool=own)
    with worker_pool(2, kernels=True) as kernels:
        there = run_chapters(chapters, given, tmp_path / "there", progress=False, pool=kernels)
    assert [path.read_bytes() for path in here] == [path.read_bytes() for path in there]
    assert b"<svg" in here[0].read_bytes()


def test_what_a_chapter_leaves_behind_reaches_no_other_one(tmp_path: Path, pool: WorkerPool) -> None:
    leave = (
        "import builtins, os, sys, threading, time, kit\nmine = builtins.mine = kit.mine = 1\n"
        "os.environ['MINE'] = 'x'\nos.chdir('/')\nsys.path.insert(0, '/mine')\n"
        "__import__('polars').Config.set_tbl_rows(1)\n"
        "threading.Thread(target=time.sleep, args=(600,), daemon=True).start()"
    )
    look = (
        "import builtins, os, sys, threading, kit, polars\n"
        "print('mine' in globals(), hasattr(builtins, 'mine'), hasattr(kit, 'mine'), 'MINE' in os.environ,"
        "'/mine' in sys.path, os.getcwd() == '/', polars.Config.state()['POLARS_FMT_MAX_ROWS'] == '1',"
        "os.environ['KIT_DATA'])"
    )
    paths = [notebook_file(tmp_path, "01", leave, leave), notebook_file(tmp_path, "02", look)]
    written = run_chapters(
        paths, GIVEN, tmp_path / "out", progress=False, pool=pool, environment={"KIT_DATA": "elsewhere"}
    )
    (shown,) = outputs(written[1])
    assert shown[0]["text"] == [f"{'False ' * 7}elsewhere\n"]


LEAVES = {
    "nothing": "1",
    "a folder": "import os; os.chdir('/')",
    "a variable": "import os; os.environ['MINE'] = 'x'",
    "a path": "import sys; sys.path.append('/mine')",
    "a thread": "import threading, time; threading.Thread(target=time.sleep, args=(600,), daemon=True).start()",
}


@pytest.mark.parametrize("what", LEAVES)
def test_a_process_in_which_a_chapter_left_something_runs_no_other(tmp_path: Path, what: str) -> None:
    paths = [notebook_file(tmp_path, name, "import os; os.getpid()", LEAVES[what]) for name in ("01", "02")]
    out = [tmp_path / f"{path.stem}.out" for path in paths]
    given = {"parameters": GIVEN, "environment": {}, "keep_injected": True}
    orders = [{"path": str(path), "to": str(to), **given} for path, to in zip(paths, out, strict=True)]
    with worker_pool(1) as pool:
        # As chapters that ask the report alone, which leave nothing that is known of.
        ended = list(pool.run([ChapterRun(order, reusable=True) for order in orders], 60))
    assert [chapter.error for chapter in ended] == [["", ""]] * 2
    processes = [outputs(path)[0][0]["data"]["text/plain"] for path in out]
    assert (processes[0] == processes[1]) == (what == "nothing")


def test_chapters_that_ask_the_report_alone_share_a_process_and_others_have_one_of_their_own(tmp_path: Path) -> None:
    asked = "import kit"
    paths = [notebook_file(tmp_path, "01", asked), notebook_file(tmp_path, "02", asked, "1")]
    started: list[int] = []
    with worker_pool(1) as pool:
        for path in (paths[0], paths[0], paths[1], paths[0]):
            pool.begin()
            started.append(pool._free[0].process.pid)
            run_chapters([path], GIVEN, tmp_path / "out", progress=False, pool=pool)
    assert started[0] == started[1] == started[2] != started[3]


LITTLE_MEMORY = """
import resource
pages = int(open("/proc/self/statm").read().split()[0])
resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + 200_000_000,) * 2)
"""
DIED = "its Python process died: it crashed, or the computer ran out of memory. Close other programs, or make one"
LATE = "the cell took longer than 2 seconds and was stopped."
MUCH = "it printed more than 10 million characters. Let it print less."
STOPPED = "it stopped here, before its end, as if it had been finished. Take out exit() and sys.exit()."
NO_MEMORY = "it needs more memory than there is (MemoryError). Close other programs, or make one chapter at a time"
# What a cell does and what is told of it. Those marked + are the last cell, those marked * are tried in a kernel too.
FAILS = {
    "leaves at once": ("import os\nos._exit(0)", DIED),
    "crashes *": ("import ctypes\nctypes.string_at(0)", DIED),
    "crashes while a process that it forked lives": (
        "import os, time\nos.fork() or time.sleep(600)\nos._exit(1)",
        DIED,
    ),
    "never ends *": ("while True: pass", LATE),
    "never ends in a call *": ("sum(range(10**12))", LATE),
    "prints for ever": ("while True: print('x' * 1000)", MUCH),
    "prints megabytes": ("for _ in range(12): print('x' * 1_000_000)", MUCH),
    "hides that it prints megabytes": ("try: print('x' * 11_000_000)\nexcept Exception: pass", MUCH),
    "stops": ("raise SystemExit", STOPPED),
    "stops well *": ("import sys\nsys.exit(0)\nprint('lost')", STOPPED),
    "stops well at the end +": ("import sys\nsys.exit(0)\nprint('lost')", STOPPED),
    "stops in IPython's way": ("exit()", STOPPED),
    "is interrupted +": ("raise KeyboardInterrupt", "KeyboardInterrupt: ."),
    "has an error of its own + *": ("class Late(Exception): pass\nraise Late('{now}')", "Late: {now}."),
    "fills the memory": (LITTLE_MEMORY + "kept = []\nwhile True: kept.append(bytearray(10_000_000))", NO_MEMORY),
    "shows what is no text +": ("display({'text/plain': 1234567}, raw=True)", "that no notebook can hold"),
}


@NEEDS_LINUX
def test_every_way_to_fail_is_told_by_its_cell_and_keeps_the_part_that_ran(tmp_path: Path, pool: WorkerPool) -> None:
    fails = {name: way for name, way in FAILS.items() if name.endswith("*") or not pool.kernels}
    paths = []
    for name, (cell, _) in fails.items():
        after = () if "+" in name else ("print('this did not run')",)
        paths.append(notebook_file(tmp_path, f"{len(paths):02}", "print('this ran')", cell, *after))
    good = [notebook_file(tmp_path, name, "print('well')") for name in ("98", "99")]
    told = faults([*paths, *good], tmp_path, pool, 2)
    for path, message, (name, (cell, words)) in zip(paths, told, fails.items(), strict=True):
        line = cell.strip().split("\n")[0]
        assert f"{path.name}, cell 4 ({line}): " in message and words in message, (name, message)
        assert message.endswith(f" As far as it ran it is kept in {tmp_path}/failed/{path.name}."), name
        first, _, *after = outputs(tmp_path / "failed" / path.name)
        assert first[0]["text"] == ["this ran\n"] and after in ([], [[]]), name
        assert (tmp_path / "failed" / path.name).stat().st_size < 11_000_000, name
    assert sorted(path.stem for path in (tmp_path / "out").iterdir()) == ["98", "99"]


@NEEDS_LINUX
def test_children_and_threads_of_a_chapter_end_with_it_and_say_nothing_in_the_next(
    tmp_path: Path, own: WorkerPool
) -> None:
    pids = tmp_path / "pids"
    children = (
        "import os, subprocess, sys, threading, time\n"
        "child = subprocess.Popen(['sleep', '600'])\n"
        "if not (fork := os.fork()):\n    while True:\n        print('a child')\n        time.sleep(0.01)\n"
        f"open({str(pids)!r}, 'w').write(f'{{child.pid}} {{fork}} {{os.getpid()}}')\n"
        "def speak():\n    while True:\n        print('a thread')\n        time.sleep(0.001)\n"
        "threading.Thread(target=speak, daemon=True).start()"
    )
    forks = "if not os.fork():\n    print('a child')\n    1 / 0\nprint('the parent', os.wait()[1])"
    paths = [notebook_file(tmp_path, "01", children, "time.sleep(0.2)\nprint('after')", forks)]
    paths.append(notebook_file(tmp_path, "02", "import time; time.sleep(0.5); print('the next')"))
    written = run_chapters(paths, GIVEN, tmp_path / "out", progress=False, pool=own)
    assert [shown[0]["text"] for shown in outputs(written[0])[1:]] == [["after\n"], ["the parent 0\n"]]
    assert outputs(written[1])[0][0]["text"] == ["the next\n"]
    assert not any(map(alive, map(int, pids.read_text(encoding="utf-8").split())))


# What Linux knows of the process: its sockets that listen on a port, and whom it ends first when memory is full.
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


@NEEDS_LINUX
def test_a_chapter_opens_no_port_and_is_the_first_to_go_when_memory_is_full(tmp_path: Path, own: WorkerPool) -> None:
    listens = "import socket\nopened = socket.create_server(('127.0.0.1', 0))\n" + LOOK
    (path,) = run_chapters([notebook_file(tmp_path, "01", LOOK, listens)], GIVEN, tmp_path / "out", pool=own)
    closed, opened = (shown[0]["text"][0] for shown in outputs(path))
    assert closed == "ports [] score 500\n"
    # An open port is seen.
    assert opened.startswith("ports ['0100007F:")


HOLDS_PYTHON = "sum(range(10**12))"


@NEEDS_LINUX
@pytest.mark.parametrize(
    ("number", "kernels", "cell"),
    [
        (signal.SIGINT, False, "while True: pass"),
        (signal.SIGTERM, False, HOLDS_PYTHON),
        (signal.SIGKILL, False, "while True: pass"),
        (signal.SIGKILL, False, HOLDS_PYTHON),
        (signal.SIGINT, True, "while True: pass"),
        (signal.SIGKILL, True, "while True: pass"),
    ],
)
def test_nothing_outlives_a_run_that_is_stopped(tmp_path: Path, number: int, kernels: bool, cell: str) -> None:
    pids, temporary = tmp_path / "pids", tmp_path / "temporary"
    temporary.mkdir()
    # What this process starts, nobody can end while a call keeps Python's lock.
    child = "0" if cell == HOLDS_PYTHON else "subprocess.Popen(['sleep', '600']).pid"
    started = (
        f"import os, subprocess\nchild = {child}\n"
        f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}} {{os.getppid()}} {{child}}\\n')"
    )
    paths = [str(notebook_file(tmp_path, name, started, cell)) for name in ("01", "02", "03")]
    program = (
        "from pathlib import Path; from kit.running.run_chapters import run_chapters\n"
        "from kit.running.worker_pool import worker_pool\n"
        f"with worker_pool(2, kernels={kernels}) as pool:\n"
        f"    paths = [Path(path) for path in {paths!r}]\n"
        f"    run_chapters(paths, {GIVEN!r}, Path({str(tmp_path / 'out')!r}), progress=False, pool=pool)"
    )
    environment = os.environ | {"TMPDIR": str(temporary)}
    run = subprocess.Popen([sys.executable, "-c", program], cwd=CHECKOUT, env=environment, stderr=subprocess.DEVNULL)
    until(lambda: pids.exists() and pids.read_text(encoding="utf-8").count("\n") == 2)
    there = {int(pid) for pid in pids.read_text(encoding="utf-8").split()} - {0, run.pid}
    assert len(there) >= 2 and all(map(alive, there))
    run.send_signal(number)
    run.wait(30)
    until(lambda: not any(map(alive, there)))
    until(lambda: not list(temporary.iterdir()))
    assert not list((tmp_path / "out").iterdir())
