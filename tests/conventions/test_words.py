"""One meaning a word: the glossary holds the words that folders, code, messages and the report use."""

import re

import pytest

from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import BETTER, KINDS, load_measures
from kit.paths import CHECKOUT

GLOSSARY = CHECKOUT / "GLOSSARY.md"
# The words of the contract, section 1 and 2, and the notes of a figure.
CONTRACT = (
    "reporting year", "loaded years", "period of care", "left open and then gone", "start not known", "calendar month",
    "left out", "looked after on a day", "review", "counted review", "working day", "age", "measure", "listed",
    "superseded", "export date", "extract", "occasion", "on time", "late", "missed", "overdue", "not known",
    "not supplied", "no cases", "suppressed", "not recorded", "breakdown", "category", "numerator", "denominator",
)  # fmt: skip


# An amount of time that the law or guidance sets: a measure says it as {its_name}, so that each year has its own.
AMOUNT = re.compile(
    r"\b((3|5|6|10|20|21|28)(rd|st|th)?|three|five|six|ten|twenty|twenty-eight)[ -](working|calendar) (day|month)s?\b"
    r"|\b(28 days|3 months|6 months)\b",
    re.IGNORECASE,
)


def entries() -> list[str]:
    """Return the words that the glossary explains: the first cells of its tables, parted at commas."""
    rows = re.findall(r"^\| ([^|]+) \|", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    return [word.strip(" `*").lower() for row in rows for word in row.split(",") if row not in ("word", "---")]


def test_no_word_has_two_entries() -> None:
    words = entries()
    assert words
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("word", CONTRACT)
def test_the_words_of_the_contract_are_explained(word: str) -> None:
    assert word in entries()


@pytest.mark.parametrize("name", sorted(BREAKDOWNS))
def test_every_breakdown_is_explained(name: str) -> None:
    assert {name, name.replace("_", " ")} & set(entries())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_measure_is_explained(kind: str) -> None:
    assert kind in entries()


def test_a_measure_is_called_nothing_else() -> None:
    other = re.compile(r"\b(indicators?|metrics?|KPIs?)\b", re.IGNORECASE)
    for measure in load_measures().values():
        said = " ".join((measure.title, measure.sentence, measure.counts, measure.included_when))
        assert not other.search(said), measure.name
        assert measure.better in BETTER


@pytest.mark.parametrize("name", sorted(load_measures()))
def test_a_measure_leaves_timescales_to_the_law_of_the_year(name: str) -> None:
    measure = load_measures()[name]
    for words in (measure.title, measure.sentence, measure.counts, measure.included_when, measure.missing):
        assert not AMOUNT.search(words), f"{words}: name the timescale in `timescales` and write {{its_name}}"


def test_measures_are_named_after_what_is_counted() -> None:
    for name in load_measures():
        assert re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", name), name


def test_a_measure_that_counts_reviews_is_not_called_after_children_or_parents() -> None:
    wrong = [
        m.name
        for m in load_measures().values()
        if re.match(r"(counted )?(reviews|occasions)\b", m.counts)
        and not re.search(r"\b(reviews?|records|minutes|decisions|papers)\b", m.title, re.IGNORECASE)
    ]
    assert wrong == []
