"""One request that was let in: its operation, its checked parameters, its body, and the tenant it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen
from werkzeug import Request, Response

from ..catalog.facts import Operation, Parameter
from .answers import SYNTAX, from_json, illegal, missing, refuse
from .auth import Token
from .tenant import Tenant

_INTEGER = re.compile(r"[+-]?\d{1,18}")


@frozen
class Call:
    """What a handler gets."""

    tenant: Tenant
    operation: Operation
    path: Mapping[str, str]
    request: Request
    token: Token

    def text(self, name: str) -> str | None:
        """A query parameter as it was sent; required ones must be there, enumerated ones must be allowed."""
        parameter = self._parameter(name)
        value = self.request.args.get(name)
        if value is None or value == "":
            if parameter.required:
                raise missing(name)
            return None
        if parameter.enum and value not in parameter.enum:
            raise illegal(name, value, f"Allowed are {', '.join(map(str, parameter.enum))}.")
        return value

    def integer(self, name: str) -> int:
        """A whole number within the documented bounds, or its default."""
        parameter = self._parameter(name)
        value = self.request.args.get(name)
        if value is None or value == "":
            return int(parameter.default or 0)
        if not _INTEGER.fullmatch(value):
            raise illegal(name, value, "It must be an integer.")
        number = int(value)
        if parameter.minimum is not None and number < parameter.minimum:
            raise illegal(name, value, f"It must be at least {parameter.minimum:g}.")
        if parameter.maximum is not None and number > parameter.maximum:
            raise illegal(name, value, f"It must be at most {parameter.maximum:g}.")
        return number

    def boolean(self, name: str) -> bool:
        """`true` or `false`, or its default."""
        value = self.request.args.get(name)
        if value is None or value == "":
            return bool(self._parameter(name).default)
        if value.lower() not in ("true", "false"):
            raise illegal(name, value, "It must be true or false.")
        return value.lower() == "true"

    def json(self) -> Any:
        """The parsed body, or None if there is none."""
        data = self.request.get_data()
        if not data.strip():
            return None
        body = self.operation.body
        sent = self.request.mimetype
        accepted = {body.content_type, *body.content_types} if body else {"application/json"}
        if sent not in accepted:
            wanted = " or ".join(sorted(accepted))
            raise refuse(415, f'The content type "{sent}" is not supported; send {wanted}.')
        try:
            return from_json(data)
        except ValueError as error:
            raise refuse(400, "The request could not be parsed.", code=SYNTAX, causes=[str(error)]) from None

    def object(self) -> dict[str, Any]:
        """The body as a JSON object; an absent one is empty unless it is required."""
        value = self.json()
        if value is None:
            if self.operation.body and self.operation.body.required:
                raise missing("request body")
            return {}
        if not isinstance(value, dict):
            raise refuse(400, "The request body must be a JSON object.", code=SYNTAX)
        return value

    def _parameter(self, name: str) -> Parameter:
        return next(p for p in self.operation.parameters if p.name == name)


Handler = Callable[[Call], Response]
