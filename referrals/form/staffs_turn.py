"""What staff are answered on a page of the form when their session has ended meanwhile.

They sign in again, instead of being sent the ways back of a practitioner; what they had typed is
kept for who was entering the referral, and for nobody else.
"""

from django.http import HttpRequest, HttpResponse

from referrals.models import StaffEntry
from tscb.board.sessions.handing_back import handed_back
from tscb.board.sessions.kept_forms import keep
from tscb.board.sessions.limits import is_live
from tscb.board.sessions.middleware import sign_in_again


def staffs_turn(request: HttpRequest) -> HttpResponse | None:
    """None where this browser holds nothing that staff enter, or somebody else has signed in."""
    entry: StaffEntry | None = getattr(request, "waits_for", None)
    if entry is None or is_live(request):
        return None
    if request.method != "POST":
        return sign_in_again(request.get_full_path())
    kept = keep(request, entry.entered_by)
    return sign_in_again(kept) if kept else handed_back(request)
