"""Special educational needs and disability: what is true of a child, and what the record says each spring."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kit.sample.days import age_on, first_day, last_day, shown, working_day_by
from kit.sample.draws import chance, pick, spread, stream, whole
from kit.sample.lives.council import Council
from kit.sample.lives.people import Child

EHC_NEEDS = {
    "SEMH": 0.40, "ASD": 0.17, "MLD": 0.11, "SLCN": 0.12, "SLD": 0.07, "PMLD": 0.02, "SPLD": 0.04, "PD": 0.03,
    "HI": 0.015, "VI": 0.01, "DS": 0.01, "MSI": 0.003, "OTH": 0.02,
}  # fmt: skip
SUPPORT_NEEDS = {"SEMH": 0.46, "MLD": 0.17, "SLCN": 0.15, "SPLD": 0.13, "ASD": 0.04, "OTH": 0.03, "NSA": 0.02}
DISABILITIES = {
    "ASD": {"AUT": 0.75, "AUT;LD": 0.15, "AUT;BEH": 0.10},
    "SLD": {"LD": 0.6, "LD;COMM": 0.25, "LD;PC": 0.15},
    "PMLD": {"LD;MOB;PC": 0.6, "LD;MOB;INC;COMM": 0.4},
    "DS": {"LD": 0.7, "LD;COMM": 0.3},
    "PD": {"MOB": 0.7, "MOB;HAND": 0.3},
    "HI": {"HEAR": 0.9, "HEAR;COMM": 0.1},
    "VI": {"VIS": 1.0},
    "MSI": {"HEAR;VIS": 1.0},
    "SLCN": {"COMM": 0.55, "NONE": 0.45},
    "SEMH": {"NONE": 0.84, "BEH": 0.13, "CON": 0.03},
    "MLD": {"NONE": 0.75, "LD": 0.25},
}
AS_AT = {
    2016: date(2016, 3, 31), 2017: date(2017, 3, 31), 2018: date(2018, 3, 29), 2019: date(2019, 3, 29),
    2020: date(2020, 3, 27), 2021: date(2021, 3, 31),
}  # fmt: skip


@dataclass(frozen=True)
class Profile:
    """A child's needs. The provision is SEN support until the plan is made at `plan_age`."""

    provision: str
    plan_age: int
    need: str
    disability: str
    needs_communication_support: bool
    never_recorded: bool
    recorded_after: int

    def provision_on(self, dob: date, day: date) -> str:
        return "K" if self.provision == "E" and age_on(dob, day) < self.plan_age else self.provision


@cache
def profile(child: Child) -> Profile:
    """Return the needs of a child; children in residential care have an EHC plan more often."""
    rng = stream("send", child.key)
    residential = any(e.stay.code in ("K2", "S1", "R1") for p in child.periods for e in p.episodes)
    shares = {
        "disabled": {"E": 0.92, "K": 0.06, "N": 0.02},
        "unaccompanied": {"E": 0.02, "K": 0.16, "N": 0.82},
        "remand": {"E": 0.30, "K": 0.36, "N": 0.34},
    }.get(child.kind, {"E": 0.43, "K": 0.30, "N": 0.27} if residential else {"E": 0.22, "K": 0.30, "N": 0.48})
    provision = pick(rng, shares)
    need = "" if provision == "N" else pick(rng, EHC_NEEDS if provision == "E" else SUPPORT_NEEDS)
    if provision == "E":
        disability = pick(rng, DISABILITIES.get(need, {"NONE": 1.0}))
    else:
        disability = pick(rng, {"NONE": 0.965, "DDA": 0.02, "HEAR": 0.01, "AUT": 0.005})
    speech = "COMM" in disability or need in ("SLD", "PMLD", "DS") or (need == "SLCN" and provision == "E")
    return Profile(
        provision,
        spread(rng, 3, 5, 8, 12),
        need,
        disability,
        speech and chance(rng, 0.85),
        chance(rng, 0.035),
        400 if chance(rng, 0.10) else 25,
    )


def send_rows(council: Council, year: int) -> list[dict[str, str]]:
    """Return the year's SEND records, one per child of school age: as in March, or as the child left."""
    rows = []
    for child in council.children:
        seen = _seen_on(child, year)
        needs = profile(child)
        if seen is None or needs.never_recorded or not 4 <= age_on(child.dob, date(year - 1, 8, 31)) <= 17:
            continue
        first = min(p.start for p in child.periods)
        if (seen - first).days < needs.recorded_after:
            continue
        rng = stream("send record", child.key, year)
        provision = needs.provision_on(child.dob, seen)
        rows.append(
            {
                "child_id": child.child_id,
                "as_at_date": shown(seen),
                "sen_provision": provision,
                "primary_need": "" if provision == "N" or chance(rng, 0.03) else needs.need,
                "disability": "" if chance(rng, 0.04) else needs.disability,
                "communication_support": "Y" if needs.needs_communication_support else "N",
            }
        )
    return sorted(rows, key=lambda row: row["child_id"])


def _seen_on(child: Child, year: int) -> date | None:
    """Return the day in the year on which the record was last seen, or None for a child not looked after."""
    if child.period_on(AS_AT[year]):
        return AS_AT[year]
    left = [p.end for p in child.periods if first_day(year) + timedelta(28) < p.end <= last_day(year)]
    if not left:
        return None
    seen = working_day_by(max(left) - timedelta(whole(stream("send seen", child.key, year), 1, 30)))
    return seen if child.period_on(seen) else None
