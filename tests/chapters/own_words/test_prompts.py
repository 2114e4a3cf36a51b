"""The files for the council's own words: made once, never written over, and silent until they are answered."""

from pathlib import Path

from kit.chapters.own_words.compose import YOUNG_PEOPLE, OwnText, compose
from kit.chapters.own_words.prompts import PROMPTS, blank_file, make_files
from kit.chapters.own_words.references import lookup
from kit.chapters.tables.handbook import load_required
from kit.notebooks.chapters import chapter_names
from kit.paths import Places
from kit.years import reporting_year
from tests.lib.made_up_figures import MEASURES, YEARS, frame


def test_a_file_is_made_for_every_chapter_and_none_is_written_over(tmp_path: Path) -> None:
    places = Places("x", tmp_path, tmp_path / "params", tmp_path)
    folder = places.council_params / "2021"
    folder.mkdir(parents=True)
    (folder / "reviews.md").write_text("Mine.", encoding="utf-8")
    made = make_files(places, reporting_year(2021))
    assert sorted(p.stem for p in made) == sorted({*chapter_names(), YOUNG_PEOPLE} - {"reviews"})
    assert (folder / "reviews.md").read_text(encoding="utf-8") == "Mine."
    before = {p: p.read_bytes() for p in folder.iterdir()}
    assert make_files(places, reporting_year(2021)) == []
    assert {p: p.read_bytes() for p in folder.iterdir()} == before


def test_an_unanswered_file_says_nothing_and_warns_of_nothing() -> None:
    find = lookup(frame([]), MEASURES, YEARS).find
    found = compose(OwnText("x.md", blank_file(2021)), find)
    assert (found.blocks, found.faults, found.warnings) == ((), (), ())
    assert "<!--" not in blank_file(2021)


def test_the_prompts_ask_for_what_the_handbook_requires_of_words() -> None:
    asked = [heading for heading, _ in PROMPTS]
    assert asked == [one.words for one in load_required() if one.words]
    text = blank_file(2021).replace("? What cannot wait, and who must act?", "Now.")
    found = compose(OwnText("x.md", text), lookup(frame([]), MEASURES, YEARS).find)
    assert found.headings == ("Urgent action",)
