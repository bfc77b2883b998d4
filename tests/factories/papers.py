"""Papers with one of everything, in each language; and one as large as they come."""

from dataclasses import dataclass, replace
from typing import Any

from reporting.papers.blocks import (
    FACT,
    SMALL,
    Bar,
    Block,
    Bullets,
    Chart,
    Document,
    Heading,
    Masthead,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    TableColumn,
    words,
)

LANGUAGES = ("en", "ar", "zh-hans", "fr", "ru", "es")
DAY = "2026-11-23"
CHECKSUM = "3f0c9a1d" * 8
PAGE = "https://reform.example.org/publications/2026/1/papers/note/"

HOSTILE = (
    "<w:t>5 < 6 & 7 > 2</w:t> ]]> <!-- --> &amp;",
    "{{ settings.SECRET_KEY }} {% include 'x' %} {# none #}",
    '#eval(read("/etc/passwd")) $x^2$ *bold* _it_ `raw` @ref <label> \\n // no comment',
    '=cmd|"/C calc"!A0 +1 -1 @SUM(A1)',
    "{reported.frameworks_signed.ROAF} [^not a footnote] ${7*7} %s %(x)s",
)
"""What a printer takes literally."""

UNPRINTABLE = "a\x00b\x07c\x1bd\x7fe\x9ff\ufffeg\u202eh\u202di\u202aj\u202bk\u202cl\u2066m\u2069n"
"""Of this only the letters are printed: no control character, nothing that turns text round."""


@dataclass(frozen=True)
class Said:
    """The words of the sample in one language."""

    organisation: str
    programme: str
    language: str
    original: str
    body: str
    session: str
    place: str
    agenda: str
    title: str
    byline: str
    heading: str
    sentence: str
    more: str
    country: str
    full: str
    partial: str
    not_started: str
    not_assessed: str
    total: str
    date: str


SAID = {
    "en": Said(
        "United Nations", "United Nations Human Settlements Programme", "English", "",
        "Executive Board of the United Nations Human Settlements Programme",
        "First session of 2027", "Nairobi, 25–27 March 2027",
        "Item 10 of the provisional agenda", "Implementation of the reform of the United Nations "
        "development system by the United Nations Human Settlements Programme",
        "Note by the secretariat", "Introduction",
        "In Africa, UN-Habitat signed at least 45 Cooperation Frameworks, HSP/EB.2025/8 says, ",
        "and takes an active part in 38 of them.", "Country", "Full", "Partial", "Not started",
        "Not assessed", "Total", "23 November 2026",
    ),
    "ar": Said(
        "الأمم المتحدة", "برنامج الأمم المتحدة للمستوطنات البشرية", "العربية", "الأصل: بالإنكليزية",
        "المجلس التنفيذي لبرنامج الأمم المتحدة للمستوطنات البشرية",
        "الدورة الأولى لعام 2027", "نيروبي، 25–27 آذار/مارس 2027",
        "البند 10 من جدول الأعمال المؤقت",
        "تنفيذ برنامج الأمم المتحدة للمستوطنات البشرية إصلاح منظومة الأمم المتحدة الإنمائية",
        "مذكرة من الأمانة", "مقدمة",
        "وقّع موئل الأمم المتحدة في أفريقيا ما لا يقل عن 45 إطار تعاون، وفقاً للوثيقة "
        "HSP/EB.2025/8، ",
        "ويشارك مشاركة نشطة في 38 منها.", "البلد", "كامل", "جزئي", "لم يبدأ", "لم يُقيَّم",
        "المجموع", "23 تشرين الثاني/نوفمبر 2026",
    ),
    "zh-hans": Said(
        "联合国", "联合国人类住区规划署", "中文", "原文：英文", "联合国人类住区规划署执行局",
        "2027 年第一次会议", "2027 年 3 月 25 日至 27 日，内罗毕", "临时议程项目 10",
        "联合国人类住区规划署实施联合国发展系统改革的情况", "秘书处的说明", "导言",
        "在非洲，人居署签署了至少 45 个合作框架，见 HSP/EB.2025/8 号文件，",
        "并积极参与其中的 38 个“合作框架”。", "国家", "完全遵守", "部分遵守", "尚未开始", "未评估",
        "共计", "2026 年 11 月 23 日",
    ),
    "fr": Said(
        "Nations Unies", "Programme des Nations Unies pour les établissements humains", "Français",
        "Original : anglais", "Conseil exécutif du Programme des Nations Unies pour les "
        "établissements humains", "Première session de 2027", "Nairobi, 25-27 mars 2027",
        "Point 10 de l’ordre du jour provisoire", "Application de la réforme du système des "
        "Nations Unies pour le développement par le Programme des Nations Unies pour les "
        "établissements humains", "Note du secrétariat", "Introduction",
        "En Afrique, ONU-Habitat a signé au moins 45 Plans-cadres de coopération "
        "(HSP/EB.2025/8) ", "et participe activement à 38 d’entre eux.", "Pays", "Totale",
        "Partielle", "Non commencé", "Non évalué", "Total", "23 novembre 2026",
    ),
    "ru": Said(
        "Организация Объединенных Наций",
        "Программа Организации Объединенных Наций по населенным пунктам", "Русский",
        "Подлинный текст на английском языке", "Исполнительный совет Программы Организации "
        "Объединенных Наций по населенным пунктам", "Первая сессия 2027 года",
        "Найроби, 25–27 марта 2027 года", "Пункт 10 предварительной повестки дня",
        "Осуществление Программой Организации Объединенных Наций по населенным пунктам реформы "
        "системы развития Организации Объединенных Наций", "Записка секретариата", "Введение",
        "В Африке ООН-Хабитат подписала не менее 45 рамочных программ по сотрудничеству "
        "(HSP/EB.2025/8) ", "и активно участвует в 38 из них.", "Страна", "Полностью", "Частично",
        "Не начато", "Не оценено", "Всего", "23 ноября 2026 года",
    ),
    "es": Said(
        "Naciones Unidas", "Programa de las Naciones Unidas para los Asentamientos Humanos",
        "Español", "Original: inglés", "Junta Ejecutiva del Programa de las Naciones Unidas para "
        "los Asentamientos Humanos", "Primer período de sesiones de 2027",
        "Nairobi, 25 a 27 de marzo de 2027", "Tema 10 del programa provisional",
        "Aplicación de la reforma del sistema de las Naciones Unidas para el desarrollo por el "
        "Programa de las Naciones Unidas para los Asentamientos Humanos", "Nota de la Secretaría",
        "Introducción", "En África, ONU-Hábitat ha firmado al menos 45 Marcos de Cooperación "
        "(HSP/EB.2025/8) ", "y participa activamente en 38 de ellos.", "País", "Total",
        "Parcial", "No iniciado", "No evaluado", "Total", "23 de noviembre de 2026",
    ),
}  # fmt: skip

OTHER = {
    "en": Run("أُعد المشروع مع الشركاء في فلسطين، HSP/EB.2025/8.", lang="ar"),
    "ar": Run("The programme was prepared with partners (HCPD, 2024).", lang="en"),
}
"""Words in another language than the paper."""


def sample_masthead(language: str = "en", **fields: Any) -> Masthead:
    said = SAID[language]
    sample = Masthead(
        said.organisation, "HSP/EB.2027/4", said.programme, "Distr.: General", said.date,
        said.language, said.original, said.body, said.session, said.place, said.agenda + "*",
        said.title, said.title + "**", said.byline,
    )  # fmt: skip
    return replace(sample, **fields)


def sample_document(language: str = "en", **fields: Any) -> Document:
    """A paper with one of everything that a printer draws."""
    said = SAID[language]
    sample = Document(
        language=language,
        title=said.title,
        symbol="HSP/EB.2027/4",
        foot=f"2026/1 · {said.date} · SHA-256 {CHECKSUM}",
        made_on=DAY,
        blocks=sample_blocks(language),
        masthead=sample_masthead(language),
        keywords=("HSP/EB.2027/4", "UN-Habitat"),
    )
    return replace(sample, **fields)


def sample_blocks(language: str) -> tuple[Block, ...]:
    said = SAID[language]
    other = OTHER.get(language, Run("The paper in its original language.", lang="en"))
    return (
        Paragraph(words("* HSP/EB.2027/1."), style=SMALL),
        Paragraph(words("HSP/EB.2027/4 · 2026/1"), style=FACT),
        Heading(1, words(said.heading), anchor="introduction"),
        Paragraph(sample_sentence(said), number=1, anchor="p1"),
        Paragraph((*sample_sentence(said), other), number=2),
        Heading(2, words(said.country), anchor="countries"),
        Paragraph(words(said.sentence + said.more), number=3),
        Bullets((words(said.full), (Run(said.partial, emphasis=True), Run(" 12")))),
        sample_table(said),
        Heading(3, words(said.total)),
        sample_chart(said),
        PageBreak(),
        Paragraph((other,)),
        Paragraph((Run(said.heading, strong=True, url=PAGE),), number=4),
    )


def sample_sentence(said: Said) -> Runs:
    """A hedged figure with its reference, and a footnote with another."""
    note = (Run("HSP/EB.2022/9, 7."), Run("38", ref="F2", url=PAGE + "#F2"))
    return (
        Run(said.sentence.strip(" ,،，"), ref="F1", url=PAGE + "#F1"),
        Run(" " + said.more, note=note),
    )


def sample_table(said: Said) -> Table:
    """A group, two rows and a total."""
    columns = (
        TableColumn(said.country, 3),
        TableColumn(said.full, 1, is_number=True),
        TableColumn(said.partial, 1, is_number=True),
        TableColumn(said.sentence.strip(), 4),
    )
    rows = (
        (words("ROAF"),),
        (words("Kenya · KEN"), words("12"), words("5"), words(said.sentence + said.more)),
        (words("Malawi · MWI"), words("9"), words("8"), ()),
        (words(said.total), words("21"), words("13"), ()),
    )
    return Table(said.sentence.strip(), columns, rows, totals=(3,), note=said.more)


def sample_chart(said: Said) -> Chart:
    bars = (
        Bar("ROAF", (310, 120, 60, 10), "62%"),
        Bar("ROAP", (140, 180, 20, 0), "41%"),
        Bar("ROAS", (0, 0, 0, 25), "0%"),
        Bar("HQ", (0, 0, 0, 0), "–"),
    )
    parts = (said.full, said.partial, said.not_started, said.not_assessed)
    return Chart(said.sentence.strip(), said.sentence + said.more, parts, bars, note=said.more)


def large_document(items: int = 50, teams: int = 125, letters: int = 200) -> Document:
    """The whole checklist at its largest: every item answered by every country team.

    Its tables have the shape of those of `builders/answered.py`: who with the verdict, and in one
    cell a narrative, the constraints, the next step and the evidence.
    """
    narrative = ("The framework answers to what was asked; its dates are older. " * letters)[
        :letters
    ]
    blocks = [block for item in range(items) for block in _item(item, teams, narrative)]
    opening = Paragraph(words("Answers of round 2026."), number=1)
    return sample_document(blocks=(opening, PageBreak(), *blocks))


FURTHER = (
    "\nConstraints: Lack of core funding\nNext step: Sign the document (3 May 2026)"
    "\nEvidence: Signature page, https://evidence.example.org/2026/17, 12 March 2026"
)


FIRST_OF_PILLAR = {0: "NGT", 14: "RCS", 23: "REG", 31: "SDO", 38: "BOP", 44: "FUN"}
"""Fifty items by pillar, as the checklist has them."""


def _item(item: int, teams: int, narrative: str) -> tuple[Block, ...]:
    rows = tuple(
        (
            (Run(f"Team {team}", strong=True), Run("\nPartial", emphasis=True)),
            words(f"{item}.{team} {narrative}{FURTHER}"),
        )
        for team in range(teams)
    )
    columns = (TableColumn("Who answers", 1), TableColumn("What they say", 3))
    pillar = FIRST_OF_PILLAR.get(item, "")
    begins = (Heading(1, words(pillar), anchor=pillar),) if pillar else ()
    heading = Heading(2, words(f"Item {item}"), anchor=f"item-{item}")
    return *begins, heading, Table(f"Answers to item {item}", columns, rows)
