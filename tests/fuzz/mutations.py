"""Ways in which a file is spoilt on its way from one system to another, or by someone who means harm."""

import random
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]

# Things that a reader may trip over, wherever they stand.
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


MUTATIONS: tuple[Mutation, ...] = (
    flip, insert, cut, take_out, repeat, swap_lines, swap_columns, huge_field, other_encoding,
)  # fmt: skip


def spoil(draw: random.Random, data: bytes) -> bytes:
    """Return the data spoilt in one to three ways."""
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        if data:
            data = draw.choice(MUTATIONS)(draw, data)
    return data
