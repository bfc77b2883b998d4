"""The part of the styles: nothing is painted by hand, so that an office can restyle a paper."""

from reporting.papers.printing.word.closeness import FREE, SINGLE, Closeness
from reporting.papers.printing.word.manners import (
    ARABIC,
    CHINESE,
    CHINESE_EMPHASIS,
    CHINESE_STRONG,
    SERIF,
    Manner,
)
from reporting.papers.printing.word.styles import (
    CELL_SIDE,
    CHARACTERS,
    INDENT,
    INK,
    NAMES,
    RULE,
    STYLES,
    Look,
    Style,
)
from reporting.papers.printing.word.wordml import Element, add


def write_styles(styles: Element, manner: Manner, closeness: Closeness, *, is_set_in: bool) -> None:
    """All styles into the part; without a masthead text begins at the margin."""
    write_defaults(styles, manner, closeness)
    normal = add(styles, "style", type="paragraph", default=1, styleId="Normal")
    add(normal, "name", val="Normal")
    add(normal, "qFormat")
    if manner.is_rtl:
        add(add(normal, "pPr"), "bidi")
    for style in STYLES:
        write_style(styles, style, manner, closeness, is_set_in=is_set_in)
    for key, look in CHARACTERS.items():
        write_character(styles, key, manner, look)
    write_tables(styles)
    write_masthead_table(styles)


def write_defaults(styles: Element, manner: Manner, closeness: Closeness) -> None:
    """Fonts, size and language of everything that says nothing else."""
    defaults = add(styles, "docDefaults")
    letters = add(add(defaults, "rPrDefault"), "rPr")
    add(letters, "rFonts", ascii=SERIF, hAnsi=SERIF, eastAsia=CHINESE, cs=ARABIC)
    write_size(letters, manner.size, closeness)
    languages = {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA", manner.slot: manner.locale}
    add(letters, "lang", **languages)
    lines = add(add(defaults, "pPrDefault"), "pPr")
    add(lines, "spacing", before=0, after=0, line=closeness.line(manner), lineRule="auto")


def write_size(letters: Element, size: int, closeness: Closeness) -> None:
    """The size of letters in every script."""
    add(letters, "sz", val=closeness.size(size))
    add(letters, "szCs", val=closeness.arabic_size(size))


def write_style(
    styles: Element, style: Style, manner: Manner, closeness: Closeness, *, is_set_in: bool
) -> None:
    """One paragraph style."""
    element = add(styles, "style", type="paragraph", styleId=style.key)
    add(element, "name", val=style.name)
    add(element, "basedOn", val=style.base)
    if style.level is not None:
        add(element, "next", val="BodyText")
    add(element, "qFormat")
    write_lines(add(element, "pPr"), style, closeness, is_set_in=is_set_in)
    write_letters(add(element, "rPr"), style, manner, closeness)


def write_lines(lines: Element, style: Style, closeness: Closeness, *, is_set_in: bool) -> None:
    """How a style sets its lines."""
    if style.keeps or style.level is not None:
        add(lines, "keepNext")
        add(lines, "keepLines")
    if sides := ("top", "bottom") if style.is_ruled else ("bottom",) * style.is_underlined:
        border = add(lines, "pBdr")
        for side in sides:
            add(border, side, val="single", sz=6, space=1, color=INK)
    write_distances(lines, style, closeness)
    if style.set_in and is_set_in:
        add(lines, "ind", left=INDENT)
    if style.align:
        add(lines, "jc", val=style.align)
    if style.level is not None:
        add(lines, "outlineLvl", val=style.level)


def write_distances(lines: Element, style: Style, closeness: Closeness) -> None:
    """What is left free above and below."""
    before, after = map(closeness.distance, (style.before, style.after))
    single = {"line": SINGLE, "lineRule": "auto"} if style.is_tight else {}
    if before or after or style.base == "Normal":
        add(lines, "spacing", before=before, after=after, **single)


def write_letters(letters: Element, style: Style, manner: Manner, closeness: Closeness) -> None:
    """How a style looks."""
    if style.strong or style.emphasis:
        write_weight(letters, manner, strong=style.strong, emphasis=style.emphasis)
    if style.colour:
        add(letters, "color", val=style.colour)
    if style.size:
        write_size(letters, style.size, closeness)


def write_weight(letters: Element, manner: Manner, *, strong: bool, emphasis: bool) -> None:
    """Strong and emphasised letters; Chinese has a font for each, Arabic only bold ones."""
    add(letters, "rFonts", eastAsia=CHINESE_STRONG if strong else CHINESE_EMPHASIS)
    if strong:
        add(letters, "b")
    if strong or not manner.has_italics:
        add(letters, "bCs")
    if emphasis and not manner.is_east_asian:
        add(letters, "i")


def write_character(styles: Element, key: str, manner: Manner, look: Look) -> None:
    """A style of letters within a paragraph."""
    element = add(styles, "style", type="character", styleId=key)
    add(element, "name", val=NAMES.get(key, key))
    add(element, "qFormat")
    letters = add(element, "rPr")
    if "strong" in look or "emphasis" in look:
        strong, emphasis = bool(look.get("strong")), bool(look.get("emphasis"))
        write_weight(letters, manner, strong=strong, emphasis=emphasis)
    if "colour" in look:
        add(letters, "color", val=look["colour"])
    if "size" in look:
        write_size(letters, int(look["size"]), FREE)
    if "raised" in look:
        add(letters, "vertAlign", val="superscript")


def write_tables(styles: Element) -> None:
    """The table of figures, ruled as the United Nations do: heads between rules, no verticals."""
    plain = add(styles, "style", type="table", default=1, styleId="TableNormal")
    add(plain, "name", val="Normal Table")
    write_margins(add(plain, "tblPr"), CELL_SIDE)
    element = add(styles, "style", type="table", styleId="BoardTable")
    add(element, "name", val="Board Table")
    add(element, "basedOn", val="TableNormal")
    rules = add(add(element, "tblPr"), "tblBorders")
    add(rules, "top", val="single", sz=4, space=0, color=INK)
    add(rules, "bottom", val="single", sz=12, space=0, color=INK)
    add(rules, "insideH", val="single", sz=2, space=0, color=RULE)
    head = add(element, "tblStylePr", type="firstRow")
    add(add(add(head, "tcPr"), "tcBorders"), "bottom", val="single", sz=12, space=0, color=INK)


def write_masthead_table(styles: Element) -> None:
    """Its words stand in line with those below."""
    element = add(styles, "style", type="table", styleId="MastheadTable")
    add(element, "name", val="Masthead Table")
    add(element, "basedOn", val="TableNormal")
    write_margins(add(element, "tblPr"), 0)


def write_margins(table: Element, sides: int) -> None:
    """The distance of text from the sides of its cell."""
    margins = add(table, "tblCellMar")
    add(margins, "left", w=sides, type="dxa")
    add(margins, "right", w=sides, type="dxa")
