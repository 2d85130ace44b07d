"""Files from outside, as the parsers in the child process find them."""
