"""The reviewing officers: who is in post, who is away, and who reviews which family."""

from dataclasses import dataclass
from datetime import date

from kit.sample.draws import chance, pick, stream

NEVER = date(2099, 1, 1)


@dataclass(frozen=True)
class Officer:
    """A reviewing officer's post; `away` are spells of (first day, last day, why)."""

    iro_id: str
    fte: float
    started: date
    left: date
    away: tuple[tuple[date, date, str], ...] = ()

    def why_away(self, day: date) -> str:
        """Return why the officer is away on a day, or an empty string."""
        return next((why for first, last, why in self.away if first <= day <= last), "")


OFFICERS = (
    Officer("IRO01", 1.0, date(2000, 4, 3), NEVER),
    Officer("IRO02", 1.0, date(2000, 4, 3), date(2017, 9, 1)),
    Officer("IRO03", 1.0, date(2006, 9, 4), NEVER, ((date(2020, 9, 21), date(2021, 2, 12), "Sickness"),)),
    Officer(
        "IRO04",
        0.8,
        date(2004, 1, 5),
        date(2019, 2, 1),
        ((date(2017, 11, 20), date(2018, 1, 12), "Sickness"),),
    ),
    Officer("IRO05", 0.6, date(2009, 6, 1), NEVER, ((date(2016, 10, 31), date(2016, 12, 2), "Bereavement"),)),
    Officer("IRO06", 1.0, date(2011, 10, 3), NEVER, ((date(2020, 4, 6), date(2020, 6, 5), "Sickness"),)),
    Officer(
        "IRO07",
        1.0,
        date(2007, 2, 5),
        date(2017, 1, 2),
        ((date(2016, 6, 13), date(2016, 10, 28), "Sickness"),),
    ),
    Officer("IRO08", 1.0, date(2010, 5, 4), NEVER, ((date(2020, 11, 9), date(2021, 1, 29), "Sickness"),)),
    Officer("IRO09", 1.0, date(2016, 12, 5), NEVER, ((date(2019, 10, 7), date(2019, 12, 13), "Sickness"),)),
    Officer("IRO10", 1.0, date(2017, 8, 7), NEVER),
    Officer("IRO11", 0.8, date(2019, 1, 7), NEVER),
)


def officer_on(family: str, since: date, day: date) -> Officer:
    """Return who reviews on `day` a family in care from `since`: one officer until he or she leaves.

    Families go to officers by their hours, more often to those who are new; a leaver's mostly to the newest.
    """
    rng = stream("officer", family, since.toordinal())
    moment = since
    officer = pick(rng, _hours_free(moment))
    while day >= officer.left:
        moment = officer.left
        newest = max(_hours_free(moment), key=lambda each: each.started)
        officer = newest if chance(rng, 0.8) else pick(rng, _hours_free(moment))
    return officer


def _hours_free(day: date) -> dict[Officer, float]:
    return {
        each: each.fte * (2.0 if (day - each.started).days < 500 else 1.0)
        for each in OFFICERS
        if each.started <= day < each.left
    }
