"""Word files that somebody has written into since the kit made them: none is lost when the report is made again."""

import re
import shutil
import zipfile
from pathlib import Path

from kit.documents.undated import NO_DAY

MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([^<]*)<")


def keep_commented(old: Path, new: Path) -> list[str]:
    """Copy each Word file of the folder `old` that was saved since it was made into `new`; return their new names.

    `report.docx` becomes `report-commented-1.docx`, or the next number that is free; others keep their names.
    """
    kept = []
    for path in sorted(old.glob("*.docx")):
        # Word leaves a file such as ~$report.docx while it has one open.
        if not path.name.startswith("~$") and _was_saved(path):
            new.mkdir(exist_ok=True)
            name, number = path.name, 1
            while name == "report.docx" or (new / name).exists() or (name != path.name and (old / name).exists()):
                name, number = f"report-commented-{number}.docx", number + 1
            shutil.copyfile(path, new / name)
            kept.append(name)
    return kept


def _was_saved(path: Path) -> bool:
    """Return whether a program has saved a file since: the kit dates it, and each of its parts, as no program does."""
    try:
        with zipfile.ZipFile(path) as parts:
            if any(part.date_time[0] != NO_DAY.year for part in parts.infolist()):
                return True
            found = MODIFIED.search(parts.read("docProps/core.xml"))
    except (KeyError, zipfile.BadZipFile):
        return True
    return not found or not found[1].startswith(str(NO_DAY.date()).encode())
