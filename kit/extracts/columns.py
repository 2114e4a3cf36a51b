"""What a column of an extract may hold: the words from which every extract is declared.

A declaration is turned into checks and types by `kit.extracts.convert`, and into the dictionary of the data by
`kit.extracts.dictionary`: nothing about a column is stated twice.
"""

from dataclasses import dataclass
from functools import cache
from itertools import product

import polars as pl

from kit.extracts.codes import CodeSet

KINDS_OF_COLUMN = {
    "id": "an identifier, kept as text with its leading zeros",
    "text": "text",
    "date": "a date",
    "code": "one of a list of codes",
    "codes": 'one or more of a list of codes, with ";" between',
    "stage": '"informal" or the number of a stage',
    "whole": "a whole number",
    "number": "a number",
}

TYPES: dict[str, pl.DataType] = {
    "id": pl.String(),
    "text": pl.String(),
    "date": pl.Date(),
    "code": pl.String(),
    "codes": pl.List(pl.String()),
    "stage": pl.String(),
    "whole": pl.Int64(),
    "number": pl.Float64(),
}

# What databases, spreadsheets and programs write for a blank, in any letter case, and dashes of any length.
BLANK = frozenset(
    {"null", "(null)", "<null>", "[null]", "\\n", "n/a", "na", "<na>", "none", "nan", "nat", "#n/a"}
    | {"-", "\u2013", "\u2014", "\u2212"}
)
# In the words of rules; messages name the codes behind it.
OF_THE_LIST = "a code of the list"
MOST_CODES = 8


@dataclass(frozen=True)
class Column:
    """One column: its heading in the file, what it is called in the extract, and what it may hold.

    `required` columns may not be blank: such a row is left out and listed. A column with `kept` false is part of the
    file but never reaches an extract (postcodes, identifiers that no measure needs). Whom a column identifies must be
    `known` to the return (an officer to iros), unless the extract is of others too. An `ends` column is a date that is
    blank while the thing goes on, so that a row whose end cannot be read is left out: it would seem to go on. An
    `optional` column may be missing from the file, which is no fault and is not listed.

    `capitals` marks a text that is a code of the return, which is read in any letter case.

    Of a council's own file, `meant` are words of `BLANK` that its mapping gives a meaning, and `form` is the strptime
    format of its dates, if the mapping says so.
    """

    heading: str
    kind: str
    says: str
    name: str = ""
    codes: CodeSet | None = None
    required: bool = False
    kept: bool = True
    ends: bool = False
    optional: bool = False
    capitals: bool = False
    meant: frozenset[str] = frozenset()
    form: str = ""
    known: bool = True

    def __post_init__(self) -> None:
        if not self.name:
            object.__setattr__(self, "name", self.heading.lower())
        if self.kind not in KINDS_OF_COLUMN or (self.kind in ("code", "codes")) != (self.codes is not None):
            raise ValueError(f"{self.heading}: kind {self.kind} and its codes do not agree")

    @property
    def type(self) -> pl.DataType:
        """The column's type in every extract, whatever the year's file holds."""
        return TYPES[self.kind]

    @property
    def blank_words(self) -> tuple[str, ...]:
        """The words that stand for a blank in this column, in every letter case: those of `BLANK` without a meaning."""
        codes = {code.lower() for code in self.codes.labels} if self.codes else set()
        return _in_every_case(BLANK - codes - self.meant)


@cache
def _in_every_case(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({"".join(w) for word in words for w in product(*zip(word.lower(), word.upper(), strict=True))}))


@dataclass(frozen=True)
class Extract:
    """One kind of file: what one row is, its columns in order, and the key that makes a row one thing.

    A statutory extract is recognised by its set of headings, a council's own by its file name. A `core` extract must
    be there in every year, with rows unless it `may_be_empty`. The rows of a `yearly` extract speak of their file's
    year alone, so that a newer year's row of the same key supersedes none of them. If the last column of the key is
    blank, rows are one thing only if `or_by` is the same as well; if that is blank too, nothing tells the row from
    others, and any row that has the rest of its key in a newer year's file supersedes it.
    """

    name: str
    title: str
    one_row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    statutory: bool = False
    core: bool = False
    may_be_empty: bool = False
    yearly: bool = False
    or_by: str = ""

    @property
    def identity(self) -> list[pl.Expr]:
        """What makes two rows one thing: the key, and beside a blank in it what else tells them apart."""
        key = [pl.col(name) for name in self.key]
        blank = pl.col(self.key[-1]).is_null()
        return [*key, pl.when(blank).then(pl.col(self.or_by)).alias("or_by")] if self.or_by else key

    def superseded_by(self, rows: pl.DataFrame, newer: pl.DataFrame) -> pl.Series:
        """Return which of the rows are superseded by `newer`, the rows of newer years' files."""
        if self.yearly:
            return pl.repeat(False, rows.height, eager=True)
        held = _among(rows, newer, self.identity)
        if not self.or_by:
            return held
        undated = rows[self.key[-1]].is_null() & rows[self.or_by].is_null()
        return held | (undated & _among(rows, newer, [pl.col(name) for name in self.key[:-1]]))

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns)

    @property
    def expected(self) -> tuple[str, ...]:
        """The headings that a file has, but for those that it may lack."""
        return tuple(column.heading for column in self.columns if not column.optional)

    def codes_in_words(self, heading: str, year: int) -> str:
        """Return which codes a column may have in a year's file: "a code of the list (E, K, N)"."""
        column = next((c for c in self.columns if c.heading == heading), None)
        known = column.codes.of_year(year) if column and column.codes else []
        if column and column.kind == "stage":
            known = ["informal", "1", "2", "…"]
        if not known:
            return OF_THE_LIST
        more = f", …; all {len(known)} are in data/README.md" if len(known) > MOST_CODES else ""
        return f"{OF_THE_LIST} ({', '.join(known[:MOST_CODES])}{more})"

    @property
    def kept_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.kept)

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """The types of the extract as stored, with each row's place: the year's folder, file and row."""
        own = {column.name: column.type for column in self.kept_columns}
        return {**own, "year": pl.Int64(), "file": pl.String(), "row": pl.Int64(), "superseded": pl.Boolean()}


def _among(rows: pl.DataFrame, others: pl.DataFrame, by: list[pl.Expr]) -> pl.Series:
    """Return which of the rows have what `by` selects in common with any of the others."""
    own, wanted = rows.select(by), others.select(by)
    found = own.with_row_index("at").join(wanted, on=own.columns, how="semi", nulls_equal=True)
    return pl.repeat(False, rows.height, eager=True).scatter(found["at"], True)


def child(heading: str = "child_id", required: bool = True, known: bool = True) -> Column:
    """A child's identifier, the same in every extract and year; `known` if the return must have the child."""
    return Column(heading, "id", "the child", name="child_id", required=required, known=known)


def day(
    heading: str, says: str, name: str = "", required: bool = False, kept: bool = True, ends: bool = False
) -> Column:
    """A date, in any form that can mean one day only (`kit.intake.reading.days`)."""
    return Column(heading, "date", says, name=name, required=required, kept=kept, ends=ends)


def code(
    heading: str, codes: CodeSet, says: str = "", name: str = "", kept: bool = True, required: bool = False
) -> Column:
    """One code of a closed list; another value is listed and counts as not recorded."""
    says = says or codes.title[:1].lower() + codes.title[1:]
    return Column(heading, "code", says, name=name, codes=codes, kept=kept, required=required)


def text(
    heading: str, says: str, name: str = "", kept: bool = True, optional: bool = False, capitals: bool = False
) -> Column:
    """Text as it is."""
    return Column(heading, "text", says, name=name, kept=kept, optional=optional, capitals=capitals)
