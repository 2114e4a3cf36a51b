"""Every kind of data-entry slip in the reviews of the return, how it is planted, and in which years."""

from datetime import date, timedelta

from kit.sample.days import age_on, first_day, last_day, reporting_year_of, shown
from kit.sample.draws import whole
from kit.sample.slips.slips import UNKNOWN_CHILDREN, Desk, Row, Slip, parsed


def _code_for(row: Row, day: date) -> str:
    return "PN1" if age_on(parsed(row["DOB"]), day) >= 4 else "PN0"


def _add_review(desk: Desk, year: int, child: str, dob: str, day: date) -> None:
    row = {"CHILD": child, "DOB": dob, "REVIEW": shown(day)}
    desk.tables["reviews", year].append(row | {"REVIEW_CODE": _code_for(row, day)})


def duplicate_review(desk: Desk, kind: str, year: int) -> Slip:
    """Plant the same review twice."""
    row = desk.draw("reviews", year, lambda each: True)
    desk.insert_after("reviews", year, row, dict(row))
    return Slip(kind, "reviews", year, row["CHILD"], parsed(row["REVIEW"]), "")


def duplicate_with_other_code(desk: Desk, kind: str, year: int) -> Slip:
    """Plant the same review twice, with different codes."""
    row = desk.draw("reviews", year, lambda each: each["REVIEW_CODE"] in ("PN1", "PN6"))
    desk.insert_after("reviews", year, row, dict(row))
    row["REVIEW_CODE"] = "PN7"
    return Slip(kind, "reviews", year, row["CHILD"], parsed(row["REVIEW"]), "")


def review_of_unknown_child(desk: Desk, kind: str, year: int) -> Slip:
    """Plant reviews of children without an episode."""
    child, day = str(UNKNOWN_CHILDREN + whole(desk.rng, 0, 99_999)), first_day(year) + timedelta(120)
    _add_review(desk, year, child, shown(day - timedelta(whole(desk.rng, 2000, 5000))), day)
    return Slip(kind, "reviews", year, child, day, "")


def review_after_leaving(desk: Desk, kind: str, year: int) -> Slip:
    """Plant reviews the day after the child left."""

    def fits(each: Row) -> bool:
        return bool(each["DEC"]) and each["REC"] != "X1" and parsed(each["DEC"]) < last_day(year) - timedelta(3)

    left = desk.draw("episodes", year, lambda e: fits(e) and not _later(desk, e, year) and _header(desk, e, year))
    day = parsed(left["DEC"]) + timedelta(1)
    _add_review(desk, year, left["CHILD"], _header(desk, left, year)[0]["DOB"], day)
    return Slip(kind, "reviews", year, left["CHILD"], day, "")


def _later(desk: Desk, row: Row, year: int) -> bool:
    return any(parsed(each["DECOM"]) > parsed(row["DECOM"]) for each in desk.episodes(row, year))


def _header(desk: Desk, row: Row, year: int) -> list[Row]:
    return [each for each in desk.tables["header", year] if each["CHILD"] == row["CHILD"]]


def review_before_start(desk: Desk, kind: str, year: int) -> Slip:
    """Plant reviews before the child started."""

    def fits(each: Row) -> bool:
        first = min(parsed(e["DECOM"]) for e in desk.same("episodes", each, "CHILD")) == parsed(each["DECOM"])
        started = parsed(each["DECOM"])
        born = parsed(_header(desk, each, year)[0]["DOB"])
        return each["RNE"] == "S" and first and started > first_day(year) + timedelta(9) and (started - born).days > 30

    start = desk.draw("episodes", year, fits)
    day = parsed(start["DECOM"]) - timedelta(4)
    _add_review(desk, year, start["CHILD"], _header(desk, start, year)[0]["DOB"], day)
    return Slip(kind, "reviews", year, start["CHILD"], day, "")


def review_dated_next_year(desk: Desk, kind: str, year: int) -> Slip:
    """Plant reviews dated after the year of the file."""
    later = [
        review
        for review in desk.council.reviews
        if reporting_year_of(review.day) == year + 1
        and review.day < last_day(year) + timedelta(55)
        and review.child.child_id not in desk.used
        and any(p.holds(last_day(year)) for p in review.child.periods if p is review.period)
    ]
    review = later[whole(desk.rng, 0, len(later) - 1)]
    desk.used.add(review.child.child_id)
    same = [
        dict(each)
        for each in desk.tables.get(("reviews", year + 1), [])
        if each["CHILD"] == review.child.child_id and each["REVIEW"] == shown(review.day)
    ]
    if same:
        desk.tables["reviews", year] += same
    else:
        _add_review(desk, year, review.child.child_id, shown(review.child.dob), review.day)
    return Slip(kind, "reviews", year, review.child.child_id, review.day, "REVIEW")


def birth_date_differs(desk: Desk, kind: str, year: int) -> Slip:
    """Plant dates of birth that are not the header's."""
    row = desk.draw("reviews", year, lambda each: parsed(each["DOB"]).day <= 12 and each["DOB"][:2] != each["DOB"][3:5])
    row["DOB"] = f"{row['DOB'][3:5]}/{row['DOB'][:2]}/{row['DOB'][6:]}"
    return Slip(kind, "reviews", year, row["CHILD"], parsed(row["REVIEW"]), "DOB")


PLANTED = (
    ("duplicate review", {2016: 2, 2017: 1, 2019: 1, 2021: 2}, duplicate_review),
    ("duplicate review, other code", {2018: 1, 2020: 1}, duplicate_with_other_code),
    ("review of an unknown child", {2017: 1, 2020: 1, 2021: 1}, review_of_unknown_child),
    ("review after leaving", {2016: 1, 2018: 1, 2021: 1}, review_after_leaving),
    ("review before the start", {2017: 1, 2020: 1}, review_before_start),
    ("review dated in the next year", {2018: 1, 2021: 1}, review_dated_next_year),
    ("date of birth differs", {2017: 1, 2020: 2}, birth_date_differs),
)
