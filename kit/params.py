"""What a council sets, and what the law sets: `params/statutory.yml`, `<council>/council.yml`, `<council>/<Y>.yml`.

With no files of its own a council has the defaults. A year's file states only what changes in that year.
"""

from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

import yaml

from kit.audits import AuditSettings, parse_audits
from kit.errors import KitError, did_you_mean
from kit.known import KnownProblem, known_problems
from kit.mappings import Mapping, parse_mappings, parse_use, ready_made
from kit.measures import load_measures
from kit.places import CHECKOUT, Places, shown
from kit.timescales import UNITS, Timescale

STATUTORY = CHECKOUT / "params" / "statutory.yml"
SETTINGS = (
    "name",
    "children",
    "timescales",
    "targets",
    "hide_up_to",
    "decided_by",
    "mappings",
    "use",
    "moved_by",
    "audits",
    "pseudonymise",
    "key_file",
    "known_problems",
)


@dataclass(frozen=True)
class Target:
    """What a measure should reach, in its own unit, and who said so."""

    value: float
    set_by: str


@dataclass(frozen=True)
class Settings:
    """A council's settings for one reporting year.

    `hide_up_to` is the largest count that is hidden (counts from 1); `decided_by` says who decided that.
    `timescales` holds every timescale by name, the council's own in place of the statutory one. `mappings` holds the
    council's own mappings of headings and values, then the ready-made ones of the sets that `use` names. Counts that
    move by more than `moved_by` percent between years are listed. With `pseudonymise`, identifiers are replaced under
    the key in `key_file`. `known_problems` are those of the year's own file, named by `known_in`.
    """

    name: str
    children: str = "children looked after"
    timescales: dict[str, tuple[Timescale, ...]] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    hide_up_to: int = 5
    decided_by: str = "the kit's default"
    mappings: tuple[Mapping, ...] = ()
    use: tuple[str, ...] = ()
    moved_by: float = 20
    audits: AuditSettings = field(default_factory=AuditSettings)
    pseudonymise: bool = False
    key_file: str = ""
    known_problems: tuple[KnownProblem, ...] = ()
    known_in: str = field(default="", compare=False, repr=False)


def load_settings(places: Places, year: int) -> Settings:
    """Return the council's settings for `year`; every fault of its files at once as a KitError."""
    faults: list[str] = []
    merged: dict[str, Any] = {}
    own: tuple[Mapping, ...] = ()
    own_year = places.council_params / f"{year}.yml"
    for path in (places.council_params / "council.yml", own_year):
        content = _read(path, faults)
        if path != own_year and content.pop("known_problems", None) is not None:
            faults.append(f"{shown(path)}: known_problems are those of one year. Write them into {own_year.name}.")
        given, wrong = _checked(content)
        faults += [f"{shown(path)}: {fault}" for fault in wrong]
        for name, value in given.items():
            merged[name] = {**merged.get(name, {}), **value} if isinstance(value, dict) else value
            if name == "mappings":
                # The year's file states what changes: its mapping of a file replaces the general one.
                changed = {m.pattern for m in value}
                merged[name] = (*value, *(m for m in own if m.pattern not in changed))
                own = merged[name]
    if faults:
        raise KitError(faults)
    merged.setdefault("name", places.council.replace("_", " ").replace("-", " ").capitalize())
    merged["timescales"] = {**statutory_timescales(), **merged.get("timescales", {})}
    merged["mappings"] = (*own, *(m for s in merged.get("use", ()) for m in ready_made()[s].mappings))
    merged["audits"] = AuditSettings(**merged.get("audits", {}))
    return Settings(**merged, known_in=shown(own_year))


def _checked(content: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return what one file sets, typed, and what is wrong with it."""
    given: dict[str, Any] = {}
    faults: list[str] = []
    for name, value in content.items():
        if name not in SETTINGS:
            known = f"Settings are: {', '.join(SETTINGS)}."
            faults.append(f'"{name}" is not a setting.{did_you_mean(str(name), SETTINGS)} {known}')
        elif name == "timescales":
            given[name] = _own_timescales(_entries(name, value, faults), faults)
        elif name == "targets":
            given[name] = _targets(_entries(name, value, faults), faults)
        elif name == "hide_up_to":
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                faults.append("hide_up_to: give the largest count to hide, a whole number (5 hides 1 to 5).")
            given[name] = value
        elif name == "mappings":
            given[name] = parse_mappings(value, faults)
        elif name == "use":
            given[name] = parse_use(value, faults)
        elif name == "moved_by":
            if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
                faults.append("moved_by: give the percentage by which a count may move between years (20).")
            given[name] = value
        elif name == "pseudonymise":
            if not isinstance(value, bool):
                faults.append("pseudonymise: say true or false.")
            given[name] = value
        elif name == "audits":
            given[name] = parse_audits(value, faults)
        elif name == "known_problems":
            given[name] = known_problems(value, faults)
        elif value:
            given[name] = str(value)
    return given, faults


def _entries(name: str, value: Any, faults: list[str]) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        faults.append(f"{name}: write one `name: {{…}}` a line below it; params/sample/council.yml shows how.")
    return {str(key): entry for key, entry in value.items()} if isinstance(value, dict) else {}


def statutory_timescales(path: Path = STATUTORY) -> dict[str, tuple[Timescale, ...]]:
    """Return the timescales of law and guidance by name."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        name: tuple(Timescale(e["amount"], e["unit"], e["source"], e.get("from")) for e in entries)
        for name, entries in content.items()
    }


def _read(path: Path, faults: list[str]) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = yaml.safe_load(text)
    # A day that does not exist (2019-02-31) is a ValueError of the reader.
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        faults.append(f"{shown(path)}{where}: is not YAML that can be read. Check colons, spaces and quotation marks.")
        return {}
    if content is not None and not isinstance(content, dict):
        faults.append(f"{shown(path)}: write one `setting: value` a line.")
        return {}
    content = content or {}
    if "mappings" in content:
        # As text: YAML would take Yes for true and 01 for 1, and their values are what stands in the file.
        content["mappings"] = yaml.load(text, Loader=yaml.BaseLoader)["mappings"]
    return content


def _own_timescales(given: dict[str, Any], faults: list[str]) -> dict[str, tuple[Timescale, ...]]:
    own, known = {}, statutory_timescales()
    for name, said in given.items():
        entry = said if isinstance(said, dict) else {}
        amount, unit, start = entry.get("amount"), entry.get("unit"), entry.get("from")
        if name not in known:
            faults.append(f'timescales: "{name}" is not a timescale.{did_you_mean(name, known)}')
        elif not isinstance(amount, int) or isinstance(amount, bool) or not 1 <= amount <= 366 or unit not in UNITS:
            faults.append(
                f"timescales: {name}: give an amount (a whole number from 1 to 366) and a unit ({', '.join(UNITS)})."
            )
        elif start is not None and type(start) is not date:
            faults.append(f"timescales: {name}: from is not a date (2019-04-01).")
        else:
            source = str(entry.get("set_by") or "the council's own standard")
            earlier = known[name] if start else ()
            own[name] = (*earlier, Timescale(amount, unit, source, start))
    return own


def _targets(given: dict[str, Any], faults: list[str]) -> dict[str, Target]:
    targets, known = {}, [name for name, measure in load_measures().items() if measure.shown]
    for name, entry in given.items():
        value = entry.get("value") if isinstance(entry, dict) else None
        if name not in known:
            faults.append(f'targets: there is no measure "{name}".{did_you_mean(name, known)}')
        elif (
            not isinstance(value, int | float)
            or isinstance(value, bool)
            or not isfinite(value)
            or not entry.get("set_by")
        ):
            faults.append(f"targets: {name}: give a value (a number) and set_by (who set it).")
        else:
            targets[name] = Target(float(value), str(entry["set_by"]))
    return targets
