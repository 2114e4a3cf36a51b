"""The due list, `python -m kit due`: which review is due next for each child, its last lawful day, and whose it is.

Internal, as it names children: a workbook with a sheet of all, one for each officer, one of what to check, and one of
decisions not carried out. Every child looked after on the day is in the list once.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import polars as pl

from kit.ahead.day_of_list import ListedDay, asked_year, day_of_list
from kit.ahead.drift import OPEN_DECISIONS, drift_sheet
from kit.ahead.spells import read_spells
from kit.ahead.to_check import GONE, SHORT_BREAKS, TO_CHECK, children_to_check
from kit.ahead.work import CONFERENCES_DUE, NO_OFFICER, PENDING_BEFORE, Work, work_ahead
from kit.files.disk_errors import writing
from kit.files.permissions import private, refuse_if_others_read
from kit.files.saving import save_workbook
from kit.files.xlsx import Sheet
from kit.intake.real_identifiers import real_identifiers
from kit.intake.survey import survey
from kit.intake.take_in import using_extracts
from kit.measures.law import in_force, rule_words
from kit.paths import Places, shown
from kit.protection.looked import note_look
from kit.protection.pseudonyms import with_real
from kit.settings.settings import Settings
from kit.text import count, day
from kit.warehouse.warehouse import Warehouse

# A view's word for the rule of a chain, and the timescale that it is.
TIMESCALES = {
    "first": "first_review",
    "second": "second_review",
    "later": "later_review",
    "adoption first": "adoption_first_review",
    "adoption second": "adoption_second_review",
    "adoption later": "adoption_later_review",
}
COLUMNS = (
    ("Child", 14),
    ("Officer", 14),
    ("Which review", 12),
    ("Last lawful day", 14),
    ("Day of the week", 12),
    ("Days left (minus: over)", 12),
    ("State", 10),
    ("Last review", 14),
    ("Rule", 52),
    ("Source of the rule", 52),
    ("To know", 52),
)
PSEUDONYMS = (
    "Children and officers have pseudonyms here. To make the list with the numbers of the case system: "
    "python -m kit due --real-ids."
)
LATEST_POSSIBLE = "The latest day possible: earlier reviews, or the start of care, are not known."
# Words of the view of pending reviews, and what is neither overdue nor still to come.
OVERDUE, ON_THE_DAY = "Overdue", "On the day"
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_NAME_OF_SHEET = 31
PENDING = "SELECT * FROM pending_reviews WHERE reporting_year = {year}"
# Of a column without a value, as if nobody is looked after, a query cannot tell what it would hold.
PENDING_TYPES = pl.Schema(
    {
        **dict.fromkeys(("child_id", "iro", "occasion", "rule", "week"), pl.String()),
        **dict.fromkeys(("from_day", "due_day", "last_review_day"), pl.Date()),
        "latest_possible": pl.Boolean(),
    }
)


@dataclass(frozen=True)
class DueList:
    """A list as at a day: its workbook, how many reviews fall in which week of whom, and what to know.

    `counts` has a row for each officer, week (the Monday on which it begins, as 2021-06-21, or Overdue, or On the day)
    and last lawful day, with the number of children: no child.
    """

    as_at: date
    workbook: Path
    counts: pl.DataFrame
    to_check: int
    work: Work
    lines: tuple[str, ...]


def make_due_list(places: Places, as_at: str = "", *, real_ids: bool = False) -> DueList:
    """Write `data/<council>/due/<day>.xlsx` for the day (yyyy-mm-dd), or for the newest export of the newest year.

    If identifiers are pseudonyms, it has these; with `real_ids` `<day>-real-ids.xlsx` has the case system's own.
    That needs the key and the raw files, is in `looked.log`, and is refused if others can read the folder. KitError if
    the day or its files are not there.
    """
    year = asked_year(places, as_at)
    survey_of = survey(places, year)
    key = survey_of.pseudonym_key
    with using_extracts(places, key):
        real = real_identifiers(places, survey_of) if real_ids else {}
        if real_ids:
            refuse_if_others_read(places.due)
        of = day_of_list(places, year, as_at, survey_of)
        if key and not real_ids:
            of = replace(of, lines=(*of.lines, PSEUDONYMS))
        with Warehouse(of.intake, of.years, of.settings.timescales) as warehouse:
            words = {"year": year, "as_at": of.as_at.isoformat()}
            queries = {"pending": PENDING, "gone": GONE, "short_breaks": SHORT_BREAKS, "open": OPEN_DECISIONS}
            queries |= {"conferences": CONFERENCES_DUE, "before": PENDING_BEFORE}
            asked = warehouse.query_all({name: sql.format(**words) for name, sql in queries.items()})
            found = {name: with_real(rows, real) for name, rows in asked.items()}
            spells = read_spells(warehouse)
        found["pending"] = found["pending"].cast(PENDING_TYPES)
        work = work_ahead(found["pending"], found["before"], spells, found["conferences"], of)
        workbook = places.due / f"{of.as_at}{'-real-ids' if real_ids else ''}.xlsx"
        listed, to_check = _listed(found["pending"], of), children_to_check(found)
        drift, drift_line = drift_sheet(found["open"], of)
        sheets = [
            *_sheets(listed, to_check, drift, work),
            _about(listed.height, (*of.lines, drift_line, *work.lines), of),
        ]
        _write(workbook, sheets, places)
    ids = ", real identifiers" if real_ids else ""
    note_look(places, "due list", year, f"as at {of.as_at}{ids}", listed.height + to_check.height)
    # The day of the list is still lawful; the yearly figures, at its end, count what was not held by then as overdue.
    week = pl.when(pl.col("due_day") == of.as_at).then(pl.lit(ON_THE_DAY)).otherwise("week").alias("week")
    counts = found["pending"].group_by("iro", week, "due_day").len("children").sort("iro", "due_day")
    lines = (*of.lines, drift_line) if drift else of.lines
    return DueList(of.as_at, workbook, counts, to_check.height, work, lines)


def _listed(pending: pl.DataFrame, of: ListedDay) -> pl.DataFrame:
    """Return the list with the headings of `COLUMNS`: what is longest overdue first."""
    rules = {
        (rule, on): _rule(rule, on, of.settings) for rule, on in pending.select("rule", "from_day").unique().iter_rows()
    }
    rows = []
    for row in pending.sort("due_day", "iro", "child_id").iter_rows(named=True):
        words, source = rules[row["rule"], row["from_day"]]
        left = (row["due_day"] - of.as_at).days
        rows.append(
            (
                row["child_id"],
                row["iro"],
                row["occasion"],
                row["due_day"],
                WEEK[row["due_day"].weekday()],
                left,
                "overdue" if left < 0 else "due that day" if left == 0 else "due",
                row["last_review_day"],
                words,
                source,
                LATEST_POSSIBLE if row["latest_possible"] else "",
            )
        )
    text, on = pl.String(), pl.Date()
    types = [text, text, text, on, text, pl.Int64(), text, on, text, text, text]
    return pl.DataFrame(rows, schema=dict(zip((name for name, _ in COLUMNS), types, strict=True)), orient="row")


def _rule(rule: str, on: date, settings: Settings) -> tuple[str, str]:
    """Return the rule that a review is due by, from which day it runs, and its source."""
    if rule not in TIMESCALES:
        (later,) = in_force(settings.timescales["later_review"], on, on)
        return (
            "the first review that the files can tell of: the last day of the sixth month that they cover",
            later.source,
        )
    (value,) = in_force(settings.timescales[TIMESCALES[rule]], on, on)
    return f"{rule_words(value)} ({day(on)})", value.source


def _sheets(listed: pl.DataFrame, to_check: pl.DataFrame, drift: Sheet | None, work: Work) -> list[Sheet]:
    sheets = [Sheet("All", listed, COLUMNS), Sheet("To check", to_check, TO_CHECK, wrapped=True)]
    sheets += [drift] if drift else []
    sheets += [
        Sheet(name, rows, [(column, width) for column in rows.columns])
        for name, rows, width in (
            ("Next 13 weeks", work.weeks, 16),
            ("By officer", work.officers, 24),
            ("Weeks in earlier years", work.weeks_before, 16),
            ("Officers in earlier years", work.officers_before, 16),
        )
    ]
    taken = {sheet.name.lower() for sheet in sheets} | {"about"}
    for officer in sorted(listed["Officer"].unique(), key=lambda name: (name == NO_OFFICER, name)):
        sheets.append(Sheet(_name_of_sheet(officer, taken), listed.filter(pl.col("Officer") == officer), COLUMNS))
    return sheets


def _about(children: int, lines: tuple[str, ...], of: ListedDay) -> Sheet:
    about = [
        f"What is due by law as at {day(of.as_at)}, {of.settings.name}. Internal: it names children.",
        f"{'1 child' if children == 1 else f'{count(children)} children'} looked after that day, each once, with the "
        "review that is due next.",
        "The last lawful day is the last on which the law lets the review be held, worked out from the day of the "
        "review before. It is no date of a meeting, and moving a meeting does not move it.",
        "A review dated after this day counts as not held. What is due on this day and not held is “due that day”: it "
        "may still be held in time. At its end the figures of a report count it as overdue.",
        "The officer is the one to whom the child was allocated that day, otherwise who chaired the last review.",
        *lines,
    ]
    return Sheet("About", pl.DataFrame({"About this list": about}), [("About this list", 120)], wrapped=True)


def _name_of_sheet(officer: str, taken: set[str]) -> str:
    """Return a name that Excel takes for an officer's sheet, not used before in any letter case."""
    # Excel refuses these, and an apostrophe at either end.
    plain = "".join("_" if letter in "[]:*?/\\" or not letter.isprintable() else letter for letter in officer)
    plain = plain.strip("' ") or "_"
    name, number = plain[:LONGEST_NAME_OF_SHEET], 1
    # History is a name of Excel's own.
    while name.lower() in taken or name.lower() == "history":
        number += 1
        name = f"{plain[: LONGEST_NAME_OF_SHEET - len(str(number)) - 1]} {number}"
    taken.add(name.lower())
    return name


def _write(workbook: Path, sheets: list[Sheet], places: Places) -> None:
    """Write the workbook in place of what was there, for its owner alone from its first byte on."""
    with writing(places.due, otherwise=""):
        places.due.mkdir(exist_ok=True)
        private(places.due)
    save_workbook(sheets, workbook, internal=True, otherwise="")


def what_to_know(made: DueList) -> list[str]:
    """Return the sentences that go with a list: how old its files are, what it leaves open, what it holds, its path."""
    due, overdue, today = (
        int(counts["children"].sum())
        for counts in (made.counts, made.counts.filter(week=OVERDUE), made.counts.filter(week=ON_THE_DAY))
    )
    said = [*made.work.lines, *made.lines]
    if made.to_check:
        rows = "1 row is" if made.to_check == 1 else f"{count(made.to_check)} rows are"
        said.append(f"{rows} in its sheet “To check”: of these children no due day is sure.")
    children = "1 child has" if due == 1 else f"{count(due)} children have"
    on_the_day = f" and {count(today)} due on that day" if today else ""
    said.append(
        f"As at {day(made.as_at)}: {children} a review due, {count(overdue)} of them overdue{on_the_day}. The list is "
        f"{shown(made.workbook)}: it names children, so keep it as safe as the raw files."
    )
    return said
