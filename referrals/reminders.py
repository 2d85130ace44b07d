"""What falls due with time in this app. Found by `discover("reminders")`."""

from referrals.agreement import reminding
from referrals.clock import catching_up
from referrals.form import keeping, links


def remind() -> None:
    links.answer_requests()
    reminding.remind()
    keeping.keep_in_order()
    catching_up.catch_up()
