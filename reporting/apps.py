from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "reporting"

    def ready(self) -> None:
        """The rules of alignment on figures stand among the others."""
        from programmes.alignment.registry import add_source  # noqa: PLC0415
        from programmes.alignment.words import add  # noqa: PLC0415
        from reporting.alignment import rules, words  # noqa: PLC0415

        add_source("A26", "A27", source=rules.check_figures)
        add(words.WORDS, words.TITLES, words.MISSING)
