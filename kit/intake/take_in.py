"""Intake: a council's raw files become typed extracts, and every row is kept, superseded or listed.

Extracts are in `data/<council>/extracts/<extract>/year=<Y>/` as Parquet beside a `manifest.json`, those of an older
export in `earlier/<its export date>.parquet` there. They are written aside and swapped in whole, so that a run that
fails leaves the last good ones as they were.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.extracts.stored import Intake, older_exports, read_intake, stored_at
from kit.files.disk_errors import writing
from kit.files.locks import only_run
from kit.files.swap import replacing
from kit.files.telling import say
from kit.intake.survey import Survey, has_changed, survey
from kit.paths import Places, shown
from kit.problems.known import KnownProblem, Stopped, stopping
from kit.protection.other_keys import forget_other_keys

if TYPE_CHECKING:
    from kit.protection.pseudonyms import SecretKey

COPY_DATA = ", or copy its raw files and name the folder of the copy with --data"


@contextmanager
def using_extracts(places: Places, key: "SecretKey | None") -> Iterator[None]:
    """Hold the council's extracts while the block builds and reads them: no other run changes them meanwhile.

    What was made under another `key` of pseudonyms is removed before, and that is told.
    """
    folder = places.data / places.council
    with writing(folder, otherwise=COPY_DATA), only_run(folder / ".lock", lambda _: None):
        for line in forget_other_keys(places, key):
            say(line)
        yield


def take_in(
    places: Places,
    year: int,
    known: Iterable[KnownProblem] = (),
    known_in: str = "",
    *,
    found: Survey | None = None,
    again: bool = False,
) -> Intake:
    """Build the extracts of the loaded years that end at `year`, or return those that are there and up to date.

    `found` is what is there, if the caller has looked. With `again` every file is read, also if nothing has changed.

    KitError holds everything that stops it, in all files at once: files that cannot be read or match nothing, two of
    one kind and export date, a year without its statutory files, and problems whose rule stops the run unless they are
    among those `known` in the file `known_in`.
    """
    found = found or survey(places, year)
    before = None if again else whole_intake(places)
    if before and before.key == found.key:
        if stops := stopping(before.problems, known, known_in, reading=True):
            raise Stopped(stops)
        return before
    # Most runs find the extracts ready: what reads files takes as long to import as they take altogether.
    from kit.intake.read import read_files
    from kit.intake.store import store

    read = read_files(places, found, before, again=again)
    stops = stopping(read.problems, known, known_in, reading=True)
    if read.faults:
        raise KitError([*read.faults, *stops])
    if stops:
        raise Stopped(stops)
    # A file that was saved while it was read is not the one whose hash stands for it.
    if has_changed(places, found):
        raise KitError(changed_meanwhile(places))
    with replacing(places.extracts) as folder:
        intake = store(read, folder)
    return replace(intake, folder=places.extracts)


def changed_meanwhile(places: Places) -> str:
    """Return what is told if a council's files or settings change while they are read."""
    where = f"{shown(places.raw)}, {shown(places.council_params)}"
    return f"{where}: a file changed while it was read. Nothing was changed; run it again once all are saved."


def ready_intake(places: Places, found: Survey) -> Intake | None:
    """Return the council's extracts as they are there, or None if they are not those of what was found."""
    ready = whole_intake(places)
    return ready if ready and ready.key == found.key else None


def whole_intake(places: Places) -> Intake | None:
    """Return the council's extracts as they are there, whatever they are of, or None if any is missing."""
    there = read_intake(places.extracts)
    return there if there and _is_whole(there) else None


def _is_whole(intake: Intake) -> bool:
    older = [stored_at(intake.folder, one, older=True) for one, _ in older_exports(intake.accounts)]
    return all(path.is_file() for path in (*older, *(stored_at(intake.folder, a) for a in intake.accounts)))
