"""Sources: the list, and one of them; whatever changes them is generic."""

from __future__ import annotations

from werkzeug import Response

from ..answers import answer
from ..asked import ask
from ..call import Call
from ..collections import Entry
from ..found import found
from ..lists import page

OWN = "IdentityNow"


def every(call: Call) -> Response:
    """listSources: the tenant's own source only if it is asked for."""
    asked = ask(call)
    sources: list[Entry] = list(asked.collection(1))
    if not call.boolean("includeIDNSource"):
        sources = [source for source in sources if source.record["name"] != OWN]
    admin = call.text("for-subadmin")
    if admin is not None:
        owner = call.tenant.identity_id if admin == "me" else admin
        sources = [source for source in sources if (source.record.get("owner") or {}).get("id") == owner]
    return page(call, sources, lambda source: asked.show(source, ("sources",)))


def one(call: Call) -> Response:
    """getSource."""
    asked = ask(call)
    id_ = call.path["id"]
    return answer(asked.show(found(call, "Source", id_, asked.collection(1).find(id_)), ("sources",)))
