"""The house of `kit/`: what may import what, how long a module may be, and what it must say of itself."""

import ast
from functools import cache
from graphlib import TopologicalSorter

import pytest

from kit.places import CHECKOUT

KIT = CHECKOUT / "kit"
# Each layer may import those before it, and itself; a package counts as one module.
LAYERS = {
    "words and places": (
        "errors", "characters", "plain_yaml", "years", "places", "notes", "walk", "made_up", "child_rows",
        "own_children", "notebook_parts",
    ),
    "declarations": (
        "codes", "timescales", "own_code", "bands", "establishment", "intervals", "columns", "breakdowns", "extracts",
        "measures", "problem_rule", "problems", "params", "views", "lineage", "mappings", "synonyms", "known",
        "targets", "chapters", "source_changes", "audits", "sampling",
    ),
    "folders": (
        "garbage", "folders", "private", "saving", "telling", "replacing", "parquet", "progress", "leaks", "svg",
        "side_by_side",
    ),
    "intake": (
        "loading", "reading", "recognising", "mapped", "typing_rows", "pseudonyms", "other_keys", "personal", "drift",
        "survey", "accounts", "identifier_forms", "identifiers",
    ),
    "warehouse": ("databases", "warehouse"),
    "checking": (
        "rule_columns", "rule_rows", "rule_episodes", "rule_children", "rule_views", "rules", "checking", "parts",
        "core_files", "exports", "strangers", "strangers_told", "storing", "rereading", "reading_files", "intake",
    ),
    "counting": ("answers", "queries", "results", "older_exports", "quality", "statements"),
    "disclosure": ("disclosure", "printing", "kept_figures", "figures"),
    "answering": ("workbooks", "problem_lists", "check"),
    "saying": (
        "rendering", "content", "passages", "words", "changes", "describing", "wording", "marks", "lettering",
        "drawing", "charts", "tables", "law", "definitions", "speaking", "absences", "choosing",
        "figure_rows", "references", "typed_numbers", "own_words", "handbook", "exported", "service_tables",
    ),
    "report": ("about", "shown_figures", "overview", "report", "__init__"),
    "run and publish": (
        "unchanged", "reuse", "notebooks", "child_processes", "chapter_engine", "chapter_worker", "worker_pool",
        "runner", "publish", "preparing", "making", "copies",
    ),
    "commands": (
        "dictionary", "golden", "sample", "prompts", "meanings", "proposing", "proposing_identifiers",
        "writing_mappings", "mapping_a_file", "showing",
        "bench", "cli", "__main__", "lab", "lock", "clean", "make", "setup_environment", "audit_sheets",
        "options", "commits", "lab_saving",
    ),
}  # fmt: skip
RANK = {name: rank for rank, names in enumerate(LAYERS.values()) for name in names}
LONGEST = 280
LONG_FOR_A_REASON = {
    "setup_environment.py": "one file that runs before anything is installed, so it can import nothing of the kit",
    "codes.py": "tables of codes, and nothing to follow",
}
# Run by make as programs of their own; most of them before, or without, the packages that the command line needs.
PROGRAMS = {"make.py", "setup_environment.py", "clean.py", "lab.py", "lock.py"}
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "multiprocessing.connection.Client",
    "multiprocessing.connection.Listener", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc", "zmq",
}  # fmt: skip
ONLY_ONE = {"altair": "drawing.py", "duckdb": "databases.py", "vl_convert": "drawing.py"}
NEVER = {"pandas", "pyarrow", "numpy", "matplotlib"}

MODULES = sorted(KIT.rglob("*.py"))


def name_of(path: str) -> str:
    """Return the module of a dotted path inside the kit: `sample.days` is of `sample`."""
    return path.partition(".")[0]


@cache
def trees() -> dict[str, ast.Module]:
    """Return each module's syntax tree by its path below `kit/`."""
    return {p.relative_to(KIT).as_posix(): ast.parse(p.read_text(encoding="utf-8")) for p in MODULES}


def imported(tree: ast.AST) -> set[str]:
    """Return every module that is imported anywhere in a tree, in full: `kit.years`, `urllib.parse`."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are in full"
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def own_imports() -> dict[str, set[str]]:
    """Return, by module of the kit, the modules of the kit that it imports."""
    files = {path.removesuffix(".py").replace("/", ".") for path in trees()}
    known = {name_of(file) for file in files}
    graph: dict[str, set[str]] = {name: set() for name in known}
    for path, tree in trees().items():
        this = name_of(path.removesuffix(".py").replace("/", "."))
        found = {name_of(name[4:]) for name in imported(tree) if name.startswith("kit.")}
        graph[this] |= (found & known) - {this}
    return graph


def test_every_module_stands_in_a_layer() -> None:
    assert sorted(set(own_imports()) - set(RANK)) == []
    assert sorted(set(RANK) - set(own_imports())) == [], "stands in a layer and is no module"


def test_dependencies_run_one_way() -> None:
    against = [
        f"{module} imports {other}"
        for module, others in sorted(own_imports().items())
        for other in sorted(others)
        if RANK.get(other, 0) > RANK.get(module, 99)
    ]
    assert against == []


def test_no_modules_import_each_other_in_a_ring() -> None:
    assert list(TopologicalSorter(own_imports()).static_order())


def test_what_says_figures_never_sees_the_database_or_a_childs_row() -> None:
    graph = own_imports()
    for module in LAYERS["saying"]:
        seen, waiting = set(), {module}
        while waiting:
            seen |= waiting
            waiting = {other for name in waiting for other in graph[name]} - seen
        assert not seen & {*LAYERS["intake"], *LAYERS["warehouse"], *LAYERS["checking"], *LAYERS["counting"]}, module


@pytest.mark.parametrize("library", sorted(ONLY_ONE))
def test_a_library_has_one_door(library: str) -> None:
    doors = {p for p, tree in trees().items() if any(n.split(".")[0] == library for n in imported(tree))}
    assert doors <= {ONLY_ONE[library]}


def test_the_kit_imports_nothing_that_guesses_and_nothing_that_reaches_the_network() -> None:
    for path, tree in trees().items():
        names = imported(tree)
        tops = {name.split(".")[0] for name in names}
        assert not tops & NEVER, path
        assert not (names | tops) & NETWORK, path


def test_nothing_prints_but_the_command_line_and_programs_of_their_own() -> None:
    printing = {
        path
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing <= PROGRAMS


def test_no_module_is_long() -> None:
    lengths = {p: len((KIT / p).read_text(encoding="utf-8").splitlines()) for p in trees()}
    assert {p: n for p, n in lengths.items() if n > LONGEST and p not in LONG_FOR_A_REASON} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 120


def test_every_module_and_every_public_function_and_class_says_what_it_is() -> None:
    silent = []
    for path, tree in trees().items():
        if not ast.get_docstring(tree):
            silent.append(path)
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):  # type: ignore[arg-type]
                silent.append(f"{path}: {node.name}")  # type: ignore[attr-defined]
    assert silent == []


def test_every_file_is_opened_with_an_encoding() -> None:
    bare = []
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute | ast.Name):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            words = {keyword.arg for keyword in node.keywords}
            texts = called in ("read_text", "write_text") and "encoding" not in words
            modes = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            opens = called == "open" and not any("b" in mode for mode in modes) and "encoding" not in words
            # os.open gives a number, a zip file's part takes bytes: no text.
            if texts or (opens and ast.unparse(node.func) not in ("os.open", "book.open")):
                bare.append(f"{path}, line {node.lineno}")
    assert bare == []
