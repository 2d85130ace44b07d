"""Evidence that briefings are used: teams tell of their meeting, an editor looks at what they
wrote, the board sees how far each briefing has reached.
"""
