"""An input whose text a function of `models.fields` checks."""

from collections.abc import Callable
from typing import Any

from tui.widgets.inputs import EntryInput
from tui.widgets.reading import NotUnderstoodError


class CheckedInput(EntryInput[str]):
    """Text that is right when `check` raises no ValueError; what it makes of it is echoed."""

    def __init__(
        self,
        check: Callable[[str], Any],
        *,
        echo: Callable[[Any], str] | None = None,
        required: bool = False,
        max_length: int = 80,
    ) -> None:
        """Make an input.

        Args:
            check: Reads the text, or says in a ValueError what is wrong with it.
            echo: What was read, as a person reads it.
            required: Whether an empty input is a problem.
            max_length: How many characters can be typed.
        """
        super().__init__(required=required, max_length=max_length)
        self._check = check
        self._say = echo

    def _read(self, raw: str) -> str:
        try:
            self._check(raw.strip())
        except ValueError as error:
            raise NotUnderstoodError(str(error)) from None
        return raw.strip()

    def _echo(self, value: str) -> str:
        return self._say(self._check(value)) if self._say else ""
