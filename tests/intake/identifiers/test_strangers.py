"""A file of which hardly anyone is known elsewhere is told in one sentence on every command, not row by row."""

import itertools
import shutil
from pathlib import Path

import pytest

from kit.counting.figures import load_figures, load_notes, load_problems, load_unprotected_figures
from kit.extracts import CORE, EXTRACTS
from kit.intake.take_in import take_in
from kit.paths import CHECKOUT, Places
from kit.protection.pseudonyms import ENVIRONMENT
from kit.worklists.check_files import check_files
from tests.commands.test_cli import kit
from tests.intake.identifiers.test_identifiers import CHILDREN, OWN, extracts, lay_out
from tests.lib.small_councils import put, two_years_of_the_sample

SUFFIXED = [f"{child}_351" for child in CHILDREN]
RULE = "hardly_any_known"


def suffixed(child: str) -> str:
    return f"{child}_351"


def spoil(places: Places, extract: str, suffix: str) -> None:
    """Add a suffix to every child of a file of the sample's."""
    path = max((places.raw / "2021").glob(f"{extract}*.csv"))
    head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    at = [heading.strip().lower() in ("child", "child_id") for heading in head.split(",")].index(True)
    assert all('"' not in cell for line in lines for cell in line.split(",")[: at + 1])
    rows = [line.split(",") for line in lines]
    written = [",".join([*row[:at], f"{row[at]}{suffix}" if row[at] else "", *row[at + 1 :]]) for row in rows]
    path.write_text("\n".join([head, *written]) + "\n", encoding="utf-8")


def told(places: Places) -> list[str]:
    return [note.said for note in take_in(places, 2021).notes]


def test_a_file_of_strangers_is_told_in_one_sentence_by_every_command_and_at_the_head_of_the_report(
    tmp_path: Path,
) -> None:
    places = lay_out(tmp_path, {"review_details": suffixed, "allocations": suffixed})
    sentence = (
        "review_details.csv (2021), child_id: of its 6 children none can be found in the return. Most likely something "
        "was added to its identifiers: they look like 9999999_999 in it, and like 9999999 elsewhere (9 is a digit, A a "
        "letter). python -m kit map with this file proposes how to take it off. Until then no figure that needs the "
        "file is right, and its rows that do not fit other files are not listed one by one."
    )
    # Before anything is kept, and once it is.
    for command, _ in itertools.product(("extracts", "figures", "problems", "check"), range(2)):
        done = kit(command, "--council", "small", "--year", "2021", data=places.data)
        assert done.returncode == 0 and done.stderr.count(sentence) == 1, command
    assert not [word for word in SUFFIXED if word in done.stderr]
    published = load_figures(places, 2021).notes
    assert published[1] == (
        "Review details, 2020-21: hardly a child of this file can be found in the return, most likely because it "
        "identifies them in another way. No figure that needs it can be relied on."
    )
    assert load_problems(places, 2021).filter(file="review_details.csv")["rule"].to_list() == [RULE]
    rules = load_problems(places, 2021)["rule"].to_list()
    assert rules.count(RULE) == 2 and not {"review_without_details", "allocation_of_unknown_child"} & set(rules)


@pytest.mark.parametrize("name", CORE)
def test_a_file_of_the_return_is_set_beside_its_other_files(tmp_path: Path, name: str) -> None:
    places = lay_out(tmp_path, {name: suffixed})
    (note,) = (sentence for sentence in told(places) if "children none" in sentence)
    assert note.startswith(
        f"{name}.csv (2021), CHILD: of its 6 children none can be found in the other files of the return."
    )
    listed = load_problems(places, 2021)
    assert listed.filter(rule=RULE)["extract"].to_list() == [name]
    # What is wrong with a row by itself is listed as it was, and nothing else.
    clean = load_problems(lay_out(tmp_path / "clean"), 2021)
    assert set(listed["rule"]) - {RULE} <= set(clean["rule"])


@pytest.mark.parametrize(("known", "said"), [(0, 1), (1, 1), (2, 0)])
def test_fewer_than_one_in_ten_are_hardly_any(tmp_path: Path, known: int, said: int) -> None:
    places = lay_out(tmp_path)
    rows = [f"{child},31/03/2021,E,ASD,AUT,N" for child in [*CHILDREN[:known], *(f"X{n}" for n in range(18 - known))]]
    put(places, 2021, "send.csv", rows, "send")
    assert len(told(places)) == said
    alone = load_problems(places, 2021).filter(rule="own_extract_of_unknown_child")
    assert alone.height == (0 if said else 18 - known)


def test_of_four_children_nothing_is_said_and_each_is_listed(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    put(places, 2021, "send.csv", [f"X{n},31/03/2021,E,ASD,AUT,N" for n in range(4)], "send")
    assert told(places) == []
    assert load_problems(places, 2021).filter(rule="own_extract_of_unknown_child").height == 4


def test_children_of_protection_plans_and_conferences_need_not_be_known(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    put(places, 2021, "protection_plans.csv", [OWN["protection_plans"], *(f"X{n},01/06/2020," for n in range(9))])
    head = ",".join(EXTRACTS["protection_conferences"].headings)
    rows = [f"X{n},initial,01/06/2020,01/06/2020," for n in range(9)]
    put(places, 2021, "protection_conferences.csv", [head, *rows])
    assert told(places) == []
    unknown = {name for name, e in EXTRACTS.items() if any(c.name == "child_id" and not c.known for c in e.columns)}
    assert unknown == {"protection_plans", "protection_conferences"}


def test_reviews_on_other_days_and_officers_of_another_kind_are_strangers_too(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    rows = [f"{child},0{n}/01/2021,,N,Iro-01,,,,,,,,,," for n, child in enumerate(CHILDREN, 1)]
    put(places, 2021, "review_details.csv", [*rows, f"{CHILDREN[0]},09/01/2021,,Y,Iro-01,,,,,,,,,,"], "review_details")
    names = [f"A. Name {n}" for n in range(6)]
    rows = [f"{name},{child},01/06/2020,visit" for name, child in zip(names, CHILDREN, strict=True)]
    put(places, 2021, "iro_contacts.csv", [OWN["iro_contacts"], *rows])
    officers, reviews = told(places)
    assert officers.startswith(
        "iro_contacts.csv (2021), iro_id: of its 6 officers none can be found in iros. Most likely it has identifiers "
        "of another kind: they look like A. AAAA 9 in it, and like AAA-99 elsewhere"
    )
    assert reviews.startswith(
        "review_details.csv (2021), review_date: of its 6 reviews none can be found in the return. Its children are "
        "known: most likely these are other days than those of the reviews."
    )
    rules = set(load_problems(places, 2021)["rule"])
    assert RULE in rules and not rules & {"iro_not_known", "details_without_review", "review_without_details"}


def test_a_year_that_numbers_all_children_otherwise_is_told_beside_the_year_before(tmp_path: Path) -> None:
    years, names = (2020, 2021), ("header", "episodes", "reviews", "review_details", "send", "allocations", "audits")
    clean = lay_out(tmp_path / "clean", years=years)
    rules = set(load_problems(clean, 2021)["rule"])
    forms = {f"{name} 2021": suffixed for name in (*names, "escalations", "iro_contacts")}
    places = lay_out(tmp_path, forms, years=years)
    assert told(places) == [
        "episodes.csv (2021), CHILD: of 6 children whom the file of 2019-20 leaves in care none can be found in this "
        "file. Most likely something was added to its identifiers: they look like 9999999_999 in it, and like 9999999 "
        "elsewhere (9 is a digit, A a letter). python -m kit map with this file proposes how to take it off. Until "
        "then no figure that needs the file is right, and its rows that do not fit other files are not listed one by "
        "one."
    ]
    assert load_figures(places, 2021).notes == (
        "Episodes, 2020-21: hardly a child who was looked after at the end of 2019-20 can be found in this file, most "
        "likely because it identifies them in another way. No figure that needs it can be relied on.",
    )
    # No newer row holds in place of those of the first year, which begin after it.
    assert set(load_problems(places, 2021)["rule"]) - {RULE, "date_in_the_future"} <= rules
    # Those who left care need not be in the next year's file.
    ended = [f"{child},0{n}/05/2019,S,C2,N1,U6,PR1,01/01/2020,E11,,,," for n, child in enumerate(CHILDREN, 1)]
    put(places, 2020, "episodes.csv", ended, "episodes")
    assert told(places) == []


def test_a_file_that_cannot_be_read_makes_no_strangers_of_the_others(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    (places.raw / "2021" / "header.csv").write_bytes(b"")
    checked = check_files(places, 2021)
    assert checked.faults and not checked.notes


@pytest.mark.parametrize("pseudonyms", [False, True])
def test_it_is_said_whether_files_are_read_again_or_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pseudonyms: bool
) -> None:
    if pseudonyms:
        (tmp_path / "kit.key").write_bytes(bytes(range(32)))
        (tmp_path / "kit.key").chmod(0o600)
        monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "kit.key"))
        (tmp_path / "params" / "small").mkdir(parents=True)
        (tmp_path / "params" / "small" / "council.yml").write_text("pseudonymise: true\n", encoding="utf-8")
    places = lay_out(tmp_path, {"send": suffixed, "review_details": suffixed})
    whole = told(places)
    assert len(whole) == 2
    lay_out(tmp_path, {"send": suffixed})
    assert told(places) == whole[1:]
    lay_out(tmp_path, {"send": suffixed, "review_details": suffixed})
    assert told(places) == whole
    assert "_351" not in "".join(whole)


def test_no_rule_lists_row_by_row_what_a_file_of_strangers_does_not_fit(tmp_path: Path) -> None:
    """Every rule that compares extracts says so: of a spoilt file none lists more than it did."""
    clean = two_years_of_the_sample(tmp_path / "clean")
    load_unprotected_figures(clean, 2021)
    keys = ["extract", "year", "rule"]
    before = {(e, y, r): n for e, y, r, n in load_problems(clean, 2021).group_by(keys).len().iter_rows()}
    for names in (
        ("header", "send"),
        ("episodes", "allocations"),
        ("reviews", "oc2", "audits"),
        ("review_details", "health"),
    ):
        shutil.copytree(tmp_path / "clean", tmp_path / names[0])
        places = Places("sample", *(tmp_path / names[0] / folder for folder in ("data", "params", "reports")))
        for number, name in enumerate(names):
            spoil(places, name, f"_{number}")
        now = load_problems(places, 2021).group_by(keys).len()
        more = {(e, y, r): n - before.get((e, y, r), 0) for e, y, r, n in now.iter_rows() if r != RULE}
        assert {key: n for key, n in more.items() if n > 2} == {}, names
        assert len([note for note in load_notes(places, 2021) if "can be found" in note]) == len(names)


def test_the_sample_has_no_strangers() -> None:
    sample = Places("sample", CHECKOUT / "data", CHECKOUT / "params", CHECKOUT / "reports")
    assert take_in(sample, 2021).strangers == ()


def test_what_is_known_is_told_by_the_return_and_not_by_a_like_form(tmp_path: Path) -> None:
    places = lay_out(tmp_path, {"send": lambda child: f"{int(child):,}.00"})
    assert len(told(places)) == 1 and "are read as those of the return" in told(places)[0]
    assert set(extracts(places)["send/year=2021/send.parquet"]["child_id"]) == set(CHILDREN)
