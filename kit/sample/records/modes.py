"""How each review was held: in person, virtually, in both ways or on paper."""

from collections import defaultdict
from datetime import date

from kit.sample.days import reporting_year_of
from kit.sample.draws import dealt, shuffled, stream
from kit.sample.lives.council import Council, Review

VIRTUAL_FROM, HYBRID_FROM = date(2020, 3, 18), date(2020, 9, 1)
MODES = {
    date.min: {"in person": 1.0},
    VIRTUAL_FROM: {"virtual": 0.91, "in person": 0.09},
    HYBRID_FROM: {"virtual": 0.71, "hybrid": 0.20, "in person": 0.09},
}
# Of a year's reviews: those without a word from the child, and others, that were never written up in the system;
# and those on paper, without a word from the child or with views that he or she sent.
UNWRITTEN_SILENT, UNWRITTEN_OTHERS = 8, 16
ON_PAPER = {"PN7": 8, "PN6": 8}

Meeting = tuple[str, date]


def meeting_modes(council: Council, codes: dict[Meeting, str]) -> dict[Meeting, str]:
    """Return how each review was held, by child number and day; the few that were never written up are not there.

    Nobody came to the reviews on paper; the others of a month have the month's shares of modes.
    """
    years: dict[int, list[Review]] = defaultdict(list)
    for review in council.reviews:
        years[reporting_year_of(review.day)].append(review)
    modes = dict[Meeting, str]()
    for year, reviews in sorted(years.items()):
        modes |= _modes_of_year(shuffled(stream("written up", year), reviews), codes)
    return modes


def _modes_of_year(reviews: list[Review], codes: dict[Meeting, str]) -> dict[Meeting, str]:
    # Why a review was late is in the system, so a late one was written up.
    on_time = [r for r in reviews if not r.why_late]
    silent = [r for r in on_time if codes[r.key] == "PN7"][:UNWRITTEN_SILENT]
    others = [r for r in on_time if codes[r.key] != "PN7"][:UNWRITTEN_OTHERS]
    unwritten = {r.key for r in (*silent, *others)}
    modes = dict[Meeting, str]()
    for code, number in ON_PAPER.items():
        paper = [r for r in reviews if codes[r.key] == code and r.key not in unwritten][:number]
        modes |= {r.key: "paper" for r in paper}
    months: dict[tuple[str, date], list[Review]] = defaultdict(list)
    for review in reviews:
        if review.key not in modes and review.key not in unwritten:
            months[f"{review.day:%Y-%m}", max(since for since in MODES if since <= review.day)].append(review)
    for (month, since), held in sorted(months.items()):
        dealt_out = dealt(stream("modes", month, since), len(held), MODES[since])
        modes |= {r.key: mode for r, mode in zip(held, dealt_out, strict=True)}
    return modes
