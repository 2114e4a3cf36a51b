"""What `kit due` shows in the terminal: how many reviews are due in which week, and of which officer. No child."""

from datetime import date, timedelta

import polars as pl
from rich.table import Table
from rich.text import Text

from kit.ahead.due_list import DueList, what_to_know
from kit.ahead.work import NO_OFFICER
from kit.commands.tables import show
from kit.files.telling import say
from kit.text import day, day_of_year, printable


def show_due(made: DueList) -> None:
    """Print how many reviews are due by week and by officer, and say what to know of the list."""
    show(due_by_week(made.counts, made.as_at))
    show(due_by_officer(made.counts, made.as_at))
    if made.work.weeks.height:
        show(_plain("Reviews to be held in the next 13 weeks (weeks begin on Monday)", made.work.weeks))
        show(_plain("By officer, for the children of today", made.work.officers))
    say(*what_to_know(made))


def due_by_week(counts: pl.DataFrame, as_at: date) -> Table:
    """Return how many children have a review due in which week: `counts` as those of a due list."""
    table = Table(title=f"Reviews due by law, as at {day(as_at)} (weeks begin on Monday)")
    table.add_column("last lawful day in")
    table.add_column("children", justify="right")
    weeks = counts.group_by("week").agg(pl.col("children").sum(), first=pl.col("due_day").min()).sort("first")
    for week, children, _ in weeks.iter_rows():
        monday = f"week of {day(date.fromisoformat(week))}" if week[0].isdigit() else week
        table.add_row(monday, f"{children:,}")
    table.add_section()
    table.add_row("all", f"{counts['children'].sum():,}")
    return table


def due_by_officer(counts: pl.DataFrame, as_at: date) -> Table:
    """Return for each officer how many reviews are overdue, and due by when."""
    in_4, in_13 = as_at + timedelta(weeks=4), as_at + timedelta(weeks=13)
    due = pl.col("due_day")
    parts = {
        "overdue": due < as_at,
        f"up to {day(in_4)}": due.is_between(as_at, in_4),
        f"{day_of_year(in_4 + timedelta(1))} to {day(in_13)}": (due > in_4) & (due <= in_13),
        "later": due > in_13,
        "all": pl.lit(True),
    }
    table = Table(title=f"By officer, as at {day(as_at)}")
    table.add_column("officer", overflow="fold")
    for heading in parts:
        table.add_column(heading, justify="right")
    sums = counts.group_by("iro").agg(
        pl.col("children").filter(part).sum().alias(heading) for heading, part in parts.items()
    )
    for officer, *numbers in sums.sort(pl.col("iro") == NO_OFFICER, "iro").iter_rows():
        table.add_row(Text(printable(officer)), *(f"{number:,}" for number in numbers))
    return table


def _plain(title: str, rows: pl.DataFrame) -> Table:
    """Return a table of the rows as they are; a number that is not known is blank."""
    table = Table(title=title)
    for name, kind in rows.schema.items():
        table.add_column(name, justify="left" if kind == pl.String else "right", overflow="fold")
    for row in rows.iter_rows():
        table.add_row(*(_cell(value) for value in row))
    return table


def _cell(value: object) -> Text:
    if isinstance(value, date):
        return Text(day(value))
    return Text("" if value is None else printable(str(value)))
