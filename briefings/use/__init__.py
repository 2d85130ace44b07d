"""What a team does with a briefing: print it, read it as plain text, present it.

The files of the team pack are made in `briefings/pack/`, the printed page in `briefings/sheet/`.
"""
