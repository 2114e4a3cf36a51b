"""What a year's return, and last year's, say of each child as a whole, for the DfE's rules.

A fact is a column in the order of the children's numbers (`rows.numbered`). It is worked out if a rule names it, and a
file whose facts no rule names is not read.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from kit.extracts.codes import SHORT_BREAKS
from kit.intake.dfe_rules.episodes import newest_of_each

OC2_ANSWERS = (
    "convicted",
    "health_check",
    "immunisations",
    "teeth_check",
    "health_assessment",
    "substance_misuse",
    "intervention_received",
    "intervention_offered",
)
OC3_ANSWERS = ("in_touch", "activ", "accom")
# Of the year that a row is of.
FIRST_DAY, LAST_DAY = pl.col("first_day"), pl.col("last_day")
# The columns that facts are worked out from, whether or not a rule names them.
READ = {"decom", "dec", "dec_given", "ls", "rec", "rne", "review_given", "review_code", *OC2_ANSWERS, *OC3_ANSWERS}


@dataclass(frozen=True)
class Files:
    """The rows that have a child of this year's return: of its files by extract, and of last year's as `last_header`
    and `last_episodes`; episodes in order.

    `count` is how many children this year's return has. Years may be together: then a child of one is another than
    the same child of the next.
    """

    rows: Mapping[str, pl.DataFrame]
    count: int

    def __getitem__(self, name: str) -> pl.DataFrame:
        return self.rows[name]

    @cached_property
    def newest(self) -> pl.DataFrame:
        """Each child's newest episode of last year's file."""
        return newest_of_each(self["last_episodes"])


@dataclass(frozen=True)
class Fact:
    """A fact of a child: the file that it is of, the headings there that it needs, and how it is worked out.

    `also` is another file that it is worked out from.
    """

    file: str
    headings: tuple[str, ...]
    work_out: Callable[[Files], pl.Series]
    also: tuple[str, ...] = ()


def child_facts(files: Files, named: Collection[str]) -> pl.DataFrame:
    """Return one row per child of this year's return, with the facts that are named."""
    return pl.DataFrame({name: fact.work_out(files) for name, fact in FACTS.items() if name in named})


def files_read(named: Collection[str]) -> set[str]:
    """Return the files whose facts are named: names of extracts, and `last_header` and `last_episodes`."""
    return {file for name, fact in FACTS.items() if name in named for file in (fact.file, *fact.also)}


def is_every_child(children: pl.Series, count: int) -> bool:
    """Whether every child is there, once, in the order of the numbers: as in most files of a whole year."""
    return children.len() == count and bool((children == pl.int_range(count, eager=True)).all())


def _of(count: int, children: pl.Series, values: pl.Series) -> pl.Series:
    """Return the values of children, none of whom is there twice, in the order of their numbers; otherwise null."""
    if is_every_child(children, count):
        return values
    at = pl.repeat(None, count, dtype=pl.UInt32, eager=True)
    return values.gather(at.scatter(children, pl.int_range(children.len(), dtype=pl.UInt32, eager=True)))


def _any(files: Files, name: str, where: pl.Expr | None = None) -> pl.Series:
    """Whether a child has a row in a file, or one of which something is true."""
    rows = files[name]
    found = rows["child"] if where is None else rows.filter(where)["child"]
    return pl.repeat(False, files.count, eager=True).scatter(found, True)


def _count(files: Files, name: str) -> pl.Series:
    if is_every_child(files[name]["child"], files.count):
        return pl.repeat(1, files.count, dtype=pl.Int64, eager=True)
    counts = files[name].group_by("child").len()
    return _of(files.count, counts["child"], counts["len"].cast(pl.Int64)).fill_null(0)


def _first(files: Files, name: str, column: str) -> pl.Series:
    """Return the first value given for a child in the order of the file."""
    given = files[name].select("child", column).filter(pl.col(column).is_not_null())
    if is_every_child(given["child"], files.count):
        return given[column]
    if given["child"].n_unique() < given.height:
        given = given.unique("child", keep="first", maintain_order=True)
    return _of(files.count, given["child"], given[column])


def _first_decom(files: Files) -> pl.Series:
    first = files["episodes"].select("child", "decom").filter(pl.col("child").ne_missing(pl.col("child").shift(1)))
    return _of(files.count, first["child"], first["decom"])


def _short_break() -> pl.Expr:
    return pl.col("ls").is_in(SHORT_BREAKS).fill_null(False)


def _touches_year() -> pl.Expr:
    return (pl.col("decom") <= LAST_DAY) & ((pl.col("dec") >= FIRST_DAY) | pl.col("dec").is_null())


def _has_short_break(files: Files) -> pl.Series:
    return _any(files, "episodes", _short_break())


def _ceased_in_year(files: Files) -> pl.Series:
    in_year = pl.col("dec").is_between(FIRST_DAY, LAST_DAY)
    return _any(files, "episodes", (pl.col("rec") != "X1") & ~_short_break() & in_year)


def _v3_days(files: Files) -> pl.Series:
    """Return the days of the year that a child spent in single placements of a series of short breaks."""
    until = pl.when(pl.col("dec_given")).then(pl.col("dec")).otherwise(LAST_DAY)
    end = pl.when(until <= LAST_DAY).then(until).when(until.is_not_null()).then(LAST_DAY)
    start = pl.when(pl.col("decom") >= FIRST_DAY).then(pl.col("decom")).otherwise(FIRST_DAY)
    days = pl.when(pl.col("decom").is_not_null()).then((end - start).dt.total_days().clip(lower_bound=0))
    added = files["episodes"].filter(ls="V3").group_by("child").agg(days=days.sum())
    return _of(files.count, added["child"], added["days"]).fill_null(0)


def _all_year(files: Files) -> pl.Series:
    """Whether a child was looked after through the whole year.

    That is in care in it, and neither started, ended nor on short breaks in it. A blank REC is not X1, so that an end
    without a reason is an end.
    """
    decom, dec = pl.col("decom"), pl.col("dec")
    started = (pl.col("rne") == "S") & (decom > FIRST_DAY) & (decom <= LAST_DAY)
    ended = pl.col("rec").ne_missing("X1") & (dec >= FIRST_DAY) & (dec < LAST_DAY)
    broken = started.fill_null(False) | ended.fill_null(False) | (_short_break() & _touches_year())
    return _any(files, "episodes", _touches_year()) & ~_any(files, "episodes", broken)


def _short_break_review(files: Files) -> pl.Series:
    reviewed = _any(files, "reviews", pl.col("review_given") | pl.col("review_code").is_not_null())
    return reviewed & _has_short_break(files)


def _answered(files: Files, name: str, answers: tuple[str, ...]) -> pl.Series:
    return _any(files, name, pl.any_horizontal(pl.col(answer).is_not_null() for answer in answers))


def _last_open(files: Files, by: int) -> pl.Series:
    """Return the first (1) or last (-1) day on which an episode began that last year's file leaves open."""
    began = files["last_episodes"].filter(~pl.col("dec_given") & pl.col("decom").is_not_null())
    one = began.filter(pl.col("child").ne_missing(pl.col("child").shift(by)))
    return _of(files.count, one["child"], one["decom"])


def _newest(column: str) -> Callable[[Files], pl.Series]:
    return lambda files: _of(files.count, files.newest["child"], files.newest[column])


def _last_is_open(files: Files) -> pl.Series:
    still_open = files.newest["child"].filter(files.newest["dec"].is_null())
    return pl.repeat(False, files.count, eager=True).scatter(still_open, True)


def _headings(columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(column.upper() for column in columns)


FACTS: dict[str, Fact] = {
    "headers": Fact("header", (), lambda f: _count(f, "header")),
    "in_header": Fact("header", (), lambda f: _any(f, "header")),
    "header_dob": Fact("header", ("DOB",), lambda f: _first(f, "header", "dob")),
    "header_sex": Fact("header", ("SEX",), lambda f: _first(f, "header", "sex")),
    "header_mother": Fact("header", ("MOTHER",), lambda f: _first(f, "header", "mother")),
    "header_upn": Fact("header", ("UPN",), lambda f: _first(f, "header", "upn")),
    "in_episodes": Fact("episodes", (), lambda f: _any(f, "episodes")),
    "first_decom": Fact("episodes", ("DECOM",), _first_decom),
    "has_short_break": Fact("episodes", ("LS",), _has_short_break),
    "has_v3_and_v4": Fact(
        "episodes",
        ("LS",),
        lambda f: _any(f, "episodes", pl.col("ls") == "V3") & _any(f, "episodes", pl.col("ls") == "V4"),
    ),
    "has_other_status": Fact("episodes", ("LS",), lambda f: _any(f, "episodes", ~_short_break())),
    "began_over_a_week_ago": Fact(
        "episodes", ("DECOM",), lambda f: _any(f, "episodes", pl.col("decom") < LAST_DAY - pl.duration(days=7))
    ),
    "ceased_in_year": Fact("episodes", ("LS", "DEC", "REC"), _ceased_in_year),
    "v3_days": Fact("episodes", ("LS", "DECOM", "DEC"), _v3_days),
    "all_year": Fact("episodes", ("LS", "DECOM", "RNE", "DEC", "REC"), _all_year),
    "has_short_break_review": Fact("reviews", ("REVIEW", "REVIEW_CODE"), _short_break_review, also=("episodes",)),
    "oc2_rows": Fact("oc2", (), lambda f: _count(f, "oc2")),
    "oc2_answered": Fact("oc2", _headings(OC2_ANSWERS), lambda f: _answered(f, "oc2", OC2_ANSWERS)),
    "oc3_rows": Fact("oc3", (), lambda f: _count(f, "oc3")),
    "oc3_answered": Fact("oc3", _headings(OC3_ANSWERS), lambda f: _answered(f, "oc3", OC3_ANSWERS)),
    "in_last_header": Fact("last_header", (), lambda f: _any(f, "last_header")),
    "last_sex": Fact("last_header", ("SEX",), lambda f: _first(f, "last_header", "sex")),
    "last_dob": Fact("last_header", ("DOB",), lambda f: _first(f, "last_header", "dob")),
    "last_ethnic": Fact("last_header", ("ETHNIC",), lambda f: _first(f, "last_header", "ethnic")),
    "last_upn": Fact("last_header", ("UPN",), lambda f: _first(f, "last_header", "upn")),
    "in_last_episodes": Fact("last_episodes", (), lambda f: _any(f, "last_episodes")),
    "last_is_open": Fact("last_episodes", ("DEC",), _last_is_open),
    "last_open_first": Fact("last_episodes", ("DECOM", "DEC"), lambda f: _last_open(f, 1)),
    "last_open_last": Fact("last_episodes", ("DECOM", "DEC"), lambda f: _last_open(f, -1)),
    **{
        f"last_{column}": Fact("last_episodes", _headings((column,)), _newest(column))
        for column in ("decom", "rne", "ls", "cin", "place", "place_provider", "urn")
    },
}
