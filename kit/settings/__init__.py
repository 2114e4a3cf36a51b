"""What a council says: `params/<council>/council.yml` and `<year>.yml`, a module for each kind of setting.

In: YAML files. Out: one checked `Settings` for a year, or a KitError that names every fault.
Start at `load.load_settings`.
"""
