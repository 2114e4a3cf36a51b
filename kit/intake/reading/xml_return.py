"""Reading the return as its XML upload: one file holds several extracts, child by child.

Source of the structure: the DfE's schema of the expanded SSDA903 return. `EXPSSDA903` holds `CHILD`, that `HEADER` and
`EPISODE`; what is there once for a child are elements of `HEADER`, what may repeat (`AREVIEW`, `AMISSING`, …) are
elements in it with their own. CHILD and PLACE are called CHILDID and PL there.
"""

from pyexpat import ExpatError, ParserCreate

import polars as pl

from kit.errors import KitError
from kit.extracts import CORE, EXTRACTS
from kit.extracts.columns import BLANK, Extract
from kit.intake.reading.cells import Source, read_cells
from kit.intake.reading.raw_file import RawFile
from kit.intake.reading.recognition import distinctive
from kit.intake.reading.text_table import TextTable
from kit.text import printable

ROOT, CHILD, HEADER = "EXPSSDA903", "CHILD", "HEADER"
IN_THE_CONTRACT = {"CHILDID": "CHILD", "PL": "PLACE"}
ONCE_A_CHILD = ("oc3", "ad1", "uasc")
AT_ONCE = 64 * 1024
ROWS_AT_ONCE = 20_000
LONGEST_VALUE = 32_767
DEEPEST = 8

Record = dict[str, str]


class _Refused(Exception):
    """The file is not read; the text says why, for a message."""


def read_return(file: RawFile, data: bytes) -> list[tuple[Extract, TextTable]]:
    """Return every extract that the return holds, the core ones always.

    A row's number is that of its element in the file, counted from 1 among those of one name: the third AREVIEW is
    row 3 of the reviews. KitError says at which place a file that is no such return stops being one.
    """
    reader = _Reader()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for at in range(0, len(data), AT_ONCE):
            parser.Parse(data[at : at + AT_ONCE], False)
        parser.Parse(b"", True)
    except _Refused as error:
        raise KitError(f"{file.where}, line {parser.CurrentLineNumber}: {error}") from None
    except ExpatError as error:
        raise KitError(f"{file.where}, line {error.lineno}: is not well-formed XML. Export the return again.") from None
    except (LookupError, ValueError):
        raise KitError(f"{file.where}: its encoding is not known. Export the return again as UTF-8.") from None
    unused = ", ".join(printable(name) for name in sorted(reader.unused)[:20])
    assumed = "XML, row numbers are those of the elements" + (f", elements not read: {unused}" if unused else "")
    return [
        (EXTRACTS[name], _text_table(EXTRACTS[name], table.frame(), assumed))
        for name, table in reader.tables.items()
        if name in CORE or table.count
    ]


def _text_table(extract: Extract, rows: pl.DataFrame, assumed: str) -> TextTable:
    read = read_cells(rows, extract.columns, Source(heading_row=1))
    return TextTable(read.rows, extract.headings, 1, 0, 0, read.serials, assumed, read.listed)


def _refuse(*_: object) -> None:
    raise _Refused("holds a document type declaration, which the return does not need. Export it again.")


class _Table:
    """The rows of one extract as they come."""

    def __init__(self, extract: Extract) -> None:
        self.headings = extract.headings
        self.schema = {"row": pl.Int64(), **dict.fromkeys(self.headings, pl.String())}
        self.frames = [pl.DataFrame(schema=self.schema)]
        self.rows: list[tuple[int | str | None, ...]] = []
        self.count = 0

    def add(self, number: int, record: Record) -> None:
        self.rows.append((number, *(record.get(h) for h in self.headings)))
        self.count += 1
        if len(self.rows) == ROWS_AT_ONCE:
            self.frames.append(pl.DataFrame(self.rows, schema=self.schema, orient="row"))
            self.rows = []

    def frame(self) -> pl.DataFrame:
        return pl.concat([*self.frames, pl.DataFrame(self.rows, schema=self.schema, orient="row")])


class _Reader:
    """What expat calls: gathers a child's records, and gives them out when the child ends."""

    def __init__(self) -> None:
        self.tables = {e.name: _Table(e) for e in EXTRACTS.values() if e.statutory}
        self.known = {h for t in self.tables.values() for h in t.headings} | {"UASC"}
        self.unused: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.elements: dict[str, str] = {}
        self.path: list[str] = []
        self.text: list[str] = []
        self.records: list[Record] = []
        self.child: Record = {}
        self.found: list[tuple[str, int, Record]] = []
        self.is_leaf = True

    def start(self, tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].upper()
        if not self.path and name != ROOT:
            raise _Refused(f"is not the return: its outermost element is not {ROOT}.")
        if len(self.path) == DEEPEST:
            raise _Refused("has elements within elements deeper than the return has.")
        if "".join(self.text).strip():
            raise _Refused("has text, but elements belong there.")
        self.path.append(name)
        self.records.append({})
        self.text = []
        self.is_leaf = True
        if len(self.path) == 2 and name == CHILD:
            self.child, self.found = {}, []
        if len(self.path) > 1:
            self.numbers[name] = self.numbers.get(name, 0) + 1

    def characters(self, text: str) -> None:
        self.text.append(text)

    def end(self, _: str) -> None:
        name, record = self.path.pop(), self.records.pop()
        value = "".join(self.text).strip()
        self.text = []
        if self.is_leaf and not record and len(self.path) > 2:
            self._value(name, value)
        elif value:
            raise _Refused("has text, but elements belong there.")
        elif len(self.path) == 1 and name == CHILD:
            self._child(self.numbers[CHILD])
        elif name == HEADER and len(self.path) == 2:
            self.child = record
        elif record:
            self._record(name, record)
        elif len(self.path) == 1:
            self.unused.add(name)
        self.is_leaf = False

    def _value(self, name: str, value: str) -> None:
        heading = IN_THE_CONTRACT.get(name, name)
        if len(value) > LONGEST_VALUE:
            raise _Refused(f"has a value longer than {LONGEST_VALUE:,} characters.")
        if heading not in self.known:
            if value:
                self.unused.add(name)
            return
        if heading in self.records[-1]:
            raise _Refused(f"has {name} twice in one {self.path[-1]}. Give it once.")
        self.records[-1][heading] = value

    def _record(self, name: str, record: Record) -> None:
        kind = next((e for e in self.tables if distinctive(e) & record.keys()), None)
        if kind and CHILD in self.path:
            self._is_in(kind, name)
            self.found.append((kind, self.numbers[name], record))
        else:
            self.unused.add(name)

    def _child(self, number: int) -> None:
        once = {h: v for h, v in self.child.items() if v}
        who = {h: once[h] for h in ("CHILD", "DOB") if h in once}
        self.tables["header"].add(number, once)
        given = {h for h, v in once.items() if v.lower() not in BLANK}
        for kind in ONCE_A_CHILD:
            if distinctive(kind) & given or (kind == "uasc" and once.get("UASC") == "1"):
                self._is_in(kind, HEADER)
                self.tables[kind].add(number, once)
        for kind, place, record in self.found:
            self.tables[kind].add(place, who | {h: v for h, v in record.items() if v})

    def _is_in(self, kind: str, name: str) -> None:
        """Refuse a second name for the elements of one extract: two rows would have one number."""
        if self.elements.setdefault(kind, name) != name:
            raise _Refused(f"has {kind} in elements of two names. Export the return again.")
