"""However a file is spoilt, it is read whole or refused in words, quickly, and without a child's value in them.

`KIT_FUZZ=20000` spoils that many files instead of a few hundred, `KIT_FUZZ_FROM=90000` others than those.
"""

import os
import random
import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.extracts import EXTRACTS
from kit.extracts.convert import typed
from kit.files.walk import MOST_TEXT
from kit.intake.reading import RawFile, read_tables
from kit.intake.take_in import take_in
from tests.fuzz.mutations import odd_cells, odd_elements, odd_settings, spoil
from tests.lib.made_up_files import book, number_cell, sheet, zipped
from tests.lib.small_councils import FILES as CORE
from tests.lib.small_councils import HEADINGS, put_bytes, small_council

FILES = int(os.environ.get("KIT_FUZZ", "600"))
FIRST = int(os.environ.get("KIT_FUZZ_FROM", "0"))
LONGEST_SECONDS = 5.0

# Values that are nowhere in the kit's own words.
SECRETS = ("7654321", "1234567", "Zachariasz", "Quetzal", "23/11/2009")


def _reviews(delimiter: str = ",", quote: str = "") -> bytes:
    rows = [["CHILD", "DOB", "REVIEW", "REVIEW_CODE"]]
    rows += [[f"{SECRETS[n % 2]}", SECRETS[4], f"0{n % 9 + 1}/04/2020", "PN1"] for n in range(60)]
    lines = [delimiter.join(f"{quote}{c}{quote}" for c in row) for row in rows]
    return ("Reviews held\n\n" + "\n".join(lines) + "\nTotal\n").encode()


def _details() -> bytes:
    lines = [f'7654321,0{n % 9 + 1}/04/2020,"Zachariasz, of\nQuetzal ""ill""",Y' for n in range(30)]
    return ("child_id,review_date,late_reason,cancelled\n" + "\n".join(lines)).encode()


def _workbook() -> bytes:
    rows = [["escalation_id", "child_id", "raised_date", "theme"]]
    rows += [[f"E{n}", "7654321", number_cell("{}", 43924 + n, is_date=n % 2 == 0), "Zachariasz"] for n in range(20)]
    return book({"Notes": sheet([["About"]]), "Data": sheet(rows)}, hidden=("Notes",))


def _return() -> bytes:
    child = (
        "<CHILD><HEADER><CHILDID>7654321</CHILDID><SEX>2</SEX><DOB>23/11/2009</DOB><ETHNIC>WBRI</ETHNIC>"
        "<AREVIEW><REVIEW>03/04/2020</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>"
        "<EPISODE><DECOM>06/01/2017</DECOM><RNE>S</RNE><LS>C2</LS><PL>U4</PL></EPISODE></CHILD>\n"
    )
    return f"<?xml version='1.0'?>\n<EXPSSDA903>{child * 10}</EXPSSDA903>".encode()


GOOD = {
    "reviews.csv": _reviews(),
    "quoted.csv": _reviews(";", '"'),
    "tabs.tsv": _reviews("\t"),
    "review_details.csv": _details(),
    "escalations.xlsx": _workbook(),
    "return.xml": _return(),
}
ENDINGS = (".csv", ".xlsx", ".xml")


def _spoilt(draw: random.Random, name: str) -> tuple[str, bytes]:
    data = GOOD[name]
    if name.endswith(".xlsx") and draw.random() < 0.8:
        # Spoilt within: the zip file is whole.
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = {n: package.read(n) for n in package.namelist()}
        part = draw.choice(sorted(parts))
        data = zipped({**parts, part: spoil(draw, parts[part], odd_elements)})
    else:
        data = spoil(draw, data, odd_elements if name.endswith(".xml") else odd_cells)
    if draw.random() < 0.05:
        name = Path(name).stem + draw.choice(ENDINGS)
    return name, data


@pytest.mark.parametrize("share", range(4))
def test_a_spoilt_file_is_read_or_refused_in_words(tmp_path: Path, share: int) -> None:
    read = refused = 0
    for seed in range(FIRST + share, FIRST + FILES, 4):
        draw = random.Random(seed)
        name, data = _spoilt(draw, draw.choice(sorted(GOOD)))
        path = tmp_path / name
        path.write_bytes(data)
        began = time.process_time()
        try:
            tables = read_tables(RawFile(path, 2021))
        except KitError as error:
            refused += 1
            for message in error.messages:
                assert message.startswith(f"{name} (2021)"), seed
                assert len(message) < 2000 and message.isprintable(), seed
                assert not any(secret in message for secret in SECRETS), (seed, message)
        else:
            read += 1
            for extract, table in tables:
                assert extract is EXTRACTS[extract.name], seed
                rows, listed = typed(extract, table.rows)
                left_out = listed.filter("left_out")["row"].n_unique()
                assert rows.height + left_out == table.rows.height, seed
                assert table.rows["row"].is_sorted() and not table.rows["row"].is_duplicated().any(), seed
                assert not any(secret in table.assumed for secret in SECRETS), seed
        assert time.process_time() - began < LONGEST_SECONDS, seed
    assert read and refused


def test_every_good_file_is_read_whole(tmp_path: Path) -> None:
    for name, data in GOOD.items():
        (tmp_path / name).write_bytes(data)
        for extract, table in read_tables(RawFile(tmp_path / name, 2021)):
            assert table.rows.height in (10, 20, 30, 60), (name, extract.name)
            assert not re.search(r"[^\x20-\x7e]", table.assumed)


SETTINGS = b"""name: Borough
targets:
  reviews_on_time: {value: 90, set_by: the Board}
timescales: {record_sent: {amount: 21, unit: calendar days}}
hide_up_to: 4
decided_by: the Board
audits: {questions: [a, b]}
mappings:
  "send*":
    extract: send
    headings: {child_id: child_id, "Day*": as_at_date}
    values: {sen_provision: {x*: E}}
    dates: "%d/%m/%y"
use: [ssd]
"""
SEND = b"child_id,as_at_date,sen_provision,primary_need\n1001,01/06/2020,E,ASD\n1002,02/06/2020,K,MLD\n"


def _one_of_a_council(name: str) -> bytes:
    lines = [HEADINGS[name], *(line.replace("{before}", "2020") for line in CORE[name])]
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_council_with_one_spoilt_file_is_taken_in_or_refused_in_words(tmp_path: Path) -> None:
    good = {f"{name}.csv": _one_of_a_council(name) for name in CORE} | {"send.csv": SEND, "council.yml": SETTINGS}
    sheets = {name: sheet([line.split(",") for line in good[f"{name}.csv"].decode().splitlines()]) for name in CORE}
    good["return.xlsx"] = book(sheets)
    ways = {".csv": odd_cells, ".yml": odd_settings, ".xlsx": odd_elements}
    for seed in range(FIRST, FIRST + FILES // 12):
        draw = random.Random(seed)
        places = small_council(tmp_path / str(seed), (2021,))
        name = draw.choice(sorted(good))
        data = good[name]
        if name == "return.xlsx":
            for core in CORE:
                (places.raw / "2021" / f"{core}.csv").unlink()
            with zipfile.ZipFile(BytesIO(data)) as package:
                parts = {n: package.read(n) for n in package.namelist()}
            part = draw.choice([n for n in sorted(parts) if "sheet" in n or draw.random() < 0.2] or sorted(parts))
            data = zipped({**parts, part: spoil(draw, parts[part], odd_elements)})
        else:
            data = spoil(draw, data, ways[Path(name).suffix])
        if name == "council.yml":
            places.council_params.mkdir(parents=True)
            (places.council_params / name).write_bytes(data[: MOST_TEXT + 1])
        else:
            put_bytes(places, 2021, name, data)
        began = time.process_time()
        try:
            take_in(places, 2021)
        except KitError as error:
            for message in error.messages:
                assert message.isprintable() and len(message) < 2500, (seed, message)
        assert time.process_time() - began < LONGEST_SECONDS, seed
