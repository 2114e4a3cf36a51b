"""`python -m kit audit`: what could be worked out from what was published, and from a further table beside it."""

from datetime import datetime
from pathlib import Path

from kit.commands import options
from kit.commands.options import AsAt, Council, Data, Params, Year
from kit.errors import KitError
from kit.files.telling import say
from kit.paths import PUBLICATION, Places, find_council, shown
from kit.years import label, named, parse_as_at, parse_year

MOST = 20


def audit(
    year: Year = "",
    as_at: AsAt = "",
    council: Council = "sample",
    also: options.Also = None,
    record: options.ToRemember = "",
    data: Data = None,
    params: Params = None,
) -> None:
    """Audit what was published as a stranger would read it, or ask whether a further table could be given out too."""
    number, places = parse_year(year), find_council(council, data, params)
    day = parse_as_at(as_at, number)
    if record and also is None:
        raise KitError("--record (RECORD=) is for a further table: name it with --also (ALSO=).", wrong_use=True)
    if also is not None:
        _also(places, number, also, record)
        return
    from kit.counting.asked import ask
    from kit.protection.publications import load_publications
    from kit.publishing.audit.audit import audit as audit_files

    folder = places.report(number, day) / PUBLICATION
    earlier = load_publications(places)
    this = [one for one in earlier if (one.record.year, one.day) == (number, day)]
    if not this or not folder.is_dir():
        raise KitError(
            f"{shown(folder)}: the report of {named(number, day)} is not published, so that there is nothing to audit. "
            "make publish makes what readers get, and audits it first.",
            wrong_use=True,
        )
    settings = ask(places, number, day)
    others = [one for one in earlier if one is not this[-1]]
    rules = settings.measures, settings.settings.hide_up_to, settings.settings.not_about_people
    found = audit_files(folder, places, others, this[-1].part, *rules, this[-1].counted)
    if found.faults:
        raise KitError([f"{shown(folder)}: readers can learn from it what they must not.", *found.faults])
    say(
        f"{shown(folder)}: {found.judged.cells} rows are hidden, and no small number of them can be worked out beside "
        f"{len(others)} other publications."
    )


def _also(places: Places, year: int, path: Path, record: str) -> None:
    from kit.counting.asked import ask
    from kit.protection.publications import load_publications
    from kit.publishing.audit.further import further, remember

    asked = ask(places, year, None)
    limit = asked.settings.hide_up_to
    publications = load_publications(places)
    found = further(path, publications, asked.measures, limit, asked.settings.not_about_people)
    lines = [
        f"{measure}, {label(of)}, {by} {category}: {why}." for (measure, of, by, category), why in found.refused.items()
    ]
    lines = lines[:MOST] + ([f"and {len(lines) - MOST} more."] if len(lines) > MOST else [])
    head = f"{shown(path)}: of its {found.table.height} rows {len(found.refused)} could not be given out"
    if record:
        name = remember(places, found, record, datetime.now().astimezone(), limit)
        for line in lines and [f"{head}, and are public now.", *lines]:
            say(line)
        say(f"It is remembered in {shown(places.publications / name)}: later reports are protected beside it.")
    elif lines:
        raise KitError([f"{head}.", *lines])
    else:
        say(
            f"{shown(path)}: all of its {found.table.height} rows could be given out beside {len(publications)} "
            'publications. Once they are, remember them: RECORD="what it is, and when" (or --record).'
        )
