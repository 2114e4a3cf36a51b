"""The homes of a child during a period of care, and the episodes that follow from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kit.sample.days import age_on, birthday
from kit.sample.draws import chance, choose, pick, spread, whole
from kit.sample.lives.legal import LegalPlan
from kit.sample.lives.people import ADOPTIVE, Episode, Stay

AREAS = ("QX", "QX", "QX", "QX", "QV", "VX")
PROVIDERS = {
    "U": {"PR1": 0.60, "PR4": 0.31, "PR5": 0.09},
    "A": {"PR1": 0.65, "PR5": 0.20, "PR2": 0.15},
    "K1": {"PR2": 1.0},
    "K2": {"PR4": 0.72, "PR1": 0.20, "PR5": 0.08},
    "H5": {"PR4": 0.58, "PR5": 0.30, "PR1": 0.12},
    "R2": {"PR3": 1.0},
    "R5": {"PR3": 1.0},
    "other": {"PR4": 0.8, "PR5": 0.2},
}
FIRST_PLACEMENTS = {
    "unaccompanied": {"U6": 0.58, "H5": 0.42},
    "remand": {"R5": 0.5, "K1": 0.22, "K2": 0.14, "U6": 0.14},
    "disabled": {"U6": 0.36, "K2": 0.28, "S1": 0.22, "R1": 0.14},
    "baby": {"U6": 0.67, "U3": 0.17, "U5": 0.07, "R3": 0.07, "R2": 0.02},
    "child": {"U6": 0.74, "U3": 0.25, "K2": 0.01},
    "teenager": {"U6": 0.66, "U3": 0.14, "K2": 0.17, "S1": 0.01, "R1": 0.02},
    "older": {"U6": 0.38, "H5": 0.33, "K2": 0.16, "U3": 0.11, "R1": 0.02},
}
NEXT_PLACEMENTS = {
    "baby": {"U6": 0.70, "U3": 0.30},
    "child": {"U6": 0.80, "U3": 0.12, "K2": 0.07, "S1": 0.01},
    "teenager": {"U6": 0.58, "K2": 0.34, "U3": 0.05, "S1": 0.03},
    "older": {"H5": 0.46, "U6": 0.28, "K2": 0.24, "R1": 0.02},
}
MOVE_REASONS = {
    "CREQB": 0.25, "CREQO": 0.12, "CHILD": 0.10, "LAREQ": 0.10, "CARPL": 0.25, "OTHER": 0.08, "STAND": 0.03,
    "ALLEG": 0.03, "APPRR": 0.01, "CLOSE": 0.03,
}  # fmt: skip


def postcode(rng: Random, area: str | None = None) -> str:
    """Return a postcode of no real place: no postcode area begins with Q or V."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    inward = f"{whole(rng, 1, 9)}{letters[whole(rng, 0, 19)]}{letters[whole(rng, 0, 19)]}"
    return f"{area or choose(rng, list(AREAS))}{whole(rng, 1, 24)} {inward}"


def _stage(dob: date, day: date) -> str:
    age = age_on(dob, day)
    return "baby" if age < 1 else "child" if age < 10 else "teenager" if age < 16 else "older"


def new_stay(rng: Random, code: str, carer: int, home: str) -> Stay:
    """Return a placement of this kind with carers not met before."""
    if code == "P1":
        return Stay(code, "PR0", carer, home, "XXXXXXX")
    if code[0] == "T":
        return Stay(code, "", carer, postcode(rng), "XXXXXXX")
    weights = {"PR1": 1.0} if code in ("U1", "U3") else PROVIDERS.get(code, PROVIDERS.get(code[0], PROVIDERS["other"]))
    provider = pick(rng, weights)
    registered = code in ("K1", "K2", "R1", "R3", "S1") or (code[0] == "U" and provider != "PR1")
    urn = f"SC{whole(rng, 100, 899) if code[0] != 'U' else 900 + whole(rng, 0, 40):03d}{whole(rng, 100, 999)}"
    return Stay(code, provider, carer, postcode(rng), urn if registered else "XXXXXXX")


def stays(rng: Random, kind: str, dob: date, home: str, plan: LegalPlan) -> list[tuple[date, Stay, str]]:
    """Return a period's placements: first day, placement, and why the one before it ended."""
    start, first_status = plan.legal[0]
    group = kind if kind in FIRST_PLACEMENTS else _stage(dob, start)
    code = "P1" if first_status == "C1" and chance(rng, 0.05) else pick(rng, FIRST_PLACEMENTS[group])
    if code == "H5" and age_on(dob, start) < 16:
        code = "U6"
    track = [(start, new_stay(rng, code, 0, home), "")]
    milestones = sorted(plan.milestones, key=lambda each: each[1])
    if plan.end >= birthday(dob, 17) and kind != "disabled" and chance(rng, 0.30):
        milestones.append(("supported", birthday(dob, 16) + timedelta(whole(rng, 120, 540))))
    milestones = sorted((m for m in milestones if start < m[1] < plan.end), key=lambda each: each[1])
    settled = False
    while True:
        day, now, _ = track[-1]
        unrest = (
            (400, 900, 1700, 3000) if settled else (12, 70, 200, 420, 800) if len(track) == 1 else (60, 240, 520, 1100)
        )
        move = day + timedelta(spread(rng, *unrest))
        if now.code in ADOPTIVE or kind == "remand" or (now.code == "P1" and plan.outcome == "home"):
            move = plan.end
        if milestones and milestones[0][1] <= move:
            what, when = milestones.pop(0)
            if when > day:
                settled = settled or what in ("settled", "parents")
                track.extend(_milestone(rng, what, when, track, home, dob))
        elif move >= plan.end:
            return track
        elif chance(rng, 0.06) and move + timedelta(14) < (milestones[0][1] if milestones else plan.end):
            carer = len(track)
            track.append(
                (
                    move,
                    new_stay(rng, pick(rng, {"T0": 0.1, "T1": 0.25, "T3": 0.45, "T4": 0.2}), carer, home),
                    "",
                )
            )
            track.append((move + timedelta(whole(rng, 3, 13)), now, ""))
        else:
            code = pick(rng, NEXT_PLACEMENTS[_stage(dob, move)])
            track.append((move, new_stay(rng, code, len(track), home), pick(rng, MOVE_REASONS)))
            settled = settled and code != "K2"


def _milestone(
    rng: Random, what: str, when: date, track: list[tuple[date, Stay, str]], home: str, dob: date
) -> Iterator[tuple[date, Stay, str]]:
    now, carer = track[-1][1], len(track)
    if what == "settled":
        long_term = {"U6": "U4", "U3": "U1"}.get(now.code)
        if long_term:
            yield when, replace(now, code=long_term), "PLACE"
    elif what == "adopters":
        if now.code in ("U5", "U6") and chance(rng, 0.9 if now.code == "U5" else 0.08):
            yield when, replace(now, code="A5"), "PLACE"
        else:
            yield when, new_stay(rng, "A6", carer, home), "CARPL"
    elif (what == "kin" and now.code in ("U1", "U3")) or (what == "parents" and now.code == "P1"):
        return
    elif what == "custody over":
        yield when, new_stay(rng, "K2", carer, home), "CUSTOD" if when >= date(2018, 4, 1) else "OTHER"
    elif what == "supported" and now.code not in ("U4", "U6", "K2", "U3", "U1"):
        return
    else:
        code = {"parents": "P1", "kin": "U3", "disruption": "U6", "custody": "R5", "supported": "H5"}[what]
        yield when, new_stay(rng, code, carer, home), "CREQO" if what == "disruption" else "CARPL"


def make_episodes(plan: LegalPlan, track: list[tuple[date, Stay, str]], need: str) -> tuple[Episode, ...]:
    """Return the episodes of a period: one more wherever the legal status or the placement changes.

    The reason for a new episode follows from what changed: L, P, T, U or B, and S for the first.
    """
    days = sorted({day for day, _ in plan.legal} | {day for day, _, _ in track})
    rows: list[tuple[date, str, str, Stay, str]] = []
    for day in days:
        status = [s for since, s in plan.legal if since <= day][-1]
        _, stay, reason = [each for each in track if each[0] <= day][-1]
        if status == "V2" and stay.code in ("A5", "A6"):
            stay = replace(stay, code={"A5": "A3", "A6": "A4"}[stay.code])
        if not rows:
            rows.append((day, "S", status, stay, ""))
            continue
        _, _, old_status, old_stay, _ = rows[-1]
        legal, placement, carer = status != old_status, stay != old_stay, stay.carer != old_stay.carer
        rne = {
            (True, False): "L",
            (True, True): "B" if carer else "U",
            (False, True): "P" if carer else "T",
        }.get((legal, placement))
        if rne:
            temporary = "T" in (stay.code[0], old_stay.code[0])
            rows.append((day, rne, status, stay, reason if placement and not temporary else ""))
    ends = [row[0] for row in rows[1:]] + [plan.end]
    reasons = [row[4] for row in rows[1:]] + [""]
    return tuple(
        Episode(day, end, rne, status, need, stay, "X1" if n + 1 < len(rows) else plan.rec, reason)
        for n, ((day, rne, status, stay, _), end, reason) in enumerate(zip(rows, ends, reasons, strict=True))
    )
