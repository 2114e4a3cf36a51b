"""The drawing processes of a run draw what kernels would, are missed by nobody when they are gone, and end with it."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kit.runner import run_chapters
from kit.warm import Warming, WarmParent
from tests.processes import alive, until
from tests.unit.notebook_files import notebook_file

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="kernels are forked on Linux alone"
)
GIVEN = {"council": "abc", "year": 2019}
BARS = {"mark": "bar", "data": {"values": [{"a": 1}]}, "encoding": {"y": {"field": "a", "type": "quantitative"}}}
DRAW = (
    "from kit import drawing\n"
    "from kit.drawing import Drawing\n"
    "def drawn():\n"
    f"    return Drawing({BARS!r}, 'Bars', 'One bar', ()).draw().svg"
)
# Where a kernel would draw for itself, this fails.
NEVER_HERE = DRAW + "\ndrawing.draw_here = None"


@pytest.fixture
def warm() -> Iterator[WarmParent]:
    with closing(Warming(True, 2)) as begun:
        parent = begun.parent()
        assert parent is not None
        yield parent


def drawing_processes(parent: WarmParent) -> list[int]:
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    until(lambda: len(children.read_text(encoding="utf-8").split()) == 2)
    return [int(pid) for pid in children.read_text(encoding="utf-8").split()]


def test_a_parent_that_is_not_needed_after_all_is_not_waited_for_and_leaves_nothing() -> None:
    with closing(Warming(True, 2)) as begun:
        parent = begun.parent()
        assert parent is not None
        pids = drawing_processes(parent)
    # It was still importing.
    assert parent._process.returncode == -signal.SIGKILL
    until(lambda: not any(map(alive, pids)))


def drawn(folder: Path, parent: WarmParent | None, *cells: str) -> str:
    path = notebook_file(folder, "01", *cells)
    (written,) = run_chapters([path], GIVEN, folder / "out", progress=False, warm=parent)
    return written.read_text(encoding="utf-8").partition('"outputs"')[2]


def test_a_kernel_has_its_charts_drawn_elsewhere_and_they_are_the_same(tmp_path: Path, warm: WarmParent) -> None:
    elsewhere = drawn(tmp_path / "elsewhere", warm, NEVER_HERE, "drawn() + drawn()")
    here = drawn(tmp_path / "here", None, DRAW, "drawn() + drawn()")
    assert "<svg" in elsewhere
    assert _svg(elsewhere) == _svg(here)


def _svg(text: str) -> str:
    return text[text.index("<svg") : text.rindex("</svg>")]


def test_threads_of_a_kernel_get_each_its_own_chart(tmp_path: Path, warm: WarmParent) -> None:
    at_once = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def one(n): return f'<title>{n}</title>' in Drawing(" + repr(BARS) + ", str(n), '', ()).draw().svg\n"
        "with ThreadPoolExecutor(8) as pool: print(sum(pool.map(one, range(40))), 'of their own')"
    )
    assert "40 of their own" in drawn(tmp_path, warm, NEVER_HERE, at_once)


@pytest.mark.parametrize("killed", [1, 2], ids=["one", "all"])
def test_where_drawing_processes_have_died_charts_are_drawn_all_the_same(
    tmp_path: Path, warm: WarmParent, killed: int
) -> None:
    for pid in drawing_processes(warm)[:killed]:
        os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: not alive(pid))  # type: ignore[misc]
    assert "<svg" in drawn(tmp_path, warm, DRAW, "drawn()")


def test_a_chart_that_cannot_be_drawn_says_why_in_its_own_cell(tmp_path: Path, warm: WarmParent) -> None:
    wrong = (
        "try: Drawing({'mark': 'no such mark'}, '', '', ()).draw()\nexcept ValueError as error: print('told:', error)"
    )
    text = drawn(tmp_path, warm, DRAW, wrong, "drawn()")
    assert "told:" in text
    assert "<svg" in text, "and the next one is drawn"


@pytest.mark.parametrize("number", [None, signal.SIGKILL], ids=["ended", "killed"])
def test_drawing_processes_end_with_their_parent(warm: WarmParent, number: int | None) -> None:
    processes = drawing_processes(warm)
    assert all(map(alive, processes))
    if number is None:
        warm.close()
    else:
        os.kill(warm.pid, number)
    until(lambda: not any(map(alive, processes)))
