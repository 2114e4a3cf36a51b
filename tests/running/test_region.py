"""Many councils on one machine: what is made, what stops, what is as it was, and that nothing is left behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.paths import CHECKOUT, Places
from kit.running.region import members, piece, run
from kit.running.region.members import Region, read_region
from kit.running.region.piece import Outcome, Pieces
from kit.running.region.run import figures_of, run_region, summed_up
from tests.lib.processes import alive, until
from tests.lib.small_councils import put, small_council

STOPPED = "c"


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Region:
    """Three small councils, of which one has an impossible date, and a region's folder for this test alone."""
    monkeypatch.setattr(members, "CHECKOUT", tmp_path)
    councils = []
    for name in ("a", "b", STOPPED):
        small = small_council(tmp_path / name)
        (small.data / "small").rename(small.data / name)
        councils.append(replace(small, council=name))
    put(councils[-1], 2021, "reviews.csv", ["1001,01/06/2010,31/02/2021,PN1"], "reviews")
    return Region("three", "Three", tuple(councils))


def made(region: Region) -> dict[str, bytes]:
    """Return the figures that are there, by council."""
    paths = {one.council: figures_of(region, one, 2021) / "figures.csv" for one in region.councils}
    return {council: path.read_bytes() for council, path in paths.items() if path.is_file()}


def what(outcomes: list[Outcome]) -> list[str]:
    """Return what each council's piece of work came to."""
    return [one.what for one in outcomes]


def test_one_council_stops_no_other_and_a_second_run_makes_none(region: Region) -> None:
    first = run_region(region, 2021, "figures", at_once=2)
    assert what(first) == ["made", "made", "stopped"]
    assert summed_up(first) == "2 of 3 made; stopped: c."
    assert "reviews.csv" in " ".join(first[-1].messages) and "31/02" not in " ".join(first[-1].messages)
    before = made(region)
    assert sorted(before) == ["a", "b"]
    two = replace(region, councils=region.councils[:2])
    assert what(run_region(two, 2021, "figures", at_once=1)) == ["unchanged", "unchanged"]
    # One that is gone is made again, at any number at once with the same bytes.
    (figures_of(region, region.councils[0], 2021) / "figures.csv").unlink()
    assert what(run_region(two, 2021, "figures", at_once=1)) == ["made", "unchanged"]
    assert made(region) == before
    lines = (region.folder(2021) / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    assert sorted(json.loads(line)["what"] for line in lines) == ["made"] * 3 + ["stopped"] + ["unchanged"] * 3


def test_a_lost_process_is_tried_once_more_and_a_refusal_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = "import os, sys; open(sys.argv[1], 'a').write('x'); sys.argv[2] == '9' and os.kill(os.getpid(), 9); "
    monkeypatch.setattr(piece, "PIECE", (sys.executable, "-c", program + "sys.exit(int(sys.argv[2]))"))
    for code, came_to, times in ((9, "lost", 2), (1, "stopped", 1), (2, "stopped", 1), (0, "made", 1)):
        outcome = Pieces(60).run("a", [str(tmp_path / str(code)), str(code)])
        assert outcome.what == came_to and (tmp_path / str(code)).read_text(encoding="utf-8") == "x" * times
    monkeypatch.setattr(piece, "PIECE", (sys.executable, "-c", "import time; time.sleep(60)"))
    late = Pieces(1).run("a", [])
    assert late.what == "lost" and "longer than 1 s" in late.messages[-1]


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that runs a piece of work, which would take a minute; it is killed."""
    program = (
        "import sys; from kit.running.region.piece import Pieces; from kit.running.region import piece\n"
        "stays = 'import os, sys, time; from kit.commands.region import piece; import kit.commands.cli as cli\\n'\n"
        "stays += 'cli.main = lambda: (open(sys.argv[1], \"w\").write(str(os.getpid())) and None, time.sleep(60))\\n'\n"
        "piece.PIECE = (sys.executable, '-c', stays + 'piece.main()')\n"
        "Pieces(60).run('a', [sys.argv[1]])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "pid")], cwd=CHECKOUT)
    yield process
    process.kill()
    process.wait()


@pytest.mark.skipif(os.name != "posix", reason="kills as Unix does, and looks at its processes")
def test_a_piece_of_work_ends_with_the_run_that_is_killed(
    coordinator: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    pid = tmp_path / "pid"
    until(lambda: pid.is_file() and bool(pid.read_text(encoding="utf-8")))
    assert alive(int(pid.read_text(encoding="utf-8")))
    os.kill(coordinator.pid, signal.SIGKILL)
    coordinator.wait()
    until(lambda: not alive(int(pid.read_text(encoding="utf-8"))), 10)


def test_all_faults_of_a_regions_file_are_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "london.yml"
    path.write_text(
        "nam: London\ncouncils:\n  Camden: {}\n  regions: {}\n  x: {dat: 1, data: 7}\n  y: {data: [a]}\n  z: here\n",
        encoding="utf-8",
    )
    with pytest.raises(KitError) as refused:
        read_region(path)
    said = "\n".join(refused.value.messages)
    for words in ('"nam". Did you mean name?', "name: give", '"Camden" is not', '"regions" is not', "x: there is no"):
        assert words in said
    for words in ('"dat". Did you mean data?', "x, data: name", "y, data: name", "z: give its places"):
        assert words in said
    path.write_text("name: London\ncouncils: {a: {data: /srv}, b: }\n", encoding="utf-8")
    read = read_region(path)
    assert [one.council for one in read.councils] == ["a", "b"] and read.councils[0].data == Path("/srv")
    assert read.councils[1] == Places("b") and read.folder(2021).parts[-3:] == ("regions", "london", "2021")
    assert run.summed_up([Outcome("a", "unchanged")]) == "1 of 1 made. 1 of them are as they were."
