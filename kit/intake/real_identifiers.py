"""`--real-ids`: the case system's identifiers by pseudonym, worked out from the raw files and the key, and not kept."""

from dataclasses import replace

from kit.errors import KitError
from kit.intake.read import read_files
from kit.intake.survey import Survey
from kit.paths import Places
from kit.protection.pseudonyms import IDENTIFIED


def real_identifiers(places: Places, found: Survey) -> dict[str, str]:
    """Return by pseudonym every identifier of the files that were found; nothing of it is written.

    KitError if identifiers are not pseudonyms here, or if a raw file cannot be read.
    """
    if found.pseudonym_key is None:
        raise KitError(
            "council.yml: identifiers are not pseudonyms here, as pseudonymise is not true. They are the case system's "
            "own without --real-ids (real_ids=True): leave it out.",
            wrong_use=True,
        )
    read = read_files(places, replace(found, pseudonym_key=None))
    if read.faults:
        raise KitError(read.faults)
    real: dict[str, str] = {}
    for rows in (part.rows for part in read.parts):
        for column, kind in IDENTIFIED.items():
            if column in rows.columns:
                known = rows[column].drop_nulls().unique()
                real |= {found.pseudonym_key.pseudonym(kind, each): each for each in known}
    return real
