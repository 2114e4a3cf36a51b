"""The council's own words: what is in the report, what stops it, and that markup stays out."""

from datetime import date
from pathlib import Path

import pytest

from kit.chapters.content import from_json, to_json
from kit.chapters.html import render
from kit.chapters.own_words.compose import Composed, OwnText, compose, read_texts
from kit.chapters.own_words.passages import Block, Run, Words
from kit.chapters.own_words.references import lookup
from kit.errors import KitError
from kit.figures.figure import Key
from kit.paths import Places
from kit.years import reporting_year
from tests.lib.made_up_figures import MEASURES, YEARS, frame, some_rows

FIND = lookup(frame(some_rows()), MEASURES, YEARS).find


def composed(text: str) -> Composed:
    return compose(OwnText("params/x/2021/reviews.md", text), FIND)


def html(text: str) -> str:
    found = composed(text)
    assert found.faults == ()
    return render(Words("What we say", found.blocks, found.figures))


def test_a_figure_is_in_the_words_with_its_key() -> None:
    found = composed("On time: **{{reviews_on_time.2021}}** ({{reviews_on_time.2021|of}}).")
    key = Key("reviews_on_time", 2021)
    assert found.blocks == (
        Block(
            "paragraph",
            (Run("On time: "), Run("92.3%", key, bold=True), Run(" ("), Run("1,262 of 1,367", key), Run(").")),
        ),
    )
    assert found.figures == (key,)
    assert '<span class="figure" data-figure="reviews_on_time.2021">92.3%</span>' in html("{{reviews_on_time.2021}}")


def test_every_fault_is_told_at_once_with_file_and_line() -> None:
    found = composed(
        "Fine.\n\n{{review_on_time.2021}} and {{reviews_virtual.2021}}\n\n- {{reviews_on_time.2021\n- }}\n"
    )
    assert [message.partition(": ")[0] for message in found.faults] == [
        "params/x/2021/reviews.md, line 3, {{review_on_time.2021}}",
        "params/x/2021/reviews.md, line 3, {{reviews_virtual.2021}}",
        "params/x/2021/reviews.md, line 5",
        "params/x/2021/reviews.md, line 6",
    ]
    assert "Did you mean reviews_on_time?" in found.faults[0]


def test_a_typed_number_is_warned_about_and_stays() -> None:
    found = composed("In 2020-21:\n\n1. within 5 working days\n2. for 92% of them, {{children_looked_after.2021}}\n")
    (warning,) = found.warnings
    assert warning.startswith('params/x/2021/reviews.md, line 4: "92%" is typed.')
    assert found.faults == ()
    assert "92%" in html("for 92% of them")


def test_a_reference_in_single_braces_is_warned_about() -> None:
    (warning,) = composed("We looked after {children_looked_after.2021} children, {so many}.").warnings
    assert warning == (
        "params/x/2021/reviews.md, line 1: {children_looked_after.2021} is shown as it is typed. "
        "A reference has two braces: {{children_looked_after.2021}}."
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "<b onclick='x()'>bold</b>",
        "![a picture](https://example.org/a.png)",
        "[words](javascript:alert(1))",
        "[words](https://example.org 'title')",
        "<https://example.org>",
        "<javascript:alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "```html\n<script>alert(1)</script>\n```",
        "    <script>alert(1)</script>",
        "[x]: https://example.org\n\nsee [x]",
        "<!-- a comment -->\n\n<iframe src=//example.org></iframe>",
        "<style>*{display:none}</style>",
        '# A heading <svg onload="x()">',
        "> <script>alert(1)</script>",
        "&#xe000;0&#xe001; \ue0007\ue001",
    ],
)
def test_markup_is_text_and_nothing_leads_outside(text: str) -> None:
    made = html(text + "\n\nend")
    for forbidden in ("<script", "<img", "<svg", "<iframe", "<style", "<b ", "<a ", "href", "src=x>", "<!--"):
        assert forbidden not in made, made
    assert composed(text).faults == ()


def test_links_and_pictures_leave_their_words_with_a_warning_and_its_line() -> None:
    found = composed("One.\n\nSee [the plan](https://example.org) and ![a chart](x.png).")
    assert found.blocks[1].plain() == "See the plan and a chart."
    assert [w.partition(":")[0] for w in found.warnings] == ["params/x/2021/reviews.md, line 3"] * 2


def test_lists_quotes_and_emphasis_become_markup_of_our_own() -> None:
    made = html("- one\n  - *two*\n\n3. three\n4. **four**\n\n> said\n")
    assert made.count("<ul>") == 2
    assert '<ol start="3">' in made
    assert "<em>two</em>" in made
    assert "<strong>four</strong>" in made
    assert "<blockquote>" in made


def test_headings_are_below_the_sections_and_skip_no_level() -> None:
    made = html("## First\n\ntext\n\n#### Deep\n\ntext\n\n## Second\n\ntext\n")
    assert "<h3>First</h3>" in made and "<h4>Deep</h4>" in made and "<h3>Second</h3>" in made
    assert "<h3>Deep</h3>" in html("#### Deep\n\ntext\n\n# High\n\ntext\n")


def test_prompts_and_headings_without_an_answer_do_not_show() -> None:
    how = "? How to write: {{nothing.at_all}} 92%"
    text = f"{how}\n\n## Good practice\n? What went well?\n\n## Urgent action\n? What?\nNow.\n"
    found = composed(text)
    assert found.headings == ("Urgent action",)
    assert [block.plain() for block in found.blocks] == ["Urgent action", "Now."]
    assert (found.faults, found.warnings) == ((), ())
    parted = composed("# Part\n\n## Empty\n\n## Written\n\ntext\n\n# Nothing\n\n## Nor here\n")
    assert parted.headings == ("Part", "Written")
    assert composed("## Good practice\n? What?\n\n## Urgent action\n").blocks == ()


def test_words_come_back_from_their_json() -> None:
    found = composed("## Head\n\n- **{{reviews_on_time.2021}}**\n\n> *said*")
    words = Words("Title", found.blocks, found.figures)
    assert from_json(to_json(words)) == words
    assert "92.3%" in words.plain()


def test_the_files_of_a_year_are_read_by_chapter(tmp_path: Path) -> None:
    places = Places("x", tmp_path, tmp_path / "params", tmp_path)
    assert read_texts(places, reporting_year(2021)) == {}
    folder = places.council_params / "2021"
    folder.mkdir(parents=True)
    (folder / "reviews.md").write_text("\ufeffCafé", encoding="utf-8")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (places.council_params / "2021.yml").write_text("name: X\n", encoding="utf-8")
    # A part of the year has other figures, and words of its own.
    assert read_texts(places, reporting_year(2021, date(2020, 9, 30))) == {}
    assert {name: text.text for name, text in read_texts(places, reporting_year(2021)).items()} == {"reviews": "Café"}
    (folder / "escalations.md").write_bytes("Café".encode("cp1252"))
    with pytest.raises(KitError, match=r"2021/escalations\.md: is not text in UTF-8"):
        read_texts(places, reporting_year(2021))
