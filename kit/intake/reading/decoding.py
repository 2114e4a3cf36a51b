"""From a file's bytes to UTF-8 with one kind of line end, and what was assumed on the way."""

import codecs
import io
import re

from kit.errors import KitError
from kit.files.walk import is_too_large
from kit.intake.reading.raw_file import TOO_LARGE, NoTableError, RawFile

BEGINNING = 64 * 1024
AT_ONCE = 8 * 1024 * 1024
# A damaged file, or one that is no text, holds more NUL bytes than this share.
MOST_NUL = 0.01
# What becomes of half a surrogate pair, which UTF-8 cannot hold: another character that XML forbids.
HALF = "\ufffe"
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252 (the file is not UTF-8)",
}
CONTROL_BYTES = bytes(n for n in range(0x20) if n not in b"\t\n\r")
# Files that are something else, by how they begin.
SIGNATURES = {
    b"PK\x03\x04": "is a workbook or a zip file, not text. Name a workbook .xlsx, or unpack the zip file.",
    b"%PDF": "is a PDF, not text. Export the data as CSV or XLSX.",
    b"\xd0\xcf\x11\xe0": "is an old or a password-protected workbook. Save it as XLSX without a password, or as CSV.",
    b"\x1f\x8b": "is compressed. Unpack it first.",
    b"<?xml": "is XML, not CSV. Name the return's upload .xml; save anything else as CSV or XLSX.",
    b"<!doctype": "is a web page, not CSV. Open it in Excel and save it as XLSX.",
    b"<html": "is a web page, not CSV. Open it in Excel and save it as XLSX.",
    b"<table": "is a web page, not CSV. Open it in Excel and save it as XLSX.",
}


def read_bytes(file: RawFile) -> bytes:
    """Return the file's bytes; KitError if it cannot be read, is empty, or is too large to be one council's."""
    try:
        if is_too_large(file.path):
            raise KitError(f"{file.where}: {TOO_LARGE}")
        data = file.path.read_bytes()
    except OSError as error:
        raise KitError(
            f"{file.where}: cannot be read ({error.strerror}). Close it elsewhere and check its rights."
        ) from None
    if not data[:BEGINNING].strip(b" \t\r\n\x00\x1a\xef\xbb\xbf\xfe\xff"):
        raise NoTableError(f"{file.where}: is empty. Export it again, or remove it if the council does not hold it.")
    return data


def decode(file: RawFile, data: bytes) -> tuple[bytes, str]:
    """Return (the text as UTF-8 without a byte order mark and with line feeds or CR LF, the encoding's name).

    KitError says what a file that is no text is instead.
    """
    begin = data[:16].lower()
    for signature, what in SIGNATURES.items():
        if begin.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(signature.lower()):
            raise KitError(f"{file.where}: {what}")
    encoding, start = _encoding(data)
    try:
        text = data[start:] if encoding == "utf-8" and _is_utf8(data) else _as_utf8(encoding, data, start)
    except UnicodeDecodeError as error:
        where = error.object[: error.start].count(b"\n") + 1
        raise KitError(
            f"{file.where}: line {where} holds bytes that are neither UTF-8, UTF-16 nor Windows-1252. "
            "Export it again as CSV UTF-8."
        ) from None
    text = text.removesuffix(b"\x1a")
    if text.count(b"\0") > MOST_NUL * len(text):
        line = text.count(b"\n", 0, text.find(b"\0")) + 1
        raise KitError(
            f"{file.where}: line {line} holds NUL bytes, so the file is damaged or is no text. "
            "Export it again as CSV UTF-8."
        )
    if b"\r" in text and text.count(b"\r") != text.count(b"\r\n"):
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return text, NAMES[encoding]


def has_control(text: bytes) -> bool:
    """Return whether UTF-8 holds a character that XML forbids."""
    pieces = (text[at : at + AT_ONCE] for at in range(0, len(text), AT_ONCE))
    if any(len(piece.translate(None, CONTROL_BYTES)) < len(piece) for piece in pieces):
        return True
    return not text.isascii() and re.search(b"\xef\xbf[\xbe\xbf]", text) is not None


def _encoding(data: bytes) -> tuple[str, int]:
    """Return the encoding, and at which byte of the data the text starts."""
    for mark, name in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return name, len(mark)
    # Headings are plain letters, so that in UTF-16 every other byte of theirs is NUL.
    begin = data[:200]
    even, odd = begin[::2].count(0), begin[1::2].count(0)
    if odd > len(begin) * 0.4 and even * 10 < odd:
        return "utf-16-le", 0
    if even > len(begin) * 0.4 and odd * 10 < even:
        return "utf-16-be", 0
    # Oracle writes UTF-8 with surrogate pairs.
    return ("utf-8", 0) if _is_utf8(data) or _is_utf8(data, "surrogatepass") else ("cp1252", 0)


def _is_utf8(data: bytes, errors: str = "strict") -> bool:
    try:
        return data.isascii() or data.decode("utf-8", errors) is not None
    except UnicodeDecodeError:
        return False


def _as_utf8(encoding: str, data: bytes, start: int) -> bytes:
    """Return the text from `start` on as UTF-8, made piece by piece: as Python's text it would be there once more."""
    errors = "strict" if encoding == "cp1252" else "surrogatepass"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    text = io.BytesIO()
    try:
        for at in range(start, len(data), AT_ONCE):
            text.write(_whole(decoder.decode(data[at : at + AT_ONCE])).encode("utf-8"))
        text.write(_whole(decoder.decode(b"", final=True)).encode("utf-8"))
    except UnicodeDecodeError:
        # That is the place in a piece; this, in the file.
        data[start:].decode(encoding, errors)
        raise
    return text.getvalue()


def _whole(text: str) -> str:
    """Return the text with each surrogate pair as its one character, and `HALF` for each half of one."""
    paired = re.sub("[\ud800-\udbff][\udc00-\udfff]", _paired, text)
    return re.sub("[\ud800-\udfff]", HALF, paired)


def _paired(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
