"""Template tags of the learning events."""
