"""The bench as a whole: each ratio measured within one run, several times, and its median kept beside the machine."""

import csv
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from statistics import median

from kit.bench.returns import COUNCIL, YEARS, write_returns
from kit.errors import KitError
from kit.places import CHECKOUT

SMALL, MIDDLE, LARGE = 300_000, 1_000_000, 3_000_000
REVIEWS_OF_RULES = 200_000
RUNS = 3
GIGABYTES = 2
VALIDATOR = "KIT_VALIDATOR_PYTHON"


@dataclass(frozen=True)
class Line:
    """One thing measured: the median of its runs, and what it may be at most (or must be at least)."""

    what: str
    value: float | None
    unit: str
    limit: str
    kept: bool | None
    how: str


def run_bench(say: Callable[[str], None], *, scale: float = 1.0, runs: int = RUNS) -> list[Line]:
    """Return what was measured; `scale` makes the returns smaller, to try the bench itself.

    KitError where a piece of work fails.
    """
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as work:
        sizes = [int(n * scale) for n in (SMALL, MIDDLE, LARGE)]
        small, middle, large = (_returns(Path(work) / str(n), n, say) for n in sizes)
        count = [f"{n:,}" for n in sizes]
        alone, checks, memory = [], [], []
        for number in range(1, runs + 1):
            say(f"Run {number} of {runs}: {count[1]} reviews")
            alone.append(_stage("polars alone", middle)["seconds"])
            found = _checked(middle)
            checks.append(found["seconds"])
            memory.append(found["bytes"] / 1e9)
        growth = []
        for number in range(1, runs + 1):
            say(f"Run {number} of {runs}: {count[0]} and {count[2]} reviews")
            growth.append(_checked(large)["seconds"] / _checked(small)["seconds"])
        lines = [
            _line(f"polars alone, {count[1]} reviews", alone, "s", None, "read as text, write as Parquet"),
            _line(f"read, check and write, {count[1]} reviews", checks, "s", None, "extracts and lists"),
            _line("as a multiple of polars alone", [c / a for c, a in zip(checks, alone, strict=True)], "times", 6, ""),
            _line(f"memory, {count[1]} reviews", memory, "GB", GIGABYTES, "most at a time"),
            _line(f"{count[2]} reviews as a multiple of {count[0]}", growth, "times", 11, ""),
        ]
        return [*lines, _against_validator(Path(work), runs, say)]


def keep(lines: list[Line], folder: Path, on: date) -> Path:
    """Write the lines and the machine as `<date>.csv` and return it; a second bench of a day takes its place."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{on.isoformat()}.csv"
    machine = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [*(f.name for f in fields(Line)), *machine], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(line) | machine for line in lines)
    return path


def _returns(data: Path, reviews: int, say: Callable[[str], None]) -> Path:
    say(f"Writing made-up returns with {reviews:,} reviews")
    write_returns(data, reviews)
    return data


def _checked(data: Path) -> dict[str, float]:
    """Time a check of files that nothing is known of yet."""
    for made in ("extracts", "problems"):
        shutil.rmtree(data / COUNCIL / made, ignore_errors=True)
    return _stage("check", data)


def _stage(stage: str, data: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "kit.bench.stages", stage, str(data)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise KitError(f"bench: {stage} failed. {done.stderr.strip().splitlines()[-1] if done.stderr else ''}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _against_validator(work: Path, runs: int, say: Callable[[str], None]) -> Line:
    """Compare the four review rules with the public validator's, where an environment for it is given."""
    what = "review rules 166, 167, 440, 441: times as fast as the public validator"
    python = os.environ.get(VALIDATOR)
    if not python:
        return Line(what, None, "times", "at least 5", None, f"skipped: {VALIDATOR} names no Python that has it")
    data = _returns(work / "rules", REVIEWS_OF_RULES, say)
    script = Path(__file__).parent / "validator.py"
    joined = work / "reviews.csv"
    files = [data / COUNCIL / "raw" / str(year) / "reviews.csv" for year in YEARS]
    texts = [path.read_text(encoding="utf-8") for path in files]
    joined.write_text(texts[0] + "".join(t.partition("\n")[2] for t in texts[1:]), encoding="utf-8")
    ratios = []
    for _ in range(runs):
        done = subprocess.run([python, str(script), str(joined)], capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise KitError(f"bench: the public validator failed. {done.stderr.strip().splitlines()[-1]}")
        ratios.append(float(done.stdout) / _stage("review rules", data)["seconds"])
    value = median(ratios)
    return Line(what, value, "times", "at least 5", value >= 5, f"median of {runs} runs")


def _line(what: str, values: list[float], unit: str, most: float | None, how: str) -> Line:
    value = median(values)
    limit = "" if most is None else f"at most {most:g}"
    return Line(
        what, value, unit, limit, None if most is None else value <= most, how or f"median of {len(values)} runs"
    )
