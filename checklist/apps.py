from django.apps import AppConfig


class ChecklistConfig(AppConfig):
    name = "checklist"

    def ready(self) -> None:
        """The rules of alignment on answers stand among the others, whoever imports what first."""
        from checklist.alignment import rules, words  # noqa: PLC0415
        from programmes.alignment.registry import add_source  # noqa: PLC0415
        from programmes.alignment.words import add  # noqa: PLC0415

        add_source("A28", "A29", source=rules.check_answers)
        add(words.WORDS, words.TITLES, words.MISSING)
