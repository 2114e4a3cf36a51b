"""A comparison of a figure with the year before, two years before or the target, and the verdict."""

from dataclasses import dataclass

YEAR_BEFORE, TWO_YEARS_BEFORE, TARGET = "year before", "two years before", "target"
BACK = {YEAR_BEFORE: 1, TWO_YEARS_BEFORE: 2}
BETTER, WORSE, NO_CLEAR_CHANGE, NEITHER, NOT_TESTED, TOO_FEW_OFFICERS = VERDICTS = (
    "better", "worse", "no clear change", "neither", "not tested", "too few officers",
)  # fmt: skip

# Of a two-sided test at 5% so many of 100 comparisons look worse, and as many better, if nothing changed.
WORSE_BY_CHANCE = 2.5


def could_look_worse(verdict: str, better: str) -> bool:
    """Whether chance alone could have made a comparison look worse: it was tested, and one way is `better`."""
    return verdict in (BETTER, WORSE) or (verdict == NO_CLEAR_CHANGE and better != "none")


@dataclass(frozen=True)
class Comparison:
    """A row of the table. `other` is the value compared with; `lower` and `upper` are the 95% interval of the
    difference, in percentage points, if it can be given. The verdict is that of all comparisons of the figure
    together, so that it can be "no clear change" though the interval leaves out 0. `note` says why nothing was tested.
    """

    measure: str
    year: int
    breakdown: str
    category: str
    compared_with: str
    other: float | None
    difference: float | None
    lower: float | None
    upper: float | None
    unit: str
    depends_on: str
    verdict: str
    note: str = ""

    @property
    def certain(self) -> bool | None:
        """True or false if it is called a change or within chance, None if nothing was tested."""
        return None if self.verdict in (NOT_TESTED, "") else self.verdict in (BETTER, WORSE, NEITHER)

    @property
    def too_few(self) -> bool:
        """Whether there are too few officers to say."""
        return self.verdict == TOO_FEW_OFFICERS
