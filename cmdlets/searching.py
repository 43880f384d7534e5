"""Searching, and paging by hand as PSSailpoint does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from isnshell.commands import searching
from isnshell.commands.by_name import ByName
from isnshell.commands.cmdlet import Cmdlet, cmdlet
from isnshell.commands.operation import OperationCmdlet
from isnshell.commands.registry import get_cmdlet
from isnshell.errors import UsageError
from isnshell.pipeline.stream import Stream
from isnshell.tenant.session import current_session


@cmdlet("Search")
def search(
    indices: str | Sequence[str],
    query: str = "*",
    *,
    includes: Sequence[str] = (),
    nested: bool = False,
    sort: str | Sequence[str] = (),
    limit: int | None = None,
    increment: int | None = None,
) -> Stream:
    """Find identities, access, events and the like, however many there are.

    Args:
        indices: identities, accessprofiles, entitlements, roles, events, accountactivities, or a list of them.
        query: SailPoint's search language: `attributes.department:Sales AND inactive:false`. `*` finds all.
        includes: The only fields that are wanted: `["name", "attributes.department", "manager.name"]`. Less to send and
            to read; the sorted fields come along.
        nested: True includes nested objects, such as an identity's accounts and access.
        sort: Fields to sort by, with `-` in front for descending; `id` is added, so that pages neither skip nor repeat.
        limit: How many records at most; left out, all, also beyond 10,000.
        increment: Records a request, 1 to 10,000. Default 250.

    Returns:
        Stream of Records; the first request goes out when it is read. `total_count` asks how many there are.

    Raises:
        UsageError: An index is unknown; nothing was sent.
        ApiError: The tenant refused, for instance a query it can't read; raised when the stream is read.

    API: searchPost, POST /search with searchAfter, scope sp:search:read; searchCount
    PowerShell: Search-Post, Invoke-PaginateSearch

    Example:
        >>> search("identities", "attributes.department:Sales", includes=["name", "email"]) | select_object(first=5)
    """
    body: dict[str, Any] = {
        "indices": [indices] if isinstance(indices, str) else list(indices),
        "query": {"query": query},
        "includeNested": nested,
        "sort": [sort] if isinstance(sort, str) else list(sort),
    }
    if includes:
        body["queryResultFilter"] = {"includes": [includes] if isinstance(includes, str) else list(includes)}
    return searching.search(current_session(), body, limit=limit, increment=increment)


@cmdlet("Invoke-PaginateSearch")
def invoke_paginate_search(search: Any, *, increment: int = 250, limit: int | None = None) -> Stream:
    """Run a search of one's own making to its end.

    Args:
        search: The search's body: dict, Record or JSON text with `indices`, `query`, `sort` and so on.
        increment: Records a request, 1 to 10,000.
        limit: How many records at most; left out, all.

    Returns:
        Stream of Records; the first request goes out when it is read.

    Raises:
        UsageError: The body is wrong; nothing was sent.
        ApiError: The tenant refused; raised when the stream is read.

    API: searchPost, POST /search with searchAfter, scope sp:search:read
    PowerShell: Invoke-PaginateSearch

    Example:
        >>> invoke_paginate_search({"indices": ["identities"], "query": {"query": "*"}, "sort": ["name"]}, limit=10)
    """
    return searching.search(
        current_session(), search, limit=limit, increment=increment, command="invoke_paginate_search"
    )


@cmdlet("Invoke-Paginate")
def invoke_paginate(
    function: Any,
    *,
    increment: int | None = None,
    limit: int | None = None,
    initial_offset: int = 0,
    parameters: Mapping[str, Any] | None = None,
) -> Stream:
    """Read a list command page by page to its end.

    List commands do this by themselves; the command is here for scripts that name it.

    Args:
        function: The command or its name in any spelling: `get_accounts`, `"Get-AccountsV1"`.
        increment: Records a request; left out, the most that the operation allows.
        limit: How many records at most; left out, all.
        initial_offset: How many to pass over first.
        parameters: Further arguments of the command, by name.

    Returns:
        Stream of Records; the first request goes out when it is read.

    Raises:
        UnknownNameError: There is no such command.
        UsageError: The command gives no list, or an argument is wrong.

    API: that of the command
    PowerShell: Invoke-Paginate

    Example:
        >>> invoke_paginate("Get-TaskStatusList", increment=25, limit=100, parameters={"Sorters": "-created"})
    """
    command = function if isinstance(function, Cmdlet) else get_cmdlet(str(function))
    given = dict(parameters or {})
    if initial_offset:
        given["offset"] = initial_offset
    if limit is not None:
        given["limit"] = limit
    if increment is not None:
        given["page_size"] = increment
    # Known before it is called: what gives no list may change something
    lists = command.gives_list(given) if isinstance(command, OperationCmdlet) else not command.changes
    if lists and (lacking := command.missing((), given)):
        raise UsageError(f"{command.name} needs {' and '.join(lacking)}", hint="Give them in parameters.")
    found = command(**given) if lists else None
    if not isinstance(found, Stream):
        raise UsageError(f"{command.name} gives no list", hint="Call it on its own.")
    return found


@cmdlet("By-Name")
def by_name(name: str) -> ByName:
    """Stand for an id by its object's name, wherever a command wants an id.

    The name is looked up exactly, once a session, when the command is called.

    Args:
        name: The object's name, case included: `"Active Directory"`.

    Returns:
        ByName: To be given as the argument.

    Raises:
        UsageError: From the command: no object has the name, or several have; these are listed with their ids.

    API: the list operation of the objects in question, with a filter on `name` where it has one
    PowerShell: none

    Example:
        >>> get_source(by_name("Active Directory")).type
    """
    return ByName(name)
