"""What must not leave the computer: the folders in which a report was made."""

import html
import json
import re
from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import markupsafe

from kit.errors import KitError

DATA_URI = re.compile(r"data:[\w/+.-]+;base64,([A-Za-z0-9+/]+=*)")


def refuse_paths(folder: Path, places: Iterable[Path]) -> None:
    """Refuse (KitError, every file at once) files of `folder` that name one of `places` by its absolute path.

    Images inside a file are looked into as well.
    """
    forms = _forms(places)
    pattern = _pattern(forms)
    named = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _names(_readable(path.read_text(encoding="utf-8", errors="replace")), forms, pattern)
    ]
    if named:
        raise KitError(
            f"{name} names a folder of this computer, so the report was not published. Look for a path in "
            "what the notebooks show, and take it out of the cell that shows it."
            for name in named
        )


def _names(text: str, forms: list[str], pattern: re.Pattern[str]) -> bool:
    # To look for each form alone is far faster than the pattern, which says whether one is a word of its own.
    return any(form in text for form in forms) and pattern.search(text) is not None


def _forms(places: Iterable[Path]) -> list[str]:
    """Return each place as the system writes it, with "/", as in JSON, HTML and an address; longest first.

    A place that is a link is also what it leads to.
    """
    forms: set[str] = set()
    for place in {form for given in places for form in (given.absolute(), given.resolve())}:
        if place != Path(place.anchor):
            system, posix = str(place), place.as_posix()
            forms |= {system, posix, json.dumps(system)[1:-1], quote(posix)}
            forms |= {str(markup(text)) for text in (system, posix) for markup in (html.escape, markupsafe.escape)}
    return sorted(forms, key=lambda form: (-len(form), form))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, forms))
    # </main> is no folder.
    return re.compile(rf"(?<![\w.<-])(?:{alternatives})(?![\w-])")


def _readable(text: str) -> str:
    """Return text with what is encoded in it decoded: in an image's code anything may look like a path."""
    return DATA_URI.sub(_decoded, text)


def _decoded(found: re.Match[str]) -> str:
    code = found[1].rstrip("=")
    # What does not fill whole groups of four would be an error, and holds two letters at most.
    return b64decode(code[: len(code) // 4 * 4]).decode("utf-8", errors="replace")
