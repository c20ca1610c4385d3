"""Before there is a book: open one, create one, or explore the demo programme."""
