"""Promise 2 under stress: `make soak` has many people send referrals while server processes are
killed, and counts from their own receipts that none was lost and none received twice.
"""
