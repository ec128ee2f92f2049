"""The nouns: what passes through the doors between rooms. Frozen, and no input or output.

Every word here is used in one sense throughout figcheck; `docs/architecture.md` has the glossary.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figcheck.interval import Interval
from figcheck.record import record

KINDS = (
    "count",      # 50,000 fighters; a dozen eggs
    "money",      # £83m; 131.5p; unit is the ISO 4217 code, or code/unit: GBP/month
    "measure",    # 26 miles, 30C, 50mph: unit is a pint expression
    "percent",    # 45 per cent: magnitude 45, unit "percent"
    "points",     # 2.5 percentage points: unit "percentage point" or "basis point"
    "share",      # two-thirds, one in five, half: magnitude is the fraction, no unit
    "multiple",   # doubled, threefold, four times: magnitude 2, 3, 4, no unit
    "duration",   # seven months, 90 minutes
    "age",        # aged 34, a 14-year-old: unit "year"
    "year",       # 2013, the 1990s, 2013-14
    "date",       # Tuesday 14 March 2023, in March
    "time",       # 7.45pm, 16:00 GMT
    "ordinal",    # third, 14th
    "score",      # 3-2, 52-48
    "label",      # a number that counts nothing: G20, Covid-19, Section 230
)


@record
class Span:
    """Where something stands: characters from `start` up to, not including, `end`."""

    start: int
    end: int


@record
class Block:
    """A stretch of a document with one part to play.

    `part` is one of headline, standfirst, body, caption, table, boilerplate.
    """

    span: Span
    part: str


@record
class Silence:
    """A comment in the article that accepts findings: the verb (ok, off or on), the rules it names, and why."""

    span: Span
    verb: str
    rules: tuple[str, ...]
    reason: str


@record
class Document:
    """One article. Spans count characters of `text`, which begins with the title where there is one.

    `offset` is where the article's own text begins: reports subtract it, and a
    figure before it stands in the title. `home` is the money that a bare "$" or "pesos" means to its newsroom,
    `dialect` the country ("uk", "us") whose gallons and pints it speaks of; empty where nobody has said so.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    published: date | None = None
    language: str = "en"
    offset: int = 0
    source: str = ""
    silences: tuple[Silence, ...] = ()
    home: str = ""
    dialect: str = ""


@record
class Sentence:
    """One sentence, the block it stands in, and its number within the document."""

    span: Span
    block: Block
    index: int


@record
class Quantity:
    """What is printed, and all that it could stand for.

    `magnitude` has the scale word applied (83m is 83000000). A range keeps its
    low end there and its high end in `upper`. The three boxes are nested:
    `tight` grants half a unit of the last digit that is certainly meant,
    `loose` reads trailing zeros as rounding up to 5 % of the value (the tier
    for warnings), `widest` up to 12.5 % (the tier for errors).
    """

    magnitude: Decimal
    unit: str
    tight: Interval
    loose: Interval
    widest: Interval
    upper: Decimal | None = None


@record
class Figure:
    """A number as written, in its place.

    `digits` is the span of the bare number inside the text ("83" of "£83m") and
    `scale` what its scale word multiplies by, so that a repair can be written in
    the same style. `grain` is the place of the last digit that is certainly
    meant (1000000 for "£83m"). `hedge` is the hedge class, or empty.
    For dates the quantity's boxes are intervals of days (date.toordinal) and
    `parts` what was printed: weekday (1 is Monday), day, month, year, hour, minute.
    """

    span: Span
    surface: str
    kind: str
    quantity: Quantity
    grain: Decimal
    digits: Span
    scale: Decimal = Decimal(1)
    hedge: str = ""
    parts: tuple[tuple[str, int], ...] = ()


@record
class Claim:
    """A figure and what it says.

    `counted` is the head noun's lemma ("fighter"), `modifiers` the words before
    it ("wagner"), `per` what each of it belongs to ("month", "household"),
    `scope` any of negated, hypothetical, quoted, corrected; `sort` what sort of thing it counts ("person"), where
    the language tells.
    """

    figure: Figure
    sentence: int
    counted: str = ""
    modifiers: tuple[str, ...] = ()
    per: str = ""
    scope: frozenset[str] = frozenset()
    sort: str = ""


@record
class Relation:
    """Figures bound together: each role with the claim that plays it, plural roles several times.

    `basis` tells why we believe it: stated (words say so), structural (brackets,
    lists) or inferred (same noun). `evidence` are the spans of text that bind it,
    `cues` the cue classes that the pattern found there. Relations of one `group`
    are rival readings of the same words: when one of them agrees, that one was
    meant; when none does, only a `chief` reading may be reported. Between currencies,
    `days` are stretches of days (first and last ordinal) whose rates may be meant as
    well, and `namesakes` the money that a word may mean besides: (USD, AUD).
    """

    kind: str
    roles: tuple[tuple[str, Claim], ...]
    basis: str = "stated"
    evidence: tuple[Span, ...] = ()
    pattern: str = ""
    cues: frozenset[str] = frozenset()
    group: str = ""
    chief: bool = True
    days: tuple[tuple[int, int], ...] = ()
    namesakes: tuple[tuple[str, str], ...] = ()

    def claims(self, role: str) -> tuple[Claim, ...]:
        """The claims that play one role, in the order of the text."""
        return tuple(claim for name, claim in self.roles if name == role)


@record
class Verdict:
    """How a law came out: agrees, arguable, contradicts or not judged (with the reason).

    `strain` is the stated difference over the difference that rounding, hedges
    and rates could explain: above 1 nothing explains it.
    """

    outcome: str
    left: Decimal | None = None
    right: Decimal | None = None
    strain: Decimal | None = None
    reason: str = ""


@record
class Repair:
    """One figure that, changed alone, would mend the relation."""

    role: str
    span: Span
    old: str
    new: str


@record
class Finding:
    """A verdict worth a human's time. `severity` is error, warning or note.

    `status` is new, accepted (someone looked at it and gave a `reason`) or baseline (it was there before); only
    what is new holds up a gate. `rate_source` and `rate_date` tell whose exchange rates it rests on, and of which
    day, or from when to when.
    """

    rule: str
    severity: str
    message: str
    working: str
    repairs: tuple[Repair, ...]
    diagnosis: str
    relation: Relation
    verdict: Verdict
    fingerprint: str
    stated: str = ""
    expected: str = ""
    status: str = "new"
    reason: str = ""
    accepted_by: str = ""
    rate_source: str = ""
    rate_date: str = ""


@record
class Check:
    """One relation held against one rule: a pass, a finding, or a reason for silence."""

    rule: str
    relation: Relation
    verdict: Verdict
    finding: Finding | None = None


@record
class Report:
    """All that figcheck has to say about one document."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[tuple[str, int], ...] = ()
