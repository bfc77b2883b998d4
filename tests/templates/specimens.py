"""What the gallery shows: ordinary contents and those that break a careless page."""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator

from regions.charts import Scale, lettered, segments
from regions.timelines import Axis, Row

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ARABIC = "ما لا يقل عن 45 إطاراً من أطر التعاون <script>alert(1)</script>"
KINDS = ["full", "partial", "not_started", "not_assessed", "not_applicable"]
COUNTS = {"full": 1483, "partial": 846, "not_started": 502, "not_assessed": 217}
CHANGES: list[dict[str, Any] | None] = [
    {"direction": "up", "amount": 7, "words": "up 7 points"},
    {"direction": "down", "amount": 3, "words": "down 3 points", "worse": True},
    {"direction": "same", "amount": 0, "words": ""},
    None,
]


class EveryField(forms.Form):
    name = forms.CharField(help_text="One sentence, published.", label="Next step")
    due = forms.DateField(label="Due")
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label=ARABIC)
    reason = forms.ChoiceField(choices=[("a", "Evidence is missing"), ("b", LONG)], label="Reason")
    verdict = forms.ChoiceField(
        choices=[(kind, kind) for kind in KINDS],
        widget=forms.RadioSelect,
        help_text="What is true.",
        label="Verdict",
    )
    constraints = forms.MultipleChoiceField(
        choices=[("a", "Staff capacity"), ("b", "Crisis context")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label="Why not full",
    )
    read = forms.BooleanField(label="I have read the sample of 20 lines")
    file = forms.FileField(label="Evidence", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class Words(forms.Form):
    words = forms.CharField(label="Words")


def figure(**parts: Any) -> dict[str, Any]:
    return {"area": "Africa", "value": 45, "qualifier": "at_least", "counted": 44} | parts


def figures() -> list[dict[str, Any]]:
    return [
        figure(
            what="frameworks signed: active part in 25, light support to 20",
            document="HSP/EB.2025/8",
            document_url="/d/",
            paragraph="12",
            counted_of="of 48 teams",
            comparison="differs",
            explanation="1 fewer: one signature page not on file",
            url="/offices/ROAF/",
        ),
        figure(area="Arab States", value=14, qualifier="exactly", counted=14, comparison="agrees"),
        figure(area="Asia", value=15, of_total=22, document="HSP/EB.2025/8", what="countries"),
        figure(area="Latin America", value=275000, qualifier="about", counted=None),
        figure(area=LONG, value=60, qualifier="more_than", source=ARABIC, what=ARABIC, counted=0),
    ]


def matrix(*, rtl: bool) -> dict[str, Any]:
    bar = segments(COUNTS, rtl=rtl)
    cells = [
        {"column": "All", "is_all": True, "share": 0.487, "change": CHANGES[0], "segments": bar},
        {"column": "ROAF", "url": "/a/", "share": 1, "change": CHANGES[1], "segments": bar},
        {"column": "ROAS", "url": "/b/", "share": None, "full": 5, "applicable": 8,
         "change": None, "segments": segments({"full": 5, "partial": 3}, rtl=rtl)},
        {"column": "EECA", "blank": "No office of its own"},
        {"column": LONG[:20], "share": 0, "segments": []},
    ]  # fmt: skip
    columns = [{"name": "All answers"}] + [
        {"name": name, "note": "48 teams", "url": "/"} for name in ("Africa", ARABIC, "EECA", LONG)
    ]
    rows = [
        {"name": "Regional approach", "note": "REG, 8 items", "url": "/p/", "cells": cells},
        {"name": LONG, "cells": cells},
        {"name": "All pillars", "is_total": True, "cells": cells},
    ]
    return {"caption": "Share full", "corner": "Pillar", "columns": columns, "rows": rows}


def groups() -> list[dict[str, Any]]:
    levels = ("active", "light", "none", "no_framework")
    tiles = [
        {"code": f"A{n:02}", "name": f"{ARABIC} {n}", "url": f"/{n}/",
         "engagement": levels[n % 4], "is_signatory": n % 3 == 0}
        for n in range(40)
    ]  # fmt: skip
    notes = ["24 active, 20 light", "44 signatory"]
    return [
        {"name": "Africa", "url": "/offices/ROAF/", "notes": notes, "tiles": tiles},
        {"name": "Eastern Europe and Central Asia", "notes": [], "tiles": []},
    ]


def timeline(*, rtl: bool) -> dict[str, Any]:
    axis = Axis.of_years(2022, 2028, rtl=rtl)
    framework = [
        axis.period("framework", date(2023, 1, 1), date(2025, 12, 31),
                    label="Signed for 2023–2025", short="2023–2025"),
        axis.period("extension", date(2026, 1, 1), date(2027, 12, 31),
                    label="Extended to 31 December 2027", short="to 12/2027"),
    ]  # fmt: skip
    document = [
        axis.period("document", date(2023, 1, 1), date(2026, 12, 31),
                    label="Country programme document 2023–2026", short="2023–2026"),
        axis.period("gap", date(2027, 1, 1), date(2027, 12, 31),
                    label="12 months uncovered", short="12 mo."),
    ]  # fmt: skip
    sessions = [
        axis.event("report", date(2025, 1, 27), label="2025"),
        axis.event("session", date(2025, 3, 25), label="Mar"),
        axis.event("other", date(2025, 11, 20), label="Nov"),
    ]
    return {
        "sentence": "Framework 2023 to 2027, programme document to 2026",
        "years": axis.years(),
        "today": axis.event("today", date(2025, 9, 30), label="Register as of 30 September 2025"),
        "rows": [
            Row("Cooperation Framework", "Palestine country team", framework),
            Row("HCPD", "Habitat Country Programme Document", document),
            Row("Board sessions", "filled: reform on the agenda", events=sessions),
            Row(LONG),
        ],
    }


def dots(*, rtl: bool) -> dict[str, Any]:
    scale = Scale.up_to(36, rtl=rtl)
    rows = [
        {"name": "Crisis context", "now": 36, "before": 31, "url": "/c/", "change": CHANGES[0]},
        {"name": ARABIC, "now": 0, "before": None, "change": None},
    ]
    for row in rows:
        row["now_x"] = scale.position(int(str(row["now"])))
        row["before_x"] = scale.position(31) if row["before"] else ""
    heads = {"head": "Constraint", "measure": "Answers naming it", "now_name": 2025}
    return heads | {"caption": "x", "before_name": 2024, "ticks": scale.ticks(), "rows": rows}


def distribution(*, rtl: bool) -> dict[str, Any]:
    labels = {"full": "Full 49%", "partial": "Partial 28%", "not_assessed": "Not assessed 7%"}
    before = lettered({"full": 1234, "partial": 958, "not_started": 570}, labels, rtl=rtl)
    names = {"now_name": "2025", "before_name": "2024"}
    return names | {"sentence": "x", "now": lettered(COUNTS, labels, rtl=rtl), "before": before}


def events() -> list[dict[str, Any]]:
    changes = [
        {"name": "Verdict", "before": "Partial", "after": "Full"},
        {"name": ARABIC, "before": "", "after": LONG},
    ]
    moment = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
    return [
        {"at": moment, "by": "A. Reviewer", "label": "Answer amended", "changes": changes,
         "why": ARABIC, "request_id": "0f6d-77"},
        {"at": "2025-02-01T10:00:00Z", "label": "Submitted"},
        {"at": "not a moment", "label": ""},
    ]  # fmt: skip


def faulty_form() -> EveryField:
    form = EveryField({"due": "31 February", "verdict": "partial", "name": LONG})
    form.add_error(None, ARABIC)
    return form


def facts() -> list[dict[str, Any]]:
    return [
        {"name": "Publication", "value": "Round 2025, version 2"},
        {"name": "Address", "value": LONG, "url": "/publications/2025/2/"},
        {"name": ARABIC, "value": ARABIC, "note": "signed to 31 December 2025"},
    ]


def every_part(*, rtl: bool) -> dict[str, Any]:
    bars = [segments(COUNTS, rtl=rtl), segments({}, rtl=rtl), segments({"full": 1}, rtl=rtl)]
    return {
        "demonstration": True,
        "whoami_label": "Member of the Board",
        "navigation": [
            {"label": "Overview", "url": "/", "is_current": True},
            {"label": "Offices", "url": "/offices/", "is_current": False},
        ],
        "reconstruction_notice": "The checklist shown is a working reconstruction.",
        "crumbs": [{"label": "Overview", "url": "/"}, {"label": ARABIC}],
        "notes": ["Circles are verdicts, frames are progress.", ARABIC],
        "verdicts": [*KINDS, "<unknown>"],
        "steps": ["empty", "draft", "submitted", "returned", "accepted"],
        "changes": CHANGES,
        "bars": bars,
        "figures": figures(),
        "matrix": matrix(rtl=rtl),
        "groups": groups(),
        "timeline": timeline(rtl=rtl),
        "dots": dots(rtl=rtl),
        "distribution": distribution(rtl=rtl),
        "facts": facts(),
        "form": faulty_form(),
        "words": Words({"words": "ROUND 2026 VERS"})["words"],
        "blockers": [{"message": ARABIC, "url": "#x", "code": "no_evidence"}, {"message": LONG}],
        "banners": ["note", "warn", "stop", "ok"],
        "long": "The framework was extended after this answer",
        "actions": [{"label": "Read round 2025", "url": "/"}, {"label": LONG, "url": "/x/"}],
        "page": Paginator(range(2120), 10).page(3),
        "events": events(),
        "keys": [{"key": "j", "does": "next"}, {"key": "?", "does": "all keys"}],
    }
