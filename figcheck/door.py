"""The Python door: `figcheck.check(text)` and the report it gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

from figcheck import model
from figcheck.problem import Problem
from figcheck.record import record

if TYPE_CHECKING:
    from figcheck.report.table import DataFrame


@record
class Report:
    """What figcheck has to say about one article; `judged` holds all of it as plain data.

    >>> import figcheck
    >>> figcheck.check("Of the 50 members, 40 agreed and the remaining 20 did not.").ok
    False
    """

    judged: model.Report

    @property
    def ok(self) -> bool:
        """Whether there is neither an error nor a warning, but for those that the article itself accepts."""
        return not any(f.severity in ("error", "warning") and f.status == "new" for f in self.findings)

    @property
    def findings(self) -> tuple[model.Finding, ...]:
        """What is wrong, in the order of the text, notes included."""
        return self.judged.findings

    @property
    def figures(self) -> tuple[model.Claim, ...]:
        """Every figure with what it says, in the order of the text."""
        return self.judged.claims

    @property
    def checks(self) -> tuple[model.Check, ...]:
        """Every relation held against a rule, also those that agree."""
        return self.judged.checks

    def to_frame(self) -> DataFrame:
        """The findings as a pandas frame, with the columns of the CSV."""
        from figcheck.report import table

        return table.findings_frame([self.judged])

    def figures_frame(self) -> DataFrame:
        """The figures as a pandas frame."""
        from figcheck.report import table

        return table.figures_frame([self.judged])

    def checks_frame(self) -> DataFrame:
        """Every relation judged as a pandas frame: passes, findings, and what could not be judged."""
        from figcheck.report import table

        return table.checks_frame([self.judged])

    def to_csv(self) -> str:
        """The findings as the CSV that `figcheck check --format csv` prints."""
        return self._written("csv")

    def to_html(self) -> str:
        """The page that `figcheck check -o report.html` writes: the article with every figure marked."""
        return self._written("html")

    def to_sarif(self) -> str:
        """The findings as the SARIF log that `figcheck check -o FILE.sarif` writes."""
        return self._written("sarif")

    def __str__(self) -> str:
        """The report as `figcheck check --format full` prints it, without colour."""
        from figcheck.report.paint import washed

        return washed(self._written("full")) + self._closing()

    def __repr__(self) -> str:
        lines = (f"  {finding.severity} {finding.rule}: {finding.message}" for finding in self.findings)
        return "\n".join((f"<figcheck.Report {self.judged.document.id!r}: {self._closing()}>", *lines))

    def _repr_html_(self) -> str:
        from figcheck.report import notebook

        return notebook.fragment(self.judged, self._closing())

    def _closing(self) -> str:
        from figcheck.report import summary

        return summary.line(summary.tally(self.judged))

    def _written(self, format_name: str) -> str:
        from figcheck.report import findings_shape
        from figcheck.report.shape import written

        return str(written(findings_shape(format_name), [self.judged]))


def check(
    text_or_path: str | Path,
    *,
    date: Date | str | None = None,
    title: str | None = None,
    rules: Sequence[str | Path] = (),
    rates: str | Path | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    home_currency: str = "",
    dialect: str = "",
) -> Report:
    """Check one article: its text, or the file it is in.

    A string with the name of a file that exists is that file; anything else is the article itself. `date` is
    the day of publication, by which amounts in two currencies are judged. `home_currency` ("AUD") is what a bare
    "$" means, `dialect` ("uk" or "us") whose gallons are meant. No config is read: the arguments say it all.
    """
    from figcheck import language, pipeline
    from figcheck.rates import Rates
    from figcheck.read import dates
    from figcheck.setting import of_house

    rulebook = pipeline.load_rulebook(tuple(Path(folder) for folder in rules), tuple(select), tuple(ignore))
    day = dates.day(date, "date")
    document = of_house(_document(text_or_path, title or "", day), home_currency, dialect, language.load())
    return Report(pipeline.check(document, rulebook, Rates.load(Path(rates) if rates else None)))


def _document(text_or_path: str | Path, title: str, day: Date | None) -> model.Document:
    """The article as a document."""
    from figcheck import inline, read
    from figcheck.read import text

    if isinstance(text_or_path, Path) or _is_file(text_or_path):
        return read.only(str(text_or_path), day)

    opening = f"{title.strip()}\n\n" if title.strip() else ""
    whole = text.without_surrogates(text.one_line_end(opening + text_or_path))
    if not text_or_path.strip():
        raise Problem("text", "is empty", "expected an article")
    return inline.taken(model.Document(id="text", text=whole, blocks=(), published=day, offset=len(opening)))


def _is_file(text: str) -> bool:
    """Whether a string names a file rather than being an article."""
    import os

    return "\n" not in text and os.path.isfile(text)  # false, too, where no file can have such a name
