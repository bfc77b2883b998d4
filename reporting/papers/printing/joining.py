"""Parts of one paper as one tagged file: their sheets, tags, chapters and addresses follow on.

Typst checks every part against PDF/UA-1. What it numbers and names anew in each part is made one
here: under which number a sheet finds its tags, the names of tags, the chapters.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

SHEETS: Final = re.compile(rb"(?<=<xmpTPg:NPages>)\d+")
NUMBER: Final = b"/Number Do"
KIND, NAME, MANNERS, HEADS = Name.S, Name.ID, Name.A, Name.Headers
NAMED: Final = (Name.TD, Name.TH, Name.Note)
KEPT: Final = ("/StructTreeRoot", "/Outlines", "/Names")


def joined(parts: Sequence[Path], numbers: Callable[[], Path]) -> bytes:
    """The paper; `numbers` waits for as many sheets that bear their number alone."""
    lists = Lists()
    with ExitStack() as files:
        paper, *others = (files.enter_context(Pdf.open(part)) for part in parts)
        lists.take(paper.Root)
        for place, more in enumerate(others, 2):
            rename(more, f"P{place}")
            lists.take(appended(paper, more))
        lists.put(paper)
        lay_upon(paper, files.enter_context(Pdf.open(numbers())))
        return saved(paper)


def sheets_in(file: Path) -> int:
    """How many sheets a part has, as its description says."""
    told = SHEETS.search(file.read_bytes())
    return int(told[0]) if told else 0


def saved(paper: Pdf) -> bytes:
    """The bytes, alike for alike papers; its description says how many sheets there are."""
    told = paper.Root.Metadata
    told.write(SHEETS.sub(str(len(paper.pages)).encode(), told.read_bytes()))
    out = BytesIO()
    paper.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def appended(paper: Pdf, more: Pdf) -> Object:
    """A part behind the others, and its root as one of the paper.

    Its sheets go first: what leads to a sheet finds it only when it is there.
    """
    renumber(more, len(paper.Root.StructTreeRoot.ParentTree.Nums) // 2)
    paper.pages.extend(more.pages)
    root = paper.copy_foreign(more.make_indirect(looked_up(more.Root)))
    tree, added = paper.Root.StructTreeRoot, root.StructTreeRoot
    for tag in added.K[0].K:
        tag.P = tree.K[0]
        tree.K[0].K.append(tag)
    tree.ParentTree.Nums.extend(added.ParentTree.Nums)
    tree.ParentTreeNextKey = len(tree.ParentTree.Nums) // 2
    return root


def looked_up(root: Object) -> Dictionary:
    """Of the root of a part what is more than its sheets."""
    return Dictionary({name: root[name] for name in KEPT if name in root})


def renumber(more: Pdf, first: int) -> None:
    """The numbers by which sheets and links find their tags, behind those in use."""
    for page in more.pages:
        shift(page.obj, Name.StructParents, first)
        for link in page.obj.get(Name.Annots, ()):
            shift(link, Name.StructParent, first)
    numbers = more.Root.StructTreeRoot.ParentTree.Nums
    for place in range(0, len(numbers), 2):
        numbers[place] = int(numbers[place]) + first


def shift(holder: Object, key: Name, by: int) -> None:
    """A number higher, where there is one."""
    if key in holder:
        holder[key] = int(holder[key]) + by


def rename(more: Pdf, mark: str) -> None:
    """Heads of tables and footnotes have names, by which cells say what they stand under.

    No other part has the same.
    """
    for each in more.objects:
        if not isinstance(each, Dictionary) or each.get(KIND) not in NAMED:
            continue
        if NAME in each:
            each[NAME] = String(f"{mark}{each[NAME]}")
        for manner in each.get(MANNERS, ()):
            if HEADS in manner:
                manner[HEADS] = Array([String(f"{mark}{name}") for name in manner[HEADS]])


def lay_upon(paper: Pdf, sheets: Pdf) -> None:
    """The number of each sheet, which is no text of the document and so bears no tag."""
    drawn = paper.make_stream(NUMBER)
    for page, sheet in zip(paper.pages, sheets.pages, strict=True):
        form = Dictionary(Number=paper.copy_foreign(sheet.as_form_xobject()))
        page.obj.Resources = Dictionary({**dict(page.obj.Resources.items()), "/XObject": form})
        page.obj.Contents = Array([page.obj.Contents, drawn])


@dataclass
class Lists:
    """What a reader looks up in the whole paper: addresses, tags by their names, chapters."""

    addresses: dict[str, Object] = field(default_factory=dict)
    tags: dict[str, Object] = field(default_factory=dict)
    chapters: list[Object] = field(default_factory=list)

    def take(self, root: Object) -> None:
        """Those of one part; the first of several addresses by one name is the one."""
        for name, place in pairs(within(root, Name.Names, Name.Dests)):
            self.addresses.setdefault(name, place)
        tags = pairs(within(root, Name.StructTreeRoot, Name.IDTree))
        self.tags |= {str(tag.ID): tag for _name, tag in tags}
        each = within(root, Name.Outlines).get(Name.First)
        while each is not None:
            self.chapters.append(each)
            each = each.get(Name.Next)

    def put(self, paper: Pdf) -> None:
        """As the lists of the paper."""
        paper.Root.Names = Dictionary(Dests=sorted_names(self.addresses))
        paper.Root.StructTreeRoot.IDTree = sorted_names(self.tags)
        paper.Root.Outlines = paper.make_indirect(Dictionary(Type=Name.Outlines))
        chain(paper.Root.Outlines, self.chapters)


def within(root: Object, *names: Name) -> Object:
    """What stands under names within one another; empty where a part has none."""
    for name in names:
        root = root.get(name, Dictionary())
    return root


def pairs(tree: Object) -> list[tuple[str, Object]]:
    """What a list of names holds."""
    names = list(tree.get(Name.Names, ()))
    return [(str(name), thing) for name, thing in zip(names[::2], names[1::2], strict=True)]


def sorted_names(things: dict[str, Object]) -> Dictionary:
    """A list of names; readers look them up by their order."""
    in_order = sorted(things.items(), key=lambda each: bytes(String(each[0])))
    return Dictionary(
        Names=Array([part for name, thing in in_order for part in (String(name), thing)])
    )


def chain(outlines: Object, chapters: Sequence[Object]) -> None:
    """Each chapter knows the one before and the next."""
    outlines.First, outlines.Last = chapters[0], chapters[-1]
    outlines.Count = len(chapters)
    for chapter in chapters:
        chapter.Parent = outlines
    for before, after in pairwise(chapters):
        before.Next, after.Prev = after, before
