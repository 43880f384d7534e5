"""The commands of the generation `v2024`, without its mark: `cmdlets.v2024.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("v2024")
