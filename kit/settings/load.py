"""What a council sets, and what the law sets: `params/statutory.yml`, `<council>/council.yml`, `<council>/<Y>.yml`.

With no files of its own a council has the defaults. A year's file states only what changes in that year.
"""

import os
import re
from pathlib import Path
from typing import Any

from kit.errors import KitError, did_you_mean
from kit.files.walk import entries, text_of
from kit.files.yaml import UnreadYamlError, read_yaml
from kit.measures.headers import load_measures_of
from kit.measures.law import statutory_timescales
from kit.notebooks.chapters import chapter_name, own_chapters
from kit.paths import Places, shown
from kit.problems.known import known_problems
from kit.settings.audits import AuditSettings, parse_audits
from kit.settings.chapters import parse_chapters, parse_core, parse_must_publish
from kit.settings.establishment import parse_establishment, parse_facts
from kit.settings.mappings import Mapping, parse_mappings, parse_use, ready_made
from kit.settings.questions import parse_questions
from kit.settings.settings import HIDE_UP_TO, Settings
from kit.settings.source_changes import source_changes
from kit.settings.targets import parse_targets
from kit.settings.timescales import own_timescales
from kit.text import all_readable, printable, readable

LONGEST_QUOTED = 100
QUOTED = re.compile('"([^"]*)"')
SETTINGS = (
    "name",
    "children",
    "child",
    "service",
    "chapters",
    "core",
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
    "must_publish",
    "hide_not_recorded",
    "questions",
)


def load_settings(places: Places, year: int) -> Settings:
    """Return the council's settings for `year`; every fault of its files at once as a KitError."""
    faults: list[str] = []
    merged: dict[str, Any] = {}
    own: tuple[Mapping, ...] = ()
    own_year = places.council_params / f"{year}.yml"
    faults += [
        f"{shown(path)}: is not read. Settings are in council.yml, those of one year in a file like {own_year.name}."
        for path in entries(places.council_params)
        if re.fullmatch(r"\.y\w*ml", path.suffix) and not re.fullmatch(r"(council|\d{4})\.yml", path.name)
    ]
    for path in (places.council_params / "council.yml", own_year):
        content = _read(path, faults)
        if path != own_year and content.pop("known_problems", None) is not None:
            faults.append(f"{shown(path)}: known_problems are those of one year. Write them into {own_year.name}.")
        given, wrong = _checked(content, places)
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
    if merged.get("hide_not_recorded") and "decided_by" not in merged:
        faults.append(
            f"{shown(places.council_params)}: hide_not_recorded: say beside it who decided so, and why: decided_by."
        )
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


def _checked(content: dict[str, Any], places: Places) -> tuple[dict[str, Any], list[str]]:
    """Return what one file sets, typed, and what is wrong with it."""
    given: dict[str, Any] = {}
    faults: list[str] = []
    for name, value in content.items():
        if name not in SETTINGS:
            known = f"Settings are: {', '.join(SETTINGS)}."
            faults.append(f'"{name}" is not a setting.{did_you_mean(str(name), SETTINGS)} {known}')
        elif name == "timescales":
            given[name] = own_timescales(_entries(name, value, faults), faults)
        elif name == "targets":
            given[name] = parse_targets(_entries(name, value, faults), faults, load_measures_of(places.own_measures))
        elif name == "chapters":
            given[name] = parse_chapters(value, faults, [chapter_name(path.stem) for path in own_chapters(places)])
        elif name == "questions":
            given[name] = parse_questions(value, faults, [chapter_name(path.stem) for path in own_chapters(places)])
        elif name == "core":
            given[name] = parse_core(value, faults, load_measures_of(places.own_measures))
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
        elif name in ("pseudonymise", "hide_not_recorded"):
            if not isinstance(value, bool):
                faults.append(f"{name}: say true or false.")
            given[name] = value
        elif name == "audits":
            given[name] = parse_audits(value, faults)
        elif name == "known_problems":
            given[name] = known_problems(value, faults)
        elif name == "sources_changed":
            given[name] = source_changes(value, faults, load_measures_of(places.own_measures))
        elif name == "establishment":
            given[name] = parse_establishment(value, faults)
        elif name == "not_about_people":
            given[name] = parse_facts(value, faults)
        elif name == "must_publish":
            given[name] = parse_must_publish(value, faults, load_measures_of(places.own_measures))
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
        # As text: YAML would take Yes for true and 01 for 1, and their values are what is written in the file.
        content["mappings"] = all_readable(read_yaml(text, as_text=True)["mappings"])
    return content
