"""Reports: one module an output format, all fed by `rows`.

A format is registered by name and its module imported on use, so that a run that prints lines never loads
the machinery of tables.
"""

from __future__ import annotations

from importlib import import_module

from figcheck.problem import Problem, nearest
from figcheck.report.shape import Format

# format -> module of this folder that writes findings so
FINDINGS = {
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "table": "aligned",
    "markdown": "markdown",
    "html": "html",
    "overview": "overview",
    "csv": "spreadsheet",
    "xlsx": "workbook",
    "parquet": "columnar",
    "json": "json_whole",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "gitlab": "gitlab",
    "rdjson": "rdjson",
}
# format -> module of this folder that writes figures so
FIGURES = {"table": "aligned", "csv": "spreadsheet", "jsonl": "json_lines", "parquet": "columnar"}
# format -> module of this folder that writes every relation judged so
CHECKS = {"table": "aligned", "csv": "spreadsheet", "jsonl": "json_lines", "parquet": "columnar"}

TABLES = {"findings": FINDINGS, "figures": FIGURES, "checks": CHECKS}

# how a file's name ends -> its format; longer endings first
ENDINGS = {
    ".sarif.json": "sarif",
    ".sarif": "sarif",
    "overview.html": "overview",
    ".html": "html",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".xml": "junit",
    ".rdjson": "rdjson",
    ".txt": "full",
}

# format -> the package that it needs, and what to install
NEEDS = {"xlsx": ("xlsxwriter", "figcheck[xlsx]"), "parquet": ("pyarrow", "figcheck[parquet]")}


def findings_shape(format_name: str, where: str = "--format") -> Format:
    """How findings are written in a format; a problem with the nearest name where there is none."""
    return form("findings", format_name, where)


def figures_shape(format_name: str, where: str = "--format") -> Format:
    """How figures are written in a format; a problem with the nearest name where there is none."""
    return form("figures", format_name, where)


def form(table: str, format_name: str, where: str = "--format") -> Format:
    """How one of the tables (findings, figures, checks) is written in a format."""
    formats = TABLES[table]
    if format_name not in formats:
        raise Problem(where, f"unknown format {format_name!r}", nearest(format_name, formats))
    if format_name in NEEDS:
        _refuse_without(*NEEDS[format_name], format_name, where)
    found: Format = getattr(import_module(f"figcheck.report.{formats[format_name]}"), table.upper())
    return found


def _refuse_without(package: str, extra: str, format_name: str, where: str) -> None:
    """A problem where the package that a format needs is not installed, told before the run and not after it."""
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise Problem(where, f"{format_name} needs the package {package}", f'pip install "{extra}"')
