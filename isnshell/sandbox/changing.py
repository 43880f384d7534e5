"""What changes the tenant: create, replace, patch, delete, many at once, and actions on one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import jsonpatch
from werkzeug import Response

from ..catalog.facts import Field, Model
from ..clock import iso
from . import jobs
from .addresses import Words, is_placeholder, noun, shape
from .answers import BAD_CONTENT, SYNTAX, answer, illegal, refuse
from .asked import Asked
from .checking import check_value
from .collections import Entry
from .found import found
from .making import alternative
from .references import folded
from .tasks import Target

_REMOVING = ("delete", "remove", "unlink")
_FIXED = ("id", "created")
_SWITCHES = {
    "enable": {"enabled": True, "disabled": False},
    "disable": {"enabled": False, "disabled": True},
    "activate": {"enabled": True, "active": True},
    "unlock": {"locked": False},
    "lock": {"locked": True},
}


def change(asked: Asked) -> Response:
    """Carry out a request that changes something."""
    _keep_files(asked)
    return {"POST": _post, "PUT": _put, "PATCH": _patch, "DELETE": _delete}[asked.operation.method](asked)


def _keep_files(asked: Asked) -> None:
    for file in asked.call.request.files.values():
        asked.tenant.objects.files[asked.words] = file.read()


# --- POST -----------------------------------------------------------------------------------------------------------


def _post(asked: Asked) -> Response:
    last = asked.pattern[-1]
    if asked.is_item:
        entry = asked.item(len(asked.words)) if asked.shapes.is_collection(asked.shape[:-1]) else None
        one = asked.shapes.item_operation(asked.shape[:-1])
        if entry and one and isinstance(asked.body, dict) and asked.shapes.record_model(one) is asked.model:
            _merge(asked, entry, _unwrapped(asked))
            return asked.respond(asked.wrap(asked.show(entry, asked.words[:-1])))
        return _act(asked)
    if asked.shapes.is_listed(asked.shape) or asked.shapes.is_collection(asked.shape):
        return _create(asked, asked.words, asked.pattern)
    plural = (*asked.pattern[:-1], f"{last}s")
    if asked.operation.family == "nerm" and asked.shapes.is_collection(plural):
        return _create(asked, (*asked.words[:-1], f"{last}s"), plural)
    methods = asked.shapes.at(asked.shape).keys()
    if "PUT" in methods or ("GET" in methods and isinstance(asked.body, dict)):
        return _put(asked)
    if asked.shapes.is_collection(asked.shape[:-1]) or asked.shapes.is_listed(asked.shape[:-1]):
        if any(word in last for word in _REMOVING):
            return _remove_many(asked, len(asked.words) - 1)
        if "bulk-add" in last or "bulk-create" in last:
            return _add_many(asked, len(asked.words) - 1)
    return _act(asked)


def _create(asked: Asked, words: Words, pattern: Words) -> Response:
    collection = asked.tenant.objects.collection(words, pattern, asked.shapes)
    body = _unwrapped(asked)
    bodies = [one for one in body if isinstance(one, dict)] if isinstance(body, list) else [body]
    entries = [_add(asked, collection, one if isinstance(one, dict) else {}) for one in bodies]
    documented = asked.operation.answer
    if documented and documented.model == "integer":
        return asked.respond(len(collection))
    if asked.model is None:
        return asked.respond(asked.made_up())
    if jobs.is_job(asked.model) and asked.model is not asked.shapes.collection_model(shape(pattern)):
        return _task_answer(asked)
    shown = [asked.show(entry, words) for entry in entries]
    return asked.respond(asked.wrap(shown if isinstance(body, list) else shown[0]))


def _add(asked: Asked, collection: Any, body: Mapping[str, Any]) -> Entry:
    objects, tenant = asked.tenant.objects, asked.tenant
    record, now = dict(body), iso(tenant.clock.now())
    name = collection.key_field
    if name is None or name == "id" or name not in record:
        field = asked.model.by_name.get(folded(name or "id")) if asked.model else None
        is_number = field is not None and field.type in ("Int32", "Int64")
        key: Any = _next_number(collection) if is_number else objects.new_id(collection.address)
        if name or (asked.model and "id" in asked.model.by_name):
            record[name or "id"] = key
    else:
        key = record[name]
        if collection.find(str(key)) is not None:
            text = f'{noun(collection.address).capitalize()} "{key}" already exists.'
            raise refuse(400, text, code=BAD_CONTENT)
    for field in asked.model.fields if asked.model else ():
        if field.name in ("created", "modified", "createdAt", "updatedAt", "createdDate") and field.type == "DateTime":
            record[field.name] = now
        elif field.name == "id" and "id" not in record and field.type == "String":
            record["id"] = objects.new_id(collection.address)
    _name_references(asked, record)
    entry = Entry(str(key), record, whole=False, since=tenant.clock.monotonic())
    collection.add(entry)
    return entry


def _next_number(collection: Any) -> int:
    return max((int(one.key) for one in collection if one.key.isdigit()), default=0) + 1


def _name_references(asked: Asked, value: Any) -> None:
    """Put the names beside the ids that a client has given: the tenant knows whom it means."""
    if isinstance(value, list):
        for one in value:
            _name_references(asked, one)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, dict) and isinstance(inner.get("id"), str) and not inner.get("name"):
                kind = {"IDENTITY": "identities", "SOURCE": "sources", "ENTITLEMENT": "entitlements"}
                collection = kind.get(str(inner.get("type")), "identities" if name == "owner" else "")
                entry = asked.tenant.objects.find(collection, inner["id"]) if collection else None
                if entry is not None:
                    inner["name"] = entry.record["name"]
            _name_references(asked, inner)


def _unwrapped(asked: Asked) -> Any:
    """The body without what NERM wraps every object in."""
    body = asked.body
    if asked.operation.family == "nerm" and isinstance(body, dict) and len(body) == 1:
        inner = next(iter(body.values()))
        if isinstance(inner, (dict, list)):
            return inner
    return {} if body is None else body


# --- many at once ---------------------------------------------------------------------------------------------------


def _ids(body: Any) -> Iterator[str]:
    """The ids that a body names, however it wraps them."""
    if isinstance(body, str):
        yield body
    elif isinstance(body, list):
        for one in body:
            yield from _ids(one)
    elif isinstance(body, dict):
        if isinstance(body.get("id"), str):
            yield body["id"]
        else:
            for name, inner in body.items():
                if isinstance(inner, list) or folded(name).endswith(("id", "ids")):
                    yield from _ids(inner)


def _remove_many(asked: Asked, length: int) -> Response:
    collection = asked.collection(length)
    results = []
    for id_ in dict.fromkeys(_ids(asked.body)):
        entry = collection.find(id_)
        if entry is not None:
            collection.remove(entry)
        results.append((id_, entry is not None))
    return _told(asked, results, 204)


def _add_many(asked: Asked, length: int) -> Response:
    collection = asked.collection(length)
    results = []
    for one in asked.body if isinstance(asked.body, list) else []:
        record = dict(one) if isinstance(one, dict) else {"id": one}
        key = str(record.get(collection.key_field or "id") or asked.tenant.objects.new_id(collection.address))
        is_new = collection.find(key) is None
        if is_new:
            collection.add(Entry(key, record, whole=False))
        results.append((key, is_new))
    return _told(asked, results, 201)


def _told(asked: Asked, results: list[tuple[str, bool]], good: int) -> Response:
    """What became of each, where the answer has a place for it."""
    documented = asked.operation.answer
    if jobs.is_job(asked.model):
        return _task_answer(asked)
    if not (documented and documented.array and asked.model):
        return asked.respond(asked.made_up())
    items = []
    for id_, is_done in results:
        item = asked.tenant.objects.maker.one(asked.model.name, asked.shapes.models, id_)
        for name, value in (("id", id_), ("status", good if is_done else 404), ("description", None)):
            field = asked.model.by_name.get(name)
            if field is not None and (name != "status" or field.type.startswith("Int")):
                item[field.name] = value if value is not None else "Done." if is_done else "Not found."
        items.append(item)
    return asked.respond(items)


# --- PUT, PATCH, DELETE ---------------------------------------------------------------------------------------------


def _put(asked: Asked) -> Response:
    objects = asked.tenant.objects
    body = _unwrapped(asked)
    if not asked.is_item:
        if asked.shapes.is_listed(asked.shape) and isinstance(body, (list, dict)):
            collection = asked.collection(len(asked.words))
            collection.clear()
            given = body if isinstance(body, list) else [body]
            entries = [_add(asked, collection, one) for one in given if isinstance(one, dict)]
            return asked.respond(asked.wrap([asked.show(entry, asked.words) for entry in entries]))
        entry = objects.put_single(asked.words, dict(body) if isinstance(body, dict) else {})
        _name_references(asked, entry.record)
        return _shown_single(asked, entry)
    collection = asked.collection(len(asked.words) - 1)
    old = collection.find(asked.words[-1])
    if old is None:
        if "POST" in asked.shapes.at(asked.shape[:-1]):
            found(asked.call, noun(asked.pattern[:-1]).capitalize(), asked.words[-1], old)
        record = {collection.key_field: asked.words[-1]} if collection.key_field else {}
        old = collection.add(Entry(asked.words[-1], record, whole=False))
    kept = {name: old.record[name] for name in ("id", "created", collection.key_field) if name in old.record}
    read_only = {one.name for one in (asked.model.fields if asked.model else ()) if one.read_only}
    kept |= {name: value for name, value in old.record.items() if name in read_only}
    old.record.clear()
    old.record.update({**(body if isinstance(body, dict) else {}), **kept})
    old.whole = False
    old.shown.clear()
    _changed(asked, old, collection)
    return _shown(asked, old)


def _shown(asked: Asked, entry: Entry) -> Response:
    if asked.model is None:
        return asked.respond(asked.made_up())
    if jobs.is_job(asked.model):
        return _task_answer(asked)
    return asked.respond(asked.wrap(asked.show(entry, asked.words[:-1])))


def _shown_single(asked: Asked, entry: Entry) -> Response:
    if asked.model is None:
        return asked.respond(asked.made_up())
    return asked.respond(asked.wrap(asked.show(entry, asked.words)))


def _changed(asked: Asked, entry: Entry, collection: Any) -> None:
    _name_references(asked, entry.record)
    names = {field.name for field in (asked.model.fields if asked.model else ())} | entry.record.keys()
    if "modified" in names:
        entry.record["modified"] = iso(asked.tenant.clock.now())
    if collection is not None:
        collection.touch(entry)


def _patch(asked: Asked) -> Response:
    body = _unwrapped(asked)
    if not asked.is_item:
        return _patch_at(asked, body)
    entry, collection = asked.item(len(asked.words)), asked.collection(len(asked.words) - 1)
    if (operations := _operations(body)) is not None:
        _apply(asked, entry, operations, asked.words[:-1], _item_model(asked))
        _changed(asked, entry, collection)
    elif isinstance(body, dict):
        _merge(asked, entry, body)
    return _shown(asked, entry)


def _patch_at(asked: Asked, body: Any) -> Response:
    """PATCH of settings, or of several things of a list at once."""
    objects = asked.tenant.objects
    operations = _operations(body)
    if asked.shapes.is_listed(asked.shape) and operations is not None:
        _patch_pairs(asked, operations)
        return asked.respond(asked.made_up())
    if asked.shapes.is_listed(asked.shape) and (isinstance(body, list) or operations is None):
        collection = asked.collection(len(asked.words))
        entries = []
        for one in body if isinstance(body, list) else [body]:
            entry = collection.find(str(one.get("id"))) if isinstance(one, dict) else None
            if entry is not None:
                _merge(asked, entry, {name: value for name, value in one.items() if name != "id"})
                entries.append(entry)
        if asked.model is None:
            return asked.respond(asked.made_up())
        shown = [asked.show(entry, asked.words) for entry in entries]
        if asked.operation.answer and not asked.operation.answer.array and not asked.shapes.list_field(asked.operation):
            first = shown[0] if shown else asked.show(collection[0], asked.words)
            return asked.respond(asked.wrap(first))
        return asked.respond(asked.wrap(shown))
    entry = found(asked.call, noun(asked.pattern).capitalize(), "/".join(asked.words), objects.single(asked.words))
    if operations is not None:
        _apply(asked, entry, operations, asked.words, asked.model)
    elif isinstance(body, dict):
        objects.full(entry, asked.model, asked.shapes, asked.words)
        entry.record.update(body)
    return _shown_single(asked, entry)


def _patch_pairs(asked: Asked, operations: list[dict[str, Any]]) -> None:
    """A patch of a list of keys and values: `/Product` is the entry of that key."""
    collection = asked.collection(len(asked.words))
    for one in operations:
        key = str(one["path"]).strip("/")
        entry = collection.find(key)
        if one["op"] == "remove":
            collection.remove(found(asked.call, noun(asked.pattern).capitalize(), key, entry))
        elif entry is not None:
            entry.record["value"] = one.get("value")
        else:
            collection.add(Entry(key, {"key": key, "value": one.get("value")}, whole=False))


def _operations(body: Any) -> list[dict[str, Any]] | None:
    """The operations of a JSON Patch, alone, in a list or in an object; None for a body that is none."""
    if isinstance(body, dict) and isinstance(body.get("operations"), list):
        body = body["operations"]
    if isinstance(body, dict) and {"op", "path"} <= body.keys():
        body = [body]
    if isinstance(body, list) and body and all(isinstance(one, dict) and {"op", "path"} <= one.keys() for one in body):
        return body
    return None


def _item_model(asked: Asked) -> Model | None:
    one = asked.shapes.item_operation(asked.shape[:-1])
    return (asked.shapes.record_model(one) if one else None) or asked.model


def _apply(asked: Asked, entry: Entry, operations: list[dict[str, Any]], address: Words, model: Model | None) -> None:
    """Apply a JSON Patch, all of it or nothing."""
    record = asked.tenant.objects.full(entry, model, asked.shapes, address)
    fields = {field.name: field for field in (model.fields if model else ())}
    document = {**dict.fromkeys(fields), **record}
    for one in operations:
        path = str(one["path"])
        if not path.startswith("/"):
            raise illegal("path", path, "It must be a JSON pointer such as /description.")
        first = path.split("/")[1].replace("~1", "/").replace("~0", "~")
        if one["op"] != "test" and first in _FIXED:
            raise illegal("path", path, "This field can't be changed.")
        if fields and first not in document:
            raise illegal("path", path, f"There are {', '.join(fields)}.")
        if path.endswith("/-") and document.get(first) is None:
            document[first] = []
    try:
        changed = jsonpatch.JsonPatch(operations).apply(document)
    except jsonpatch.JsonPatchTestFailed as error:
        raise refuse(400, "A test operation of the patch failed.", code=BAD_CONTENT, causes=[str(error)]) from None
    except (jsonpatch.JsonPatchException, jsonpatch.JsonPointerException, TypeError, AttributeError) as error:
        raise refuse(400, "The request is no valid JSON Patch (RFC 6902).", code=SYNTAX, causes=[str(error)]) from None
    for name, value in changed.items():
        if name in fields and value != document.get(name):
            check_value(value, fields[name].type, asked.shapes.models, name)
            _check_enum(fields[name], value)
    entry.record.clear()
    entry.record.update({name: value for name, value in changed.items() if value is not None or name in record})


def _check_enum(field: Field, value: Any) -> None:
    if field.enum and isinstance(value, str) and value not in field.enum:
        raise illegal(field.name, value, f"Allowed are {', '.join(map(str, field.enum))}.")


def _merge(asked: Asked, entry: Entry, body: Any) -> None:
    if isinstance(body, dict):
        entry.record.update({name: value for name, value in body.items() if name not in _FIXED})
        _changed(asked, entry, None)


def _delete(asked: Asked) -> Response:
    objects = asked.tenant.objects
    if asked.is_item:
        entry = asked.item(len(asked.words))
        shown = asked.show(entry, asked.words[:-1]) if asked.model and not jobs.is_job(asked.model) else None
        asked.collection(len(asked.words) - 1).remove(entry)
        if jobs.is_job(asked.model):
            return _task_answer(asked)
        return asked.respond(asked.wrap(shown) if shown is not None else asked.made_up())
    if asked.body is not None and (asked.shapes.is_listed(asked.shape) or asked.shapes.is_collection(asked.shape[:-1])):
        return _remove_many(asked, len(asked.words) - (0 if asked.shapes.is_listed(asked.shape) else 1))
    if asked.shapes.is_listed(asked.shape):
        asked.collection(len(asked.words)).clear()
    else:
        objects.remove_single(asked.words)
    return asked.respond(asked.made_up())


# --- actions --------------------------------------------------------------------------------------------------------


def _act(asked: Asked) -> Response:
    """An action: what it does to the thing that it is about, as far as a verb can tell, then the documented answer."""
    length = next((n + 1 for n in reversed(range(1, len(asked.pattern))) if is_placeholder(asked.pattern[n])), 0)
    entry = asked.item(length) if length and asked.shapes.is_collection(asked.shape[: length - 1]) else None
    one = asked.shapes.item_operation(asked.shape[: length - 1]) if entry else None
    model = asked.shapes.record_model(one) if one else None
    has_effect = entry is not None and _effect(asked, entry, model, asked.words[: length - 1])
    if entry is not None and model is not None and model is asked.model:
        return asked.respond(asked.wrap(asked.show(entry, asked.words[: length - 1])))
    if jobs.is_job(asked.model):
        return _task_answer(asked)
    return asked.respond(asked.made_up(), is_made_up=not has_effect)


def _effect(asked: Asked, entry: Entry, model: Model | None, address: Words) -> bool:
    """Let a verb do what its word says: `enable`, `activate`, `complete`, `cancel`."""
    verb = asked.pattern[-1].lower()
    record = asked.tenant.objects.full(entry, model, asked.shapes, address)
    if model is not None:
        model = alternative(model, asked.shapes.models, record, entry.key)
    changed = {name: value for name, value in _SWITCHES.get(verb, {}).items() if name in record}
    for field in model.fields if model else ():
        if field.name in ("status", "state") and field.enum:
            # `complete` makes it COMPLETED, `activate` ACTIVE: the same stem
            fitting = [one for one in field.enum if len(verb) > 4 and str(one).lower()[:5] == verb[:5]]
            value = next((one for one in fitting if not one.endswith("ING")), None)
            changed |= {field.name: value} if value else {}
    record.update(changed)
    if changed:
        _changed(asked, entry, None)
    return bool(changed)


def _task_answer(asked: Asked) -> Response:
    """Start a task, and tell of it."""
    assert asked.model is not None
    id_ = next((word for n, word in enumerate(asked.words) if n and asked.words[n - 1] == "sources"), "")
    source = asked.tenant.objects.find("sources", id_) if id_ else None
    target = Target(id_, source.record["name"]) if source else None
    task = jobs.start(asked.tenant, asked.operation, target)
    record = asked.made_up(asked.model.name)
    jobs.tell(record, asked.model, asked.shapes.models, task, asked.tenant)
    documented = asked.operation.answer
    return answer([record] if documented and documented.array else record, documented.status if documented else 202)
