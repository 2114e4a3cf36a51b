"""The due list, `python -m kit due`: which review is due next for each child, its last lawful day, and whose it is.

Internal, as it names children: a workbook with a sheet of all, one for each officer, and one of what to check. Every
child looked after on the day is in it once.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from kit.ahead.day_of_list import ListedDay, asked_year, day_of_list
from kit.ahead.spells import read_spells
from kit.ahead.work import OFFICERS_AHEAD, WEEKS_AHEAD, Work, work_ahead
from kit.errors import KitError
from kit.files.disk_errors import writing
from kit.files.held_open import held_open, move
from kit.files.permissions import FILE, private
from kit.files.xlsx import Sheet, write_workbook
from kit.intake.take_in import using_extracts
from kit.measures.law import in_force, rule_words
from kit.paths import Places, shown
from kit.settings.load import load_settings
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
TO_CHECK = (("Child", 14), ("Officer", 14), ("What to check", 64), ("Day", 14), ("What to do", 64))
LATEST_POSSIBLE = "The latest day possible: earlier reviews, or the start of care, are not known."
# Words of the view of pending reviews.
NO_OFFICER, OVERDUE = "No officer", "Overdue"
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_NAME_OF_SHEET = 31
PENDING = "SELECT * FROM pending_reviews WHERE reporting_year = {year}"
# Children whom no due day can be worked out for, or only perhaps: internal, as the list is.
GONE = """
    SELECT DISTINCT periods_of_care.child_id, periods_of_care.end_day
    FROM periods_of_care
    ANTI JOIN (SELECT child_id FROM children_in_care WHERE reporting_year = {year}) USING (child_id)
    WHERE periods_of_care.is_newest
        AND NOT periods_of_care.end_recorded
    QUALIFY row_number() OVER (PARTITION BY periods_of_care.child_id ORDER BY periods_of_care.end_day DESC) = 1
"""
SHORT_BREAKS = """
    SELECT breaks.child_id, max(held_reviews.review_date) AS last_review_day
    FROM (
        SELECT DISTINCT child_id
        FROM held_episodes
        WHERE short_break
            AND decom <= DATE '{as_at}'
            AND (end_day IS NULL OR end_day > DATE '{as_at}' - INTERVAL 12 MONTH)
    ) AS breaks
    ANTI JOIN (SELECT child_id FROM children_in_care WHERE reporting_year = {year}) USING (child_id)
    LEFT JOIN held_reviews
        ON held_reviews.child_id = breaks.child_id
        AND held_reviews.period IS NULL
        AND held_reviews.review_date <= DATE '{as_at}'
    GROUP BY breaks.child_id
"""


@dataclass(frozen=True)
class DueList:
    """A list as at a day: where its workbook is, how many reviews fall in which week of whom, and what to know.

    `counts` has a row for each officer and week (the Monday on which it begins, as 2021-06-21, or Overdue), with the
    number of children: no child.
    """

    as_at: date
    workbook: Path
    counts: pl.DataFrame
    to_check: int
    work: Work
    lines: tuple[str, ...]


def make_due_list(places: Places, as_at: str = "") -> DueList:
    """Write `data/<council>/due/<day>.xlsx` for the day (yyyy-mm-dd), or for the newest export of the newest year.

    KitError if the day or its files are not there, or if identifiers are replaced by pseudonyms.
    """
    year = asked_year(places, as_at)
    if load_settings(places, year).pseudonymise:
        raise KitError(
            "council.yml: with pseudonymise: true nobody could find the children. Make the list on a computer where "
            "the files are read as they are."
        )
    # Without pseudonyms, as officers must find the children.
    with using_extracts(places, None):
        of = day_of_list(places, year, as_at)
        with Warehouse(of.intake, of.years, of.settings.timescales) as warehouse:
            words = {"year": year, "as_at": of.as_at.isoformat()}
            queries = {"pending": PENDING, "gone": GONE, "short_breaks": SHORT_BREAKS}
            found = warehouse.query_all({name: sql.format(**words) for name, sql in queries.items()})
            spells = read_spells(warehouse)
        work = work_ahead(found["pending"], spells, of)
        workbook = places.due / f"{of.as_at}.xlsx"
        listed, to_check = _listed(found["pending"], of), _to_check(found, of)
        _write(workbook, _sheets(listed, to_check, work, of), places)
    counts = found["pending"].group_by("iro", "week").len("children").sort("iro", "week")
    return DueList(of.as_at, workbook, counts, to_check.height, work, of.lines)


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
                "overdue" if left <= 0 else "due",
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
        return "the first review that the files can tell of: the last day of the sixth month that they cover", ""
    (value,) = in_force(settings.timescales[TIMESCALES[rule]], on, on)
    return f"{rule_words(value)} ({day(on)})", value.source


def _to_check(found: dict[str, pl.DataFrame], of: ListedDay) -> pl.DataFrame:
    """Return the children of whom no due day is sure, with why and what to do, by reason and child."""
    rows: list[tuple[str, str, str, date | None, str]] = [
        (
            child,
            iro,
            "When the next review is due is not sure: earlier reviews, or the start of care, are not known.",
            due,
            "Look up the last review. The day is the latest possible; the law may want the review before it.",
        )
        for child, iro, due in found["pending"]
        .filter("latest_possible")
        .select("child_id", "iro", "due_day")
        .sort("due_day", "child_id")
        .iter_rows()
    ]
    rows += [
        (
            child,
            "",
            "May have left: the episode was left open in one year's file, and the next year's does not have it. It is "
            "treated as ended on this day, so no review is in the list.",
            end,
            "Look up whether the child is still looked after. If so, put the episode back into the return.",
        )
        for child, end in found["gone"].sort(["end_day", "child_id"], descending=[True, False]).iter_rows()
    ]
    rows += [
        (
            child,
            "",
            "Had short breaks in the last twelve months, and is not otherwise looked after. Reviews of short breaks "
            "are under regulation 48: the first within three months of the start of the first placement, later ones "
            "at most six months apart. The day is that of the last review in the files, if there is one.",
            last,
            "Look up when the next review of the short breaks is due: the kit works out none.",
        )
        for child, last in found["short_breaks"].sort("child_id").iter_rows()
    ]
    names = [name for name, _ in TO_CHECK]
    types = [pl.String(), pl.String(), pl.String(), pl.Date(), pl.String()]
    return pl.DataFrame(rows, schema=dict(zip(names, types, strict=True)), orient="row")


def _sheets(listed: pl.DataFrame, to_check: pl.DataFrame, work: Work, of: ListedDay) -> list[Sheet]:
    sheets = [Sheet("All", listed, COLUMNS), Sheet("To check", to_check, TO_CHECK, wrapped=True)]
    sheets += [
        Sheet("Next 13 weeks", work.weeks, [(name, 16) for name in WEEKS_AHEAD]),
        Sheet("By officer", work.officers, [(name, 24) for name in OFFICERS_AHEAD]),
    ]
    taken = {sheet.name.lower() for sheet in sheets} | {"about"}
    for officer in sorted(listed["Officer"].unique(), key=lambda name: (name == NO_OFFICER, name)):
        sheets.append(Sheet(_name_of_sheet(officer, taken), listed.filter(pl.col("Officer") == officer), COLUMNS))
    about = [
        f"What is due by law as at {day(of.as_at)}, {of.settings.name}. Internal: it names children.",
        f"{count(listed.height)} children looked after that day, each once, with the review that is due next.",
        "The last lawful day is the last on which the law lets the review be held, worked out from the day of the "
        "review before. It is no date of a meeting, and moving a meeting does not move it.",
        "A review dated after this day counts as not held. What is due on this day and not held counts as overdue.",
        "The officer is the one to whom the child was allocated that day, otherwise who chaired the last review.",
        *of.lines,
        *work.lines,
    ]
    return [*sheets, Sheet("About", pl.DataFrame({"About this list": about}), [("About this list", 120)], wrapped=True)]


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
    new = workbook.with_name(f".{workbook.stem}-new-{os.getpid()}.xlsx")
    with writing(places.due, otherwise=""):
        places.due.mkdir(exist_ok=True)
        private(places.due)
        if held_open(workbook):
            raise PermissionError(13, os.strerror(13), str(workbook))
        try:
            new.unlink(missing_ok=True)
            os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))
            write_workbook(new, sheets)
            move(new, workbook)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def what_to_know(made: DueList) -> list[str]:
    """Return the sentences that go with a list: how old its files are, what it leaves open, what it holds and where."""
    overdue, due = (int(counts["children"].sum()) for counts in (made.counts.filter(week=OVERDUE), made.counts))
    said = [*made.work.lines, *made.lines]
    if made.to_check:
        said.append(f"{count(made.to_check)} rows are in its sheet “To check”: of these children no due day is sure.")
    said.append(
        f"As at {day(made.as_at)}: {count(due)} children have a review due, {count(overdue)} of them overdue. The list "
        f"is {shown(made.workbook)}: it names children, so keep it as safe as the raw files."
    )
    return said
