"""Reading, checking and writing of large made-up returns, beside polars alone and the public validator."""

import json
import os
import shutil
from pathlib import Path

from kit.bench.returns import COUNCIL, YEARS
from kit.bench.table import Line, measured, ratios, skipped
from kit.bench.work import Bench
from kit.bench.writing import written

SMALL, MIDDLE, LARGE = 300_000, 1_000_000, 3_000_000
# Each of these reviews is listed by two rules.
SPOILT = 750_000
REVIEWS_OF_RULES = 200_000
GIGABYTES = 2
VALIDATOR = "KIT_VALIDATOR_PYTHON"
Measured = dict[str, float]


def intake(bench: Bench) -> list[Line]:
    """Return what intake took; KitError if a piece of work fails."""
    small, middle, large, spoilt = (round(n * bench.scale) for n in (SMALL, MIDDLE, LARGE, SPOILT))
    _checked(bench, _returns(bench, "compiling", 40))
    lines = [*_against_polars(bench, middle), *_growth(bench, small, large), *_of_spoilt(bench, spoilt)]
    return [*lines, _against_validator(bench)]


def _returns(bench: Bench, name: str, reviews: int, kind: str = "returns") -> Path:
    """Write made-up returns and return their folder."""
    bench.say(f"Writing made-up returns with {reviews:,} reviews")
    return written(bench, kind, name, reviews)


def _stage(bench: Bench, stage: str, data: Path) -> Measured:
    """Return what a piece of work took, in a process of its own."""
    found: Measured = json.loads(bench.python(stage, "-m", "kit.bench.stages", stage, data))
    return found


def _checked(bench: Bench, data: Path) -> Measured:
    """Time a check of files that nothing is known of yet."""
    for made in ("extracts", "problems"):
        shutil.rmtree(data / COUNCIL / made, ignore_errors=True)
    return _stage(bench, "check", data)


def _against_polars(bench: Bench, reviews: int) -> list[Line]:
    """Compare reading, checking and writing with what polars alone needs to read the files and write them."""
    data = _returns(bench, "middle", reviews)
    alone, checks = [], []
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: {reviews:,} reviews")
        alone.append(_stage(bench, "polars alone", data))
        checks.append(_checked(bench, data))
    lines = []
    for kind, word in (("seconds", ""), ("processor", ", processor time")):
        one, other = [m[kind] for m in alone], [m[kind] for m in checks]
        lines += [
            measured(f"polars alone, {reviews:,} reviews{word}", one, "s", how="read as text, write as Parquet"),
            measured(f"read, check and write, {reviews:,} reviews{word}", other, "s", how="extracts and lists"),
        ]
        limit = 6 if kind == "seconds" else None
        lines.append(measured(f"as a multiple of polars alone{word}", ratios(other, one), "times", limit))
    memory = [m["bytes"] / 1e9 for m in checks]
    return [*lines, measured(f"memory, {reviews:,} reviews", memory, "GB", GIGABYTES, how="most at a time")]


def _growth(bench: Bench, small: int, large: int) -> list[Line]:
    few, many = _returns(bench, "small", small), _returns(bench, "large", large)
    of_few, of_many = [], []
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: {small:,} and {large:,} reviews")
        of_few.append(_checked(bench, few))
        of_many.append(_checked(bench, many))
    grown = ratios([m["seconds"] for m in of_many], [m["seconds"] for m in of_few])
    memory = [m["bytes"] / 1e9 for m in of_many]
    return [
        measured(f"{large:,} reviews as a multiple of {small:,}", grown, "times", 11),
        measured(f"memory, {large:,} reviews", memory, "GB", how="most at a time"),
    ]


def _of_spoilt(bench: Bench, reviews: int) -> list[Line]:
    """Check reviews of which two rules list every one."""
    data = _returns(bench, "spoilt", reviews, "spoilt")
    found = []
    for number in range(1, bench.runs + 1):
        bench.say(f"Run {number} of {bench.runs}: {2 * reviews:,} listed rows")
        found.append(_checked(bench, data))
    memory = [m["bytes"] / 1e9 for m in found]
    return [
        measured(f"read, check and write, {2 * reviews:,} rows listed", [m["seconds"] for m in found], "s"),
        measured(f"memory, {2 * reviews:,} rows listed", memory, "GB", GIGABYTES, how="most at a time"),
    ]


def _against_validator(bench: Bench) -> Line:
    """Compare the four review rules with the public validator's, if an environment for it is given."""
    what = "review rules 166, 167, 440, 441: times as fast as the public validator"
    python = os.environ.get(VALIDATOR)
    if not python:
        return skipped(what, "times", least=5, why=f"{VALIDATOR} names no Python that has it")
    data = _returns(bench, "rules", REVIEWS_OF_RULES)
    script = Path(__file__).parent / "validator.py"
    joined = bench.work / "reviews.csv"
    files = [data / COUNCIL / "raw" / str(year) / "reviews.csv" for year in YEARS]
    texts = [path.read_text(encoding="utf-8") for path in files]
    joined.write_text(texts[0] + "".join(t.partition("\n")[2] for t in texts[1:]), encoding="utf-8")
    theirs, ours = [], []
    for _ in range(bench.runs):
        theirs.append(float(bench.run("the public validator", [python, script, joined])))
        ours.append(_stage(bench, "review rules", data)["seconds"])
    return measured(what, ratios(theirs, ours), "times", least=5)
