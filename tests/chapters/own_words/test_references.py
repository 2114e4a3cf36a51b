"""References in the council's own words: what each finds, and why one is not allowed."""

import pytest

from kit.chapters.own_words.references import Lookup, lookup
from kit.errors import KitError
from kit.figures.figure import Key
from tests.lib.made_up_figures import MEASURES, YEARS, absent, frame, row, some_rows

FOUND: Lookup = lookup(frame(some_rows()), MEASURES, YEARS)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("reviews_on_time.2021", "92.3%"),
        (" reviews_on_time . 2020 ", "94.4%"),
        ("reviews_on_time.2021|numerator", "1,262"),
        ("reviews_on_time.2021|denominator", "1,367"),
        ("reviews_on_time.2021 | of", "1,262 of 1,367"),
        ("reviews_on_time.2021|interval", "90.8% to 93.6%"),
        ("children_looked_after.2021", "449"),
        ("children_looked_after.2021|numerator", "449"),
        ("escalations_raised_per_100.2021", "14.2"),
        ("escalation_days.2019", "14"),
        ("reviews_on_time.2021.occasion.First|of", "84 of 100"),
        ("reviews_on_time.2021.month.2020-04|of", "94 of 115"),
        ("reviews_on_time.2021.month.April 2020|of", "94 of 115"),
        ("children_looked_after.2021.age_band_all.10–15", "114"),
        ("children_looked_after.2021.age_band_all.10-15", "114"),
        ("children_looked_after.2021.age_band_all.under  1", "54"),
        ("escalations_raised.2021.theme.Drift <b>", "25"),
    ],
)
def test_a_reference_gives_the_number_that_readers_see(reference: str, text: str) -> None:
    assert FOUND.find(reference)[0] == text


def test_a_reference_gives_the_key_of_its_figure() -> None:
    assert FOUND.find("reviews_on_time.2021.occasion.First")[1] == Key("reviews_on_time", 2021, "occasion", "First")
    assert FOUND.find("reviews_on_time.2021")[1].reference == "reviews_on_time.2021"


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("review_on_time.2021", 'there is no measure "review_on_time". Did you mean reviews_on_time?'),
        ("reviews_on_time.2017", '"2017" is not a loaded year. Loaded are 2019, 2020 and 2021 (2020-21 is 2021).'),
        ("reviews_on_time.2020-21", '"2020-21" is not a loaded year.'),
        ("reviews_on_time.2021.moth.April 2020", 'not broken down by "moth". Did you mean month?'),
        ("escalation_days.2019.sex.Female", "It is by: none."),
        ("reviews_on_time.2021.occasion.Frist", 'no category "Frist". Did you mean First?'),
        ("reviews_on_time.2021.occasion", "write measure.year or measure.year.breakdown.category"),
        ("reviews_on_time", "write measure.year"),
        ("", "write measure.year"),
        ("reviews_on_time.2021|numeratr", "no number of a figure. Did you mean numerator? They are: numerator,"),
        ("reviews_on_time.2021|", "is no number of a figure"),
        ("children_looked_after.2021|of", 'is a count and has no "of"'),
        ("children_looked_after.2021|denominator", 'is a count and has no "denominator"'),
        ("escalations_raised_per_100.2021|interval", 'is a rate and has no "interval"'),
        ("reviews_virtual.2021", "is not supplied"),
        ("escalation_days.2021", "is not known"),
        ("reviews_on_time.2021.disability.None", "is hidden, as a small number is in it"),
        ("reviews_on_time.2021.mode.In person", "has no cases"),
        ("children_looked_after.2019.age_band_all.1–4", "no category in 2018-19 that may be shown"),
    ],
)
def test_a_reference_that_is_not_allowed_says_why(reference: str, words: str) -> None:
    rows = [r for r in some_rows() if (r["measure"], r["breakdown"]) != ("reviews_on_time", "mode")]
    rows.append(absent("reviews_on_time", 2021, "no cases", breakdown="mode", category="In person"))
    with pytest.raises(KitError) as raised:
        lookup(frame(rows), MEASURES, YEARS).find(reference)
    (message,) = raised.value.messages
    assert words in message


def test_a_breakdown_that_names_staff_cannot_be_referred_to() -> None:
    # `protect` has taken its rows out: nothing is left to be found.
    rows = [row("children_looked_after", 2021, 449)]
    with pytest.raises(KitError, match="no category in 2020-21 that may be shown"):
        lookup(frame(rows), MEASURES, YEARS).find("children_looked_after.2021.age_band_all.Under 1")
