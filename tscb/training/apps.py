"""The app of the training packs as Django sees it."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "tscb.training"
    label = "training"
    verbose_name = "Training packs"
