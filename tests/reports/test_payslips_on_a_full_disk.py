"""A disk that fills up while payslips are written: the old file stays, and a sentence says why."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.errors import FileRefusedError
from reports.payslip import write_payslips
from tests.reports.papers import opened
from tests.reports.samples import korean_slip, slip

ROOM = 64 * 1024
MANY = 60

# Runs in a process of its own, whose files may not grow beyond what the first argument says.
WRITER = """
import resource, signal, sys
from pathlib import Path
from models.errors import FileRefusedError
from reports.payslip import write_payslips
from tests.reports.samples import korean_slip

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
try:
    write_payslips(Path(sys.argv[2]), [korean_slip()] * 60)
except FileRefusedError as refused:
    print(refused.message)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for a few payslips."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(disk)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("a disk cannot be mounted here: that takes an administrator")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_is_full_leaves_the_old_payslips_as_they_were(small_disk: Path) -> None:
    path = small_disk / "slips.pdf"
    write_payslips(path, [slip()])
    before = path.read_bytes()
    with pytest.raises(FileRefusedError) as refused:
        write_payslips(path, [korean_slip(code=f"W-{n:03d}") for n in range(MANY)])
    assert refused.value.message == f"There is no room left on the disk for {path}."
    assert path.read_bytes() == before
    assert list(small_disk.iterdir()) == [path]
    assert len(opened(path.read_bytes())) == 1


def test_a_disk_without_room_for_a_first_file_is_left_empty(small_disk: Path) -> None:
    (small_disk / "taken").write_bytes(bytes(ROOM - 8_192))
    with pytest.raises(FileRefusedError, match="no room left on the disk"):
        write_payslips(small_disk / "slips.pdf", [korean_slip()])
    assert [each.name for each in small_disk.iterdir()] == ["taken"]


def test_once_there_is_room_the_same_payslips_are_written(small_disk: Path) -> None:
    (small_disk / "taken").write_bytes(bytes(ROOM - 8_192))
    path = small_disk / "slips.pdf"
    with pytest.raises(FileRefusedError):
        write_payslips(path, [korean_slip()])
    (small_disk / "taken").unlink()
    write_payslips(path, [korean_slip()])
    assert len(opened(path.read_bytes())) == 1


def test_a_file_that_may_not_grow_leaves_the_old_payslips_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    write_payslips(path, [slip()])
    before = path.read_bytes()
    child = subprocess.run(
        [sys.executable, "-c", WRITER, str(8_192), str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert child.stdout == f"{path} is larger than files may be there.\n"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
