"""The documents keep up with the code: every key, condition, sign and room is told of."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib

import pytest

from figcheck import report, rulefile, rules
from figcheck.expression import FUNCTIONS
from figcheck.model import KINDS
from figcheck.report import editorial
from tests import catalogue, showcase

RULES = (showcase.ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
HOUSE = (showcase.ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
WRITTEN = sorted((showcase.ROOT / "docs").glob("*.md"))
PAGES = [page for page in showcase.SHOWN if page != showcase.README]
SPANS = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", RULES, flags=re.S))
CODE = {*SPANS, *(word for span in SPANS for word in span.split())}


@pytest.mark.parametrize("key", [*rulefile.RELATION_KEYS, *rulefile.RULE_KEYS])
def test_every_key_of_a_rule_file_is_documented(key):
    assert key in CODE or f"[[{key}]]" in CODE


@pytest.mark.parametrize("page", showcase.PAGES, ids=lambda page: page.stem)
def test_the_tables_of_conditions_rooms_formats_and_inputs_are_those_of_the_code(page):
    assert showcase.reference(page) == page.read_text(encoding="utf-8"), "python -m tests.showcase"


@pytest.mark.parametrize("body", [body for page in PAGES for body in showcase.blocks("console", page)])
def test_a_command_prints_what_the_page_shows(body, tmp_path):
    assert showcase.told(body, tmp_path) == body, "python -m tests.showcase"


SCRIPTS = [body for page in showcase.SHOWN for body in showcase.blocks("sh", page) if body.startswith("figcheck ")]


@pytest.mark.parametrize("body", [body for body in SCRIPTS if body != showcase.report_commands()])
def test_a_command_without_output_makes_the_files_that_it_names(body, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "tests").symlink_to(showcase.ROOT / "tests")
    (tmp_path / "stories").symlink_to(showcase.ROOT / "tests" / "articles")
    told = showcase.run(f"{body.rstrip()}\necho code $?", tmp_path, tmp_path / "bin")
    assert told.endswith("code 1\n") and "figcheck: " not in told
    asked = [name.rpartition("=")[2] for name in re.findall(r"-o (\S+)", body)]
    assert asked and [name for name in asked if not (tmp_path / name).exists()] == []


@pytest.mark.parametrize("body", [body for page in PAGES for body in showcase.blocks("pycon", page)])
def test_a_python_session_is_as_the_page_shows(body, monkeypatch):
    monkeypatch.chdir(showcase.ROOT)
    assert showcase.session(body) == body, "python -m tests.showcase"


def test_the_list_of_all_rules_is_that_of_the_rule_files():
    assert showcase.CATALOGUE.read_text(encoding="utf-8") == catalogue.page(), "python -m tests.showcase"


def test_every_subject_has_relations_and_none_is_named_twice():
    subjects = tomllib.loads(catalogue.SUBJECTS.read_text(encoding="utf-8"))["subject"]
    named = [name for subject in subjects for name in subject["relations"]]
    assert len(named) == len(set(named))
    assert set(named) <= {kind.id for kind in rules.load().kinds}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The pages as a site."""
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    folder = tmp_path_factory.mktemp("site")
    words = [sys.executable, "-m", "mkdocs", "build", "--config-file", ".mkdocs.yml", "--quiet", "--strict"]
    words += ["--site-dir", str(folder)]
    done = subprocess.run(words, cwd=showcase.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_site_is_built_without_a_warning_and_has_every_page(site):
    names = {page.stem for page in (showcase.ROOT / "docs").glob("*.md")} - {"index"}
    assert {name for name in names if not (site / name / "index.html").exists()} == set()


def test_the_site_fetches_nothing_from_elsewhere(site):
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        fetched = re.findall(r'<(?:script|img|iframe)[^>]*\bsrc="?([^"\s>]+)', page)
        fetched += re.findall(r'<link[^>]*rel="?(?:stylesheet|preconnect|icon)"?[^>]*href="?([^"\s>]+)', page)
        assert [link for link in fetched if "//" in link] == [], path


def test_every_format_table_and_column_is_documented():
    page = showcase.REPORTS_PAGE.read_text(encoding="utf-8")
    for name in (*report.FINDINGS, *report.TABLES, *editorial.COLUMNS):
        assert f"`{name}`" in page, name


@pytest.mark.parametrize("name", [*FUNCTIONS, *(kind for kind in KINDS if kind != "label")])
def test_every_function_and_every_kind_of_figure_is_documented(name):
    assert name in CODE


def test_every_option_of_check_is_documented_and_no_other(tmp_path):
    told = showcase.run("figcheck check --help", showcase.ROOT, tmp_path)
    options = set(re.findall(r"(?<![\w-])--[a-z][\w-]*", told)) - {"--help"}
    page = (showcase.ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    table = page[page.index("## Options of") : page.index("The exit code")]
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", table)) == options


def test_the_newsroom_example_is_the_file_that_the_tests_run():
    written = (showcase.ROOT / "tests" / "newsroom" / "circulation.toml").read_text(encoding="utf-8")
    assert f"```toml\n{written}```" in RULES


@pytest.fixture
def newsroom(tmp_path):
    """A folder with the rules of the page on writing rules, and a place for the command itself."""
    for name in ("our-rules", "bin"):
        (tmp_path / name).mkdir()
    shutil.copy(showcase.ROOT / "tests/newsroom/circulation.toml", tmp_path / "our-rules")
    return tmp_path


def test_the_newsroom_s_own_rule_does_what_the_page_shows(newsroom):
    (body,) = showcase.blocks("console", showcase.ROOT / "docs" / "rules.md")
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    told = [f"$ {command}\n{showcase.run(command, newsroom, newsroom / 'bin')}" for command in commands]
    assert "".join(told) == body


def test_a_mistake_in_a_rule_file_is_told_as_the_page_shows(newsroom):
    rule = newsroom / "our-rules" / "circulation.toml"
    rule.write_text(rule.read_text().replace("require  =", "requires ="))
    told = showcase.run("figcheck test our-rules", newsroom, newsroom / "bin")
    assert f"```\n{told.removeprefix('figcheck: ')}```" in RULES


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md", *(f"docs/{page.name}" for page in WRITTEN)])
def test_every_file_that_a_document_links_to_exists(name):
    page = showcase.ROOT / name
    links = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
