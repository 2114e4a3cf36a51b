"""Pseudonyms: identifiers replaced under a secret key, so that the same child keeps one across years and extracts.

Keyed BLAKE2b (RFC 7693) with a personalisation for each kind of identifier, 16 bytes as hexadecimal digits. Without
the key nobody can work an identifier out, not even by trying all of them; who holds the key can. The key is outside
the project.
"""

import hashlib
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from kit.errors import KitError
from kit.extracts.columns import Extract
from kit.paths import CHECKOUT, Places, shown
from kit.settings.settings import Settings

ENVIRONMENT = "KIT_KEY_FILE"
SHORTEST = 32
LONGEST = 1 << 20
# By the column's name in the extract: what it identifies.
IDENTIFIED = {"child_id": "child", "iro_id": "iro", "escalation_id": "escalation", "sw_id": "social worker"}
MAKE_ONE = "Make one with: python -m kit key PATH (outside the project), and name it in council.yml as key_file."


@dataclass(frozen=True)
class SecretKey:
    """A secret key; it shows itself by its fingerprint only."""

    secret: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """Sixteen digits that tell two keys apart and give neither away."""
        return hashlib.blake2b(b"fingerprint", key=self._fitting, digest_size=8, person=b"kit key").hexdigest()

    def pseudonym(self, kind: str, identifier: str) -> str:
        """Return the pseudonym of an identifier of that kind: 32 hexadecimal digits. Leading zeros matter."""
        person = f"kit {kind}".encode()[:16]
        text = identifier.strip().encode("utf-8")
        return hashlib.blake2b(text, key=self._fitting, digest_size=16, person=person).hexdigest()

    @property
    def _fitting(self) -> bytes:
        # BLAKE2b takes at most 64 bytes.
        return self.secret if len(self.secret) <= 64 else hashlib.blake2b(self.secret).digest()


def read_key(places: Places, settings: Settings) -> SecretKey | None:
    """Return the council's key, or None if it does not pseudonymise. KitError says why a key file is refused."""
    if not settings.pseudonymise:
        return None
    named = os.environ.get(ENVIRONMENT, settings.key_file)
    if not named.strip() and ENVIRONMENT in os.environ:
        raise KitError(f"{ENVIRONMENT} holds nothing. Name the key file, or remove it for that of council.yml.")
    if not named.strip():
        raise KitError(f"pseudonymise is true, but no key file is named. {MAKE_ONE} Or set {ENVIRONMENT}.")
    path = Path(named).expanduser()
    faults = _faults(path, places)
    if faults:
        raise KitError(f"{shown(path)}: {fault}" for fault in faults)
    try:
        return SecretKey(path.read_bytes())
    except OSError as error:
        raise KitError(f"{shown(path)}: the key file cannot be read ({error.strerror}).") from None


def _faults(path: Path, places: Places) -> list[str]:
    try:
        real, about = path.resolve(strict=True), path.stat()
    except (OSError, RuntimeError):
        return [f"there is no such key file. {MAKE_ONE}"]
    if not stat.S_ISREG(about.st_mode):
        return [f"is not a file. {MAKE_ONE}"]
    faults = []
    if any(real.is_relative_to(folder.resolve()) for folder in (CHECKOUT, places.data / places.council)):
        faults.append("the key is in the project or beside the data that it protects. Move it elsewhere.")
    if about.st_size < SHORTEST:
        faults.append(f"the key has {about.st_size} bytes; {SHORTEST} are needed. {MAKE_ONE}")
    if about.st_size > LONGEST:
        faults.append(f"is too large for a key. {MAKE_ONE}")
    if os.name == "posix" and about.st_mode & 0o077:
        faults.append(f"others may read the key. Take their rights away: chmod 600 {path.name}")
    return faults


def make_key(path: Path) -> SecretKey:
    """Write a new random key of 32 bytes, readable by its owner alone; KitError if something is there already."""
    path = path.expanduser()
    if path.resolve().is_relative_to(CHECKOUT):
        raise KitError(f"{shown(path)}: choose a place outside the project for the key.", wrong_use=True)
    secret = secrets.token_bytes(SHORTEST)
    try:
        # In one step: never over another file, and never readable by others, not even for a moment.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        raise KitError(f"{shown(path)}: is there already. A key is never overwritten; choose another name.") from None
    except OSError as error:
        raise KitError(f"{shown(path)}: the key cannot be written ({error.strerror}).") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secret)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise KitError(f"{shown(path)}: the key cannot be written ({error.strerror}).") from None
    return SecretKey(secret)


def with_real(rows: pl.DataFrame, real: Mapping[str, str]) -> pl.DataFrame:
    """Return rows with the case system's identifiers in place of pseudonyms: `real` has them by pseudonym."""
    texts = [name for name, kind in rows.schema.items() if kind in (pl.String, pl.Enum, pl.Categorical)]
    return rows.with_columns(pl.col(texts).cast(pl.String).replace(dict(real))) if real and texts else rows


def pseudonymised(rows: pl.DataFrame, extract: Extract, key: SecretKey) -> pl.DataFrame:
    """Return a file's rows as text with pseudonyms in place of the identifiers of its columns."""
    columns = [c for c in extract.columns if c.name in IDENTIFIED and c.heading in rows.columns]
    new = []
    for column in columns:
        given = rows[column.heading]
        known = {v: key.pseudonym(IDENTIFIED[column.name], v) for v in given.drop_nulls().unique().to_list()}
        if known:
            new.append(given.replace_strict(known, default=None, return_dtype=pl.String()))
    return rows.with_columns(new)
