"""`figcheck accept`: somebody has looked at a finding, and says why it stays."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence

from figcheck import accepted, config
from figcheck.accepted import Accepted, Row
from figcheck.commands import options as given
from figcheck.problem import Problem, nearest
from figcheck.record import replace

SHEET = "findings"
NEEDED = ("status", "reason", "fingerprint")
STATUSES = ("new", "accepted", "baseline", "")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


def run(words: Sequence[str]) -> int:
    """Add to `.figcheck/accepted.csv`; 2 when a row of a sheet could not be taken, and the others are."""
    options = given.parse(_parser(), words)
    path = _place()
    problems: list[Problem] = []
    fresh = list(_entries(options, problems.append))
    for problem in problems:
        print(f"figcheck: {problem}", file=sys.stderr)
    before = accepted.load(path)
    kept = {entry.fingerprint: entry for entry in (*before, *fresh)}
    if kept != {entry.fingerprint: entry for entry in before}:
        _write(path, [kept[name] for name in sorted(kept)])
    number = len({entry.fingerprint for entry in fresh})
    print(f"{os.path.relpath(path)}: {number} accepted, {len(kept)} in all" if fresh else "nothing accepted")
    return 2 if problems else 0


def _entries(options: Namespace, failed: Callable[[Problem], None]) -> Iterator[Accepted]:
    """What is to be accepted: the fingerprints given, or what a sheet says."""
    if bool(options.fingerprints) == bool(options.sheet):
        raise Problem("accept", "expected fingerprints with --reason, or --from a sheet")
    if options.sheet:
        yield from _from_sheet(options.sheet, failed)
        return
    reason = accepted.plain(" ".join(options.reason.split()))
    if not reason:
        raise Problem("--reason", "gives no reason", "nothing is accepted without one")
    for written in options.fingerprints:
        yield Accepted(accepted.fingerprint(written, "accept"), reason, options.by)


def _from_sheet(path: str, failed: Callable[[Problem], None]) -> Iterator[Accepted]:
    """The rows of an editor's sheet with the status accepted; those that cannot be taken are told."""
    is_workbook = path.lower().endswith(WORKBOOKS)
    for where, row in _workbook(path) if is_workbook else accepted.table(path, NEEDED):
        try:
            if _is_accepted(row, where):
                entry = accepted.entry(row, where)
                yield replace(entry, file=_from_here(entry.file))
        except Problem as problem:
            failed(problem)


def _is_accepted(row: Row, where: str) -> bool:
    status = row["status"].lower()
    if status not in STATUSES:
        raise Problem(where, f"unknown status {row['status']!r}", nearest(status, filter(None, STATUSES)))
    return status == "accepted"


def _workbook(path: str) -> Iterator[tuple[str, Row]]:
    """The rows of a workbook's sheet of findings, each with the number that the spreadsheet shows."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ModuleNotFoundError:
        raise Problem(path, "a workbook needs the package python-calamine", 'pip install "figcheck[xlsx]"') from None
    try:
        book = CalamineWorkbook.from_path(path)
        sheet = SHEET if SHEET in book.sheet_names else book.sheet_names[0]
        cells = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError) as error:
        raise Problem(path, f"no workbook that can be read: {error}") from None
    header = [str(cell).strip().lower() for cell in cells[0]] if cells else []
    accepted.refuse_columns(header, NEEDED, f"{path}:1")
    for number, row in enumerate(cells[1:], 2):
        if any(cell != "" for cell in row):
            yield f"{path}:{number}", dict(zip(header, [accepted.plain(str(cell)) for cell in row], strict=False))


def _from_here(file: str) -> str:
    """The article of a row, as the list will call it; an id that is no file stays as it is."""
    if not os.path.exists(file):
        return file
    return os.path.relpath(file, os.path.dirname(os.path.dirname(_place()))).replace(os.sep, "/")


def _place() -> str:
    """Where the list is kept: in the nearest folder that has one, else beside the config, else here."""
    for folder in config.above(os.getcwd()):
        if os.path.isdir(os.path.join(folder, accepted.FOLDER)):
            break
    else:
        found = config.find(os.getcwd())
        folder = os.path.dirname(found) if found else os.getcwd()
    return os.path.join(folder, accepted.FOLDER, accepted.NAME)


def _write(path: str, entries: Sequence[Accepted]) -> None:
    """Put the list in its place, whole or not at all, with no cell that a spreadsheet takes for a formula."""
    from figcheck.report.output import File
    from figcheck.report.spreadsheet import lines

    rows = [[getattr(entry, name) for name in accepted.COLUMNS] for entry in entries]
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        place = File(path, str)
        try:
            place.write(lines([accepted.COLUMNS, *rows]))
            place.finish()
        finally:
            place.abandon()
    except OSError as error:
        raise Problem(os.path.relpath(path), f"cannot be written: {error.strerror or error}") from None


def _parser() -> ArgumentParser:
    parser = given.parser("accept", "Write down that somebody has looked at a finding, and why it stays.")
    parser.add_argument("fingerprints", nargs="*", metavar="FINGERPRINT", help="as in a report, or its first 8 digits")
    parser.add_argument("--reason", default="", metavar="WORDS", help="why it stays; nothing is accepted without one")
    parser.add_argument("--by", default="", metavar="NAME", help="who has looked at it")
    parser.add_argument(
        "--from", dest="sheet", default="", metavar="FILE",
        help="a CSV or xlsx report in which somebody has filled in status and reason",
    )  # fmt: skip
    return parser
