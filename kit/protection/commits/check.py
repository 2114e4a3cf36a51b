"""The check of a commit: refuses councils' files, rows of children, and notebooks that show more than the sample's.

Git's hooks in `hooks/` beside it run `python -m kit.protection.commits.check` before a commit, a merge and an applied
patch, and with the file of its message; set-up tells git their place. Needs the standard library only. What is made
up is known by its hash (`made_up`).
"""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kit.paths import CHECKOUT
from kit.protection.commits.child_rows import OF_THE_KIT, rows_of_children
from kit.protection.commits.made_up import LISTS, OF_SAMPLE, hash_of, read_list
from kit.protection.commits.notebook_parts import not_of_the_sample
from kit.protection.commits.own_children import children_named

# Below these, by the folder at the top: what every checkout has. All the rest there is a council's.
COMMON = {"data": {"README.md", "sample"}, "params": {"sample", "mappings"}}
MADE_BY_THE_KIT = ("reports", "work")
# Of a commit with very many such files, so many are named.
NAMED = 20
SCRATCH = ("scratch", ".ipynb_checkpoints")
TABLES = {".csv", ".tsv", ".tab", ".psv"}
PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp"}
CODE = ("kit", "tests")
# Texts that people write for people.
WRITTEN = {".md", ".txt"}
# Bytes; the largest file that the project keeps has 1.5 million.
LARGEST = 8_000_000
# Bytes that are in no text.
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
QUERY = re.compile(r"(?i)\A\s*/\*|\b(?:select|create)\s")
CHECK = "--batch-check=%(objectname) %(objectsize)"
TAKE_OUT = "Take it out of the commit"
MADE_UP = "If every child in it is made up, put it into tests/fixtures/, run make golden and add it and the list again."


@dataclass(frozen=True)
class Staged:
    """A file as git is about to keep it: its path from the top of the checkout, with "/", and its content.

    Of a file that is too large to be kept the content is not read.
    """

    path: str
    content: bytes
    too_large: bool = False


def faults(files: Iterable[Staged], listed: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each file that git may not take: why, and what to do. `listed` holds hashes by name."""
    hashes = frozenset(listed.values())
    for file in files:
        why = _by_place(file, listed) or ("" if hash_of(file.content) in hashes else _by_content(file, hashes))
        if why:
            yield f"{file.path}: {why}"


def _by_place(file: Staged, listed: Mapping[str, str]) -> str:
    """Say why a file may not be in its place, whatever it holds."""
    # On Windows Data/ is data/.
    top, *rest = PurePosixPath(file.path.casefold()).parts
    if top in MADE_BY_THE_KIT or any(part in SCRATCH for part in rest):
        return f"the kit or JupyterLab made it from a council's files. {TAKE_OUT}."
    if top == "data" and rest[:1] == ["sample"]:
        name = file.path[len("data/sample/") :]
        if file.path == OF_SAMPLE or name == ".gitignore" or listed.get(name) == hash_of(file.content):
            return ""
        return (
            "make sample did not make it so, and git takes of the sample's folder what that made and listed. "
            f"If the sample is meant to change, run make sample and add data/sample; if not: {TAKE_OUT.lower()}, and "
            "put a council's file into data/<council>/raw/<year>/."
        )
    if top in COMMON and (top == "data" or len(rest) > 1) and rest[0] not in {name.casefold() for name in COMMON[top]}:
        return f"it is a council's own, and stays on this computer. {TAKE_OUT}."
    return ""


def _by_content(file: Staged, hashes: frozenset[str]) -> str:
    """Say why a file may not be kept for what it holds or may hold."""
    path = PurePosixPath(file.path)
    if file.too_large:
        return f"it is larger than anything that the project keeps. {TAKE_OUT}."
    if path.suffix.lower() in TABLES:
        return f"it is a table that make sample and make golden did not make. {TAKE_OUT}. {MADE_UP}"
    text = _text(file.content)
    if text is None:
        if path.parts[0] == "docs" and path.suffix.lower() in PICTURES:
            return ""
        return f"nobody can see what it holds, as it is not a text. {TAKE_OUT}."
    typed = text if path.suffix.lower() in WRITTEN else ""
    if (notebook := _notebook(path, text)) is not None:
        if shown := not_of_the_sample(notebook, hashes):
            return (
                f"{'; '.join(shown)}. Clear it (in JupyterLab: Edit, Clear Outputs of All Cells), save and add it "
                "again. A chapter's own outputs come from the sample council with make golden."
            )
        text = typed = _written_in(notebook)
    what = rows_of_children(text, code=path.parts[0] in CODE and _is_code(path, text))
    if what:
        return f"it {what}. {TAKE_OUT}." + ("" if what.endswith(OF_THE_KIT) else f" {MADE_UP}")
    if councils := children_named(text, CHECKOUT, f"{typed}\n{path}"):
        named = ", ".join(f"data/{council}/raw" for council in sorted(councils))
        what = "the identifier of a child, officer or concern"
        return f"it has {what} in {named}. Take it out of the file, and add the file again."
    return ""


def _is_code(path: PurePosixPath, text: str) -> bool:
    """Return whether a text is what its ending says, Python or SQL: rows may be called .py too, and even parse."""
    if path.suffix == ".sql":
        return QUERY.search(text) is not None
    try:
        return path.suffix == ".py" and any(not isinstance(part, ast.Expr) for part in ast.parse(text).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _text(content: bytes) -> str | None:
    """Return the content as text, or None if it is not text."""
    if CONTROL.search(content):
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel's CSV on Windows; bytes that are no letter there make it something else.
        text = content.decode("cp1252", "replace")
        return None if "\ufffd" in text else text


def _notebook(path: PurePosixPath, text: str) -> dict[str, object] | None:
    """Return the notebook that a text is, whatever its file is called; an empty one if it cannot be read."""
    if path.suffix.lower() != ".ipynb" and not ('"cells"' in text and '"nbformat"' in text):
        return None
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError):
        notebook = None
    if isinstance(notebook, dict) and isinstance(notebook.get("cells"), list):
        return notebook
    return {} if path.suffix.lower() == ".ipynb" else None


def _written_in(notebook: Mapping[str, object]) -> str:
    """Return what someone typed into a notebook's cells."""
    cells = notebook.get("cells")
    sources = [cell.get("source", "") for cell in cells] if isinstance(cells, list) else []
    return "\n".join(source if isinstance(source, str) else "".join(source) for source in sources)


def main(message: str = "") -> int:
    """Check what git is about to keep; 0 if it may, 1 with a sentence for each file that it may not.

    With the file of a commit's `message`, check that alone.
    """
    if message:
        return _check_message(Path(message).read_text(encoding="utf-8", errors="replace"))
    try:
        staged = list(_staged())
        found = list(faults(staged, _listed(staged)))
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        _say(f"Not committed: the files could not be checked ({type(error).__name__}). Try it again.")
        return 1
    if not found:
        return 0
    what = "1 file" if len(found) == 1 else f"{len(found)} files"
    say = [f"Not committed: {what} may hold what must not leave this computer.", *found[:NAMED]]
    if len(found) > NAMED:
        say.append(f"And {len(found) - NAMED} more.")
    say.append(f'To take a file out of the commit: git {_unstage()} "FILE". It stays on the disk.')
    _say(*say)
    return 1


def _check_message(text: str) -> int:
    councils = children_named("", CHECKOUT, text)
    if councils:
        named = ", ".join(f"data/{council}/raw" for council in sorted(councils))
        what = "its message has the identifier of a child, officer or concern"
        _say(f"Not committed: {what} in {named}. Commit again without it.")
    return 1 if councils else 0


def _say(*lines: str) -> None:
    sys.stderr.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8"))


def _staged() -> Iterator[Staged]:
    """Yield each file that the commit adds or changes, as it will be kept."""
    how = ("--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-filter=d")
    parts = _git("diff-index", *how, _last_commit()).decode("utf-8", "surrogateescape").split("\0")
    # A submodule (160000) is a name of another repository's commit.
    ids = {name: meta.split()[3] for meta, name in zip(parts[::2], parts[1::2], strict=False) if " 160000 " not in meta}
    sizes = dict(
        line.rsplit(" ", 1) for line in _git("cat-file", CHECK, sent=_sent(ids.values())).decode().splitlines()
    )
    small = {each for each in ids.values() if int(sizes[each]) <= LARGEST}
    contents = dict(zip(sorted(small), _contents(sorted(small)), strict=True))
    for name, each in ids.items():
        path = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        yield Staged(path, contents.get(each, b""), each not in small)


def _listed(staged: Iterable[Staged]) -> dict[str, str]:
    """Return the hashes of what is made up, by name, from the lists as they will be after the commit."""
    texts = {file.path: file.content for file in staged if file.path in LISTS}
    for name in LISTS:
        if name not in texts:
            texts[name] = _git("cat-file", "blob", f":{name}", check=False)
    return {name: digest for text in texts.values() for name, digest in read_list(text.decode("utf-8")).items()}


def _contents(ids: Sequence[str]) -> Iterator[bytes]:
    """Yield the content of each of git's objects."""
    out = _git("cat-file", "--batch", sent=_sent(ids))
    at = 0
    for _ in ids:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[2])
        yield out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _sent(ids: Iterable[str]) -> bytes:
    return "".join(f"{each}\n" for each in ids).encode()


def _last_commit() -> str:
    """Return what the commit is compared with: the last one, or the empty tree before the first."""
    head = _git("rev-parse", "--verify", "--quiet", "HEAD", check=False).decode().strip()
    return head or _git("hash-object", "-t", "tree", "--stdin").decode().strip()


def _unstage() -> str:
    return "restore --staged" if _git("rev-parse", "--verify", "--quiet", "HEAD", check=False) else "rm --cached"


def _git(*words: str, sent: bytes = b"", check: bool = True) -> bytes:
    return subprocess.run(["git", *words], input=sent, stdout=subprocess.PIPE, check=check).stdout


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
