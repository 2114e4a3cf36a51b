"""Identifiers of people in what a council writes for its report."""

from pathlib import Path

from kit.intake.take_in import take_in
from kit.protection.people_here import lines_with_people
from tests.intake.identifiers.test_identifiers import lay_out


def test_lines_with_the_identifier_of_a_child_or_officer_are_found(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    assert lines_with_people("Child 0700001 was late.", places) == [], "nothing is known before files are taken in"
    take_in(places, 2021)
    words = "We held 0.0700001 reviews.\nSam 0700001 was late.\nIro-01: see child-0700002.\nOf 700009 none."
    assert lines_with_people(words, places) == [2, 3]
