"""How much memory a piece of work held at a time."""

import sys


def most_held(processes: int = 0) -> int:
    """Return the most bytes that this process held, and so many others of its own, each taken for the largest.

    0 where the system does not say.
    """
    if sys.platform == "win32":
        return 0
    import resource

    own, of_one = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    most = own + processes * of_one
    return most if sys.platform == "darwin" else most * 1024
