"""What a council sets, and what the law sets: `params/statutory.yml`, `<council>/council.yml`, `<council>/<Y>.yml`.

With no files of its own a council has the defaults. A year's file states only what changes in that year.
"""

import os
import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kit.audits import AuditSettings, parse_audits
from kit.bands import Band, statutory_bands
from kit.errors import KitError, did_you_mean
from kit.establishment import parse_establishment, parse_facts
from kit.files.walk import entries, text_of
from kit.files.yaml import UnreadYamlError, read_yaml
from kit.mappings import Mapping, parse_mappings, parse_use, ready_made
from kit.measures.measure import SourceChange
from kit.paths import Places, shown
from kit.problems.known import KnownProblem, known_problems
from kit.settings.chapters import parse_chapters
from kit.source_changes import source_changes
from kit.targets import Target, parse_targets
from kit.text import all_readable, printable, readable
from kit.timescales import UNITS, Timescale, statutory_timescales

# Counts from 1 up to it are hidden where a council decides nothing else.
HIDE_UP_TO = 5
LONGEST_QUOTED = 100
QUOTED = re.compile('"([^"]*)"')
SETTINGS = (
    "name",
    "children",
    "child",
    "service",
    "chapters",
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
    "sources_changed",
    "establishment",
    "not_about_people",
)


@dataclass(frozen=True)
class Settings:
    """A council's settings for one reporting year.

    `children` and `child` are the council's words for children looked after, and for one; `service` is what the
    reviewing service is called. `chapters` are those of the report in their order, or none for all (`kit.notebooks.chapters`).
    `hide_up_to` is the largest count that is hidden (counts from 1); `decided_by` says who decided that, and why, and
    is blank where nobody did.
    `timescales` holds every timescale by name, the council's own in place of the statutory one. `mappings` holds the
    council's own mappings of headings and values, then the ready-made ones of the sets that `use` names. Counts that
    move by more than `moved_by` percent between years are listed. With `pseudonymise`, identifiers are replaced under
    the key in `key_file`. `sources_changed` says where figures have another source than those of earlier years.
    `known_problems` are those of the year's own file, named by `known_in`. `bands` are those of law and guidance by
    name. `establishment` holds how many full-time posts the council has, by the first reporting year of which that is
    true. `not_about_people` names the facts whose small numbers need not be hidden.
    """

    name: str
    children: str = "children looked after"
    child: str = "child looked after"
    service: str = field(default="the independent reviewing service", repr=False)
    chapters: tuple[str, ...] = field(default=(), repr=False)
    timescales: dict[str, tuple[Timescale, ...]] = field(default_factory=dict)
    targets: dict[str, Target] = field(default_factory=dict)
    hide_up_to: int = HIDE_UP_TO
    decided_by: str = ""
    mappings: tuple[Mapping, ...] = ()
    use: tuple[str, ...] = ()
    moved_by: float = 20
    audits: AuditSettings = field(default_factory=AuditSettings)
    pseudonymise: bool = False
    key_file: str = ""
    sources_changed: dict[tuple[str, int], SourceChange] = field(default_factory=dict)
    known_problems: tuple[KnownProblem, ...] = ()
    bands: dict[str, Band] = field(default_factory=statutory_bands)
    establishment: dict[int, float] = field(default_factory=dict)
    not_about_people: tuple[str, ...] = ()
    known_in: str = field(default="", compare=False, repr=False)

    @property
    def given(self) -> frozenset[str]:
        """Those of the settings that measures need which the council has given, as headers name them."""
        return frozenset(["council.establishment"] if self.establishment else [])


def load_settings(places: Places, year: int) -> Settings:
    """Return the council's settings for `year`; every fault of its files at once as a KitError."""
    faults: list[str] = []
    merged: dict[str, Any] = {}
    own: tuple[Mapping, ...] = ()
    own_year = places.council_params / f"{year}.yml"
    faults += [
        f"{shown(path)}: is not read. Settings stand in council.yml, those of one year in a file like {own_year.name}."
        for path in entries(places.council_params)
        if re.fullmatch(r"\.y\w*ml", path.suffix) and not re.fullmatch(r"(council|\d{4})\.yml", path.name)
    ]
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
    if "children" in merged and "child" not in merged and not str(merged["children"]).startswith("children "):
        faults.append(
            f'{shown(places.council_params)}: give child beside children: the same words for one ("child …").'
        )
    if merged.get("hide_up_to", HIDE_UP_TO) != HIDE_UP_TO and "decided_by" not in merged:
        faults.append(f"{shown(places.council_params)}: hide_up_to: say beside it who decided so, and why: decided_by.")
    if faults:
        # What they quote may be as long as a setting.
        raise KitError(QUOTED.sub(lambda found: f'"{printable(found[1], LONGEST_QUOTED)}"', fault) for fault in faults)
    merged.setdefault("name", places.council.replace("_", " ").replace("-", " ").capitalize())
    merged["timescales"] = {**statutory_timescales(), **merged.get("timescales", {})}
    merged["targets"] = {name: target for name, target in merged.get("targets", {}).items() if target}
    if "child" not in merged and "children" in merged:
        merged["child"] = merged["children"].replace("children", "child", 1)
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
            given[name] = parse_targets(_entries(name, value, faults), faults)
        elif name == "chapters":
            given[name] = parse_chapters(value, faults)
        elif name == "hide_up_to":
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                faults.append("hide_up_to: give the largest count to hide, a whole number (5 hides 1 to 5).")
            else:
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
        elif name == "sources_changed":
            given[name] = source_changes(value, faults)
        elif name == "establishment":
            given[name] = parse_establishment(value, faults)
        elif name == "not_about_people":
            given[name] = parse_facts(value, faults)
        elif value:
            given[name] = str(value)
    return given, faults


def _entries(name: str, value: Any, faults: list[str]) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        faults.append(f"{name}: write one `name: {{…}}` a line below it; params/sample/council.yml shows how.")
    return {str(key): entry for key, entry in value.items()} if isinstance(value, dict) else {}


def _read(path: Path, faults: list[str]) -> dict[str, Any]:
    if not os.path.lexists(path):
        return {}
    try:
        text = text_of(path)
        # YAML takes no control character as it is, and gives back one that is written \x0B. NUL is another encoding's.
        text = text if "\0" in text else readable(text)
        content = all_readable(read_yaml(text))
    except UnreadYamlError as error:
        faults.append(f"{shown(path)}{error.where and ', '}{error.where}: {error.words}")
        return {}
    except KitError as error:
        faults += error.messages
        return {}
    if content is not None and not isinstance(content, dict):
        faults.append(f"{shown(path)}: write one `setting: value` a line.")
        return {}
    content = content or {}
    if "mappings" in content:
        # As text: YAML would take Yes for true and 01 for 1, and their values are what stands in the file.
        content["mappings"] = all_readable(read_yaml(text, as_text=True)["mappings"])
    return content


def _own_timescales(given: dict[str, Any], faults: list[str]) -> dict[str, tuple[Timescale, ...]]:
    own, known = {}, statutory_timescales()
    for name, said in given.items():
        entry = said if isinstance(said, dict) else {}
        amount, unit, start = entry.get("amount"), entry.get("unit"), entry.get("from")
        if name not in known:
            there = f"Timescales are: {', '.join(known)}."
            faults.append(f'timescales: "{name}" is not a timescale.{did_you_mean(name, known)} {there}')
        elif not isinstance(amount, int) or isinstance(amount, bool) or not 1 <= amount <= 366 or unit not in UNITS:
            faults.append(
                f"timescales: {name}: give an amount (a whole number from 1 to 366) and a unit ({', '.join(UNITS)})."
            )
        elif start is not None and type(start) is not date:
            faults.append(f"timescales: {name}: from is not a date (2019-04-01).")
        else:
            source = str(entry.get("set_by") or "the council's own standard")
            earlier = known[name] if start else ()
            law = known[name][-1]
            own[name] = (*earlier, replace(law, amount=amount, unit=unit, source=source, start=start, own=True))
    return own
