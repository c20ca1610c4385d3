"""How this programme works, its sites, its audit, and the program itself."""
