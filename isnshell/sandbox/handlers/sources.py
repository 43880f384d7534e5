"""Sources: the list, and one of them."""

from __future__ import annotations

from werkzeug import Response

from ..answers import answer
from ..call import Call
from ..lists import page
from ..sources import Source
from .found import found


def every(call: Call) -> Response:
    """listSources: the tenant's own source only if it is asked for."""
    sources = list(call.tenant.sources)
    if not call.boolean("includeIDNSource"):
        sources.pop()
    admin = call.text("for-subadmin")
    if admin is not None:
        owner = call.tenant.identity_id if admin == "me" else admin
        sources = [source for source in sources if source.record["owner"]["id"] == owner]
    return page(call, sources, _record)


def one(call: Call) -> Response:
    """getSource."""
    id_ = call.path["id"]
    source = next((source for source in call.tenant.sources if source.id == id_), None)
    return answer(found(call, "Source", id_, source).record)


def _record(source: Source) -> dict[str, object]:
    return source.record
