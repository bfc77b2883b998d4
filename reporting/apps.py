from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "reporting"

    def ready(self) -> None:
        """Rules of alignment on figures stand among the others; requests, note on pages below."""
        from checklist.pages.elsewhere import ON_ROUND, ON_WORK  # noqa: PLC0415
        from programmes.alignment.registry import add_source  # noqa: PLC0415
        from programmes.alignment.words import add  # noqa: PLC0415
        from reporting.alignment import rules, words  # noqa: PLC0415
        from reporting.staff import waiting_note, waiting_requests  # noqa: PLC0415

        add_source("A26", "A27", source=rules.check_figures)
        ON_WORK.extend((waiting_requests.on_work, waiting_note.on_work))
        ON_ROUND.append(waiting_requests.on_round)
        add(words.WORDS, words.TITLES, words.MISSING)
