"""The commands of the generation `v2026`, without its mark: `cmdlets.v2026.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("v2026")
