"""Checklist audits of a random sample of children: the benchmark wave of 2018-19, and a wave a year since."""

from dataclasses import dataclass
from datetime import date, timedelta

from kit.extracts.codes import PLACEMENT
from kit.figures.audit_records import Drawn
from kit.measures.breakdowns import AGE_BANDS_ALL
from kit.sample.days import age_on, last_day, shown, working_day_from
from kit.sample.draws import dealt, stream, whole
from kit.sample.lives.council import Council
from kit.settings.audits import QUESTIONS
from kit.worklists.sampling import by_stratum, draw, seed_text, stratum

Rows = list[dict[str, str]]
NOT_APPLICABLE = {QUESTIONS[0]: 0.05, QUESTIONS[1]: 0.05}


@dataclass(frozen=True)
class Wave:
    """A wave of audits: of whom, from which day on, and the share of yes in percent by question."""

    name: str
    size: int
    seed: int
    begins: date
    yes: tuple[int, int, int, int]


WAVES = {
    2019: Wave("2019 benchmark", 42, 3, date(2018, 6, 4), (54, 60, 62, 78)),
    2020: Wave("2020", 44, 5, date(2019, 6, 3), (64, 68, 66, 80)),
    2021: Wave("2021", 46, 7, date(2020, 6, 15), (82, 71, 64, 83)),
}
# Of the benchmark's sample nobody wrote down how it was drawn.
RECORDED = (2020, 2021)
NOTES = ("Actions from the last review are dated and have owners.", "The child's views are on the file.", "")


def audit_rows(council: Council, year: int) -> Rows | None:
    """Return the answers of the year's wave; None before the first wave."""
    wave = WAVES.get(year)
    if not wave:
        return None
    children = {child.child_id: child for child in council.children}
    days = {
        n: working_day_from(wave.begins + timedelta(whole(stream("audit", year, n), 0, 45)))
        for n in _sampled(council, year)
    }
    # Children who left after the sample was drawn are not audited.
    audited = [n for n in sorted(days, key=lambda n: (days[n], n)) if children[n].period_on(days[n])]
    answers = {q: _answers(year, q, share, len(audited)) for q, share in zip(QUESTIONS, wave.yes, strict=True)}
    return [
        {
            "audit_id": f"A{year}-{place:02d}",
            "wave": wave.name,
            "audited_date": shown(days[child]),
            "child_id": child,
            "question": question,
            "answer": answers[question][place - 1],
            "note": NOTES[whole(stream("audit note", year, child, question), 0, len(NOTES) - 1)],
        }
        for place, child in enumerate(audited, start=1)
        for question in QUESTIONS
    ]


def audit_records(council: Council) -> tuple[Drawn, ...]:
    """Return how the samples were drawn, of those waves for which that was written down."""
    records = []
    for year in RECORDED:
        wave, strata = WAVES[year], _strata(council, year)
        counts = by_stratum(strata, _sampled(council, year))
        drawn = (year - 1, last_day(year - 1).isoformat(), wave.seed, wave.size, len(strata))
        records.append(Drawn(wave.name, *drawn, counts, QUESTIONS, "made up"))
    return tuple(records)


def _sampled(council: Council, year: int) -> tuple[str, ...]:
    return draw(_strata(council, year), WAVES[year].size, seed_text(year - 1, WAVES[year].seed))


def _strata(council: Council, year: int) -> dict[str, str]:
    """Return the stratum of each child looked after at the end of the year before."""
    day = last_day(year - 1)
    found = {}
    for child in council.children:
        if period := child.period_on(day):
            placement = PLACEMENT.labels[period.episode_on(day).stay.code]
            found[child.child_id] = stratum(_age_band(age_on(child.dob, day)), placement)
    return found


def _age_band(age: int) -> str:
    return AGE_BANDS_ALL[sum(age >= first for first in (1, 5, 10, 16))]


def _answers(year: int, question: str, yes: int, number: int) -> list[str]:
    """Return one answer a child, in an order drawn at random, as many yes and no as the share says."""
    na = NOT_APPLICABLE.get(question, 0.0)
    weights = {"yes": (1 - na) * yes, "no": (1 - na) * (100 - yes), "na": 100 * na}
    return dealt(stream("audit answers", year, question), number, weights)
