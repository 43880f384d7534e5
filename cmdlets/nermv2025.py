"""The commands of the generation `nermv2025`, without its mark: `cmdlets.nermv2025.NAME`."""

from isnshell.commands.generation import namespace

__getattr__, __dir__ = namespace("nermv2025")
