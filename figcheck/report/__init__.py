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
    "table": "aligned",
    "csv": "spreadsheet",
    "json": "json_whole",
    "jsonl": "json_lines",
}
# format -> module of this folder that writes figures so
FIGURES = {"table": "aligned", "csv": "spreadsheet", "jsonl": "json_lines"}
# format -> module of this folder that writes every relation judged so
CHECKS: dict[str, str] = {}

TABLES = {"findings": FINDINGS, "figures": FIGURES, "checks": CHECKS}

# how a file's name ends -> its format; longer endings first
ENDINGS = {
    ".csv": "csv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".txt": "full",
}

# package that a format needs -> what to install
EXTRAS = {"xlsxwriter": "figcheck[xlsx]", "pyarrow": "figcheck[parquet]", "jinja2": "figcheck[html]"}


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
    try:
        found: Format = getattr(import_module(f"figcheck.report.{formats[format_name]}"), table.upper())
    except ModuleNotFoundError as error:
        if error.name not in EXTRAS:
            raise
        hint = f'pip install "{EXTRAS[error.name]}"'
        raise Problem(where, f"{format_name} needs the package {error.name}", hint) from None
    return found
