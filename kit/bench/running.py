"""The bench as a whole: each ratio measured within one run, several times, and its median kept beside the machine."""

import csv
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from statistics import median

from kit.bench.returns import COUNCIL, YEARS, spoil_reviews, write_returns
from kit.errors import KitError
from kit.places import CHECKOUT

SMALL, MIDDLE, LARGE = 300_000, 1_000_000, 3_000_000
# Each of these reviews is listed by two rules.
SPOILT = 750_000
REVIEWS_OF_RULES = 200_000
RUNS = 3
GIGABYTES = 2
VALIDATOR = "KIT_VALIDATOR_PYTHON"
Measured = dict[str, float]


@dataclass(frozen=True)
class Line:
    """One thing measured: the median of its runs, the lowest and highest, and what it may be at most (or at least)."""

    what: str
    value: float | None
    unit: str
    limit: str
    kept: bool | None
    how: str
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True)
class Bench:
    """Where the bench works: a folder that is deleted after it, and what it says while it does."""

    work: Path
    runs: int
    say: Callable[[str], None]

    def returns(self, name: str, reviews: int) -> Path:
        """Write made-up returns and return their folder."""
        self.say(f"Writing made-up returns with {reviews:,} reviews")
        write_returns(self.work / name, reviews)
        return self.work / name

    def stage(self, stage: str, data: Path) -> Measured:
        """Return what a piece of work took, in a process of its own."""
        command = [sys.executable, "-m", "kit.bench.stages", stage, str(data)]
        # Modules are compiled once, as where the kit is in use; how this process was started is of no account.
        compiled = {"PYTHONPYCACHEPREFIX": str(self.work / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
        done = subprocess.run(
            command, cwd=CHECKOUT, env=os.environ | compiled, capture_output=True, text=True, encoding="utf-8"
        )
        if done.returncode:
            raise KitError(f"bench: {stage} failed. {_last_line(done.stderr)}")
        found: Measured = json.loads(done.stdout)
        return found

    def checked(self, data: Path) -> Measured:
        """Time a check of files that nothing is known of yet."""
        for made in ("extracts", "problems"):
            shutil.rmtree(data / COUNCIL / made, ignore_errors=True)
        return self.stage("check", data)


def run_bench(say: Callable[[str], None], *, scale: float = 1.0, runs: int = RUNS) -> list[Line]:
    """Return what was measured; `scale` makes the returns smaller, to try the bench itself.

    KitError where a piece of work fails.
    """
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as work:
        bench = Bench(Path(work), runs, say)
        small, middle, large, spoilt = (round(n * scale) for n in (SMALL, MIDDLE, LARGE, SPOILT))
        bench.checked(bench.returns("compiling", 40))
        lines = [*_against_polars(bench, middle), *_growth(bench, small, large), *_of_spoilt(bench, spoilt)]
        return [*lines, _against_validator(bench)]


def machine() -> dict[str, str]:
    """Return what the figures hang on: the machine, and how many others had work for it just before."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return {
        "cores": str(os.cpu_count()),
        "busy_cores_before": load,
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def keep(lines: list[Line], folder: Path, on: date, where: dict[str, str]) -> Path:
    """Write the lines and the machine as `<date>.csv` and return it; a second bench of a day takes its place."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{on.isoformat()}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [*(f.name for f in fields(Line)), *where], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(line) | where for line in lines)
    return path


def _against_polars(bench: Bench, reviews: int) -> list[Line]:
    """Compare reading, checking and writing with what polars alone needs to read the files and write them."""
    data = bench.returns("middle", reviews)
    alone, checks = [], []
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: {reviews:,} reviews")
        alone.append(bench.stage("polars alone", data))
        checks.append(bench.checked(data))
    lines = []
    for kind, word in (("seconds", ""), ("processor", ", processor time")):
        one, other = [m[kind] for m in alone], [m[kind] for m in checks]
        lines += [
            _line(f"polars alone, {reviews:,} reviews{word}", one, "s", how="read as text, write as Parquet"),
            _line(f"read, check and write, {reviews:,} reviews{word}", other, "s", how="extracts and lists"),
        ]
        limit = 6 if kind == "seconds" else None
        lines.append(_line(f"as a multiple of polars alone{word}", _ratios(other, one), "times", limit))
    memory = [m["bytes"] / 1e9 for m in checks]
    return [*lines, _line(f"memory, {reviews:,} reviews", memory, "GB", GIGABYTES, how="most at a time")]


def _growth(bench: Bench, small: int, large: int) -> list[Line]:
    few, many = bench.returns("small", small), bench.returns("large", large)
    of_few, of_many = [], []
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: {small:,} and {large:,} reviews")
        of_few.append(bench.checked(few))
        of_many.append(bench.checked(many))
    grown = _ratios([m["seconds"] for m in of_many], [m["seconds"] for m in of_few])
    memory = [m["bytes"] / 1e9 for m in of_many]
    return [
        _line(f"{large:,} reviews as a multiple of {small:,}", grown, "times", 11),
        _line(f"memory, {large:,} reviews", memory, "GB", how="most at a time"),
    ]


def _of_spoilt(bench: Bench, reviews: int) -> list[Line]:
    """Check reviews of which two rules list every one."""
    data = bench.returns("spoilt", reviews)
    spoil_reviews(data)
    bench.say(f"{2 * reviews:,} listed rows")
    found = bench.checked(data)
    return [
        _line(f"read, check and write, {2 * reviews:,} rows listed", [found["seconds"]], "s", how="one run"),
        _line(f"memory, {2 * reviews:,} rows listed", [found["bytes"] / 1e9], "GB", GIGABYTES, how="one run"),
    ]


def _against_validator(bench: Bench) -> Line:
    """Compare the four review rules with the public validator's, where an environment for it is given."""
    what = "review rules 166, 167, 440, 441: times as fast as the public validator"
    python = os.environ.get(VALIDATOR)
    if not python:
        return Line(what, None, "times", "at least 5", None, f"skipped: {VALIDATOR} names no Python that has it")
    data = bench.returns("rules", REVIEWS_OF_RULES)
    script = Path(__file__).parent / "validator.py"
    joined = bench.work / "reviews.csv"
    files = [data / COUNCIL / "raw" / str(year) / "reviews.csv" for year in YEARS]
    texts = [path.read_text(encoding="utf-8") for path in files]
    joined.write_text(texts[0] + "".join(t.partition("\n")[2] for t in texts[1:]), encoding="utf-8")
    theirs, ours = [], []
    for _ in range(bench.runs):
        done = subprocess.run([python, str(script), str(joined)], capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise KitError(f"bench: the public validator failed. {_last_line(done.stderr)}")
        theirs.append(float(done.stdout))
        ours.append(bench.stage("review rules", data)["seconds"])
    return _line(what, _ratios(theirs, ours), "times", least=5)


def _ratios(values: Iterable[float], units: Iterable[float]) -> list[float]:
    return [value / unit for value, unit in zip(values, units, strict=True)]


def _line(
    what: str, values: list[float], unit: str, most: float | None = None, least: float | None = None, how: str = ""
) -> Line:
    value = median(values)
    limit = f"at most {most:g}" if most is not None else f"at least {least:g}" if least is not None else ""
    kept = value <= most if most is not None else value >= least if least is not None else None
    return Line(what, value, unit, limit, kept, how or f"median of {len(values)} runs", min(values), max(values))


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]
