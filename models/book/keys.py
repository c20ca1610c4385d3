"""From a passphrase to the key that SQLCipher takes.

The key is derived as SQLCipher itself derives it (PBKDF2 over HMAC-SHA512, 256,000 rounds, the
salt being the first 16 bytes of the database), so the book opens with any SQLCipher 4 and the
passphrase. It is derived once for all connections of a process.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

ROUNDS: Final = 256_000
SALT_BYTES: Final = 16
KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class BookKey:
    """A derived key; it never shows itself in a message or a traceback."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def unlock(self, connection: Any) -> None:
        """Hand the key to a fresh SQLCipher connection, before its first statement."""
        connection.execute(f"PRAGMA key = \"x'{self.key.hex()}{self.salt.hex()}'\"")


def new_salt() -> bytes:
    """A salt for a new book."""
    return secrets.token_bytes(SALT_BYTES)


def derive(passphrase: str, salt: bytes) -> BookKey:
    """The key that `passphrase` gives for a book with `salt`. Takes about a tenth of a second."""
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, ROUNDS, KEY_BYTES)
    return BookKey(key, salt)


def write_check(path: Path, passphrase: str) -> None:
    """Leave a check value beside the book, to tell a wrong passphrase from a damaged file.

    It has a salt of its own and as many rounds as the book's key: guessing it is no easier.
    """
    salt = new_salt()
    content = {"version": 1, "salt": salt.hex(), "check": _check(passphrase, salt).hex()}
    path.write_text(json.dumps(content) + "\n", encoding="ascii")
    path.chmod(0o600)


def passphrase_is_right(path: Path, passphrase: str) -> bool | None:
    """Whether the check value at `path` says so; None where it cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="ascii"))
        salt, expected = bytes.fromhex(content["salt"]), bytes.fromhex(content["check"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return hmac.compare_digest(_check(passphrase, salt), expected)


def _check(passphrase: str, salt: bytes) -> bytes:
    return hmac.digest(derive(passphrase, salt).key, b"wagebook", "sha256")
