"""The time zone that a country implies, where it has one obvious zone."""

from importlib import resources
from typing import Final

# Countries of several zones of which nearly everyone lives by one.
_USUAL: Final = {
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "MN": "Asia/Ulaanbaatar",
    "MY": "Asia/Kuala_Lumpur",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
    "UZ": "Asia/Tashkent",
    "VN": "Asia/Ho_Chi_Minh",
}


def timezone_of(country: str) -> str | None:
    """The zone of `country` (two letters), or None where several are as likely."""
    if country in _USUAL:
        return _USUAL[country]
    zones = [zone for code, zone in _zones() if code == country]
    return zones[0] if len(zones) == 1 else None


def _zones() -> list[tuple[str, str]]:
    table = (resources.files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return [(row[0], row[2]) for row in rows]
