"""Ways in which a file is spoilt on its way from one system to another, or by someone who means harm."""

import csv
import io
import random
import re
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]

# Things that a reader may trip over, wherever they are.
ODD = [
    b'"', b'""', b'"""', b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\0", b"\x1a", b"\x1f", b"\xff\xfe", b"\x85",
    b"\xef\xbb\xbf", b"\xc2\xa0", b"\xf0\x9f\x98\x80", b"\x81", b"=1+1", b"<", b">", b"&", b"&lol;", b"]]>", b"-1",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"1e309", b"99999999999999999999", b"A1048577", b"XFE1", b"9" * 400,
    b"Total,", b"#N/A", b"NULL", b"-", b"\x0b", b"\xed\xa0\xbd", b"\xef\xbf\xbe", b"01/01/0000", b"0000-01-01",
    b"31/12/9999", b"01/04/-2021", b"01/04/+20211", b" 02:30 PM", b"20-May-20", b"<f>A1</f><v></v>", b"<v/>",
]  # fmt: skip


def flip(draw: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        out[draw.randrange(len(out))] = draw.randrange(256)
    return bytes(out)


def insert(draw: random.Random, data: bytes) -> bytes:
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(data) + 1)
        data = data[:at] + draw.choice(ODD) + data[at:]
    return data


def cut(draw: random.Random, data: bytes) -> bytes:
    return data[: draw.randrange(len(data))]


def take_out(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + data[at + draw.randint(1, 40) :]


def repeat(draw: random.Random, data: bytes) -> bytes:
    at, length = draw.randrange(len(data)), draw.randint(1, 200)
    return data[:at] + data[at : at + length] * draw.randint(2, 50) + data[at + length :]


def swap_lines(draw: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    draw.shuffle(lines)
    return b"\n".join(lines)


def swap_columns(draw: random.Random, data: bytes) -> bytes:
    lines = [line.split(b",") for line in data.split(b"\n")]
    one, other = draw.randrange(4), draw.randrange(4)
    for cells in lines:
        if len(cells) > max(one, other) and draw.random() < 0.9:
            cells[one], cells[other] = cells[other], cells[one]
    return b"\n".join(b",".join(cells) for cells in lines)


def huge_field(draw: random.Random, data: bytes) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.choice([b"x", b'"', b",", b"\n", b" ", b"<a>"]) * draw.choice([1000, 200_000]) + data[at:]


def other_encoding(draw: random.Random, data: bytes) -> bytes:
    text = data.decode("latin-1")
    return text.encode(draw.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"]))


# What is in cells: other forms of identifiers, dates, codes and blanks, and what some reader takes for its own.
CELLS = [
    "", "NULL", "nan", "#N/A", "-", "=1+1", "'1001", '="1001"', "1001.0", "1,001", "1.23E+06", "0001001", "1001_351",
    "\u200b1001", "31/12/9999", "01/01/0000", "0000-01-01", "01/04/-2021", "20-May-2020", "2020/05/20", "44000",
    "44000.5", "20.05.2020 02:30 PM", "32/13/2020", "29/02/2021", "2020-02-30", "99999999999", "1e400", "-0", "inf",
    "x" * 5_000, "0" * 40_000, '"', "a,b", "a\nb", "a\rb", "\x0b", "\x00", "\u2028", "\U0001f600", "943 476 5919",
    "a@b.co", "AB1 2CD", "E;K;;", "stage 1", "Stage One", "PN0", "pn1", "v3", "<b>", "{{x}}", "&amp;", "../x", "%s",
    "\\", "$1", "TRUE", "1/1/1", "\uff11\uff10", "\u0663", "+1", "1 001", "\ufffe", "Total", "0", "1.5", "1.0",
]  # fmt: skip
# What is in the attributes of a workbook's XML.
ATTRIBUTES = [
    "", "0", "-1", "1048577", "99999999999", "XFD1048576", "A0", "a1", "x", "\u00e9", "&#0;", "rId1", "1e9", "/",
    "..\\..", "true", "s", "e", "b", "str", "d",
]  # fmt: skip
ELEMENTS = [
    "<f>1+1</f><v></v>", '<row r="5"><c r="A5"><f>1</f><v></v></c></row>', "<row/><row><c/><c/></row>",
    '<row r="1048576"><c r="A1048576"><v>1</v></c></row>', '<row r="9"><c r="ZZZ9"><v>1</v></c></row>',
    '<mergeCells><mergeCell ref="A1:D4"/></mergeCells>', "<v>1e400</v>", "<v>nan</v>", "<t>_x000B_</t>", "<!-- -->",
    "<t>" + "A" * 40_000 + "</t>", "<?p ?>", "<![CDATA[x]]>",
]  # fmt: skip
# What YAML may trip over.
YAML = [
    ": ", "!!bool x", "&a [*a]", "*a", "<<: *a", "- ", "[", "{", "? ", "!!python/object:os.system x", "2020-02-31",
    "---\n", "\t", "| \n", "'", "\"\\0\"", "~", "%", "@", "1:59:59", "0x_", ".nan", "[" * 2_000, " " * 200_000,
    "x" * 20_000,
]  # fmt: skip


def odd_cells(draw: random.Random, data: bytes) -> bytes:
    """Put odd things into cells of a CSV text, whatever its delimiter."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        return data
    filled = [row for row in rows if row]
    for row in draw.choices(filled, k=draw.randint(1, 6)) if filled else ():
        row[draw.randrange(len(row))] = draw.choice(CELLS)
    out = io.StringIO()
    csv.writer(out, lineterminator=draw.choice(["\n", "\r\n", "\r"])).writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def odd_elements(draw: random.Random, data: bytes) -> bytes:
    """Change elements and attributes of XML: twice, gone, in another place, with an odd value."""
    text = data.decode("utf-8", "replace")
    for _ in range(draw.randint(1, 3)):
        if not (tags := re.findall(r"<[^>]+>", text)):
            break
        tag = draw.choice(tags)
        values = re.findall(r'"[^"]*"', tag)
        other = tag.replace(draw.choice(values), f'"{draw.choice(ATTRIBUTES)}"', 1) if values else tag * 2
        new = draw.choice([other, other, tag * draw.choice([2, 3]), "", draw.choice(ELEMENTS) + tag, tag[:-1]])
        text = text.replace(tag, new, draw.choice([1, 1, -1]))
    begin = draw.choice(["", "", "", "\ufeff", '<?xml version="1.1"?>', '<?xml version="1.0" encoding="utf-16"?>'])
    return (begin + text).encode("utf-8", "replace")


def odd_settings(draw: random.Random, data: bytes) -> bytes:
    """Put into a YAML text what a loader may trip over, and change how its lines are indented."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(lines))
        cut = draw.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:cut] + draw.choice(YAML) + draw.choice([lines[at][cut:], ""])
        if draw.random() < 0.3:
            lines.insert(at, " " * draw.randrange(6) + draw.choice(lines).strip())
    return "\n".join(lines).encode("utf-8", "surrogatepass")


MUTATIONS: tuple[Mutation, ...] = (
    flip, insert, cut, take_out, repeat, swap_lines, swap_columns, huge_field, other_encoding, odd_cells, odd_elements,
    odd_settings,
)  # fmt: skip


def spoil(draw: random.Random, data: bytes, like: Mutation | None = None) -> bytes:
    """Return the data spoilt in one to three ways; `like` is how most of the files of its kind are spoilt."""
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        if data:
            data = (like if like and draw.random() < 0.6 else draw.choice(MUTATIONS))(draw, data)
    return data
