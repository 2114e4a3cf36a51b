"""What a chart says in words to whoever cannot see it, and from what to what its axis goes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kit.chapters.text.values import SHORT, target_text, value_text
from kit.figures.figure import Figure
from kit.measures.measure import Measure
from kit.text import listed, month
from kit.years import label

if TYPE_CHECKING:
    from kit.measures.law import Band
    from kit.settings.targets import Target


def axis(
    measure: Measure, figures: Sequence[Figure], target: "Target | None" = None, band: "Band | None" = None
) -> tuple[float, float, str]:
    """Return the start and end of the axis of values, and the words that say so if that is not usual."""
    tops = [f.upper if f.upper is not None else f.value for f in figures if f.value is not None]
    feet = [f.lower if f.lower is not None else f.value for f in figures if f.value is not None]
    tops += [target.value] if target else []
    feet += [target.value] if target else []
    tops += [band.most] if band else []
    feet += [band.least] if band else []
    highest, lowest = (
        max((t for t in tops if t is not None), default=0),
        min((t for t in feet if t is not None), default=0),
    )
    if not measure.percent:
        shaded = f". Shaded: {band.least:g} to {band.most:g}" if band else ""
        return 0.0, _round_up(highest * 1.12), shaded
    if lowest >= 75:
        start = max(50.0, (100 - 2.5 * (100 - lowest)) // 10 * 10)
        return min(start, 90.0), 100.0, f". The axis starts at {min(start, 90.0):g}%"
    if 0 < highest <= 12:
        end = _round_up(highest * 1.12)
        return 0.0, end, f". The axis ends at {end:g}%"
    return 0.0, 100.0, ""


def trend_words(measure: Measure, figures: Sequence[Figure], target: "Target | None" = None) -> str:
    """Return the pattern of a trend in numbers."""
    parts = [f"{value_text(measure, f)} in {label(f.year)}" for f in figures]
    text = f"{measure.title}: {', '.join(parts)}."
    shown = [f for f in figures if f.value is not None]
    if len(shown) > 2:
        said = {f.year: value_text(measure, f) for f in shown}
        most, least = (said[f(shown, key=_value).year] for f in (max, min))
        # What is hidden may be higher or lower than all that is shown.
        of_those = " of those shown" if any(f.note == "suppressed" for f in figures) else ""
        if most == least:
            text += f" The same in every year{of_those}."
        else:
            text += f" Highest{of_those} in {_years(said, most)}, lowest in {_years(said, least)}."
    if target is not None:
        text += f" The target is {target_text(measure, target.value)}, set by {target.set_by}."
    return text


def _years(said: Mapping[int, str], value: str) -> str:
    """Return the years in which the value as it is read is this one."""
    return listed([label(year) for year, words in said.items() if words == value])


def months_words(measure: Measure, figures: Sequence[Figure]) -> str:
    """Return the highest and lowest month or quarter, and which are not shown."""
    shown = [f for f in figures if f.value is not None]
    where = f"{measure.title}, {figures[0].when}"
    if not shown:
        return f"{where}: no month can be shown."
    most, least = max(shown, key=_value), min(shown, key=_value)
    text = (
        f"{where}: between {value_text(measure, least)} ({month(least.category)}) "
        f"and {value_text(measure, most)} ({month(most.category)})."
    )
    return text + _not_shown(figures)


def groups_words(measure: Measure, figures: Sequence[Figure]) -> str:
    """Return each category's figure, highest first, and which are not shown."""
    shown = sorted((f for f in figures if f.value is not None), key=_value, reverse=True)
    where = f"{measure.title}, {figures[0].when}"
    if not shown:
        return f"{where}: no category can be shown."
    parts = [f"{f.category} {value_text(measure, f)}" for f in shown]
    return f"{where}, highest first: {'; '.join(parts)}.{_not_shown(figures)}"


def _not_shown(figures: Sequence[Figure]) -> str:
    text = ""
    for note, word in SHORT.items():
        names = [month(f.category) for f in figures if f.value is None and f.note == note]
        if names:
            text += f" {word.capitalize()}: {listed(names)}."
    return text


def _value(figure: Figure) -> float:
    return figure.value or 0.0


def _round_up(number: float) -> float:
    if number <= 0:
        return 1.0
    size = 10.0 ** (len(str(int(number))) - 1)
    steps = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
    return float(next(step * size for step in steps if step * size >= number))


def signs_words(measure: Measure, now: Sequence[Figure], earlier: Sequence[object]) -> str:
    """Return which mark is which year, for a title; nothing if there is one year only."""
    if not earlier:
        return ""
    old = label(now[0].year - 1)
    if measure.kind == "count":
        return f" (bars) and {old} (upright marks)"
    return f" (points{', with 95% intervals' if measure.kind == 'share' else ''}) and {old} (diamonds)"


def band_words(band: "Band | None") -> str:
    """Return what the shaded band of a chart is, or nothing if there is none."""
    return f" The band from {band.least:g} to {band.most:g} is shaded ({band.source})." if band else ""


def short_month(category: str) -> str:
    """Return a month's three letters, and any other category as it is."""
    return month(category)[:3] if "-" in category else category


def point(measure: Measure, figure: Figure, x: str) -> dict[str, Any]:
    """Return a figure as a chart draws it: its place, its interval, and the words beside it or in its gap."""
    words = value_text(measure, figure)
    side = words
    if measure.kind == "share" and figure.value is not None:
        side = f"{words}  ({figure.numerator:,} of {figure.denominator:,})"
    return {
        "x": x,
        "value": figure.value,
        "low": figure.value if figure.lower is None else figure.lower,
        "high": figure.value if figure.upper is None else figure.upper,
        "words": words if figure.value is not None else "",
        "side": side,
        "gap": "" if figure.value is not None else words,
    }
