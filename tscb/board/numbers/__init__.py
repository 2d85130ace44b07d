"""How a telephone number that worried people are told is changed, by two people, and confirmed."""
