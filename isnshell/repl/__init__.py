"""The prompt: ptpython with our reading, evaluation, completion and display, one concern a module."""
