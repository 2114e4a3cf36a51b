"""The teams: of the social workers who had a child, by the day, and of the reviewing officers."""

from datetime import date, timedelta

from kit.sample.draws import pick, stream
from kit.sample.lives.people import Child

TEAMS = {
    "Children in care, north": 0.30,
    "Children in care, south": 0.27,
    "Assessment and court": 0.23,
    "Children with disabilities": 0.20,
}
# A child new to care is with those who take the case to court.
NEW = timedelta(150)
# After that with one of the others, the brothers and sisters too.
SETTLED = {
    "Children in care, north": 0.42,
    "Children in care, south": 0.38,
    "Children with disabilities": 0.17,
    "": 0.03,
}
OFFICERS_TEAMS = {"North": 0.5, "South": 0.5}


def team_of_child(child: Child, since: date, day: date) -> str:
    """Return the team that had on `day` a child in care since a day; empty if nobody wrote it down."""
    if day - since < NEW:
        return "Assessment and court"
    return pick(stream("social workers' team", child.family), SETTLED)


def team_of_officer(iro: str) -> str:
    """Return the team of a reviewing officer."""
    return pick(stream("officers' team", iro), OFFICERS_TEAMS)
