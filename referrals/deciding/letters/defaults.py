"""The templates that a new site begins with. What staff changed in them is never undone."""

from referrals.models import LetterTemplate, LetterVersion

DEFAULTS = (
    (
        "secure-records",
        "To agencies: secure your records",
        "Please secure your records: {reference}",
        "The {board} has received a referral about a child whom your agency may know. Our "
        "reference is {reference}. We tell you separately, by a secure way, whom it is about.\n\n"
        "Please secure all records that you hold, on paper and on computers, so that nothing in "
        "them can be changed or lost. Make a copy before anybody works on with them. Tell us who "
        "has done this and on which day.\n\n"
        "Please do not send records with your answer.",
    ),
    (
        "chief-executives",
        "To chief executives: the decision",
        "Decision of the {chair}: {reference}",
        "On {meeting} the {panel} considered the case with the reference {reference}. On {decided} "
        "the {chair} decided: {decision}.\n\n"
        "Please name, within five working days, a senior person in your agency who takes part and "
        "can speak for it, and see to it that your records are secured.\n\n"
        "The reasons for the decision and the terms of reference follow separately.",
    ),
    (
        "family",
        "To the family",
        "About what happened to your family",
        "We are sorry for what has happened. Local agencies look together at what can be learned "
        "from it, so that other children are better protected. This is not about blame.\n\n"
        "On {decided} it was decided how this is to be done: {decision}. We would like to hear "
        "from you, if and when you wish: you know things that nobody else knows.\n\n"
        "You can bring somebody whom you trust. You do not have to take part, and you can change "
        "your mind. We tell you before anything is published, and it will not name anybody.",
    ),
    (
        "referrer",
        "To the referrer: the decision",
        "Your referral {reference}",
        "Thank you for the referral that you sent on {received}. The {panel} considered it on "
        "{meeting}, and on {decided} the {chair} decided: {decision}.\n\n"
        "Please tell your manager. If you know more that matters, tell us, with the reference "
        "{reference}.",
    ),
)


def set_up() -> None:
    """Adds the templates that are missing and changes nothing that is there."""
    for order, (key, name, subject, body) in enumerate(DEFAULTS, 1):
        template, is_new = LetterTemplate.objects.get_or_create(
            key=key, defaults={"name": name, "order": order}
        )
        if is_new:
            LetterVersion.objects.create(template=template, number=1, subject=subject, body=body)
