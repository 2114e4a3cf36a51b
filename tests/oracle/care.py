"""Periods of care and the reviews that count (definitions, section 1), as known at the end of one year."""

from dataclasses import dataclass, replace
from datetime import date

from tests.oracle.days import first_day_of, last_day_of
from tests.oracle.reading import Council, Episode, Review

SHORT_BREAKS = ("V3", "V4")


@dataclass(frozen=True)
class Period:
    """One unbroken time of being looked after; `end` is None while it is open.

    `ceased` is False for an end that only the rule "left open and then gone" gives.
    """

    child: str
    start: date
    end: date | None
    ceased: bool
    episodes: tuple[Episode, ...]

    def looked_after_on(self, day: date) -> bool:
        """Return whether the day is inside the period: the day of leaving is not."""
        return self.start <= day and (self.end is None or self.end > day)

    def episode_on(self, day: date) -> Episode:
        """Return the period's episode with the latest DECOM on or before the day."""
        return [episode for episode in self.episodes if episode.decom <= day][-1]

    def still_looked_after_at_the_end_of(self, day: date) -> bool:
        """Return whether the period was still open, or ended later than the day."""
        return self.end is None or self.end > day


def left_open_and_then_gone(council: Council, episode: Episode) -> bool:
    """Return whether the row that holds is open and the next loaded year's file has no such row."""
    return episode.dec is None and episode.year < council.years[-1]


def decom_was_corrected(council: Council, episode: Episode) -> bool:
    """Return whether the next year's file starts the child again, by 31 March, in place of a gone episode."""
    last_day = last_day_of(episode.year)
    this_file = council.episodes_in_file[episode.year]
    for key, other in sorted(council.episodes_in_file[episode.year + 1].items()):
        if other.child != episode.child or key in this_file or other.rne != "S":
            continue
        if other.decom <= last_day and (other.dec is None or other.dec > last_day):
            return True
    return False


def episodes_of(council: Council, child: str, as_at: date) -> list[tuple[Episode, bool]]:
    """Return the child's episodes known on `as_at`, by DECOM, each with whether its DEC is a made-up one."""
    known = []
    for episode in council.episodes_by_child.get(child, []):
        if episode.legal_status in SHORT_BREAKS or episode.decom > as_at:
            continue
        gone = left_open_and_then_gone(council, episode)
        if gone and decom_was_corrected(council, episode):
            continue
        dec = first_day_of(episode.year + 1) if gone else episode.dec
        if dec is not None and dec > as_at:
            dec, gone = None, False
        known.append((replace(episode, dec=dec), gone))
    return known


def periods_of(council: Council, child: str, as_at: date) -> list[Period]:
    """Return the child's periods of care known on `as_at`, in order."""
    groups: list[list[tuple[Episode, bool]]] = []
    earlier: list[Episode] = []
    for episode, gone in episodes_of(council, child, as_at):
        all_ended = all(e.dec is not None and e.dec < episode.decom for e in earlier)
        if episode.rne == "S" or all_ended:
            groups.append([])
        groups[-1].append((episode, gone))
        earlier.append(episode)
    periods = []
    for number, group in enumerate(groups):
        next_start = groups[number + 1][0][0].decom if number + 1 < len(groups) else None
        periods.append(_period(child, group, next_start))
    return periods


def _period(child: str, group: list[tuple[Episode, bool]], next_start: date | None) -> Period:
    end: date | None = None
    ceased = False
    ends = [episode.dec for episode, _ in group if episode.dec is not None]
    if len(ends) == len(group):
        end = max(ends)
        ceased = any(episode.dec == end and not gone for episode, gone in group)
    if next_start is not None and (end is None or next_start < end):
        end, ceased = next_start, True
    return Period(child, group[0][0].decom, end, ceased, tuple(episode for episode, _ in group))


def counted_reviews(council: Council, child: str, periods: list[Period], as_at: date) -> list[tuple[Review, Period]]:
    """Return the child's reviews held by `as_at` inside one of its periods, first and last day included.

    A review on the day on which a period ends and the next begins belongs to the earlier.
    """
    counted = []
    for review in council.reviews_by_child.get(child, []):
        if review.held > as_at:
            continue
        for period in periods:
            inside = period.start <= review.held and (period.end is None or review.held <= period.end)
            if inside:
                counted.append((review, period))
                break
    return counted
