"""Every sentence that the report computes can be read by anybody: short words in short sentences, finding first."""

import re
from html.parser import HTMLParser

import pytest

from kit.notebooks.chapters import IF_NAMED
from kit.report.page import REPORT
from tests.lib.made_up_notebooks import pages_of_the_sample

textstat = pytest.importorskip("textstat", reason="textstat is not installed")

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBER = re.compile(rf"(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{4}})?|[+−-]?\d[\d,]*(?:\.\d+)?(?:-\d\d)?%?")
# The council's own words, and what is no sentence: verdicts, links to the book, the contents.
NOT_COMPUTED = {"words", "said", "tag", "ref", "spark"}
BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "figcaption", "caption", "span"}
BANNED = (
    "stands in", "be it", "nought", "to one decimal place", "of a year before", "had a part", "a part in",
    "within what chance would give", "anew", "whilst", "utilis", "PN1", "PN4", "V3", "J1", "python -m",
)  # fmt: skip
AS_IT_WAS = (
    "In 2020-21, 95.8% of reviews were on time (1,316 of 1,373), 1.2 percentage points lower than the year before: a "
    "difference within what chance would give.",
    "Of the escalations raised in 2020-21, 17.8% were about a child about whom one had been raised in the twelve "
    "months before (19 of 107)",
    "On 31 March 2021, the health assessment of 88.3% of the children who had been looked after long enough to have "
    "had one was up to date (392 of 444)",
    "In 2020-21, 6.9% of the children of school age looked after at some time in the year were suspended or excluded "
    "from school (24 of 349)",
    "In 2020-21, reviewing officers in post made up 7.4 full-time posts, on average over the ends of the months, the "
    "same as the year before.",
)


class Texts(HTMLParser):
    """Collects what a page says of its own, block by block, and its images' words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._now: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("meta", "link", "br", "hr"):
            return
        if tag == "img":
            self.found.append(given.get("alt") or "")
            return
        self._end(tag)
        classes = set((given.get("class") or "").split())
        self._open.append((tag, bool(classes & NOT_COMPUTED) or tag in ("style", "title", "nav", "code")))

    def handle_endtag(self, tag: str) -> None:
        self._end(tag)
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(skipped for _, skipped in self._open):
            self._now.append(data)

    def _end(self, tag: str) -> None:
        if tag in BLOCKS and not (tag == "span" and self._now and self._open and self._open[-1][0] == "p"):
            words = " ".join("".join(self._now).split())
            self.found += [words] if words else []
            self._now = []


def sentences_of(page: str) -> list[str]:
    """Return each sentence of four words and more that a page computes, once."""
    texts = Texts()
    texts.feed(page)
    parts = (part.strip() for text in texts.found for part in re.split(r"(?<=[.!?])\s+", text))
    return list(dict.fromkeys(part for part in parts if len(part.split()) >= 4))


def grades(sentences: list[str]) -> list[tuple[float, float]]:
    """Return Flesch-Kincaid and ARI of each sentence alone, its numbers, dates and percentages as one short word."""
    plain = [NUMBER.sub("ten", sentence).rstrip(".") + "." for sentence in sentences]
    return [(textstat.flesch_kincaid_grade(one), textstat.automated_readability_index(one)) for one in plain]


def mean(numbers: list[float]) -> float:
    return sum(numbers) / len(numbers)


# With the chapters that are in a report only if the council names them.
PAGE = pages_of_the_sample(IF_NAMED)[REPORT]
SENTENCES = sentences_of(PAGE)


def test_the_sentences_of_the_report_have_a_low_grade() -> None:
    found = grades(SENTENCES)
    assert len(found) > 150
    assert mean([kincaid for kincaid, _ in found]) <= 6
    assert mean([ari for _, ari in found]) <= 7
    assert sum(kincaid > 10 for kincaid, _ in found) / len(found) <= 0.05


def test_the_sentences_as_they_were_do_not() -> None:
    found = grades(list(AS_IT_WAS))
    assert mean([kincaid for kincaid, _ in found]) > 6
    assert mean([ari for _, ari in found]) > 7


def test_no_sentence_is_long_and_most_are_short() -> None:
    lengths = {sentence: len(NUMBER.sub("ten", sentence).split()) for sentence in SENTENCES}
    assert {sentence: number for sentence, number in lengths.items() if number > 25} == {}
    assert mean(list(map(float, lengths.values()))) <= 15


def test_no_word_is_one_that_readers_do_not_know() -> None:
    assert [(word, one) for one in SENTENCES for word in BANNED if word in one] == []


def test_the_sections_come_in_the_order_that_readers_asked_for() -> None:
    kickers = re.findall(r'<p class="kicker">\d+\. (.*?)</p>', PAGE)
    assert [one.replace("&#39;", "'") for one in kickers] == [
        "Children's voice", "Reviews", "Taking part", "Children with special educational needs or disabilities",
        "Escalations", "Health", "Education", "Permanence", "Children in care", "The service", "Actions",
        "Quality assurance", "Looking ahead", "Handbook check", "Data quality",
    ]  # fmt: skip
    first = [PAGE.index(words) for words in ("Headline figures", "What improved", "What we ask of the Board")]
    assert first == sorted(first) and first[-1] < PAGE.index('class="kicker"')


def test_every_section_has_a_finding_a_figure_and_a_comparison() -> None:
    compared = re.compile(r"\b(?:up|down) from \d|as a year earlier|short of the target|of the 12 contents")
    for part in re.split(r'<p class="kicker">', PAGE)[1:]:
        title, text = re.search(r"<h2[^>]*>(.*?)</h2>(.*)", part, re.DOTALL).groups()  # type: ignore[union-attr]
        plain = re.sub(r"<[^>]+>", " ", text)
        assert re.search(r"\d", title), title
        assert re.search(r"\d", plain), title
        assert compared.search(plain) or compared.search(title), title


def test_headings_differ_and_every_chapter_has_a_number_and_a_comparison() -> None:
    heads = re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", PAGE)
    assert len(heads) == len(set(heads))
    chapters = [re.sub(r"<[^>]*>", "", part) for part in PAGE.split('<section class="chapter"')[2:]]
    compared = re.compile(
        r"\b(up|down) from \d|as a year earlier|in 20\d\d-\d\d|missed the target|short of|covered|not supplied|hidden"
    )
    assert [part[:80] for part in chapters if not re.search(r"\d", part) or not compared.search(part)] == []


def test_the_report_is_short_and_has_few_charts() -> None:
    text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", PAGE, flags=re.DOTALL)
    assert len(text.split()) <= 12_000
    assert PAGE.count("<img ") <= 40
    assert all(part.count("<img ") <= 3 for part in PAGE.split('<section class="chapter"'))
    assert all(table.count("<tr") <= 15 for table in PAGE.split("<table")[1:])
