"""What was added to identifiers: a mapping says how it is taken off, and `map` proposes it."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from kit.commands.cli import app
from kit.errors import KitError
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.settings.load import load_settings
from tests.intake.identifiers.test_identifiers import CHILDREN, assert_same, extracts, lay_out
from tests.lib.small_councils import put

ADDED: dict[str, tuple[Callable[[str], str], str]] = {
    "a council's number": (lambda child: f"{child}_351", "*_351"),
    "a number that changes": (lambda child: f"{child}/{int(child) % 10 + 1}", "*/#"),
    "letters before": (lambda child: f"LBX{child}", "LBX*"),
    "a word before": (lambda child: f"Client-{child}", "Client-*"),
    "letters after": (lambda child: f"{child}A", "*A"),
    "both, and zeros lost": (lambda child: f"ID {int(child)}-00", "ID *-00"),
}


def run(places: Places, path: Path, *options: str) -> str:
    words = ["map", str(path), "--council", "small", "--params", str(places.params), *options]
    said = CliRunner().invoke(app, words, catch_exceptions=False, env={"COLUMNS": "200"})
    assert said.exit_code == 0, said.output
    return said.output


def spoilt(folder: Path, form: Callable[[str], str]) -> Places:
    places = lay_out(folder, dict.fromkeys(("reviews", "send", "review_details"), form))
    places.params.mkdir(exist_ok=True)
    return places


@pytest.mark.parametrize("added", ADDED)
def test_map_proposes_what_takes_it_off_and_the_extracts_are_those_of_the_clean_files(
    tmp_path: Path, added: str
) -> None:
    form, pattern = ADDED[added]
    clean, places = extracts(lay_out(tmp_path / "clean")), spoilt(tmp_path / "spoilt", form)
    for name, heading in (("reviews", "CHILD"), ("send", "child_id"), ("review_details", "child_id")):
        said = run(places, places.raw / "2021" / f"{name}.csv", "--write")
        assert f'{heading}: something was added to the identifiers; "{pattern}" takes it off' in said
        assert "then 6 of 6 are in the return" in said
        assert not [child for child in CHILDREN if child in said or str(int(child)) in said]
    assert_same(extracts(places), clean)
    assert not [note for note in take_in(places, 2021).notes if "can be found" in note.said]


def test_where_the_return_itself_has_it_nothing_is_proposed(tmp_path: Path) -> None:
    places = lay_out(tmp_path, children=tuple(f"{child}_351" for child in CHILDREN))
    places.params.mkdir()
    assert "no mapping is needed" in run(places, places.raw / "2021" / "send.csv")


def test_a_year_that_numbers_all_children_otherwise_is_compared_with_the_year_before(tmp_path: Path) -> None:
    forms = dict.fromkeys(("header", "episodes", "reviews"), ADDED["a council's number"][0])
    places = lay_out(tmp_path, {f"{name} 2021": form for name, form in forms.items()}, years=(2020, 2021))
    places.params.mkdir()
    said = run(places, places.raw / "2021" / "header.csv")
    assert (
        'CHILD: something was added to the identifiers; "*_351" takes it off (then 6 of 6 are in the return of' in said
    )


def test_what_makes_no_more_children_known_is_not_proposed(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    places.params.mkdir()
    path = put(places, 2021, "send.csv", [f"UPN{n}_351,31/03/2021,E,ASD,AUT,N" for n in range(9)], "send")
    assert "added" not in run(places, path)


def test_officers_are_compared_with_the_posts(tmp_path: Path) -> None:
    places = lay_out(tmp_path, officer=lambda name, iro: iro if name == "iros" else f"{iro} (RO)")
    places.params.mkdir()
    said = run(places, places.raw / "2021" / "allocations.csv")
    assert 'iro_id: something was added to the identifiers; "* (RO)" takes it off' in said


def test_a_mapping_takes_off_what_is_there_and_leaves_the_others(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    rows = ["0700001_351,31/03/2021,E,,,N", "0700002,31/03/2021,E,,,N", "0700003-7,31/03/2021,E,,,N"]
    put(places, 2021, "SEND list.csv", ["Person,As At,Provision,Need,Disability,Support", *rows])
    (places.raw / "2021" / "send.csv").unlink()
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text(
        """
        mappings:
          send list:
            extract: send
            headings: {Person: child_id, As At: as_at_date, Provision: sen_provision}
            identifiers: {child_id: "*_#"}
        """,
        encoding="utf-8",
    )
    take_in(places, 2021)
    kept = pl.read_parquet(places.extracts / "send" / "year=2021" / "send.parquet")
    assert kept["child_id"].to_list() == ["0700001", "0700002", "0700003-7"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('{child_id: "_351"}', 'child_id: write * for the identifier, with what is beside it: "*_351"'),
        ('{child_id: "*"}', "child_id: write * for the identifier"),
        ('{child_id: "*_*"}', "child_id: write * for the identifier"),
        ('{chid_id: "*_351"}', '"chid_id" identifies nothing. Did you mean child_id? These do: child_id.'),
        ('{as_at_date: "*_351"}', '"as_at_date" identifies nothing.'),
        ("[child_id]", "identifiers: write `theirs: the contract's`, one a line."),
    ],
)
def test_a_setting_that_takes_nothing_off_is_refused(tmp_path: Path, said: str, fault: str) -> None:
    places = Places("small", tmp_path / "data", tmp_path / "params", tmp_path / "reports")
    places.council_params.mkdir(parents=True)
    text = f"mappings: {{send: {{extract: send, identifiers: {said}}}}}"
    (places.council_params / "council.yml").write_text(text, encoding="utf-8")
    with pytest.raises(KitError) as refused:
        load_settings(places, 2021)
    assert fault in str(refused.value)
