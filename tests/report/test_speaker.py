"""Who says it, where that is plain; and nobody where it is not."""

from __future__ import annotations

import pytest

import figcheck
from figcheck.report import editorial

QUOTE = "We have 60 ships, 45 of which are new. The remaining 25 are old"


def _quoted_by(text: str) -> str:
    judged = figcheck.check(text).judged
    (found,) = judged.findings
    return str(editorial.row(judged, found)["quoted_by"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"“{QUOTE},” said Ms Quill, who runs the line.", "Ms Quill"),
        (f'"{QUOTE}," Hester Quill said.', "Hester Quill"),
        (f'"{QUOTE}," said J. R. Weir of the union.', "J. R. Weir"),
        (f'The report was read to the Calder Line. Calder says that "{QUOTE}."', "Calder"),
        (f'"{QUOTE}," Hester Quill, the director, told islanders.', "Hester Quill"),
        (f"Ms Quill said: “{QUOTE}.”", "Ms Quill"),
        (f'On Monday Dr. Anselm van Pryde wrote, "{QUOTE}."', "Dr. Anselm van Pryde"),
        (f'The line is full, Ms Quill, its director, told the inquiry: "{QUOTE}."', "Ms Quill"),
    ],
)
def test_the_speaker_is_named_where_the_words_name_one(text, name):
    assert _quoted_by(text) == name


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE}, said Ms Quill.",
        f'"{QUOTE}," she said.',
        f'"{QUOTE}," said the director.',
        f'"{QUOTE}." He added that Ms Quill would know.',
        f'"{QUOTE}." Anselm Pryde replied: "They leak."',
        f'Yesterday Smith said: "{QUOTE}."',
        f'"{QUOTE}."',
        f'"{QUOTE}." Ms Quill says that the ferries leak.',
        f'"{QUOTE}," said Calder partner Ann Weir.',
        f'The director, in an interview with Calder News, said: "{QUOTE}."',
        f'He spoke to Calder News. In an interview with Calder News said "{QUOTE}."',
    ],
)
def test_nobody_is_named_in_doubt(text):
    assert _quoted_by(text) == ""


def test_the_full_report_names_who_is_to_be_asked():
    assert "= said by   Ms Quill: " in str(figcheck.check(f"“{QUOTE},” said Ms Quill, who runs the line."))
