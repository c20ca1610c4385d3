"""The packs that this program ships."""

from functools import cache
from importlib import resources

from models.rules.packs import Pack, read_pack


@cache
def shipped_names() -> tuple[str, ...]:
    """Their names, by the alphabet."""
    files = (path.name for path in resources.files("models.rules.data").iterdir())
    return tuple(sorted(name[:-5].upper() for name in files if name.endswith(".toml")))


@cache
def shipped_pack(name: str) -> Pack:
    """One of `shipped_names`."""
    file = resources.files("models.rules.data") / f"{name.lower()}.toml"
    return read_pack(file.read_text(encoding="utf-8"))
