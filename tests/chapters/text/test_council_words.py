"""The council's words for the children, in titles and sentences, and the direction that it sets."""

from dataclasses import replace

from kit.chapters.text.council_words import in_council_words, own_words
from kit.chapters.text.sentences import headline
from kit.settings.settings import Settings
from kit.settings.targets import Target
from kit.years import reporting_year
from tests.chapters.text.test_sentences import AS_AT, figure
from tests.lib.made_up_figures import MEASURES, measure

OURS = Settings("Borough", children="children in our care", child="child in our care")
YEARS = (reporting_year(2020), reporting_year(2021))


def test_the_councils_word_is_used_if_the_law_has_its_own() -> None:
    assert own_words("Children looked after on 31 March", OURS) == "Children in our care on 31 March"
    assert own_words("of the children looked after, a child looked after", OURS) == (
        "of the children in our care, a child in our care"
    )
    assert own_words("how children were looked after", OURS) == "how children were looked after"
    assert own_words("Children looked after", Settings("B")) == "Children looked after"


def test_titles_sentences_and_definitions_are_said_in_it() -> None:
    given = measure("x", "count", "There were {value} children looked after on {as_at}", counts="children looked after")
    said = in_council_words(replace(given, title="Children looked after"), OURS, YEARS)
    assert (said.title, said.counts) == ("Children in our care", "children in our care")
    now = replace(figure("escalations_raised", 2021, 449), measure="x")
    assert headline(said, now, None, AS_AT).plain().startswith("There were 449 children in our care on 31 March 2021.")


def test_a_timescale_in_a_text_is_the_one_in_force() -> None:
    given = replace(
        MEASURES["reviews_on_time"],
        sentence="Within {record_sent} {value} in {year}",
        included_when="within {record_sent}",
        timescales=("record_sent",),
    )
    said = in_council_words(given, Settings("B"), YEARS)
    assert said.included_when == "within the timescale"
    assert said.sentence == "Within the timescale {value} in {year}"


def test_the_first_loaded_year_is_not_like_others_if_a_measure_says_so() -> None:
    given = replace(MEASURES["reviews_virtual"], breaks={2021: "Offices were closed"}, first_year="nobody knows")
    assert in_council_words(given, Settings("B"), YEARS).breaks == {2020: "Nobody knows.", 2021: "Offices were closed."}
    # Alone it is beside no other.
    assert in_council_words(given, Settings("B"), YEARS[1:]).breaks == {2021: "Offices were closed."}
    said = in_council_words(replace(given, breaks={2020: "Offices were closed"}), Settings("B"), YEARS).breaks
    assert said == {2020: "Offices were closed. nobody knows"}


def test_a_direction_that_the_council_set_holds_if_the_measure_has_none() -> None:
    targets = {"reviews_virtual": Target(30, "the Board", "lower")}
    said = in_council_words(MEASURES["reviews_virtual"], Settings("B", targets=targets), YEARS)
    assert said.better == "lower"
    assert in_council_words(MEASURES["reviews_virtual"], Settings("B"), YEARS).better == "none"
