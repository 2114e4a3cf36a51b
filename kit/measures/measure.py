"""Measures: what each file under `kit/sql/measures/<chapter>/` says in its header, checked.

A measure is one SQL file. Its header is YAML between `/*` and `*/`; its name is the file's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kit.measures.breakdowns import BREAKDOWNS

# What a measure may need besides extracts: settings of the council.
SETTINGS_NEEDED = ("council.establishment",)
# What cases go together by, and the column of a measure's query that names it.
CLUSTERS = {"officer": "iro", "child": "child_id", "neither": ""}
LAST_DAY = "the last day of the year"


@dataclass(frozen=True)
class SourceChange:
    """What the council says of an extract or a measure (`of`): from reporting year `year` it has another source.

    `adds` holds by column ("app_use.app") the values that the files of earlier years lacked. If the measure is not
    made from the extract but broken down by it, `only` names those breakdowns.
    """

    of: str
    year: int
    words: str
    adds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only: tuple[str, ...] = ()

    def is_before(self, breakdown: str, category: str, year: int) -> bool:
        """Whether the files of `year` were made before the source had what the category counts."""
        return year < self.year and category in self._added(breakdown)

    def moves(self, breakdown: str, category: str) -> bool:
        """Whether it can have moved a category: not if it adds others beside it."""
        if self.only and breakdown not in self.only:
            return False
        added = self._added(breakdown)
        return not added or category in added

    def _added(self, breakdown: str) -> tuple[str, ...]:
        column = BREAKDOWNS[breakdown].needs if breakdown in BREAKDOWNS else None
        return self.adds.get(column or "", ())


@dataclass(frozen=True)
class Measure:
    """A thing counted: its words, and the SQL whose rows are counted.

    `sentence` says the figure in words, with {value}, {numerator}, {denominator}, {year} (as 2020-21), {next_year} and
    {as_at}; that of a ratio that adds up months with {numerator_each_month} and {denominator_each_month}.
    `sentence_if_none` is said instead of it if the numerator is 0, `sentence_if_all` if it is the denominator, and
    `explained` after it. `sentences_by` has by breakdown and category (or "each", or "most" for the largest) how the
    report says it, with {whole} and {category}. `counts` says what the rows are; `included_when` which of them make the
    numerator (shares only). `per` names the measure that is a rate's denominator. The children of a share that is an
    estimate from a sample were `drawn_from` those that another measure counts.
    A count that is `part_of` another count makes it up together with the other parts of it. `adds_up` says
    what the numbers of the measure come to together with others' (`kit.measures.sums`).
    `needs` lists extracts or columns of extracts without which the measure is not supplied, or the council's
    setting ("council.establishment"). `timescales` names those of statutory.yml by which it counts; the texts say
    an amount only as {its_name}. `breaks` maps a reporting year to why it is not like others: nothing is called
    better or worse beside it; `first_year` says why the first loaded year is one. A figure looks back at the
    `years_before` it, and is not known in a year before which these are not loaded; one of `whole_years` is not
    known of a part of a year. `shown` is false for a denominator that is no figure of its own, `in_summary` for a count
    that only says on how much other figures rest. `source_changes` are
    the council's (`kit.settings.source_changes`), `remarks` what the law's notes say of a year
    (`kit.chapters.text.council_words`); neither is part of the header.

    A ratio's rows carry whole numbers, `numerator` and `denominator`, that are added up; `hundredths` names those that
    are given in hundredths (of a full-time post, of a day), and with the unit % the ratio is in percent. `band` names
    the mapping of statutory.yml that says between which values it should be. `people` is false if what is counted
    are neither children nor staff, so that small counts point to nobody. The rows of a fact are single figures, each
    with a numerator and perhaps a denominator of its own.

    `depends_on` says which cases go together: those of one `officer`, of one `child`, or `neither`; the query of a
    share, count or rate names them in its column iro or child_id. `unseen` names others on whom cases depend, but of
    whom the files have no column (social workers). `own` is the file of a measure that is a council's own.
    """

    name: str
    chapter: str
    title: str
    kind: str
    unit: str
    sentence: str
    counts: str
    better: str
    depends_on: str
    breakdowns: tuple[str, ...]
    source: str
    checked_on: date
    sql: str
    included_when: str = ""
    sentence_if_none: str = ""
    sentence_if_all: str = ""
    sentences_by: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    explained: str = ""
    per: str = ""
    drawn_from: str = ""
    part_of: str = ""
    adds_up: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    timescales: tuple[str, ...] = ()
    breaks: dict[int, str] | None = None
    first_year: str = ""
    years_before: int = 0
    whole_years: bool = False
    missing: str = ""
    shown: bool = True
    in_summary: bool = True
    source_changes: tuple[SourceChange, ...] = ()
    remarks: Mapping[int, str] = field(default_factory=dict)
    hundredths: tuple[str, ...] = ()
    band: str = ""
    unseen: str = ""
    people: bool = True
    own: str = ""

    @property
    def clustered(self) -> bool:
        """Whether its query names the clusters of its cases, so that what is called a change can allow for them."""
        return self.kind in ("share", "count", "rate") and bool(CLUSTERS[self.depends_on])

    @property
    def percent(self) -> bool:
        """Whether its values are percentages."""
        return self.kind == "share" or self.unit == "%"
