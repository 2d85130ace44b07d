"""What falls due with time in this app. Found by `discover("reminders")`."""

from referrals.agreement import reminding
from referrals.auditing import heads
from referrals.clock import catching_up
from referrals.clock import links as calendar_links
from referrals.clock import reminding as deadlines
from referrals.form import keeping, links
from referrals.publication import coming_out
from referrals.summaries import questions
from referrals.summaries import reminding as summaries


def remind() -> None:
    links.answer_requests()
    reminding.remind()
    summaries.remind()
    questions.remind()
    keeping.keep_in_order()
    heads.note_todays()
    catching_up.catch_up()
    deadlines.remind()
    calendar_links.end_of_those_who_left()
    coming_out.note_published()
