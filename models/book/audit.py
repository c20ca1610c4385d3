"""The audit chain: one entry for each action, each sealed with the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from models.book.tables import AUDIT

_GENESIS: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry: when (UTC), what was done, to which code or number, and counts."""

    id: int
    at: str
    action: str
    subject: str
    details: str
    previous: str
    hash: str


def append(
    connection: Connection, *, action: str, subject: str, details: Mapping[str, Any]
) -> None:
    """Add an entry to the chain, in the transaction of the action itself."""
    newest = select(AUDIT.c.hash).order_by(AUDIT.c.id.desc()).limit(1)
    entry = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "action": action,
        "subject": subject,
        "details": json.dumps(details, sort_keys=True, ensure_ascii=False),
        "previous": connection.execute(newest).scalar() or _GENESIS,
    }
    connection.execute(insert(AUDIT).values(**entry, hash=_seal(entry)))


def broken_links(connection: Connection) -> list[int]:
    """The ids of entries that were changed, or whose predecessor is missing or changed."""
    broken = []
    expected = _GENESIS
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.id)).mappings():
        if row["previous"] != expected or _seal(dict(row)) != row["hash"]:
            broken.append(row["id"])
        expected = row["hash"]
    return broken


def _seal(entry: Mapping[str, Any]) -> str:
    fields = [entry[name] for name in ("at", "action", "subject", "details", "previous")]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
