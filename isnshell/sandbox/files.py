"""Answers that are files by their documented content type: what was uploaded there, or a real file made up."""

from __future__ import annotations

import base64
from xml.etree import ElementTree

from werkzeug import Response

from ..catalog.facts import Answer
from .addresses import Words
from .answers import file
from .documents import Table, csv_bytes, zip_bytes
from .pdf import pdf_bytes
from .tenant import Tenant

# The smallest valid PNG: one transparent pixel.
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
_PASSWORDS = "password\n123456\nqwertz\nwelcome\nnorthwind\n"
_ROWS = 12


def is_file(answer: Answer | None) -> bool:
    """Whether an answer is documented as something else than JSON."""
    return bool(
        answer and (answer.model == "file" or (answer.content_types and "application/json" not in answer.content_types))
    )


def respond(tenant: Tenant, words: Words, answer: Answer) -> Response:
    """The file at an address."""
    uploaded = tenant.objects.files.get(words)
    kind = next((one for one in answer.content_types if one != "application/json"), "application/octet-stream")
    name = "-".join(word for word in words[-2:] if word.isascii())
    if kind == "application/xml":
        return Response(uploaded or _xml(words), content_type="application/xml")
    if kind == "text/plain":
        return Response(uploaded or _text(words), content_type="text/plain; charset=utf-8")
    if kind.startswith("image/"):
        return file(uploaded or _PNG, "image/png", f"{name}.png")
    content = csv_bytes(_table(tenant, words))
    if kind == "application/zip":
        return file(uploaded or zip_bytes({f"{name}.csv": content}), kind, f"{name}.zip")
    if kind == "application/pdf":
        return file(uploaded or pdf_bytes(name, _table(tenant, words), tenant.began), kind, f"{name}.pdf")
    return file(uploaded or content, kind, f"{name}.csv")


def _table(tenant: Tenant, words: Words) -> Table:
    """The columns that fit the address, filled with people where it is about people."""
    if "schemas" in words:
        columns = ("attributeName", "attributeType", "isMultiValued", "isEntitlement", "description")
        names = ("displayName", "mail", "department", "memberOf")
        return Table(columns, [(name, "string", name == "memberOf", name == "memberOf", "") for name in names])
    if words[-2:] == ("schema-attributes-template", "download"):
        return Table(("accountName", "firstName", "lastName", "email", "phone", "manager", "startDate", "endDate"), [])
    if words[0].startswith("manual-discover"):
        return Table(("application_name", "description"), [("Expense Portal", "Expenses of employees")])
    people = tenant.people[:_ROWS]
    rows = [(one.display_name, one.email, one.department, one.title, one.manager_name) for one in people]
    return Table(("name", "email", "department", "title", "manager"), rows)


def _xml(words: Words) -> bytes:
    root = ElementTree.Element("ConnectorConfiguration", {"connector": words[1] if len(words) > 1 else ""})
    section = ElementTree.SubElement(root, "Section", {"name": words[-1]})
    for name, kind in (("host", "text"), ("port", "number"), ("password", "secret")):
        ElementTree.SubElement(section, "Field", {"name": name, "type": kind})
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _text(words: Words) -> bytes:
    if words[-1] == "password-dictionary":
        return _PASSWORDS.encode()
    return "\n".join(f"{name}={name.capitalize()}" for name in ("host", "port", "password")).encode()
