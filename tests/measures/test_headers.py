"""What a measure's header may say, and that each fault is named."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kit.errors import KitError
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import find_measure, load_measures, read_measure
from kit.measures.measure import SETTINGS_NEEDED

GOOD = {
    "title": "Reviews held",
    "kind": "count",
    "unit": "reviews",
    "sentence": "In {year}, {value} reviews were held",
    "counts": "counted reviews held in the year",
    "better": "none",
    "depends_on": "neither",
    "breakdowns": ["month"],
    "source": "Statutory return (SSDA903)",
    "checked_on": "2026-11-22",
}
NEEDED = sorted(GOOD)


def a_file(folder: Path, name: str = "reviews_held", chapter: str = "reviews", **changes: Any) -> Path:
    """Write a measure whose header is a good one with these changes; a field that is `...` is left out."""
    header = {key: value for key, value in {**GOOD, **changes}.items() if value is not ...}
    text = yaml.safe_dump(header, sort_keys=False, allow_unicode=True).replace("'2026-11-22'", "2026-11-22")
    path = folder / chapter / f"{name}.sql"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"/*\n{text.strip()}\n*/\nSELECT 1 AS reporting_year\n", encoding="utf-8")
    return path


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(KitError) as raised:
        read_measure(path)
    assert all(message.startswith(path.name) for message in raised.value.messages)
    return raised.value.messages


def test_a_good_header_becomes_a_measure_named_after_its_file_and_folder(tmp_path: Path) -> None:
    measure = read_measure(a_file(tmp_path, needs=["send"]))
    assert (measure.name, measure.chapter, measure.kind) == ("reviews_held", "reviews", "count")
    assert (measure.breakdowns, measure.needs, measure.shown) == (("month",), ("send",), True)
    assert measure.sql == "SELECT 1 AS reporting_year\n"


@pytest.mark.parametrize("field", NEEDED)
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    told = faults(a_file(tmp_path, **dict[str, Any]({field: ...})))
    assert f"reviews_held.sql: {field} is missing." in told


@pytest.mark.parametrize("field", [f for f in NEEDED if f != "breakdowns"])
@pytest.mark.parametrize("value", [None, "", "  ", "TODO", "tbc", "…"])
def test_an_empty_field_or_a_placeholder_is_named(tmp_path: Path, field: str, value: object) -> None:
    told = faults(a_file(tmp_path, **dict[str, Any]({field: value})))
    assert f"reviews_held.sql: {field} is empty or a placeholder." in told


@pytest.mark.parametrize("field", ["first_year", "missing"])
def test_a_field_that_need_not_be_there_is_not_empty_if_it_is(tmp_path: Path, field: str) -> None:
    told = faults(a_file(tmp_path, **dict[str, Any]({field: "tbc"})))
    assert told == (f"reviews_held.sql: {field} is empty or a placeholder.",)


def test_a_share_says_which_are_included_and_a_rate_of_what_it_is(tmp_path: Path) -> None:
    assert "reviews_held.sql: included_when is missing." in faults(a_file(tmp_path, kind="share"))
    assert "reviews_held.sql: per is missing." in faults(a_file(tmp_path, kind="rate"))
    for value in ("", "todo"):
        told = faults(a_file(tmp_path, kind="share", included_when=value))
        assert told == ("reviews_held.sql: included_when is empty or a placeholder.",)


def test_an_unknown_field_kind_direction_or_breakdown_is_named_with_what_is_allowed(tmp_path: Path) -> None:
    assert faults(a_file(tmp_path, tilte="x")) == ('reviews_held.sql: "tilte" is not a field. Did you mean title?',)
    assert faults(a_file(tmp_path, kind="percent")) == (
        "reviews_held.sql: kind is not one of count, share, rate, median, ratio, fact.",
    )
    assert faults(a_file(tmp_path, better="up")) == ("reviews_held.sql: better is not one of higher, lower, none.",)
    back = "reviews_held.sql: years_before is not a whole number of years (1)."
    assert faults(a_file(tmp_path, years_before=True)) == faults(a_file(tmp_path, years_before=-1)) == (back,)
    assert faults(a_file(tmp_path, whole_years="yes")) == ("reviews_held.sql: whole_years is not yes or no.",)
    (fault,) = faults(a_file(tmp_path, source_changes=["x"]))
    assert fault.startswith('reviews_held.sql: "source_changes" is not a field.')
    assert faults(a_file(tmp_path, breakdowns=["month", "ocasion"])) == (
        'reviews_held.sql: "ocasion" is not a breakdown. Did you mean occasion?',
    )
    assert faults(a_file(tmp_path, checked_on="last week")) == (
        "reviews_held.sql: checked_on is not a date (2026-11-21).",
    )


@pytest.mark.parametrize("name", ["name", "chapter", "sql"])
def test_what_the_file_itself_says_is_no_field(tmp_path: Path, name: str) -> None:
    path = a_file(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("title:", f"{name}: x\ntitle:"), encoding="utf-8")
    assert f'reviews_held.sql: "{name}" is not a field.' in faults(path)[0]


@pytest.mark.parametrize("text", ["SELECT 1", "", "/* title: x */\nSELECT 1", "-- one\n/*\ntitle: x\n*/\nSELECT 1"])
def test_a_file_without_a_header_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.sql"
    path.write_text(text, encoding="utf-8")
    assert "begin with a header" in faults(path)[0]


@pytest.mark.parametrize("text", ["title", "- title\n- kind", ""])
def test_a_header_that_is_no_list_of_fields_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.sql"
    path.write_text(f"/*\n{text}\n*/\nSELECT 1\n", encoding="utf-8")
    assert "the header is not a list" in faults(path)[0]


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    a_file(tmp_path, "one", source=...)
    a_file(tmp_path, "two", chapter="escalations", kind="rate", per="thre")
    a_file(tmp_path, "three", kind="x", better="y")
    with pytest.raises(KitError) as raised:
        load_measures(tmp_path)
    assert raised.value.messages == (
        "one.sql: source is missing.",
        "three.sql: kind is not one of count, share, rate, median, ratio, fact.",
        "three.sql: better is not one of higher, lower, none.",
        "two.sql: per: there is no measure thre.",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"needs": ["sendd"]},
        {"needs": ["send.disabilty"]},
        {"kind": "share", "included_when": "TODO: say which"},
        {"title": []},
        {"missing": "TODO"},
        {"sentence": "In {yaer}, {value} reviews were held"},
    ],
    ids=str,
)
def test_other_slips_are_named_too(tmp_path: Path, changes: dict) -> None:
    assert faults(a_file(tmp_path, **changes))


def test_a_header_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "m.sql"
    path.write_text("/*\ntitle: one: two\n*/\nSELECT 1\n", encoding="utf-8")
    assert faults(path)


def test_two_measures_of_one_name_are_refused(tmp_path: Path) -> None:
    a_file(tmp_path, chapter="reviews")
    a_file(tmp_path, chapter="escalations")
    with pytest.raises(KitError):
        load_measures(tmp_path)


def test_a_measure_is_found_by_name_and_a_slip_is_told() -> None:
    assert find_measure("reviews_on_time").kind == "share"
    with pytest.raises(KitError, match=r'There is no measure "review_on_time"\. Did you mean reviews_on_time\?'):
        find_measure("review_on_time")


def test_the_kit_has_every_measure_of_the_contract_with_its_kind_and_breakdowns() -> None:
    took_part = "month quarter age_band sex ethnicity placement legal_status sen_provision primary_need disability mode"
    contract = {
        "children_looked_after": ("count", "age_band_all sex ethnicity legal_status placement"),
        "children_started": ("count", "age_band_all"),
        "children_ceased": ("count", "age_band_all"),
        "children_remanded": ("share", ""),
        "reviews_held": ("count", "month quarter placement legal_status"),
        "reviews_on_time": ("share", "occasion age_band_all quarter"),
        "reviews_late_reasons": ("count", "late_reason"),
        "children_reviewed_on_time": ("share", ""),
        "children_overdue": ("count", ""),
        "reviews_virtual": ("share", "month"),
        "decisions_sent_on_time": ("share", "month"),
        "records_sent_on_time": ("share", "month"),
        "records_late_reasons": ("count", "record_late_reason"),
        "reviews_with_social_work_report": ("share", ""),
        "children_took_part": ("share", took_part),
        "children_attended": ("share", took_part),
        "participation": ("count", "participation"),
        "parents_took_part": ("share", ""),
        "parents_not_invited": ("share", ""),
        "send_known": ("share", ""),
        "children_with_ehc_plan": ("share", ""),
        "escalations_raised": ("count", "stage_raised theme quarter"),
        "escalations_raised_per_100": ("rate", ""),
        "escalations_resolved": ("count", "stage_resolved outcome"),
        "escalations_resolved_on_time": ("share", "stage_raised"),
        "escalations_resolved_early": ("share", ""),
        "escalations_learning_shared": ("share", ""),
        "escalation_days": ("median", ""),
    }
    ours = {m.name: (m.kind, set(m.breakdowns)) for m in load_measures().values() if m.shown}
    expected = {name: (kind, set(by.split())) for name, (kind, by) in contract.items()}
    assert {name: ours.get(name) for name in contract} == expected


def test_escalations_have_no_good_direction() -> None:
    for measure in load_measures().values():
        if measure.chapter == "escalations":
            assert measure.better == "none", measure.name


def test_what_measures_and_breakdowns_need_are_extracts_and_columns_that_exist() -> None:
    from kit.extracts import EXTRACTS

    needs = {need for measure in load_measures().values() for need in measure.needs}
    needs |= {by.needs for by in BREAKDOWNS.values() if by.needs}
    for need in needs - set(SETTINGS_NEEDED):
        extract, dot, column = need.partition(".")
        assert extract in EXTRACTS, need
        assert not dot or column in {c.name for c in EXTRACTS[extract].columns}, need
