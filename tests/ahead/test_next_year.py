"""The next year: like this one, with the published spread of councils of its size, known by then alone."""

from dataclasses import replace

import polars as pl
import pytest

from kit.ahead.make_bands import changes, text_of
from kit.ahead.next_year import USED, next_year_lines, published_changes
from kit.figures.figure import Figure
from kit.measures.law import statutory_bands
from kit.paths import AHEAD, CHECKOUT

TABLE = CHECKOUT.parent / "shared" / "data" / "dfe" / "lait_bds_long.parquet"
CHILDREN = {2016: 441, 2017: 452, 2018: 460, 2019: 468, 2020: 480, 2021: 449}


def wholes(children: dict[int, int], posts: float | None = 7.4) -> dict[str, list[Figure]]:
    def one(measure: str, year: int, numerator: int, denominator: int | None, value: float | None) -> Figure:
        return Figure(measure, year, "all", "all", numerator, denominator, value, None, None, "")

    held = {year: one("reviews_held", year, 1368, None, 1368.0) for year in children}
    return {
        "children_looked_after": [one("children_looked_after", y, n, None, float(n)) for y, n in children.items()],
        "reviews_held": [*held.values()],
        "full_time_posts": [one("full_time_posts", y, 8880, 1200, posts) for y in children],
        "protection_conferences_on_time": [one("c", y, 1561, 1748, 89.3) for y in children],
    }


def test_the_next_year_of_the_sample() -> None:
    assert set(wholes(CHILDREN)) == set(USED)
    like, spread, no_range, source, posts, conferences, before, reviews, a_post, tried = next_year_lines(
        wholes(CHILDREN), statutory_bands()["caseload"]
    )
    assert like == (
        "If 2021-22 is like 2020-21: 449 children, about 1,370 reviews, 61 children a full-time post (7.4 posts)."
    )
    assert spread.startswith(
        "In 7 to 8 of 10 past years a council of this size had between 421 and 505 a year later. In 93 of 100 it was "
        "between 404 and 528. "
    )
    assert source.startswith("This is from 337 changes up to 31 March 2021. Source: Department for Education, Local")
    assert posts == (
        "For 421 children 6.0 to 8.4 full-time posts are wanted, for 505 7.2 to 10.1, at 70 to 50 children each (IRO "
        "Handbook (2010), 7.15)."
    )
    assert "Apart from that, 1,748 child protection conferences" in conferences
    assert "for 31 March 2021 480 (452 to 542), 449 came" in before
    assert no_range.startswith("There is no range for reviews and posts")
    assert reviews.startswith("Of reviews: for 2016-17 1,368, 1,368 came; ")
    assert a_post.endswith("for 2020-21 65, 61 came.")
    assert tried == (
        "It was off by 3.1% for children, by 0.0% for reviews and by 3.1% for children a full-time post, on average. "
        "Posts wanted are off as the children are. The range of children held in 1 of 2 years."
    )


def test_a_figure_uses_what_was_known_by_its_year_alone() -> None:
    known = published_changes()
    assert known.of(449, 2018) is None
    assert known.of(449, 2021) != known.of(449, 2022)
    assert known.of(449, 2040) == known.of(449, max(known.known_to))
    assert known.of(29, 2021) is None
    small, large = known.of(249, 2021), known.of(250, 2021)
    assert small and large and (small.of_80[0], large.of_80[0]) == (-7.79, -6.25)
    assert known.of(5000, 2021)


def test_without_a_band_or_posts_it_says_what_it_can() -> None:
    lines = next_year_lines(wholes({2017: 20, 2018: 22}, None), statutory_bands()["caseload"])
    assert lines[:3] == [
        "If 2018-19 is like 2017-18: 22 children, about 1,370 reviews.",
        "There is no range: no published changes of councils of this size were known by then.",
        "For 22 children 0.3 to 0.4 full-time posts are wanted, at 70 to 50 children each (IRO Handbook (2010), 7.15).",
    ]


def test_with_fewer_than_three_years_there_is_no_range() -> None:
    lines = next_year_lines(wholes({2020: 480, 2021: 449}), statutory_bands()["caseload"])
    assert lines[1].startswith("There is no range: fewer than 3 years are loaded")
    assert lines[2].startswith("For 449 children 6.4 to 9.0 full-time posts are wanted, at 70 to 50")
    assert "421" not in " ".join(lines[:4])
    # Nor of what would have been said before.
    assert lines[4] == "Before, it would have been: for 31 March 2021 480, 449 came."
    assert "range" not in lines[-1]


def test_what_was_hidden_is_not_tried() -> None:
    known = wholes(CHILDREN)
    hidden = replace(known["reviews_held"][-2], numerator=None, value=None, note="suppressed")
    known["reviews_held"][-2] = hidden
    said = " ".join(next_year_lines(known, None))
    assert "for 2018-19 1,368, 1,368 came. Of children" in said


@pytest.mark.skipif(not TABLE.is_file(), reason="the published table is not beside this checkout (../shared/data/dfe)")
def test_the_shipped_bands_are_those_of_the_published_table_and_held() -> None:
    found = changes(TABLE)
    text = text_of(found)
    assert text == AHEAD.read_text(encoding="utf-8")
    assert "held: {of_80: 78, of_95: 93, councils: 892, first: 2020, last: 2025}" in text
    # What the page calls 7 to 8 of 10: the band of the sample's size, as it was known in 2021, in the years after.
    band = published_changes().of(449, 2021)
    assert band
    later = found.filter(pl.col("year") > 2021, pl.col("size").is_between(250, 500, closed="left"))["change"]
    assert round(100 * later.is_between(*band.of_80).sum() / later.len()) == 74
