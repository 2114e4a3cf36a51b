"""The options of the command line that commands share, each with its help."""

from pathlib import Path
from typing import Annotated

import typer

YEAR_HELP = "The reporting year by the calendar year in which it ends: 2021 is April 2020 to March 2021."
Council = Annotated[str, typer.Option("--council", envvar="KIT_COUNCIL", help="The council's folder name under data/.")]
Year = Annotated[str, typer.Option("--year", envvar="KIT_YEAR", help=YEAR_HELP, show_default=False)]
AsAt = Annotated[
    str,
    typer.Option(
        "--as-at",
        envvar="KIT_AS_AT",
        help="A day of the year (2020-09-30): the year up to it, beside earlier years up to the same day.",
        show_default=False,
    ),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", envvar="KIT_DATA", help="The folder that holds <council>/raw/<year>/.  [default: data]"),
]
Params = Annotated[
    Path | None,
    typer.Option(
        "--params",
        envvar="KIT_PARAMS",
        help="The folder that holds <council>/council.yml.  [default: params]",
    ),
]
Size = Annotated[int, typer.Option("--size", help="How many children to draw.")]
Seed = Annotated[int, typer.Option("--seed", help="Any whole number: the same one draws the same children.")]
Wave = Annotated[str, typer.Option("--wave", help="What the round of audits is called.", show_default=False)]
Internal = Annotated[
    bool,
    typer.Option("--internal", help="Unsuppressed, for internal use only. Without it small numbers are hidden."),
]
