"""One case to read: the referral as it was sent with what came after, and its history in words."""
