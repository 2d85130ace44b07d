"""Promise 1 under stress: `make chaos` has 200 people read whom to call while the database is
killed, stopped and shut down under them, and counts every answer that did not come or was wrong.
"""
