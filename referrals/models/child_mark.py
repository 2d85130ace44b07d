"""By what a child, or somebody of its family, is known again in another referral, without any of
them being decrypted.

A mark is a keyed hash of how somebody is called and when they were born: who has the database alone
can neither read a name in it nor try names out. It goes with its referral.
"""

from django.db import models

from referrals.models.referral import Referral


class Likeness(models.TextChoices):
    """What two children have in common, the strongest first, and then what marks their families;
    the words are for the panel."""

    NUMBER = "number", "the same NHS number"
    NAME_AND_BIRTH = "name-and-birth", "the same name and date of birth"
    LAST_NAME_AND_BIRTH = "last-name-and-birth", "the same last name and date of birth"
    FIRST_NAME_AND_BIRTH = "first-name-and-birth", "the same first name and date of birth"
    NAME = "name", "the same first and last name, without the same date of birth"
    HOME = "home", "the same last name and postcode, perhaps a brother or sister"
    RELATIVE_AND_BIRTH = "relative-and-birth", "family: the same name and date of birth"
    RELATIVE_AT_HOME = "relative-at-home", "family: the same name and postcode"
    RELATIVE = "relative", "family: the same name, without the same date of birth"


OF_THE_FAMILY = frozenset(
    {Likeness.RELATIVE_AND_BIRTH, Likeness.RELATIVE_AT_HOME, Likeness.RELATIVE}
)


class ChildMark(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="child_marks")
    likeness = models.CharField(max_length=20, choices=Likeness)
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("referral", "digest"), name="child_marked_once"),
        )

    def __str__(self) -> str:
        return f"{self.likeness} mark"
