"""What staff put around and in front of everything else: menus, notices, the home page."""
