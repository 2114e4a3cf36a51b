"""In which program rows would be shown: JupyterLab as `make lab` opens it, which saves none of them, or another."""

import os
import sys
from importlib.util import find_spec

from kit.errors import KitError

# `make lab` sets it for JupyterLab and its kernels.
OPENED_BY_LAB = "KIT_LAB"
SAMPLE = "sample"


def in_lab() -> bool:
    """Return whether this is a kernel of JupyterLab as `make lab` opened it."""
    return bool(os.environ.get(OPENED_BY_LAB)) and in_notebook()


def in_notebook() -> bool:
    """Return whether this process is a notebook's kernel."""
    module = sys.modules.get("ipykernel.kernelapp")
    return bool(module and module.IPKernelApp.initialized())


def refuse_without_packages() -> None:
    """Refuse (KitError) an environment without what JupyterLab shows the explorer with."""
    if not find_spec("anywidget"):
        raise KitError("The explorer needs the packages of JupyterLab: run make lab once, which installs them.")


def refuse_rows_elsewhere(council: str, *, unsafe_here: bool) -> None:
    """Refuse (KitError) a notebook of another program, whose saved file would keep what is shown of children."""
    if council != SAMPLE and in_notebook() and not in_lab() and not unsafe_here:
        raise KitError(
            "Nothing keeps rows of children out of the saved file here: make lab did not open this notebook. Open it "
            f"with make lab COUNCIL={council}, or, if you clear its outputs yourself before it is saved, write "
            f'kit.inside("{council}", …, unsafe_here=True).'
        )
