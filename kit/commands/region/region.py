"""`python -m kit region report` and `figures`: many councils, each by a process of its own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.commands import options
from kit.commands.options import Year
from kit.files.telling import say
from kit.years import parse_year

if TYPE_CHECKING:
    from kit.running.region.members import Region
    from kit.running.region.piece import Outcome
    from kit.running.region.run import Work

region = typer.Typer(no_args_is_help=True, help="Make the reports, or the figures, of many councils.")
RegionFile = Annotated[
    Path,
    typer.Option(
        "--region", help="The region's file, params/regions/<region>.yml.", parser=options.file, metavar="FILE"
    ),
]
AtOnce = Annotated[
    int | None,
    typer.Option("--at-once", min=1, help="Councils made at a time.  [default: by cores and free memory]"),
]
Timeout = Annotated[int, typer.Option("--timeout", min=1, help="Seconds that one council may take.")]


@region.command(epilog="Example: python -m kit region report --region params/regions/london.yml --year 2021")
def report(region: RegionFile, year: Year = "", at_once: AtOnce = None, timeout: Timeout = 3600) -> None:
    """Make the report of each council in which something is missing or has changed."""
    _end(_made(_read(region), parse_year(year), "report", at_once, timeout))


@region.command(epilog="Example: python -m kit region figures --region params/regions/london.yml --year 2021")
def figures(region: RegionFile, year: Year = "", at_once: AtOnce = None, timeout: Timeout = 3600) -> None:
    """Write each council's figures, small numbers hidden, below reports/regions/: no pages."""
    _end(_made(_read(region), parse_year(year), "figures", at_once, timeout))


def _read(path: Path) -> "Region":
    from kit.running.region.members import read_region

    return read_region(path)


def _made(whole: "Region", year: int, work: "Work", at_once: int | None, timeout: int) -> "list[Outcome]":
    from kit.running.progress import councils_done
    from kit.running.region.run import run_region

    with councils_done(len(whole.councils)) as ended:
        return run_region(
            whole, year, work, at_once=at_once, timeout=timeout, tell=lambda one: ended(one.council, one.what)
        )


def _end(outcomes: "list[Outcome]") -> None:
    from kit.running.region.run import summed_up

    for one in outcomes:
        if not one.well:
            say(*(f"{one.council}: {message}" for message in one.messages))
    say(summed_up(outcomes))
    if not all(one.well for one in outcomes):
        raise typer.Exit(1)
