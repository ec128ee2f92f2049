"""Reports: one module an output format, all fed by `rows`.

A format is registered by name and its module imported on use, so that a run that prints lines never loads
the machinery of tables.
"""

from __future__ import annotations

from importlib import import_module

from figcheck.problem import Problem, nearest
from figcheck.report.shape import Shape

# format -> module of this folder that writes findings so
FINDINGS = {
    "full": "full",
    "concise": "concise",
    "json": "json_whole",
    "jsonl": "json_lines",
    "csv": "spreadsheet",
    "table": "aligned",
}
# format -> module of this folder that writes figures so
FIGURES = {"table": "aligned", "csv": "spreadsheet", "jsonl": "json_lines"}

ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "full"}


def findings_shape(format_name: str, where: str = "--format") -> Shape:
    """How findings are written in a format; a problem with the nearest name where there is none."""
    shape: Shape = import_module(f"figcheck.report.{_module(FINDINGS, format_name, where)}").FINDINGS
    return shape


def figures_shape(format_name: str, where: str = "--format") -> Shape:
    """How figures are written in a format; a problem with the nearest name where there is none."""
    shape: Shape = import_module(f"figcheck.report.{_module(FIGURES, format_name, where)}").FIGURES
    return shape


def _module(formats: dict[str, str], format_name: str, where: str) -> str:
    """The module's name."""
    if format_name not in formats:
        raise Problem(where, f"unknown format {format_name!r}", nearest(format_name, formats))
    return formats[format_name]
