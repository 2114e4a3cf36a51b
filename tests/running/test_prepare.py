"""Before any chapter is run: the council's words are looked through, and its choice of chapters settled."""

from dataclasses import replace
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.paths import Places
from kit.running.prepare import Prepared, prepare
from kit.settings.questions import Question
from tests.lib.made_up_figures import figures
from tests.lib.notebook_files import notebook_file


@pytest.fixture
def notebooks(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "notebooks"
    for stem, call in (
        ("00_start_here", "report.about()"),
        ("02_reviews", 'report.headline("reviews_on_time")'),
        ("04_virtual", 'report.headline("reviews_virtual")'),
        ("99_data_quality", "report.data_quality()"),
    ):
        notebook_file(folder, stem, call)
    return sorted(folder.glob("*.ipynb"))


def prepared(notebooks: list[Path], folder: Path, **words: str) -> Prepared:
    places = Places("x", folder, folder / "params", folder)
    (places.council_params / "2021").mkdir(parents=True)
    for name, text in words.items():
        (places.council_params / "2021" / f"{name}.md").write_text(text, encoding="utf-8")
    return prepare(figures(), places, notebooks)  # type: ignore[arg-type]


def test_chapters_without_their_extracts_are_not_run(notebooks: list[Path], tmp_path: Path) -> None:
    made = prepared(notebooks, tmp_path, virtual="Words.", reviews="")
    assert [path.stem for path in made.paths] == ["00_start_here", "02_reviews", "99_data_quality"]
    assert len(made.warnings) == 2
    assert "is left out. Not supplied: the extract review_details" in made.warnings[0]
    assert made.warnings[1].endswith("2021/virtual.md: these words are in no report, as their chapter is left out.")


def test_every_fault_of_every_file_stops_the_report_at_once(notebooks: list[Path], tmp_path: Path) -> None:
    with pytest.raises(KitError) as raised:
        prepared(
            notebooks,
            tmp_path,
            reveiws="Words.",
            reviews="{{reviews_on_tim.2021}}\n\n{{reviews_on_time.2021.disability.None}}",
            start_here="{{reviews_on_time.1999}}",
        )
    told = "\n".join(raised.value.messages)
    assert 'reveiws.md: there is no chapter "reveiws". Did you mean reviews?' in told
    assert "reviews.md, line 1" in told and "reviews.md, line 3" in told and "start_here.md, line 1" in told
    assert len(raised.value.messages) == 4


def test_typed_numbers_and_what_looks_personal_are_warned_about_with_their_line(
    notebooks: list[Path], tmp_path: Path
) -> None:
    made = prepared(notebooks, tmp_path, reviews="Fine.\n\n92% of them\n\nwrite to jo@example.org\n")
    told = [w for w in made.warnings if "reviews.md" in w]
    assert [w.partition("reviews.md, ")[2].partition(":")[0] for w in told] == ["line 3", "line 5"]
    assert "jo@example.org" not in "".join(told)


def test_a_chapter_depends_on_its_own_words_with_the_figures_in_them(notebooks: list[Path], tmp_path: Path) -> None:
    plain = prepared(notebooks, tmp_path / "a").besides
    words = prepared(notebooks, tmp_path / "b", reviews="{{reviews_on_time.2021}}").besides
    assert {stem for stem in plain if plain[stem] != words[stem]} == {"02_reviews", "99_data_quality"}
    assert b"92.3%" in words["02_reviews"]


def test_identifiers_in_words_and_in_the_boards_questions_stop_the_report(
    notebooks: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = figures()
    asked = replace(made.settings, questions=(Question("Why?", "reviews"), Question("And 0700001?", "reviews")))
    monkeypatch.setattr(
        "kit.running.prepare.lines_with_people",
        lambda text, _: [n for n, line in enumerate(text.splitlines(), 1) if "0700001" in line],
    )
    places = Places("x", tmp_path, tmp_path / "params", tmp_path)
    (places.council_params / "2021").mkdir(parents=True)
    (places.council_params / "2021" / "reviews.md").write_text("Child 0700001 was late.", encoding="utf-8")
    with pytest.raises(KitError) as raised:
        prepare(replace(made, settings=asked), places, notebooks)  # type: ignore[arg-type, type-var]
    places_named = [line.partition(": has the identifier")[0].rpartition("/")[2] for line in raised.value.messages]
    assert places_named[0] == "reviews.md, line 1" and places_named[1].endswith("questions, line 2")
