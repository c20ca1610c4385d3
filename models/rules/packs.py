"""A pack: its versions by date, read from text with every fault named."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from pydantic import ValidationError

from models import fields
from models.errors import Problem, RefusedError
from models.language import gettext as _
from models.language import gettext_noop as N_
from models.rules.values import Rules

_HEAD: Final = ("name", "title", "country", "currency", "versions")

_CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "name": fields.rules,
    "currency": fields.currency,
}

# What pydantic finds, by its name for it.
_FAULTS: Final = {
    "missing": N_("This is missing."),
    "extra_forbidden": N_("There is no such key."),
    "bool_type": N_("Write true or false."),
    "bool_parsing": N_("Write true or false."),
    "string_type": N_("Write a text in quotes."),
    "too_short": N_("At least one is needed."),
    "model_type": N_("This is a table of keys; write it as [versions.…]."),
    "tuple_type": N_("Write a list in square brackets."),
}


_UNREADABLE: Final = N_("This cannot be read.")


class PackRefusedError(RefusedError):
    """A pay-rule pack cannot be used; each problem's column is the place in it."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pay-rule pack: its versions, oldest first, and the text that they were read from."""

    name: str
    title: str
    country: str
    currency: str
    versions: tuple[Rules, ...]
    text: str

    def on(self, day: date) -> Rules:
        """What the pack says on `day`.

        Raises:
            RefusedError: its first version is later.
        """
        for version in reversed(self.versions):
            if version.starts_on <= day:
                return version
        raise RefusedError(
            _("The pay-rule pack {pack} is not in force on {day}.").format(pack=self.name, day=day)
        )


def read_pack(text: str) -> Pack:
    """A pack from the text of its file.

    A version repeats nothing: a rule that it does not name stands as in the version before.

    Raises:
        PackRefusedError: with every fault and its place.
    """
    content, faults = _content(text)
    listed = content and not any(fault.column == "versions" for fault in faults)
    versions = _versions(content, faults) if listed else []
    if faults:
        raise PackRefusedError(_told(faults[0]), faults)
    first = versions[0]
    return Pack(first.pack, first.title, first.country, first.currency, tuple(versions), text)


def _told(fault: Problem) -> str:
    return f"{fault.column}: {fault.message}" if fault.column else fault.message


def _content(text: str) -> tuple[Mapping[str, Any], list[Problem]]:
    try:
        content = tomllib.loads(text, parse_float=str)
    except tomllib.TOMLDecodeError as error:
        return {}, [Problem(_("This is not TOML: {why}.").format(why=error))]
    return content, list(_head_faults(content))


def _head_faults(content: Mapping[str, Any]) -> Iterator[Problem]:
    for key in content:
        if key not in _HEAD:
            yield Problem(_fault("extra_forbidden"), column=key)
    for key in ("name", "title", "versions"):
        if key not in content:
            yield Problem(_fault("missing"), column=key, value="")
    for key in ("name", "title", "country", "currency"):
        yield from _text_faults(key, content.get(key, ""))
    versions = content.get("versions", [{}])
    tables = isinstance(versions, list) and all(isinstance(each, dict) for each in versions)
    if not versions or not tables:
        yield Problem(_("Write each version under a line [[versions]]."), column="versions")


def _text_faults(key: str, value: Any) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield Problem(_fault("string_type"), column=key, value=str(value))
    elif value and key in _CHECKS:
        try:
            _CHECKS[key](value)
        except ValueError as error:
            yield Problem(str(error), column=key, value=value)


def _versions(content: Mapping[str, Any], faults: list[Problem]) -> list[Rules]:
    """The versions by date; what is wrong with them goes into `faults`."""
    dated = sorted(_dated(content["versions"], faults), key=lambda version: version["from"])
    head = {key: str(content.get(key, "")) for key in ("title", "country", "currency")}
    standing: dict[str, Any] = {"pack": str(content.get("name", "")).upper(), **head}
    found: list[Rules] = []
    for version in dated:
        new = {key: value for key, value in version.items() if key != "from"}
        standing = {**standing, **new, "starts_on": version["from"]}
        try:
            rules = Rules.model_validate(standing)
        except ValidationError as error:
            faults.extend(_problems(error, version, first=version is dated[0]))
        else:
            found.append(rules if rules.premiums else rules.without_premiums())
    return found


def _dated(versions: Sequence[Mapping[str, Any]], faults: list[Problem]) -> Iterator[Any]:
    seen: set[date] = set()
    for number, version in enumerate(versions, 1):
        day = version.get("from")
        place = f"versions[{number}].from"
        if day is None:
            faults.append(Problem(_fault("missing"), column=place, value=""))
        elif not isinstance(day, date) or isinstance(day, datetime):
            message = _("Write a date without quotes, such as 2026-01-01.")
            faults.append(Problem(message, column=place, value=str(day)))
        elif day in seen:
            message = _("There are two versions from this day.")
            faults.append(Problem(message, column=place, value=str(day)))
        else:
            seen.add(day)
            yield version


def _problems(
    error: ValidationError, version: Mapping[str, Any], *, first: bool
) -> Iterator[Problem]:
    """The faults of one version; what an earlier one is to blame for is named there only."""
    for details in error.errors(include_url=False):
        place = [str(part) for part in details["loc"]]
        if place[0] not in version and not (first and details["type"] == "missing"):
            continue
        column = ".".join([f"versions[{version['from']}]", *place])
        given = details["input"]
        value = "" if details["type"] == "missing" or isinstance(given, dict) else str(given)
        yield Problem(_sentence(details), column=column, value=value)


def _sentence(details: Any) -> str:
    cause = details.get("ctx", {}).get("error")
    if isinstance(cause, ValueError):
        return str(cause)
    if details["type"] == "literal_error":
        options = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return _("This is none of: {options}.").format(options=options)
    return _fault(details["type"])


def _fault(kind: str) -> str:
    said = _FAULTS.get(kind, _UNREADABLE)
    return _(said)
