"""`python -m figcheck` does what the command `figcheck` does."""

from __future__ import annotations

import sys

from figcheck.cli import main

sys.exit(main())
