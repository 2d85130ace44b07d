"""Who gets letters: asking, confirming by mail, seeing and changing what is kept, and leaving."""
