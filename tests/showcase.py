"""What README.md and the pages of docs/ show: commands are run and their outputs compared, or written back.

`python -m tests.showcase` runs them, writes what they printed into these pages, and makes the reports, the
picture of the terminal, the list of all rules and the tables of docs/ again. Read the difference before you commit it.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import catalogue

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "terminal.svg"
REPORTS_PAGE = ROOT / "docs" / "reports.md"
GATE_PAGE = ROOT / "docs" / "ci.md"
PAGES = (ROOT / "docs" / "rules.md", ROOT / "docs" / "architecture.md", REPORTS_PAGE, GATE_PAGE)
CATALOGUE = ROOT / "docs" / "catalogue.md"
TOLD = tuple(ROOT / "docs" / f"{name}.md" for name in ("index", "quickstart", "figures", "python"))
SHOWN = (README, REPORTS_PAGE, *TOLD)  # pages with commands that are run in this checkout
PICTURED = "tests/articles/ferry-line.txt"
PICTURED_RELATIONS = ("partition", "share", "exchange")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def blocks(kind: str, page: Path = README) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [body for name, body in BLOCK.findall(page.read_text(encoding="utf-8")) if name == kind]


def report_commands() -> str:
    """The commands with which docs/reports.md makes the reports."""
    return next(body for body in blocks("sh", REPORTS_PAGE) if "-o reports/" in body)


def run(command: str, folder: Path, bin_folder: Path, **environment: str) -> str:
    """What a command prints on standard output and standard error together; `figcheck` is this checkout's."""
    shim = bin_folder / "figcheck"
    if not shim.exists():
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m figcheck "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    settings = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode("utf-8")


def told(body: str, bin_folder: Path) -> str:
    """A console block as it should be: its command and what that prints."""
    command = body.splitlines()[0].removeprefix("$ ")
    return f"$ {command}\n{run(command, ROOT, bin_folder)}"


def session(body: str) -> str:
    """A Python session as it should be."""
    shown, names = [], {"__name__": "__main__"}
    for example in doctest.DocTestParser().get_examples(body):
        shown += [(">>> " if not at else "... ") + line for at, line in enumerate(example.source.splitlines())]
        shown += _printed(example.source, names)
    return "".join(f"{line}\n" for line in shown)


def _printed(source: str, names: dict[str, object]) -> list[str]:
    from io import StringIO

    stream = StringIO()
    with contextlib.redirect_stdout(stream):
        exec(compile(source, "<README.md>", "single"), names)
    return stream.getvalue().splitlines()


REFERENCE = re.compile(r"(<!-- (conditions|rooms|formats|action) -->\n).*?(<!-- end -->)", re.S)


def reference(page: Path) -> str:
    """A document with its tables of conditions, rooms, formats and inputs as the code has them now."""
    tables = {"conditions": conditions, "rooms": rooms, "formats": formats, "action": action}
    return REFERENCE.sub(lambda found: found[1] + tables[found[2]]() + found[3], page.read_text(encoding="utf-8"))


def conditions() -> str:
    """The conditions that a rule file may ask for."""
    from figcheck.conditions import CONDITIONS

    rows = [f"| `{name}` | {_opening(test.__doc__)} |\n" for name, test in CONDITIONS.items()]
    return "".join(["| condition | holds when |\n|---|---|\n", *rows])


def rooms() -> str:
    """The rooms of the house, from the top floor down."""
    from tests import house
    from tests.test_house import FLOORS

    names = [(floor, name) for floor in sorted(FLOORS, reverse=True) for name in sorted(FLOORS[floor])]
    here = {house.room(name) for name in house.modules()} - {"__init__", "__main__"}
    told = {name: _opening(ast.get_docstring(house.tree(name))) for name in here}
    rows = [f"| {floor} | `{name}` | {told[name]} |\n" for floor, name in names if name in here]
    return "".join(["| floor | room | |\n|---|---|---|\n", *rows])


def formats() -> str:
    """The formats of reports."""
    from figcheck import report
    from tests import house

    rows = []
    for name, module in report.FINDINGS.items():
        endings = [f"`{ending}`" for ending, format_name in report.ENDINGS.items() if format_name == name]
        told = _opening(ast.get_docstring(house.tree(f"report.{module}")))
        rows.append(f"| `{name}` | {' '.join(endings)} | {told} |\n")
    return "".join(["| format | ending | |\n|---|---|---|\n", *rows])


def action() -> str:
    """The inputs of the action for GitHub."""
    import yaml

    spec = yaml.safe_load((ROOT / ".github" / "action" / "action.yml").read_text(encoding="utf-8"))
    rows = [f"| `{name}` | {_code(one['default'])} | {one['description']} |\n" for name, one in spec["inputs"].items()]
    return "".join(["| input | unless you say | |\n|---|---|---|\n", *rows])


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _opening(docstring: str | None) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((docstring or "").partition("\n\n")[0].split()).replace("|", "\\|")


def terminal_text() -> str:
    """What a terminal shows for the pictured article, colours and all."""
    from figcheck import pipeline, read
    from figcheck.rates import Rates
    from figcheck.report import findings_shape, summary
    from figcheck.report.shape import written

    document = next(iter(read.documents([str(ROOT / PICTURED)], date(2024, 3, 14))))
    rulebook = pipeline.load_rulebook(select=PICTURED_RELATIONS)
    judged = pipeline.check(document, rulebook, Rates.load())  # type: ignore[arg-type]
    text = str(written(findings_shape("full"), [judged]))
    return text.replace(f"{ROOT}/", "") + "\n" + summary.line(summary.tally(judged))


def picture() -> str:
    """The same as an SVG."""
    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=100, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    select = ",".join(PICTURED_RELATIONS)
    console.print(Text(f"$ figcheck check --date 2024-03-14 --select {select} {PICTURED}", style="bold"))
    console.print(Text.from_ansi(terminal_text()))
    return console.export_svg(title="figcheck", unique_id="figcheck")


def renewed(page: Path, bin_folder: Path) -> str:
    """A page with every output as it is now."""

    def again(block: re.Match[str]) -> str:
        kind, body = block.groups()
        fresh = {"console": lambda: told(body, bin_folder), "pycon": lambda: session(body)}.get(kind, lambda: body)()
        assert "\nfigcheck: " not in fresh, fresh
        return f"```{kind}\n{fresh}```"

    return BLOCK.sub(again, page.read_text(encoding="utf-8"))


def made(folder: Path, bin_folder: Path, **environment: str) -> Path:
    """The reports, made by the commands of docs/reports.md in an empty folder that has only the articles in it."""
    (folder / "tests").symlink_to(ROOT / "tests")
    (folder / "reports").mkdir()
    said = run(f"set -e\n{report_commands()}", folder, bin_folder, **environment)
    assert "failed" not in said, said
    return folder / "reports"


def files(folder: Path) -> list[Path]:
    """The files in a folder and in those inside it, as seen from there."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Write all of it again, or nothing."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as bin_folder:
        reports = made(Path(folder), Path(bin_folder))
        pages = {page: renewed(page, Path(bin_folder)) for page in SHOWN}
        svg = picture()
        for path in files(reports):
            (ROOT / "reports" / path).parent.mkdir(exist_ok=True)
            (ROOT / "reports" / path).write_bytes((reports / path).read_bytes())
    for page, text in pages.items():
        page.write_text(text, encoding="utf-8")
    for page in PAGES:
        page.write_text(reference(page), encoding="utf-8")
    PICTURE.write_text(svg, encoding="utf-8")
    CATALOGUE.write_text(catalogue.page(), encoding="utf-8")


if __name__ == "__main__":
    main()
