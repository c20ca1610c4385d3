"""The packs that this program ships, a TOML file for each."""
