"""`python -m kit documents`: the report as people use it besides the page."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

from kit.commands import options
from kit.commands.options import AsAt, Council, Data, Params, Year
from kit.files.telling import say
from kit.paths import NOTEBOOKS, find_council, shown
from kit.running.kept_report import warnings_of_last_run
from kit.years import parse_as_at, parse_year


def documents(
    year: Year = "",
    as_at: AsAt = "",
    council: Council = "sample",
    data: Data = None,
    params: Params = None,
    out: Annotated[Path | None, options.out("The folder of the report, instead of reports/.")] = None,
) -> None:
    """Make PDF, Word, workbook and slides of the report, pages for board and young people, in reports/…/documents/."""
    from kit.counting.figures import load_figures
    from kit.documents.files import make_documents
    from kit.running.make_report import make_report

    number, places = parse_year(year), find_council(council, data, params, out and out.absolute())
    day = parse_as_at(as_at, number)
    if warnings_of_last_run(places, places.report(number, day), NOTEBOOKS) is None:
        make_report(places, number, as_at=day, stamp=datetime.now().astimezone())
    folder, before = make_documents(places, number, day, load_figures(places, number, day))
    if before:
        say("Nothing has changed since they were made.")
    say(f"The documents of the draft are in {shown(folder)}. make publish makes those that readers get.")
