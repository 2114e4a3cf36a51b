"""`Settings`: all that a council says for a year, checked."""

from dataclasses import dataclass, field

from kit.measures.law import Band, Timescale, statutory_bands
from kit.measures.measure import SourceChange
from kit.problems.known import KnownProblem
from kit.settings.audits import AuditSettings
from kit.settings.mappings import Mapping
from kit.settings.questions import Question
from kit.settings.targets import Target

# Counts from 1 up to it are hidden if a council decides nothing else.
HIDE_UP_TO = 5
# The measures that are always in the summary if a council names no others.
CORE = (
    "children_looked_after",
    "reviews_on_time",
    "records_sent_on_time",
    "children_seen_before_review",
    "children_took_part",
    "escalations_raised",
)
MOST_CORE = 6


@dataclass(frozen=True)
class Settings:
    """A council's settings for one reporting year.

    `children` and `child` are the council's words for children looked after, and for one; `service` is what the
    reviewing service is called. `chapters` are those of the report in their order, or none for all.
    `hide_up_to` is the largest count that is hidden (counts from 1); `decided_by` says who decided that, and why, and
    is blank if nobody did.
    `timescales` holds every timescale by name, the council's own in place of the statutory one. `mappings` holds the
    council's own mappings of headings and values, then the ready-made ones of the sets that `use` names. Counts that
    move by more than `moved_by` percent between years are listed. With `pseudonymise`, identifiers are replaced under
    the key in `key_file`. `sources_changed` says which figures have another source than those of earlier years.
    `known_problems` are those of the year's own file, named by `known_in`. `bands` are those of law and guidance by
    name. `core` are the measures that the summary always has, six at most. `establishment` holds how many full-time
    posts the council has, by the first reporting year of which that is true. `not_about_people` names the facts whose
    small numbers need not be hidden. The wholes of the measures that `must_publish` names are headlines beside the
    kit's, and `hide_not_recorded` is true if the council takes it to be something about a child that a record says
    nothing (`kit.protection.exact.hiding`). `questions` are what the board asked of the last report.
    """

    name: str
    children: str = "children looked after"
    child: str = "child looked after"
    service: str = field(default="the independent reviewing service", repr=False)
    chapters: tuple[str, ...] = field(default=(), repr=False)
    timescales: dict[str, tuple[Timescale, ...]] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    hide_up_to: int = HIDE_UP_TO
    decided_by: str = ""
    mappings: tuple[Mapping, ...] = ()
    use: tuple[str, ...] = ()
    moved_by: float = 20
    audits: AuditSettings = field(default_factory=AuditSettings)
    pseudonymise: bool = False
    key_file: str = ""
    sources_changed: dict[tuple[str, int], SourceChange] = field(default_factory=dict)
    known_problems: tuple[KnownProblem, ...] = ()
    bands: dict[str, Band] = field(default_factory=statutory_bands)
    core: tuple[str, ...] = field(default=CORE, repr=False)
    establishment: dict[int, float] = field(default_factory=dict)
    not_about_people: tuple[str, ...] = ()
    must_publish: tuple[str, ...] = ()
    hide_not_recorded: bool = False
    questions: tuple[Question, ...] = field(default=(), repr=False)
    known_in: str = field(default="", compare=False, repr=False)

    @property
    def given(self) -> frozenset[str]:
        """Those of the settings that measures need which the council has given, as headers name them."""
        return frozenset(["council.establishment"] if self.establishment else [])
