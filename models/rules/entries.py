"""What a person typed for a value of a rule, made the value that a pack's file has for it."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal, get_args, get_origin

import tomlkit
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from models.errors import Problem
from models.language import gettext as _
from models.rules.numbers import hours_number
from models.rules.values import Clock, Rule, Rules

_NUMBER: Final = re.compile(r"(0|[1-9]\d*)(\.\d+)?", re.A)

Kind = Literal["yes_no", "text", "number", "clock", "option", "options", "tables"]


def rule_kinds() -> Mapping[str, type[Rule]]:
    """Every rule that a pack can have, by its name in the file, in the order of `Rules`."""
    found = {}
    for name, field in Rules.model_fields.items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Rule):
                found[name] = kind
    return found


def value_kinds(rule: str) -> dict[str, Kind]:
    """The keys of a rule as the file has them and what each takes: its own first, then source."""
    fields = rule_kinds()[rule].model_fields
    own = {field.alias or name: _kind(field) for name, field in fields.items()}
    last = {key: own.pop(key) for key in Rule.model_fields}
    return {**own, **last}


def options_of(rule: str, key: str) -> tuple[str, ...]:
    """What a value that is an option, or a list of them, can be."""
    for name, field in rule_kinds()[rule].model_fields.items():
        if key in (name, field.alias):
            return tuple(str(option) for option in _options(field.annotation))
    return ()


def toml_values(rule: str, typed: Mapping[str, str]) -> dict[str, Any]:
    """The values of a rule as its file has them; None says that the key is to go.

    What is no such value stays as it was typed: reading the pack names that fault.
    """
    kinds = value_kinds(rule)
    return {key: _value(kinds.get(key, "text"), text.strip()) for key, text in typed.items()}


def typed_values(rule: str, table: Mapping[str, Any]) -> dict[str, str]:
    """The other way: a rule's table as a person would type it.

    What is not there is what then holds, or empty; the source is in the language in use.
    """
    defaults = _defaults(rule)
    said = {key: _typed(table.get(key, defaults.get(key))) for key in value_kinds(rule)}
    if isinstance(table.get("source"), Mapping):
        said["source"] = Rule(source=table["source"], verified=True).cited
    return said


def _defaults(rule: str) -> dict[str, Any]:
    """What holds where a rule's table is silent: switches, options and hours, as in the file."""
    found = {}
    for name, field in rule_kinds()[rule].model_fields.items():
        value = field.default
        if isinstance(value, bool | str):
            found[field.alias or name] = value
        elif isinstance(value, int):
            found[field.alias or name] = hours_number(value)
    return found


def unknown_keys(rule: str, typed: Mapping[str, str]) -> Iterator[Problem]:
    """The keys that the rule does not have."""
    known = value_kinds(rule)
    for key, text in typed.items():
        if key not in known:
            message = _("There is no such key; there are: {keys}.")
            yield Problem(message.format(keys=", ".join(known)), column=key, value=text)


def _kind(field: FieldInfo) -> Kind:
    inner = [kind for kind in (field.annotation, *get_args(field.annotation)) if kind]
    if bool in inner:
        return "yes_no"
    if get_origin(field.annotation) is tuple:
        tables = any(isinstance(kind, type) and issubclass(kind, BaseModel) for kind in inner)
        return "tables" if tables else "options"
    if get_origin(field.annotation) is Literal:
        return "option"
    if str in inner:
        return "text"
    clocks = get_args(Clock)[1:]
    return "clock" if any(mark in clocks for mark in _marks(field)) else "number"


def _marks(field: FieldInfo) -> list[Any]:
    """What stands beside the type, also where it may be None."""
    return [*field.metadata, *(m for kind in get_args(field.annotation) for m in get_args(kind))]


def _options(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    for kind in get_args(annotation):
        if found := _options(kind):
            return found
    return ()


def _value(kind: Kind, text: str) -> Any:
    if not text:
        return None
    return _READERS.get(kind, _text)(text)


def _yes_no(text: str) -> Any:
    return {"yes": True, "true": True, "no": False, "false": False}.get(text.lower(), text)


def _number(text: str) -> Any:
    # As an item of TOML it keeps the digits that were typed, which a float would not.
    return tomlkit.value(text) if _NUMBER.fullmatch(text) else text


def _text(text: str) -> Any:
    return _as_toml(text) if text.startswith("{") else text


def _list(text: str) -> Any:
    if text.startswith("["):
        return _as_toml(text)
    return [part.strip() for part in text.split(",")]


def _tables(text: str) -> Any:
    return _as_toml(text if text.startswith("[") else f"[{text}]", otherwise=text)


def _as_toml(text: str, otherwise: str | None = None) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text if otherwise is None else otherwise


_READERS: Final[Mapping[Kind, Callable[[str], Any]]] = {
    "yes_no": _yes_no,
    "number": _number,
    "options": _list,
    "tables": _tables,
}


def _typed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, list):
        tables = any(isinstance(part, Mapping) for part in value)
        return ", ".join(_inline(part) if tables else str(part) for part in value)
    return str(value)


def _inline(value: Any) -> str:
    """A value on one line, as TOML writes it."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_inline(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
