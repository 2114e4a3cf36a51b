"""Lists of what is made up: the sample council's files and what is made from them, each with its hash (SHA-256).

Whoever makes a file lists it: `make sample` and `make golden`. Git's hook (`check`) and JupyterLab's saving
(`kit.commands.lab_saving`) let pass what is listed. The format is that of `sha256sum`. Needs the standard library only.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from kit.paths import CHECKOUT

LIST = "made_up.sha256"
# By the folder that its names are relative to; the second names what is anywhere in the checkout.
OF_SAMPLE = f"data/sample/{LIST}"
OF_GOLDEN = f"tests/golden/{LIST}"
LISTS = (OF_SAMPLE, OF_GOLDEN)


def hash_of(content: bytes) -> str:
    """Return the hash under which a file is listed."""
    return sha256(content).hexdigest()


def list_text(hashes: Mapping[str, str]) -> str:
    """Return the text of a list: a line for each name, in order of names."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))


def read_list(text: str) -> dict[str, str]:
    """Return the hash of each name of a list."""
    lines = (line.partition("  ") for line in text.splitlines())
    return {name: digest for digest, _, name in lines if name}


def known_outputs(root: Path = CHECKOUT) -> frozenset[str]:
    """Return the hashes of all that the committed notebooks show of the sample council; none if there is no list."""
    try:
        return frozenset(read_list((root / OF_GOLDEN).read_text(encoding="utf-8")).values())
    except (OSError, ValueError):
        return frozenset()


def outputs_hash(outputs: list[dict[str, Any]]) -> str:
    """Return the hash of what one cell shows, the same before and after JupyterLab has read and saved it.

    How often it has run does not count, nor whether a text is kept as one or as a list of lines, nor whether a whole
    number is written with a point.
    """
    kept = []
    for output in outputs:
        part = {key: value for key, value in output.items() if key != "execution_count"}
        part |= {name: _as_one_text(part[name]) for name in ("text",) if name in part}
        if isinstance(data := part.get("data"), dict):
            part["data"] = {kind: v if kind.endswith("json") else _as_one_text(v) for kind, v in data.items()}
        kept.append(_whole_numbers(part))
    return hash_of(json.dumps(kept, sort_keys=True, ensure_ascii=False).encode("utf-8"))


def outputs_of(name: str, notebook: Mapping[str, Any]) -> dict[str, str]:
    """Return the hash of what each cell of the notebook `name` shows, by the notebook's name and the cell's id."""
    cells = [cell for cell in notebook["cells"] if cell.get("outputs")]
    return {f"{name}#{cell['id']}": outputs_hash(cell["outputs"]) for cell in cells}


def _as_one_text(value: Any) -> Any:
    return "".join(value) if isinstance(value, list) and all(isinstance(line, str) for line in value) else value


def _whole_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole_numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(part) for part in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
