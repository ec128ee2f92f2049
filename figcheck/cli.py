"""The command line: which verb, and what to say when it cannot be done.

Each verb is a module of `commands` with `run(words) -> exit code`, imported only when it is called, so that
`figcheck --version` loads next to nothing.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from figcheck.problem import Problem, mistake, nearest

# verb -> what it does, for the list of verbs
VERBS = {
    "check": "find the figures that cannot all be true (the verb may be left out: figcheck story.txt)",
    "extract": "list the figures of an article as they are read",
    "rule": "list the rules, or show one with its examples",
    "explain": "show how a sentence is read, and why nothing was found in it",
    "test": "run the examples of every rule file",
    "accept": "write down that somebody has looked at a finding, and why it stays",
    "baseline": "write down what is found today, so that a gate need only stop what is new",
    "config": "show what is in force in this folder, and where it comes from",
}

CLEAN, FOUND, FAILED, STOPPED = 0, 1, 2, 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; what comes back is the exit code: 0 clean, 1 findings, 2 something could not be done."""
    given = list(sys.argv[1:] if words is None else words)
    gc.disable()  # until words and rules are loaded: they are many small things, and none of them is garbage
    _speak_utf_8()
    try:
        return _flushed(_dispatch(given))
    except Problem as problem:
        return _flushed(_failed(str(problem)))
    except BrokenPipeError:
        return _broken_pipe()
    except KeyboardInterrupt:
        _failed("stopped; reports not yet complete were not written")
        return STOPPED
    except Exception as error:  # no traceback ever reaches a reader
        return _flushed(_failed(str(mistake(given[0] if given else "figcheck", error))))
    finally:
        gc.enable()


def _dispatch(words: list[str]) -> int:
    """Call the verb; a first word that is none is an article to check."""
    first = words[0] if words else ""
    if first in ("--version", "-V"):
        from figcheck import __version__

        print(f"figcheck {__version__}")
        return CLEAN
    if first in ("", "--help", "-h", "help"):
        print(_overview(), file=sys.stdout if first else sys.stderr)
        return CLEAN if first else FAILED
    if first not in VERBS:
        _refuse_misspelt(first)
        return _verb("check", words)
    return _verb(first, words[1:])


def _verb(name: str, words: list[str]) -> int:
    """Import the verb's module and run it."""
    from importlib import import_module

    code: int = import_module(f"figcheck.commands.{name}").run(words)
    return code


def _refuse_misspelt(word: str) -> None:
    """A problem where a verb was meant: `figcheck exract story.txt` should not check a file of that name."""
    import os

    hint = nearest(word, VERBS)
    if word.isalpha() and hint.startswith("did") and not os.path.exists(word):
        raise Problem(word, "neither a verb nor a file", hint)


def _overview() -> str:
    """What figcheck can be asked to do."""
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:{width}}  {what}" for verb, what in VERBS.items())
    return (
        "figcheck reads an article and says which of its figures cannot all be true.\n\n"
        f"usage: figcheck [VERB] ...\n\n{verbs}\n\n"
        "figcheck VERB --help tells the options of a verb; figcheck --version the version.\n"
        "exit: 0 nothing found, 1 findings, 2 something could not be read or done."
    )


def _speak_utf_8() -> None:
    """Write UTF-8 with plain line ends whatever the locale, so that the same run gives the same bytes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _failed(what: str) -> int:
    """Say what went wrong in one line."""
    print(f"figcheck: {what}", file=sys.stderr)
    return FAILED


def _flushed(code: int) -> int:
    """The exit code, once all output has left; a reader that went away was told of already when the code says so."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _hush() if code == FAILED else _broken_pipe()
    return code


def _broken_pipe() -> int:
    """The reader of our output went away."""
    _hush()
    return _failed("standard output: was closed before the report was complete")


def _hush() -> int:
    """Let nothing more be written, so that the interpreter does not trip over the closed pipe when it ends."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
