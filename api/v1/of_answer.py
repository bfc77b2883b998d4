"""What belongs to one answer: the answer of the address, among those the caller may see."""

from api.errors import not_found
from api.views import ApiView
from checklist.models import Answer


class AboutAnswer(ApiView):
    """Below `rounds/{round}/answers/{item}/{subject}/`."""

    def answer(self, *more: str) -> Answer:
        """The answer of the address; `more` is read with it."""
        keys = {name: self.kwargs[name] for name in ("round", "item")}
        codes = {f"{name}__code": code for name, code in keys.items()}
        visible = Answer.objects.visible_to(self.actor).select_related("round", "item", *more)
        found = visible.filter(**codes, subject=self.kwargs["subject"]).first()
        if found is None:
            raise not_found()
        return found
