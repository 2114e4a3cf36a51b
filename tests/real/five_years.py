"""The five years of returns that nobody here wrote, laid out as a council; and small ones with the same oddities."""

import csv
import shutil
from datetime import date, datetime
from pathlib import Path

from kit.paths import CHECKOUT, Places

SOURCE = CHECKOUT.parent / "shared" / "data" / "ssda903-five-years"
MADE_UP = Path(__file__).parents[1] / "fixtures" / "five_years"
Rows = list[dict[str, str]]


def lay_out(source: Path, folder: Path) -> Places:
    """Copy files called `2017-reviews.csv` to `2018/reviews.csv`: they are called after the year that starts."""
    places = Places("five_years", folder / "data", folder / "params", folder / "reports")
    for path in sorted(source.glob("[0-9]*-*.csv")):
        start, kind = path.stem.split("-", 1)
        target = places.raw / str(int(start) + 1) / f"{kind}.csv"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return places


def rows_of(places: Places, year: int, kind: str) -> Rows:
    """Return a file's rows as Python's csv reader sees them."""
    path = places.raw / str(year) / f"{kind}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def years_of(places: Places) -> list[int]:
    return sorted(int(path.name) for path in places.raw.iterdir())


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007


def last_rows(
    places: Places, kind: str, key: tuple[str, ...]
) -> dict[tuple[str, ...], tuple[int, int, dict[str, str]]]:
    """Return year, Excel row and cells of the row that holds, by key: the newest year's, the last in its file."""
    held = {}
    for year in years_of(places):
        for number, row in enumerate(rows_of(places, year, kind), start=2):
            held[tuple(row[name] for name in key)] = (year, number, row)
    return held


def duplicates(places: Places, year: int, kind: str, key: tuple[str, ...]) -> set[int]:
    """Return the Excel rows that a later row of the file replaces."""
    last: dict[tuple[str, ...], int] = {}
    earlier = set()
    for number, row in enumerate(rows_of(places, year, kind), start=2):
        this = tuple(row[name] for name in key)
        if this in last:
            earlier.add(last[this])
        last[this] = number
    return earlier
