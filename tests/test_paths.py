from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.paths import CHECKOUT, Places, find_council, not_chapters, shown


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for council in ("sample", "borough", "county_2"):
        (tmp_path / council / "raw").mkdir(parents=True)
    (tmp_path / "without raw").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    return tmp_path


def refused(council: str, data: Path) -> str:
    with pytest.raises(KitError) as raised:
        find_council(council, data)
    assert raised.value.wrong_use
    (message,) = raised.value.messages
    return message


def test_a_council_has_its_folders_below_each_root(tmp_path: Path, data: Path) -> None:
    params, reports = tmp_path / "p", tmp_path / "r"
    places = find_council("borough", data, params, reports)
    assert places == Places("borough", data, params, reports)
    assert places.raw == data / "borough" / "raw"
    assert places.extracts == data / "borough" / "extracts"
    assert places.results == data / "borough" / "results"
    assert places.council_params == params / "borough"
    assert places.report(2021) == reports / "borough" / "2021"


def test_the_roots_are_the_checkouts_unless_told() -> None:
    places = find_council("sample")
    assert (places.data, places.params, places.reports) == tuple(CHECKOUT / n for n in ("data", "params", "reports"))


@pytest.mark.parametrize(
    "name",
    [
        "x; rm", "../sample", "..", ".", "", "/etc", "a/b", "a\\b", "Sample", "sample ", "sample\n", "-x", "_x",
        "$(x)", "`x`", "%TEMP%", "a" * 65, "köln", "con:", "a\x00b", "*",
    ],
)  # fmt: skip
def test_a_name_that_is_not_plain_is_refused(name: str, data: Path) -> None:
    message = refused(name, data)
    assert "is not a council's name" in message
    assert message.isprintable()


@given(st.text())
def test_no_name_leads_out_of_the_data_folder(name: str) -> None:
    try:
        places = find_council(name, Path("/nowhere"))
    except KitError as error:
        assert error.wrong_use
    else:
        pytest.fail(f"{places} was found")


def test_a_council_that_is_not_there_is_told_with_the_closest_and_what_to_do(data: Path) -> None:
    message = refused("boroughs", data)
    assert 'There is no council "boroughs"' in message
    assert "Did you mean borough?" in message
    assert "Councils here: borough, county_2, sample." in message
    assert "To add one, put its files into" in message


def test_a_folder_without_raw_files_and_a_file_are_no_councils(data: Path) -> None:
    (data / "empty").mkdir()
    assert "There is no council" in refused("empty", data)
    assert "There is no council" in refused("file", data)
    assert "Councils here: none." in refused("sample", data / "not there")


def test_paths_are_shown_from_the_checkout_if_they_are_in_it(tmp_path: Path) -> None:
    assert shown(CHECKOUT / "data" / "sample") == "data/sample"
    assert shown(tmp_path / "x") == (tmp_path / "x").as_posix()


def test_notebooks_that_are_not_chapters_are_named_once_with_what_to_do(tmp_path: Path) -> None:
    for name in ("00_start_here", "13_Our_questions", ".hidden"):
        (tmp_path / f"{name}.ipynb").touch()
    assert not_chapters(tmp_path) == ""
    (tmp_path / "Untitled.ipynb").touch()
    assert not_chapters(tmp_path) == (
        f"{tmp_path.as_posix()}/Untitled.ipynb is not a chapter and is left out: a chapter is called NN_name.ipynb, as "
        f"in 13_our_questions.ipynb. {tmp_path.as_posix()}/scratch/ is the place for trials."
    )
    (tmp_path / "02_reviews-Copy1.ipynb").touch()
    assert "Untitled.ipynb are not chapters and are left out: " in not_chapters(tmp_path)
