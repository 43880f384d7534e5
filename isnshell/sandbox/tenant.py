"""What the tenant holds, made when it is first asked for. All of it is used under `lock`."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..clock import Clock
from .people import Crowd, Identity, make_people
from .report_tables import World
from .reports import Reports
from .role_mining import RoleMining
from .settings import Settings
from .sources import KINDS, Source, make_sources, source_id
from .tasks import Target, Tasks, make_tasks

if TYPE_CHECKING:
    from .objects import Objects


class Tenant:
    """People, sources, tasks, reports, role mining and all other objects of one sandbox.

    Args:
        settings: The seed decides what there is.
        clock: Data is dated relative to the moment when the tenant is made.
        identity_id: The identity behind the API client.
        user_name: Its name, which starts reports.
    """

    def __init__(self, settings: Settings, clock: Clock, identity_id: str, user_name: str) -> None:
        self.settings = settings
        self.clock = clock
        self.identity_id = identity_id
        self.user_name = user_name
        self.lock = threading.RLock()
        self.began = clock.now()
        # What search keeps for each generation; known to its handler alone
        self.engines: dict[str, Any] = {}

    @cached_property
    def people(self) -> Sequence[Identity]:
        """The people that sources, reports and role mining are about."""
        return make_people(self.settings.seed, self.began)

    @cached_property
    def identities(self) -> Crowd:
        """All identities: these people, and as many others as the settings want."""
        return Crowd(self.people, self.settings.identities, self.settings.seed, self.began)

    @cached_property
    def sources(self) -> Sequence[Source]:
        """The sources, the tenant's own (`IdentityNow`) last."""
        return make_sources(self.settings.seed, self.people, self.began)

    @cached_property
    def tasks(self) -> Tasks:
        """The tasks; they name sources without needing their accounts, so they are there at once."""
        targets = [Target(source_id(self.settings.seed, kind.name), kind.name) for kind in KINDS]
        ended, pending = self.settings.ended_tasks, self.settings.pending_tasks
        return Tasks(make_tasks(self.settings.seed, targets, self.began, ended, pending))

    @cached_property
    def reports(self) -> Reports:
        """The reports that were started here."""
        return Reports(self.settings, self.clock, World(self.people, self.sources), self.tasks)

    @cached_property
    def role_mining(self) -> RoleMining:
        """Role mining sessions and what came out of them."""
        return RoleMining(self.settings, self.clock, self.people, self.sources, self.began)

    @cached_property
    def objects(self) -> Objects:
        """Everything else."""
        from .objects import Objects  # waits for the first that is asked for, for the sake of a quick start

        return Objects(self)
