"""Saving a CSV or a workbook: whole or not at all, in a safe place, for its owner alone if internal."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from kit.errors import KitError
from kit.files.disk_errors import writing
from kit.files.held_open import held_open, move
from kit.files.permissions import FILE
from kit.files.xlsx import Sheet, write_workbook
from kit.paths import Places, shown

# By it Excel knows that a file is UTF-8; without, letters like é and – are shown as others.
BYTE_ORDER_MARK = "\ufeff"


def save_csv(pieces: Iterable[str], to: Path, *, internal: bool) -> None:
    """Write the pieces of a CSV into the file `to`, with UTF-8's byte order mark, in place of what was there.

    KitError if the disk or another program keeps it from being written: what was there stays as it was. An
    `internal` file is its owner's alone, from its first byte on.
    """
    new = to.with_name(f".{to.stem}-new-{os.getpid()}.csv")
    with writing(to.parent, otherwise=", or name another file with --to"):
        try:
            if held_open(to):
                raise PermissionError(13, os.strerror(13), str(to))
            # An earlier process of the same number may have been killed.
            new.unlink(missing_ok=True)
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE if internal else 0o666)
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(BYTE_ORDER_MARK)
                file.writelines(pieces)
            move(new, to)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def save_workbook(
    sheets: Sequence[Sheet], to: Path, *, internal: bool, otherwise: str = ", or name another file"
) -> None:
    """Write a workbook in place of what was there, whole or not at all; an `internal` one is its owner's alone.

    `otherwise` is what a message says can be done besides making room, or closing the file.
    """
    new = to.with_name(f".{to.stem}-new-{os.getpid()}.xlsx")
    with writing(to.parent, otherwise=otherwise):
        try:
            if held_open(to):
                raise PermissionError(13, os.strerror(13), str(to))
            new.unlink(missing_ok=True)
            os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE if internal else 0o666))
            write_workbook(new, sheets)
            move(new, to)
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)


def refuse_place(to: Path | None, places: Places, *, internal: bool, ending: str = ".csv", option: str = "--to") -> str:
    """Refuse a place in which a list would do harm (KitError); return what to say of one in which it might, or "".

    `to` is to be named .csv (or to have another `ending`), in a folder that is there, and in no folder of raw files, as
    what is in those is read.
    What is `internal` may not be put into a place from which git would take it.
    """
    if to is None:
        return ""
    folder = to.absolute().parent.resolve()
    raw = [path.resolve() for path in (places.raw, *places.data.glob("*/raw"))]
    if to.is_dir():
        fault = f"is a folder. Name a file in it: {shown(to / f'figures{ending}')}"
    elif to.suffix.lower() != ending:
        fault = f"its name must end in {ending}, as in {to.stem or 'figures'}{ending}: a spreadsheet knows it by that."
    elif not folder.is_dir():
        fault = f"there is no folder {shown(folder)}. Make it, or name a file in another."
    elif any(folder.is_relative_to(path) for path in raw):
        fault = "what is in a folder of raw files is read as a council's file. Name a file elsewhere."
    elif not _git_takes(to):
        return ""
    elif internal:
        fault = "git would take it, and it shows children. Name a file that git ignores: "
        fault += f"*{ending} elsewhere, or in reports/."
    else:
        return f"Git does not ignore {shown(to)}: look before you commit it."
    raise KitError(f"{option} {shown(to)}: {fault}", wrong_use=True)


def _git_takes(to: Path) -> bool:
    """Return whether the file is in a folder that git keeps, and git would take it; False if there is no git."""
    try:
        done = subprocess.run(
            ["git", "check-ignore", "--quiet", to.name],
            cwd=to.absolute().parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return False
    return done.returncode == 1
