"""The manager's agreement: asking for it, the manager's pages, reminders, and how things stand.

Form and panel both ask and look through here; it knows neither.
"""
