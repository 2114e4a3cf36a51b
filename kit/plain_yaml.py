"""Reading YAML, by the loader compiled from C where PyYAML has it: ten times as fast, over 150 headers."""

from typing import Any

import yaml

SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StandsTwiceError(yaml.YAMLError):
    """A name that stands twice in one place, where YAML would keep the last in silence; `words` says which."""

    def __init__(self, name: str, mark: Any) -> None:
        self.words, self.problem_mark = f'"{name}" stands twice in one place, and only one would hold. Keep one.', mark
        super().__init__(self.words)


class _Loader(SAFE):  # type: ignore[misc, valid-type]
    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        names: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in names:
                    raise StandsTwiceError(key.value, key.start_mark)
                names.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made


def read_yaml(text: str) -> Any:
    """Return what the text holds, lists, mappings, words, numbers and dates alone; yaml.YAMLError if it is no YAML.

    StandsTwiceError, which is one, where a name stands twice in one place.
    """
    return yaml.load(text, Loader=_Loader)
