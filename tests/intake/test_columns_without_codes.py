"""A column of which hardly a cell is a code of its list is told in one sentence, by every command and in the report."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kit.commands.cli import app
from kit.counting.figures import load_figures
from kit.intake.take_in import take_in
from tests.commands.test_cli import kit
from tests.lib.worked import WorkedCouncil, a_council

MAP = "python -m kit map <file>, with this file, proposes a mapping."


def a_council_with(folder: Path, sexes: list[str], **others: str) -> WorkedCouncil:
    children = [f"{2001 + n}" for n in range(len(sexes))]
    header = "\n".join(["CHILD | SEX", *(f"{c} | {sex}" for c, sex in zip(children, sexes, strict=True))])
    episodes = "\n".join(["CHILD | DECOM", *(f"{child} | 01/06/2020" for child in children)])
    return a_council(folder, header=header, episodes=episodes, **others)


def told(council: WorkedCouncil) -> list[str]:
    return [note.said for note in take_in(council.places, 2021).notes]


def test_words_for_codes_are_one_sentence_on_the_terminal_and_at_the_head_of_the_report(tmp_path: Path) -> None:
    council = a_council_with(tmp_path, ["Male", "Female"] * 3)
    sentence = (
        "header.csv (2021), SEX: 6 of 6 cells hold something other than a code of the list (2, 1), so that they count "
        f"as not recorded, and no figure that needs SEX is right. {MAP}"
    )
    for command in ("extracts", "figures", "problems", "check", "figures"):
        done = kit(command, "--council", "worked", "--year", "2021", data=council.places.data)
        assert done.returncode == 0 and done.stderr.count(sentence) == 1, command
    # Six cells are fewer than readers are told of.
    assert load_figures(council.places, 2021).notes == (
        "Children of the return, 2020-21: nearly all cells of the column SEX hold something other than a code of the "
        "list (2, 1), so that they count as not recorded, and no figure that needs it can be relied on. python -m kit "
        "map proposes a mapping of the file.",
    )


def test_readers_are_told_how_many_of_many_cells(tmp_path: Path) -> None:
    council = a_council_with(tmp_path, ["Male"] * 119 + ["1"])
    assert "119 of 120 cells of the column SEX" in load_figures(council.places, 2021).notes[0]


def test_map_proposes_what_the_sentence_says(tmp_path: Path) -> None:
    council = a_council_with(tmp_path, ["Male", "Female"] * 3)
    path = council.places.raw / "2021" / "header.csv"
    done = CliRunner().invoke(app, ["map", str(path)], catch_exceptions=False, env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert '"Male": "M"' in done.output and '"Female": "F"' in done.output


def test_map_names_the_column_whose_words_it_does_not_know(tmp_path: Path) -> None:
    council = a_council_with(tmp_path, ["Frau", "Herr"] * 3)
    path = council.places.raw / "2021" / "header.csv"
    done = CliRunner().invoke(app, ["map", str(path)], catch_exceptions=False, env={"COLUMNS": "200"})
    assert "no mapping is needed" not in done.output
    assert "What SEX holds that is not known needs one" in done.output


@pytest.mark.parametrize(
    ("sexes", "is_told"),
    [
        (["Male"] * 5, True),
        (["Male"] * 4, False),  # of four cells nothing can be said
        (["Male"] * 4 + ["", ""], False),  # a blank is no cell
        (["Male"] * 9 + ["1"], False),  # one in ten is known
        (["Male"] * 10 + ["1"], True),
        (["1"] * 10, False),
    ],
)
def test_fewer_than_one_known_code_in_ten_of_five_cells(tmp_path: Path, sexes: list[str], is_told: bool) -> None:
    assert bool(told(a_council_with(tmp_path, sexes))) == is_told


def test_any_coded_column_of_any_extract(tmp_path: Path) -> None:
    days = [f"0{n}/06/2020" for n in range(1, 7)]
    council = a_council_with(
        tmp_path,
        ["1"] * 6,
        exclusions="\n".join(["child_id | excluded_date | kind", *(f"2001 | {day} | sent home" for day in days)]),
        send="\n".join(
            ["child_id | as_at_date | disability", *(f"200{n} | 01/01/2021 | walking; seeing" for n in range(1, 7))]
        ),
        escalations="\n".join(
            ["escalation_id | raised_date | raised_stage", *(f"{n} | {day} | first" for n, day in enumerate(days))]
        ),
    )
    said = told(council)
    assert said[0].startswith(
        "escalations.csv (2021), raised_stage: 6 of 6 cells hold something other than a code of the list "
        "(informal, 1, 2, …), so that they count as not recorded"
    )
    assert said[1].startswith("exclusions.csv (2021), kind: 6 of 6") and "so that their rows are left out" in said[1]
    assert said[2].startswith("send.csv (2021), disability: 6 of 6")
    assert len(said) == 3


def test_an_older_export_is_not_told_of(tmp_path: Path) -> None:
    council = a_council_with(tmp_path, ["1"] * 6)
    rows = "\n".join(["child_id,excluded_date,kind", *(f"2001,0{n}/06/2020,sent home" for n in range(1, 7))])
    newer = rows.replace("sent home", "suspension")
    folder = council.places.raw / "2021"
    (folder / "exclusions@2021-04-01.csv").write_text(f"{rows}\n", encoding="utf-8")
    (folder / "exclusions@2021-04-20.csv").write_text(f"{newer}\n", encoding="utf-8")
    assert told(council) == []
