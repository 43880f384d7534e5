"""The commands of the generation `nerm`, without its mark: `cmdlets.nerm.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("nerm")
