"""Pay-rule packs as lines of text and as documents."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from rich.cells import cell_len

from models.language import gettext as _
from models.rules.packs import Pack
from models.rules.queries import PackRow
from models.rules.telling import ToldRule, told
from models.rules.values import ALWAYS
from tui.commands.tables import lines_of

_WIDTH: Final = 78


def packs_lines(rows: Sequence[PackRow]) -> Iterator[str]:
    """All packs as a table, and what is wrong with those that cannot be read."""
    columns = (_("pack"), _("title"), _("kind"), _("newest from"), _("verified"), _("terms"), "")
    yield from lines_of(columns, [_cells(row) for row in rows])
    for row in rows:
        if row.fault:
            yield _("! {pack} cannot be read: {fault}").format(pack=row.name, fault=row.fault)


def _cells(row: PackRow) -> tuple[str | int, ...]:
    return (
        row.name,
        row.title,
        _("own") if row.own else _("shipped"),
        _day(row.versions[-1]) if row.versions else "",
        _("cannot be read") if row.fault else f"{row.verified}/{row.rules}",
        row.terms,
        _("default") if row.is_default else "",
    )


def _day(day: date) -> str:
    return "" if day <= ALWAYS else day.isoformat()


def pack_document(row: PackRow) -> dict[str, Any]:
    """A pack of the list as a script reads it."""
    return {
        "name": row.name,
        "title": row.title,
        "country": row.country,
        "own": row.own,
        "versions": [day.isoformat() for day in row.versions],
        "rules": row.rules,
        "verified": row.verified,
        "terms": row.terms,
        "default": row.is_default,
        "fault": row.fault,
    }


def told_lines(pack: Pack, day: date) -> Iterator[str]:
    """A pack on a day: its head, and each rule with its source."""
    yield " · ".join(filter(None, [pack.name, pack.title, pack.country, pack.currency]))
    yield _("On {day}. Versions from: {days}").format(
        day=day, days=", ".join(_version_day(version.starts_on) for version in pack.versions)
    )
    for rule in told(pack, day):
        yield ""
        yield f"{rule.label} ({rule.rule})"
        yield from _wrapped(rule.text)
        if rule.source:
            yield from _wrapped(source_line(rule))


def _version_day(day: date) -> str:
    return _("always") if day <= ALWAYS else day.isoformat()


def source_line(rule: ToldRule) -> str:
    """`Labor Standards Act, Article 50 · verified · since 2018-07-01`."""
    mark = _("verified") if rule.verified else _("! not verified")
    since = _("since {day}").format(day=rule.since) if rule.since else ""
    return " · ".join(filter(None, [rule.source, mark, since]))


def _wrapped(text: str) -> Iterator[str]:
    # A Hangul syllable takes two cells, so that half as many fit on a line.
    width = _WIDTH * len(text) // max(1, cell_len(text))
    yield from textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")


def told_document(pack: Pack, day: date) -> dict[str, Any]:
    """A pack on a day as a script reads it."""
    return {
        "name": pack.name,
        "title": pack.title,
        "country": pack.country,
        "currency": pack.currency,
        "on": day.isoformat(),
        "from": pack.on(day).starts_on.isoformat(),
        "versions": [version.starts_on.isoformat() for version in pack.versions],
        "rules": [_rule_document(rule) for rule in told(pack, day)],
    }


def _rule_document(rule: ToldRule) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "label": rule.label,
        "text": rule.text,
        "source": rule.source,
        "verified": rule.verified,
        "since": rule.since.isoformat() if rule.since else None,
    }
