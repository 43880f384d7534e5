"""The commands of the generation `beta`, without its mark: `cmdlets.beta.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("beta")
