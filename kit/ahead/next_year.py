"""The next year, if it is like this one, and how far councils of the same size have been from that a year later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import floor
from pathlib import Path

from kit.figures.figure import Figure
from kit.files.yaml import read_yaml
from kit.measures.law import Band
from kit.paths import AHEAD
from kit.text import count, day, decimal, listed
from kit.years import label, reporting_year

# With fewer loaded years a range has not been tried on enough of them.
ENOUGH_YEARS = 3
# The measures from which the next year is said.
USED = ("children_looked_after", "reviews_held", "full_time_posts", "protection_conferences_on_time")


@dataclass(frozen=True)
class SizeChange:
    """By how much, in percent, the children of councils of a size changed within a year: lowest and highest of 8 of 10
    past years, and of 95 of 100."""

    of_80: tuple[float, float]
    of_95: tuple[float, float]
    changes: int


def around(children: int, spread: tuple[float, float]) -> tuple[int, int]:
    """Return how many children so many may be after changes of so many percent, lowest and highest."""
    lowest, highest = (round(children * (1 + change / 100)) for change in spread)
    return lowest, highest


@dataclass(frozen=True)
class Changes:
    """The published changes: whose they are, how many of 100 each band held later, and the bands by last known year."""

    source: str
    held_80: int
    held_95: int
    known_to: Mapping[int, Sequence[Mapping[str, float]]]

    def of(self, children: int, year: int) -> SizeChange | None:
        """Return the band for so many children, of the changes known by 31 March `year`; None if there is none."""
        last = max((known for known in self.known_to if known <= year), default=None)
        for band in self.known_to[last] if last else ():
            if band["from"] <= children and (band["below"] is None or children < band["below"]):
                of_80, of_95 = ((band[f"lowest_{of}"], band[f"highest_{of}"]) for of in (80, 95))
                return SizeChange(of_80, of_95, int(band["changes"]))
        return None


@cache
def published_changes(path: Path = AHEAD) -> Changes:
    """Return what `params/ahead.yml` says."""
    content = read_yaml(path.read_text(encoding="utf-8"))
    return Changes(
        " ".join(content["source"].split()), content["held"]["of_80"], content["held"]["of_95"], content["known_to"]
    )


def next_year_lines(wholes: Mapping[str, Sequence[Figure]], caseload: Band | None) -> list[str]:
    """Return sentences on the next year; `wholes` are, by measure, the figures of the loaded years.

    Of a part of a year, and without the number of children, nothing is said but why.
    """
    children, reviews, posts, conferences = (wholes[name] for name in USED)
    now = children[-1].numerator
    if children[-1].up_to:
        return ["What a next year may bring is said once this one is whole."]
    if now is None:
        return ["What a next year may bring is not said: the number of children looked after is not shown."]
    held, full_time = reviews[-1].numerator, posts[-1].value
    parts = [f"{count(now)} children"]
    if held is not None:
        parts.append(f"about {count(round(held, -1))} reviews")
    if full_time:
        parts.append(f"{count(round(now / full_time))} children a full-time post ({decimal(full_time)} posts)")
    lines = [f"If {label(children[-1].year + 1)} is like {label(children[-1].year)}: {', '.join(parts)}."]
    changes = published_changes()
    band = changes.of(now, children[-1].year)
    ends: tuple[int, ...] = (now,)
    if band is None:
        lines.append("There is no range: no published changes of councils of this size were known by then.")
    elif len(children) < ENOUGH_YEARS:
        lines.append(
            f"There is no range: fewer than {ENOUGH_YEARS} years are loaded, so it cannot be seen how far off it would "
            "have been here."
        )
    else:
        ends, (least, most) = around(now, band.of_80), around(now, band.of_95)
        lines.append(
            f"In {_tenths(changes.held_80)} of 10 past years a council of this size had between {count(ends[0])} and "
            f"{count(ends[1])} a year later. In {changes.held_95} of 100 it was between {count(least)} and "
            f"{count(most)}. A wave that moves all councils at once may take it further: this cannot be foreseen."
        )
        lines.append("There is no range for reviews and posts: how these changed in other councils is not published.")
        lines.append(
            f"This is from {count(band.changes)} changes up to 31 March {children[-1].year}. Source: {changes.source}."
        )
    if caseload:
        lines.append(_posts(ends, caseload))
    return [*lines, *_conferences(conferences, full_time), *_before(children, reviews, posts)]


def _posts(ends: Sequence[int], caseload: Band) -> str:
    """Return how many posts so many children want, and so many."""
    first, *others = (
        f"{count(children)} {{}}{decimal(children / caseload.most)} to {decimal(children / caseload.least)}"
        for children in ends
    )
    said = [first.format("children "), *(other.format("") for other in others)]
    said[0] += " full-time posts are wanted"
    return f"For {', for '.join(said)}, at {caseload.most:g} to {caseload.least:g} children each ({caseload.source})."


def _conferences(wholes: Sequence[Figure], posts: float | None) -> list[str]:
    """Return the conferences of the year for each post, never added to children: officers may chair both."""
    if not wholes or not wholes[-1].denominator or not posts:
        return []
    number = wholes[-1].denominator
    return [
        f"Apart from that, {count(number)} child protection conferences, one for each child, were due in the year: "
        f"{count(round(number / posts))} for each full-time post, if the officers chair them."
    ]


def _before(children: Sequence[Figure], reviews: Sequence[Figure], posts: Sequence[Figure]) -> list[str]:
    """Return what would have been said in each earlier year, and what came: of children, of reviews, and of posts."""
    numbers: dict[int, float | None] = {figure.year: figure.numerator for figure in children}
    said, held = [], []
    for year, before, came in ((year, round(before), round(came)) for year, before, came in _pairs(numbers)):
        words = f"{day(reporting_year(year).as_at)} {count(before)}"
        band = published_changes().of(before, year - 1) if len(children) >= ENOUGH_YEARS else None
        if band:
            lowest, highest = around(before, band.of_80)
            held.append(lowest <= came <= highest)
            words += f" ({count(lowest)} to {count(highest)})"
        said.append(f"{words}, {count(came)} came")
    if not said:
        return ["It cannot be tried on an earlier year: none is loaded."]
    of_reviews: dict[int, float | None] = {figure.year: figure.numerator for figure in reviews}
    a_post: dict[int, float | None] = {
        child.year: child.numerator / post.value
        for child, post in zip(children, posts, strict=True)
        if child.numerator is not None and post.value
    }
    lines = [f"Before, it would have been: for {'; for '.join(said)}."]
    off = [f"{_off(numbers)} for children"]
    for words, values in (("reviews", of_reviews), ("children a full-time post", a_post)):
        if pairs := _pairs(values):
            tried = (f"{label(year)} {count(round(before))}, {count(round(came))} came" for year, before, came in pairs)
            lines.append(f"Of {words}: for {'; for '.join(tried)}.")
            off.append(f"{_off(values)} for {words}")
    range_held = f" The range of children held in {sum(held)} of {len(held)} years." if held else ""
    return [
        *lines,
        f"It was off {listed(off)}, on average. Posts wanted are off as the children are.{range_held}",
    ]


def _pairs(values: Mapping[int, float | None]) -> list[tuple[int, float, float]]:
    """Return each year that has a year before it, with the value of that and its own."""
    pairs = ((year, values.get(year - 1), value) for year, value in values.items())
    return [(year, before, came) for year, before, came in pairs if before is not None and came is not None]


def _off(values: Mapping[int, float | None]) -> str:
    """Return by how many percent the year before was off on average."""
    off = [100 * abs(before - came) / max(came, 1) for _, before, came in _pairs(values)]
    return f"by {decimal(sum(off) / len(off))}%"


def _tenths(hundredths: int) -> str:
    """Return a share of 100 as tenths: the one below and the one above, or one if it is that."""
    below = floor(hundredths / 10)
    return f"{below}" if hundredths == 10 * below else f"{below} to {below + 1}"
