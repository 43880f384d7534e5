"""`python -m isnshell`."""

import sys

from .cli import main

sys.exit(main())
