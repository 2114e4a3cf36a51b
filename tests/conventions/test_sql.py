"""The SQL: each view says what one row is, names what exists, and labels come from one place."""

import re
from pathlib import Path

import pytest

from kit.extracts import EXTRACTS
from kit.extracts.codes import CODE_SETS
from kit.measures.breakdowns import BREAKDOWNS
from kit.measures.headers import load_measures
from kit.measures.measure import CLUSTERS
from kit.paths import CHECKOUT, NOTEBOOKS, chapter_files
from kit.problems.catalogue import load_rules

SQL = CHECKOUT / "kit" / "sql"
VIEWS = sorted((SQL / "views").rglob("*.sql"))
FILES = sorted(SQL.rglob("*.sql"))
MADE_BY_THE_WAREHOUSE = {
    "reporting_years", "code_labels", "timescale_starts", "due_days", "audit_benchmark", "establishment",
    "measure_names",
}  # fmt: skip
KEYWORDS = {
    "select", "from", "where", "join", "left", "semi", "anti", "asof", "cross", "on", "using", "and", "or", "not", "is",
    "null", "as", "with", "case", "when", "then", "else", "end", "group", "order", "by", "having", "qualify", "over",
    "partition", "rows", "between", "distinct", "union", "all", "exists", "in", "filter", "window",
}  # fmt: skip


def shown(path: Path) -> str:
    return path.relative_to(SQL).as_posix()


def code(path: Path) -> str:
    """Return the SQL without header, comments and quoted words."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\A/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"'[^']*'", "''", re.sub(r"--[^\n]*", "", text))
    return text.replace("DISTINCT FROM", "DISTINCT_FROM")


@pytest.mark.parametrize("path", VIEWS, ids=shown)
def test_a_views_first_line_says_what_one_row_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("-- One row per "), shown(path)


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_every_table_that_a_query_names_exists(path: Path) -> None:
    text = code(path)
    inside = set(re.findall(r"(?:WITH|,|\))\s+([a-z_]+) AS (?:MATERIALIZED )?\(", text))
    known = {*EXTRACTS, *(view.stem for view in VIEWS), *MADE_BY_THE_WAREHOUSE, *inside}
    named = set(re.findall(r"\b(?:FROM|JOIN)\s+([a-z_][a-z0-9_]*)", text))
    assert sorted(named - known) == []


@pytest.mark.parametrize("path", VIEWS, ids=shown)
def test_every_view_is_used(path: Path) -> None:
    others = "\n".join(code(other) for other in FILES if other != path)
    assert re.search(rf"\b{path.stem}\b", others), f"nothing reads {path.stem}"


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_keywords_are_upper_case_and_lines_are_not_long(path: Path) -> None:
    words = set(re.findall(r"(?<![\w.\"])[a-z]+(?![\w(\"])", code(path)))
    assert sorted(words & KEYWORDS) == []
    text = path.read_text(encoding="utf-8")
    assert max(len(line) for line in text.splitlines()) <= 120
    assert text.endswith("\n") and "\r" not in text and "\t" not in text


@pytest.mark.parametrize("name", [name for name, m in load_measures().items() if m.kind in ("share", "count")])
def test_a_share_or_count_names_what_its_cases_depend_on(name: str) -> None:
    measure = load_measures()[name]
    column = CLUSTERS[measure.depends_on]
    assert not column or re.search(rf"\b{column}\b", re.sub(r"--[^\n]*", "", measure.sql)), column
    assert not measure.drawn_from or measure.depends_on == "child"


@pytest.mark.parametrize("name", sorted(load_measures()))
def test_a_measure_selects_its_year_its_breakdowns_and_its_numerator(name: str) -> None:
    measure = load_measures()[name]
    text = re.sub(r"--[^\n]*", "", measure.sql)
    for column in ("reporting_year", *measure.breakdowns):
        assert re.search(rf"\b{column}\b", text), column
    assert ("AS numerator" in text) == (measure.kind in ("share", "ratio"))
    assert "SELECT *" not in text


@pytest.mark.parametrize("name", sorted(load_measures()))
def test_labels_that_a_measure_names_are_no_codes_of_placement_or_legal_status(name: str) -> None:
    codes = {c for s in CODE_SETS if s.name in ("placement", "legal_status", "ethnicity", "sex") for c in s.labels}
    quoted = set(re.findall(r"'([^']*)'", load_measures()[name].sql))
    assert not quoted & codes


@pytest.mark.parametrize("name", sorted(load_rules()))
def test_a_rule_says_what_it_means_and_what_to_do_in_sentences(name: str) -> None:
    rule = load_rules()[name]
    assert not rule.title.endswith(".")
    for words in (rule.meaning, rule.effect, rule.what_to_do):
        assert words.strip().endswith("."), words


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.name != "macros.sql" and path.parent.name != "explore"], ids=shown
)
def test_sql_is_on_the_shelf_of_its_chapter_or_extract(path: Path) -> None:
    kind, shelf, *rest = path.relative_to(SQL).parts
    chapters = {notebook.stem.partition("_")[2] for notebook in chapter_files(NOTEBOOKS)}
    # Rules whose rows are of several extracts have a shelf of their own.
    shelves = {"measures": chapters, "views": chapters, "problems": {*EXTRACTS, "several"}, "dfe_rules": {*EXTRACTS}}
    assert len(rest) == 1 and shelf in shelves[kind]
    if kind == "problems" and shelf != "several":
        assert set(re.findall(r"\bSELECT\n    '(\w+)'", path.read_text(encoding="utf-8"))) == {shelf}


def test_every_breakdown_belongs_to_a_measure() -> None:
    used = {name for measure in load_measures().values() for name in measure.breakdowns}
    assert used == set(BREAKDOWNS)
