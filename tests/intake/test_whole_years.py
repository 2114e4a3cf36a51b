"""Whole years through intake: every row accounted for, whatever the files are and however they drift."""

import csv
from collections import defaultdict
from pathlib import Path
from xml.sax.saxutils import escape

import polars as pl
from polars.testing import assert_frame_equal

from kit.extracts import EXTRACTS
from kit.extracts.stored import Intake
from kit.intake.take_in import take_in
from kit.paths import CHECKOUT, Places

SAMPLE = CHECKOUT / "data" / "sample" / "raw"
NESTED = {
    "reviews": "AREVIEW",
    "missing": "AMISSING",
    "oc2": "OC2",
    "previous_permanence": "PERMANENCE",
    "placed_for_adoption": "AD_PLACED",
}
AT_THE_CHILD = ("header", "uasc", "oc3", "ad1")
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n0001,1,01/02/2010,WBRI,UN1,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "0001,01/02/2019,S,C2,N1,U4,PR1,,,,AB1 2CD,AB1 2CD,1\n"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE\n0001,01/02/2010,03/04/2020,PN1\n0001,01/02/2010,03/04/2020,PN2\n"


def taken_in(folder: Path, files: dict[int, dict[str, str]]) -> Intake:
    """Return what intake makes of these files by year, having seen that no row is lost."""
    for year, contents in files.items():
        raw = folder / "made_up" / "raw" / str(year)
        raw.mkdir(parents=True)
        for name, content in contents.items():
            (raw / name).write_text(content, encoding="utf-8")
    intake = take_in(Places("made_up", data=folder, params=folder), max(files))
    for account in intake.accounts:
        assert account.rows_in == account.rows_kept + account.rows_superseded + account.rows_listed
    return intake


def stored(intake: Intake, extract: str, year: int) -> pl.DataFrame:
    return pl.read_parquet(intake.folder / extract / f"year={year}" / f"{extract}.parquet")


def as_xml(year: int) -> str:
    """Return the sample council's return of a year as its XML upload."""
    children: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for name in (*AT_THE_CHILD, *NESTED, "episodes"):
        with (SAMPLE / str(year) / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                children[row.pop("CHILD")][name].append(row)

    def elements(row: dict[str, str]) -> str:
        return "".join(f"<{k}>{escape(v)}</{k}>" for k, v in row.items())

    out = []
    for child, tables in children.items():
        once = {k: v for name in reversed(AT_THE_CHILD) for row in tables[name] for k, v in row.items()}
        once |= {"UASC": "1" if tables["uasc"] else "0"}
        nested = [
            f"<{tag}>{elements({k: v for k, v in row.items() if k != 'DOB'})}</{tag}>"
            for name, tag in NESTED.items()
            for row in tables[name]
        ]
        episodes = [f"<EPISODE>{elements(row)}</EPISODE>".replace("PLACE>", "PL>") for row in tables["episodes"]]
        out.append(
            f"<CHILD><HEADER><CHILDID>{child}</CHILDID>{elements(once)}{''.join(nested)}</HEADER>"
            f"{''.join(episodes)}</CHILD>"
        )
    return f"<?xml version='1.0' encoding='UTF-8'?><EXPSSDA903>{''.join(out)}</EXPSSDA903>"


def test_the_xml_upload_gives_the_same_extracts_as_the_csv_files(tmp_path: Path) -> None:
    names = [n for n in (*AT_THE_CHILD, *NESTED, "episodes") if n not in ("oc3", "ad1")]
    files = {f"{n}.csv": (SAMPLE / "2021" / f"{n}.csv").read_text(encoding="utf-8") for n in names}
    from_csv = taken_in(tmp_path / "csv", {2021: files})
    from_xml = taken_in(tmp_path / "xml", {2021: {"return.xml": as_xml(2021)}})
    accounts = {a.extract: a for a in from_xml.accounts}
    assert {a.file for a in accounts.values()} == {"return.xml"}
    for name in names:
        key = list(EXTRACTS[name].key)
        one, other = (stored(i, name, 2021).drop("file", "row").sort(key) for i in (from_csv, from_xml))
        children = stored(from_csv, "header", 2021)["child_id"].implode()
        assert_frame_equal(
            one.filter(pl.col("child_id").is_in(children)), other.filter(pl.col("child_id").is_in(children))
        )


def test_columns_that_come_go_and_change_load_with_the_declared_types(tmp_path: Path) -> None:
    send = "child_id,as_at_date,sen_provision\n0001,2019-03-01,E\n"
    intake = taken_in(
        tmp_path,
        {
            2019: {"h.csv": HEADER, "e.csv": EPISODES, "r.csv": REVIEWS, "send.csv": send},
            2020: {
                "h.csv": "CHILD,SEX,DOB,ETHNIC\n0001,1,01/02/2010,\n",
                "e.csv": EPISODES.replace("URN", "URN,Team").replace(",1\n", ",1,x\n"),
                "r.csv": REVIEWS.replace(",", ";"),
            },
            2021: {
                "h.csv": HEADER.replace("0001,1", "0001,F"),
                "e.csv": "Return 2021,\n\n" + EPISODES,
                "r.csv": REVIEWS.replace("\n", ",\n"),
                "send.csv": "child_id,as_at_date,provision\n0001,01/03/2021,E\nTotal,,1\n",
            },
        },
    )
    for name in ("header", "episodes", "reviews"):
        frames = [stored(intake, name, year) for year in intake.years]
        assert all(f.schema == EXTRACTS[name].schema for f in frames)
    assert stored(intake, "send", 2021)["sen_provision"].to_list() == [None]
    said = {(a.extract, a.year): a for a in intake.accounts}
    assert said["header", 2020].columns_not_supplied == ("UPN", "MOTHER", "MC_DOB")
    assert said["send", 2021].totals_rows == 1
    assert said["reviews", 2020].assumed == "UTF-8, semicolon, headings in row 1"
    listed = intake.problems.select("year", "file", "row", "column", "rule").rows()
    assert (2020, "e.csv", 1, "Team", "column_not_used") in listed
    assert (2021, "send.csv", 1, "sen_provision", "column_not_supplied") in listed
    assert [r[2] for r in listed if r[:2] == (2019, "r.csv") and r[4] == "duplicate_row"] == [2]


def test_a_manifest_says_what_was_assumed(tmp_path: Path) -> None:
    intake = taken_in(tmp_path, {2021: {"h.csv": HEADER, "e.csv": EPISODES, "r.csv": "Reviews\n" + REVIEWS}})
    manifest = (intake.folder / "reviews" / "year=2021" / "manifest.json").read_text(encoding="utf-8")
    assert '"assumed": "UTF-8, comma, headings in row 2"' in manifest
