"""The rest of a year's return: health, care leavers, adoption and going missing."""

from datetime import date, timedelta

from kit.sample.days import age_on, birthday, first_day, last_day, shown
from kit.sample.draws import chance, pick, spread, stream, whole
from kit.sample.lives.council import Council
from kit.sample.lives.people import ADOPTIVE, Child

Row = dict[str, str]

# Shares of children looked after for twelve months, per year; dental checks fell in the pandemic.
TEETH = {2016: 0.84, 2017: 0.85, 2018: 0.83, 2019: 0.86, 2020: 0.83, 2021: 0.38}
WHY_NO_SCORE = {"SDQ2": 0.4, "SDQ3": 0.1, "SDQ4": 0.3, "SDQ5": 0.2}
HEALTH = {2016: 0.90, 2017: 0.91, 2018: 0.89, 2019: 0.92, 2020: 0.91, 2021: 0.90}


def health_rows(children: list[Child], year: int) -> list[Row]:
    """Return the OC2 rows: children looked after without a break for the twelve months to 31 March."""
    first, last = first_day(year), last_day(year)
    cohort = [c for c in children if any(p.start <= first and p.end > last for p in c.periods)]
    return [_health(child, year) for child in cohort]


def _flag(answer: bool) -> str:
    return "1" if answer else "0"


def _health(child: Child, year: int) -> Row:
    rng = stream("health", child.key, year)
    at_start, at_end = age_on(child.dob, first_day(year)), age_on(child.dob, last_day(year))
    row = {
        "CHILD": child.child_id,
        "DOB": shown(child.dob),
        "IMMUNISATIONS": _flag(chance(rng, 0.88)),
        "TEETH_CHECK": _flag(chance(rng, TEETH[year])),
        "HEALTH_ASSESSMENT": _flag(chance(rng, HEALTH[year])),
    }
    if at_start >= 4 and at_end < 17:
        if chance(rng, 0.82):
            row["SDQ_SCORE"] = str(spread(rng, 0, 7, 11, 14, 18, 23, 36))
        else:
            row["SDQ_REASON"] = pick(rng, WHY_NO_SCORE)
    row |= _score_in_the_year_of_a_birthday(child, year)
    if at_end >= 10:
        row["CONVICTED"] = _flag(chance(rng, 0.03 if at_end < 14 else 0.06))
    if at_end < 5:
        row["HEALTH_CHECK"] = _flag(chance(rng, 0.89))
    misuse = at_end >= 12 and chance(rng, 0.05)
    row["SUBSTANCE_MISUSE"] = _flag(misuse)
    if misuse:
        received = chance(rng, 0.6)
        row["INTERVENTION_RECEIVED"] = _flag(received)
        row["INTERVENTION_OFFERED"] = "" if received else _flag(chance(rng, 0.8))
    return row


def _score_in_the_year_of_a_birthday(child: Child, year: int) -> Row:
    """Return the score, or why there is none, of a child who turns 4 or 17 in the year; a few are forgotten."""
    turns = [age for age in (4, 17) if first_day(year) <= birthday(child.dob, age) <= last_day(year)]
    rng = stream("score in the year of a birthday", child.key, year)
    if not turns or chance(rng, 0.02):
        return {}
    if chance(rng, 0.15 if turns == [4] else 0.7):
        return {"SDQ_SCORE": str(spread(rng, 0, 7, 11, 14, 18, 23, 36))}
    return {"SDQ_REASON": "SDQ1" if turns == [4] or chance(rng, 0.6) else pick(rng, WHY_NO_SCORE)}


def care_leavers(council: Council, year: int) -> list[Child]:
    """Return young people who left care at 16 or over and have their 17th to 21st birthday in the year."""
    first, last = first_day(year), last_day(year)
    return [
        child
        for child in council.children
        if child.periods
        and child.periods[-1].end < first
        and (child.periods[-1].end - child.periods[-1].start).days > 91
        and age_on(child.dob, child.periods[-1].end) >= 16
        and any(first <= birthday(child.dob, age) <= last for age in range(17, 22))
    ]


def care_leaver_rows(leavers: list[Child], year: int) -> list[Row]:
    """Return the OC3 rows of the year."""
    rows = []
    for child in leavers:
        rng = stream("leaver", child.key, year)
        touch = pick(rng, {"YES": 0.90, "NO": 0.04, "REFU": 0.02, "NREQ": 0.02, "RHOM": 0.02})
        row = {"CHILD": child.child_id, "DOB": shown(child.dob), "IN_TOUCH": touch}
        if touch == "YES":
            row["ACTIV"] = pick(
                rng,
                {
                    "F1": 0.07,
                    "F2": 0.22,
                    "P2": 0.03,
                    "F3": 0.24,
                    "P3": 0.05,
                    "G4": 0.07,
                    "G5": 0.22,
                    "G6": 0.1,
                },
            )
            row["ACCOM"] = (
                pick(
                    rng,
                    {
                        "B": 0.12,
                        "C": 0.05,
                        "D": 0.11,
                        "T": 0.09,
                        "U": 0.37,
                        "R": 0.02,
                        "X": 0.02,
                        "Y": 0.03,
                        "Z": 0.19,
                    },
                )
                + "1"
            )
        rows.append(row)
    return rows


def _placed(child: Child) -> list[tuple[date, date, bool]]:
    """Return each placement for adoption: first day, last day, and whether it ended in adoption."""
    return [
        (e.start, e.end, e.rec in ("E11", "E12")) for p in child.periods for e in p.episodes if e.stay.code in ADOPTIVE
    ]


def placed_rows(children: list[Child], year: int) -> list[Row]:
    """Return the children with a decision that they should be placed for adoption, to the year it is over."""
    rows = []
    for child in children:
        orders = [e.start for p in child.periods for e in p.episodes if e.legal_status == "E1" and e.rne in "LBU"]
        back = [e.start for p in child.periods for e in p.episodes[1:] if e.legal_status == "C2" and e.rne in "LB"]
        if not orders or orders[0] > last_day(year):
            continue
        reversed_on = next((d for d in back if d > orders[0]), None)
        ceased = reversed_on if reversed_on and reversed_on <= last_day(year) else None
        if ceased and ceased < first_day(year):
            continue
        reason = pick(stream("reversed", child.key), {"RD1": 0.4, "RD2": 0.2, "RD3": 0.3, "RD4": 0.1}) if ceased else ""
        decided = orders[0] - timedelta(whole(stream("decided", child.key), 5, 60))
        rows.append(
            {
                "CHILD": child.child_id,
                "DOB": shown(child.dob),
                "DATE_PLACED": shown(decided),
                "DATE_PLACED_CEASED": shown(ceased),
                "REASON_PLACED_CEASED": reason,
            }
        )
    return rows


def adoption_rows(children: list[Child], year: int) -> list[Row]:
    """Return the children adopted in the year and by whom."""
    rows = []
    for child in children:
        done = [start for start, end, adopted in _placed(child) if adopted and first_day(year) <= end <= last_day(year)]
        if not done:
            continue
        rng = stream("adopters", child.key)
        couple = chance(rng, 0.84)
        sex = pick(rng, {"MF": 0.82, "FF": 0.1, "MM": 0.08}) if couple else pick(rng, {"F1": 0.9, "M1": 0.1})
        carers = any(e.stay.code in ("A3", "A5") for p in child.periods for e in p.episodes)
        status = pick(rng, {"L11": 0.84, "L2": 0.06, "L3": 0.02, "L4": 0.08}) if couple else "L0"
        rows.append(
            {
                "CHILD": child.child_id,
                "DOB": shown(child.dob),
                "DATE_INT": shown(done[-1] - timedelta(whole(rng, 60, 200))),
                "DATE_MATCH": shown(done[-1] - timedelta(whole(rng, 12, 55))),
                "FOSTER_CARE": "1" if carers else "0",
                "NB_ADOPTR": "2" if couple else "1",
                "SEX_ADOPTR": sex,
                "LS_ADOPTR": status,
            }
        )
    return rows


def missing_rows(children: list[Child], year: int) -> list[Row]:
    """Return the times that children went missing (M) or were away without authorisation (A) in the year."""
    rows = []
    for child in children:
        for period in child.periods:
            rng = stream("missing", child.key, year, period.start.toordinal())
            begins, ends = max(period.start, first_day(year)), min(period.end, last_day(year))
            if age_on(child.dob, begins) < 11 or (ends - begins).days < 14 or not chance(rng, 0.11):
                continue
            days = sorted({whole(rng, 1, (ends - begins).days - 6) for _ in range(spread(rng, 1, 1, 2, 5, 9))})
            for number, after in enumerate(days):
                gone = begins + timedelta(after)
                back = gone + timedelta(whole(rng, 0, 3))
                if number + 1 < len(days) and days[number + 1] <= after + 4:
                    continue
                rows.append(
                    {
                        "CHILD": child.child_id,
                        "DOB": shown(child.dob),
                        "MISSING": pick(rng, {"M": 0.8, "A": 0.2}),
                        "MIS_START": shown(gone),
                        "MIS_END": shown(back),
                    }
                )
    return rows
