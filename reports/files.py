"""Files are written whole or not at all, and only their owner can read them."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import IO, Concatenate, Final, ParamSpec

from models.errors import FileRefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_

_Arguments = ParamSpec("_Arguments")

_REASONS: Final = {
    EACCES: N_("You may not write to {file}."),
    EDQUOT: N_("Your share of the disk is used up: there is no room left for {file}."),
    EFBIG: N_("{file} is larger than files may be there."),
    EISDIR: N_("{file} is a folder; name a file in it."),
    ENOENT: N_("There is no folder to put {file} into."),
    ENOSPC: N_("There is no room left on the disk for {file}."),
    ENOTDIR: N_("There is no folder to put {file} into."),
    EPERM: N_("You may not write to {file}."),
    EROFS: N_("{file} lies on a disk that cannot be written to."),
}


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` when the block ends well.

    It is made beside `path`, readable by its owner only. When anything goes wrong inside the block,
    what was at `path` stays as it was and nothing is left beside it.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    try:
        yield from _beside(path)
    except OSError as error:
        raise refusal(path, error) from error


def _beside(path: Path) -> Iterator[IO[bytes]]:
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` into `path`, whole or not at all.

    Raises:
        FileRefusedError: the file cannot be written.
    """
    with written_whole(path) as file:
        file.write(content)


def writer_of(
    document: Callable[_Arguments, bytes],
) -> Callable[Concatenate[Path, _Arguments], None]:
    """What writes a document to a path; behind the path it takes what `document` takes.

    It writes whole or not at all, and raises FileRefusedError where the file cannot be written.
    """

    def write(path: Path, /, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> None:
        write_whole(path, document(*args, **kwargs))

    return write


def refusal(path: Path, error: OSError) -> FileRefusedError:
    """What is said when `path` cannot be written."""
    if error.errno in _REASONS:
        return FileRefusedError(_(_REASONS[error.errno]).format(file=path))
    return FileRefusedError(
        _("{file} cannot be written: {reason}").format(file=path, reason=error.strerror or error)
    )
