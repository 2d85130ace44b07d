"""Somebody asked for a link by reference and email address: written down, answered by the worker.

The page that takes the request never looks whether it fits a referral, so its answer cannot tell.
"""

from django.db import models

from tscb.common.encryption import EncryptedTextField


class LinkRequest(models.Model):
    reference = EncryptedTextField()
    email = EncryptedTextField()
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("asked_at", "pk")

    def __str__(self) -> str:
        return "Request for a link"
