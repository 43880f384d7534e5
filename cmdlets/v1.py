"""The commands of the generation `v1`, without its mark: `cmdlets.v1.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("v1")
