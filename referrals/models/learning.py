"""What others could learn from a case that was suggested for learning."""

from django.db import models


class LearningFrom(models.TextChoices):
    GOOD_PRACTICE = "good-practice", "Good practice"
    NEAR_MISS = "near-miss", "Near miss"
    TO_IMPROVE = "to-improve", "Practice to improve"
