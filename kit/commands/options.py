"""The options of the command line, each with its help: those that commands share, and the longer ones."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from kit.errors import KitError
from kit.paths import refuse_broken, shown

# By a variable of the environment, what is said if it is there but holds nothing (`make report COUNCIL=`).
NOTHING = {
    "KIT_COUNCIL": "COUNCIL= (KIT_COUNCIL) names no council. Name one as its folder under data/ is called, or leave "
    "COUNCIL out for the made-up sample council.",
    "KIT_YEAR": "YEAR= (KIT_YEAR) names no reporting year. Give the calendar year in which it ends: YEAR=2021 "
    "(or --year 2021).",
    "KIT_AS_AT": "AS_AT= (KIT_AS_AT, --as-at) names no day. Give the last day that the report is to know "
    "(AS_AT=2020-09-30), or leave AS_AT out for the whole year.",
    "KIT_DATA": "KIT_DATA holds nothing. Name the folder that holds <council>/raw/<year>/, or remove it for data/.",
    "KIT_TO": "TO= (KIT_TO) names no file. Name one (TO=figures.csv), or leave TO out to print.",
    "KIT_ALSO": "ALSO= (KIT_ALSO) names no file. Name the further table (ALSO=table.csv), or leave ALSO out.",
    "KIT_PARAMS": "KIT_PARAMS holds nothing. Name the folder of <council>/council.yml, or remove it for params/.",
}


def refuse_nothing(*variables: str) -> None:
    """Refuse variables of the environment that are there but hold nothing: the default may be another council's."""
    if faults := [NOTHING[name] for name in variables if not os.environ.get(name, "x").strip()]:
        raise KitError(faults, wrong_use=True)


def given(ctx: typer.Context, param: typer.CallbackParam, value: Any) -> Any:
    """Return the value of an option; KitError if it, or its variable of the environment, is there but empty."""
    source = ctx.get_parameter_source(str(param.name))
    if source is None or source.name != "COMMANDLINE":
        refuse_nothing(str(param.envvar))
    elif isinstance(value, str) and not value.strip():
        raise KitError(NOTHING[str(param.envvar)], wrong_use=True)
    return value


def folder(text: str | Path) -> Path:
    """Return the folder that a text names; wrong use if it is empty, which Path would take for the folder here."""
    if not str(text).strip():
        raise typer.BadParameter("it names no folder.")
    return Path(text)


def file(text: str | Path) -> Path:
    """Return the file that a text names; wrong use if it is empty."""
    if not str(text).strip():
        raise typer.BadParameter("it names no file.")
    return Path(text)


def folder_there(text: str | Path) -> Path:
    """Return the folder that a text names; wrong use if there is none."""
    found = folder(text)
    refuse_broken(found)
    if not found.is_dir():
        raise typer.BadParameter(f"there is no folder {shown(found)}.")
    return found


def out(says: str) -> Any:
    """Return the option of the folder that receives what a command makes."""
    return typer.Option("--out", help=says, parser=folder, metavar="FOLDER")


YEAR_HELP = "The reporting year by the calendar year in which it ends: 2021 is April 2020 to March 2021."
Council = Annotated[
    str,
    typer.Option("--council", envvar="KIT_COUNCIL", help="The council's folder name under data/.", callback=given),
]
Year = Annotated[str, typer.Option("--year", envvar="KIT_YEAR", help=YEAR_HELP, show_default=False, callback=given)]
AsAt = Annotated[
    str,
    typer.Option(
        "--as-at",
        envvar="KIT_AS_AT",
        help="A day of the year (2020-09-30): the year up to it, beside earlier years up to the same day.",
        show_default=False,
        callback=given,
    ),
]
ListDay = Annotated[
    str,
    typer.Option(
        "--as-at",
        envvar="KIT_AS_AT",
        help="The day of the list (2021-03-31).  [default: the newest export date of episodes and reviews]",
        show_default=False,
        callback=given,
    ),
]
Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        envvar="KIT_DATA",
        help="The folder that holds <council>/raw/<year>/.  [default: data]",
        parser=folder_there,
        metavar="FOLDER",
        callback=given,
    ),
]
Params = Annotated[
    Path | None,
    typer.Option(
        "--params",
        envvar="KIT_PARAMS",
        help="The folder that holds <council>/council.yml.  [default: params]",
        parser=folder_there,
        metavar="FOLDER",
        callback=given,
    ),
]
WhoseSettings = Annotated[
    str,
    typer.Option(
        "--council", envvar="KIT_COUNCIL", help="Whose settings --write adds to.", show_default=False, callback=given
    ),
]
Size = Annotated[int, typer.Option("--size", help="How many children to draw.")]
Seed = Annotated[int, typer.Option("--seed", help="Any whole number: the same one draws the same children.")]
Wave = Annotated[str, typer.Option("--wave", help="What the round of audits is called.", show_default=False)]
Internal = Annotated[
    bool,
    typer.Option("--internal", help="Unsuppressed, for internal use only. Without it small numbers are hidden."),
]
Comparisons = Annotated[
    bool,
    typer.Option(
        "--comparisons",
        help="What each figure is compared with (year before, two years before, target) and what is called a change.",
    ),
]
To = Annotated[
    Path | None,
    typer.Option(
        "--to",
        envvar="KIT_TO",
        help="Write this file for Excel (name.csv) instead of printing; PowerShell's > would change its letters.",
        show_default=False,
        parser=file,
        metavar="FILE",
        callback=given,
    ),
]
By = Annotated[str, typer.Option("--by", envvar="KIT_BY", help="Who made it, for the record.", show_default=False)]
ApprovedBy = Annotated[
    str,
    typer.Option(
        "--approved-by", envvar="KIT_APPROVED_BY", help="Who approved it: the report says so.", show_default=False
    ),
]
Revise = Annotated[
    str,
    typer.Option(
        "--revise",
        envvar="KIT_REVISE",
        help="Why a report that was published is published again with other figures: the report says so.",
        show_default=False,
    ),
]
Also = Annotated[
    Path | None,
    typer.Option(
        "--also",
        envvar="KIT_ALSO",
        help="A further table (name.csv, the columns of figures.csv): could it be given out besides?",
        show_default=False,
        parser=file,
        metavar="FILE",
        callback=given,
    ),
]
ToRemember = Annotated[
    str,
    typer.Option(
        "--record",
        envvar="KIT_RECORD",
        help='Remember the further table as public, under these words: "FOI 1234, 2 May 2021".',
        show_default=False,
    ),
]
FromYear = Annotated[str | None, typer.Option("--from-year", help="The earliest year to print; more may be loaded.")]
OneMeasure = Annotated[
    list[str] | None, typer.Option("--measure", help="Print this measure alone; may be given several times.")
]
OneBreakdown = Annotated[
    list[str] | None,
    typer.Option("--breakdown", help="Print this breakdown alone (all is the whole); may be given several times."),
]
Workbook = Annotated[
    Path | None,
    typer.Option(
        "--xlsx", help="Write an Excel workbook (name.xlsx).", show_default=False, parser=file, metavar="FILE"
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for another program: an object for each row.")]
RealIds = Annotated[
    bool,
    typer.Option(
        "--real-ids",
        help="Show the case system's identifiers if there are pseudonyms: needs the key and the raw files.",
    ),
]
