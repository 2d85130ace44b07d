"""The panel's meetings: who sits there, when it meets, the agenda, the papers, the minutes.

A case is put before the panel by being put on the agenda of a meeting.
"""
