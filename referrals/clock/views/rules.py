"""The rules of the clock, set by set, and the form that changes one or adds one."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.clock.preview import in_words
from referrals.clock.rule_changes import add_rule, change_rule, use_set
from referrals.clock.rule_form import RuleForm, as_it_is
from referrals.models import ClockRule
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.READ_CALENDAR)
def rules(request: HttpRequest) -> HttpResponse:
    found = sorted(ClockRule.objects.current(), key=lambda one: (one.order, one.key))
    first = {one.rule_set: one.order for one in reversed(found)}
    found.sort(key=lambda one: (first[one.rule_set], one.order))
    sets = [(name, list(own)) for name, own in groupby(found, key=lambda one: one.rule_set)]
    can_set = can_act(Act.SET_CLOCK_RULES, by=request.user)
    return render(request, "referrals/clock/rules.html", {"sets": sets, "can_set": can_set})


@require_POST
@may(Act.SET_CLOCK_RULES)
def use(request: HttpRequest) -> HttpResponse:
    """A whole set in force, or none of it."""
    rule_set, is_active = request.POST.get("rule_set", ""), request.POST.get("use") == "yes"
    use_set(rule_set=rule_set, is_active=is_active, by=signed_in(request))
    messages.success(request, "Kept. Referrals that come from now on are measured so.")
    return redirect("panel:clock:rules")


@answers_get_and_post
@may(Act.SET_CLOCK_RULES)
def rule(request: HttpRequest, key: str) -> HttpResponse:
    found = ClockRule.objects.current().filter(key=key).first()
    if found is None:
        raise Http404
    form = RuleForm(typed(request), initial=as_it_is(found))
    person, before = signed_in(request), version_in(request)

    def change() -> object:
        return change_rule(key=key, version=before, told=form.told, by=person)

    if is_to_be_kept(request, form) and done(form, change):
        messages.success(request, "The rule is kept. Cases received before keep the earlier one.")
        return redirect("panel:clock:rules")
    earlier = ClockRule.objects.filter(key=key, is_current=False).order_by("-version")
    return page(request, form, rule=found, earlier=earlier, version=before or found.version)


@answers_get_and_post
@may(Act.SET_CLOCK_RULES)
def new_rule(request: HttpRequest) -> HttpResponse:
    form, person = RuleForm(typed(request), initial=NEW), signed_in(request)
    if is_to_be_kept(request, form) and done(form, lambda: add_rule(told=form.told, by=person)):
        messages.success(request, "The rule is kept.")
        return redirect("panel:clock:rules")
    return page(request, form)


NEW = as_it_is(ClockRule(length=5, unit="working_days", basis="board", is_active=True))


def is_to_be_kept(request: HttpRequest, form: RuleForm) -> bool:
    """Not if somebody only wants to see what would come out."""
    return form.is_valid() and "preview" not in request.POST


def version_in(request: HttpRequest) -> int:
    typed_version = request.POST.get("version", "")
    return int(typed_version) if typed_version.isdecimal() else 0


def page(request: HttpRequest, form: RuleForm, **context: object) -> HttpResponse:
    preview = in_words(form.told) if form.is_bound and form.is_valid() else ""
    told = {"form": form, "preview": preview, **context}
    return render(request, "referrals/clock/rule.html", told)
