"""Tests run alike at a desk and in a build: what a build tells figcheck about itself is not passed on."""

from __future__ import annotations

import os

for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(name, None)
