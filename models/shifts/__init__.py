"""Which hours each employee worked, was planned for, or missed."""
