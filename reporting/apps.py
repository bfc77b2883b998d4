from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "reporting"

    def ready(self) -> None:
        """The rules of alignment on figures stand among the others; requests on pages below."""
        from checklist.pages.elsewhere import ON_ROUND, ON_WORK  # noqa: PLC0415
        from programmes.alignment.registry import add_source  # noqa: PLC0415
        from programmes.alignment.words import add  # noqa: PLC0415
        from reporting.alignment import rules, words  # noqa: PLC0415
        from reporting.staff.waiting_requests import on_round, on_work  # noqa: PLC0415

        add_source("A26", "A27", source=rules.check_figures)
        ON_WORK.append(on_work)
        ON_ROUND.append(on_round)
        add(words.WORDS, words.TITLES, words.MISSING)
