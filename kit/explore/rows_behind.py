"""The rows behind every measure, from the measure's own SQL, each with whatever else its views know of it.

The SQL of a measure selects a column or two of its views. Read as a tree, and with `*` put after its columns, it gives
the same rows with every other column as well; whether they are the same is looked at each time.
"""

import json
from collections.abc import Iterable, Mapping

import polars as pl

from kit.counting.results import Supplied
from kit.errors import KitError
from kit.extracts.codes import NOT_RECORDED
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.measure import Measure
from kit.measures.not_here import no_such_measure
from kit.paths import SQL, Places
from kit.protection.looked import note_look
from kit.protection.pseudonyms import with_real
from kit.warehouse.warehouse import Warehouse

STAR = {
    "class": "STAR", "type": "STAR", "alias": "", "query_location": 0, "relation_name": "", "exclude_list": [],
    "replace_list": [], "columns": False, "expr": None, "qualified_exclude_list": [], "rename_list": [],
}  # fmt: skip
# What tells views and files apart, and nobody who looks at a child.
TECHNICAL = {
    "care_number", "child_number", "first_year", "last_year", "in_its_year", "period", "superseded", "code_set", "code",
    "label", "first_day", "as_at", "year", "has_details", "from_day", "began_before_first_year", "counts",
}  # fmt: skip
FIRST = ("reporting_year", "child_id", "officer", "team")
OFFICERS = ("iro", "review_iro", "iro_id")
# Columns whose values are people, or name one.
PEOPLE = ("officer", *OFFICERS, "sw_id", "child_id", "escalation_id")
# The days on which the review was that a row is about.
REVIEW_DAYS = ("review_day", "held_day")
DAYS = {*REVIEW_DAYS, "review_date"}
# Of columns in which no row says anything; all others are texts then.
TYPES: dict[str, pl.DataType] = {
    "reporting_year": pl.Int64(), "year": pl.Int64(), "numerator": pl.Int64(), "denominator": pl.Int64(),
    "value": pl.Int64(), "censored": pl.Boolean(),
}  # fmt: skip
DETAILS = "SELECT child_id, review_date, iro_id, team FROM review_details WHERE NOT superseded"
OFFICERS_TEAMS = "SELECT iro_id, year, team FROM iros WHERE NOT superseded"


class RowsBehind:
    """The rows behind the measures of one council, each measure's read once and kept in memory."""

    def __init__(
        self,
        warehouse: Warehouse,
        measures: Mapping[str, Measure],
        supplied: Supplied,
        real: Mapping[str, str] | None = None,
    ) -> None:
        self.warehouse, self.measures, self.supplied = warehouse, measures, supplied
        # By pseudonym the case system's identifiers, if these are to be shown.
        self.real = real or {}
        self.years = warehouse.years
        self._kept: dict[str, pl.DataFrame] = {}
        self._context: dict[str, pl.DataFrame] = {}

    def measure(self, name: str) -> Measure:
        """Return the measure called `name`; KitError with the closest name if there is none."""
        if name not in self.measures:
            raise KitError(no_such_measure(name, self.measures), wrong_use=True)
        return self.measures[name]

    def rows(self, name: str) -> pl.DataFrame:
        """Return every row that a measure counts, of all loaded years, in a fixed order; its own columns among them."""
        if name not in self._kept:
            self._kept[name] = self.named(self._read(self.measure(name)))
        return self._kept[name]

    def named(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Return rows with the case system's identifiers, if these are to be shown in place of pseudonyms."""
        return with_real(rows, self.real)

    def _read(self, measure: Measure) -> pl.DataFrame:
        own = self.warehouse.columns_of(measure.sql)
        rows = _typed(self._widened(measure, own), measure.kind)
        for part in (_with_review, _with_context):
            rows = part(rows, own, self)
        named = [name for name in FIRST if name in rows.columns]
        rows = rows.select(*named, pl.exclude(named))
        return rows.sort([name for name, kind in rows.schema.items() if not kind.is_nested()], nulls_last=True)

    def _widened(self, measure: Measure, own: list[str]) -> pl.DataFrame:
        """Return the rows with the other columns of the measure's views, or with its own alone if it puts several
        of them together."""
        sql = self._with_star(measure.sql)
        columns = self.warehouse.columns_of(sql) if sql else own
        if not sql or columns[: len(own)] != own:
            return self.warehouse.query(f"SELECT * FROM ({measure.sql}\n)")
        due = [name for name in columns if name in measure.timescales and name not in own]
        timescales = set(self.warehouse.columns_of("SELECT * FROM due_days"))
        left_out = TECHNICAL | (timescales - set(due))
        kept = [*own, *(name for name in columns[len(own) :] if name not in left_out and not _is_second(name, columns))]
        listed = ", ".join(f'"{name}"' + (" AS due_day" if [name] == due else "") for name in kept)
        rows = self.warehouse.query(f"SELECT {listed} FROM ({sql}\n)")
        (number,) = self.warehouse.query(f"SELECT count(*) FROM ({measure.sql}\n)").row(0)
        if rows.height != number:
            raise KitError(f"{measure.name}: the rows behind it could not be read with the other columns of its views.")
        return rows

    def _with_star(self, sql: str) -> str:
        """Return the SQL with every column of its tables after its own, or "" if a row stands for several."""
        tree = json.loads(self.warehouse.query(f"SELECT json_serialize_sql({_quoted(sql)})").item())
        node = {} if tree.get("error") else tree["statements"][0]["node"]
        several = (
            node.get("group_expressions")
            or node.get("modifiers")
            or node.get("aggregate_handling", "").startswith("FORCE")
        )
        if node.get("type") != "SELECT_NODE" or several:
            return ""
        node["select_list"].append(STAR)
        return str(self.warehouse.query(f"SELECT json_deserialize_sql({_quoted(json.dumps(tree))}::JSON)").item())

    def context(self, name: str, sql: str) -> pl.DataFrame:
        """Return what the query finds, which is run once."""
        if name not in self._context:
            self._context[name] = _typed(self.warehouse.query(sql))
        return self._context[name]


def _with_review(rows: pl.DataFrame, own: list[str], behind: RowsBehind) -> pl.DataFrame:
    """Add who chaired the review that a row is about, and the team on that day, as the council's details have them."""
    day = next((name for name in REVIEW_DAYS if name in rows.columns), None)
    if day is None or "child_id" not in rows.columns:
        return rows
    details = behind.context("details", DETAILS).rename({"iro_id": "_chair", "team": "_team"})
    rows = rows.join(
        details, left_on=["child_id", day], right_on=["child_id", "review_date"], how="left", validate="m:1"
    )
    return rows


def _with_context(rows: pl.DataFrame, own: list[str], behind: RowsBehind) -> pl.DataFrame:
    """Add what is known of the row's child at the end of the year, if the row itself does not say it."""
    context = behind.context("child", (SQL / "explore" / "child_context.sql").read_text(encoding="utf-8"))
    if "child_id" in rows.columns:
        known = context.rename({"officer": "_officer", "team": "_last_team"})
        new = [name for name in known.columns if name not in rows.columns]
        # A child's age band is there twice if the measure has another one.
        keys = ["reporting_year", "child_id"]
        rows = rows.join(known.select(*keys, *new), on=keys, how="left", validate="m:1")
    officers = [_said(name) for name in (*OFFICERS, "_chair", "_officer") if name in rows.columns]
    teams = [_said(name) for name in ("_team", "_last_team") if name in rows.columns]
    if officers:
        rows = rows.with_columns(pl.coalesce(*officers, pl.lit(NOT_RECORDED)).alias("officer"))
    if "team" not in rows.columns and "child_id" not in rows.columns and officers:
        posts = behind.context("posts", OFFICERS_TEAMS)
        posts = posts.rename({"iro_id": "officer", "year": "reporting_year", "team": "_team"})
        rows = rows.join(posts, on=["officer", "reporting_year"], how="left", validate="m:1")
        teams = [_said("_team")]
    if "team" not in rows.columns and teams:
        rows = rows.with_columns(pl.coalesce(*teams, pl.lit(NOT_RECORDED)).alias("team"))
    return rows.drop([name for name in rows.columns if name.startswith("_")])


def _typed(rows: pl.DataFrame, kind: str = "") -> pl.DataFrame:
    """Return the rows with a type for each column even if nothing in it tells one: there may be no row at all."""
    types = TYPES | ({"numerator": pl.Boolean()} if kind == "share" else {})
    empty = [name for name, found in rows.schema.items() if found == pl.Null()]
    return rows.cast({name: types.get(name, pl.Date() if name in DAYS else pl.String()) for name in empty})


def _said(name: str) -> pl.Expr:
    return pl.when(pl.col(name).cast(pl.String) != NOT_RECORDED).then(pl.col(name).cast(pl.String))


def _is_second(name: str, columns: list[str]) -> bool:
    """Return whether DuckDB called a column so as another one before has its name."""
    first, _, number = name.rpartition("_")
    return number.isdecimal() and first in columns


def note_people(places: Places, measure: str, year: int, columns: Iterable[str], number: int) -> None:
    """Note in `looked.log` that figures were looked at by, or of, people: by child or officer they are rows of them."""
    if people := [name for name in columns if name in PEOPLE]:
        note_look(places, measure, year, f"figures by {', '.join(people)}", number)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def is_breakdown(name: str) -> bool:
    """Return whether a column is a declared breakdown, whose words are no child's."""
    return name in BREAKDOWNS or name in ("officer", "team", "age", "outcome", "included")
