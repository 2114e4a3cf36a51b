"""Measures of children and their periods of care, and of their SEND records (definitions, section 3.3)."""

from collections.abc import Iterator
from datetime import date

from tests.oracle import labels
from tests.oracle.care import Period
from tests.oracle.days import ONE_DAY
from tests.oracle.labels import Groups
from tests.oracle.reading import Episode
from tests.oracle.tables import Case
from tests.oracle.year import KnownYear

TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


def child_groups(known: KnownYear, child: str) -> Groups:
    """Return a child's sex and ethnicity, from header."""
    header = known.council.children.get(child)
    sex = labels.SEXES.get(header.sex, "Other or not recorded") if header else "Other or not recorded"
    ethnicity = labels.ETHNICITIES.get(header.ethnic, labels.NOT_RECORDED) if header else labels.NOT_RECORDED
    return {"sex": [sex], "ethnicity": [ethnicity]}


def placement_and_status(period: Period, day: date) -> Groups:
    """Return the placement and legal status of a period of care on one of its days."""
    episode = period.episode_on(day)
    return {
        "placement": [labels.PLACEMENTS.get(episode.placement, labels.NOT_RECORDED)],
        "legal_status": [labels.LEGAL_STATUSES.get(episode.legal_status, labels.NOT_RECORDED)],
    }


def send_groups(known: KnownYear, child: str) -> Groups:
    """Return the provision, primary need and disabilities of a child's SEND record."""
    record = known.send_record(child)
    if record is None:
        return {key: [labels.NOT_RECORDED] for key in ("sen_provision", "primary_need", "disability")}
    need = labels.PRIMARY_NEEDS.get(record.primary_need, labels.NOT_RECORDED)
    disabilities = [labels.DISABILITIES.get(code, labels.NOT_RECORDED) for code in record.disabilities]
    return {
        "sen_provision": [labels.PROVISIONS.get(record.provision, labels.NOT_RECORDED)],
        "primary_need": ["No SEN" if record.provision == "N" else need],
        "disability": disabilities or [labels.NOT_RECORDED],
    }


def children_three_placements(known: KnownYear) -> list[Case]:
    """One case per child looked after on 31 March; three placements of the year, none in T0 to T4, count."""
    cases = []
    for period in known.looked_after_at_the_end():
        placements = [e for e in placements_of_the_year(known, period.child) if e.placement not in TEMPORARY]
        groups = {"age_band_all": [labels.age_band_all(known.age(period.child, known.last_day))]}
        cases.append(Case(len(placements) >= 3, groups))
    return cases


def placements_of_the_year(known: KnownYear, child: str) -> list[Episode]:
    """Return the placement on the first day of the year or the first after it, and those begun in it by S, P or B."""
    periods = known.periods_by_child[child]
    episodes = [episode for period in periods for episode in period.episodes]
    on_the_first = [period.episode_on(known.first_day) for period in periods if period.looked_after_on(known.first_day)]
    after = sorted((e for e in episodes if e.decom > known.first_day), key=lambda e: e.decom)
    first = (on_the_first or after)[0]
    begun = [e for e in episodes if known.has(e.decom) and e.rne in ("S", "P", "B")]
    return [first, *(episode for episode in begun if episode.decom != first.decom)]


def days_of(known: KnownYear) -> Iterator[date]:
    """Yield every day of the year."""
    day = known.first_day
    while day <= known.last_day:
        yield day
        day += ONE_DAY


def children_looked_after(known: KnownYear) -> list[Case]:
    """One case per child looked after on 31 March."""
    cases = []
    for period in known.looked_after_at_the_end():
        age = labels.age_band_all(known.age(period.child, known.last_day))
        groups = child_groups(known, period.child) | placement_and_status(period, known.last_day)
        cases.append(Case(groups=groups | {"age_band_all": [age]}))
    return cases


def children_started(known: KnownYear) -> list[Case]:
    """One case per period of care that starts in the year."""
    started = [p for p in known.periods if known.has(p.start)]
    ages = [labels.age_band_all(known.age(p.child, p.start)) for p in started]
    return [Case(groups={"age_band_all": [age]}) for age in ages]


def children_ceased(known: KnownYear) -> list[Case]:
    """One case per period of care that ends in the year, one that was left open and then gone apart."""
    ended = [(p.child, p.end) for p in known.periods if p.end is not None and known.has(p.end) and p.ceased]
    ages = [labels.age_band_all(known.age(child, end)) for child, end in ended]
    return [Case(groups={"age_band_all": [age]}) for age in ages]


def children_remanded(known: KnownYear) -> list[Case]:
    """One case per child looked after on any day of the year; counts if on any under legal status J1."""
    remanded: dict[str, bool] = {}
    for period in known.periods:
        for day in days_of(known):
            if period.looked_after_on(day):
                under_j1 = period.episode_on(day).legal_status == "J1"
                remanded[period.child] = remanded.get(period.child, False) or under_j1
    return [Case(counts) for counts in remanded.values()]


def send_known(known: KnownYear) -> list[Case]:
    """One case per child looked after on 31 March aged 5 to 15 on the 31 August before; a SEND record counts."""
    cases = []
    this_august = date(known.last_day.year, 8, 31)
    august = this_august if this_august < known.last_day else date(known.last_day.year - 1, 8, 31)
    for period in known.looked_after_at_the_end():
        age = known.age(period.child, august)
        if age is not None and 5 <= age <= 15:
            cases.append(Case(known.send_record(period.child) is not None))
    return cases


AREAS = {
    "SLCN": "Communication and interaction",
    "ASD": "Communication and interaction",
    "SPLD": "Cognition and learning",
    "MLD": "Cognition and learning",
    "SLD": "Cognition and learning",
    "PMLD": "Cognition and learning",
    "SEMH": "Social, emotional and mental health",
}


def children_with_needs(known: KnownYear) -> list[Case]:
    """One case per child looked after on 31 March whose SEND record says EHC plan or SEN support, by area of need."""
    records = [known.send_record(period.child) for period in known.looked_after_at_the_end()]
    return [
        Case(groups={"area_of_need": [AREAS.get(record.primary_need, "Other, or not recorded")]})
        for record in records
        if record and record.provision in ("E", "K")
    ]


def children_with_ehc_plan(known: KnownYear) -> list[Case]:
    """One case per child looked after on 31 March whose SEND record gives a provision; an EHC plan counts."""
    records = [known.send_record(period.child) for period in known.looked_after_at_the_end()]
    return [Case(record.provision == "E") for record in records if record and record.provision in labels.PROVISIONS]
