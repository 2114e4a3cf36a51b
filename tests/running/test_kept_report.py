"""A report is said to be as it was only if nothing that it depends on, and nothing in it, has changed."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kit.files import code_hash
from kit.paths import CHECKOUT, STATUTORY, Places
from kit.running import kept_report
from kit.running.kept_report import fingerprint, remember, warnings_of_last_run
from tests.lib.small_councils import small_council

FILES = (
    "data/council/raw/2021/reviews.csv",
    "data/council/audits/wave/drawn.json",
    "params/council/council.yml",
    "params/mappings/annex_a_list_8.yml",
    "params/council/words/2021/reviews.md",
    "reports/council/2021/report.html",
    "reports/council/2021/notebooks/00_start_here.ipynb",
    "notebooks/00_start_here.ipynb",
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A council with a file of each kind, and its report."""
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: Council\n", encoding="utf-8")
    return Places("council", tmp_path / "data", tmp_path / "params", tmp_path / "reports")


def made(places: Places) -> tuple[Path, Path]:
    """Remember the report as it is there; return its folder and that of the notebooks."""
    final, notebooks = places.report(2021), places.data.parent / "notebooks"
    remember(places, final, fingerprint(places, final, notebooks), ["A chapter is left out."])
    return final, notebooks


def test_what_was_said_is_said_again_if_nothing_has_changed(places: Places) -> None:
    final, notebooks = made(places)
    for path in (places.raw / "2021" / "reviews.csv", final / "report.html"):
        path.write_bytes(path.read_bytes())
        path.touch()
    assert warnings_of_last_run(places, final, notebooks) == ["A chapter is left out."]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("change", [lambda p: p.write_text("name: Other\n"), Path.unlink, lambda p: p.rename(f"{p}x")])
def test_a_changed_deleted_or_renamed_file_makes_the_report_again(
    places: Places, name: str, change: Callable[[Path], object]
) -> None:
    final, notebooks = made(places)
    change(places.data.parent / name)
    assert warnings_of_last_run(places, final, notebooks) is None


def test_a_new_file_makes_the_report_again(places: Places) -> None:
    final, notebooks = made(places)
    (places.raw / "2020").mkdir()
    (places.raw / "2020" / "reviews.csv").write_text("CHILD\n", encoding="utf-8")
    assert warnings_of_last_run(places, final, notebooks) is None


def test_another_kit_python_law_or_library_makes_the_report_again(
    places: Places, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    final, notebooks = made(places)
    kit = tmp_path / "kit"
    shutil.copytree(CHECKOUT / "kit", kit, ignore=shutil.ignore_patterns("__pycache__"))
    law = tmp_path / "law"
    (law / "params").mkdir(parents=True)
    shutil.copy(STATUTORY, law / "params")
    monkeypatch.setattr(kept_report, "KIT", kit)
    monkeypatch.setattr(kept_report, "CHECKOUT", law)
    seen = {fingerprint(places, final, notebooks)}
    for path in (
        kit / "sql" / "views" / "children_in_care" / "stays.sql",
        kit / "report.py",
        law / "params" / STATUTORY.name,
    ):
        with path.open("a", encoding="utf-8") as file:
            file.write("\n")
        seen.add(fingerprint(places, final, notebooks))
    monkeypatch.setattr(sys, "version", "another")
    seen.add(fingerprint(places, final, notebooks))
    monkeypatch.setattr(kept_report, "installed", lambda: [*code_hash.installed(), "another-1.0.dist-info"])
    assert len(seen | {fingerprint(places, final, notebooks)}) == 6


def test_nothing_is_said_of_a_report_with_pseudonyms_or_in_another_folder(places: Places) -> None:
    final, notebooks = made(places)
    elsewhere = shutil.copytree(final, places.reports / "other" / "2021")
    assert warnings_of_last_run(places, elsewhere, notebooks) is None
    (places.params / "council" / "council.yml").write_text("pseudonymise: true\n", encoding="utf-8")
    assert fingerprint(places, final, notebooks) == ""
    remember(places, final, "", [])
    assert warnings_of_last_run(places, final, notebooks) is None


def test_the_command_says_so_and_makes_it_again_when_forced(tmp_path: Path) -> None:
    places = small_council(tmp_path, years=[2021])
    places.council_params.mkdir()
    (places.council_params / "council.yml").write_text("name: Small\nchapters: [reviews]\n", encoding="utf-8")

    def report(*more: str) -> str:
        folders = [word for name in ("data", "params", "out") for word in (f"--{name}", str(tmp_path / name))]
        command = [sys.executable, "-m", "kit", "report", "--year", "2021", "--council", "small", *folders, *more]
        done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8", check=True)
        return done.stdout + done.stderr

    assert "Made " in report()
    page = (tmp_path / "out" / "small" / "2021" / "report.html").read_bytes()
    assert "is as it was: nothing that it depends on has changed." in report()
    assert (tmp_path / "out" / "small" / "2021" / "report.html").read_bytes() == page
    assert "Made " in report("--force")
