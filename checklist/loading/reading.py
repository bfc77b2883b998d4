"""Read a checklist file whole; every fault is named with its line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from checklist.loading.blocks import Block, Blocks, read_blocks
from checklist.loading.checks import REQUIRED, TABLES, TOP, Key
from checklist.loading.texts import ChecklistText, ItemText, LevelText, PillarText
from checklist.models.checklists import Kind
from regions.loading import FileFault, unknown

Said = tuple[Block, dict[str, Any]]


def read_checklist(path: Path, faults: list[FileFault]) -> ChecklistText | None:
    """The checklist, or None when there are faults; these are added to the list."""
    count = len(faults)
    blocks = read_blocks(path, faults)
    if blocks is None:
        return None
    reader = Reader(path, faults)
    top = reader.read(blocks.top, TOP, others=tuple(TABLES))
    said = {name: reader.read_table(blocks, name, keys) for name, keys in TABLES.items()}
    reader.check_whole(said)
    return None if len(faults) > count else _checklist(blocks.top, top, said)


class Reader:
    """Takes blocks apart, gathering what is wrong with them."""

    def __init__(self, path: Path, faults: list[FileFault]) -> None:
        self.path = path
        self.faults = faults

    def fault(self, block: Block, key: str, message: str) -> None:
        """Note a fault at a key of a block."""
        self.faults.append(FileFault(self.path, block.line_of(key), message))

    def read_table(self, blocks: Blocks, name: str, keys: Mapping[str, Key]) -> list[Said]:
        """The blocks of a table with the values that could be read."""
        table = blocks.tables.get(name, [])
        if not table:
            self.fault(blocks.top, name, _("there is no [[%s]]") % name)
        return [(block, self.read(block, keys)) for block in table]

    def read(
        self, block: Block, keys: Mapping[str, Key], others: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """The values of a block that could be read."""
        known = [*keys, *others]
        for key in block.values:
            if key not in known:
                self.fault(block, key, unknown(key, _("key"), known))
        values = {key: self._value(block, key, rule) for key, rule in keys.items()}
        return {key: value for key, value in values.items() if value is not REQUIRED}

    def _value(self, block: Block, key: str, rule: Key) -> Any:
        if key not in block.values:
            if rule.default is REQUIRED:
                self.fault(block, key, _("“%s” is missing") % key)
            return rule.default
        try:
            return rule.check(block.values[key])
        except ValidationError as error:
            self.fault(block, key, f"{key}: {' '.join(error.messages)}")
            return REQUIRED

    def check_whole(self, said: Mapping[str, list[Said]]) -> None:
        """What only shows between blocks."""
        self._check_scale(said["scale"])
        for name, keys in (
            ("scale", ("kind",)),
            ("pillar", ("code",)),
            ("pillar", ("position",)),
            ("item", ("code",)),
            ("item", ("pillar", "position")),
        ):
            self._check_once(said[name], keys)
        pillars = [values["code"] for _block, values in said["pillar"] if "code" in values]
        for block, values in said["item"]:
            self._check_item(block, values, pillars)

    def _check_scale(self, scale: list[Said]) -> None:
        kinds = {values.get("kind") for _block, values in scale}
        for kind in Kind:
            if scale and kind not in kinds:
                self.fault(scale[0][0], "", _("the scale has no level for “%s”") % kind.value)

    def _check_once(self, said: list[Said], keys: tuple[str, ...]) -> None:
        seen: dict[tuple[Any, ...], int] = {}
        for block, values in said:
            if not values.keys() >= set(keys):
                continue
            word = tuple(values[key] for key in keys)
            line = seen.setdefault(word, block.line_of(keys[-1]))
            if line != block.line_of(keys[-1]):
                words = {"word": " ".join(map(str, word)), "line": line}
                self.fault(block, keys[-1], _("“%(word)s” stands already in line %(line)d") % words)

    def _check_item(self, block: Block, values: dict[str, Any], pillars: list[str]) -> None:
        if "pillar" in values and values["pillar"] not in pillars:
            self.fault(block, "pillar", unknown(values["pillar"], _("pillar"), pillars))
        if values.get("on") is False and not values.get("why_off", REQUIRED):
            self.fault(block, "on", _("an item that is off says why (why_off)"))
        if values.get("on") is True and values.get("why_off"):
            self.fault(block, "why_off", _("an item that is on has no reason to be off"))


def _checklist(block: Block, top: dict[str, Any], said: Mapping[str, list[Said]]) -> ChecklistText:
    return ChecklistText(
        line=block.line_of("version"),
        version=top["version"],
        titles=top["title"],
        label=top["label"],
        is_reconstruction=top["is_reconstruction"],
        source=top["source"],
        scale=[_level(place, values) for place, (_b, values) in enumerate(said["scale"], 1)],
        pillars=[_pillar(values) for _block, values in said["pillar"]],
        items=[_item(values) for _block, values in said["item"]],
    )


def _level(place: int, said: dict[str, Any]) -> LevelText:
    return LevelText(said["kind"], said["label"], said["meaning"], place)


def _pillar(said: dict[str, Any]) -> PillarText:
    return PillarText(said["code"], said["position"], said["title"])


def _item(said: dict[str, Any]) -> ItemText:
    return ItemText(
        code=said["code"],
        pillar=said["pillar"],
        position=said["position"],
        levels=said["levels"],
        titles=said["title"],
        evidence=said["evidence"],
        mandate=said["mandate"],
        certainty=said["certainty"],
        is_on=said["on"],
        why_off=said["why_off"],
    )
