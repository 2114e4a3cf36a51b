"""`kit new`: what it writes works once its words are filled in, and says what is wrong with what was typed."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kit.commands.making import new_declarations, new_files
from kit.commands.making.examples import files_to_run
from kit.commands.making.new_declarations import new_extract, new_rule
from kit.commands.making.new_files import new_chapter, new_measure, next_steps
from kit.errors import KitError
from kit.measures.fields import FIELDS
from kit.measures.headers import load_measures, load_measures_of, read_measure
from kit.measures.lineage import view_texts
from kit.notebooks.chapters import load_chapters_of, own_chapters
from kit.notebooks.parameters import check_notebook
from kit.paths import CHECKOUT, Places
from kit.problems.catalogue import load_rules

SAID = {
    "sentence: TODO": "sentence: In {year}, {value} of reviews were on a Saturday ({numerator} of {denominator})",
    "counts: TODO": "counts: reviews held in the year",
    "included_when: TODO": "included_when: it was held on a Saturday",
    "source: TODO": "source: our own question",
    "checked_on: TODO": "checked_on: 2026-11-30",
    "unit: TODO": "unit: reviews",
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places("borough", tmp_path / "data", tmp_path / "params", tmp_path / "reports")


def filled_in(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for todo, words in SAID.items():
        text = text.replace(todo, words)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("kind", ["share", "count"])
def test_a_new_measure_is_refused_until_its_words_are_there_and_then_its_example_passes(
    places: Places, kind: str
) -> None:
    sql, test = new_measure("reviews_on_saturdays", kind, "year_reviews", ["quarter", "placement"], places=places)
    with pytest.raises(KitError) as caught:
        load_measures_of(places.own_measures)
    told = str(caught.value)
    assert "counts is empty or a placeholder" in told and "source is empty" in told
    filled_in(sql)
    assert load_measures_of(places.own_measures)["reviews_on_saturdays"].breakdowns == ("quarter", "placement")
    if kind == "count":
        return
    assert any("run it: make examples COUNCIL=borough" in line for line in next_steps([sql, test], places))
    module = "kit.commands.making.examples"
    run = subprocess.run([sys.executable, "-m", module, str(test)], capture_output=True, text=True, cwd=CHECKOUT)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("view", sorted(view_texts()))
def test_the_example_of_every_view_is_python_that_draws_what_the_view_reads(places: Places, view: str) -> None:
    sql, test = new_measure("something_new", "count", view, [], places=places)
    filled_in(sql)
    assert read_measure(sql).kind == "count"
    compile(test.read_text(encoding="utf-8"), str(test), "exec")


def test_every_field_of_a_header_is_explained() -> None:
    explained = set(FIELDS)
    for measure in load_measures().values():
        path = next((CHECKOUT / "kit/sql/measures").glob(f"*/{measure.name}.sql"))
        header = path.read_text(encoding="utf-8").partition("*/")[0]
        assert {line.partition(":")[0] for line in header.splitlines() if line[:1].isalpha()} <= explained
    read = set(new_files._sql("x", "share", "year_reviews", []).partition("*/")[0].split("\n"))
    assert {f"# {FIELDS['counts']}", f"# {FIELDS['better']}"} <= read


def test_a_new_chapter_runs_and_is_the_councils(places: Places) -> None:
    (path,) = new_chapter("50_our_questions", places)
    check_notebook(path, {"council": "borough", "year": 2021, "as_at": ""})
    assert [chapter.name for chapter in load_chapters_of(places) if chapter.own] == ["our_questions"]
    assert own_chapters(places) == [path]
    assert any("make lab COUNCIL=borough" in line for line in next_steps([path], places))


@pytest.mark.parametrize(("years", "year"), [((), 2021), ((2022, 2023), 2023)])
def test_a_new_chapter_of_a_council_opens_that_council_in_its_newest_year(
    places: Places, years: tuple[int, ...], year: int
) -> None:
    for one in years:
        (places.raw / str(one)).mkdir(parents=True)
    (path,) = new_chapter("50_our_questions", places)
    sources = [cell["source"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    assert f'council = "borough"\nyear = {year}\n' in "".join(map("".join, sources))
    assert any(f"make report YEAR={year} COUNCIL=borough" in line for line in next_steps([path], places))


@pytest.mark.parametrize(
    ("names", "council", "said"),
    [
        ((), "", "Say whose: COUNCIL=<council>"),
        ((), "nowhere", "python -m kit new measure <measure> --council nowhere"),
        ((), "No where", "is not a council's name"),
        (("test_no.py",), "", "There is no file"),
    ],
)
def test_examples_says_what_it_can_run(names: tuple[str, ...], council: str, said: str) -> None:
    with pytest.raises(KitError) as caught:
        files_to_run(names, council)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda p: new_measure("reviews_held", "share", "year_reviews", [], places=p), "There is a measure"),
        (lambda p: new_measure("Reviews", "share", "year_reviews", [], places=p), "small letters"),
        (lambda p: new_measure("a", "shar", "year_reviews", [], places=p), 'no "shar". Did you mean share?'),
        (lambda p: new_measure("a", "share", "year_review", [], places=p), "Did you mean year_reviews?"),
        (lambda p: new_measure("a", "share", "year_reviews", ["quarters"], places=p), "Did you mean quarter?"),
        (lambda p: new_measure("a", "share", "year_reviews", [], "review"), "Did you mean reviews?"),
        (lambda p: new_chapter("02_ours", p), "The number 02 is that of 02_reviews.ipynb."),
        (lambda p: new_chapter("50_reviews", p), 'There is a chapter "reviews".'),
        (lambda p: new_chapter("ours", p), "NN_name, as in 50_our_questions"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(places: Places, make, said: str) -> None:
    with pytest.raises(KitError) as caught:
        make(places)
    assert said in str(caught.value)
    assert not places.params.exists()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout that new rules and extracts are written into, with the list of extracts."""
    listing = tmp_path / "kit" / "extracts" / "__init__.py"
    listing.parent.mkdir(parents=True)
    listing.write_text((CHECKOUT / "kit" / "extracts" / "__init__.py").read_text(encoding="utf-8"), encoding="utf-8")
    for name, folder in {"CHECKOUT": "", "KIT": "kit", "PROBLEMS": "kit/sql/problems"}.items():
        monkeypatch.setattr(new_declarations, name, tmp_path / folder)
    return tmp_path


def test_a_new_rule_is_refused_until_its_words_are_there_and_its_example_draws_the_extract(checkout: Path) -> None:
    sql, test = new_rule("iros/left_before_start")
    with pytest.raises(KitError, match=r"The rule left_before_start: title is empty, or TODO\."):
        load_rules(checkout / "kit" / "sql" / "problems")
    sql.write_text(sql.read_text(encoding="utf-8").replace("  TODO", "  Words."), encoding="utf-8")
    assert "FROM iros" in load_rules(checkout / "kit" / "sql" / "problems")["left_before_start"].sql
    assert test == checkout / "tests" / "problems" / "iros" / "test_left_before_start.py"
    text = test.read_text(encoding="utf-8")
    compile(text, str(test), "exec")
    assert 'iros="""' in text and 'assert council.listed("left_before_start") == []' in text


def test_a_new_extract_has_the_columns_of_a_file_and_no_value_of_it(checkout: Path) -> None:
    given = checkout / "plans.csv"
    given.write_text("child_id,plan_date,hours,notes\nK1234,01/06/2020,3,seen\n,2020-07-01,,\n", encoding="utf-8")
    module, test, listing = new_extract("pathway_plans", given)
    space: dict[str, Any] = {}
    exec(compile(module.read_text(encoding="utf-8"), str(module), "exec"), space)
    kinds = [(column.heading, column.kind) for column in space["EXTRACT"].columns]
    assert kinds == [("child_id", "id"), ("plan_date", "date"), ("hours", "whole"), ("notes", "text")]
    assert space["EXTRACT"].key == ("child_id", "plan_date")
    texts = [path.read_text(encoding="utf-8") for path in (module, test, listing)]
    assert not any(value in text for text in texts[:2] for value in ("K1234", "seen"))
    assert texts[2].count("pathway_plans,") == 2
    compile(texts[2], "listing", "exec")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: new_rule("iro/left"), 'the extract: there is no "iro". Did you mean iros?'),
        (lambda: new_rule("iros/Left"), "is not the name of a rule"),
        (lambda: new_rule("actions/action_without_measure"), 'There is a rule "action_without_measure".'),
        (lambda: new_extract("iros"), 'There is an extract or view "iros".'),
        (lambda: new_extract("plans", Path("nowhere.csv")), "cannot be read as a CSV in UTF-8"),
    ],
)
def test_what_is_wrong_with_a_rule_or_extract_is_said(checkout: Path, make, said: str) -> None:
    with pytest.raises(KitError) as caught:
        make()
    assert said in str(caught.value)
    assert not (checkout / "kit" / "sql").exists() and not (checkout / "kit" / "extracts" / "own").exists()
