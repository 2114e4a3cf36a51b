"""What is behind the figures of a council: internal figures, the rows behind them, and SQL on the kit's views."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from kit.counting.asked import Asked
from kit.errors import KitError, did_you_mean
from kit.explore.figures_of_rows import chosen_years, counted_rows, facts_alone, figures_of_rows
from kit.explore.filters import Where, column_of, filtered
from kit.explore.rows import Rows, Showing
from kit.explore.rows_behind import PEOPLE, RowsBehind, is_breakdown, note_people
from kit.explore.where_shown import refuse_without_packages
from kit.extracts import EXTRACTS
from kit.measures.lineage import view_texts
from kit.paths import SQL
from kit.protection.looked import note_look
from kit.text import printable
from kit.years import label

if TYPE_CHECKING:
    from kit.explore.explorer import Explorer

INTERNAL = "INTERNAL: nothing is hidden. For the service alone; it must not leave this computer."
# What the explorer opens with unless told.
USUAL = "reviews_on_time"
METHODS = """\
inside.explore()
    controls, charts and the rows behind each bar, in JupyterLab
inside.figures("reviews_on_time", by=("quarter", "officer"), where={"placement": "Foster care"})
    figures with nothing hidden, as a polars table
inside.children("reviews_on_time", 2021, quarter="Q3", included=False)
    the rows behind a figure: rows[3].timeline(), rows.frame, rows.to_excel("late.xlsx")
inside.columns("reviews_on_time")
    what a measure's rows can be broken down and filtered by
inside.sql("SELECT … FROM year_reviews")
    rows of a query of your own; inside.views() lists what there is to read"""


class Inside:
    """INTERNAL: what is behind the figures of one council; `year` is the one reported, the last of those loaded."""

    def __init__(self, asked: Asked, behind: RowsBehind, *, unsafe_here: bool = False, ids: str = "") -> None:
        self.council, self.year, self.places = asked.places.council, asked.year, asked.places
        self.measures = behind.measures
        self.name, self.years = asked.settings.name, behind.years
        self._behind = behind
        self._ids = ids
        self._showing = Showing(self.places, unsafe_here, self.timeline, bool(behind.real))

    def __repr__(self) -> str:
        years = ", ".join(str(period.year) for period in self.years)
        ids = f" {self._ids}" if self._ids else ""
        return f"{INTERNAL}{ids}\n{self.name}, {len(self.measures)} measures, years {years}.\n\n{METHODS}"

    def figures(
        self,
        measure: str,
        by: str | Sequence[str] = (),
        years: int | Sequence[int] = (),
        where: Where | None = None,
    ) -> pl.DataFrame:
        """Return figures with nothing hidden: a row a year and category, or combination of categories.

        Columns are measure, year, one for each of `by`, numerator, denominator, value, lower, upper, unit and note.
        `by` and `where` take any column that `columns` lists, not only breakdowns of the report; `where` maps one to a
        value or several. KitError for a column or value that does not exist.
        """
        by = (by,) if isinstance(by, str) else tuple(by)
        if faults := list(facts_alone(self._behind.measure(measure), by)):
            raise KitError(faults, wrong_use=True)
        found = figures_of_rows(self._behind, measure, by, _several(years), where)
        note_people(self.places, measure, self.year, (*by, *(where or {})), found.height)
        return found

    def columns(self, measure: str) -> list[str]:
        """Return the columns of the rows behind a measure: what `by`, `where` and `children` take."""
        return [name for name in self._behind.rows(measure).columns if name != "reporting_year"]

    def children(self, measure: str, year: int = 0, included: bool | None = None, **categories: object) -> Rows:
        """Return the rows behind a figure, as many as it counts: the child, due and held day, officer, reason, …

        `year` is the report's unless named. `categories` chooses by columns, as in quarter="Q3"; `included` chooses
        those in the numerator (True: on time) or the others (False). KitError if there is no such figure.
        """
        found = self._behind.measure(measure)
        (period,) = chosen_years(self._behind, (year or self.year,))
        rows = filtered(self._behind, measure, categories)
        whole = figures_of_rows(self._behind, measure, _breakdowns(found, categories), (period.year,))
        notes = whole["note"].to_list()
        if whole.height and all(note in ("not supplied", "not known") for note in notes) and found.kind != "median":
            raise KitError(f"{measure}, {label(period.year)}: {notes[0]}. There are no rows behind it.")
        rows = counted_rows(found, rows.filter(pl.col("reporting_year") == period.year), included)
        # What is asked for as `included` is called so; of the year there is one.
        rows = rows.drop("reporting_year").rename({"numerator": "included"} if found.kind == "share" else {})
        said = [f"{name} {_words(value)}" for name, value in categories.items()]
        said += [] if included is None else ["included" if included else "not included"]
        note_look(self.places, measure, period.year, _without_people(categories, included), rows.height)
        return Rows(rows, f"{found.title}, {period.label}{''.join(f', {each}' for each in said)}", self._showing)

    def timeline(self, child: str) -> Rows:
        """Return what is known of one child by day: care, placements, reviews due and held, officers, concerns.

        A notebook must not hold an identifier: use `timeline` of a row instead, as in rows[3].timeline().
        """
        rows = self._events.filter(pl.col("child_id") == child)
        if rows.is_empty():
            raise KitError("The records hold nothing of such a child.")
        note_look(self.places, "timeline", self.year, "one child", rows.height)
        return Rows(rows, "One child, by day", self._showing)

    def sql(self, query: str) -> Rows:
        """Return what one SELECT gives, on the kit's views and extracts (`views`); KitError says what is wrong in it.

        It cannot read or write files.
        """
        if not query.strip():
            raise KitError("There is no SQL. inside.views() lists what there is to read.", wrong_use=True)
        rows = self._behind.named(self._behind.warehouse.query(f"SELECT * FROM ({query.rstrip().rstrip(';')}\n)"))
        note_look(self.places, "sql", self.year, "a query of one's own", rows.height)
        return Rows(rows, "A query of your own", self._showing)

    def views(self, name: str = "") -> pl.DataFrame:
        """Return each view and extract that `sql` can read, with what one row is and its columns; or one of them."""
        texts = view_texts()
        said = {view: text.partition("\n")[0].removeprefix("-- ") for view, text in texts.items()}
        said |= {extract.name: f"Extract: one row per {extract.one_row}." for extract in EXTRACTS.values()}
        if name and name not in said:
            raise KitError(f'There is no view "{name}".{did_you_mean(name, said)}', wrong_use=True)
        chosen = {name: said[name]} if name else said
        columns = [", ".join(self._behind.warehouse.columns_of(f"SELECT * FROM {each}")) for each in chosen]
        return pl.DataFrame({"view": list(chosen), "one_row": list(chosen.values()), "columns": columns})

    def explore(
        self,
        measure: str = "",
        by: str | Sequence[str] = (),
        years: int | Sequence[int] = (),
        where: Where | None = None,
    ) -> "Explorer":
        """Return the explorer: measures, breakdowns, filters, charts, and the rows behind each bar, in JupyterLab.

        Everything of it can be chosen on the screen; what is given here is what it opens with.
        """
        refuse_without_packages()
        from kit.explore.answers import Answers
        from kit.explore.explorer import Explorer

        by = [by] if isinstance(by, str) else list(by)
        if measure or by or where or years:
            # What is wrong with it is said here: the page has no controls yet to take it out.
            measure = measure or USUAL
            rows = self._behind.rows(self._behind.measure(measure).name)
            chosen_years(self._behind, _several(years))
            filtered(self._behind, measure, where)
            by = [column_of(rows, measure, one) for one in by if one]
        opening = {"measure": measure, "by": by, "years": list(_several(years)), "where": dict(where or {})}
        return Explorer(Answers(self.places, self.name, self._behind, self.children), opening)

    @cached_property
    def _events(self) -> pl.DataFrame:
        events = self._behind.warehouse.query((SQL / "explore" / "child_events.sql").read_text(encoding="utf-8"))
        return self._behind.named(events)


def _several(years: int | Sequence[int]) -> tuple[int, ...]:
    return (years,) if isinstance(years, int) else tuple(years)


def _breakdowns(measure: object, categories: Where) -> list[str]:
    return [name for name in categories if name in getattr(measure, "breakdowns", ())]


def _words(value: object) -> str:
    return " or ".join(map(str, value)) if isinstance(value, list | tuple | set) else str(value)


def _without_people(categories: Where, included: bool | None) -> str:
    """Return which cell of a figure was looked into, with the words of breakdowns, but of nobody."""
    said = [
        f"{name}={printable(_words(value), 60)}" if is_breakdown(name) and name not in PEOPLE else f"{name} chosen"
        for name, value in categories.items()
    ]
    return ", ".join(said + ([] if included is None else [f"included={included}"])) or "all"
