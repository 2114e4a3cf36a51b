"""Identifiers written in another way than the return: read as its own if that is plain, otherwise the run stops."""

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.counting.figures import load_problems, load_unprotected_figures
from kit.errors import KitError
from kit.intake.identifiers.forms import bare_forms
from kit.intake.take_in import take_in
from kit.paths import Places
from kit.protection.pseudonyms import ENVIRONMENT, SecretKey
from tests.lib.small_councils import HEADINGS, put, put_bytes, workbook

CHILDREN = ("0700001", "0700002", "0700003", "0700004", "0700005", "0700006")
LETTERED = ("AB01", "AB02", "AB03", "AB04", "AB05", "AB06")
OWN = {
    "iros": "iro_id,fte,started_date,left_date,ethnicity,sickness_days",
    "allocations": "child_id,iro_id,start_date,end_date",
    "iro_contacts": "iro_id,child_id,contact_date,kind",
    "audits": "audit_id,wave,audited_date,child_id,question,answer,note",
    "protection_plans": "child_id,start_date,end_date",
}

WRITTEN = ("episodes", "reviews", "review_details", "send", "escalations", "allocations", "iro_contacts", "audits")

# What an identifier becomes on its way through spreadsheets, databases and people's hands.
NUMBERS: dict[str, Callable[[str], str]] = {
    "a decimal point": lambda i: f"{i}.0",
    "a decimal point without leading zeros": lambda i: f"{int(i)}.00",
    "a formula": lambda i: f'="{i}"',
    "a formula without quotation marks": lambda i: f"={i}",
    "an apostrophe": lambda i: f"'{i}",
    "quotation marks": lambda i: f'"{i}"',
    "commas": lambda i: f"{int(i):,}",
    "commas and a decimal point": lambda i: f"{int(i):,}.00",
    "no leading zeros": lambda i: str(int(i)),
    "more leading zeros": lambda i: f"000{i}",
    "every digit in scientific notation": lambda i: f"{int(i):.6e}".upper(),
    "a character of no width": lambda i: f"{i[:3]}\u200b{i[3:]}",
    "a byte order mark": lambda i: f"\ufeff{i}",
    "a space that does not break": lambda i: f"{i[:4]}\u00a0{i[4:]}",
    "digits of full width": lambda i: i.translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
}
LETTERS: dict[str, Callable[[str], str]] = {
    "other letter case": str.lower,
    "a formula": lambda i: f'="{i.lower()}"',
    "a character of no width": lambda i: f"{i}\u2060",
    "a soft hyphen": lambda i: f"{i[:2]}\u00ad{i[2:]}",
}


def as_it_is(identifier: str) -> str:
    return identifier


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def lay_out(
    folder: Path,
    forms: dict[str, Callable[[str], str]] | None = None,
    children: tuple[str, ...] = CHILDREN,
    years: tuple[int, ...] = (2021,),
    officer: Callable[[str, str], str] = lambda _, iro: iro,
) -> Places:
    """Write a council of six children, of whom each file writes the identifiers in a form of its own."""
    places = Places("small", folder / "data", folder / "params", folder / "reports")
    for year in years:
        for name, lines in files(year, forms or {}, children, officer).items():
            put(places, year, f"{name}.csv", [HEADINGS.get(name) or OWN[name], *lines])
    return places


def files(
    year: int,
    forms: dict[str, Callable[[str], str]],
    children: tuple[str, ...],
    officer: Callable[[str, str], str],
) -> dict[str, list[str]]:
    """Return the lines of every file of a year."""
    before = year - 1

    def of(name: str) -> list[tuple[int, str, str]]:
        form = forms.get(f"{name} {year}", forms.get(name, as_it_is))
        iros = itertools.cycle(officer(name, iro) for iro in ("Iro-01", "Iro-02"))
        return [(n, quoted(form(child)), iro) for (n, child), iro in zip(enumerate(children, 1), iros, strict=False)]

    return {
        "header": [f"{c},{1 + n % 2},1{n}/06/2010,WBRI,,," for n, c, _ in of("header")],
        "episodes": [f"{c},0{n}/05/2020,S,C2,N1,U6,PR1,,,,,," for n, c, _ in of("episodes")],
        "reviews": [f"{c},1{n}/06/2010,{day},PN{n}" for n, c, _ in of("reviews") for day in days(n, before)],
        "review_details": [
            f"{c},{day},,N,{iro},virtual,{day},{day},,on time,final,attended,,Y,3"
            for n, c, iro in of("review_details")
            for day in days(n, before)
        ],
        "send": [f"{c},31/03/{year},E,ASD,AUT,N" for _, c, _ in of("send")],
        "escalations": [f"E{n},{c},{iro},0{n}/07/{before},1,Drift,,,," for n, c, iro in of("escalations")],
        "iros": [f"{officer('iros', iro)},1,01/04/2010,,WBRI,0" for iro in ("Iro-01", "Iro-02")],
        "allocations": [f"{c},{iro},0{n}/05/2020," for n, c, iro in of("allocations")],
        "iro_contacts": [f"{iro},{c},0{n}/06/{before},visit" for n, c, iro in of("iro_contacts")],
        "audits": [f"{n},Spring,0{n}/02/{year},{c},Is the plan clear?,yes," for n, c, _ in of("audits")],
        "protection_plans": [f"{c},0{n}/06/2020," for n, c, _ in of("protection_plans")],
    }


def days(n: int, before: int) -> tuple[str, str]:
    return f"2{n % 3}/05/{before}", f"1{n % 3}/10/{before}"


def extracts(places: Places, years: tuple[int, ...] = (2021,)) -> dict[str, pl.DataFrame]:
    """Return the rows of every extract as a year's intake makes them."""
    take_in(places, years[-1])
    paths = sorted(places.extracts.glob("*/year=*/*.parquet"))
    return {path.relative_to(places.extracts).as_posix(): pl.read_parquet(path) for path in paths}


def assert_same(found: dict[str, pl.DataFrame], clean: dict[str, pl.DataFrame]) -> None:
    assert found.keys() == clean.keys()
    assert [path for path, rows in found.items() if not rows.equals(clean[path])] == []


def stopped(places: Places) -> list[str]:
    with pytest.raises(KitError) as raised:
        take_in(places, 2021)
    return list(raised.value.messages)


def said(places: Places) -> list[str]:
    return [note.said for note in take_in(places, 2021).notes]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    """The extracts of the council whose files all write the identifiers alike."""
    return extracts(lay_out(tmp_path_factory.mktemp("clean")))


@pytest.mark.parametrize("form", NUMBERS)
def test_files_with_another_form_of_numbers_give_the_same_extracts(
    tmp_path: Path, clean: dict[str, pl.DataFrame], form: str
) -> None:
    assert_same(extracts(lay_out(tmp_path, dict.fromkeys(WRITTEN, NUMBERS[form]))), clean)


# Which form it is does not matter here: all of them are tried above.
OF_THE_HEADER = ("a decimal point", "a formula", "no leading zeros", "digits of full width")


@pytest.mark.parametrize("form", OF_THE_HEADER)
def test_the_spelling_of_the_header_holds(tmp_path: Path, clean: dict[str, pl.DataFrame], form: str) -> None:
    found = extracts(lay_out(tmp_path, {"header": NUMBERS[form]}))
    # The children have other names, and are the same.
    names = dict(zip(map(NUMBERS[form], CHILDREN), CHILDREN, strict=True))
    there = {path: rows for path, rows in found.items() if "child_id" in rows.columns}
    assert all(set(rows["child_id"]) == set(names) for path, rows in there.items())
    assert_same(found | {p: rows.with_columns(pl.col("child_id").replace(names)) for p, rows in there.items()}, clean)


def test_letters_in_another_form_are_the_same_child(tmp_path: Path) -> None:
    clean = extracts(lay_out(tmp_path / "clean", children=LETTERED))
    forms = dict(zip(("episodes", "send", "escalations", "reviews"), LETTERS.values(), strict=True))
    assert_same(extracts(lay_out(tmp_path / "other", forms, LETTERED)), clean)


FORMS = st.sampled_from([as_it_is, *NUMBERS.values()])


@settings(max_examples=8)
@given(st.fixed_dictionaries(dict.fromkeys(WRITTEN, FORMS)))
def test_whatever_forms_the_files_have_the_extracts_are_those_of_the_clean_files(
    tmp_path_factory: pytest.TempPathFactory,
    clean: dict[str, pl.DataFrame],
    forms: dict[str, Callable[[str], str]],
) -> None:
    assert_same(extracts(lay_out(tmp_path_factory.mktemp("council"), forms)), clean)


@given(st.text(min_size=1, max_size=12) | st.text("0123456789abcE+-_/.,'=\"\u200b\u00a0 ", min_size=1, max_size=12))
def test_every_identifier_has_a_bare_form_and_is_lost_only_in_scientific_notation(identifier: str) -> None:
    (bare,), (lost,) = bare_forms(pl.Series([identifier]))
    assert bare and (not lost or "e" in identifier.lower())


def test_what_is_read_as_what_is_said_once_a_file_and_no_identifier_is_quoted(tmp_path: Path) -> None:
    forms = {"reviews": NUMBERS["a decimal point"], "send": NUMBERS["no leading zeros"]}
    notes = said(lay_out(tmp_path, forms))
    assert notes == [
        "reviews.csv (2021), CHILD: identifiers are read as those of the return: 6 with a decimal point.",
        "send.csv (2021), child_id: identifiers are read as those of the return: 6 without leading zeros.",
    ]


def test_numbers_of_a_workbook_are_the_identifiers_whose_leading_zeros_they_lost(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    clean = extracts(places)["send/year=2021/send.parquet"]
    (places.raw / "2021" / "send.csv").unlink()
    rows = [[int(child), "31/03/2021", "E", "ASD", "AUT", "N"] for child in CHILDREN]
    put_bytes(places, 2021, "send.xlsx", workbook([HEADINGS["send"].split(","), *rows]))
    read = extracts(places)["send/year=2021/send.parquet"]
    assert read.drop("file").equals(clean.drop("file"))


def test_a_child_whose_number_lost_its_zeros_in_a_year_is_the_same_in_every_year(tmp_path: Path) -> None:
    years = (2020, 2021)
    clean = load_unprotected_figures(lay_out(tmp_path / "clean", years=years), 2021)
    lost = {f"{name} 2021": NUMBERS["no leading zeros"] for name in (*WRITTEN, "header")}
    other = load_unprotected_figures(lay_out(tmp_path / "other", lost, years=years), 2021)
    assert other.results.equals(clean.results)
    # The first year's spelling holds, and that of header before those of other files.
    assert set(
        extracts(lay_out(tmp_path / "again", lost, years=years))["reviews/year=2021/reviews.parquet"]["child_id"]
    ) == set(CHILDREN)


def test_officers_escalations_and_audits_are_the_same_in_another_form(tmp_path: Path) -> None:
    years = (2020, 2021)
    forms = {"escalations": as_it_is}
    clean = lay_out(tmp_path / "clean", forms, years=years)
    other = lay_out(
        tmp_path / "other",
        forms,
        years=years,
        officer=lambda name, iro: iro if name == "iros" else f"{iro.upper()}\u200b",
    )
    for path in (other.raw / "2021").glob("escalations.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace("\nE", "\n'e"), encoding="utf-8")
    for path in (other.raw / "2021").glob("audits.csv"):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([head, *(line.replace(",", ".0,", 1) for line in lines)]), encoding="utf-8")
    was, now = extracts(clean, years), extracts(other, years)
    assert all(rows.equals(was[path]) for path, rows in now.items())
    notes = [note for note in said(other) if "(2021)" in note]
    assert "audits.csv (2021), audit_id: identifiers are read as those of other files: 6 with a decimal point." in notes
    assert any(
        note.startswith("allocations.csv (2021), iro_id: identifiers are read as those of iros: 2") for note in notes
    )


def test_pseudonyms_are_those_of_the_returns_spelling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = bytes(range(32))
    (tmp_path / "kit.key").write_bytes(secret)
    (tmp_path / "kit.key").chmod(0o600)
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "kit.key"))
    forms = dict.fromkeys(("reviews", "send"), NUMBERS["no leading zeros"])
    places = lay_out(tmp_path, forms)
    places.council_params.mkdir(parents=True)
    (places.council_params / "council.yml").write_text("pseudonymise: true\n", encoding="utf-8")
    found = extracts(places)
    made = {SecretKey(secret).pseudonym("child", child) for child in CHILDREN}
    assert all(set(found[f"{n}/year=2021/{n}.parquet"]["child_id"]) == made for n in ("header", "reviews", "send"))


def test_digits_that_are_lost_stop_the_run_in_every_file_at_once(tmp_path: Path) -> None:
    def shortened(_: str) -> str:
        return "1.23E+06"

    forms = dict.fromkeys(("header", "reviews", "send"), shortened)
    places = lay_out(tmp_path, forms, officer=lambda name, iro: "1E+05" if name == "allocations" else iro)
    told = stopped(places)
    lost = "digits of an identifier are lost in"
    assert [message.partition(" rows")[0] for message in told] == [
        f"allocations.csv (2021), iro_id: {lost} 6",
        f"header.csv (2021), CHILD: {lost} 6",
        f"reviews.csv (2021), CHILD: {lost} 12",
        f"send.csv (2021), child_id: {lost} 6",
    ]
    assert "rows (2, 3, 4, 5, 6, 7). Excel shortened it" in told[1]
    assert not places.extracts.exists()


def test_a_councils_own_numbers_with_an_e_in_them_are_read(tmp_path: Path) -> None:
    figures = load_unprotected_figures(lay_out(tmp_path, children=("7E1", "7E2", "7E3", "7E4", "7E5", "7e6")), 2021)
    looked_after = figures.results.filter(measure="children_looked_after", breakdown="all")
    assert looked_after["numerator"].to_list() == [6]
    assert not figures.notes


def test_two_identifiers_of_a_file_that_would_become_one_stop_the_run(tmp_path: Path) -> None:
    places = lay_out(tmp_path)
    path = put(places, 2021, "send.csv", ["0700001,31/03/2021,E,ASD,AUT,N", "700001,30/03/2021,K,,,N"], "send")
    assert stopped(places) == [
        "send.csv (2021), child_id: identifiers that would become one in 2 rows (2, 3). They differ in leading zeros, "
        "letter case or the like alone. Write each as the return does."
    ]
    # Whoever knows that they are two says so, and each counts as it is.
    places.council_params.mkdir(parents=True)
    (places.council_params / "2021.yml").write_text(
        "known_problems: [{rule: identifiers_alike, rows: 2, reason: Two children.}]", encoding="utf-8"
    )
    problems = load_problems(places, 2021).filter(file=path.name)
    assert problems.filter(rule="own_extract_of_unknown_child")["row"].to_list() == [3]
    kept = pl.read_parquet(places.extracts / "send" / "year=2021" / "send.parquet")
    assert kept["child_id"].to_list() == ["0700001", "700001"]


def test_two_children_of_the_return_whose_numbers_differ_in_zeros_alone_stay_two(tmp_path: Path) -> None:
    children = ("0700001", "700001", "7", "07", "a1", "A1")
    places = lay_out(tmp_path, children=children)
    assert set(extracts(places)["send/year=2021/send.parquet"]["child_id"]) == set(children)
    # Of two that it could be, an identifier is read as neither.
    put(places, 2021, "send.csv", ["00700001,31/03/2021,E,ASD,AUT,N"], "send")
    assert extracts(places)["send/year=2021/send.parquet"]["child_id"].to_list() == ["00700001"]
    assert said(places) == []


def test_children_whom_the_return_does_not_know_are_the_same_in_every_year_of_an_extract(tmp_path: Path) -> None:
    places = lay_out(tmp_path, years=(2020, 2021))
    put(places, 2020, "protection_plans.csv", [OWN["protection_plans"], "P0009,01/05/2019,"])
    put(places, 2021, "protection_plans.csv", [OWN["protection_plans"], "p0009,01/05/2019,01/06/2020"])
    found = extracts(places, (2020, 2021))
    assert found["protection_plans/year=2021/protection_plans.parquet"]["child_id"].to_list() == ["P0009"]
    assert found["protection_plans/year=2020/protection_plans.parquet"]["superseded"].to_list() == [True]


def content(places: Places) -> dict[str, bytes]:
    return {
        p.relative_to(places.extracts).as_posix(): p.read_bytes() for p in places.extracts.rglob("*") if p.is_file()
    }


def test_what_is_taken_over_is_what_reading_all_gives_when_identifiers_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With pseudonyms, which are of identifiers as they are read: a spelling taken over wrongly would show in both."""
    (tmp_path / "kit.key").write_bytes(bytes(range(32)))
    (tmp_path / "kit.key").chmod(0o600)
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "kit.key"))
    (tmp_path / "params" / "small").mkdir(parents=True)
    (tmp_path / "params" / "small" / "council.yml").write_text("pseudonymise: true\n", encoding="utf-8")
    zeros, point = NUMBERS["no leading zeros"], NUMBERS["a decimal point"]
    lower: Callable[[str, str], str] = lambda name, iro: iro.lower() if name == "iros" else iro  # noqa: E731
    places = lay_out(tmp_path, {"send": zeros}, years=(2020, 2021))
    take_in(places, 2021)
    for forms, officer in (
        # An own extract alone, the return alone, one child's spelling in the return, the officers' posts alone.
        ({"send": zeros, "audits 2021": point}, lambda _, iro: iro),
        ({"send": zeros, "audits 2021": point, "header": point, "episodes": point}, lambda _, iro: iro),
        ({"send": zeros, "reviews 2021": point}, lambda _, iro: iro),
        ({"send": zeros, "reviews 2021": point}, lower),
        ({}, lower),
    ):
        lay_out(tmp_path, forms, years=(2020, 2021), officer=officer)  # type: ignore[arg-type]
        take_in(places, 2021)
        again = content(places)
        shutil.rmtree(places.extracts)
        take_in(places, 2021)
        assert content(places) == again


def test_a_child_that_leaves_the_return_takes_its_spelling_along(tmp_path: Path) -> None:
    places = lay_out(tmp_path, {"send": NUMBERS["no leading zeros"]})
    take_in(places, 2021)
    for name in ("header", "episodes", "reviews"):
        path = places.raw / "2021" / f"{name}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if CHILDREN[0] not in line), encoding="utf-8")
    assert "700001" in extracts(places)["send/year=2021/send.parquet"]["child_id"].to_list()
    again = content(places)
    shutil.rmtree(places.extracts)
    take_in(places, 2021)
    assert content(places) == again
