"""Which of several files of one extract and year holds, and what is said if none may be left out."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from kit.intake.reading import RawFile, UnnamedError
from kit.intake.typed_table import TypedTable
from kit.text import printable


def mark_older_exports(parts: Iterable[TypedTable]) -> list[str]:
    """Mark all but the newest export of each kind and year; return what is wrong if none is the newest."""
    faults = []
    kinds: dict[tuple[str, int], list[TypedTable]] = {}
    for part in parts:
        kinds.setdefault((part.extract.name, part.file.year), []).append(part)
    for (kind, year), same in kinds.items():
        same.sort(key=lambda p: (p.file.export_date, p.file.name))
        for part in same[:-1]:
            part.older = True
        for _, of_one_day in groupby(same, key=lambda p: p.file.export_date):
            together = [*of_one_day]
            names = [part.place for part in together]
            if len({part.digest for part in together}) < len(together):
                faults.append(f"{_all(names, year)} are one file under two names. Take one of them out.")
            elif len(together) > 1:
                faults.append(
                    f"{_together(names, kind, year)} If one is a newer export of the same rows, name each by its "
                    f"export date ({kind}@{year}-04-19.csv): the newest alone counts."
                )
    return faults


def unnamed_files(unnamed: Sequence[UnnamedError], files: Iterable[RawFile]) -> list[str]:
    """Return what is said of files that have an extract's columns and not its name, those of one extract at once.

    `files` are all files: one that has the name is in the way of another that would get it.
    """
    faults: list[str] = []
    named = {(file.kind_in_name, file.year): file for file in files}
    for (kind, year), same in _by_extract(unnamed).items():
        there = [named[kind, year].name] if (kind, year) in named else []
        if len(same) == 1 and not there:
            faults += same[0].messages
        else:
            faults.append(_together([*there, *(error.file.name for error in same)], kind, year))
    return faults


def _by_extract(unnamed: Iterable[UnnamedError]) -> dict[tuple[str, int], list[UnnamedError]]:
    found: dict[tuple[str, int], list[UnnamedError]] = {}
    for error in unnamed:
        found.setdefault((error.extract, error.file.year), []).append(error)
    return found


def _together(names: Sequence[str], kind: str, year: int) -> str:
    every = "both" if len(names) == 2 else "all"
    return (
        f"{_all(names, year)} {every} hold {kind}, and a year's {kind} is one file. "
        f"Put their rows together in one, called {kind}.csv."
    )


def _all(names: Sequence[str], year: int) -> str:
    *others, last = (printable(name, 80) for name in names)
    return f"{', '.join(others)} and {last} ({year})"
