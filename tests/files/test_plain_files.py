"""What is no plain file among a council's files is refused by name, before it is opened."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kit.chapters.own_words.compose import read_texts, words_folder
from kit.commands.cli import app
from kit.errors import KitError
from kit.figures.audit_records import RECORD, read_records
from kit.intake.proposals.write import write_mapping
from kit.intake.survey import survey
from kit.running.kept_report import fingerprint
from kit.settings.load import load_settings
from kit.years import reporting_year
from tests.lib.small_councils import small_council

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no named pipes and devices in folders")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    # The path of a socket may be no longer than 108 bytes.
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 << 30)


ODD: dict[Callable[[Path], None], str] = {
    _pipe: "is a named pipe and not a file. Put the file itself here, or take this out.",
    _zeros: "is a device and not a file. Put the file itself here, or take this out.",
    _socket: "is a socket and not a file. Put the file itself here, or take this out.",
    _sparse: "is larger than",
}


@pytest.fixture(params=ODD, ids=lambda make: make.__name__)
def make(request: pytest.FixtureRequest) -> Iterator[Callable[[Path], None]]:
    yield request.param


@pytest.mark.parametrize("name", ["send.csv", "escalations@2021-04-19.xlsx", "return.xml"])
def test_a_raw_file_that_is_none(tmp_path: Path, make: Callable[[Path], None], name: str) -> None:
    places = small_council(tmp_path)
    make(places.raw / "2021" / name)
    with pytest.raises(KitError) as raised:
        survey(places, 2021)
    (said,) = raised.value.messages
    assert name in said and ODD[make] in said
    assert fingerprint(places, tmp_path / "report", tmp_path) == ""


@pytest.mark.parametrize("name", ["council.yml", "2021.yml"])
def test_settings_that_are_no_file(tmp_path: Path, make: Callable[[Path], None], name: str) -> None:
    places = small_council(tmp_path)
    places.council_params.mkdir(parents=True)
    make(places.council_params / name)
    with pytest.raises(KitError) as raised:
        load_settings(places, 2021)
    (said,) = raised.value.messages
    assert said.startswith((places.council_params / name).as_posix()) and ODD[make] in said
    assert fingerprint(places, tmp_path / "report", tmp_path) == ""


def test_words_that_are_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    places, year = small_council(tmp_path), reporting_year(2021)
    path = words_folder(places, year) / "03_reviews.md"
    path.parent.mkdir(parents=True)
    make(path)
    with pytest.raises(KitError) as raised:
        read_texts(places, year)
    (said,) = raised.value.messages
    assert said.startswith(path.as_posix()) and ODD[make] in said


def test_the_file_that_map_is_to_look_at(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "lac_reviews.csv"
    make(path)
    said = CliRunner().invoke(app, ["map", str(path)])
    assert isinstance(said.exception, KitError)
    assert "lac_reviews.csv" in said.exception.messages[0] and ODD[make] in said.exception.messages[0]


def test_mappings_are_not_written_into_what_is_no_file(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    places.council_params.mkdir(parents=True)
    _pipe(places.council_params / "council.yml")
    with pytest.raises(KitError, match="is a named pipe"):
        write_mapping(places, "lac reviews", "  lac reviews:\n    extract: reviews\n")


def test_a_pipe_deeper_down_is_refused_or_not_opened(tmp_path: Path) -> None:
    places = small_council(tmp_path)
    (places.raw / "2021" / "older").mkdir()
    _pipe(places.raw / "2021" / "older" / "p.csv")
    assert "older (2021) was not read" in survey(places, 2021).notes[0].said
    (places.audits / "one").mkdir(parents=True)
    _pipe(places.audits / "one" / RECORD)
    with pytest.raises(KitError, match="is a named pipe"):
        read_records(places.audits)
    (places.raw / "2019").symlink_to("/dev/zero")
    with pytest.raises(KitError, match="is a device"):
        survey(places, 2021)
