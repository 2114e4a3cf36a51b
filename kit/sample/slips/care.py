"""Every kind of data-entry slip in episodes and header, how it is planted, and in which years."""

from datetime import date, timedelta

from kit.sample.days import age_on, first_day, last_day, shown
from kit.sample.draws import whole
from kit.sample.slips.slips import Desk, Row, Slip, parsed

OF_THE_RETURN = (
    "header",
    "episodes",
    "reviews",
    "uasc",
    "oc2",
    "previous_permanence",
    "missing",
    "placed_for_adoption",
)


def left_open_then_gone(desk: Desk, kind: str, year: int) -> Slip:
    """A child who left in the first months of the next year, and whom that year's return forgot."""

    def fits(each: Row) -> bool:
        if each["DEC"]:
            return False
        after = desk.episodes(each, year + 1)
        reviewed = any(r["CHILD"] == each["CHILD"] for r in desk.tables["reviews", year + 1])
        written = any(
            r["child_id"] == each["CHILD"]
            for own in ("review_details", "escalations")
            for r in desk.tables[own, year + 1]
        )
        return len(after) == 1 and after[0]["REC"] not in ("", "X1") and not reviewed and not written

    row = desk.draw("episodes", year, fits)
    for extract in OF_THE_RETURN:
        rows = desk.tables[extract, year + 1]
        rows[:] = [each for each in rows if each["CHILD"] != row["CHILD"]]
    return Slip(kind, "episodes", year, row["CHILD"], parsed(row["DECOM"]), "DEC")


def end_never_entered(desk: Desk, kind: str, year: int) -> Slip:
    """A child who left shortly before the year's end, whose last episode nobody closed."""

    def fits(each: Row) -> bool:
        late = bool(each["DEC"]) and last_day(year) - timedelta(50) < parsed(each["DEC"]) <= last_day(year)
        recent = [
            r
            for r in desk.tables["reviews", year]
            if r["CHILD"] == each["CHILD"] and parsed(r["REVIEW"]) > last_day(year) - timedelta(80)
        ]
        return late and bool(recent) and each["REC"].startswith("E4") and not desk.episodes(each, year + 1)

    row = desk.draw("episodes", year, fits)
    row["DEC"] = row["REC"] = ""
    return Slip(kind, "episodes", year, row["CHILD"], parsed(row["DECOM"]), "DEC")


def earlier_end_blank(desk: Desk, kind: str, year: int) -> Slip:
    """An episode whose end is lost though the child moved on and stays looked after into the next year."""

    def fits(each: Row) -> bool:
        stays = [e for e in desk.episodes(each, year) if parsed(e["DECOM"]) > parsed(each["DECOM"]) and not e["DEC"]]
        ended = bool(each["DEC"]) and parsed(each["DEC"]) < last_day(year) - timedelta(60)
        after = [e for e in desk.episodes(each, year + 1) if not e["DEC"] or parsed(e["DEC"]).month != 4]
        return each["REC"] == "X1" and ended and bool(stays) and bool(after)

    row = desk.draw("episodes", year, fits)
    row["DEC"] = row["REC"] = ""
    return Slip(kind, "episodes", year, row["CHILD"], parsed(row["DECOM"]), "DEC")


def start_corrected_later(desk: Desk, kind: str, year: int) -> Slip:
    """Plant starts that the next year's return gives another day."""

    def fits(each: Row) -> bool:
        started = last_day(year) - timedelta(85) < parsed(each["DECOM"]) < last_day(year) - timedelta(12)
        return each["RNE"] == "S" and started and not each["DEC"] and len(desk.episodes(each, year)) == 1

    row = desk.draw("episodes", year, fits)
    wrong = parsed(row["DECOM"]) + timedelta(whole(desk.rng, 2, 6))
    row["DECOM"] = shown(wrong)
    return Slip(kind, "episodes", year, row["CHILD"], wrong, "DECOM")


def overlapping_episodes(desk: Desk, kind: str, year: int) -> Slip:
    """Plant episodes that begin before the one before them has ended."""

    def fits(each: Row) -> bool:
        following = [e for e in desk.episodes(each, year) if e["DECOM"] == each["DEC"]]
        over = parsed(each["DEC"]) + timedelta(6) if each["DEC"] else date.max
        stays = following and (not following[0]["DEC"] or parsed(following[0]["DEC"]) > over + timedelta(5))
        return each["REC"] == "X1" and over <= last_day(year) and bool(stays)

    row = desk.draw("episodes", year, fits)
    row["DEC"] = shown(parsed(row["DEC"]) + timedelta(6))
    return Slip(kind, "episodes", year, row["CHILD"], parsed(row["DECOM"]), "DEC")


def first_reason_not_started(desk: Desk, kind: str, year: int) -> Slip:
    """Plant periods whose first episode does not say that the child started."""

    def fits(each: Row) -> bool:
        alone = len({e["DECOM"] for e in desk.same("episodes", each, "CHILD") if e["RNE"] == "S"}) == 1
        return each["RNE"] == "S" and parsed(each["DECOM"]) > first_day(year) and alone

    row = desk.draw("episodes", year, fits)
    for each in desk.same("episodes", row, "CHILD", "DECOM"):
        each["RNE"] = "P"
    return Slip(kind, "episodes", year, row["CHILD"], parsed(row["DECOM"]), "RNE")


def reason_without_end(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a reason for ending on episodes that have no end."""
    row = desk.draw("episodes", year, lambda each: not each["DEC"])
    row["REC"] = "X1"
    return Slip(kind, "episodes", year, row["CHILD"], parsed(row["DECOM"]), "DEC")


def missing_from_header(desk: Desk, kind: str, year: int) -> Slip:
    """A child under 4 who left in the year, and whose date of birth is with the reviews."""

    def fits(each: Row) -> bool:
        episodes = desk.episodes(each, year)
        reviewed = any(r["CHILD"] == each["CHILD"] for r in desk.tables["reviews", year])
        young = age_on(parsed(each["DOB"]), last_day(year)) < 4
        left = bool(episodes) and all(e["DEC"] for e in episodes)
        return len(desk.same("header", each, "CHILD")) == 1 and reviewed and young and left

    row = desk.draw("header", year, fits)
    desk.tables["header", year].remove(row)
    return Slip(kind, "header", year, row["CHILD"], None, "")


def ethnicity_unknown(desk: Desk, kind: str, year: int) -> Slip:
    """Plant an ethnicity that the code set does not hold."""
    newest = {each["CHILD"] for each in desk.tables.get(("header", year + 1), [])}

    def fits(each: Row) -> bool:
        episodes = desk.episodes(each, year)
        return each["CHILD"] not in newest and bool(episodes) and all(e["DEC"] for e in episodes)

    row = desk.draw("header", year, fits)
    row["ETHNIC"] = "WENG"
    return Slip(kind, "header", year, row["CHILD"], None, "ETHNIC")


def mother_as_decimal(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a flag as a spreadsheet turns it into a decimal."""
    row = desk.draw("header", year, lambda each: each["MOTHER"] == "1")
    row["MOTHER"] = "1.0"
    return Slip(kind, "header", year, row["CHILD"], None, "MOTHER")


PLANTED = (
    ("left open and then gone", {2017: 1}, left_open_then_gone),
    ("end never entered", {2018: 1}, end_never_entered),
    ("end of an earlier episode blank", {2016: 1, 2019: 1}, earlier_end_blank),
    ("start corrected next year", {2017: 1, 2019: 1}, start_corrected_later),
    ("overlapping episodes", {2016: 1, 2019: 1, 2021: 1}, overlapping_episodes),
    ("first reason is not started", {2018: 1, 2020: 1}, first_reason_not_started),
    ("reason without an end", {2016: 2, 2019: 1, 2021: 1}, reason_without_end),
    ("missing from header", {2018: 1, 2020: 1}, missing_from_header),
    ("ethnicity unknown", {2019: 1, 2021: 1}, ethnicity_unknown),
    ("mother as a decimal", {2019: 1}, mother_as_decimal),
)
