"""What comes of a case: what the panel recommends, the chair decides, and its closing says. Plain
choices, so that figures and retention need no key."""

from django.db import models


class Outcome(models.TextChoices):
    REVIEW = "review", "Case review"
    SINGLE_AGENCY = "single-agency", "No review: one agency acts"
    AUDIT = "audit", "No review: audit"
    BRIEFING = "briefing", "No review: briefing on what was learned"
    ELSEWHERE = "elsewhere", "No review: referred to another body"
    NONE = "none", "No review and no other action"
    WITHDRAWN = "withdrawn", "Withdrawn, and the board does not go on"


# What a panel can recommend beside the types of review.
OTHER_ACTIONS = tuple(one for one in Outcome if one not in (Outcome.REVIEW, Outcome.WITHDRAWN))
