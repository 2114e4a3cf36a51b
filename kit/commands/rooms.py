"""The rooms of `kit/` in the order of the data's way, and `docs/rooms.md`, made of their docstrings."""

import ast
from pathlib import Path

from kit.paths import KIT

# A room a word (a folder, or a module beside them): each may import those before it, and itself.
ROOMS = (
    "errors", "text", "years", "paths", "files", "extracts", "measures", "problems", "notebooks", "settings", "figures",
    "protection", "warehouse", "intake", "ahead", "counting", "worklists", "chapters", "report", "documents", "explore",
    "running", "publishing", "sample", "bench", "commands", "make", "__main__", "__init__",
)  # fmt: skip
HEAD = """# The rooms of kit/

From raw files to the report: each room may import those above it, and never those below. `make golden` makes this page
of the docstrings of the code; `tests/conventions/test_modules.py` holds the directions.
"""


def rooms_page() -> str:
    """Return `docs/rooms.md`: what each room, and each shelf in it, says of itself, in the data's order."""
    return HEAD + "".join(map(_room, (room for room in ROOMS if not room.startswith("__"))))


def _room(room: str) -> str:
    folder = KIT / room
    if not folder.is_dir():
        first, *_ = _said(folder.with_suffix(".py")).splitlines()
        return f"\n## {room}.py\n\n{first}\n"
    shelves = sorted(path.parent for path in folder.glob("*/__init__.py"))
    lines = "".join(
        f"\n- `{room}/{shelf.name}/`: {' '.join(_said(shelf / '__init__.py').split())}" for shelf in shelves
    )
    return f"\n## {room}/\n\n{_said(folder / '__init__.py')}\n" + (f"{lines}\n" if lines else "")


def _said(module: Path) -> str:
    return ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
