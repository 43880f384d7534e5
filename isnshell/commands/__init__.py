"""What a command is: Cmdlet objects, the decorator that announces one, the registry, and the prompt's namespace."""
