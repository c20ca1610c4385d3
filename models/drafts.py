"""What every room's drafts share: text in, typed and checked values out, every fault named."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from models.errors import Problem
from models.language import gettext as _


class Draft(BaseModel):
    """What a person typed or imported, validated. Fields are named as the columns of a file.

    An empty text is the same as nothing given.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_what_was_not_given(cls, values: Any) -> Any:
        if not isinstance(values, Mapping):
            return values
        return {
            name: value.strip() if isinstance(value, str) else value
            for name, value in values.items()
            if value is not None and not (isinstance(value, str) and not value.strip())
        }

    @classmethod
    def parse(cls, values: Mapping[str, Any]) -> tuple[Self | None, list[Problem]]:
        """The draft, or None and everything that is wrong with `values`."""
        try:
            return cls.model_validate(values), []
        except ValidationError as error:
            return None, problems_of(error, values)

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The names of its columns, as files have them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def required(cls) -> tuple[str, ...]:
        """The names of the columns that must be there."""
        return tuple(
            field.alias or name for name, field in cls.model_fields.items() if field.is_required()
        )


def typed(parse: Callable[[str], Any]) -> BeforeValidator:
    """A validator that reads text with `parse` and lets a value that is typed already through."""
    return BeforeValidator(lambda value: parse(value) if isinstance(value, str) else value)


def problems_of(error: ValidationError, values: Mapping[str, Any]) -> list[Problem]:
    """The faults that pydantic found, as sentences."""
    return [_problem(details, values) for details in error.errors(include_url=False)]


def _problem(details: Any, values: Mapping[str, Any]) -> Problem:
    column = str(details["loc"][0]) if details["loc"] else None
    context: Mapping[str, Any] = details.get("ctx", {})
    if details["type"] == "missing":
        return Problem(_("This is required."), column=column, value="")
    value = values.get(column) if column else None
    cause = context.get("error")
    if isinstance(cause, FieldProblemError):
        column, value = cause.column, values.get(cause.column)
    return Problem(
        str(cause or details["msg"]), column=column, value=None if value is None else str(value)
    )


class FieldProblemError(ValueError):
    """Two fields do not go together; `column` is the one to look at."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def numbered(problems: Sequence[Problem], row: int) -> list[Problem]:
    """`problems` with their row filled in."""
    return [problem.at(row=row) for problem in problems]
