"""Which findings are new since a commit: the old version of each article is checked as the new one is."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from figcheck import known, read
from figcheck.model import Document, Finding, Report
from figcheck.problem import Problem
from figcheck.record import replace

OPTION = "--since"
ABSENT = ("does not exist in", "exists on disk, but not in")  # what git says of a file that was not there yet


def marked(report: Report, commit: str, check: Callable[[Document], Report]) -> Report:
    """The report, what the old version had already marked as there before; of two alike the old one had one only."""
    old = _before(report.document, commit)
    if old is None or not report.findings:
        return report
    dated = replace(old, published=old.published or report.document.published)
    left = Counter(finding.fingerprint for finding in check(dated).findings)

    def change(finding: Finding) -> Finding:
        if finding.status != known.NEW or not left[finding.fingerprint]:
            return finding
        left[finding.fingerprint] -= 1
        return replace(finding, status=known.BASELINE, reason=f"in {commit}")

    return known.marked(report, change)


def refuse_unknown(commit: str) -> None:
    """A problem, before anything is read, where git or the commit is not to be had."""
    if commit.startswith("-"):
        raise Problem(OPTION, f"{commit!r} is no commit", "expected a branch, a tag or a commit")
    _git(".", "rev-parse", "--git-dir", otherwise="there is no git repository here")
    _git(".", "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}", otherwise=f"git knows no commit {commit!r}")


def _before(document: Document, commit: str) -> Document | None:
    """The article as it was; none where it was not there yet, or could not be read."""
    if document.source in ("", read.STANDARD_INPUT):
        raise Problem(OPTION, "standard input has no earlier version", "name its file with --stdin-filename")
    return _articles(document.source, commit).get(document.id)


@lru_cache(maxsize=4)
def _articles(path: str, commit: str) -> dict[str, Document]:
    """The articles of a file at that commit, by id."""
    from io import BytesIO

    data = _shown(path, commit)
    if data is None:
        return {}
    entries = read.documents([read.STANDARD_INPUT], None, BytesIO(data), path)
    return {entry.id: entry for entry in entries if isinstance(entry, Document)}


def _shown(path: str, commit: str) -> bytes | None:
    """A file as it was at a commit; nothing where it was not there."""
    folder, name = os.path.split(path)
    code, data, told = _run(folder or ".", "show", f"{commit}:./{name}")
    if code == 0:
        return data
    if any(phrase in told for phrase in ABSENT):
        return None
    raise Problem(path, f"git cannot show it at {commit!r}", told.strip().partition("\n")[0])


def _git(folder: str, *words: str, otherwise: str) -> None:
    """Ask git; a problem with these words where it says no."""
    if _run(folder, *words)[0]:
        raise Problem(OPTION, otherwise, "expected a branch, a tag or a commit")


def _run(folder: str, *words: str) -> tuple[int, bytes, str]:
    """What git answers: exit code, output, and what it says in English whatever the locale."""
    from subprocess import run

    try:
        done = run(["git", "-C", folder, *words], env={**os.environ, "LC_ALL": "C"}, capture_output=True, check=False)
    except FileNotFoundError:
        raise Problem(OPTION, "git is not installed", "it is what knows the earlier versions") from None
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")
