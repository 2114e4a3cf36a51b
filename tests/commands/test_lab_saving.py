"""What JupyterLab saves under `make lab`: nothing that shows children, in no file and no checkpoint."""

import asyncio
import base64
import json
import os
import stat
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from nbformat import v4
from tornado.web import HTTPError

from kit.chapters.content import Sentence
from kit.commands import lab, lab_saving
from kit.commands.lab_saving import Contents
from kit.paths import CHECKOUT
from kit.protection.commits.made_up import known_outputs, outputs_hash
from kit.protection.commits.notebook_parts import NOT_KEPT

ROWS = "child_id 700001 01/02/2020"
SHOWS_ROWS: dict[str, dict[str, Any]] = {
    "printed": v4.new_output("stream", text=ROWS),
    "a table": v4.new_output("execute_result", {"text/html": f"<td>{ROWS}", "text/plain": ROWS}),
    "a picture": v4.new_output("display_data", {"image/svg+xml": f"<svg>{ROWS}</svg>"}),
    "an error": v4.new_output("error", ename="E", evalue=ROWS, traceback=[ROWS]),
    "a widget": v4.new_output("display_data", {"application/vnd.jupyter.widget-view+json": {"model_id": ROWS}}),
    "content with more": v4.new_output("display_data", Sentence("449")._repr_mimebundle_() | {"text/csv": ROWS}),
}
OURS = v4.new_output("execute_result", Sentence("449 children")._repr_mimebundle_())


def notebook(*outputs: dict[str, Any]) -> dict[str, Any]:
    cells = [v4.new_code_cell("1", id=f"c{n}", outputs=[output]) for n, output in enumerate(outputs)]
    made: dict[str, Any] = v4.new_notebook(cells=cells, metadata={"widgets": {"state": ROWS}})
    return made


@pytest.fixture
def contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Contents:
    """JupyterLab's files in a folder that has tracked notebooks and a council's copies."""
    for folder in ("notebooks/scratch", "work/westshire/scratch"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(lab_saving, "NOTEBOOKS", tmp_path / "notebooks")
    known = frozenset({outputs_hash([OURS])})
    monkeypatch.setattr(lab_saving, "known_outputs", lambda: known)
    return Contents(root_dir=str(tmp_path))


def outputs_in(file: Path) -> list[str]:
    return [outputs_hash(cell["outputs"]) for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]]


def saved(contents: Contents, path: str, content: Any, **how: str) -> list[str]:
    """Save twice, the second time what was read back; return the hash of what each cell shows, the same everywhere."""
    kind = how or {"type": "notebook"}
    asyncio.run(contents.save({"content": content, **kind}, path))
    asyncio.run(contents.create_checkpoint(path))
    root = Path(contents.root_dir)
    file = root / path
    checkpoint = file.parent / ".ipynb_checkpoints" / f"{file.stem}-checkpoint.ipynb"
    assert "700001" not in file.read_text(encoding="utf-8") + checkpoint.read_text(encoding="utf-8")
    first = outputs_in(file)
    again = asyncio.run(contents.get(path, type="notebook"))["content"]
    asyncio.run(contents.save({"type": "notebook", "content": again}, path))
    assert outputs_in(file) == outputs_in(checkpoint) == first
    return first


KEPT, TAKEN = outputs_hash([OURS]), outputs_hash([NOT_KEPT])
FOLDERS = ("notebooks", "notebooks/scratch", "work/westshire", "work/westshire/scratch")


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("what", SHOWS_ROWS)
def test_what_may_show_children_is_in_no_saved_file(contents: Contents, folder: str, what: str) -> None:
    assert saved(contents, f"{folder}/01_a.ipynb", notebook(SHOWS_ROWS[what], OURS)) == [TAKEN, KEPT]


def test_of_a_councils_figures_a_copy_keeps_the_protected_and_a_tracked_notebook_none(contents: Contents) -> None:
    theirs = v4.new_output("execute_result", Sentence("12 children")._repr_mimebundle_())
    assert saved(contents, "notebooks/01_a.ipynb", notebook(theirs, OURS)) == [TAKEN, KEPT]
    assert saved(contents, "work/westshire/01_a.ipynb", notebook(theirs, OURS)) == [outputs_hash([theirs]), KEPT]


@pytest.mark.parametrize("how", ["text", "base64"])
def test_a_notebook_that_is_saved_as_a_text_or_uploaded_is_no_way_round(contents: Contents, how: str) -> None:
    text = json.dumps(notebook(SHOWS_ROWS["printed"], OURS))
    content = text if how == "text" else base64.b64encode(text.encode()).decode()
    assert saved(contents, "work/westshire/a.ipynb", content, type="file", format=how) == [TAKEN, KEPT]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_what_was_typed_is_saved_without_identifiers(
    contents: Contents, monkeypatch: pytest.MonkeyPatch, folder: str, kind: str
) -> None:
    root = Path(contents.root_dir)
    raw = root / "data" / "borough" / "raw" / "2021"
    raw.mkdir(parents=True)
    (raw / "header.csv").write_text("CHILD,SEX\n700001,1\n", encoding="utf-8")
    table = pl.DataFrame({"child_id": ["700002"], "iro_id": ["IRO07"], "escalation_id": ["E-12"]})
    stored = root / "data" / "borough" / "extracts" / "escalations" / "year=2021"
    stored.mkdir(parents=True)
    table.write_parquet(stored / "escalations.parquet")
    monkeypatch.setenv("KIT_DATA", str(root / "data"))
    typed = "# 700001 and 700002 of IRO07, E-12; the sample's Q3 of 2021 stays"
    cell = v4.new_code_cell(typed, id="a") if kind == "code" else v4.new_markdown_cell(typed, id="a")
    about = {"tags": ["parameters", "child-700001"], "slideshow": {"IRO07": 700002}, "collapsed": True}
    more = v4.new_markdown_cell("![seen](attachment:a.png)", id="of-700001", metadata=about)
    more["attachments"] = {"a.png": {"image/png": base64.b64encode(b"700001").decode()}}
    path = f"{folder}/01_a.ipynb"
    content = v4.new_notebook(cells=[cell, more], metadata={"title": "E-12", "authors": [{"name": "700002"}]})
    asyncio.run(contents.save({"type": "notebook", "content": content}, path))
    asyncio.run(contents.create_checkpoint(path))
    for file in (root / folder).rglob("*.ipynb"):
        text = file.read_text(encoding="utf-8")
        assert not any(each in text for each in ("700001", "700002", "IRO07", "E-12", "image/png"))
        second = json.loads(text)["cells"][1]
        assert second["metadata"]["tags"][0] == "parameters" and second["metadata"]["collapsed"] is True
        assert "pasted here is not kept" in "".join(second["source"]) and second["id"] == "left-out-2"
        source = "".join(json.loads(text)["cells"][0]["source"])
        gone = "[identifier left out]"
        assert source == f"# {gone} and {gone} of {gone}, {gone}; the sample's Q3 of 2021 stays"
    with pytest.raises(HTTPError, match="name has the identifier"):
        asyncio.run(contents.save({"type": "notebook", "content": v4.new_notebook()}, f"{folder}/IRO07.ipynb"))


@pytest.mark.skipif(os.name == "nt", reason="rights of files are another matter there")
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_notebook_that_is_not_tracked_is_its_owners_alone(contents: Contents, folder: str) -> None:
    before = os.umask(0o022)
    try:
        asyncio.run(contents.save({"type": "notebook", "content": notebook(OURS)}, f"{folder}/a.ipynb"))
        asyncio.run(contents.create_checkpoint(f"{folder}/a.ipynb"))
    finally:
        os.umask(before)
    root = Path(contents.root_dir) / folder
    assert stat.S_IMODE((root / "a.ipynb").stat().st_mode) == (0o644 if folder == "notebooks" else 0o600)
    assert stat.S_IMODE((root / ".ipynb_checkpoints" / "a-checkpoint.ipynb").stat().st_mode) == 0o600


def test_a_checkpoint_of_what_another_program_wrote_has_nothing_of_it(contents: Contents) -> None:
    file = Path(contents.root_dir) / "notebooks" / "01_a.ipynb"
    file.write_text(json.dumps(notebook(SHOWS_ROWS["printed"])), encoding="utf-8")
    asyncio.run(contents.create_checkpoint("notebooks/01_a.ipynb"))
    (checkpoint,) = file.parent.glob(".ipynb_checkpoints/*")
    assert "700001" not in checkpoint.read_text(encoding="utf-8")


def test_a_chapter_that_was_run_and_saved_is_as_it_was(contents: Contents, monkeypatch: pytest.MonkeyPatch) -> None:
    chapter = CHECKOUT / "notebooks" / "00_start_here.ipynb"
    monkeypatch.setattr(lab_saving, "known_outputs", known_outputs)
    file = Path(contents.root_dir) / "notebooks" / chapter.name
    file.write_bytes(chapter.read_bytes())
    sent = asyncio.run(contents.get(f"notebooks/{chapter.name}"))["content"]
    # As it comes back from a browser, which knows no difference between 1.0 and 1.
    ran = json.loads(json.dumps(sent), parse_float=lambda n: int(float(n)) if float(n).is_integer() else float(n))
    ran["metadata"]["language_info"] = {"name": "python", "version": "3.11.7"}
    for number, cell in enumerate(ran["cells"], 40):
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
    asyncio.run(contents.save({"type": "notebook", "content": ran}, f"notebooks/{chapter.name}"))
    assert file.read_bytes() == chapter.read_bytes()
    ran["cells"][0]["source"] = "# Another title"
    asyncio.run(contents.save({"type": "notebook", "content": ran}, f"notebooks/{chapter.name}"))
    assert "# Another title" in file.read_text(encoding="utf-8")


def test_what_is_taken_out_is_said_once(contents: Contents, caplog: pytest.LogCaptureFixture) -> None:
    contents.log.propagate = True
    for _ in range(2):
        made = notebook(SHOWS_ROWS["printed"], OURS, SHOWS_ROWS["a table"])
        asyncio.run(contents.save({"type": "notebook", "content": made}, "work/westshire/01_a.ipynb"))
    said = [record.getMessage() for record in caplog.records if "stays on the screen" in record.getMessage()]
    assert said == [
        "work/westshire/01_a.ipynb: what cells 1, 3 show stays on the screen and is not in the saved file, as it may "
        "show children."
    ]


def test_what_cannot_be_looked_at_is_not_saved(contents: Contents) -> None:
    file = Path(contents.root_dir) / "work/westshire/a.ipynb"
    for content, kind in (({"cells": [{"outputs": [7]}]}, "notebook"), ("{", "file")):
        with pytest.raises((HTTPError, ValueError, AttributeError)):
            asyncio.run(contents.save({"type": kind, "format": "text", "content": content}, "work/westshire/a.ipynb"))
        assert not file.exists()


def test_make_lab_saves_so(tmp_path: Path) -> None:
    assert "--ServerApp.contents_manager_class=kit.commands.lab_saving.Contents" in lab.lab_command(tmp_path)
