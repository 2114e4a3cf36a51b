"""Good practice that reviewing officers commended, from the year in which they began to write it down."""

from datetime import timedelta

from kit.sample.days import first_day, shown, working_day_from
from kit.sample.draws import dealt, shuffled, stream, whole
from kit.sample.lives.council import Council
from kit.sample.records.teams import TEAMS

GIVEN = {2018: 24, 2019: 30, 2020: 33, 2021: 41}
NOTES = (
    "Life story work done with the child",
    "A report written to the child",
    "The child chaired part of the review",
    "Care plan kept up to date through a move",
    "Brothers and sisters kept in touch",
    "Views sought in the child's first language",
)


def commendation_rows(council: Council, year: int) -> list[dict[str, str]] | None:
    """Return the commendations of a year, in order of day; None before the first that was written down."""
    number = GIVEN.get(year, 0)
    teams = dealt(stream("commended teams", year), number, TEAMS)
    days = sorted(
        working_day_from(first_day(year) + timedelta(whole(stream("commended", year, n), 0, 360)))
        for n in range(number)
    )
    notes = [note for n in range(number) for note in shuffled(stream("commended for", year, n), NOTES)[:1]]
    return [
        {"awarded_date": shown(day), "team": team, "note": f"{note} ({n})"}
        for n, (day, team, note) in enumerate(zip(days, teams, notes, strict=True), start=1)
    ] or None
