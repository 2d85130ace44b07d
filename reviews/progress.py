"""How far a review's recommendations are, as the public page shows it: how many of their actions
are done, when that last changed, and the words that were released for the public."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, QuerySet, TextField, Value, When
from django.db.models.functions import JSONObject

from reviews.models import Action, Recommendation

WORDS = Case(
    When(released_by__isnull=False, then=F("public_evidence")),
    default=Value(""),
    output_field=TextField(),
)


def tracked(recommendations: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Each with its `actions_told`, in the same question."""
    actions = Action.objects.filter(recommendation=OuterRef("pk")).order_by("due", "pk")
    told = JSONObject(state="state", changed_at="changed_at", words=WORDS)
    return recommendations.annotate(actions_told=ArraySubquery(actions.values(told=told)))
