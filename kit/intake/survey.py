"""What is in a council's folder, before any of it is read: the loaded years, their files, and the key of it all."""

from dataclasses import dataclass
from pathlib import Path

from kit.errors import KitError
from kit.extracts.notes import Note
from kit.files.code_hash import code_hash
from kit.files.kept import key_of
from kit.files.walk import entries, sha256
from kit.intake.reading import RawFile
from kit.intake.year_folders import find_files, loaded_years
from kit.paths import DFE_RULES, Places
from kit.protection.pseudonyms import SecretKey, read_key
from kit.settings.load import load_settings
from kit.settings.mappings import mappings_for, why_not_used
from kit.settings.settings import Settings


@dataclass(frozen=True)
class Survey:
    """The loaded years, ascending, and the files to read, with each year's settings and the key of the pseudonyms.

    `key` changes when the files' content, the settings that they are read with or the reading code does; `read_with`
    when the loaded years, these settings or this code do; `seen` when a name, a byte of a file or of a setting, or the
    pseudonyms' key does.
    """

    years: tuple[int, ...]
    files: tuple[RawFile, ...]
    digests: dict[Path, str]
    notes: tuple[Note, ...]
    key: str
    settings: dict[int, Settings]
    pseudonym_key: SecretKey | None
    read_with: str
    seen: str


def survey(places: Places, year: int) -> Survey:
    """Return what the loaded years that end at `year` hold; KitError if there is no such year or a name is wrong."""
    years, notes = loaded_years(places, year)
    files: list[RawFile] = []
    faults: list[str] = []
    settings: dict[int, Settings] = {}
    for y in years:
        try:
            settings[y] = load_settings(places, y)
            found, unread = find_files(places.raw / str(y), y)
            notes += unread
            for f in found:
                if why := _why_not_read(f, settings[y]):
                    notes.append(f.not_read(why))
                else:
                    files.append(f)
        except KitError as error:
            # A fault of council.yml is one fault, however many years there are.
            faults += [m for m in error.messages if m not in faults]
    if faults:
        raise KitError(faults)
    digests: dict[Path, str] = {}
    for file in files:
        try:
            digests[file.path] = sha256(file.path)
        except OSError as error:
            what = f"cannot be read ({error.strerror}). Close it elsewhere and check that you may read it."
            faults.append(f"{file.where}: {what}")
    if faults:
        raise KitError(faults)
    key = read_key(places, settings[year])
    read_with = [(y, s.mappings, s.moved_by) for y, s in settings.items()]
    by = key_of(years, read_with, key.fingerprint if key else "", code_hash(DFE_RULES))
    content = key_of([(f.year, f.name, digests[f.path]) for f in files], notes, by)
    seen = _seen(places, year, digests, key)
    return Survey(tuple(years), tuple(files), digests, tuple(notes), content, settings, key, by, seen)


def has_changed(places: Places, found: Survey) -> bool:
    """Return whether a file or a setting is no longer what it was when `found` was made: only bytes are compared."""
    try:
        year = found.years[-1]
        digests = {path: sha256(path) for path in found.digests}
        return _seen(places, year, digests, read_key(places, found.settings[year])) != found.seen
    # What cannot be read now could be read before.
    except (OSError, KitError):
        return True


def _seen(places: Places, year: int, digests: dict[Path, str], key: SecretKey | None) -> str:
    years, notes = loaded_years(places, year)
    names = [path.name for y in years for path in entries(places.raw / str(y))]
    settings = [(path.name, sha256(path)) for path in entries(places.council_params) if path.suffix == ".yml"]
    files = [(str(path), digest) for path, digest in digests.items()]
    return key_of(years, notes, names, settings, files, key.fingerprint if key else "")


def _why_not_read(file: RawFile, settings: Settings) -> str:
    if mappings_for(file.kind_in_name, settings.mappings):
        return ""
    return why_not_used(file.kind_in_name, settings.use) or ""
