"""Reading one file as text: nothing is guessed from its cells, and each row keeps the number that Excel shows."""

import hashlib
import io
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from kit.errors import KitError
from kit.years import printable

READ = (".csv", ".xlsx")


@dataclass(frozen=True)
class RawFile:
    """A file of a year's folder: its name, and the export date that its name may end in (`send@2021-04-19.csv`)."""

    path: Path
    year: int

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def kind_in_name(self) -> str:
        return self.path.stem.split("@", 1)[0].strip().lower()

    @property
    def export_date(self) -> str:
        """The date after "@" as yyyy-mm-dd, or an empty string where the name has none."""
        return self.path.stem.partition("@")[2].strip()

    @property
    def where(self) -> str:
        return f"{printable(self.name, 80)} ({self.year})"


@dataclass(frozen=True)
class TextTable:
    """A file as text: `rows` has the file's own headings (trimmed) and `row`, the row number as Excel shows it.

    `blank_rows` counts rows without any value, which are no rows of data. `assumed` says how the file was read.
    """

    rows: pl.DataFrame
    headings: tuple[str, ...]
    blank_rows: int
    assumed: str


def find_files(folder: Path, year: int) -> tuple[list[RawFile], list[str]]:
    """Return the files of a year's folder in order of name, and a sentence for each file that is not read.

    Raises KitError where an export date in a name is none.
    """
    files, unread, faults = [], [], []
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.startswith((".", "~$")) or path.name in ("Thumbs.db", "desktop.ini") or path.is_dir():
            continue
        file = RawFile(path, year)
        if path.suffix.lower() not in READ:
            unread.append(f"{file.where} was not read: it is neither CSV nor XLSX.")
        elif "@" in path.stem and not _is_iso_date(file.export_date):
            faults.append(
                f"{file.where}: what follows @ is not a date. Name it like {file.kind_in_name}@2021-04-19.csv."
            )
        else:
            files.append(file)
    if faults:
        raise KitError(faults)
    return files, unread


def sha256(path: Path) -> str:
    """Return the file's SHA-256 as hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_text_table(file: RawFile) -> TextTable:
    """Return the file's rows as text; KitError says what is wrong with a file that cannot be read."""
    try:
        data = file.path.read_bytes()
    except OSError as error:
        raise KitError(
            f"{file.where}: cannot be read ({error.strerror}). Close it elsewhere and check its rights."
        ) from None
    if not data.strip():
        raise KitError(f"{file.where}: is empty. Export it again, or remove it if the council does not hold it.")
    frame, assumed = _read_xlsx(file, data) if file.path.suffix.lower() == ".xlsx" else _read_csv(file, data)
    headings = tuple((name or "").strip() for name in frame.row(0))
    repeated = sorted({h for h in headings if headings.count(h) > 1})
    if repeated or "" in headings:
        what = f"the heading {', '.join(repeated)} stands twice" if any(repeated) else "a column has no heading"
        raise KitError(f"{file.where}: {what}. Give each column one heading of its own.")
    frame = frame.slice(1).rename(dict(zip(frame.columns, headings, strict=True)))
    trimmed = pl.all().str.strip_chars()
    frame = frame.select(pl.when(trimmed != "").then(trimmed).name.keep()).with_row_index("row", offset=2)
    frame = frame.with_columns(pl.col("row").cast(pl.Int64))
    full = frame.filter(pl.any_horizontal(pl.exclude("row").is_not_null()))
    return TextTable(full, headings, frame.height - full.height, assumed)


def _read_csv(file: RawFile, data: bytes) -> tuple[pl.DataFrame, str]:
    try:
        text, assumed = data.decode("utf-8-sig"), "UTF-8, comma, header in row 1"
    except UnicodeDecodeError:
        text, assumed = data.decode("cp1252", errors="replace"), "Windows-1252, comma, header in row 1"
    # The header is read as data, so that a heading that stands twice is seen and not renamed.
    try:
        frame = pl.read_csv(io.BytesIO(text.encode()), infer_schema=False, has_header=False)
    except (pl.exceptions.PolarsError, ValueError):
        raise KitError(
            f"{file.where}: the rows have different numbers of cells, or a quotation mark is not closed. "
            "Export it again as CSV with commas."
        ) from None
    return frame, assumed


def _read_xlsx(file: RawFile, data: bytes) -> tuple[pl.DataFrame, str]:
    import fastexcel

    try:
        book = fastexcel.read_excel(data)
        sheet = book.sheet_names[0]
        table = book.load_sheet(sheet, header_row=None, dtypes="string")
        frame = table.to_polars()
    except Exception:  # the reader's own exceptions quote cells
        raise KitError(f"{file.where}: is not a workbook that can be read. Save it again as XLSX, or as CSV.") from None
    if len(book.sheet_names) > 1:
        raise KitError(f"{file.where}: has {len(book.sheet_names)} sheets. Keep one, so that it is clear which holds.")
    return frame.cast(pl.String), "XLSX, first sheet, header in row 1"


def _is_iso_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
