"""What the audit finds in files that were spoilt one way each, and proofs that addition alone checks."""

import zlib
from base64 import b64encode
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from kit.errors import KitError
from kit.figures.csv import results_csv
from kit.figures.table import ORDER, SCHEMA
from kit.files.parquet import write_table
from kit.files.xlsx import as_sheet, write_workbook
from kit.measures.headers import load_measures
from kit.paths import Places
from kit.protection.publications import Publication, Record, load_publications
from kit.protection.published import bind
from kit.protection.small_numbers import protect
from kit.publishing.audit.audit import Audited, audit
from kit.publishing.audit.further import further, remember
from kit.publishing.audit.proofs import proofs
from kit.publishing.audit.stated import KnownNumbers

MEASURES = load_measures()
QUARTERS = {"Q1": (20, 30), "Q2": (3, 25), "Q3": (40, 44), "Q4": (30, 45)}
MONTHS = {"2020-04": (12, 15), "2020-05": (8, 15), "2020-07": (3, 25), "2020-10": (40, 44), "2021-01": (30, 45)}


def counted() -> pl.DataFrame:
    """Return a share of a year as it was counted, by quarter and by month."""
    whole = tuple(sum(cells) for cells in zip(*QUARTERS.values(), strict=True))
    cells = {("all", "all"): whole}
    cells |= {("quarter", name): cell for name, cell in QUARTERS.items()}
    cells |= {("month", name): cell for name, cell in MONTHS.items()}
    rows = [
        ("reviews_virtual", 2021, *of, above, below, 100 * above / below, None, None, "reviews", "")
        for of, (above, below) in cells.items()
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").sort(ORDER)


TRUE = counted()
RECORD = Record(2021, "", 1, "2021-06-01T10:00:00+01:00", "", "", "", "", "", "", 5, {}, {}, {}, "")
SAFE = protect(TRUE, 5, of=MEASURES)


def also_shown(*categories: str) -> pl.DataFrame:
    """Return what is safe with the rows of some categories shown too."""
    given = pl.col("category").is_in(list(categories))
    return pl.concat([SAFE.filter(~given), TRUE.filter(given)]).sort(ORDER)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places("small", tmp_path / "data", tmp_path / "params", tmp_path / "reports")


def files(places: Places, table: pl.DataFrame = SAFE) -> Path:
    folder = places.reports / "publication"
    folder.mkdir(parents=True)
    (folder / "figures.csv").write_text(results_csv(table), encoding="utf-8")
    return folder


def audited(places: Places, table: pl.DataFrame = SAFE, *earlier: Publication, known: bool = True) -> Audited:
    folder = places.reports / "publication"
    if not folder.exists():
        files(places, table)
    return audit(folder, places, earlier, None, MEASURES, 5, (), TRUE if known else None)


def test_what_is_protected_passes_with_and_without_what_was_counted(places: Places) -> None:
    assert SAFE.filter(pl.col("note") == "suppressed").height >= 4
    for known in (True, False):
        found = audited(places, known=known)
        assert found.faults == [] and found.judged.cells == SAFE["note"].str.count_matches("suppressed").sum()
        assert (found.judged.least_width or 0) >= 4


@pytest.mark.parametrize("known", [True, False])
def test_a_hidden_row_that_is_shown_gives_another_away(places: Places, known: bool) -> None:
    small = {"Q2", "2020-07"}
    others = [c for c in SAFE.filter(pl.col("note") == "suppressed")["category"] if c not in small]
    found = audited(places, also_shown(*others), known=known)
    assert "reviews_virtual, 2020-21, Quarter: Q2: the number counted can be worked out" in found.faults
    assert found.judged.least_width == 0
    with pytest.raises(KitError, match=r"(?s)not published.*can be worked out"):
        found.refuse(places.reports)


def test_what_was_published_earlier_gives_away_what_is_hidden_now(places: Places) -> None:
    others = [c for c in SAFE.filter(pl.col("note") == "suppressed")["category"] if c not in {"Q2", "2020-07"}]
    assert "can be worked out" in " ".join(audited(places, SAFE, Publication(RECORD, also_shown(*others), None)).faults)


def test_the_proofs_of_each_hidden_number_add_up(places: Places) -> None:
    """Every table of whole numbers, put in place of what is hidden, agrees with all that is shown."""
    tables = proofs(audited(places))
    values: dict[int, dict[int, int]] = defaultdict(dict)
    for table, number, value in tables["proof_values.parquet"].iter_rows():
        values[table][number] = value
    places_of = {row[:5]: row[5] for row in tables["proof_numbers.parquet"].iter_rows()}
    assert values
    small = 0
    for *name, number, low, high in tables["proof_numbers.parquet"].iter_rows():
        if low is not None:
            truth = dict(zip(TRUE.select(ORDER).rows(), TRUE["numerator"], strict=True)).get(tuple(name[:4]))
            if name[4] == "N" and truth is not None and 1 <= truth <= 5:
                small += 1
                assert values[low][number] <= 1 and values[high][number] >= 5
            for table in (low, high):
                assert_adds_up(values[table], places_of)
    assert small == 2


def assert_adds_up(table: dict[int, int], places_of: dict[tuple, int]) -> None:
    for part, column in (("N", "numerator"), ("D", "denominator")):
        cell = {}
        for *of, shown in SAFE.select(*ORDER, column).iter_rows():
            at = places_of.get((*of, part))
            cell[of[2], of[3]] = shown if shown is not None else None if at is None else table.get(at)
        assert all(value is None or value >= 0 for value in cell.values())
        for by in ("quarter", "month"):
            terms = [value for (breakdown, _), value in cell.items() if breakdown == by]
            assert None in terms or sum(value or 0 for value in terms) == cell["all", "all"]


def test_the_same_is_proved_by_the_same_tables(places: Places) -> None:
    first, second = proofs(audited(places)), proofs(audited(places))
    assert all(table.equals(second[name]) for name, table in first.items())


def test_a_file_that_nothing_can_read_back_is_not_published(places: Places) -> None:
    (files(places) / "figures.ods").write_bytes(b"")
    assert audited(places).faults == [
        "figures.ods: nothing here can read back a file of this format, so that it is not published"
    ]


CHART = b64encode(b'<svg><text x="1">4471203</text></svg>').decode()
PACKED = b"%PDF-1.7\nstream\n" + zlib.compress(b"/Alt (4471203)") + b"\nendstream"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.html", b"<p>Fine</p>\n<!-- 4471203 -->"),
        ("report.html", f'<img src="data:image/svg+xml;base64,{CHART}" alt="">'.encode()),
        ("report.pdf", PACKED),
    ],
)
def test_an_identifier_is_found_however_it_is_packed(places: Places, name: str, content: bytes) -> None:
    extract = places.extracts / "header" / "year=2021"
    extract.mkdir(parents=True)
    write_table(pl.DataFrame({"child_id": ["4471203"]}), extract / "part.parquet")
    (files(places) / name).write_bytes(content)
    assert audited(places).faults == [f"{name} has the identifier of a child, an officer or a concern"]


def asked(places: Places, table: pl.DataFrame) -> dict[str, str]:
    """Return which categories of a further table could not be given out beside what is safe, and why."""
    path = places.reports / "table.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(results_csv(table), encoding="utf-8")
    found = further(path, [Publication(RECORD, SAFE, TRUE)], MEASURES, 5)
    return {row[3]: why for row, why in found.refused.items()}


def test_a_further_table_is_refused_by_the_rows_that_give_something_away(places: Places) -> None:
    hidden = SAFE.filter(pl.col("note") == "suppressed")["category"].to_list()
    refused = asked(places, TRUE.filter(pl.col("category").is_in(hidden)))
    assert refused["Q2"] == refused["2020-07"] == "it has a small number itself"
    assert refused["2020-05"] == "a hidden number could be worked out or narrowed down with it"
    assert asked(places, SAFE) == {}
    moved = TRUE.filter(pl.col("breakdown") == "all").with_columns(numerator=pl.col("numerator") + 1)
    assert asked(places, moved) == {
        "all": "readers have another number for it, and the difference would tell of somebody's record"
    }


def test_what_was_given_out_is_public_from_then_on(places: Places) -> None:
    path = places.reports / "table.csv"
    path.parent.mkdir(parents=True)
    path.write_text(results_csv(TRUE.filter(pl.col("category") == "Q3")), encoding="utf-8")
    found = further(path, [], MEASURES, 5)
    stamp = datetime(2021, 5, 2, tzinfo=UTC)
    assert [remember(places, found, f"FOI {n}", stamp, 5) for n in (1234, 1235)] == ["further-1", "further-2"]
    kept = load_publications(places)
    assert [(one.name, one.record.further) for one in kept] == [("further-1", "FOI 1234"), ("further-2", "FOI 1235")]
    bound = bind(TRUE, MEASURES, kept, None, 5)
    assert bound.filter(pl.col("stays_shown"))["category"].to_list() == ["Q3"]


def test_an_identifier_is_found_in_files_that_are_packed(places: Places) -> None:
    extract = places.extracts / "header" / "year=2021"
    extract.mkdir(parents=True)
    named = pl.DataFrame({"child_id": ["4471203"]})
    write_table(named, extract / "part.parquet")
    folder = files(places)
    write_table(named, folder / "figures.parquet")
    write_workbook(folder / "cell.xlsx", [as_sheet("Figures", named)])
    write_workbook(folder / "name.xlsx", [as_sheet("4471203", pl.DataFrame({"count": [1]}))])
    write_workbook(folder / "fine.xlsx", [as_sheet("Figures", pl.DataFrame({"count": [4471]}))])
    (folder / "figures.csv-metadata.json").write_text('{"title": "4471203"}', encoding="utf-8")
    named_files = {fault.split()[0] for fault in audited(places).faults}
    assert named_files == {"cell.xlsx", "name.xlsx", "figures.parquet", "figures.csv-metadata.json"}


PAGE = """<style>p {{ width: 17rem }}</style><p>In 2020-21 {words} reviews were seen.</p>
<table><caption>Table 3.1. Reviews seen, by quarter</caption><tr><th>Q1</th><td>{cell}</td></tr></table>
<img src="data:image/svg+xml;base64,{chart}" alt="From {alt} to 93">"""
NUMBERS = KnownNumbers(frozenset({"1412", "93", "25", "61.3"}), {"Reviews seen": frozenset({"25", "61.3"})})


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"words": "1,413"}, ["1,413"]),
        ({"cell": "93"}, ["93 (Table 3.1. Reviews seen, by quarter)"]),
        ({"alt": "26"}, ["26"]),
        ({"chart": b64encode(b'<svg><path d="M16,0"/><text x="16">61.4%</text></svg>').decode()}, ["61.4"]),
    ],
)
def test_a_number_that_is_changed_in_a_page_is_found(places: Places, changed: dict[str, str], found: list[str]) -> None:
    given = {
        "words": "1,412",
        "cell": "61.3%",
        "alt": "25",
        "chart": b64encode(b"<svg><text>61.3%</text></svg>").decode(),
    }
    folder = files(places)
    (folder / "report.html").write_text(PAGE.format(**{**given, **changed}), encoding="utf-8")
    told = audit(folder, places, [], None, MEASURES, 5, (), TRUE, NUMBERS)
    assert [*told.faults, *told.remarks] == [f"report.html: no published figure is {number}" for number in found]
    assert bool(told.faults) == ("cell" in changed) and told.told(datetime(2021, 5, 2, tzinfo=UTC))["to_look_at"] == (
        len(told.remarks)
    )
