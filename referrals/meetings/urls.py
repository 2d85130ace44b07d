"""Addresses of the meetings, under /panel/."""

from django.urls import path

from referrals.meetings.views import agenda, coming, listing, minutes, papers, planning, seats

app_name = "meetings"
ONE = "meetings/<uuid:meeting_id>/"
urlpatterns = [
    path("meetings/", listing.meetings, name="list"),
    path("meetings/plan/", planning.plan, name="plan"),
    path("meetings/members/", seats.members, name="members"),
    path("meetings/members/add/", seats.give, name="seat"),
    path("meetings/members/<int:seat_id>/end/", seats.end, name="end_seat"),
    path("meetings/quorum/", seats.quorum, name="quorum"),
    path(ONE, coming.one, name="one"),
    path(f"{ONE}change/", planning.change, name="change"),
    path(f"{ONE}cancel/", planning.cancel, name="cancel"),
    path(f"{ONE}agenda/", agenda.edit, name="agenda"),
    path(f"{ONE}agenda/<int:item_id>/off/", agenda.take_off, name="take_off"),
    path(f"{ONE}agenda/<int:item_id>/conflict/", coming.conflict, name="conflict"),
    path(f"{ONE}invite/", coming.invite, name="invite"),
    path(f"{ONE}calendar.ics", coming.calendar_file, name="calendar"),
    path(f"{ONE}papers/", papers.pack, name="papers"),
    path(f"{ONE}held/", minutes.held, name="held"),
    path(f"{ONE}minutes/", minutes.minutes, name="minutes"),
    path(f"{ONE}minutes/confirm/", minutes.confirm, name="confirm"),
    path(f"{ONE}minutes/<int:item_id>/", minutes.write, name="write"),
    path(f"{ONE}minutes/<int:item_id>/correct/", minutes.correct, name="correct"),
    path(f"{ONE}minutes/<int:item_id>/action/", minutes.action, name="action"),
    path(f"{ONE}actions/<int:action_id>/done/", minutes.action_done, name="action_done"),
    path(f"{ONE}minutes/<int:item_id>/conflict/", minutes.declared, name="declared"),
    path("referrals/<uuid:referral_id>/meetings/", minutes.of_a_case, name="case"),
]
