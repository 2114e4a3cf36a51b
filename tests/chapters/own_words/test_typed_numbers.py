"""Which numbers look like figures that somebody typed, and which may be typed."""

import pytest

from kit.chapters.own_words.typed_numbers import typed_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("92% were on time", ["92%"]),
        ("92.3 % of 1,367 reviews.", ["92.3 %", "1,367"]),
        ("There were 449.", ["449"]),
        ("7 children left", ["7"]),
        ("a fall of -31", ["-31"]),
        ("it cost £5,000", ["£5,000"]),
        ("Ninety-two per cent took part", ["Ninety-two"]),
        ("two hundred reviews", ["hundred"]),
        ("14 days on average", ["14"]),
    ],
)
def test_a_figure_that_is_typed_is_seen(text: str, numbers: list[str]) -> None:
    assert typed_numbers(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "in 2021, in 2020-21, in 2020–21 and in 2020/21",
        "from 24 April to 25 September 2020, and on the 1st of the month on 3rd May",
        "by 31/03/2021",
        "within 10 working days, 21 calendar days or twenty working days",
        "regulation 33(1) and regs 33 to 36, section 20, s.31, paragraph 7.11, Handbook 7.11, Part 3, SI 2020/445",
        "Stage 1, stages 2, Key Stage 4, PN1, J2, U6",
        "aged 4 to 9, aged 16 and over, under 5, 16 or over, a 15-year-old",
        "One reviewing officer left, two came.",
        "Covid-19 and COVID19",
    ],
)
def test_years_dates_ages_timescales_and_the_law_may_be_typed(text: str) -> None:
    assert typed_numbers(text) == []
