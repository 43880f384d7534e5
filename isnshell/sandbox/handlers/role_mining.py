"""Role mining: sessions, potential roles, exports at once and as a job."""

from __future__ import annotations

from typing import Any

from werkzeug import Response

from ..answers import answer, file, illegal, refuse
from ..call import Call
from ..found import found
from ..lists import page, read_path
from ..role_mining import Export, MiningSession, PotentialRole, role_zip

# What filters and sorters call differently than the record does.
_PATHS = {
    "createdById": "createdBy.id",
    "createdByName": "createdBy.displayName",
    "startDate": "createdDate",
    "endDate": "createdDate",
    "scopingMethod": "session.scopingMethod",
    "sessionState": "session.state",
    "identityAttribute": "session.scope.criteria",
}


def sessions(call: Call) -> Response:
    """getRoleMiningSessions: the whole records, with the id that the documents leave out."""
    # Those that a client has created are in the collection
    return page(call, call.tenant.objects.table("role-mining-sessions"), lambda entry: entry.record, read=_read_session)


def session(call: Call) -> Response:
    """getRoleMiningSession."""
    id_ = call.path["sessionId"]
    return answer(found(call, "Role mining session", id_, call.tenant.objects.find("role-mining-sessions", id_)).record)


def summaries(call: Call) -> Response:
    """getPotentialRoleSummaries of one session."""
    return page(call, _session(call).roles, _record, read=_read)


def all_summaries(call: Call) -> Response:
    """getAllPotentialRoleSummaries."""
    return page(call, call.tenant.role_mining.roles, _record, read=_read)


def role(call: Call) -> Response:
    """getPotentialRole."""
    one = _role(call)
    more = {
        "identityIds": [person.id for person in one.identities],
        "excludedEntitlements": [],
        "identityDistribution": [],
        "modifiedDate": one.record["createdDate"],
    }
    return answer({**one.record, **more})


def export(call: Call) -> Response:
    """exportRoleMiningPotentialRole: the zip at once."""
    one = _role(call)
    return _zip(one, role_zip(one))


def start_export(call: Call) -> Response:
    """exportRoleMiningPotentialRoleAsync: 202, and a job."""
    body = call.object()
    popularity, common = body.get("minEntitlementPopularity", 0), body.get("includeCommonAccess", True)
    if isinstance(popularity, bool) or not isinstance(popularity, int) or not 0 <= popularity <= 100:
        raise illegal("minEntitlementPopularity", popularity, "It must be an integer from 0 to 100.")
    if not isinstance(common, bool):
        raise illegal("includeCommonAccess", common, "It must be true or false.")
    job = call.tenant.role_mining.start_export(_role(call), popularity, common)
    return answer(job.record(call.tenant.clock.now()), 202)


def export_status(call: Call) -> Response:
    """exportRoleMiningPotentialRoleStatus."""
    return answer(_export(call).record(call.tenant.clock.now()))


def download(call: Call) -> Response:
    """downloadRoleMiningPotentialRoleZip, once the job has succeeded."""
    job = _export(call)
    status = job.status(call.tenant.clock.now())
    if status != "SUCCESS":
        raise refuse(400, f'The export "{job.id}" can\'t be downloaded: its status is {status}.')
    return _zip(job.role, job.content())


def _zip(one: PotentialRole, content: bytes) -> Response:
    return file(content, "application/zip", f"{one.name}.zip")


def _session(call: Call) -> MiningSession:
    id_ = call.path["sessionId"]
    return found(call, "Role mining session", id_, call.tenant.role_mining.session(id_))


def _role(call: Call) -> PotentialRole:
    id_ = call.path["potentialRoleId"]
    return found(call, "Potential role", id_, call.tenant.role_mining.role(_session(call), id_))


def _export(call: Call) -> Export:
    id_ = call.path["exportId"]
    return found(call, "Export", id_, call.tenant.role_mining.find_export(_role(call), id_), is_lasting=False)


def _record(one: MiningSession | PotentialRole) -> dict[str, Any]:
    return one.record


def _read(record: dict[str, Any], name: str) -> Any:
    return read_path(record, _PATHS.get(name, name))


def _read_session(record: dict[str, Any], name: str) -> Any:
    return read_path(record, "createdBy.displayName" if name == "createdBy" else name)
