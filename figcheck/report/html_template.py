"""Templates to pages: everything an article says is escaped, and the page allows nothing but its own style and script.

A headline may read `<script>` or worse. jinja2 escapes every text that a template names, and the page's policy, which
holds the digests of its one style and its one script, would stop what slipped through all the same.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent / "templates"

# part of an article -> what it is called above its first line
PARTS = {
    "headline": "headline", "standfirst": "standfirst", "caption": "caption", "boilerplate": "not part of the story",
}  # fmt: skip
# state of a figure -> what a screen reader says of it
TOLD = {
    "contradicted": "contradicted", "noted": "worth a look", "settled": "accepted or known", "agrees": "agrees",
    "open": "not judged",
}  # fmt: skip


def rendered(template: str, **names: Any) -> str:
    """A template of our folder filled in, with the names it asks for; a name that is missing is an error."""
    return _environment().get_template(template).render(**names)


def whole(template: str, style: str, script: str, **names: Any) -> str:
    """A page that can stand alone: style and script inside it, and a policy that allows these two only."""
    from markupsafe import Markup

    css, js = (_own(name) for name in (style, script))
    policy = (
        f"default-src 'none'; style-src '{_digest(css)}'; script-src '{_digest(js)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return rendered(template, css=Markup(css), js=Markup(js), policy=Markup(policy), **names)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from figcheck.report.page import shown

    made = Environment(
        loader=FileSystemLoader(FOLDER), undefined=StrictUndefined,
        autoescape=True, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(shown=shown, parts=PARTS, told=TOLD)
    return made


@lru_cache
def _own(name: str) -> str:
    """A style or script of ours; nothing in it ends the element it stands in."""
    return (FOLDER / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """How a policy names the one text that it allows."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
