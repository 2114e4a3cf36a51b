"""What was made under another key of pseudonyms: removed if the kit makes it again, named if people work in it.

With pseudonyms switched on or off, or another key, lists and figures of other years or days would still name children
as they were named before. Which key a council's folders are of is kept beside them, by its fingerprint.
"""

import re
import shutil

from kit.figures.audit_records import SHEET
from kit.files.permissions import private
from kit.files.walk import files_below
from kit.paths import CHECKOUT, NOTEBOOKS, SCRATCH, Places, shown
from kit.protection.pseudonyms import SecretKey

RECORD = "made_with_key.txt"
WITHOUT = "no pseudonyms"
# What a run that was killed left of folders that it was filling, or had put aside.
HALF_MADE = re.compile(r"\..+(-new-\d+|-before)")


def forget_other_keys(places: Places, key: SecretKey | None) -> list[str]:
    """Remove what was made of a council under another key than `key`, and return what its people should know.

    To be called by the run that holds the council's lock. OSErrors pass, as of a list that is open in Excel.
    """
    record = places.data / places.council / RECORD
    now = key.fingerprint if key else WITHOUT
    before = record.read_text(encoding="utf-8").strip() if record.is_file() else ""
    if before == now:
        return []
    # Of older folders nobody knows: as there are no pseudonyms now, they hold nothing that is not told anyway.
    why = f"Pseudonyms were switched {'on' if key else 'off'}, or their key is another: what was made before is"
    if not before:
        why = "It is not known under which key of pseudonyms this was made, so it is"
    told = [] if key is None and not before else _forget(places, why)
    record.write_text(f"{now}\n", encoding="utf-8", newline="\n")
    private(record)
    return told


def _forget(places: Places, why: str) -> list[str]:
    folders = (places.extracts, places.results, places.chapters, places.problems, places.due, places.failed)
    removed = [folder for folder in folders if folder.is_dir() and any(folder.iterdir())]
    # Within them, as one that is a link stays.
    found = [path for folder in removed for path in folder.iterdir()]
    beside = [folder for folder in (places.data / places.council, places.audits) if folder.is_dir()]
    found += [path for folder in beside for path in folder.iterdir() if HALF_MADE.fullmatch(path.name)]
    for path in found:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    told = []
    if removed:
        names = ", ".join(f"{shown(folder)}/" for folder in removed)
        told.append(f"{why} removed, and made again when you ask for it: {names}.")
    if left := _peoples(places):
        told.append(
            f"People work in these, so they are left, and may name children as before: {', '.join(left)}. Remove what "
            "is no longer needed, and run notebooks again."
        )
    return told


def _peoples(places: Places) -> list[str]:
    """Return the folders in which people fill in what the kit made, or keep what it showed."""
    sheets = [path.parent for path in files_below(places.audits) if path.name == SHEET]
    notebooks = [CHECKOUT / "work" / places.council, NOTEBOOKS / SCRATCH]
    kept = [folder for folder in notebooks if files_below(folder)]
    return [f"{shown(folder)}/" for folder in (*sheets, *kept)]
