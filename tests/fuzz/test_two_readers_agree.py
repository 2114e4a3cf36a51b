"""The quick way through regular rows gives what the slow way gives, or declines."""

import csv
import io
import os
import random

from kit.intake.reading.delimited import _regular_rows

TEXTS = int(os.environ.get("KIT_FUZZ", "1500"))
PIECES = [
    "a",
    "é",
    " ",
    '"',
    '"',
    '""',
    ",",
    ",",
    "\n",
    "\r\n",
    '"a"',
    '","',
    "a,a\n",
    '"a","a"\n',
    ",\n",
    "\n\n",
    "12",
    "\x0b",
    "\0",
]
CELLS = ["a", '"a"', "", '""', '"a,b"', '"a""b"', '"a\nb"', "1 2"]


def test_what_polars_reads_is_what_the_csv_module_reads() -> None:
    taken = 0
    for seed in range(TEXTS):
        draw = random.Random(seed)
        width = draw.choice([1, 2, 2, 3])
        head = ",".join(draw.choice(["h", '"h"']) for _ in range(width)) + "\n"
        rows = [",".join(draw.choice(CELLS) for _ in range(width)) + "\n" for _ in range(draw.randint(0, 4))]
        text = head + "".join(draw.choice([*rows, draw.choice(PIECES)]) for _ in range(draw.randint(0, 7)))
        frame = _regular_rows(text.encode(), ",", width)
        if frame is None:
            continue
        taken += 1
        # A row of blank cells does not count, however it is written.
        found = [[c or "" for c in row] for row in frame.iter_rows()]
        slow = list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]
        assert [r if any(map(str.strip, r)) else [] for r in found] == [
            r if any(map(str.strip, r)) else [] for r in slow
        ], seed
    assert taken > TEXTS / 20
