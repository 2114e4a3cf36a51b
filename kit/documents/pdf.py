"""A document as a PDF that a screen reader can read (PDF/UA-1), with fonts of its own: the same on every computer."""

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kit.documents.blocks import DataTable, Document, Paragraph, Span, column_widths, every_block
from kit.paths import TEMPLATES

if TYPE_CHECKING:
    import typst

TEMPLATE = TEMPLATES / "report.typ"
# The second comes with typst, and has what the first lacks: Arabic, arrows.
FONTS = ("Source Sans Pro", "DejaVu Sans Mono")
LETTER = (
    f'#set document(title: "A letter")\n#set text(font: ("{FONTS[0]}", "{FONTS[1]}"))\n#sys.inputs.letter\n'.encode()
)
STYLES = ("Regular", "It", "Bold", "BoldIt")
# What the first font has is not tried out letter by letter.
USUAL = re.compile(r"[\u0020-\u017f\u2010-\u2026\u2212]")


def as_pdf(document: Document, author: str) -> bytes:
    """Return the document as a tagged PDF with bookmarks, page numbers and running heads.

    What is at the head of a draft is on each of its pages. A letter that neither font has (an emoji) is told by its
    name in Unicode. No day or hour is written into the file but those in its words.
    """
    import typst

    language, _, region = document.language.partition("-")
    places = {place for block in every_block(document.blocks) if (place := getattr(block, "id", ""))}
    internal = any(isinstance(block, Paragraph) and block.kind == "internal" for block in every_block(document.blocks))
    page = {
        "title": document.title,
        "author": author,
        "mark": "For internal use only" if internal else "",
        "lang": language,
        "region": region or None,
        "fonts": FONTS,
        "blocks": [_plain(block, places) for block in document.blocks],
    }
    words = json.dumps(page, ensure_ascii=False)
    with TemporaryDirectory() as folder:
        fonts = _fonts(Path(folder))
        for letter in sorted(set(USUAL.sub("", words))):
            if not _has(letter, fonts):
                words = words.replace(letter, f"[{unicodedata.name(letter, 'no name').lower()}]")
        template, given = TEMPLATE.read_bytes(), {"page": words}
        return typst.compile(template, font_paths=fonts, sys_inputs=given, format="pdf", pdf_standards="ua-1")


def _fonts(folder: Path) -> "typst.Fonts":
    """Return the fonts, and no others of this computer; of each style one file, as a package may hold two."""
    import typst

    package = files("font_source_sans_pro") / "files"
    for style in STYLES:
        (folder / f"{style}.ttf").write_bytes((package / f"SourceSansPro-{style}.ttf").read_bytes())
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])


def _has(letter: str, fonts: "typst.Fonts") -> bool:
    """Return whether the fonts have a letter: PDF/UA allows no others."""
    import typst

    try:
        typst.compile(LETTER, font_paths=fonts, sys_inputs={"letter": letter}, pdf_standards="ua-1")
    except typst.TypstError:
        return False
    return True


def _plain(value: Any, places: set[str]) -> Any:
    """Return a block as plain values for the template: a link only to a place that is in the document."""
    if not is_dataclass(value) or isinstance(value, type):
        return [_plain(one, places) for one in value] if isinstance(value, tuple) else value
    made = {name: _plain(getattr(value, name), places) for name in _names(type(value))}
    if isinstance(value, Span):
        place = value.link.removeprefix("#")
        return made | {"link": place if value.link.startswith("#") and place in places else ""}
    if isinstance(value, DataTable):
        made["widths"] = column_widths(list(zip(value.head, *value.rows, strict=True)))
    return made | {"type": type(value).__name__.lower()}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
