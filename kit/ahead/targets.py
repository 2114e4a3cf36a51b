"""What a target takes: how many cases may fall short of it, by the exact share and never by the one that is printed."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import exp, floor, lgamma, log1p, pi, sqrt
from statistics import mean, stdev

from kit.ahead.workload import times
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.settings.targets import Target
from kit.text import count, decimal, inside
from kit.years import ReportingYear, label

# Of fewer years a spread says too little for a chance, or for what a chance would have been.
ENOUGH, ENOUGH_BEFORE = 5, 3
STEPS = 2000


def can_be_taken_apart(measure: Measure, target: Target) -> bool:
    """Whether a target says how many cases may fall short: that of a share that is to be high, or low."""
    return measure.kind == "share" and _better(measure, target) in ("higher", "lower")


def allowed(measure: Measure, target: Target, cases: int) -> int:
    """Return how many of so many cases may fall short of the target if it is to be met exactly."""
    wanted = Fraction(str(target.value)) / 100
    share = 1 - wanted if _better(measure, target) == "higher" else wanted
    return floor(cases * share)


def short(measure: Measure, target: Target, figure: Figure) -> int:
    """Return how many cases of a figure with numbers fell short of the target."""
    assert figure.numerator is not None and figure.denominator is not None
    return figure.denominator - figure.numerator if _better(measure, target) == "higher" else figure.numerator


def all_target_lines(
    measures: Mapping[str, Measure],
    targets: Mapping[str, Target],
    wholes: Mapping[str, Sequence[Figure]],
    year: ReportingYear,
) -> list[str]:
    """Return the sentences on every target that is one of a share, or one that says that there is none."""
    return [line for lines in lines_of_targets(measures, targets, wholes, year) for line in lines] or [
        "The council has set no target for a share that is shown."
    ]


def lines_of_targets(
    measures: Mapping[str, Measure],
    targets: Mapping[str, Target],
    wholes: Mapping[str, Sequence[Figure]],
    year: ReportingYear,
) -> list[list[str]]:
    """Return the sentences on each target that is one of a share; the first says what it takes."""
    return [
        target_lines(measures[name], target, wholes[name], year)
        for name, target in targets.items()
        if can_be_taken_apart(measures[name], target)
    ]


def target_lines(measure: Measure, target: Target, wholes: Sequence[Figure], year: ReportingYear) -> list[str]:
    """Return sentences on what the target takes: in the year, in what is left of it, and how often it may be met.

    `wholes` are the measure's figures of the loaded years, the year's last.
    """
    now = wholes[-1]
    if not now.denominator or now.numerator is None:
        why = "is hidden" if now.note == "suppressed" else "is not there"
        return [f"{measure.title}, {year.label}: what the target takes is not said, as the figure {why}."]
    cases, missed, most = now.denominator, short(measure, target, now), allowed(measure, target, now.denominator)
    of = f"{measure.title}, {year.label}: of {count(cases)} the target of {target.value:g}% allows {count(most)} to"
    if not year.is_whole:
        return [
            f"{of} fall short. {count(missed)} did so far. {_to_come(measure, target, cases, missed, year)}",
            "It cannot be tried on an earlier year: of these, what is known here ends with the same day of the year.",
        ]
    met = "met" if missed <= most else "not met"
    said = f"{of} fall short. {count(missed)} did, so it was {met}.{_rounded(measure, target, cases)}"
    return [said, *_chance(measure, target, wholes)]


def _rounded(measure: Measure, target: Target, cases: int) -> str:
    """Return that one more would print as the target and not meet it, if that is so."""
    one_more = allowed(measure, target, cases) + 1
    share = 100 * (cases - one_more if _better(measure, target) == "higher" else one_more) / cases
    if one_more > cases or decimal(share) != decimal(target.value):
        return ""
    # With as many places as it takes to see that it is another.
    places = next(n for n in range(2, 12) if float(f"{share:.{n}f}") != target.value)
    return (
        f" {count(one_more)} would be {share:.{places}f}%, which is printed as {decimal(share)}% and does not meet it."
    )


def _to_come(measure: Measure, target: Target, cases: int, missed: int, year: ReportingYear) -> str:
    whole = ReportingYear(year.year, year.as_at.replace(year=year.year, month=3, day=31))
    left, passed = (whole.as_at - year.as_at).days, (year.as_at - year.first_day).days + 1
    coming = round(cases * left / passed)
    most = allowed(measure, target, cases + coming) - missed
    if most < 0:
        return (
            f"If the rest of the year brings about {count(coming)} more, as its part up to now did, the target cannot "
            "be met any more."
        )
    if most >= coming:
        return f"It will be met even if all of about {count(coming)} still to come fall short."
    return (
        f"To meet it, at most {count(most)} of about {count(coming)} still to come may fall short (as many a day as up "
        "to now)."
    )


def _chance(measure: Measure, target: Target, wholes: Sequence[Figure]) -> list[str]:
    """Return how often a year like the loaded ones would meet the target, and what that would have been before."""
    known = [figure for figure in wholes if figure.value is not None]
    if len(known) < ENOUGH or len(known) < len(wholes):
        return [f"How likely a next year is to meet it is not said: that needs {ENOUGH} or more loaded years."]
    values = [float(figure.value or 0) for figure in known]
    better = _better(measure, target)
    chance = chance_of(values, target.value, better)
    if chance is None:
        return []
    lines = [
        f"If years go on differing as the last {len(values)} did, {inside(measure.title)} would reach it in "
        f"{_of_ten(chance)}."
    ]
    before, inside_range = [], 0
    for n in range(ENOUGH_BEFORE, len(values)):
        earlier = chance_of(values[:n], target.value, better)
        if earlier is not None:
            met = short(measure, target, known[n]) <= allowed(measure, target, known[n].denominator or 0)
            before.append(f"{label(known[n].year)} {_of_ten(earlier)} ({'met' if met else 'not met'})")
            middle, spread = mean(values[:n]), stdev(values[:n]) * sqrt(1 + 1 / n)
            inside_range += abs(values[n] - middle) <= times(n - 1) * spread
    lines.append(
        f"Before, it would have been: {'; '.join(before)}. Its range for 8 of 10 years held in {inside_range} of "
        f"{len(before)}."
    )
    return lines


def chance_of(values: Sequence[float], wanted: float, better: str) -> float | None:
    """Return the chance that a further value is at least (or at most) `wanted`; None if all are the same.

    From how the values differ from each other (Student's t), never from the number of cases in one of them.
    """
    spread = stdev(values) * sqrt(1 + 1 / len(values))
    if not spread:
        return None
    above = _students_t((wanted - mean(values)) / spread, len(values) - 1)
    return above if better == "higher" else 1 - above


def _students_t(at: float, freedom: int) -> float:
    """Return how much of Student's t is above a value (Simpson's rule)."""
    scale = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / sqrt(freedom * pi)
    width = abs(at) / STEPS
    heights = [exp(-(freedom + 1) / 2 * log1p((n * width) ** 2 / freedom)) for n in range(STEPS + 1)]
    area = scale * width / 3 * (heights[0] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2]) + heights[-1])
    return 0.5 - area if at > 0 else 0.5 + area


def _of_ten(chance: float) -> str:
    tenths = round(10 * chance)
    if tenths == 0:
        return "fewer than 1 year of 10"
    return "more than 9 years of 10" if tenths == 10 else f"about {tenths} year{'s' if tenths > 1 else ''} of 10"


def _better(measure: Measure, target: Target) -> str:
    return target.better or measure.better
