"""`make lab`: a council's copies are set to it, and an analyst's changes are never lost."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from kit.commands import lab
from kit.errors import KitError
from kit.notebooks.copies import RECORD, make_copies, set_parameters
from kit.paths import CHECKOUT, NOTEBOOKS, Places

COUNCIL = {"council": "westshire", "year": 2022}


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in ("01_children", "02_reviews"):
        write(
            folder / f"{name}.ipynb",
            ["import kit", 'council = "sample"\nyear: int = 2021  # ends in March', "1 + 1"],
        )
    return folder


def write(path: Path, sources: list[str]) -> None:
    cells = [nbformat.v4.new_code_cell(source, id=f"c{n}") for n, source in enumerate(sources)]
    cells[1].metadata["tags"] = ["parameters"]
    cells[2].outputs = [nbformat.v4.new_output("execute_result", {"text/plain": "449 of the sample"})]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


def change(path: Path, source: str) -> None:
    notebook = nbformat.read(path, 4)
    notebook.cells[2].source = source
    nbformat.write(notebook, path)


def test_copies_are_set_to_the_council_and_hold_no_output_of_the_sample(originals: Path, tmp_path: Path) -> None:
    copies = make_copies(originals, tmp_path / "work", COUNCIL)
    assert copies.made == ["01_children.ipynb", "02_reviews.ipynb"]
    copy = nbformat.read(tmp_path / "work" / "01_children.ipynb", 4)
    assert copy.cells[1].source == 'council = "westshire"\nyear: int = 2022  # ends in March'
    assert "449" not in (tmp_path / "work" / "01_children.ipynb").read_text(encoding="utf-8")
    assert '"sample"' in nbformat.read(originals / "01_children.ipynb", 4).cells[1].source


def test_second_time_changes_nothing(originals: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    make_copies(originals, work, COUNCIL)
    before = {path.name: path.read_bytes() for path in work.iterdir()}
    assert make_copies(originals, work, COUNCIL).kept == ["01_children.ipynb", "02_reviews.ipynb"]
    assert {path.name: path.read_bytes() for path in work.iterdir()} == before


def test_untouched_copy_follows_the_original_and_the_year(originals: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    make_copies(originals, work, COUNCIL)
    notebook = nbformat.read(work / "01_children.ipynb", 4)
    notebook.cells[2].outputs = [nbformat.v4.new_output("stream", text="run by the analyst")]
    nbformat.write(notebook, work / "01_children.ipynb")
    change(originals / "01_children.ipynb", "2 + 2")
    assert make_copies(originals, work, COUNCIL).made == ["01_children.ipynb"]
    assert make_copies(originals, work, COUNCIL | {"year": 2023}).made == [
        "01_children.ipynb",
        "02_reviews.ipynb",
    ]


def test_changed_copy_is_kept_and_said_to_be_behind(originals: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    make_copies(originals, work, COUNCIL)
    change(work / "01_children.ipynb", "my_own = 1")
    assert make_copies(originals, work, COUNCIL).kept == ["01_children.ipynb", "02_reviews.ipynb"]
    change(originals / "01_children.ipynb", "2 + 2")
    mine = (work / "01_children.ipynb").read_bytes()
    for _ in range(2):
        assert make_copies(originals, work, COUNCIL).behind == ["01_children.ipynb"]
        assert (work / "01_children.ipynb").read_bytes() == mine


@pytest.mark.parametrize("damage", ["", "[]", None])
def test_without_its_record_no_copy_is_overwritten(originals: Path, tmp_path: Path, damage: str | None) -> None:
    work = tmp_path / "work"
    make_copies(originals, work, COUNCIL)
    change(work / "01_children.ipynb", "my_own = 1")
    mine = (work / "01_children.ipynb").read_bytes()
    (work / RECORD).unlink() if damage is None else (work / RECORD).write_text(damage, encoding="utf-8")
    assert make_copies(originals, work, COUNCIL).behind == ["01_children.ipynb"]
    assert (work / "01_children.ipynb").read_bytes() == mine


def test_every_fault_of_every_original_is_told_and_nothing_made(originals: Path, tmp_path: Path) -> None:
    write(originals / "03_lost_tag.ipynb", ["import kit", "x = 1", "2"])
    write(originals / "04_other_names.ipynb", ["import kit", 'council = "sample"', "2"])
    with pytest.raises(KitError) as error:
        make_copies(originals, tmp_path / "work", COUNCIL)
    assert "03_lost_tag" in str(error.value)
    assert "04_other_names" in str(error.value)
    assert not (tmp_path / "work").exists()


def test_parameters_are_replaced_where_they_stand() -> None:
    source = '# é: "council"\ncouncil = "sample"  # which\nyear = 2021; other = [1]\n'
    assert (
        set_parameters(source, COUNCIL) == '# é: "council"\ncouncil = "westshire"  # which\nyear = 2022; other = [1]\n'
    )
    with pytest.raises(KitError, match='"year"'):
        set_parameters('council = "sample"\nyear = (\n  2021\n)\n', COUNCIL)


def test_sample_opens_the_tracked_notebooks() -> None:
    assert lab.choose_folder("sample", "") == NOTEBOOKS


@pytest.mark.parametrize("name", ["x; rm", "../sample", "", "Westshire", "nobody-has-this"])
def test_no_such_council_is_refused_and_makes_no_folder(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(lab, "CHECKOUT", tmp_path)
    monkeypatch.setenv("KIT_COUNCIL", name or " ")
    monkeypatch.delenv("KIT_YEAR", raising=False)
    assert lab.main([]) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_jupyterlab_opens_on_the_first_chapter_and_a_councils_on_the_explorer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"--LabApp.default_url=/lab/tree/notebooks/{lab.FIRST}" in lab.lab_command(NOTEBOOKS)
    (tmp_path / "data" / "raw" / "2022").mkdir(parents=True)
    monkeypatch.setattr(lab, "CHECKOUT", tmp_path)
    monkeypatch.setattr(lab, "find_council", lambda council: Places(council, tmp_path / "data" / ".."))
    folder = lab.choose_folder("westshire", "2022")
    asked = lab.lab_command(folder)
    assert f"--LabApp.default_url=/lab/tree/work/westshire/{lab.EXPLORE}" in asked
    # Words, chapters and measures of its own are in params/.
    assert f"--ServerApp.root_dir={tmp_path}" in asked
    cells = nbformat.read(folder / lab.EXPLORE, 4).cells
    assert cells[1].source == 'import kit\n\ninside = kit.inside("westshire", 2022)\ninside.explore()'
    change(folder / lab.EXPLORE, "Our own words")
    lab.choose_folder("westshire", "2021")
    assert "Our own words" in (folder / lab.EXPLORE).read_text(encoding="utf-8")


def test_a_folder_for_trials_is_beside_the_notebooks_and_its_owners_alone(tmp_path: Path) -> None:
    for _ in range(2):
        scratch = lab.make_scratch(tmp_path)
        assert scratch == tmp_path / "scratch"
        if os.name == "posix":
            assert stat.S_IMODE(scratch.stat().st_mode) == 0o700
            scratch.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="Windows knows no such rights")
def test_what_jupyterlab_kept_before_becomes_its_owners_alone(tmp_path: Path) -> None:
    copy = tmp_path / ".ipynb_checkpoints" / "01_a-checkpoint.ipynb"
    copy.parent.mkdir()
    copy.touch(0o644)
    lab.make_scratch(tmp_path)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (copy.parent, copy)] == [0o700, 0o600]


@pytest.mark.skipif(shutil.which("git") is None or not (CHECKOUT / ".git").exists(), reason="no git here")
@pytest.mark.parametrize("folder", ["notebooks", "work/westshire"])
@pytest.mark.parametrize("name", ["scratch/Untitled.ipynb", "scratch/rows.csv", "Untitled1.ipynb", "01_a-Copy1.ipynb"])
def test_git_ignores_trials(folder: str, name: str) -> None:
    assert subprocess.run(["git", "check-ignore", "-q", f"{folder}/{name}"], cwd=CHECKOUT).returncode == 0


def test_newest_year_is_the_default(tmp_path: Path) -> None:
    for folder in ("2020", "2021", "old"):
        (tmp_path / "westshire" / "raw" / folder).mkdir(parents=True)
    places = Places("westshire", data=tmp_path)
    assert lab.newest_year(places) == 2021
    shutil.rmtree(places.raw)
    places.raw.mkdir()
    with pytest.raises(KitError, match="no year"):
        lab.newest_year(places)


def test_jupyterlab_stays_offline_and_keeps_other_settings(tmp_path: Path) -> None:
    settings = tmp_path / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"theirs": {"a": 1}}', encoding="utf-8")
    lab.stay_offline(tmp_path)
    assert json.loads(settings.read_text(encoding="utf-8")) == {"theirs": {"a": 1}} | lab.OFFLINE


@pytest.mark.skipif(os.name == "nt", reason="Windows has no local sockets for kernels")
def test_kernels_open_no_port(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", "/tmp/r")
    assert "--ConnectionFileMixin.transport=ipc" in lab.lab_command(tmp_path)


def test_ipython_keeps_no_file_of_what_is_typed_and_other_settings_stay(tmp_path: Path) -> None:
    settings = tmp_path / "etc" / "ipython" / "ipython_config.py"
    settings.parent.mkdir(parents=True)
    settings.write_text("c = get_config()\nc.InteractiveShell.autocall = 1", encoding="utf-8")
    for _ in range(2):
        lab.keep_no_history(tmp_path)
    text = "c = get_config()\nc.InteractiveShell.autocall = 1\nc.HistoryManager.enabled = False\n"
    assert settings.read_text(encoding="utf-8") == text
    settings.unlink()
    lab.keep_no_history(tmp_path)
    # The environment is that of the tests: what its IPython is told there holds for every kernel.
    shell = (
        "import sys; sys.prefix = sys.argv[1]\n"
        "from traitlets.config import Application\n"
        "from IPython.core import application\n"
        "application.ENV_CONFIG_DIRS[:] = [sys.argv[1] + '/etc/ipython']\n"
        "from IPython.terminal.ipapp import TerminalIPythonApp\n"
        "app = TerminalIPythonApp.instance(); app.initialize([])\n"
        "print(app.shell.history_manager.enabled)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", shell, str(tmp_path)],
        env={**os.environ, "IPYTHONDIR": str(tmp_path / "own")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().endswith("False")
    assert not list((tmp_path / "own").rglob("history*"))


def test_what_the_lab_saves_is_for_its_owner_alone_and_its_shells_keep_no_history(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    places = Places("westshire", tmp_path / "data")
    (places.raw / "2021").mkdir(parents=True)
    program = (
        "import os, pathlib, sys; os.chdir(sys.argv[1]); pathlib.Path('.ipynb_checkpoints').mkdir()\n"
        "pathlib.Path('saved').write_text(os.environ['HISTFILE'])"
    )
    monkeypatch.setattr(lab, "CHECKOUT", tmp_path)
    monkeypatch.setattr(lab, "find_council", lambda council: places)
    monkeypatch.setattr(lab, "lab_command", lambda folder: [sys.executable, "-c", program, str(folder)])
    monkeypatch.setattr(lab.sys, "prefix", str(tmp_path / "prefix"))
    monkeypatch.setenv("KIT_COUNCIL", "westshire")
    monkeypatch.delenv("KIT_YEAR", raising=False)
    monkeypatch.setenv("HISTFILE", "elsewhere")
    # As an older kit, or another umask, left it.
    (tmp_path / "work" / "westshire").mkdir(parents=True, mode=0o755)
    (tmp_path / "work" / "westshire" / "mine.ipynb").write_text("{}", encoding="utf-8")
    assert lab.main([]) == 0
    work = tmp_path / "work"
    assert (work / "westshire" / "saved").read_text(encoding="utf-8") == ""
    if os.name == "posix":
        there = [work, *work.rglob("*")]
        assert {stat.S_IMODE(path.stat().st_mode) for path in there if path.is_dir()} == {0o700}
        assert {stat.S_IMODE(path.stat().st_mode) for path in there if path.is_file()} == {0o600}
        assert work / "westshire" / ".ipynb_checkpoints" in there
