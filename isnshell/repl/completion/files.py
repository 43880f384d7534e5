"""Names of files and folders, where a parameter wants one."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path

from .candidates import Candidate

_MOST = 200
_MOST_READ = 5000
IS_WINDOWS = os.sep == "\\"
_BACKSLASHES = re.compile(r"\\{1,2}")


def file_candidates(word: str, start: int, quote: str = '"') -> list[Candidate]:
    """Entries of the folder that the word names, folders first. A folder that can't be read has none.

    Args:
        word: What the string holds so far, as written. Windows' backslashes become `/`, which both it and Python's
            strings take as it is: in `"C:\\new"` Python would see a line break.
        start: Where it begins.
        quote: The string's quote; a name that has it is left out, rather than ending the string.
    """
    path = _BACKSLASHES.sub("/", word) if IS_WINDOWS else word
    folder, name = os.path.split(path)
    try:
        with os.scandir(os.path.expanduser(folder) or Path.cwd()) as entries:
            fitting = [one for one in islice(entries, _MOST_READ) if _fits(one.name, name)]
            plain = [one for one in fitting if _is_plain(one.name, quote)]
            found = sorted((not _is_folder(one), one.name.lower(), one.name) for one in plain)
    except (OSError, ValueError):
        return []
    place, lead = (start + len(word) - len(name), "") if path == word else (start, path[: len(path) - len(name)])
    return [
        Candidate(lead + entry + ("" if is_file else "/"), place, "file", "file" if is_file else "folder", entry)
        for is_file, _, entry in found[:_MOST]
    ]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _is_plain(name: str, quote: str) -> bool:
    return not any(mark in name for mark in (quote[:1], "\\", "\n") if mark)


def _fits(entry: str, typed: str) -> bool:
    return entry.lower().startswith(typed.lower()) and (typed.startswith(".") or not entry.startswith("."))
