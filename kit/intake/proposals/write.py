"""Writing a proposed mapping into `params/<council>/council.yml`, without touching anything else that is there."""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.errors import KitError
from kit.files.disk_errors import writing
from kit.files.held_open import move
from kit.files.walk import text_of
from kit.files.yaml import UnreadYamlError, read_yaml
from kit.intake.proposals.propose import Proposal
from kit.intake.reading import RawFile
from kit.paths import Places, shown
from kit.settings.mappings import PLACEHOLDER
from kit.text import plain

SAME = "it is there already"
HEAD = "# The council's own settings: only what differs from the kit's defaults. docs/councils.md says what there is.\n"


def pattern_for(file: RawFile) -> str:
    """Return the name of a file's mapping: the file's own, with `*` for numbers, which change every year."""
    name = plain(file.kind_in_name)
    general = re.sub(r"[0-9]+", "*", name)
    return general if len(re.sub(r"[^a-z]", "", general)) >= 3 else name


def as_yaml(pattern: str, proposals: tuple[Proposal, ...]) -> str:
    """Return the entry of `mappings:` for a file, indented under it; uncertain lines say so in a comment."""
    lines = [f"  {_text(pattern)}:"]
    for number, proposal in enumerate(proposals):
        first, rest = ("    - ", "      ") if len(proposals) > 1 else ("    ", "    ")
        lines.append(f"{first}extract: {proposal.extract.name}")
        if number:
            lines.append(f"{rest}only_where_missing: true")
            lines += _leave_out(proposals[0], rest)
        if proposal.dates:
            lines.append(f"{rest}dates: {_text(proposal.dates)}  # check the order of day and month")
        if proposal.identifiers:
            lines.append(f"{rest}identifiers:")
        lines += [
            f"{rest}  {one.column}: {_text(one.pattern)}  # check: * is the identifier" for one in proposal.identifiers
        ]
        used = [heading for heading in proposal.headings if heading.ours]
        # A file that has the contract's headings needs a mapping of its dates or values alone.
        if all(heading.theirs == heading.ours for heading in used):
            used = []
        lines += [f"{rest}headings:"] if used or proposal.missing else []
        for ours in proposal.missing:
            lines.append(f"{rest}  {_text(f'{PLACEHOLDER} {ours}')}: {ours}  # put the file's heading here")
        for heading in used:
            unsure = f"  # check: {heading.why}" if heading.sure < 0.85 else ""
            lines.append(f"{rest}  {_text(heading.theirs)}: {heading.ours}{unsure}")
        columns = dict.fromkeys(v.column for v in proposal.values if v.ours)
        if columns:
            lines.append(f"{rest}values:")
        for column in columns:
            lines.append(f"{rest}  {column}:")
            for value in proposal.values:
                if value.column == column and value.ours:
                    unsure = f"  # check: {value.why}" if value.sure < 0.85 else ""
                    lines.append(f"{rest}    {_text(value.theirs)}: {_text(value.ours)}{unsure}")
    return "\n".join(lines) + "\n"


def _leave_out(first: Proposal, indent: str) -> list[str]:
    """Return the lines that keep cancelled meetings out of the reviews."""
    heading = next((h.theirs for h in first.headings if h.ours == "cancelled"), "")
    if not heading:
        return []
    cancelled = dict.fromkeys(["Y", *(v.theirs for v in first.values if (v.column, v.ours) == ("cancelled", "Y"))])
    values = ", ".join(map(_text, cancelled))
    return [f"{indent}leave_out:", f"{indent}  {_text(heading)}: [{values}]"]


@dataclass(frozen=True)
class Written:
    """The file of settings, and whether something was written: not if it was there already, word for word."""

    path: Path
    is_new: bool


def write_mapping(places: Places, pattern: str, entry: str) -> Written:
    """Add `entry` (the text of `as_yaml`) to the council's mappings.

    KitError with the text to paste if the file has mappings that it cannot safely be added to, or has another one
    of this name.
    """
    return _write(places, "mappings", f"mappings:\n{entry}", entry, pattern)


def write_use(places: Places, name: str) -> Written:
    """Add `use: [name]` to the council's settings; KitError if it has another `use` already."""
    return _write(places, "use", f"use: [{name}]\n", "", name)


def _write(places: Places, setting: str, block: str, entry: str, name: str) -> Written:
    path = places.council_params / "council.yml"
    before = text_of(path) if os.path.lexists(path) else HEAD
    try:
        content = read_yaml(before, as_text=True) or {}
    except UnreadYamlError as error:
        where = f"{shown(path)}{error.where and ', '}{error.where}"
        raise KitError(f"{where}: {error.words} Nothing was written.") from None
    if not isinstance(content, dict):
        raise KitError(f"{shown(path)}: write one `setting: value` a line. Nothing was written.")
    given = read_yaml(block, as_text=True)[setting]
    if setting in content and (there := _there_already(content[setting], given, name)):
        if there == SAME:
            return Written(path, is_new=False)
        raise KitError(f"{shown(path)}: {there}. Nothing was written. To use this, put it there yourself:\n\n{block}")
    paste = f"{shown(path)}: nothing was written. Put this into it yourself:\n\n{block}"
    gap = "" if before.endswith("\n") else "\n"
    if setting not in content:
        after = f"{before}{gap}\n{block}"
    elif entry and _ends_with_mappings(before):
        after = f"{before}{gap}{entry}"
    else:
        raise KitError(paste)
    _check(content, read_yaml(after, as_text=True), setting, paste)
    with writing(path.parent, otherwise=""):
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}-new-{os.getpid()}")
        new.write_text(after, encoding="utf-8", newline="\n")
        move(new, path)
    return Written(path, is_new=True)


def _there_already(there: Any, new: Any, name: str) -> str:
    """Return what of a setting is in the way of `name`: `SAME` if it is there as it would be written."""
    if not isinstance(new, dict):
        names = there if isinstance(there, list) else [there]
        return SAME if name in names else f"it has another `use` ({', '.join(map(str, names))})" if there else ""
    entries = there.items() if isinstance(there, dict) else ()
    same = [entry for pattern, entry in entries if plain(str(pattern)) == plain(name)]
    return "" if not same else SAME if same == list(new.values()) else f'it has another mapping of "{name}"'


def _ends_with_mappings(text: str) -> bool:
    """Return whether `mappings:` is the last setting, written as a block whose names are indented by two blanks."""
    settings = [line for line in text.splitlines() if re.match(r"[^\s#]", line)]
    last = max(n for n, line in enumerate(text.splitlines()) if re.match(r"[^\s#]", line))
    below = [line for line in text.splitlines()[last + 1 :] if line.strip() and not line.lstrip().startswith("#")]
    block = bool(below) and min(len(line) - len(line.lstrip(" ")) for line in below) == 2
    return settings[-1].split("#")[0].strip() == "mappings:" and block


def _check(before: dict, after: object, setting: str, paste: str) -> None:
    """Raise KitError unless every setting that was there is there unchanged, the mappings with one more."""
    kept = isinstance(after, dict) and all(after.get(k) == v for k, v in before.items() if k != setting)
    old = before.get(setting)
    more = isinstance(after, dict) and setting in after
    if more and isinstance(old, dict) and isinstance(after, dict):
        more = all(after[setting].get(k) == v for k, v in old.items())
    if not (kept and more):
        raise KitError(paste)


def _text(value: str) -> str:
    """Return a value as YAML text in quotation marks, which nothing takes for a number, a date or a yes."""
    return json.dumps(value, ensure_ascii=False)
