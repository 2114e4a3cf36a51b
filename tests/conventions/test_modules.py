"""The house of `kit/`: its rooms, what may import what, how long a module may be, and what it must say of itself."""

import ast
from functools import cache
from graphlib import TopologicalSorter

import pytest

from kit.commands.rooms import ROOMS
from kit.paths import CHECKOUT

KIT = CHECKOUT / "kit"
RANK = {room: rank for rank, room in enumerate(ROOMS)}
# What says figures must never see a child's row, a query or the warehouse.
NEVER_SEES = {"chapters": {"warehouse", "intake", "ahead", "counting", "worklists"}}
# Nothing of the product needs these to make a report.
ASIDE = {"sample", "bench", "commands"}
MOST_ROOMS, MOST_MODULES = 30, 14
# Declarations, one a file and the sample's, may be many.
MANY = {"extracts/own", "extracts/statutory", "sample", "sample/lives", "sample/records", "sample/slips"}
LONGEST = 280
LONG_FOR_A_REASON = {
    "commands/setup_environment.py": "it runs before anything is installed, so it imports nothing of the kit",
    "extracts/codes.py": "tables of codes, and nothing to follow",
}
# Run by make as programs of their own; most of them before, or without, the packages that the command line needs.
PROGRAMS = {
    "make.py", "commands/setup_environment.py", "commands/clean.py", "commands/lab.py", "commands/lock.py",
}  # fmt: skip
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "multiprocessing.connection.Client",
    "multiprocessing.connection.Listener", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc", "zmq",
}  # fmt: skip
DRAWING, DATABASE = "chapters/charts/drawing.py", "warehouse/database.py"
# The second door of DuckDB only parses queries: no row passes it.
PARSER = "measures/lineage.py"
DOORS = {"altair": {DRAWING}, "duckdb": {DATABASE, PARSER}, "vl_convert": {DRAWING}}
NEVER = {"pandas", "pyarrow", "numpy", "matplotlib"}

MODULES = sorted(KIT.rglob("*.py"))
OWN = {".".join(p.relative_to(CHECKOUT).with_suffix("").parts).removesuffix(".__init__") for p in MODULES}


def room_of(path: str) -> str:
    """Return the room of a dotted path inside the kit: `sample.days` is of `sample`."""
    return path.partition(".")[0]


@cache
def trees() -> dict[str, ast.Module]:
    """Return each module's syntax tree by its path below `kit/`."""
    return {p.relative_to(KIT).as_posix(): ast.parse(p.read_text(encoding="utf-8")) for p in MODULES}


def imported(tree: ast.AST) -> set[str]:
    """Return what is imported anywhere in a tree, in functions too, in full: `kit.years`, `urllib.parse`."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are in full"
            members = {f"{node.module}.{alias.name}" for alias in node.names}
            # A room whose modules alone are imported is no more than their folder.
            names |= members if members <= OWN else members | {node.module}
    return names


@cache
def module_imports() -> dict[str, set[str]]:
    """Return, by dotted module of the kit, those of the kit that it imports; a room's face has the room's name."""
    files = {path.removesuffix(".py").replace("/", ".").removesuffix(".__init__"): path for path in trees()}
    found = {name: imported(trees()[path]) for name, path in files.items()}
    return {name: {other for other in files if f"kit.{other}" in found[name]} - {name} for name in files}


@cache
def room_imports() -> dict[str, set[str]]:
    """Return, by room, the rooms that its modules import."""
    graph: dict[str, set[str]] = {}
    for module, others in module_imports().items():
        graph.setdefault(room_of(module), set()).update({room_of(other) for other in others} - {room_of(module)})
    return graph


def test_every_entry_of_the_kit_is_a_room_on_the_datas_way() -> None:
    there = {path.removesuffix(".py").partition("/")[0] for path in trees()}
    assert sorted(there ^ set(ROOMS)) == []
    entries = [path for path in KIT.iterdir() if path.name != "__pycache__"]
    assert len(entries) <= MOST_ROOMS


def test_no_room_has_too_many_modules_to_read_its_list() -> None:
    rooms: dict[str, int] = {}
    for path in trees():
        folder, _, name = path.rpartition("/")
        rooms[folder] = rooms.get(folder, 0) + (name != "__init__.py")
    del rooms[""]
    assert {room: n for room, n in rooms.items() if n > MOST_MODULES and room not in MANY} == {}


def test_every_room_says_what_comes_in_what_goes_out_and_where_to_start() -> None:
    for room in sorted({*ROOMS} - ASIDE):
        if (KIT / room).is_dir():
            said = ast.get_docstring(trees()[f"{room}/__init__.py"]) or ""
            assert len(said.splitlines()) >= 3, room


def test_dependencies_run_one_way() -> None:
    against = [
        f"{room} imports {other}"
        for room, others in sorted(room_imports().items())
        for other in sorted(others)
        if RANK[other] > RANK[room]
    ]
    assert against == []


def test_no_modules_import_each_other_in_a_ring() -> None:
    assert list(TopologicalSorter(module_imports()).static_order())


def test_what_says_figures_never_sees_the_database_or_a_childs_row() -> None:
    graph = room_imports()
    for room, never in NEVER_SEES.items():
        seen, waiting = set(), {room}
        while waiting:
            seen |= waiting
            waiting = {other for name in waiting for other in graph[name]} - seen
        assert not seen & never, room


def test_no_report_needs_the_sample_the_bench_or_a_command() -> None:
    for room in set(ROOMS[: ROOMS.index("sample")]):
        assert not room_imports()[room] & ASIDE, room


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_has_few_doors(library: str) -> None:
    doors = {p for p, tree in trees().items() if any(n.split(".")[0] == library for n in imported(tree))}
    assert doors <= DOORS[library]


def test_the_second_door_of_duckdb_parses_queries_and_reads_no_file() -> None:
    text = (KIT / PARSER).read_text(encoding="utf-8")
    assert text.count(".execute(PARSE, ") == text.count(".execute(") == text.count("duckdb.connect(") == 1
    assert '"enable_external_access": False' in text


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


def test_a_class_has_one_meaning() -> None:
    named: dict[str, list[str]] = {}
    for path, tree in trees().items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(path)
    assert {name: paths for name, paths in named.items() if len(paths) > 1} == {}


@pytest.mark.parametrize("name", ["Chapter", "Column", "Key", "KINDS", "Note", "Part", "Run", "Section", "Sheet"])
def test_a_word_that_had_several_meanings_has_one(name: str) -> None:
    given = [
        path
        for path, tree in trees().items()
        for node in tree.body
        if (isinstance(node, ast.ClassDef) and node.name == name)
        or (isinstance(node, ast.Assign) and name in map(ast.unparse, node.targets))
    ]
    assert len(given) == 1


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
