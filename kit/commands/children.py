"""`python -m kit children`: the rows behind a figure, on the screen or in a workbook (internal)."""

from typing import Annotated, Any

import typer

from kit.commands import options
from kit.commands.options import AsAt, Council, Data, Params, Year
from kit.errors import KitError
from kit.files.telling import say
from kit.paths import shown

Included = Annotated[
    bool | None,
    typer.Option(
        "--included/--not-included",
        help="Only those that the figure includes (on time), or only the others (not on time).",
        show_default=False,
    ),
]
Where = Annotated[
    list[str] | None,
    typer.Option("--where", help="Only rows of this category, as in quarter=Q3; can be given again."),
]


def children(
    measure: Annotated[str, typer.Argument(help="The measure, as in reviews_on_time.")],
    where: Where = None,
    included: Included = None,
    real_ids: options.RealIds = False,
    year: Year = "",
    as_at: AsAt = "",
    council: Council = "sample",
    data: Data = None,
    params: Params = None,
    xlsx: options.Workbook = None,
) -> None:
    """List the rows behind a figure: child, due and held day, officer, reason (internal)."""
    import os

    from kit.explore.opening import open_inside
    from kit.explore.rows import print_rows
    from kit.years import parse_year

    pairs = [one.partition("=") for one in where or ()]
    if wrong := [name for name, sign, value in pairs if not (name and sign and value)]:
        raise KitError(f"--where {wrong[0]}: name a column and its value, as in --where quarter=Q3.", wrong_use=True)
    for name, folder in (("KIT_DATA", data), ("KIT_PARAMS", params)):
        if folder:
            os.environ[name] = str(folder)
    inside = open_inside(council, parse_year(year), as_at, real_ids=real_ids)
    chosen: dict[str, Any] = {name.strip(): value.strip() for name, _, value in pairs}
    rows = inside.children(measure, included=included, **chosen)
    if xlsx is None:
        print_rows(rows)
    else:
        rows.to_excel(xlsx)
        say(f"{len(rows)} rows are in {shown(xlsx)}. They name children: keep them as safe as the raw files.")
