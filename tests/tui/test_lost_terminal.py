import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import PASSPHRASE

LONGEST_WAIT = 60.0
RUN = 'runpy.run_module("tui", run_name="__main__")'

# Whoever owns the terminal, as a shell's command does, is told of its end; unless it ignores that.
STARTS = {
    "heard": "fcntl.ioctl(0, termios.TIOCSCTTY, 0)",
    "ignored": "fcntl.ioctl(0, termios.TIOCSCTTY, 0); signal.signal(signal.SIGHUP, signal.SIG_IGN)",
    "not told": "",
}


def read_until(terminal, wanted):
    """Read what is shown until `wanted` stands in it."""
    shown, until = b"", time.monotonic() + LONGEST_WAIT
    while wanted not in shown and time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            shown += os.read(terminal, 65536)
    assert wanted in shown


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_the_app_ends_when_its_terminal_goes_away(start, book):
    ours, theirs = pty.openpty()
    app = subprocess.Popen(
        [
            *(sys.executable, "-c", f"import fcntl, runpy, signal, termios\n{start}\n{RUN}"),
            *("--book", str(book.place.folder)),
        ],
        **dict.fromkeys(("stdin", "stdout", "stderr"), theirs),
        start_new_session=True,
        env={"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"},
    )
    os.close(theirs)
    try:
        read_until(ours, b"Passphrase")
        os.write(ours, PASSPHRASE.encode() + b"\r")
        read_until(ours, b"pay period")
        os.close(ours)
        assert app.wait(LONGEST_WAIT) == 128 + signal.SIGHUP
    finally:
        app.kill()
