"""The audit chain: one entry for each action, each sealed with the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from models.book.tables import AUDIT, SETTING

_GENESIS: Final = "0" * 64
HEAD_KEY: Final = "audit.head"


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
    seal = _seal(entry)
    connection.execute(insert(AUDIT).values(**entry, hash=seal))
    # Without a note of the newest entry, striking out the last ones would go unnoticed.
    connection.execute(delete(SETTING).where(SETTING.c.key == HEAD_KEY))
    connection.execute(insert(SETTING).values(key=HEAD_KEY, value=seal))


def broken_links(connection: Connection) -> list[int]:
    """The ids of entries that were changed or are missing, or follow one that is."""
    broken = []
    expected, newest = _GENESIS, 0
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.id)).mappings():
        if row["previous"] != expected or _seal(dict(row)) != row["hash"]:
            broken.append(row["id"])
        expected, newest = row["hash"], row["id"]
    head = connection.execute(select(SETTING.c.value).where(SETTING.c.key == HEAD_KEY)).scalar()
    return broken if head == expected else [*broken, newest + 1]


def _seal(entry: Mapping[str, Any]) -> str:
    fields = [entry[name] for name in ("at", "action", "subject", "details", "previous")]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode()).hexdigest()
