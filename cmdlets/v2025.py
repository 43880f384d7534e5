"""The commands of the generation `v2025`, without its mark: `cmdlets.v2025.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("v2025")
