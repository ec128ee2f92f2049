"""GitLab's Code Quality report: one JSON list, which a merge request compares with that of its target."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from figcheck.model import Report
from figcheck.report import remarks
from figcheck.report.paint import safe
from figcheck.report.shape import Shape

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def _findings(report: Report) -> Iterator[str]:
    from hashlib import sha256

    seen: Counter[str] = Counter()
    for found in report.findings:
        seen[found.fingerprint] += 1
        identity = f"{report.document.id}\n{found.fingerprint}\n{seen[found.fingerprint]}"
        place = remarks.stretch(report.document, remarks.first(found))
        entry = {
            "description": safe(remarks.message(found)),
            "check_name": found.rule,
            "fingerprint": sha256(identity.encode("utf-8", "backslashreplace")).hexdigest(),
            "severity": SEVERITIES[found.severity] if found.status == "new" else "info",
            "location": {"path": remarks.path(report.document), "lines": {"begin": place.line if place else 1}},
            "content": {"body": "\n".join(remarks.lines(found))},
            "status": found.status,
        }
        yield "\n" + json.dumps(entry, ensure_ascii=False, indent=2)


FINDINGS = Shape(_findings, opening="[", separator=",", closing="\n]\n")
