"""Publishing, the same for case reviews and briefings: states, the one door, actions, admin."""
