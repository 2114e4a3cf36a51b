"""Every kind of data-entry slip in the council's own extracts, how it is planted, and in which years."""

from datetime import timedelta

from kit.sample.days import shown, working_day_from
from kit.sample.draws import chance, whole
from kit.sample.slips.slips import UNKNOWN_CHILDREN, Desk, Row, Slip, parsed


def _held(row: Row) -> bool:
    return row["cancelled"] == "N"


def due_date_wrong(desk: Desk, kind: str, year: int) -> Slip:
    """Plant due dates that the system has moved."""
    row = desk.draw("review_details", year, _held)
    shift = timedelta(whole(desk.rng, 9, 40) * (1 if chance(desk.rng, 0.7) else -1))
    row["system_due_date"] = shown(parsed(row["system_due_date"]) + shift)
    return Slip(kind, "review_details", year, row["child_id"], parsed(row["review_date"]), "system_due_date")


def cancelled_but_held(desk: Desk, kind: str, year: int) -> Slip:
    """Mark meetings as cancelled that the return reports."""
    row = desk.draw("review_details", year, _held)
    row["cancelled"] = "Y"
    return Slip(kind, "review_details", year, row["child_id"], parsed(row["review_date"]), "cancelled")


def details_without_review(desk: Desk, kind: str, year: int) -> Slip:
    """Plant details of meetings that the return does not know."""
    rows = desk.tables["review_details", year]

    def fits(each: Row) -> bool:
        day = working_day_from(parsed(each["review_date"]) + timedelta(33))
        near = [r for r in rows if r["child_id"] == each["child_id"] and abs(parsed(r["review_date"]) - day).days < 20]
        child = next(c for c in desk.council.children if c.child_id == each["child_id"])
        return _held(each) and day.month in (6, 7, 9, 10, 11) and not near and child.period_on(day) is not None

    row = desk.draw("review_details", year, fits)
    day = working_day_from(parsed(row["review_date"]) + timedelta(33))
    desk.insert_after("review_details", year, row, row | {"review_date": shown(day), "late_reason": ""})
    return Slip(kind, "review_details", year, row["child_id"], day, "")


def sent_before_review(desk: Desk, kind: str, year: int) -> Slip:
    """Plant records sent before the review."""

    def fits(each: Row) -> bool:
        sent = each["record_sent_date"]
        return _held(each) and bool(sent) and (parsed(sent) - parsed(each["review_date"])).days < 20

    row = desk.draw("review_details", year, fits)
    row["record_sent_date"] = shown(parsed(row["review_date"]) - timedelta(whole(desk.rng, 1, 9)))
    return Slip(kind, "review_details", year, row["child_id"], parsed(row["review_date"]), "record_sent_date")


def mode_blank(desk: Desk, kind: str, year: int) -> Slip:
    """Leave out how meetings were held."""
    row = desk.draw("review_details", year, _held)
    row["mode"] = ""
    return Slip(kind, "review_details", year, row["child_id"], parsed(row["review_date"]), "mode")


def provision_unknown(desk: Desk, kind: str, year: int) -> Slip:
    """Plant a SEN provision that the code set does not hold."""
    row = desk.draw("send", year, lambda each: each["sen_provision"] == "K")
    row["sen_provision"] = "A"
    return Slip(kind, "send", year, row["child_id"], parsed(row["as_at_date"]), "sen_provision")


def escalation_of_unknown_child(desk: Desk, kind: str, year: int) -> Slip:
    """Plant escalations of children whom the return does not know."""
    row = desk.draw("escalations", year, lambda each: each["escalation_id"].startswith(f"E{year}"))
    child = str(UNKNOWN_CHILDREN + whole(desk.rng, 100_000, 199_999))
    for each in desk.same("escalations", row, "escalation_id"):
        each["child_id"] = child
    return Slip(kind, "escalations", year, child, parsed(row["raised_date"]), "child_id")


def _same_audit(desk: Desk, row: Row, year: int) -> list[Row]:
    return [each for each in desk.tables["audits", year] if each["audit_id"] == row["audit_id"]]


def audit_answer_unknown(desk: Desk, kind: str, year: int) -> Slip:
    """Plant an answer that is neither yes, no nor na."""
    row = desk.draw("audits", year, lambda each: each["answer"] == "na")
    row["answer"] = "partly"
    return Slip(kind, "audits", year, row["child_id"], parsed(row["audited_date"]), "answer")


def audit_of_unknown_child(desk: Desk, kind: str, year: int) -> Slip:
    """Plant an audit under a number that is no child's."""
    row = desk.draw("audits", year, lambda each: True)
    child = str(UNKNOWN_CHILDREN + whole(desk.rng, 200_000, 299_999))
    for each in _same_audit(desk, row, year):
        each["child_id"] = child
    return Slip(kind, "audits", year, child, parsed(row["audited_date"]), "child_id")


def audited_twice(desk: Desk, kind: str, year: int) -> Slip:
    """Enter a child's audit under two numbers; the later one gives the same answers."""
    row = desk.draw("audits", year, lambda each: True)
    rows = _same_audit(desk, row, year)
    desk.tables["audits", year] += [each | {"audit_id": f"{each['audit_id']}b"} for each in rows]
    return Slip(kind, "audits", year, row["child_id"], parsed(row["audited_date"]), "question")


PLANTED = (
    ("system due date wrong", {2016: 4, 2017: 5, 2018: 3, 2019: 4, 2020: 5, 2021: 6}, due_date_wrong),
    ("cancelled but held", {2016: 1, 2018: 1, 2020: 1, 2021: 1}, cancelled_but_held),
    ("details without a review", {2017: 1, 2019: 1, 2021: 2}, details_without_review),
    ("record sent before the review", {2018: 1, 2020: 1, 2021: 1}, sent_before_review),
    ("mode blank", {2016: 6, 2017: 4, 2018: 5, 2019: 3, 2020: 6, 2021: 4}, mode_blank),
    ("provision unknown", {2017: 1, 2021: 1}, provision_unknown),
    ("escalation of an unknown child", {2019: 1, 2021: 1}, escalation_of_unknown_child),
    ("audit answer unknown", {2020: 1, 2021: 1}, audit_answer_unknown),
    ("audit of an unknown child", {2021: 1}, audit_of_unknown_child),
    ("child audited twice", {2020: 1}, audited_twice),
)
