"""What a report says of shares that are estimates from a sample of children."""

from dataclasses import replace
from typing import Any

from kit.chapters.content import Definition, Notice, Sentence, Table
from kit.figures.audit_records import Drawn
from kit.figures.intervals import wilson_of_sample
from kit.report.report import Report
from kit.settings.audits import QUESTIONS
from tests.lib.made_up_figures import figures, measure, row

MEASURES = {
    m.name: m
    for m in (
        measure("audits_done", "count", "In {year}, {value} children were audited", ("wave",)),
        measure("audits_drawn_from", "count", "{value} children", counts="children looked after that day"),
        measure("audits_drawn_from_benchmark", "count", "{value} children"),
        measure(
            "audit_answers",
            "share",
            "In {year}, {value} of the answers were yes",
            ("question", "wave"),
            drawn_from="audits_drawn_from",
        ),
        measure(
            "audit_answers_benchmark",
            "share",
            "{value} of the answers were yes",
            ("question", "wave"),
            drawn_from="audits_drawn_from_benchmark",
        ),
    )
}
DRAWN = Drawn("2021", 2020, "2020-03-31", 7, 40, 480, (), QUESTIONS, "key")


def share(name: str, year: int, yes: int, asked: int, population: int = 450, **other: Any) -> dict:
    ends = wilson_of_sample(yes, asked, asked, population)
    assert ends
    return row(name, year, yes, asked, lower=ends[0], upper=ends[1], **other)


def some_rows() -> list[dict]:
    rows = [row("audits_done", y, n) for y, n in ((2019, 39), (2020, 42), (2021, 40))]
    rows += [row("audits_done", 2021, n, breakdown="wave", category=c) for n, c in ((40, "2021"), (0, "First"))]
    rows += [row("audits_drawn_from", y, 450) for y in (2019, 2020, 2021)]
    rows += [row("audits_drawn_from_benchmark", 2021, 430)]
    rows += [share("audit_answers", y, n, 40) for y, n in ((2019, 20), (2020, 22), (2021, 34))]
    rows += [share("audit_answers_benchmark", 2021, 20, 40, 430)]
    rows += [share("audit_answers_benchmark", 2021, 20, 40, 430, breakdown="wave", category="First")]
    for question, now, before, old in (("Plan?", 34, 20, 31), ("Report?", 30, 28, 30)):
        rows.append(share("audit_answers", 2021, now, 40, breakdown="question", category=question))
        rows.append(share("audit_answers", 2020, old, 40, breakdown="question", category=question))
        rows.append(share("audit_answers_benchmark", 2021, before, 40, 430, breakdown="question", category=question))
    rows.append(share("audit_answers", 2021, 11, 40, breakdown="question", category="Asked since?"))
    return rows


def report(rows: list[dict] | None = None, **other: Any) -> Report:
    return Report(figures(some_rows() if rows is None else rows, **other), MEASURES)  # type: ignore[arg-type]


def against(made: Report) -> Any:
    return made.against("audit_answers", "audit_answers_benchmark", "question", "benchmark")


def test_a_headline_says_that_it_is_an_estimate_and_of_how_many_children() -> None:
    said = report().headline("audit_answers")
    assert isinstance(said, Sentence)
    assert said.text == (
        "In 2020-21, 85.0% of the answers were yes, up from 55.0%. This is a sample: for all 450 children the share is "
        "likely to be between 71.7% and 92.7%."
    )
    assert said.figures[-1].measure == "audits_drawn_from"


def test_a_definition_says_what_the_children_were_drawn_from_and_how_the_interval_is_made() -> None:
    said = dict(report().definition("audit_answers").items)["Estimate"]
    assert "They were drawn from: children looked after that day." in said
    assert "times (N \u2212 1)/(N \u2212 n)" in said
    assert "Estimate" not in dict(report().definition("audits_done").items)


def test_the_benchmark_is_beside_the_year_with_its_own_interval() -> None:
    table = against(report())
    assert isinstance(table, Table)
    assert [c.title for c in table.columns][-2:] == ["95% interval", "Difference"]
    plan, rest = table.rows
    assert [(c.text, c.detail) for c in plan] == [
        ("Plan?", ""), ("85.0%", "34 of 40"), ("71.7% to 92.7%", ""), ("50.0%", "20 of 40"), ("35.8% to 64.2%", ""),
        ("+35.0 points, better", ""),
    ]  # fmt: skip
    assert rest[-1].text == "+5.0 points, within chance"
    assert table.notes[-1] == "Benchmark: “First”, of 430 children looked after when its audits began."
    assert table.caption == "Audit answers by question, 2020-21 and the benchmark"


def test_what_cannot_be_set_beside_each_other_is_said_in_one_line() -> None:
    without = [r for r in some_rows() if r["measure"] != "audit_answers_benchmark"]
    assert isinstance(against(report(without)), Notice)
    other = [r for r in some_rows() if not (r["breakdown"] == "question" and r["measure"] == "audit_answers")]
    other.append(share("audit_answers", 2021, 11, 40, breakdown="question", category="Asked since?"))
    said = against(report(other))
    assert isinstance(said, Notice) and "nothing in the year is in the benchmark too" in said.text


def test_figures_that_are_hidden_stay_hidden_beside_the_benchmark() -> None:
    rows = [
        replace_row(r) if (r["measure"], r["breakdown"]) == ("audit_answers", "question") else r for r in some_rows()
    ]
    said = against(report(rows))
    assert isinstance(said, Notice) and "hidden as a whole" in said.text


def replace_row(row: dict) -> dict:
    return row | dict.fromkeys(("numerator", "denominator", "value", "lower", "upper")) | {"note": "suppressed"}


def test_how_children_were_drawn_is_said_or_that_it_is_not_recorded() -> None:
    said = report(drawn=(DRAWN, replace(DRAWN, wave="Another"))).how_drawn()
    assert isinstance(said, Definition)
    ((title, text),) = said.items
    assert title == "Wave “2021”"
    assert "40 children were drawn at random from the 480 looked after on 31 March 2020" in text
    assert "The seed was 7" in text
    ((_, text),) = report().how_drawn().items  # type: ignore[attr-defined]
    assert text == "How these children were drawn is not recorded."


def test_without_an_audit_there_is_nothing_to_say_of_how() -> None:
    rows = [r for r in some_rows() if (r["measure"], r["breakdown"]) != ("audits_done", "wave")]
    assert isinstance(report(rows).how_drawn(), Sentence)
