"""A council counts the same wherever its folder is: nothing in a path but what the kit wrote reaches a figure."""

import shutil
import sys
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_figures, load_problems, load_unprotected_figures
from kit.paths import Places
from kit.worklists.check_files import check_files
from tests.lib.small_councils import put, small_council

# What DuckDB or polars could take for a column, for a pattern, for a place elsewhere or for the end of a text.
FOLDERS = {
    "columns and sets of letters": "year=2021/sex=2/superseded=true/child_id=1001/row=x/a[1]",
    "patterns and texts": "[2/a*/b?/**/{a,b}/"
    "it's \"new\" '' `x` \\/100% #2; a&b <i> {{x}} {x} $HOME !x/~/s3:/http:/é — 子供 e\u0301/ a  b /.../x\ty",
    "long": "/".join("a" * 200 for _ in range(5)),
}
ONLY_ELSEWHERE = frozenset('*?"<>|:\\\t')


def council(folder: Path) -> Places:
    places = small_council(folder)
    for year in (2020, 2021):
        for n, exported in enumerate(("2021-04-01", "2021-05-01")):
            lines = [f"E{i},100{i},I1,01/07/{{before}},1,Drift,0{i}/08/{{before}},1,Upheld," for i in range(1, 3 + n)]
            put(places, year, f"escalations@{exported}.csv", lines, "escalations")
        put(places, year, "send.csv", ["1001,31/03/{before},E,ASD,AUT,N", "77,31/03/{before},E,ASD,AUT,N"], "send")
    return places


def counted(places: Places) -> tuple[pl.DataFrame, ...]:
    internal, shown = load_unprotected_figures(places, 2021), load_figures(places, 2021)
    listed = load_problems(places, 2021)
    checked = check_files(places, 2021).problems
    return internal.results, shown.results, internal.earlier, internal.differences, listed, checked


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[pl.DataFrame, ...]:
    return counted(council(tmp_path_factory.mktemp("plain")))


def same(one: tuple[pl.DataFrame, ...], other: tuple[pl.DataFrame, ...]) -> bool:
    return all(a.equals(b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_above_the_data_changes_no_figure(tmp_path: Path, plain: tuple[pl.DataFrame, ...], name: str) -> None:
    if sys.platform == "win32" and (ONLY_ELSEWHERE & set(FOLDERS[name]) or len(FOLDERS[name]) > 200):
        pytest.skip("Windows has no folder of that name")
    places = council(tmp_path / FOLDERS[name])
    # What fits the name as a pattern is beside it, with rows of its own.
    for beside in ("a1", "[2/ax/bx/c/a"):
        shutil.copytree(places.data, tmp_path / beside / "data", dirs_exist_ok=True)
    assert same(counted(places), plain)


def test_a_folder_called_like_an_address_changes_no_figure(
    tmp_path: Path, plain: tuple[pl.DataFrame, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for root in ("~", *(("file:",) if sys.platform != "win32" else ())):
        places = council(Path(root))
        assert same(counted(places), plain), root


def test_figures_kept_in_such_a_folder_are_those_of_the_place_it_came_from(
    tmp_path: Path, plain: tuple[pl.DataFrame, ...]
) -> None:
    places = council(tmp_path / "x")
    before = counted(places)
    moved = shutil.move(tmp_path / "x", tmp_path / "year=2020")
    assert same(counted(Places("small", moved / "data", moved / "params", moved / "reports")), before)
    assert same(before, plain)
