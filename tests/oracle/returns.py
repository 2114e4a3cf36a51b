"""The statutory return of one year, cut from a made-up child's history as an export would show it."""

from datetime import date
from random import Random

from tests.oracle.days import age_on, first_day_of, last_day_of
from tests.oracle.histories import ADOPTION, MOVES, PLACES, STATUSES, History, Stay

EPISODE_COLUMNS = [
    *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"),
    *("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
]
ETHNICITIES = [
    *("WBRI", "WBRI", "WBRI", "WROM", "MWBC", "MOTH", "AIND", "AOTH", "BCRB", "BOTH", "CHNE", "OOTH"),
    *("REFU", "NOBT", "XXXX", ""),
]
CODES = ["PN0", "PN1", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7", "PN7"]


def text(day: date | None) -> str:
    """Return a day as the statutory return writes it."""
    return "" if day is None else day.strftime("%d/%m/%Y")


def header_rows(
    always: Random, this_year: Random, history: History, year: int, loaded: list[int]
) -> list[dict[str, str]]:
    """Return the child's row of header, or none."""
    never, blank_dob = always.random() < 0.12, always.random() < 0.05
    sex, ethnic = always.choice(["1", "2", "2", "3", ""]), always.choice(ETHNICITIES)
    if never or this_year.random() < 0.15:
        return []
    if this_year.random() < 0.1:
        ethnic = this_year.choice(ETHNICITIES)
    if year >= 2025:
        sex = {"1": "M", "2": "F"}.get(sex, "U")
    born = "" if blank_dob or this_year.random() < 0.03 else text(history.born)
    row = {"CHILD": history.child, "SEX": sex, "DOB": born, "ETHNIC": ethnic}
    return [row | {"UPN": "UN1", "MOTHER": "", "MC_DOB": ""}]


def episode_rows(
    always: Random, this_year: Random, history: History, year: int, loaded: list[int]
) -> list[dict[str, str]]:
    """Return the child's episodes as the year's file holds them: cut to the year, or with some history."""
    whole_history = always.random() < 0.1
    rows = []
    for _, stay in sorted(history.stays.items()):
        over = stay.dec is not None and stay.dec < first_day_of(year)
        if stay.decom > last_day_of(year) or (over and not whole_history and this_year.random() < 0.95):
            continue
        if year < stay.appears or (stay.vanishes and year >= stay.vanishes and this_year.random() < 0.95):
            continue
        if this_year.random() < 0.97:
            rows.append(_episode(this_year, history.child, stay, year))
    return rows


def _episode(rng: Random, child: str, stay: Stay, year: int) -> dict[str, str]:
    rne, status, placement, dec = stay.rne, stay.legal_status, stay.placement, stay.dec
    known_early = rng.random() < 0.1
    still_open = dec is not None and dec > last_day_of(year) and not known_early
    if still_open or (stay.vanishes and year < stay.vanishes):
        dec = None
    if rng.random() < 0.04:
        rne = rng.choice(["S", *MOVES])
    if rng.random() < 0.04:
        status = rng.choice([*STATUSES, "V3", "V4"])
    if rng.random() < 0.04:
        placement = rng.choice(PLACES + ADOPTION)
    if rng.random() < 0.02:
        dec = rng.choice([None, last_day_of(year), max(stay.decom, first_day_of(year))])
    rec = "X1" if rng.random() < 0.2 else "E4A" if dec else ""
    cells = {"CHILD": child, "DECOM": text(stay.decom), "RNE": rne, "LS": status, "CIN": "N1"}
    cells |= {"PLACE": placement + " " * (rng.random() < 0.02), "PLACE_PROVIDER": "PR1"}
    return dict.fromkeys(EPISODE_COLUMNS, "") | cells | {"DEC": text(dec), "REC": rec}


def review_rows(
    always: Random, this_year: Random, history: History, year: int, loaded: list[int]
) -> list[dict[str, str]]:
    """Return the child's reviews in the year's file: the year's own, or past and future with them."""
    all_of_them, wrong_dob, no_dob = always.random() < 0.2, always.random() < 0.03, always.random() < 0.05
    rows = []
    for held in history.reviews:
        in_year = first_day_of(year) <= held <= last_day_of(year)
        before_all = held < first_day_of(loaded[0]) and year == loaded[0] and this_year.random() < 0.5
        if not (in_year or all_of_them or before_all or this_year.random() < 0.03):
            continue
        if this_year.random() < 0.02:
            continue
        code = Random(f"{history.child}/{held}").choice(CODES)
        if age_on(history.born, held) < 4 and this_year.random() < 0.9:
            code = "PN0"
        if this_year.random() < 0.05:
            code = this_year.choice([*CODES, "PN9", ""])
        born = date(history.born.year - 1, 1, 1) if wrong_dob else history.born
        row = {"CHILD": history.child, "DOB": "" if no_dob else text(born)}
        rows.append(row | {"REVIEW": text(held), "REVIEW_CODE": code})
    return rows
