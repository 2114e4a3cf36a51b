"""`kit.inside`: what it gives, what it refuses in a sentence, and what it keeps of who looked."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

import kit
from kit.errors import KitError
from kit.explore.inside import INTERNAL, Inside
from kit.explore.opening import open_inside
from tests.commands.test_cli import kit as run
from tests.lib.worked import WorkedCouncil, a_council

EPISODES = """
    CHILD | DECOM      | PLACE
    A     | 01/04/2018 | U6
    B     | 01/04/2018 | K2
    C     | 01/04/2018 | U6
"""
# A's second review is late, B's and C's are on time.
REVIEWS = """
    CHILD | REVIEW
    A     | 10/03/2020
    A     | 30/10/2020
    B     | 10/03/2020
    B     | 01/09/2020
    C     | 10/03/2020
    C     | 02/09/2020
"""
DETAILS = """
    child_id | review_date | iro_id | team
    A        | 30/10/2020  | I1     | North
    B        | 01/09/2020  | I2     | South
    C        | 02/09/2020  | I1     |
"""
ALLOCATIONS = """
    child_id | iro_id | start_date | team
    A        | I3     | 01/04/2018 | East
    C        | I3     | 01/04/2018 | East
"""


@pytest.fixture
def council(tmp_path: Path) -> WorkedCouncil:
    return a_council(
        tmp_path, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, review_details=DETAILS, allocations=ALLOCATIONS
    )


@pytest.fixture
def inside(council: WorkedCouncil, monkeypatch: pytest.MonkeyPatch) -> Inside:
    monkeypatch.setenv("KIT_DATA", str(council.places.data))
    monkeypatch.setenv("KIT_PARAMS", str(council.places.params))
    return open_inside("worked", 2021)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inside]:
    """The same, for tests that only ask."""
    folder = tmp_path_factory.mktemp("shared")
    own = a_council(
        folder, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, review_details=DETAILS, allocations=ALLOCATIONS
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIT_DATA", str(own.places.data))
        patch.setenv("KIT_PARAMS", str(own.places.params))
        yield open_inside("worked", 2021)


def test_it_says_that_it_is_internal_and_what_it_can_do(inside: Inside) -> None:
    assert repr(inside).startswith(INTERNAL)
    assert all(
        f"inside.{name}(" in repr(inside) for name in ("explore", "figures", "children", "columns", "sql", "views")
    )
    assert kit.inside is open_inside


def test_the_rows_of_a_figure_say_officer_team_and_days(inside: Inside) -> None:
    held = inside.children("reviews_held", 2021).frame
    said = held.sort("child_id").select("child_id", "officer", "team", "review_day").rows()
    assert [row[:3] for row in said] == [("A", "I1", "North"), ("B", "I2", "South"), ("C", "I1", "East")]
    late = inside.children("reviews_on_time", 2021, included=False, officer="I1")
    assert late.frame.select("child_id", "included", "late_reason").rows() == [("A", False, "Not recorded")]
    assert {"due_day", "held_day", "late_reason", "officer", "team", "placement"} <= set(late.frame.columns)


def test_two_breakdowns_and_a_filter(inside: Inside) -> None:
    table = inside.figures("reviews_held", ("officer", "team"), 2021)
    some = table.filter(pl.col("value") > 0)
    assert some.select("officer", "team", "numerator").rows() == [
        ("I1", "East", 1),
        ("I1", "North", 1),
        ("I2", "South", 1),
    ]
    alone = inside.figures("reviews_held", (), 2021, {"placement": "Children's home", "officer": ["I1", "I2"]})
    assert alone["numerator"].to_list() == [1]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda i: i.figures("reviews_on_tme"), 'There is no measure "reviews_on_tme". Did you mean reviews_on_time?'),
        (
            lambda i: i.figures("reviews_held", "quater"),
            'The rows behind reviews_held have no "quater". Did you mean quarter?',
        ),
        (lambda i: i.figures("reviews_held", (), 2019), "2019 is not loaded. The years here are: 2020, 2021."),
        (lambda i: i.figures("reviews_held", (), (), {"quarter": "q3"}), "No row behind reviews_held has quarter q3."),
        (
            lambda i: i.figures("reviews_held", where={"officer": "I9", "team": ["North", "Nroth"]}),
            "No row behind reviews_held has officer I9. There are: I1, I2, I3, Not recorded.\nNo row behind "
            "reviews_held has team Nroth. Did you mean North? There are: East, North, South, Not recorded.",
        ),
        (lambda i: i.children("reviews_held", age=40), "No row behind reviews_held has age 40. There are: 9 to 10."),
        (
            lambda i: i.children("reviews_held", review_day="2020-09-03"),
            "No row behind reviews_held has review_day 2020-09-03. There are: 2020-03-10 to 2020-10-30.",
        ),
        (
            lambda i: i.children("reviews_held", child_id="D"),
            "No row behind reviews_held has such a child_id. Leave it out to see those that there are.",
        ),
        (lambda i: i.explore("reviews_held", where={"officer": "I9"}), "No row behind reviews_held has officer I9."),
        (lambda i: i.explore("reviews_held", by="ofcer"), 'have no "ofcer". Did you mean officer?'),
        (lambda i: i.explore(years=2019), "2019 is not loaded."),
        (lambda i: i.children("reviews_held", included=True), "reviews_held counts every row: leave included out."),
        (lambda i: i.children("school_exclusions"), "school_exclusions, 2020-21: not supplied."),
        (lambda i: i.sql("SELECT nothing FROM year_reviews"), "DuckDB cannot read this SQL."),
        (lambda i: i.sql("SELECT * FROM read_csv('x.csv')"), "DuckDB"),
        (lambda i: i.sql(" "), "There is no SQL."),
        (lambda i: i.views("year_review"), 'There is no view "year_review". Did you mean year_reviews?'),
        (lambda i: i.timeline("D"), "The records hold nothing of such a child."),
        (lambda i: i.children("reviews_held")[7], "There is no row 7: there are 3 rows, from 0."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(shared: Inside, call, said: str) -> None:
    with pytest.raises(KitError) as caught:
        call(shared)
    assert said in str(caught.value)


def test_a_timeline_has_the_childs_days_in_order(inside: Inside) -> None:
    rows = inside.children("reviews_on_time", 2021, included=False)[0].timeline().frame
    assert rows["day"].is_sorted()
    assert {"Period of care begins", "Review held", "Placement", "Reviewing officer begins"} <= set(rows["event"])


def test_sql_and_views_read_what_the_kit_has(inside: Inside) -> None:
    assert inside.sql("SELECT count(*) AS n FROM year_reviews;").frame["n"].to_list() == [6]
    view = inside.views("year_occasions").row(0, named=True)
    assert view["one_row"].startswith("One row per occasion") and "due_day, held_day" in view["columns"]
    assert inside.views().height > 70


def test_a_workbook_is_its_owners_alone_and_not_where_git_takes_it(inside: Inside, tmp_path: Path) -> None:
    rows = inside.children("reviews_held")
    rows.to_excel(tmp_path / "held.xlsx")
    assert pl.read_excel(tmp_path / "held.xlsx").height == 3
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "held.xlsx").stat().st_mode) == 0o600
    for place, said in ((tmp_path / "held.csv", "must end in .xlsx"), (inside.places.raw / "held.xlsx", "raw files")):
        with pytest.raises(KitError, match=said):
            rows.to_excel(place)


def test_no_row_is_in_what_a_notebook_would_keep_of_it(inside: Inside) -> None:
    rows = inside.children("reviews_held")
    assert repr(rows) == ("INTERNAL: 3 rows. Reviews held, 2020-21. rows.frame gives them as a polars table.")
    assert "North" not in repr(rows[0])


def test_who_looked_at_what_is_kept_without_a_name_of_anybody(inside: Inside) -> None:
    inside.children("reviews_held", 2021, officer="I1", quarter="Q3")
    inside.children("reviews_held", 2021, child_id="A")[0].timeline()
    path = inside.places.data / "worked" / "looked.log"
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line[2:] for line in lines[:2]] == [
        ["reviews_held", "2021", "officer chosen, quarter=Q3", "1 row"],
        ["reviews_held", "2021", "child_id chosen", "1 row"],
    ]
    assert lines[2][2:4] == ["timeline", "2021"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_chapter_can_open_it(inside: Inside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_RUN", "key all worked/2021")
    with pytest.raises(KitError, match="no chapter may use it"):
        open_inside("worked", 2021)


def test_a_notebook_of_another_program_is_told_that_it_would_save_rows(
    council: WorkedCouncil, inside: Inside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.explore.where_shown.in_notebook", lambda: True)
    with pytest.raises(KitError, match="Nothing keeps rows of children out of the saved file here"):
        open_inside("worked", 2021)
    assert open_inside("worked", 2021, unsafe_here=True).council == "worked"
    monkeypatch.setenv("KIT_LAB", "1")
    assert open_inside("worked", 2021).council == "worked"


@pytest.fixture
def pseudonymised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WorkedCouncil:
    key = tmp_path / "kit.key"
    key.write_bytes(bytes(range(32)))
    key.chmod(0o600)
    monkeypatch.setenv("KIT_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("KIT_PARAMS", str(tmp_path / "params"))
    settings = f'pseudonymise: true\nkey_file: "{key.as_posix()}"\n'
    return a_council(
        tmp_path, (2020, 2021), episodes=EPISODES, reviews=REVIEWS, review_details=DETAILS, settings=settings
    )


def test_with_pseudonyms_rows_have_these_and_the_real_ones_if_they_are_asked_for(
    pseudonymised: WorkedCouncil, tmp_path: Path
) -> None:
    alone, real = open_inside("worked", 2021), open_inside("worked", 2021, real_ids=True)
    assert "real_ids=True) shows the case system's numbers" in repr(alone)
    assert "have the case system's numbers here" in repr(real)
    rows = alone.children("reviews_on_time", included=False)
    assert all(len(child) == 32 for child in rows.frame["child_id"])
    late = real.children("reviews_on_time", included=False, officer="I1")
    assert late.frame.select("child_id", "officer").rows() == [("A", "I1")]
    assert "Review held" in late[0].timeline().frame["event"].to_list()
    assert set(real.sql("SELECT child_id FROM year_reviews").frame["child_id"]) == {"A", "B", "C"}
    assert "I2" in real.figures("reviews_held", "officer")["officer"].to_list()
    log = (pseudonymised.places.data / "worked" / "looked.log").read_text(encoding="utf-8")
    assert "inside\t2021\topened with real identifiers" in log
    assert "reviews_held\t2021\tfigures by officer" in log
    if os.name == "posix":
        folder = tmp_path / "shared"
        folder.mkdir(mode=0o755)
        with pytest.raises(KitError, match="others can read this folder"):
            late.to_excel(folder / "late.xlsx")
        folder.chmod(0o700)
        late.to_excel(folder / "late.xlsx")
    # Nothing but the workbook that was asked for has them.
    kept = [pl.read_parquet(path) for path in (pseudonymised.places.data / "worked").rglob("*.parquet")]
    people = {each for rows in kept for name in ("child_id", "iro_id") if name in rows.columns for each in rows[name]}
    assert len(people) >= 5 and not people & {"A", "B", "C", "I1", "I2"}


def test_the_command_lists_the_rows_behind_a_figure(council: WorkedCouncil, tmp_path: Path) -> None:
    asked = ["children", "reviews_on_time", "--council", "worked", "--year", "2021", "--not-included"]
    shown = run(*asked, "--where", "officer=I1", data=council.places.data)
    assert shown.returncode == 0, shown.stderr
    assert "INTERNAL: 1 row. " in shown.stdout
    made = run(*asked, "--xlsx", str(tmp_path / "late.xlsx"), data=council.places.data)
    assert made.returncode == 0 and (tmp_path / "late.xlsx").stat().st_size
    wrong = run(*asked, "--where", "officer", data=council.places.data)
    assert wrong.returncode == 2 and "--where officer: name a column and its value" in wrong.stderr
