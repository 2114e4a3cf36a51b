"""What a council sets for its audits, and the record of a sample."""

from pathlib import Path

import pytest

from kit.figures.audit_records import Drawn, read_records, record_text
from kit.settings.audits import QUESTIONS, AuditSettings
from kit.settings.load import load_settings
from tests.settings.test_load import faults, places

RECORD = Drawn("Spring", 2021, "2021-03-31", 7, 2, 9, (("5–9, Secure", 9, 2),), QUESTIONS, "abc")


def test_without_settings_there_are_four_questions_and_the_first_wave_is_the_benchmark(tmp_path: Path) -> None:
    assert load_settings(places(tmp_path, "audits:\n"), 2021).audits == AuditSettings("", QUESTIONS)
    assert len(QUESTIONS) == 4


def test_a_years_file_states_only_what_changes(tmp_path: Path) -> None:
    found = places(
        tmp_path, "audits: {benchmark: Spring, questions: ['A?']}", y2021="audits: {questions: ['B?', 'C?']}"
    )
    assert load_settings(found, 2021).audits == AuditSettings("Spring", ("B?", "C?"))
    assert load_settings(found, 2020).audits == AuditSettings("Spring", ("A?",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("audits: Spring", "audits: write `benchmark: …`"),
        ("audits: {benchmrk: Spring}", 'audits: "benchmrk" is not a setting. Did you mean benchmark?'),
        ("audits: {benchmark: [Spring]}", "audits: benchmark: give the name of one wave"),
        ("audits: {questions: []}", "audits: questions: give a list"),
        ("audits: {questions: 'A?'}", "audits: questions: give a list"),
        ("audits: {questions: [1]}", "audits: questions: give a list"),
        ("audits: {questions: ['A?', ' A?']}", "audits: questions: one is there twice"),
    ],
)
def test_what_is_not_allowed_there_is_said(tmp_path: Path, text: str, words: str) -> None:
    (message,) = faults(tmp_path, text)
    assert words in message


def test_records_come_back_in_order_and_one_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    later = Drawn("Autumn", 2022, "2022-03-31", 1, 1, 9, (), ("A?",), "abc")
    for name, text in (("b", record_text(RECORD)), ("a", record_text(later)), ("c", "{}"), ("d", "none")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "drawn.json").write_text(text, encoding="utf-8")
    assert read_records(tmp_path) == (RECORD, later)
    assert read_records(tmp_path / "nowhere") == ()
