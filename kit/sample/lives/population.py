"""The children of the made-up council: as many households as give the numbers looked after that are set."""

from dataclasses import replace

from kit.sample.days import last_day
from kit.sample.draws import stream, whole
from kit.sample.lives.lives import live, make_household, short_break_child
from kit.sample.lives.people import Child
from kit.sample.targets import CARE_BEGINS, CHILDREN_LOOKED_AFTER, LAST_YEAR

SHORT_BREAK_CHILDREN = 9


def looked_after_on_31_march(children: list[Child], year: int) -> int:
    """Return how many of the children are looked after on the last day of a reporting year."""
    return sum(child.period_on(last_day(year)) is not None for child in children)


def make_children() -> list[Child]:
    """Return every child from the first year of care to the last, in the order of entry, with child numbers.

    Each year households come in, in an order drawn by seed, until the number looked after on 31 March is that
    of `CHILDREN_LOOKED_AFTER`; a household that would take it past the number stays out.
    """
    children = [short_break_child(n) for n in range(SHORT_BREAK_CHILDREN)]
    for year in range(CARE_BEGINS + 1, LAST_YEAR + 1):
        wanting = CHILDREN_LOOKED_AFTER[year] - looked_after_on_31_march(children, year)
        assert wanting >= 0, f"too many children stay looked after to 31 March {year}"
        n = 0
        while wanting:
            household = make_household(year, n)
            siblings = [live(household, each) for each in range(len(household.ages))]
            more = looked_after_on_31_march(siblings, year)
            if more <= wanting:
                children += siblings
                wanting -= more
            n += 1
    return _numbered(children)


def _numbered(children: list[Child]) -> list[Child]:
    taken: set[int] = set()
    numbered = []
    for child in children:
        rng = stream("number", child.key)
        number = whole(rng, 100_000, 2_999_999)
        while number in taken:
            number = whole(rng, 100_000, 2_999_999)
        taken.add(number)
        text = f"{number:07d}" if number < 160_000 else str(number)
        numbered.append(replace(child, child_id=text))
    return numbered
