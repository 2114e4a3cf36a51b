"""`python -m kit figures` and `python -m kit problems`: tables for a spreadsheet, or for another program."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kit.commands import options
from kit.commands.options import AsAt, Council, Data, Internal, Params, Year
from kit.errors import KitError, did_you_mean
from kit.files.telling import say
from kit.paths import find_council, shown
from kit.years import parse_as_at, parse_year

if TYPE_CHECKING:
    import polars as pl


def figures(
    year: Year = "",
    as_at: AsAt = "",
    council: Council = "sample",
    data: Data = None,
    params: Params = None,
    from_year: options.FromYear = None,
    measure: options.OneMeasure = None,
    breakdown: options.OneBreakdown = None,
    internal: Internal = False,
    to: options.To = None,
    xlsx: options.Workbook = None,
    json: options.AsJson = False,
    comparisons: options.Comparisons = False,
) -> None:
    """Print the table of results as CSV, or write a file: measure, year, breakdown, category, numerator, …"""
    from kit.counting.figures import load_figures, load_notes, load_unprotected_figures
    from kit.figures.comparison_table import comparisons_csv
    from kit.figures.csv import chosen_results, results_csv
    from kit.files.saving import refuse_place
    from kit.measures.breakdowns import ALL, BREAKDOWNS
    from kit.measures.headers import find_measure

    number, places = parse_year(year), find_council(council, data, params)
    first = None if from_year is None else parse_year(from_year)
    if first and first > number:
        raise KitError(f"--from-year {first} is after --year {number}.", wrong_use=True)
    wanted = [find_measure(name, places.own_measures) for name in measure or ()]
    by = list(breakdown or ())
    known = {ALL, *(name for one in wanted for name in one.breakdowns)} if wanted else {ALL, *BREAKDOWNS}
    if others := [name for name in by if name not in known]:
        of = f"{wanted[0].name} is not broken down by" if len(wanted) == 1 else "There is no breakdown"
        said = f" Its breakdowns are: {', '.join(sorted(known))}." if len(wanted) == 1 else ""
        raise KitError([f'{of} "{name}".{did_you_mean(name, known)}{said}' for name in others], wrong_use=True)
    _refuse_two(to, xlsx, json)
    if warning := refuse_place(to, places, internal=internal):
        say(warning)
    if warning := refuse_place(xlsx, places, internal=internal, ending=".xlsx", option="--xlsx"):
        say(warning)
    day = parse_as_at(as_at, number)
    loaded = (load_unprotected_figures if internal else load_figures)(places, number, day)
    say(*load_notes(places, number, day))
    table = loaded.comparisons if comparisons else loaded.results
    results = chosen_results(table, first, [one.name for one in wanted], by)
    if xlsx:
        from kit.files.saving import save_workbook
        from kit.files.xlsx import as_sheet

        save_workbook([as_sheet("comparisons" if comparisons else "figures", results)], xlsx, internal=internal)
        _wrote(xlsx, internal=internal)
    elif json:
        put([_json(results)], None, internal=internal)
    else:
        put([comparisons_csv(results) if comparisons else results_csv(results)], to, internal=internal)


def problems(
    year: Year = "",
    council: Council = "sample",
    data: Data = None,
    params: Params = None,
    to: options.To = None,
    json: options.AsJson = False,
) -> None:
    """Print every listed row as CSV, or write a file. Internal: it shows values of children's records."""
    from kit.counting.figures import load_notes, load_problems
    from kit.files.saving import refuse_place
    from kit.problems.table import problems_csv

    number, places = parse_year(year), find_council(council, data, params)
    _refuse_two(to, None, json)
    refuse_place(to, places, internal=True)
    listed = load_problems(places, number)
    say(*load_notes(places, number))
    put([_json(listed)] if json else problems_csv(listed), to, internal=True)


def _refuse_two(to: Path | None, xlsx: Path | None, json: bool) -> None:
    if sum((to is not None, xlsx is not None, json)) > 1:
        raise KitError("Choose one of --to (CSV), --xlsx (a workbook) and --json (to print).", wrong_use=True)


def _json(table: "pl.DataFrame") -> str:
    """Return a table as JSON: a list with an object for each row."""
    return table.write_json() + "\n"


def put(pieces: Iterable[str], to: Path | None, *, internal: bool) -> None:
    """Print a CSV, or write it into the file that was named."""
    if to is None:
        for piece in pieces:
            typer.echo(piece, nl=False)
        return
    from kit.files.saving import save_csv

    save_csv(pieces, to, internal=internal)
    _wrote(to, internal=internal)


def _wrote(to: Path, *, internal: bool) -> None:
    say(f"Wrote {shown(to)}." + (" It is internal: keep it as safe as the raw files." if internal else ""))
