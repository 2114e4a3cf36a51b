"""Measures of quality assurance: checklist audits, quality scores and commendations (from their headers)."""

from dataclasses import dataclass
from datetime import date

from tests.oracle.days import quarter_label, year_of
from tests.oracle.labels import NOT_RECORDED
from tests.oracle.reviews import held_in_year
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear


@dataclass(frozen=True)
class Answer:
    """An answer of a checklist audit."""

    audit: str
    wave: str
    day: date
    child: str
    question: str
    answer: str

    @property
    def wave_of_its_own(self) -> str:
        """Return the wave by name; without one, the year of the audit is one."""
        return f"wave {self.wave}" if self.wave else f"year {year_of(self.day)}"


def answers(known: KnownYear) -> list[Answer]:
    """Return the answers of audits done by the last day of the year."""
    found = []
    for kept in known.council.own.kept("audits"):
        day = kept.day("audited_date", known.last_day)
        if day is not None:
            cells = [kept.text(column) for column in ("audit_id", "wave", "child_id", "question")]
            found.append(Answer(cells[0], cells[1], day, cells[2], cells[3], kept.code("answer")))
    return found


def latest_answers(known: KnownYear) -> list[Answer]:
    """Return, of the answers to one question about one child in one wave, the latest."""
    latest: dict[tuple[str, str, str], Answer] = {}
    for a in sorted(answers(known), key=lambda a: (a.day, a.audit)):
        latest[a.child, a.question, a.wave_of_its_own] = a
    return list(latest.values())


def benchmark(known: KnownYear) -> str | None:
    """Return the benchmark wave: the one that the council names, otherwise the one that began first."""
    named = known.council.settings.benchmark
    begun = sorted((a.day, a.wave) for a in answers(known) if a.wave)
    return named or (begun[0][1] if begun else None)


def _told(told: list[Answer]) -> list[Case]:
    return [
        Case(a.answer == "yes", {"question": [a.question], "wave": [a.wave or NOT_RECORDED]})
        for a in told
        if a.answer in ("yes", "no")
    ]


def audit_answers(known: KnownYear) -> list[Case]:
    """One case per answer yes or no of an audit in the year; yes counts."""
    return _told([a for a in latest_answers(known) if known.has(a.day)])


def audit_answers_benchmark(known: KnownYear) -> list[Case]:
    """One case per answer yes or no of the benchmark wave; yes counts."""
    wave = benchmark(known)
    return _told([a for a in latest_answers(known) if a.wave and a.wave == wave])


def audits_done(known: KnownYear) -> list[Case]:
    """One case per child and wave with an answer of the year."""
    done = {(a.child, a.wave or NOT_RECORDED) for a in answers(known) if known.has(a.day)}
    return [Case(groups={"wave": [wave]}) for _, wave in sorted(done)]


def _looked_after_on(known: KnownYear, days: list[date]) -> list[Case]:
    if not days:
        return []
    return [Case() for period in known.periods if period.looked_after_on(min(days))]


def audits_drawn_from(known: KnownYear) -> list[Case]:
    """One case per child looked after on the earliest day of an audit in the year."""
    return _looked_after_on(known, [a.day for a in answers(known) if known.has(a.day)])


def audits_drawn_from_benchmark(known: KnownYear) -> list[Case]:
    """One case per child looked after on the earliest day of an audit of the benchmark wave."""
    wave = benchmark(known)
    return _looked_after_on(known, [a.day for a in answers(known) if a.wave and a.wave == wave])


def commendations_given(known: KnownYear) -> list[Case]:
    """One case per commendation of the year."""
    given = [k for k in known.council.own.kept("commendations") if known.has(k.day("awarded_date"))]
    return [Case(groups={"team": [k.text("team") or NOT_RECORDED]}) for k in given]


def _scores(known: KnownYear) -> list[tuple[date, str]]:
    details = {(k.text("child_id"), k.day("review_date")): k for k in known.council.own.kept("review_details")}
    found = []
    for review, _ in held_in_year(known):
        row = details.get((review.child, review.held))
        score = row.text("quality_score") if row else ""
        found.append((review.held, score if score in ("1", "2", "3", "4") else NOT_RECORDED))
    return found


def quality_score(known: KnownYear) -> list[Case]:
    """One case per counted review of the year."""
    return [Case(groups={"quality_score": [score]}) for _, score in _scores(known)]


def quality_scored_3_or_4(known: KnownYear) -> list[Case]:
    """One case per counted review of the year with a score; 3 and 4 count."""
    scores = [(held, score) for held, score in _scores(known) if score != NOT_RECORDED]
    return [Case(score in ("3", "4"), {"quarter": [quarter_label(held)]}) for held, score in scores]
