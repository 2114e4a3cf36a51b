"""Processes that a run starts: they end with it, however it ends, and what they start ends with them."""

import ctypes
import os
import signal
import struct
import subprocess
import sys
from contextlib import suppress
from functools import cache

# Of Linux's prctl: which signal a process gets when the one that started it ends.
PR_SET_PDEATHSIG = 1
# Of Windows: a job whose processes all end once nobody has the job open, set by its extended limits.
KILL_ON_JOB_CLOSE, EXTENDED_LIMITS, FLAGS_AT = 0x2000, 9, 16


def end_group(process: "subprocess.Popen[bytes] | None" = None) -> None:
    """End a process that leads a group, or without one this process, together with the group."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.killpg(process.pid if process else 0, signal.SIGKILL)
    elif process:
        process.terminate()
    else:
        os._exit(1)


def end_with_parent() -> None:
    """On Linux, end this process a second after the one that started it, also in a call that keeps Python's lock.

    A second, so that it can end its group before; for that its handler of the signal 1 is C's alarm(1).
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.signal(signal.SIGHUP, ctypes.cast(libc.alarm, ctypes.c_void_p))
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGHUP)


@cache
def keep_children_here() -> None:
    """On Windows, let all that this process starts end when it ends: it opens a job, which nobody closes before."""
    if not hasattr(ctypes, "WinDLL"):
        return
    windows = ctypes.WinDLL("kernel32")
    windows.CreateJobObjectW.restype = windows.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(windows.CreateJobObjectW(None, None))
    limits = bytearray(144 if sys.maxsize > 2**32 else 112)
    struct.pack_into("<L", limits, FLAGS_AT, KILL_ON_JOB_CLOSE)
    given = (ctypes.c_char * len(limits)).from_buffer(limits)
    windows.SetInformationJobObject(job, EXTENDED_LIMITS, given, len(limits))
    windows.AssignProcessToJobObject(job, ctypes.c_void_p(windows.GetCurrentProcess()))
