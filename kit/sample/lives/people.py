"""What a child, a period of care and an episode are in the made-up council."""

from dataclasses import dataclass
from datetime import date

ADOPTIVE = ("A3", "A4", "A5", "A6")


@dataclass(frozen=True)
class Stay:
    """A placement: a child's home, and with whom. The same `carer` means the same people."""

    code: str
    provider: str
    carer: int
    post: str
    urn: str


@dataclass(frozen=True)
class Episode:
    """A row of the return as it is once the episode has ended."""

    start: date
    end: date
    rne: str
    legal_status: str
    need: str
    stay: Stay
    rec: str
    reason: str


@dataclass(frozen=True)
class Period:
    """One unbroken time of being looked after; `end` may be after the last reporting year."""

    start: date
    end: date
    rec: str
    outcome: str
    episodes: tuple[Episode, ...]

    def holds(self, day: date) -> bool:
        return self.start <= day < self.end

    def episode_on(self, day: date) -> Episode:
        return [e for e in self.episodes if e.start <= day][-1]

    def is_away(self, day: date) -> bool:
        """Return whether the child is in a temporary placement, as in hospital or while carers are away."""
        return self.episode_on(day).stay.code[0] == "T"

    def adoption_starts(self) -> list[date]:
        """Return the days on which a placement for adoption begins."""
        starts, before = [], False
        for episode in self.episodes:
            now = episode.stay.code in ADOPTIVE
            if now and (not before or episode.rne in "PB"):
                starts.append(episode.start)
            before = now
        return starts


@dataclass(frozen=True)
class Child:
    """A child of the council. `key` names the child's streams of draws, `family` those of the household."""

    key: str
    family: str
    kind: str
    child_id: str
    sex: str
    dob: date
    ethnicity: str
    upn: str
    became_mother: date | None
    home_post: str
    periods: tuple[Period, ...]
    short_breaks: tuple[Episode, ...] = ()

    def period_on(self, day: date) -> Period | None:
        return next((p for p in self.periods if p.holds(day)), None)
