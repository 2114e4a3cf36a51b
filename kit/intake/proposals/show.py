"""`python -m kit map FILE`: what a file seems to be in the contract's words, shown for a person to decide."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kit.errors import KitError, did_you_mean
from kit.extracts import EXTRACTS
from kit.files.walk import refuse_no_files
from kit.intake.proposals.identifiers import with_identifiers
from kit.intake.proposals.propose import Proposal, columns_of_unknown_words, propose
from kit.intake.proposals.write import Written, as_yaml, pattern_for, write_mapping, write_use
from kit.intake.reading import AnySheet, RawFile, TextTable, read_any_sheets
from kit.paths import Places, refuse_broken, shown
from kit.settings.load import load_settings
from kit.settings.mappings import PLACEHOLDER, Mapping
from kit.text import plain, printable

MAPPED = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")


def map_file(path: Path, places: Places | None, extract: str, write: bool, console: Console, sheet: str = "") -> None:
    """Propose a mapping for the file, show it, and write it into the council's settings if `write` says so.

    Of a workbook it is for the `sheet` named, or for the one whose headings fit best. KitError (wrong use) if the
    file cannot be one, has no such sheet, or if it is to be written and no council is named.
    """
    named = "Name one file: python -m kit map data/<council>/raw/2021/<file>.csv"
    refuse_broken(path)
    if not path.exists():
        raise KitError(f"{path.name}: does not exist. {named}")
    refuse_no_files(path)
    if path.is_dir() or path.suffix.lower() not in MAPPED:
        raise KitError(f"{path.name}: is {'a folder' if path.is_dir() else 'neither CSV nor XLSX'}. {named}")
    if write and places is None:
        raise KitError("Say whose settings to write: --council <council>.", wrong_use=True)
    file = RawFile(path, int(path.parent.name) if re.fullmatch("[0-9]{4}", path.parent.name) else 0)
    table, first = _best_sheet(file, extract, sheet, console)
    mappings = _mappings(places, file.year)
    proposals = tuple(with_identifiers(p, file, table, mappings) for p in _both(first, file, table, extract))
    first = proposals[0]
    for proposal in proposals:
        _show(proposal, file, console)
    pattern = pattern_for(file)
    if first.ready_made:
        ready = first.ready_made
        console.print(f"The ready-made mapping {ready.name} knows this file: {ready.title}.", soft_wrap=True)
        console.print(f"It gives: {ready.gives}\nIt cannot give: {ready.cannot_give}", soft_wrap=True)
        _say_or_write(write, f"use: [{ready.name}]\n", lambda: write_use(_there(places), ready.name), console)
    elif first.missing and not _is_like(first, extract):
        what = f"no column of it is like one of {extract}. Write the mapping yourself, as docs/councils.md shows."
        other = f"no extract is like it. Name the extract with --extract ({', '.join(EXTRACTS)}), or take the file out."
        raise KitError(f"{file.name}: {what if extract else other}")
    elif _as_it_is(first, file):
        read_as = f" Its dates ({first.read_as}) are read as they are." if first.read_as else ""
        what = "It is in the contract's words already: no mapping is needed."
        if columns := ", ".join(columns_of_unknown_words(table, first)):
            what = (
                f"Its headings need no mapping. What {columns} holds that is not known needs one: name each such value "
                f"and its code in params/<council>/council.yml (mappings: {pattern}: extract: {first.extract.name}, "
                "values:), as docs/councils.md shows."
            )
        console.print(f"{what}{read_as}", highlight=False, markup=False, soft_wrap=True)
    else:
        entry = as_yaml(pattern, proposals)
        _say_or_write(write, f"mappings:\n{entry}", lambda: write_mapping(_there(places), pattern, entry), console)
        if first.missing:
            free = ", ".join(_plain(h.theirs) for h in first.headings if not h.ours) or "none is left"
            places_left = ", ".join(f'"{PLACEHOLDER} {heading}"' for heading in first.missing)
            console.print(
                f"Put the file's own heading in place of {places_left} before you run anything: without it no row of "
                f"{first.extract.name} can be used. Its headings that mean nothing yet: {free}."
                f"{'' if extract else ' If it is another extract, name that with --extract.'}",
                highlight=False,
                soft_wrap=True,
            )


def _best_sheet(file: RawFile, extract: str, wanted: str, console: Console) -> tuple[TextTable, Proposal]:
    """Return the table of the sheet to look at and what it seems to be; say which sheets there are, if several."""
    sheets = read_any_sheets(file)
    named = [s for s in sheets if s.name and plain(s.name) == plain(wanted)]
    if wanted and not named:
        names = [s.name for s in sheets if s.name]
        there = f"Its sheets are: {', '.join(map(_called, sheets))}." if names else "It is no workbook."
        close = did_you_mean(wanted, names)
        raise KitError(f'{file.name} has no sheet "{printable(wanted)}".{close} {there}', wrong_use=True)
    proposals = [(s, s.table, propose(file, s.table, extract)) for s in named or sheets if s.table]
    if not proposals:
        raise KitError(f"{file.name}: the sheet {_called(named[0])} holds no table. Name another with --sheet.")
    # Of two that fit as well, the one that is not hidden, and of two such, the first.
    best, table, found = max(proposals, key=lambda p: (not p[2].missing, _known(p[2]), not p[0].is_hidden))
    if len(sheets) > 1:
        why = "as you named it" if wanted else "most of its headings are known; --sheet names another"
        said = f"Sheets: {', '.join(map(_called, sheets))}.\nLooked at: {_called(best)} ({why})."
        console.print(said, markup=False, highlight=False, soft_wrap=True)
    return table, found


def _known(proposal: Proposal) -> float:
    return sum(heading.sure for heading in proposal.headings)


def _called(sheet: AnySheet) -> str:
    return f"{sheet.name}{' (hidden)' if sheet.is_hidden else ''}{'' if sheet.table else ' (no table)'}"


def _both(first: Proposal, file: RawFile, table: TextTable, extract: str) -> tuple[Proposal, ...]:
    """Return the proposal, and with review details the reviews too if the file says how children took part."""
    if extract or first.extract.name != "review_details" or first.missing:
        return (first,)
    second = propose(file, table, "reviews")
    took_part = any(h.ours == "REVIEW_CODE" and h.sure >= 0.8 for h in second.headings)
    if not took_part or second.missing:
        return (first,)
    used = tuple(h for h in second.headings if h.ours)
    why = "it says how children took part; used in years in which the return has no reviews"
    return (first, replace(second, headings=used, why=why))


def _as_it_is(proposal: Proposal, file: RawFile) -> bool:
    named = proposal.extract.statutory or file.kind_in_name == proposal.extract.name
    same = all(h.theirs == h.ours for h in proposal.headings if h.ours) and not any(v.ours for v in proposal.values)
    same = same and not proposal.dates and not proposal.identifiers
    whole = not proposal.extract.statutory or {h.theirs for h in proposal.headings} == set(proposal.extract.headings)
    return named and same and whole


def _mappings(places: Places | None, year: int) -> tuple[Mapping, ...]:
    """Return the mappings of the file's council; none if none is named, or its settings are not yet in order."""
    try:
        return load_settings(places, year).mappings if places and year else ()
    except KitError:
        return ()


def _there(places: Places | None) -> Places:
    assert places is not None
    return places


def _is_like(proposal: Proposal, extract: str) -> bool:
    """Return whether enough of the file is known to propose it, though columns that are needed are not found."""
    known = sum(1 for heading in proposal.headings if heading.ours)
    return known >= 1 if extract else known >= 3 or (known >= 2 and 2 * known >= len(proposal.headings))


def _say_or_write(write: bool, text: str, do: Callable[[], Written], console: Console) -> None:
    console.print("\nFor params/<council>/council.yml:\n", markup=False)
    console.print(text, markup=False, highlight=False, soft_wrap=True)
    if write:
        written = do()
        said = "Written into" if written.is_new else "It is there already, so nothing was written into"
        console.print(
            f"{said} {shown(written.path)}. Look at it, then run: python -m kit check --council "
            f"{written.path.parent.name} --year <year>.",
            soft_wrap=True,
        )
    else:
        console.print("Nothing was written. With --write it is added to the council's settings.", soft_wrap=True)


def _show(proposal: Proposal, file: RawFile, console: Console) -> None:
    if proposal.missing:
        # How many of its columns are known says nothing of how sure it is then.
        needed, are = " and ".join(proposal.missing), "is" if len(proposal.missing) == 1 else "are"
        said = f": {proposal.why}, but {needed}, without which no row can be used, {are} not found"
    else:
        said = f" ({_sure(proposal.sure)}): {proposal.why}"
    console.print(
        f"{file.name} looks like {proposal.extract.name}{said}.",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    table = Table("in the file", "in the contract", "how sure", "why")
    for h in proposal.headings:
        table.add_row(_plain(h.theirs), h.ours or "-", _sure(h.sure) if h.ours else "", _plain(h.why))
    console.print(table)
    if proposal.values:
        values = Table("column", "value in the file", "code", "how sure", "why")
        for v in proposal.values:
            values.add_row(v.column, _plain(v.theirs), v.ours or "-", _sure(v.sure) if v.ours else "", _plain(v.why))
        console.print(values)
    for one in proposal.identifiers:
        said = f'{one.column}: something was added to the identifiers; "{one.pattern}" takes it off ({one.why}).'
        console.print(said, markup=False, highlight=False, soft_wrap=True)


def _sure(share: float) -> str:
    word = "sure" if share >= 0.9 else "likely" if share >= 0.7 else "unsure"
    return f"{word}, {share:.0%}"


def _plain(text: str) -> str:
    return escape("".join(c if c.isprintable() else " " for c in text)[:80])
