"""Categories in words: each as its measure's header says it, groups with their gap, movements that a total hides."""

from dataclasses import replace

from kit.chapters.content import Notice, Sentence
from kit.chapters.text.cares import AGAIN, care, cares_once
from kit.chapters.text.findings import Finding
from kit.chapters.text.kinds import groups, kinds, not_shown, opposite, opposite_heading
from kit.figures.comparison import BETTER, NEITHER, TWO_YEARS_BEFORE, YEAR_BEFORE, Comparison
from kit.figures.figure import Figure
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import load_measures
from tests.lib.made_up_figures import row

ALL = load_measures()
TOOK_PART, HOW = ALL["children_took_part"], ALL["participation"]
SEN, WAYS, MONTH = BREAKDOWNS["sen_provision"], BREAKDOWNS["participation"], BREAKDOWNS["month"]


def group(measure: str, by: str, category: str, n: int, d: int | None, year: int = 2021, **other: object) -> Figure:
    return Figure(**row(measure, year, n, d, breakdown=by, category=category, **other))


def moved(figure: Figure, other: float, verdict: str = NEITHER, with_what: str = YEAR_BEFORE) -> Figure:
    low, high = (1.0, 9.0) if (figure.value or 0) > other else (-9.0, -1.0)
    size = (figure.value or 0) - other
    one = Comparison(
        figure.measure, 2021, figure.breakdown, figure.category, with_what, other, size, low, high, "", "child", verdict
    )
    return replace(figure, compared=(*figure.compared, one))


def said(pieces: list) -> list[str]:
    return [piece.text for piece in pieces]


def test_a_category_is_said_in_the_words_of_the_header_beside_the_year_before() -> None:
    whole = Figure(**row("participation", 2021, 1125))
    ways = {"Absent, no views": 154, "Absent, sent views": 206, "Attended and spoke": 508}
    now = [group("participation", "participation", way, n, None) for way, n in ways.items()]
    before = [group("participation", "participation", "Attended and spoke", 501, None, 2020)]
    now[2] = moved(now[2], 501.0)
    assert said(kinds(HOW, WAYS, now, [before], whole)) == [
        "In 508 of 1,125 reviews the child came and spoke, up from 501.",
        "In 154 the child was absent and sent no views.",
    ]


def test_a_category_that_changed_over_two_years_is_set_beside_the_year_of_its_verdict() -> None:
    audits, by = ALL["audit_answers"], BREAKDOWNS["question"]
    now = group("audit_answers", "question", "Child seen", 29, 35)
    now = moved(now, 54.0, BETTER, TWO_YEARS_BEFORE)
    earlier = [[group("audit_answers", "question", "Child seen", n, 50, y)] for n, y in ((27, 2019), (30, 2020))]
    (one,) = kinds(audits, by, [now], earlier, now)
    assert one.plain() == (
        "“Child seen” was true for 29 of 35 children audited (82.9%), up from 54.0% two years earlier. "
        "[Better over two years]"
    )


def test_of_reasons_the_one_given_most_often_is_said_and_never_what_is_not_recorded() -> None:
    why, by = ALL["records_late_reasons"], BREAKDOWNS["record_late_reason"]
    reasons = {"Not recorded": 90, "Sickness": 40, "Workload": 60}
    now = [group(why.name, by.name, reason, n, None) for reason, n in reasons.items()]
    assert said(kinds(why, by, now, [], Figure(**row(why.name, 2021, 190)))) == [
        "Workload was the reason given most often for late minutes: 60 of 190."
    ]


def test_months_are_said_by_the_lowest_and_the_highest() -> None:
    now = [group("children_took_part", "month", f"2020-{m:02d}", n, 100) for m, n in ((4, 80), (5, 72), (6, 90))]
    assert said(kinds(TOOK_PART, MONTH, now, [], now[0])) == [
        "By month it was lowest in May 2020 (72.0%) and highest in June 2020 (90.0%)."
    ]


def test_a_hidden_breakdown_says_once_whom_it_could_identify() -> None:
    hidden = [
        group("participation", "participation", w, None, None, note="suppressed")
        for w in ("Attended and spoke", "Absent, no views")
    ]
    assert kinds(HOW, WAYS, hidden, [], hidden[0]) == []
    assert not_shown(HOW, WAYS).text == (
        "How the child took part in reviews: not shown, as some numbers could identify a child."
    )
    of_officers = not_shown(ALL["supervisions_on_time"], BREAKDOWNS["quarter"]).text
    assert of_officers == "Supervisions held on time by quarter: not shown, as some numbers could identify an officer."
    assert isinstance(not_shown(ALL["iros_in_post"], BREAKDOWNS["quarter"]), Notice)
    assert not_shown(ALL["iros_in_post"], BREAKDOWNS["quarter"]).text.endswith("an officer.")


def test_groups_are_said_with_their_gap_and_what_is_between() -> None:
    now = [
        group("children_took_part", "sen_provision", name, n, d, lower=low, upper=high)
        for name, n, d, low, high in (
            ("No SEN", 328, 382, 82.0, 89.0),
            ("SEN support", 193, 226, 80.0, 89.5),
            ("EHC plan", 247, 348, 66.0, 75.0),
            ("Not recorded", 10, 50, 10.0, 33.0),
        )
    ]
    assert said(groups(TOOK_PART, SEN, now)) == [
        "Children with an EHC plan took part in 71.0% of their reviews (247 of 348).",
        "Children with no special educational needs took part in 85.9% (328 of 382).",
        "The gap is real: larger than chance would explain.",
        "Children on SEN support took part in 85.4%: chance could explain so small a gap.",
    ]
    assert groups(TOOK_PART, SEN, now[2:]) == []


def test_a_total_that_hides_opposite_movements_gives_the_kinds() -> None:
    visits_and_calls, by = ALL["visits_and_calls"], BREAKDOWNS["contact_kind"]
    both = [group("visits_and_calls", "contact_kind", kind, n, None) for kind, n in (("Call", 522), ("Visit", 107))]
    rose, fell = moved(both[0], 96.0), moved(both[1], 446.0)
    one = opposite(visits_and_calls, by, [rose, fell])
    assert isinstance(one, Sentence)
    assert one.text == (
        "The total hides opposite movements by kind of contact: “Call” rose from 96 to 522, “Visit” fell from 446 to "
        "107."
    )
    assert opposite(visits_and_calls, by, [rose, both[1]]) is None


def test_parts_of_a_whole_that_moved_in_opposite_directions_are_both_in_the_heading() -> None:
    parts = [
        Finding(ALL[name], (Figure(**row(name, 2020, then)), moved(Figure(**row(name, 2021, n)), float(then))))
        for name, then, n in (("visits", 446, 107), ("calls", 96, 522))
    ]
    assert opposite_heading(parts) == "Visits to children fell from 446 to 107; calls to children rose from 96 to 522"
    assert opposite_heading(parts[:1]) == ""


def test_one_reason_for_care_is_said_once_in_a_passage() -> None:
    told = []
    for name in ("initial_health_assessments_on_time", "review_health_assessments_on_time"):
        measure = replace(ALL[name], breaks={2021: "Checks were put off"})
        told.append(Finding(measure, (Figure(**row(name, 2020, 80, 100)), Figure(**row(name, 2021, 70, 100)))))
    reason = care(told[0].measure, told[0].now, told[0].before)
    assert reason == "Checks were put off."
    pieces = [Sentence(f"It is {n}. {reason}") for n in (1, 2)]
    assert said(cares_once(pieces, told)) == ["It is 1. Checks were put off.", f"It is 2. {AGAIN}"]
