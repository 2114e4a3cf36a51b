"""A council's settings: what may be in its files, and what is said of what may not."""

from datetime import date
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.measures.law import Timescale, statutory_timescales
from kit.paths import Places
from kit.settings.establishment import posts_by_year
from kit.settings.load import load_settings
from kit.settings.questions import Question
from kit.settings.settings import Settings
from kit.settings.targets import Target


def places(folder: Path, council_yml: str = "", **years: str) -> Places:
    """Return a council called `new-borough` with these settings; `y2021` is its file for 2021."""
    found = Places("new-borough", folder, folder / "params", folder)
    found.council_params.mkdir(parents=True)
    if council_yml:
        (found.council_params / "council.yml").write_text(council_yml, encoding="utf-8")
    for name, text in years.items():
        (found.council_params / f"{name.removeprefix('y')}.yml").write_text(text, encoding="utf-8")
    return found


def faults(folder: Path, council_yml: str, **years: str) -> tuple[str, ...]:
    with pytest.raises(KitError) as raised:
        load_settings(places(folder, council_yml, **years), 2021)
    assert not raised.value.wrong_use
    return raised.value.messages


def test_a_council_without_files_has_the_defaults(tmp_path: Path) -> None:
    settings = load_settings(Places("new-borough", tmp_path, tmp_path, tmp_path), 2021)
    assert settings == Settings(name="New borough", timescales=statutory_timescales())
    assert (settings.children, settings.hide_up_to, settings.targets) == ("children looked after", 5, {})


@pytest.mark.parametrize("text", ["", "\n", "# Nothing yet.\n", "---\n", "timescales:\ntargets:\n"])
def test_an_empty_file_is_the_defaults(tmp_path: Path, text: str) -> None:
    assert load_settings(places(tmp_path, text), 2021) == load_settings(
        Places("new-borough", tmp_path, tmp_path / "none", tmp_path), 2021
    )


def test_a_years_file_states_only_what_changes(tmp_path: Path) -> None:
    council = "name: Borough\ntargets:\n  reviews_on_time: {value: 90, set_by: the Board}\n"
    year = "targets:\n  children_took_part: {value: 80.5, set_by: the Panel}\nhide_up_to: 4\ndecided_by: the Board\n"
    found = places(tmp_path, council, y2021=year, y2020="name: Old borough\n")
    settings = load_settings(found, 2021)
    assert settings.name == "Borough"
    assert settings.hide_up_to == 4
    assert settings.targets == {
        "reviews_on_time": Target(90.0, "the Board"),
        "children_took_part": Target(80.5, "the Panel"),
    }
    assert load_settings(found, 2020).name == "Old borough"
    assert load_settings(found, 2022).hide_up_to == 5


def test_the_councils_own_timescale_replaces_the_statutory_one_from_its_day(tmp_path: Path) -> None:
    whole = "timescales:\n  record_sent: {amount: 21, unit: calendar days, set_by: the Panel}\n"
    own = load_settings(places(tmp_path / "a", whole), 2021).timescales["record_sent"]
    what, after = "record of a review sent", "the review"
    assert own == (Timescale(21, "calendar days", "the Panel", what=what, after=after, own=True),)
    dated = "timescales:\n  record_sent: {amount: 21, unit: calendar days, from: 2019-04-01}\n"
    both = load_settings(places(tmp_path / "b", dated), 2021).timescales["record_sent"]
    assert both == (
        *statutory_timescales()["record_sent"],
        Timescale(21, "calendar days", "the council's own standard", date(2019, 4, 1), what, after, own=True),
    )


def test_a_byte_order_mark_is_no_part_of_a_setting(tmp_path: Path) -> None:
    assert load_settings(places(tmp_path, "\ufeffname: Borough\n"), 2021).name == "Borough"


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    council = """\
nmae: Borough
hide_up_to: five
timescales:
  recrod_sent: {amount: 21, unit: calendar days}
  record_sent: {amount: 0, unit: calendar days}
  decisions_sent: {amount: 5, unit: weeks}
  dispute_resolved: {amount: 5, unit: working days, from: soon}
targets:
  review_on_time: {value: 98, set_by: the Board}
  reviews_on_time: {value: most, set_by: the Board}
  children_took_part: {value: 85}
"""
    told = faults(tmp_path, council, y2021="target: 1\n")
    expected = [
        'council.yml: "nmae" is not a setting. Did you mean name?',
        '2021.yml: "target" is not a setting. Did you mean targets?',
        '"recrod_sent" is not a timescale. Did you mean record_sent?',
        "record_sent: give an amount (a whole number from 1 to 366) and a unit (working days, calendar days, calendar months)",  # noqa: E501
        "decisions_sent: give an amount",
        "dispute_resolved: from is not a date",
        'there is no measure "review_on_time". Did you mean reviews_on_time?',
        "reviews_on_time: give a value (a number) and set_by",
        "children_took_part: give a value (a number) and set_by",
        "hide_up_to: give the largest count to hide, a whole number",
    ]
    for words in expected:
        assert any(words in message for message in told), words
    assert len(told) == len(expected)
    assert all("Settings are: name, children" in m for m in told if "is not a setting" in m)


@pytest.mark.parametrize("text", ["name: [unclosed\n", "a: b: c\n", "name: 'x\n", "\tname: x\n", "name: \x00\n"])
def test_a_file_that_is_no_yaml_is_named(tmp_path: Path, text: str) -> None:
    (message,) = faults(tmp_path, text)
    assert "council.yml" in message and "is not YAML that can be read" in message


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    found = places(tmp_path)
    (found.council_params / "council.yml").write_bytes("name: Café\n".encode("cp1252"))
    with pytest.raises(KitError, match="is not text in UTF-8"):
        load_settings(found, 2021)


@pytest.mark.parametrize("text", ["just words\n", "- name\n", "42\n"])
def test_a_file_that_is_no_list_of_settings_is_named(tmp_path: Path, text: str) -> None:
    (message,) = faults(tmp_path, text)
    assert "write one `setting: value` a line" in message


@pytest.mark.parametrize("value", ["-1", "2.5", "true", "'5'", "[5]"])
def test_what_is_hidden_is_a_whole_number(tmp_path: Path, value: str) -> None:
    (message,) = faults(tmp_path, f"hide_up_to: {value}\n")
    assert "hide_up_to" in message


def test_another_limit_of_what_is_hidden_says_who_decided(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, "hide_up_to: 0\n")
    assert message.endswith("hide_up_to: say beside it who decided so, and why: decided_by.")
    settings = load_settings(places(tmp_path / "set", "hide_up_to: 9\ndecided_by: the Board\n"), 2021)
    assert (settings.hide_up_to, settings.decided_by) == (9, "the Board")


@pytest.mark.parametrize(
    "text",
    [
        "timescales: 21\n",
        "targets: 98\n",
        "timescales: {2019: {amount: 21, unit: calendar days}}\n",
        "targets: {2019: {value: 98, set_by: x}}\n",
        "timescales: {record_sent: {amount: 21, unit: calendar days, from: 2019-02-31}}\n",
        "timescales: [record_sent]\n",
    ],
)
def test_a_setting_of_the_wrong_shape_is_named(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text)


def test_every_fault_names_its_file(tmp_path: Path) -> None:
    for number, text in enumerate(("hide_up_to: x\n", "timescales: {x: 1}\n", "targets: {x: 1}\n")):
        assert all("council.yml" in message for message in faults(tmp_path / str(number), text))


@pytest.mark.parametrize(
    "entry", ["amount: 99999999, unit: calendar months", "amount: 21, unit: calendar days, from: 2019-02-03 10:00:00"]
)
def test_a_timescale_that_cannot_be_reckoned_is_refused(tmp_path: Path, entry: str) -> None:
    assert faults(tmp_path, f"timescales: {{record_sent: {{{entry}}}}}\n")


def test_the_establishment_holds_from_its_year_on_and_a_years_file_may_change_it(tmp_path: Path) -> None:
    council = "establishment: {2018: 8, 2020: 8.5}\n"
    settings = load_settings(places(tmp_path, council, y2021="establishment: {2021: 9}\n"), 2021)
    assert settings.establishment == {2018: 8.0, 2020: 8.5, 2021: 9.0}
    assert posts_by_year(settings.establishment, [2017, 2018, 2019, 2020, 2021, 2022]) == {
        2018: 8.0, 2019: 8.0, 2020: 8.5, 2021: 9.0, 2022: 9.0,
    }  # fmt: skip


@pytest.mark.parametrize("value", ["9", "{fte: 9}", "{2021: many}", "{2021: 0}", "{2021: .inf}", "[9]", "{}", "true"])
def test_an_establishment_that_is_none_is_refused(tmp_path: Path, value: str) -> None:
    assert any("establishment: give full-time posts" in m for m in faults(tmp_path, f"establishment: {value}\n"))


def test_facts_that_are_not_about_people_are_a_list(tmp_path: Path) -> None:
    told = load_settings(places(tmp_path / "a", "not_about_people:\n  - Schools\n"), 2021)
    assert told.not_about_people == ("Schools",)
    assert any("not_about_people: write one fact" in m for m in faults(tmp_path / "b", "not_about_people: Schools\n"))


def test_a_setting_that_is_there_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    twice = "targets:\n  reviews_on_time: {value: 98, set_by: the Board}\nname: Borough\ntargets: {}\n"
    (fault,) = faults(tmp_path, twice)
    assert fault.endswith(
        'council.yml, line 4: "targets" is there twice in one place, and only one would hold. Keep one.'
    )


def test_a_file_of_settings_that_is_not_read_is_named(tmp_path: Path) -> None:
    found = places(tmp_path, "name: Borough\n", y2020="name: Old borough\n")
    (found.council_params / "council.yaml").write_text("hide_up_to: 9\n", encoding="utf-8")
    with pytest.raises(KitError, match=r"council\.yaml: is not read\. Settings are in council\.yml"):
        load_settings(found, 2021)


def test_a_share_of_one_typed_as_a_target_is_asked_about(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "targets:\n  reviews_on_time: {value: 0.98, set_by: the Board}\n")
    assert fault.endswith("targets: reviews_on_time: a share's target is in percent: for 98% write 98.")


def test_a_question_of_the_board_names_the_chapter_that_answers_it(tmp_path: Path) -> None:
    given = "questions:\n  - {asked: Why are minutes late?, answered_in: reviews}\n"
    assert load_settings(places(tmp_path / "right", given), 2021).questions == (
        Question("Why are minutes late?", "reviews"),
    )
    wrong = faults(tmp_path, "questions:\n  - {asked: Why?, answered_in: reveiws}\n  - {asked: Why?}\n  - Why?\n")
    assert 'questions, 1: there is no chapter "reveiws".' in wrong[0] and "reviews" in wrong[0]
    assert [line.partition("questions, ")[2][:2] for line in wrong] == ["1:", "2:", "3:"]


def test_what_must_be_published_and_whether_nothing_recorded_is_private(tmp_path: Path) -> None:
    given = "must_publish: [children_unaccompanied]\nhide_not_recorded: true\ndecided_by: the Board\n"
    settings = load_settings(places(tmp_path / "right", given), 2021)
    assert settings.must_publish == ("children_unaccompanied",) and settings.hide_not_recorded
    wrong = faults(tmp_path, "must_publish: [children_unacompanied]\nhide_not_recorded: true\n")
    assert 'must_publish: there is no measure "children_unacompanied". Did you mean' in wrong[0]
    wrong = faults(tmp_path / "undecided", "hide_not_recorded: true\n")
    assert wrong[0].endswith("hide_not_recorded: say beside it who decided so, and why: decided_by.")
