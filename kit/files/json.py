"""JSON files, written the same each time."""

import json
from pathlib import Path


def write_json(path: Path, content: object) -> None:
    """Write `content` as JSON, the same bytes for the same content."""
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
