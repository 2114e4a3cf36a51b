"""`python -m kit publish`: the report as readers get it."""

from datetime import datetime

from kit.commands import options
from kit.commands.options import AsAt, Council, Data, Params, Year
from kit.errors import KitError
from kit.files.telling import say
from kit.paths import NOTEBOOKS, find_council, shown
from kit.running.kept_report import warnings_of_last_run
from kit.years import parse_as_at, parse_year


def publish(
    year: Year = "",
    as_at: AsAt = "",
    council: Council = "sample",
    by: options.By = "",
    approved_by: options.ApprovedBy = "",
    revise: options.Revise = "",
    data: Data = None,
    params: Params = None,
) -> None:
    """Publish the report: protected beside all that was published before, remembered, in reports/…/publication/."""
    from kit.protection.published import why_not_publishable
    from kit.publishing.publish import Said
    from kit.publishing.publish import publish as publish_report
    from kit.running.make_report import make_report

    number, places = parse_year(year), find_council(council, data, params)
    day, now = parse_as_at(as_at, number), datetime.now().astimezone()
    if why := why_not_publishable(day):
        raise KitError(why, wrong_use=True)
    if warnings_of_last_run(places, places.report(number, day), NOTEBOOKS) is None:
        make_report(places, number, as_at=day, stamp=now)
    made = publish_report(places, number, day, Said(by, approved_by, revise), now)
    if not approved_by and not made.before:
        say('Nobody is named as who approved it: APPROVED_BY="…" (or --approved-by) puts the name into the report.')
    for remark in made.remarks:
        say(f"Look at {remark}. It may be worked out of figures in a way that the audit does not know.")
    for shown_both in filter(None, str(made.record.hiding.get("in_conflict", "")).split("; ")):
        say(f"{shown_both}: both figures are headlines, and readers can work out the few cases between them.")
    if made.before:
        say(f"This was published on {made.record.published[:10]}, and nothing has changed since.")
    say(f"What readers get is in {shown(made.folder)}. What was published is kept in {shown(places.publications)}.")
