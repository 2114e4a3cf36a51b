"""JupyterLab's saving for `make lab`: what cells show of children stays on the screen and out of files and checkpoints.

In the tracked notebooks only what the sample council gives is saved, known by its hash
(`kit.protection.commits.made_up`); in a council's copies and in `scratch/` only the kit's own content, whose small
numbers are hidden (`kit.chapters.content`). Identifiers of people of the councils here are left out of what was
typed and of metadata, and so is whatever was pasted as a picture.
"""

import base64
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.filecheckpoints import AsyncFileCheckpoints
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from tornado.web import HTTPError
from traitlets import default

from kit.chapters.content import MIME
from kit.files.permissions import private
from kit.paths import NOTEBOOKS, SCRATCH
from kit.protection.commits.made_up import known_outputs, outputs_hash
from kit.protection.commits.notebook_parts import NOT_KEPT, is_remark, may_stay
from kit.protection.people_here import without_people

ENDING = ".ipynb"
NO_PICTURE = "(A picture or file that was pasted here is not kept, as it may show children.)"
CONTENT = {MIME, "text/html", "text/plain"}


class Contents(AsyncLargeFileManager):
    """Files as JupyterLab reads and saves them; of notebooks without what may show children."""

    def run_pre_save_hooks(self, model: dict[str, Any], path: str, **more: Any) -> None:
        """Take out of a notebook that is to be saved what may show children, after whatever hooks of others do.

        An error here keeps the file from being saved.
        """
        super().run_pre_save_hooks(model=model, path=path, **more)
        place = Path(self._get_os_path(path))
        if without_people(place.stem) != place.stem:
            raise HTTPError(400, "The file's name has the identifier of a child, officer or concern. Give it another.")
        if model.get("type") == "notebook" and isinstance(model.get("content"), dict):
            self._tell(path, keep_out(model["content"], place))
        elif path.lower().endswith(ENDING) and isinstance(model.get("content"), str) and "chunk" not in model:
            is_text = model.get("format") == "text"
            text = model["content"] if is_text else base64.b64decode(model["content"]).decode("utf-8")
            model["content"], model["format"] = kept_text(text, place), "text"

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Save a file; a notebook that is not one of the tracked is then its owner's alone."""
        told: dict[str, Any] = await super().save(model, path)
        place = Path(self._get_os_path(path))
        if place.suffix == ENDING and not _is_tracked(place):
            private(place)
        return told

    @default("checkpoints_class")
    def _class_of_checkpoints(self) -> type:
        return Checkpoints

    def _tell(self, path: str, cells: list[int]) -> None:
        # JupyterLab saves every two minutes; what is said once is not said again.
        told = self.__dict__.setdefault("told", {})
        if cells and told.get(path) != cells:
            names = f"cell {cells[0]} shows" if len(cells) == 1 else f"cells {', '.join(map(str, cells))} show"
            self.log.warning(
                "%s: what %s stays on the screen and is not in the saved file, as it may show children.", path, names
            )
        told[path] = cells


class Checkpoints(AsyncFileCheckpoints):
    """Copies to go back to, without what may show children, whoever wrote the file that is copied."""

    async def _copy(self, src: str, dest: str) -> None:
        await super()._copy(src, dest) if not src.endswith(ENDING) else self._copy_notebook(Path(src), Path(dest))

    def _copy_notebook(self, source: Path, copy: Path) -> None:
        with self.perm_to_403():
            copy.write_text(kept_text(source.read_text(encoding="utf-8"), copy), encoding="utf-8", newline="\n")
            private(copy)


def kept_text(text: str, place: Path) -> str:
    """Return the text of a notebook's file as it may be saved at `place`, the same if nothing is to be taken out."""
    notebook = json.loads(text)
    before = deepcopy(notebook)
    keep_out(notebook, place)
    return text if notebook == before else json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def keep_out(notebook: dict[str, Any], place: Path) -> list[int]:
    """Take out of a notebook what may show children if it is saved at `place`; return the numbers of those cells."""
    tracked = _is_tracked(place)
    known = known_outputs() if tracked else frozenset()
    # The state of a widget is a copy of what it shows.
    notebook.get("metadata", {}).pop("widgets", None)
    _leave_people_out(notebook, ("cells",))
    taken = []
    for number, cell in enumerate(notebook.get("cells", ()), 1):
        attached = cell.pop("attachments", None)
        if attached:
            cell["source"] = f"{_typed(cell)}\n\n{NO_PICTURE}"
        _leave_people_out(cell, ("outputs", "id"))
        if without_people(cell.get("id", "")) != cell.get("id", ""):
            cell["id"] = f"left-out-{number}"
        outputs = cell.get("outputs")
        if outputs and not may_stay(outputs, known) and (tracked or not all(map(_protected, outputs))):
            cell["outputs"] = [deepcopy(NOT_KEPT)]
            taken.append(number)
        elif attached:
            taken.append(number)
    if tracked:
        _as_it_was(notebook, place)
    return taken


def _is_tracked(place: Path) -> bool:
    return place.is_relative_to(NOTEBOOKS) and SCRATCH not in place.relative_to(NOTEBOOKS).parts


def _typed(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _leave_people_out(part: dict[str, Any], but: tuple[str, ...]) -> None:
    """Take identifiers of people out of what was typed into a cell, and out of metadata, of it or of the notebook.

    On the screen it stays as it is.
    """
    if isinstance(part.get("source"), list) and without_people(_typed(part)) != _typed(part):
        part["source"] = without_people(_typed(part)).splitlines(keepends=True)
    for name in [name for name in part if name not in but]:
        part[name] = _without(part[name])


def _without(value: Any) -> Any:
    """Return a value of JSON, whatever is in it, without identifiers of people."""
    if isinstance(value, dict):
        return {without_people(name): _without(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without(each) for each in value]
    if value is None or isinstance(value, bool):
        return value
    kept = without_people(str(value))
    return value if kept == str(value) else kept


def _as_it_was(notebook: dict[str, Any], place: Path) -> None:
    """Write what has not changed as the file at `place` has it, so that to run and save a chapter changes no file.

    JavaScript writes 1318.0 as 1318, and JupyterLab notes Python's version and how often a cell has run.
    """
    notebook.setdefault("metadata", {})["language_info"] = {"name": "python"}
    try:
        before = {cell["id"]: cell for cell in json.loads(place.read_text(encoding="utf-8"))["cells"]}
    except (OSError, ValueError, KeyError, TypeError):
        return
    for cell in notebook["cells"]:
        old = before.get(cell.get("id"), {})
        if "outputs" in old and "".join(old["source"]) == "".join(cell["source"]):
            same = outputs_hash(old["outputs"]) == outputs_hash(cell.get("outputs", []))
            cell.update({name: old.get(name) for name in ("outputs", "execution_count")} if same else {})


def _protected(output: dict[str, Any]) -> bool:
    """Return whether an output is the kit's own content, which is made of protected figures."""
    data = output.get("data", {})
    return is_remark(output) or (MIME in data and set(data) <= CONTENT)
