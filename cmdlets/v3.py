"""The commands of the generation `v3`, without its mark: `cmdlets.v3.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("v3")
