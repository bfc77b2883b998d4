"""What the secretariat does about the rules: set one, set a finding aside, bring it back."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused, Stale
from programmes.actions.alignment import dismiss, restore, set_rule
from programmes.alignment import blockers
from programmes.alignment.checking import Checked, check
from programmes.models import AlignmentRule
from regions.queries import read_query
from reporting.pages.findings import shown_finding
from reporting.snapshots.alignment import read_rules
from reporting.staff.alignment.forms import DismissForm, RuleForm
from reporting.staff.alignment.live import live_record


def keep_setting(
    request: HttpRequest, rule: AlignmentRule, form: RuleForm | None
) -> HttpResponse | None:
    """Set the rule and go back to its page; nothing where it was not taken."""
    by = request.actor  # type: ignore[attr-defined]
    if form is None:
        raise PermissionDenied
    if not form.is_valid():
        return None
    try:
        set_rule(rule, **form.said(), by=by)
    except Invalid as refusal:
        form.take(refusal)
        return None
    except Stale:
        rule.refresh_from_db()
        form.overtake(rule)
        return None
    messages.success(request, _("The rule is set."))
    return redirect("alignment-rule", rule.code)


@require_http_methods(["GET", "HEAD", "POST"])
@permitted(policy.may_dismiss_findings)
def alignment_dismiss(request: HttpRequest, code: str, subject: str) -> HttpResponse:
    """Set a finding aside with a reason; one that is set aside can be brought back here."""
    read_query(request, {})
    found = finding_of(code, subject)
    form = DismissForm(request.POST or None, initial={"seen": found.fingerprint})
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            dismiss(found, **form.cleaned_data, day=timezone.localdate(), by=actor_in(request))
        except Invalid as faults:
            form.take(faults)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The finding is set aside."))
            return redirect(back(found))
    return drawn(request, found, form, refusal)


def drawn(
    request: HttpRequest, found: Checked, form: DismissForm, refusal: Refused | None
) -> HttpResponse:
    """The finding with the form, or with its dismissal."""
    if refusal is not None:
        form = DismissForm(
            initial={"seen": found.fingerprint, "reason": form.cleaned_data["reason"]}
        )
    rules = {rule["code"]: rule for rule in read_rules()}
    shown = shown_finding(live_record(found), rules, {})
    context = {
        "finding": replace(shown, rule_url=reverse("alignment-rule", args=[found.rule])),
        "is_open": found.is_open,
        "caution": blockers.caution(found),
        "form": form,
        "refusal": refusal,
        "restore_url": reverse("alignment-restore", args=[found.rule, found.subject]),
        "back": back(found),
    }
    status = 422 if form.errors else status_of(refusal)
    return render(request, "reporting/staff/alignment_dismiss.html", context, status=status)


@permitted(policy.may_dismiss_findings)
@require_POST
def alignment_restore(request: HttpRequest, code: str, subject: str) -> HttpResponse:
    """Bring a finding back that was set aside."""
    read_query(request, {})
    found = finding_of(code, subject)
    try:
        restore(code, subject, by=actor_in(request))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The finding is open again."))
    return redirect(back(found))


def finding_of(code: str, subject: str) -> Checked:
    """What the rule found on a subject today; what it did not find is not there."""
    rows = (each for each in check(timezone.localdate()) if each.rule == code)
    found = next((each for each in rows if each.subject == subject), None)
    if found is None or not found.says:
        raise Http404
    return found


def back(found: Checked) -> str:
    """The page of the country, or that of the rule where several are concerned."""
    if found.country:
        return reverse("alignment-country", args=[found.country])
    return reverse("alignment-rule", args=[found.rule])


def actor_in(request: HttpRequest) -> Any:
    """Who acts; the door has seen to it that somebody may."""
    return request.actor  # type: ignore[attr-defined]
