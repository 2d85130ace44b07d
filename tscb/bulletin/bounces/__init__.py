"""Letters that came back, and complaints: read, counted, and never a reason to fail."""
