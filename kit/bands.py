"""Bands: between which values guidance says that a measure should lie. They stand in statutory.yml as mappings."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kit.files.yaml import read_yaml
from kit.paths import STATUTORY


@dataclass(frozen=True)
class Band:
    """Between which values, both included, a measure should lie, and who says so."""

    least: float
    most: float
    source: str


@cache
def statutory_bands(path: Path = STATUTORY) -> dict[str, Band]:
    """Return the bands of law and guidance by name."""
    content = read_yaml(path.read_text(encoding="utf-8"))
    return {name: Band(**entry) for name, entry in content.items() if isinstance(entry, dict)}
