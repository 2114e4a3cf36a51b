"""How Jupyter starts a kernel of the kit: forked by the warm parent where the launch names one, else as ever.

Whoever imports this makes it known to Jupyter's own factory under the name `PROVISIONER`.
"""

import asyncio
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from kit.warm import WarmParent, first_to_go

PROVISIONER = "kit-kernel"
ENDING_STEPS, ENDING_SECONDS = 50, 0.002


class Provisioner(LocalProvisioner):
    """Jupyter's hook for starting kernels: by the warm parent that the launch names, else as ever."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the kernel and return how to reach it."""
        warm: WarmParent | None = kwargs.pop("warm", None)
        if warm is None:
            about = await super().launch_kernel(cmd, **kwargs)
            first_to_go(self.pid)
            return about
        assert self.parent is not None
        connection_file: str = self.parent.connection_file
        kernel = warm.fork(connection_file, connection_file, kwargs["env"], kwargs["cwd"], Path(kwargs["stderr"].name))
        # A group of its own as soon as it runs; asked too early, the system would name this process's group.
        self.pid, self.pgid, self.cwd = kernel.pid, kernel.pid, kwargs["cwd"]
        self.process = kernel  # type: ignore[assignment]
        first_to_go(self.pid)
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """End the kernel, and wait no longer than that takes: Jupyter would look again after a tenth of a second."""
        await super().kill(restart=restart)
        for _ in range(ENDING_STEPS):
            if await self.poll() is not None:
                return
            await asyncio.sleep(ENDING_SECONDS)


def _register() -> None:
    factory = KernelProvisionerFactory.instance()
    entry = EntryPoint(PROVISIONER, f"{__name__}:{Provisioner.__name__}", KernelProvisionerFactory.GROUP_NAME)
    factory.provisioners[PROVISIONER] = entry


_register()
