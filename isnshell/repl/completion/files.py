"""Names of files and folders, where a parameter wants one."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from .candidates import Candidate

_MOST = 200


def file_candidates(word: str, start: int) -> list[Candidate]:
    """Entries of the folder that the word names, folders first. A folder that can't be read has none."""
    folder, name = os.path.split(word)
    place = start + len(word) - len(name)
    try:
        with os.scandir(os.path.expanduser(folder) or Path.cwd()) as entries:
            fitting = [one for one in islice(entries, 5000) if _fits(one.name, name)]
            found = sorted((not one.is_dir(), one.name) for one in fitting)
    except OSError:
        return []
    return [
        Candidate(entry + ("" if is_file else "/"), place, "file", "file" if is_file else "folder")
        for is_file, entry in found[:_MOST]
    ]


def _fits(entry: str, typed: str) -> bool:
    return entry.lower().startswith(typed.lower()) and (typed.startswith(".") or not entry.startswith("."))
