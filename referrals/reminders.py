"""What falls due with time in this app. Found by `discover("reminders")`."""

from referrals.form import keeping, links


def remind() -> None:
    links.answer_requests()
    keeping.keep_in_order()
