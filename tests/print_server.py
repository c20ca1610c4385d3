"""A real CUPS server of the tests' own, with a PDF printer, on a socket that nobody else knows."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

_PROGRAMS = ("cupsd", "lp", "lpstat", "lpadmin", "cupsreject", "cupsdisable", "cancel")
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
_PROFILES = Path("/sys/kernel/security/apparmor/profiles")
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_SECONDS = 30

_SERVER = """\
Listen {home}/socket
DefaultAuthType None
Browsing No
WebInterface No
LogLevel debug
PreserveJobFiles No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """\
ServerRoot {home}/etc
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/temp
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
Sandboxing relaxed
"""
_PAPER = """\
Out {home}/out
AnonDirName {home}/out
Spool {home}/temp
Log {home}/log
"""


@dataclass(frozen=True)
class PrintServer:
    """The server: what lies in `home`, and the environment that leads to it.

    The printer `Paper` is the default one; `Refusing` takes no jobs, `Paused` only keeps them, and
    one is called `-x`, as nothing forbids.
    """

    home: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"PATH": _PATH, "CUPS_SERVER": str(self.home / "socket")}

    def run(self, program: str, *arguments: str) -> str:
        path = shutil.which(program, path=_PATH)
        assert path is not None, program
        done = subprocess.run(
            [path, *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
            env={"LC_ALL": "C", **self.environment},
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def printed(self, job: str) -> bytes:
        """The PDF that came out of the printer as this job; waits until it has."""
        number = job.rpartition("-")[2]
        until = time.monotonic() + _SECONDS
        while job in self.waiting() and time.monotonic() < until:
            time.sleep(0.05)
        found = list((self.home / "out").glob(f"*job_{number}.pdf"))
        assert len(found) == 1, (found, (self.home / "log/error").read_text())
        return found[0].read_bytes()

    def waiting(self) -> list[str]:
        """The jobs that have not come out yet."""
        return [line.split()[0] for line in self.run("lpstat", "-o").splitlines()]

    def options(self, job: str) -> str:
        """What was asked for with this job: paper, sides and the like."""
        log = (self.home / "log/error").read_text()
        (line,) = re.findall(rf"\[Job {job.rpartition('-')[2]}\] argv\[5\]=(.*)", log)
        return str(line)

    def titles(self) -> str:
        """What the log of pages says, in which each job has its title."""
        return (self.home / "log/page").read_text()


def skip_without_cups() -> None:
    """Say why there is no print server to be had, if so."""
    missing = [name for name in _PROGRAMS if shutil.which(name, path=_PATH) is None]
    if missing or not _BACKEND.exists():
        pytest.skip("CUPS with its PDF printer (cups-pdf) is not on this machine")
    if os.geteuid() != 0:
        pytest.skip("the PDF printer of CUPS (cups-pdf) works for root only")
    with suppress(OSError):
        if "/usr/sbin/cupsd (enforce)" in _PROFILES.read_text():
            pytest.skip("AppArmor keeps CUPS to the folders of the system")


@contextmanager
def running(*, with_printers: bool = True) -> Iterator[PrintServer]:
    """The server, as long as the block lasts."""
    # Its programs run under an account of their own, which does not reach pytest's folders.
    home = Path(tempfile.mkdtemp(prefix="wb-cups-"))
    home.chmod(0o755)
    for name in ("etc", "spool", "cache", "state", "temp", "log", "out"):
        (home / name).mkdir()
    (home / "temp").chmod(0o1777)
    for name, text in (("cupsd.conf", _SERVER), ("cups-files.conf", _FILES)):
        (home / "etc" / name).write_text(text.format(home=home))
    # The PDF printer looks for its settings in no other folder.
    paper = Path(f"/etc/cups/cups-pdf-{home.name}.conf")
    paper.write_text(_PAPER.format(home=home))
    try:
        with _daemon(home):
            server = PrintServer(home)
            if with_printers:
                _set_up_printers(server)
            yield server
    finally:
        paper.unlink(missing_ok=True)
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _daemon(home: Path) -> Iterator[None]:
    program = shutil.which("cupsd", path=_PATH)
    assert program is not None
    etc = home / "etc"
    settings = ["-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")]
    daemon = subprocess.Popen([program, "-f", *settings], env={"PATH": _PATH})
    try:
        until = time.monotonic() + _SECONDS
        while not (home / "socket").exists():
            assert daemon.poll() is None, "the print server has ended"
            assert time.monotonic() < until, "the print server does not start"
            time.sleep(0.05)
        yield
    finally:
        daemon.terminate()
        daemon.wait(_SECONDS)


def _set_up_printers(server: PrintServer) -> None:
    device = f"cups-pdf:/{server.home.name}"
    for name in ("Paper", "Refusing", "Paused", "-x"):
        server.run("lpadmin", "-p", name, "-E", "-v", device, "-P", str(_PPD))
    server.run("lpadmin", "-d", "Paper")
    server.run("cupsreject", "-r", "It is being mended", "Refusing")
    server.run("cupsdisable", "-r", "Out of toner", "Paused")
