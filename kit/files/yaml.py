"""Reading YAML: no tags, no aliases that explode, bounded in depth and size; every fault says its line.

By the loader compiled from C if PyYAML has it: ten times as fast, over 150 headers.
"""

from typing import Any

import yaml

SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
AS_TEXT = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Settings go six levels deep, and a council's longest mappings have a few thousand values.
DEEPEST = 30
MOST_PARTS = 20_000
LONGEST = 10_000
NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
LONGEST_NUMBER = 40
NOT_YAML = "is not YAML that can be read. Check colons, spaces and quotation marks."


class UnreadYamlError(yaml.YAMLError):
    """A text that is not read as YAML: `words` say why and what to do, and `where` is "line 3", or "" if not known."""

    def __init__(self, words: str, mark: Any = None) -> None:
        self.words, self.where = words, f"line {mark.line + 1}" if mark else ""
        super().__init__(words)


def read_yaml(text: str, *, as_text: bool = False) -> Any:
    """Return what the text holds: lists, mappings, words, numbers and dates; with `as_text`, each of these as a word.

    An UnreadYamlError says what it cannot be, as a name that is twice in one place.
    """
    try:
        _refuse_what_explodes(text)
        return yaml.load(text, Loader=AS_TEXT if as_text else _Loader)
    except UnreadYamlError:
        raise
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise UnreadYamlError(NOT_YAML, mark) from None


class _Loader(SAFE):  # type: ignore[misc, valid-type]
    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        names: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.tag == "tag:yaml.org,2002:merge":
                    raise UnreadYamlError("<< is not read. Write out the lines that it stands for.", key.start_mark)
                if key.value in names:
                    words = f'"{key.value}" is there twice in one place, and only one would hold. Keep one.'
                    raise UnreadYamlError(words, key.start_mark)
                names.add(key.value)
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        return made

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        words = "looks like a date or a number, and is not one. Correct it, or put it in quotation marks."
        if node.tag in NUMBERS and len(node.value) > LONGEST_NUMBER:
            raise UnreadYamlError(words, node.start_mark)
        try:
            return super().construct_object(node, deep)
        # 2019-02-31, or 0x_.
        except (ValueError, OverflowError):
            raise UnreadYamlError(words, node.start_mark) from None


def _refuse_what_explodes(text: str) -> None:
    """Raise an UnreadYamlError for what would take a loader too deep, or too much memory, or make it fail.

    Events come one by one, so that nothing is built of what is refused.
    """
    within: list[tuple[str | None, int]] = []
    sizes: dict[str | None, int] = {}
    parts = 0
    for event in yaml.parse(text, Loader=SAFE):
        if isinstance(event, yaml.AliasEvent):
            if any(event.anchor == anchor for anchor, _ in within):
                raise UnreadYamlError(f"*{event.anchor} is inside what it stands for. Write it out.", event.start_mark)
            parts += sizes.get(event.anchor, 1)
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            parts += 1
            if event.tag is not None:
                words = "holds a tag (!). Leave the tag out, and put words that begin with ! in quotation marks."
                raise UnreadYamlError(words, event.start_mark)
            if isinstance(event, yaml.CollectionStartEvent):
                within.append((event.anchor, parts))
            elif len(event.value) > LONGEST:
                words = f"holds a text of more than {LONGEST:,} characters. Is a quotation mark left open?"
                raise UnreadYamlError(words, event.start_mark)
            elif event.anchor:
                sizes[event.anchor] = 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = within.pop()
            if anchor:
                sizes[anchor] = parts - before + 1
        if len(within) > DEEPEST:
            raise UnreadYamlError(f"goes more than {DEEPEST} levels deep. No setting does.", event.start_mark)
        if parts > MOST_PARTS:
            words = f"holds more than {MOST_PARTS:,} values, those counted again that * repeats. No settings do."
            raise UnreadYamlError(words, event.start_mark)
