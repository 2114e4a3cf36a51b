"""A query runs again if something that it depends on has changed, and only then; the answers are the same."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from kit.counting.figures import load_figures, load_unprotected_figures
from kit.files.code_hash import code_hash
from kit.measures.headers import load_measures
from kit.paths import Places
from kit.warehouse.kept_answers import ANSWERS, KeptAnswers
from kit.warehouse.sums import Summed
from kit.warehouse.warehouse import Warehouse
from tests.lib.small_councils import put, small_council

ESCALATIONS = ["e1,1001,i1,10/01/{year},1,Drift or delay,20/01/{year},1,Agreed,"]
SEND = ["1001,31/03/{year},N,,N,N", "1002,31/03/{year},E,SLCN,Y,N"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = small_council(tmp_path)
    for year in (2020, 2021):
        put(places, year, "escalations.csv", [ESCALATIONS[0].replace("{year}", str(year))], "escalations")
        put(places, year, "send.csv", [line.replace("{year}", str(year)) for line in SEND], "send")
    return places


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the queries that reached the database."""
    names: list[str] = []
    real = Warehouse.query_all

    def query_all(self: Warehouse, queries: Mapping[str, str], summed: Summed | None = None) -> dict[str, pl.DataFrame]:
        names.extend([*queries, *(summed.queries if summed else ())])
        return real(self, queries, summed)

    monkeypatch.setattr(Warehouse, "query_all", query_all)
    return names


def an_escalation(places: Places) -> None:
    put(places, 2021, "escalations.csv", ["e1,1001,i1,10/01/2021,1,Drift or delay,,,,"], "escalations")


def an_early_escalation(places: Places) -> None:
    put(places, 2020, "escalations.csv", ["e1,1001,i1,10/01/2001,1,Drift or delay,,,,"], "escalations")


def a_review(places: Places) -> None:
    put(places, 2021, "reviews.csv", ["1001,01/06/2010,25/06/2020,PN1"], "reviews")


def an_older_export(places: Places) -> None:
    put(places, 2021, "send@2021-01-01.csv", ["1001,31/03/2021,N,,N,N"], "send")


def a_setting(places: Places) -> None:
    places.council_params.mkdir(parents=True, exist_ok=True)
    (places.council_params / "council.yml").write_text("name: Smallborough\n", encoding="utf-8")


CHANGES = [an_escalation, an_early_escalation, a_review, an_older_export, a_setting]


@pytest.mark.parametrize("change", CHANGES)
def test_figures_and_listed_rows_are_those_of_a_count_from_nothing(
    places: Places, change: Callable[[Places], None]
) -> None:
    load_unprotected_figures(places, 2021)
    change(places)
    again = load_unprotected_figures(places, 2021)
    listed = pl.read_parquet(places.results / "2021" / "problems.parquet")
    shutil.rmtree(places.results)
    shutil.rmtree(places.extracts)
    from_nothing = load_unprotected_figures(places, 2021)
    for name in ("results", "quality", "files", "earlier", "differences"):
        assert getattr(again, name).equals(getattr(from_nothing, name)), name
    assert listed.equals(pl.read_parquet(places.results / "2021" / "problems.parquet"))


def test_what_an_older_export_would_give_is_told_from_what_the_newest_gives(places: Places) -> None:
    an_older_export(places)
    first = load_unprotected_figures(places, 2021).earlier
    an_escalation(places)
    again = load_unprotected_figures(places, 2021)
    assert first.height and again.earlier.equals(first)
    shutil.rmtree(places.results)
    assert again.results.equals(load_unprotected_figures(places, 2021).results)


def test_an_edited_measure_asks_its_own_query_alone(
    places: Places, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_figures(places, 2021)
    asked.clear()
    measures = load_measures()
    edited = replace(measures["send_known"], sql=measures["send_known"].sql + "\n-- said otherwise")
    monkeypatch.setattr("kit.counting.asked.load_measures_of", lambda _: measures | {"send_known": edited})
    monkeypatch.setattr("kit.counting.asked.code_hash", lambda *sql: f"other SQL {sql}" if sql else code_hash())
    load_figures(places, 2021)
    # The statements and the first due day are asked each time.
    assert set(asked) - {"query", "first"} == {"send_known"}


def test_a_changed_escalation_asks_for_what_reads_escalations_alone(places: Places, asked: list[str]) -> None:
    load_figures(places, 2021)
    assert {"reviews_on_time", "escalations_raised", "children_looked_after"} <= set(asked)
    asked.clear()
    an_escalation(places)
    load_figures(places, 2021)
    assert "escalations_raised" in asked
    assert not {"reviews_on_time", "children_looked_after", "send_known"} & set(asked)


def test_a_changed_review_asks_for_what_depends_on_it(places: Places, asked: list[str]) -> None:
    load_figures(places, 2021)
    asked.clear()
    a_review(places)
    load_figures(places, 2021)
    assert "reviews_on_time" in asked and "children_took_part" in asked


def test_an_escalation_before_all_others_moves_the_first_due_day_and_so_asks_for_what_is_due(
    places: Places, asked: list[str]
) -> None:
    load_figures(places, 2021)
    asked.clear()
    an_early_escalation(places)
    load_figures(places, 2021)
    assert "reviews_on_time" in asked and "children_looked_after" not in asked


def test_a_setting_asks_for_everything(places: Places, asked: list[str]) -> None:
    load_figures(places, 2021)
    before = set(asked)
    asked.clear()
    a_setting(places)
    load_figures(places, 2021)
    assert set(asked) == before


def test_spoilt_answers_are_not_used(places: Places, asked: list[str]) -> None:
    load_figures(places, 2021)
    path = places.results / "2021" / ANSWERS
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    asked.clear()
    an_escalation(places)
    load_figures(places, 2021)
    assert "children_looked_after" in asked


def test_only_answers_of_the_last_count_are_kept(tmp_path: Path) -> None:
    first = KeptAnswers()
    for key in ("a", "b"):
        first.keep(key, pl.DataFrame({"key": [key]}))
    first.write(tmp_path)
    second = KeptAnswers(tmp_path)
    found = second.find("a")
    assert found is not None and found.to_dicts() == [{"key": "a"}]
    second.write(tmp_path)
    assert KeptAnswers(tmp_path).find("b") is None
    assert KeptAnswers(tmp_path / "elsewhere").find("a") is None
