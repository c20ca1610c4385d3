"""A pack told rule by rule: what each says on a day, where it stands, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from models.rules.packs import Pack
from models.rules.values import ALWAYS, Rule, Rules
from models.rules.wording import LABELS, rule_label, rule_text

SWITCH: Final = "premiums"


@dataclass(frozen=True, slots=True)
class ToldRule:
    """One rule of a pack on a day.

    Attributes:
        rule: Its name in the file.
        label: What it is called.
        text: What it says; also where the pack says nothing of it.
        source: Where that stands; empty where the pack says nothing.
        verified: Whether the source was read; None where there is none.
        since: The first day on which it said so; None for always.
    """

    rule: str
    label: str
    text: str
    source: str
    verified: bool | None
    since: date | None


def told(pack: Pack, day: date) -> list[ToldRule]:
    """Every rule of a pack on a day, in the order of its file, in the language in use.

    Raises:
        RefusedError: the pack is not in force yet.
    """
    rules = pack.on(day)
    names = [name for name in LABELS if name != SWITCH or _has_premiums(pack)]
    return [_told(name, rules, pack) for name in names]


def _has_premiums(pack: Pack) -> bool:
    """Whether there is anything that the switch of the premiums could switch."""
    return any(
        not version.premiums or version.without_premiums() != version for version in pack.versions
    )


def _told(name: str, rules: Rules, pack: Pack) -> ToldRule:
    rule = getattr(rules, name)
    stands = rule if isinstance(rule, Rule) else None
    return ToldRule(
        rule=name,
        label=rule_label(name),
        text=rule_text(name, rules),
        source=stands.cited if stands else "",
        verified=stands.verified if stands else None,
        since=_since(name, rules, pack),
    )


def _since(name: str, rules: Rules, pack: Pack) -> date | None:
    since = rules.starts_on
    for version in _backwards(pack, rules):
        if getattr(version, name) != getattr(rules, name):
            break
        since = version.starts_on
    return None if since <= ALWAYS else since


def _backwards(pack: Pack, rules: Rules) -> Iterator[Rules]:
    return (each for each in reversed(pack.versions) if each.starts_on <= rules.starts_on)


def changes(pack: Pack) -> list[tuple[date, tuple[str, ...]]]:
    """The first day of each version and the rules that it changes, all of them in the first."""
    found: list[tuple[date, tuple[str, ...]]] = []
    before: Rules | None = None
    for version in pack.versions:
        names = tuple(
            name
            for name in LABELS
            if getattr(version, name) != (getattr(before, name) if before else None)
            and (name != SWITCH or before or not version.premiums)
        )
        found.append((version.starts_on, names))
        before = version
    return found
