"""Template tags of the briefings."""
