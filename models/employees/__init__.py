"""Who works for the programme, where, since when and on which pay terms."""
