"""Makes the kit's modules see a Windows, as far as that can be had on another system. Import it before the kit.

They find no name of Python's own modules that Windows lacks (by typeshed, mypy's list), `os.name` and
`sys.platform` as there, a `msvcrt` that locks, Windows-1252 if no encoding is given, an error if one of them
relies on that, and files that cannot be moved, removed or written while any process has them open. Paths, consoles and
the libraries' own code for Windows are this system's: only Windows itself can show those.

`PRETEND_HELD` names files that another program has open for itself: they can be neither read nor written.
"""

import ast
import builtins
import errno
import io
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

LOOKED_AT = ("os", "sys", "signal", "socket", "select", "time", "subprocess", "errno", "stat", "shutil", "asyncio")
WITHOUT_WINDOWS = ("fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty")
# What subprocess.Popen refuses on Windows, and what it does nothing with.
NOT_TAKEN = ("preexec_fn", "pass_fds", "user", "group", "extra_groups")
IGNORED = ("start_new_session", "process_group", "umask")
HELD = "PRETEND_HELD"
real = SimpleNamespace(import_=builtins.__import__, open=io.open)


def names_on_windows(module: str) -> set[str]:
    """Return the names that a module of Python's own has on Windows, as typeshed says for this version."""
    import mypy

    stubs = Path(mypy.__file__).parent / "typeshed" / "stdlib"
    parts = stubs.joinpath(*module.split("."))
    path = next(p for p in (parts.with_suffix(".pyi"), parts / "__init__.pyi") if p.exists())
    return set(_names(ast.parse(path.read_text(encoding="utf-8")).body, module))


def _names(body: list[ast.stmt], module: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.If):
            seen = {"sys": SimpleNamespace(platform="win32", version_info=sys.version_info)}
            yield from _names(node.body if eval(ast.unparse(node.test), seen) else node.orelse, module)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                if alias.name == "*" and isinstance(node, ast.ImportFrom) and node.module:
                    yield from names_on_windows(f"{module}.{node.module}" if node.level else node.module)
                yield alias.asname or alias.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


class OnWindows(ModuleType):
    """A module as it is on Windows: what is there, and nothing else; setting a name sets it in the module itself."""

    def __init__(self, module: ModuleType, instead: dict[str, object]) -> None:
        super().__init__(module.__name__)
        self.__dict__.update(_module=module, _instead=instead, _known=names_on_windows(module.__name__))

    def __getattr__(self, name: str) -> Any:
        if name in self._instead:
            return self._instead[name]
        if name not in self._known and not name.startswith("__") and not hasattr(ModuleType, name):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r} on Windows")
        return getattr(self._module, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._module, name, value)


class Msvcrt(ModuleType):
    """Locks files as Windows does: at once or not at all, or for ten tries."""

    LK_UNLCK, LK_LOCK, LK_NBLCK = 0, 1, 2

    @staticmethod
    def locking(descriptor: int, mode: int, size: int) -> None:
        """Lock or unlock the file; OSErrors as Windows gives them."""
        import fcntl

        if mode == Msvcrt.LK_UNLCK:
            fcntl.flock(descriptor, fcntl.LOCK_UN)
            return
        for left in reversed(range(10 if mode == Msvcrt.LK_LOCK else 1)):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if not left:
                    number = errno.EACCES if mode == Msvcrt.LK_NBLCK else errno.EDEADLK
                    raise OSError(number, os.strerror(number)) from None
                time.sleep(0.01)


class Winreg(ModuleType):
    """A registry in which nothing is set."""

    HKEY_LOCAL_MACHINE = 0

    @staticmethod
    def OpenKey(key: int, path: str) -> None:
        """There is no such key."""
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)


@cache
def windows_module(name: str) -> ModuleType:
    """Return what a module of the kit gets when it imports `name`."""
    import subprocess

    class Popen(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, command: Any, *given: Any, **how: Any) -> None:
            if taken := [word for word in NOT_TAKEN if how.get(word)]:
                raise ValueError(f"{taken} is not supported on Windows")
            super().__init__(replaced(command), *given, **{n: v for n, v in how.items() if n not in IGNORED})

    def run(command: Any, *given: Any, **how: Any) -> Any:
        done = subprocess.run(replaced(command), *given, **how)
        after(command)
        return done

    instead: dict[str, dict[str, object]] = {
        "os": {"name": "nt"},
        "sys": {"platform": "win32"},
        "subprocess": {"Popen": Popen, "run": run, "call": lambda *a, **k: run(*a, **k).returncode},
    }
    return OnWindows(real.import_(name), instead.get(name, {}))


def replaced(command: Any) -> Any:
    """Return the command to run in place of one: pip, which would need the internet, only says that it is at work."""
    if isinstance(command, list) and "pip" in command:
        return [sys.executable, "-c", "print('Collecting what is there')"]
    return command


def after(command: Any) -> None:
    """Make a new environment as on Windows, with the packages of the Python that runs this, in this Windows."""
    if not (isinstance(command, list) and "venv" in command):
        return
    folder, packages = Path(command[-1]), next(Path(p) for p in sys.path if p.endswith("site-packages"))
    (folder / "Scripts").mkdir()
    (folder / "Scripts" / "python.exe").symlink_to(folder / "bin" / "python")
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    first, here = str(folder.parent), str(Path(__file__).parent)
    (folder / "lib" / version / "site-packages" / "windows.pth").write_text(
        f"import sys; sys.path[:0] = [{first!a}, {here!a}]\n"
        f"import site; site.addsitedir({str(packages)!a})\nimport pretend\n",
        encoding="ascii",
    )


def _is_ours(importer: dict[str, Any]) -> bool:
    name, file = importer.get("__name__", ""), importer.get("__file__") or ""
    return name.split(".")[0] == "kit" or (name == "__main__" and Path(file).parent.name == "kit")


def _import(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> Any:
    if _is_ours(globals or {}):
        if name in WITHOUT_WINDOWS:
            raise ModuleNotFoundError(f"No module named {name!r} on Windows", name=name)
        if name in LOOKED_AT:
            return windows_module(name)
        if name == "msvcrt":
            return Msvcrt(name)
        if name == "winreg":
            return Winreg(name)
    return real.import_(name, globals, locals, fromlist, level)


def _open(file: Any, mode: str = "r", buffering: int = -1, encoding: str | None = None, *given: Any, **how: Any) -> Any:
    if isinstance(file, str | os.PathLike) and os.path.abspath(os.fspath(file)) in held():  # noqa: PTH100
        raise PermissionError(errno.EACCES, "Permission denied", os.fspath(file))
    if "b" not in mode and encoding in (None, "locale") and not sys.flags.utf8_mode:
        encoding = "cp1252"
    return real.open(file, mode, buffering, encoding, *given, **how)


def held() -> list[str]:
    """Return the files that another program has open for itself."""
    return [path for path in os.environ.get(HELD, "").split(os.pathsep) if path]


def open_below(path: str) -> bool:
    """Return whether any process has a file open that is at `path` or below it."""
    below = path.rstrip("/") + "/"
    if any(file == path or file.startswith(below) for file in held()):
        return True
    for folder in Path("/proc").glob("[0-9]*/fd"):
        try:
            targets = [str(link.readlink()) for link in folder.iterdir()]
        except OSError:
            continue
        if any((target == path or target.startswith(below)) and Path(target).is_file() for target in targets):
            return True
    return False


def _unless_open(change: Callable[..., Any]) -> Callable[..., Any]:
    def changed(path: Any, *given: Any, dir_fd: int | None = None, **how: Any) -> Any:
        text = os.fsdecode(path)
        where = str(Path(f"/proc/self/fd/{dir_fd}").readlink() / text) if dir_fd is not None else text
        # A file that takes the place of another: that one must not be open either.
        there = [where, *(os.fsdecode(other) for other in given if isinstance(other, str | os.PathLike))]
        if any(open_below(os.path.realpath(one)) for one in there):
            raise PermissionError(errno.EACCES, "Permission denied", text)
        return change(path, *given, **({"dir_fd": dir_fd} if dir_fd is not None else {}), **how)

    return changed


def install() -> None:
    """Let what is imported from now on see a Windows."""
    builtins.__import__ = _import
    builtins.open = io.open = _open  # type: ignore[assignment]
    if sys.platform == "linux":
        for name in ("rename", "replace", "unlink", "remove"):
            setattr(os, name, _unless_open(getattr(os, name)))
    if sys.flags.warn_default_encoding:
        warnings.simplefilter("ignore", EncodingWarning)
        warnings.filterwarnings("error", category=EncodingWarning, module=r"kit(\.|$)")


install()
