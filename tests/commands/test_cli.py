"""The command line as a person meets it: exit codes, messages without tracebacks, and what it prints."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import polars as pl
import pytest

from kit.commands.cli import main
from kit.files.code_hash import VERSION
from kit.measures.breakdowns import BREAKDOWNS
from kit.paths import CHECKOUT
from tests.lib.small_councils import put, small_council

COMMANDS = ("report", "extracts", "figures", "problems", "words", "sample-audit", "sample", "golden")
OF_A_COUNCIL = ("report", "extracts", "figures", "problems")
HEAD = "measure,year,breakdown,category,numerator,denominator,value,lower,upper,unit,note"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data with the council `small`, years 2020 and 2021."""
    return small_council(tmp_path_factory.mktemp("cli")).data


@dataclass(frozen=True)
class Run:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def kit(*words: str, data: Path | None = None, said: Mapping[str, str] | None = None) -> Run:
    """Run the command line in this process, which is quick; an error that is not told ends the test."""
    where = ["--data", str(data), "--params", str(data / "params")] if data else []
    if data:
        (data / "params").mkdir(exist_ok=True)
    bare = {name: value for name, value in os.environ.items() if not name.startswith("KIT_")}
    plain = {"NO_COLOR": "1", "COLUMNS": "200", "TERM": "dumb"}
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with (
        patch.dict(os.environ, bare | plain | dict(said or {}), clear=True),
        patch.object(sys, "argv", ["kit", *words, *where]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
    return Run(code, printed(out), printed(err))


def printed(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m kit` as a process of its own, as a person would."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("KIT_")}
    return subprocess.run(
        [sys.executable, "-m", "kit", *words],
        cwd=CHECKOUT,
        env=bare | environment,
        capture_output=True,
        timeout=120,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_commands_help_has_an_example_that_names_it(command: str) -> None:
    run = kit(command, "--help")
    assert run.returncode == 0
    assert f"Example: python -m kit {command}" in run.stdout


def test_the_kit_by_itself_lists_its_commands() -> None:
    run = kit("--help")
    assert run.returncode == 0
    assert all(command in run.stdout for command in COMMANDS)


def test_files_for_words_are_made_once_for_a_council_that_there_is(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    run = kit("words", "--year", "2021", "--council", "small", data=places.data)
    assert run.returncode == 0 and "params/small/2021." in run.stderr
    mine = places.data / "params" / "small" / "2021" / "reviews.md"
    mine.write_text("Mine.", encoding="utf-8")
    assert "Made 0 files" in kit("words", "--year", "2021", "--council", "small", data=places.data).stderr
    assert mine.read_text(encoding="utf-8") == "Mine."
    assert kit("words", "--year", "2021", "--council", "smal", data=places.data).returncode == 2


@pytest.mark.parametrize("year", ["abc", "2021.5", "../../etc", "1e3", "2004", ""])
def test_a_year_that_is_none_is_wrong_use(year: str, data: Path) -> None:
    run = kit("figures", "--year", year, "--council", "small", data=data)
    assert run.returncode == 2
    assert run.stdout == ""
    assert "reporting year" in run.stderr and "--year 2021" in run.stderr


EMPTY = {
    "KIT_COUNCIL": "COUNCIL= (KIT_COUNCIL) names no council.",
    "KIT_YEAR": "YEAR= (KIT_YEAR) names no reporting year.",
    "KIT_AS_AT": "AS_AT= (KIT_AS_AT, --as-at) names no day.",
    "KIT_DATA": "KIT_DATA holds nothing.",
    "KIT_PARAMS": "KIT_PARAMS holds nothing.",
}


@pytest.mark.parametrize("name", EMPTY)
@pytest.mark.parametrize("value", ["", " "])
def test_a_variable_that_is_there_but_empty_is_wrong_use_and_never_the_samples(name: str, value: str) -> None:
    said = {"KIT_COUNCIL": "sample", "KIT_YEAR": "2021"} | {name: value}
    run = kit("figures", "--measure", "reviews_held", said=said)
    assert (run.returncode, run.stdout) == (2, "")
    assert value or EMPTY[name] in run.stderr, run.stderr
    assert "Traceback" not in run.stderr


def test_a_typed_option_stands_in_for_an_empty_variable_and_may_not_be_empty_itself(data: Path) -> None:
    typed = ("figures", "--year", "2021", "--council", "small", "--measure", "reviews_held")
    run = kit(*typed, data=data, said=dict.fromkeys(("KIT_COUNCIL", "KIT_YEAR", "KIT_DATA", "KIT_PARAMS"), ""))
    assert run.returncode == 0, run.stderr
    for option in ("--council", "--year", "--as-at", "--from-year"):
        run = kit(*typed, option, " ", data=data)
        assert (run.returncode, run.stdout) == (2, ""), option
    for option in ("--data", "--params"):
        run = kit("figures", "--year", "2021", option, "")
        assert (run.returncode, run.stdout) == (2, ""), option
    assert kit("report", "--year", "2021", "--out", "").returncode == 2


def test_folders_of_data_or_settings_that_are_not_there_are_wrong_use(data: Path, tmp_path: Path) -> None:
    # Without its settings a council would have the defaults, and no pseudonyms.
    for option in ("--params", "--data"):
        run = kit(
            "figures", "--year", "2021", "--council", "small", "--data", str(data), option, str(tmp_path / "typo")
        )
        assert (run.returncode, run.stdout) == (2, "")
        assert "there is no folder" in run.stderr


@pytest.mark.parametrize("council", ["x; rm", "../sample", "$(x)", "Small"])
def test_a_councils_name_that_is_not_plain_is_wrong_use(council: str, data: Path) -> None:
    run = kit("figures", "--year", "2021", "--council", council, data=data)
    assert (run.returncode, run.stdout) == (2, "")
    assert "is not a council's name" in run.stderr


@pytest.mark.parametrize("command", OF_A_COUNCIL)
def test_every_command_refuses_a_council_or_a_year_that_is_not_there(command: str, data: Path) -> None:
    run = kit(command, "--year", "2021", "--council", "smal", data=data)
    assert (run.returncode, run.stdout) == (2, "")
    assert 'There is no council "smal"' in run.stderr and "Did you mean small?" in run.stderr
    run = kit(command, "--year", "2019", "--council", "small", data=data)
    assert (run.returncode, run.stdout) == (2, "")
    assert "small has no data for 2019" in run.stderr and "Years here: 2020, 2021." in run.stderr


def test_an_unknown_command_or_option_is_wrong_use() -> None:
    for words in (["figure"], ["figures", "--yaer", "2021"], ["report", "--year", "2021", "--jobs", "none"]):
        run = kit(*words)
        assert run.returncode == 2
        assert run.stdout == ""
        assert run.stderr


def test_notebooks_that_are_not_chapters_are_named_whether_or_not_the_report_is_made_again(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Untitled.ipynb").write_text("{", encoding="utf-8")
    monkeypatch.setattr("kit.commands.cli.NOTEBOOKS", tmp_path)
    monkeypatch.setattr("kit.commands.cli.warnings_of_last_run", lambda *_: [])
    run = kit("report", "--council", "small", "--year", "2021", data=data)
    first, last = run.stderr.splitlines()
    assert first.endswith(
        "Untitled.ipynb is not a chapter and is left out: a chapter is called NN_name.ipynb, as in "
        f"13_our_questions.ipynb. {tmp_path.as_posix()}/scratch/ is the place for trials."
    )
    assert (run.returncode, last.endswith("nothing that it depends on has changed.")) == (0, True)


def test_a_first_year_after_the_last_is_wrong_use(data: Path) -> None:
    run = kit("figures", "--year", "2020", "--from-year", "2021", "--council", "small", data=data)
    assert (run.returncode, run.stdout) == (2, "")
    assert "--from-year 2021 is after --year 2020" in run.stderr
    assert kit("figures", "--year", "2020", "--from-year", "x", "--council", "small", data=data).returncode == 2


def test_data_that_stop_the_run_exit_with_1_and_say_everything_at_once(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2020, "send.csv", ["child_id", "ZQXMARK"])
    put(places, 2021, "reviews.csv", ["ZQXMARK,01/06/2010,ZQXMARK,PN1"], "reviews")
    for command in ("extracts", "figures", "problems"):
        run = kit(command, "--year", "2021", "--council", "small", data=places.data)
        assert (run.returncode, run.stdout) == (1, "")
        assert "send.csv (2020)" in run.stderr
        assert "reviews.csv (2021), row 2, REVIEW: not a date. Use dd/mm/yyyy." in run.stderr
        assert "ZQXMARK" not in run.stderr
    assert not places.extracts.exists() and not places.results.exists()


def test_settings_that_are_wrong_exit_with_1(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    folder = places.data / "params" / "small"
    folder.mkdir(parents=True)
    (folder / "2021.yml").write_text("compare_wth: 2020\n", encoding="utf-8")
    run = kit("figures", "--year", "2021", "--council", "small", data=places.data)
    assert (run.returncode, run.stdout) == (1, "")
    assert '2021.yml: "compare_wth" is not a setting.' in run.stderr and "Settings are: " in run.stderr


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_figures_are_the_contracts_table_and_internal_ones_are_not_suppressed(data: Path) -> None:
    words = ("figures", "--year", "2021", "--council", "small")
    public, internal = kit(*words, data=data), kit(*words, "--internal", data=data)
    assert public.returncode == internal.returncode == 0
    assert public.stderr == internal.stderr == ""
    for run in (public, internal):
        assert run.stdout.splitlines()[0] == HEAD
        order = [(r["measure"], int(r["year"]), r["breakdown"], r["category"]) for r in rows(run.stdout)]
        assert order == sorted(set(order))
    # What names members of staff is internal, and published in no form.
    staff = {breakdown.name for breakdown in BREAKDOWNS.values() if breakdown.internal}
    of_all = [r["measure"] for r in rows(internal.stdout) if r["breakdown"] not in staff]
    assert [r["measure"] for r in rows(public.stdout)] == of_all
    # Two reviews in the year: too few to publish.
    held = [
        next(
            r for r in rows(run.stdout) if (r["measure"], r["year"], r["breakdown"]) == ("reviews_held", "2021", "all")
        )
        for run in (public, internal)
    ]
    assert [(r["numerator"], r["value"], r["note"]) for r in held] == [("", "", "suppressed"), ("2", "2", "")]
    assert not any(r["numerator"] in "12345" for r in rows(public.stdout) if r["numerator"])


def test_a_sample_for_audits_is_drawn_once_and_its_size_is_checked(tmp_path: Path) -> None:
    data = small_council(tmp_path).data
    words = ("sample-audit", "--year", "2021", "--council", "small", "--seed", "7", "--size")
    drawn = kit(*words, "1", data=data)
    assert (drawn.returncode, drawn.stdout) == (0, "")
    assert "Drew 1 of 2 children" in drawn.stderr and "small/audits/2021-size-1-seed-7/audits.xlsx" in drawn.stderr
    assert "1001" not in drawn.stderr and "1002" not in drawn.stderr
    for size, said in (("1", "is there already"), ("0", "Draw from 1 to that many"), ("x", "--size")):
        run = kit(*words, size, *(["--wave", "w"] if size == "0" else []), data=data)
        assert (run.returncode, run.stdout) == (2, "")
        assert said in run.stderr
    assert kit("sample-audit", "--year", "2021", "--size", "1", "--council", "small", data=data).returncode == 2


def test_from_year_limits_what_is_printed_and_changes_no_figure(data: Path) -> None:
    words = ("figures", "--year", "2021", "--council", "small", "--internal")
    every, last = (kit(*words, *more, data=data) for more in ([], ["--from-year", "2021"]))
    assert {r["year"] for r in rows(every.stdout)} == {"2020", "2021"}
    assert rows(last.stdout) == [r for r in rows(every.stdout) if r["year"] == "2021"]
    assert kit(*words, "--from-year", "2010", data=data).stdout == every.stdout


def test_measures_may_be_named_and_a_name_that_is_none_is_wrong_use(data: Path) -> None:
    words = ("figures", "--year", "2021", "--council", "small", "--internal")
    named = kit(*words, "--measure", "reviews_held", "--measure", "reviews_on_time", data=data)
    assert {r["measure"] for r in rows(named.stdout)} == {"reviews_held", "reviews_on_time"}
    wrong = kit(*words, "--measure", "reviews_hold", data=data)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Did you mean reviews_held?" in wrong.stderr


def test_problems_are_the_contracts_table(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,20/06/2020,=PN1", "1001,01/06/2010,20/06/2020,"], "reviews")
    run = kit("problems", "--year", "2021", "--council", "small", data=places.data)
    assert run.returncode == 0
    assert run.stdout.splitlines()[0] == "extract,year,file,row,column,rule,value,message"
    listed = {(r["file"], r["row"], r["column"], r["rule"]): r for r in rows(run.stdout)}
    assert listed["reviews.csv", "2", "REVIEW_CODE", "dfe_167"]["value"] == "'=PN1"
    assert ("reviews.csv", "2", "REVIEW", "duplicate_row") in listed
    assert all(r["message"] for r in listed.values())


def test_to_writes_what_would_be_printed_as_a_file_for_excel(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    where = ("--year", "2021", "--council", "small")
    for words in (("figures",), ("figures", "--internal", "--measure", "reviews_held"), ("problems",)):
        printed = kit(*words, *where, data=data)
        written = kit(*words, *where, "--to", "out.csv", data=data)
        assert (written.returncode, written.stdout) == (0, "")
        internal = words != ("figures",)
        assert written.stderr.startswith("Wrote out.csv.") or "/out.csv." in written.stderr
        assert ("It is internal" in written.stderr) == internal
        assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + printed.stdout.encode()
        assert kit(*words, *where, data=data, said={"KIT_TO": "out.csv"}).stdout == "", "as make says it"


def test_to_is_refused_before_anything_is_counted(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    for to in (places.raw / "2021" / "send.csv", tmp_path / "no" / "such.csv", tmp_path / "figures.xlsx"):
        run = kit("problems", "--year", "2021", "--council", "small", "--to", str(to), data=places.data)
        assert (run.returncode, run.stdout) == (2, "")
        assert run.stderr.startswith("--to ") and not to.exists()
    assert not places.results.exists()


def test_extracts_show_what_became_of_every_row(data: Path) -> None:
    run = kit("extracts", "--year", "2021", "--council", "small", data=data)
    assert run.returncode == 0
    for word in ("rows in", "kept", "superseded", "listed", "header.csv", "episodes.csv", "reviews.csv"):
        assert word in run.stdout
    assert (data / "small" / "extracts" / "reviews" / "year=2021" / "manifest.json").is_file()


def test_the_environment_says_council_year_and_folders_as_make_does(data: Path) -> None:
    said = {"KIT_YEAR": "2021", "KIT_COUNCIL": "small", "KIT_DATA": str(data), "KIT_PARAMS": str(data / "params")}
    run = kit("figures", said=said)
    assert run.returncode == 0 and run.stdout.startswith(HEAD)
    # What is typed goes before it.
    assert "has no data for 2019" in kit("figures", "--year", "2019", said=said).stderr
    run = kit("figures", said=said | {"KIT_COUNCIL": "x; rm", "KIT_YEAR": "../../etc"})
    assert run.returncode == 2


def test_a_process_of_its_own_prints_the_same_bytes_and_ends_with_the_same_codes(data: Path) -> None:
    where = ("--council", "small", "--data", str(data), "--params", str(data / "params"))
    words = ("figures", "--year", "2021", "--internal", *where)
    runs = [process(*words, PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.replace(b"\r\n", b"\n").decode() == kit(*words).stdout
    assert [(run.returncode, run.stderr) for run in runs] == [(0, b""), (0, b"")]
    wrong = process("figures", "--year", "abc", *where)
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert b"is not a reporting year" in wrong.stderr and b"Traceback" not in wrong.stderr
    assert process().returncode == 2


def test_bad_data_end_a_process_with_1_and_no_traceback(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,x,PN1"], "reviews")
    run = process("figures", "--year", "2021", "--council", "small", "--data", str(places.data))
    assert (run.returncode, run.stdout) == (1, b"")
    assert b"row 2, REVIEW: not a date" in run.stderr and b"Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that is closed early is told otherwise there")
def test_a_reader_that_stops_early_is_no_fault(data: Path) -> None:
    command = f'"{sys.executable}" -m kit figures --year 2021 --council small --data "{data}" --internal | head -n 1'
    run = subprocess.run(command, shell=True, cwd=CHECKOUT, capture_output=True, text=True)
    assert run.stdout.strip() == HEAD
    assert run.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a file on a disk that is always full")
def test_printing_to_a_full_disk_is_said(data: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "kit", "figures", "--year", "2021", "--council", "small", "--data", str(data)],
            cwd=CHECKOUT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert run.stderr


def test_figures_for_another_program_and_as_a_workbook(data: Path, tmp_path: Path) -> None:
    words = (
        "figures",
        "--year",
        "2021",
        "--council",
        "small",
        "--measure",
        "reviews_on_time",
        "--breakdown",
        "quarter",
    )
    printed = kit(*words, "--json", data=data)
    rows = json.loads(printed.stdout)
    assert {(row["measure"], row["breakdown"]) for row in rows} == {("reviews_on_time", "quarter")}
    assert kit(*words, "--xlsx", str(tmp_path / "figures.xlsx"), data=data).returncode == 0
    assert pl.read_excel(tmp_path / "figures.xlsx").height == len(rows)
    for more, said in (
        (("--breakdown", "quater"), 'reviews_on_time is not broken down by "quater". Did you mean quarter?'),
        (("--json", "--to", str(tmp_path / "a.csv")), "Choose one of --to (CSV), --xlsx (a workbook) and --json"),
        (("--xlsx", str(tmp_path / "a.csv")), "its name must end in .xlsx"),
    ):
        run = kit(*words, *more, data=data)
        assert run.returncode == 2 and said in run.stderr


def test_the_version_is_said() -> None:
    assert kit("--version").stdout == f"IRO analysis kit {VERSION}\n"
