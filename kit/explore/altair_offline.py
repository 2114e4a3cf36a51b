"""Altair's charts in JupyterLab without internet: by itself Altair fetches its JavaScript from elsewhere."""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

ALTAIR = "altair"


def stay_offline() -> None:
    """Let Altair, imported already or later, show charts as SVG, and `JupyterChart` with what is installed here."""
    if ALTAIR in sys.modules:
        _offline(sys.modules[ALTAIR])
    elif not any(isinstance(finder, _WhenImported) for finder in sys.meta_path):
        sys.meta_path.insert(0, _WhenImported())


class _WhenImported(MetaPathFinder):
    """Finds Altair as usual, with what is to be done after its import. Some only look whether it is there."""

    def __init__(self) -> None:
        self._looking = False

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != ALTAIR or self._looking:
            return None
        self._looking = True
        try:
            spec = find_spec(name)
        finally:
            self._looking = False
        if spec and spec.loader:
            spec.loader = _ThenOffline(spec.loader)
        return spec


class _ThenOffline(Loader):
    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        _offline(module)


def _offline(altair: Any) -> None:
    altair.renderers.enable("svg")
    chart: Any = altair.JupyterChart
    # Its JavaScript takes seconds to be put together, so that is done for the first that is wanted.
    if hasattr(chart, "first_offline") or not hasattr(chart, "enable_offline"):
        return
    begin = chart.__init__

    def offline_first(self: Any, *given: Any, **more: Any) -> None:
        chart.enable_offline()
        begin(self, *given, **more)

    chart.first_offline, chart.__init__ = True, offline_first
