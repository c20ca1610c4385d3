"""Files are written whole or not at all, for their owner's eyes only."""

import errno
import os
from pathlib import Path

import pytest

from models.errors import FileRefusedError
from reports.files import refusal, write_whole, written_whole


def test_a_file_is_replaced_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "급여 工资.pdf"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "slips.pdf"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefusedError, match="no room left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_stopping_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), written_whole(path) as file:  # noqa: PT012 (writing is what is stopped)
        file.write(b"half")
        raise KeyboardInterrupt
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_and_a_folder_in_its_place_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match="no folder to put"):
        write_whole(tmp_path / "none" / "slips.pdf", b"")
    with pytest.raises(FileRefusedError, match="is a folder"):
        write_whole(tmp_path, b"")


def test_an_uncommon_reason_is_passed_on() -> None:
    error = refusal(Path("slips.pdf"), OSError(errno.EIO, "Input/output error"))
    assert error.message == "slips.pdf cannot be written: Input/output error"
