"""How properties are tested: on the same cases in every run, and never against a clock.

`make test` passes or fails by the code alone. To look for cases not yet tried, run one file by itself with
`--hypothesis-profile=default`.
"""

from hypothesis import settings

settings.register_profile("kit", deadline=None, derandomize=True)
settings.load_profile("kit")
