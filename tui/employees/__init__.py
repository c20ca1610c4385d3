"""The people of the programme and their pay terms."""
