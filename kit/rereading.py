"""Which files are read again where some have changed: those of every extract that the changed files belong to.

What a row becomes hangs on the other files of its extract (newer exports, other years), and with the rules of the DfE
on the return as a whole; on no other file. Extracts of which no file has changed are taken over as they lie.
"""

from collections.abc import Callable, Sequence

from kit.accounts import Intake
from kit.extracts import EXTRACTS
from kit.parts import Part
from kit.reading import RawFile
from kit.storing import read_flagged, read_left_out
from kit.survey import Survey

RETURN = frozenset(name for name, extract in EXTRACTS.items() if extract.statutory)
Read = Callable[[Sequence[RawFile]], list[Part]]


def comparable(found: Survey, before: Intake | None) -> bool:
    """Return whether what was made before was made of the same years, by the same settings and the same code.

    Not where a file may stand in for one that is missing: it belongs to an extract or not as other files come and go.
    """
    if before is None or before.read_with != found.read_with:
        return False
    if read_left_out(before.folder) is None or not read_flagged(before.folder):
        return False
    return not any(mapping.only_where_missing for s in found.settings.values() for mapping in s.mappings)


def read_changed(found: Survey, before: Intake, read: Read) -> tuple[list[Part], frozenset[str]]:
    """Read what must be read; return its parts in the order of the files, and the extracts that are taken over."""
    there = {(account.year, account.file): account.sha256 for account in before.accounts}
    extracts: dict[tuple[int, str], set[str]] = {place: set() for place in there}
    for account in before.accounts:
        extracts[account.year, account.file].add(account.extract)
    now = {(file.year, file.name): file for file in found.files}
    changed = {place for place, file in now.items() if there.get(place) != found.digests[file.path]}
    touched = {name for place in (*changed, *(there.keys() - now.keys())) for name in extracts.get(place, ())}
    parts: dict[tuple[int, str], list[Part]] = {}
    while more := _belonging(now, extracts, touched, changed) - parts.keys():
        parts |= {place: [] for place in more}
        for part in read([file for place, file in now.items() if place in more]):
            parts[part.file.year, part.file.name].append(part)
            touched.add(part.extract.name)
    kept = frozenset(name for names in extracts.values() for name in names) - _whole(touched)
    return [part for place in now for part in parts.get(place, ())], kept


def _belonging(
    now: dict[tuple[int, str], RawFile],
    extracts: dict[tuple[int, str], set[str]],
    touched: set[str],
    changed: set[tuple[int, str]],
) -> set[tuple[int, str]]:
    return changed | {place for place in now if extracts.get(place, set()) & _whole(touched)}


def _whole(touched: set[str]) -> set[str]:
    """Return the extracts that are touched; of the return all, where one of it is."""
    return touched | RETURN if touched & RETURN else touched
