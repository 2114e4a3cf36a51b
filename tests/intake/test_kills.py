"""A run that is killed at any moment leaves extracts that are whole: the last good ones, or the new ones."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import polars as pl
import pytest

from kit.bench.returns import COUNCIL, YEARS, write_returns
from kit.extracts.stored import read_intake
from kit.intake.take_in import take_in, using_extracts
from kit.paths import CHECKOUT, Places

# More, for a soak test: KIT_KILLS=500.
KILLS = int(os.environ.get("KIT_KILLS", "6"))
COMMANDS = ("extracts", "check")


def start(places: Places, command: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "kit", command, "--council", COUNCIL, "--year", str(YEARS[-1])],
        cwd=CHECKOUT,
        env=os.environ | {"KIT_DATA": str(places.data), "KIT_PARAMS": str(places.params)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def is_whole(places: Places, digests: set[str]) -> None:
    """Check that the accounts agree with the Parquet files and their manifests, and that one version made them all."""
    intake = read_intake(places.extracts)
    assert intake, "the extracts cannot be read"
    assert {a.sha256 for a in intake.accounts} <= digests
    there = {path.parent for path in places.extracts.glob("*/year=*/*.parquet")}
    assert there == {places.extracts / a.extract / f"year={a.year}" for a in intake.accounts}
    for account in intake.accounts:
        folder = places.extracts / account.extract / f"year={account.year}"
        rows = pl.read_parquet(folder / f"{account.extract}.parquet")
        assert rows.height == account.rows_kept + account.rows_superseded
        assert rows["superseded"].sum() == account.rows_superseded
        (entry,) = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
        assert (entry["sha256"], entry["rows_kept"]) == (account.sha256, account.rows_kept)


@pytest.mark.skipif(os.name != "posix", reason="kills as Unix does")
def test_a_kill_at_any_moment_leaves_whole_extracts(tmp_path: Path) -> None:
    rng = Random(2021)
    places = Places(COUNCIL, tmp_path / "data", tmp_path / "params", tmp_path / "reports")
    places.params.mkdir()
    files = write_returns(places.data, 4_000)
    reviews = files[-1]
    lines = reviews.read_text(encoding="utf-8").splitlines(keepends=True)
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    begun = time.monotonic()
    assert start(places, "extracts").wait() == 0
    # A whole run's time, so that kills fall on all of it and some runs end.
    seconds = time.monotonic() - begun
    is_whole(places, digests)
    for kill in range(KILLS):
        # Another file each time, or the extracts that are there would do.
        reviews.write_text("".join(lines[: len(lines) - kill - 1]), encoding="utf-8")
        digests.add(hashlib.sha256(reviews.read_bytes()).hexdigest())
        run = start(places, rng.choice(COMMANDS))
        # Most of a run is Python's start: the first third is not worth many kills.
        time.sleep(seconds * rng.uniform(0.3, 1.2))
        run.send_signal(signal.SIGKILL)
        run.wait()
        is_whole(places, digests)
    # The next run is hindered by nothing that killed ones left, and leaves nothing of them behind.
    with using_extracts(places, None):
        take_in(places, YEARS[-1])
    is_whole(places, digests)
    assert not [p.name for p in places.extracts.parent.iterdir() if "-new-" in p.name or "-before" in p.name]
