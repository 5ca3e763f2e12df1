"""Run `scripts/COMMAND.py` in the checkout's own `.venv`, which is made on first use.

`./arkiv` and `uv run arkiv` both end up here, before anything is installed, so this file and `environment.py`
import the standard library only, and little of that: what is imported here is paid for by every command.
"""

import ast
import os
import sys
from pathlib import Path

from arkiv.environment import Environment, SetupError

# The order of a year's work, not the alphabet's. A command that is not named here comes last.
ORDER = (
    "init", "import", "new", "write", "check", "build", "serve", "status", "diff", "switch", "close",
    "audit", "project", "forget", "test", "bench", "pictures", "lock",
)  # fmt: skip


def main(argv: list[str] | None = None, root: Path | None = None) -> int:
    """Run the command that `argv` names, in the checkout at `root`; returns its exit status.

    On POSIX this does not return at all once the command has started: the process becomes the command.
    """
    root = root or Path(__file__).resolve().parents[2]
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] in {"-h", "--help", "help"}:
        print(usage(root))
        return 0 if words else 2
    if words[0] not in command_files(root):
        print(unknown(words[0], list(command_files(root))), file=sys.stderr)
        return 2
    return start(root, words[0], words[1:])


def start(root: Path, command: str, arguments: list[str]) -> int:
    """See to it that `.venv` is there, then become the command; returns 1 if `.venv` could not be made."""
    environment = Environment(root)
    try:
        environment.ensure("run")
    except SetupError as error:
        print(f"arkiv: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("arkiv: interrupted; the next run makes .venv afresh", file=sys.stderr)
        return 130
    script = root / "scripts" / f"{command}.py"
    return become([str(environment.python), "-P", str(script), *arguments], surroundings(root))


def become(call: list[str], variables: dict[str, str]) -> int:
    """Replace this process by `call`; where the system cannot do that, run it and return its exit status."""
    sys.stdout.flush()
    if sys.platform == "win32":
        import subprocess

        return subprocess.call(call, env=variables)
    return os.execve(call[0], call, variables)


def surroundings(root: Path) -> dict[str, str]:
    """Return the environment variables a command runs with."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    return variables | {
        "PYTHONPATH": str(root / "hooks"),  # the user's own may hold other versions than the locked ones
        "PYTHONUTF8": "1",  # the archive is UTF-8 wherever the machine stands
        "NO_MKDOCS_2_WARNING": "1",  # a banner about a MkDocs that this program can never use
    }


def command_files(root: Path) -> dict[str, Path]:
    """Return the commands and their files in the order of ORDER."""
    found = {path.stem: path for path in sorted((root / "scripts").glob("*.py"))}
    known = [name for name in ORDER if name in found]
    return {name: found[name] for name in known + [name for name in found if name not in ORDER]}


def summary(path: Path) -> str:
    """Return the first line of the docstring of a command's file, which is not run for it."""
    text = ast.get_docstring(ast.parse(path.read_bytes())) or ""
    return text.partition("\n")[0]


def usage(root: Path) -> str:
    """Return the text of `./arkiv --help`."""
    commands = command_files(root)
    width = max(map(len, commands), default=0)
    listed = [f"  {name:<{width}}  {summary(path)}" for name, path in commands.items()]
    head, foot = "usage: ./arkiv COMMAND [...]", "./arkiv COMMAND --help says more about one."
    return "\n".join([head, "", *listed, "", foot])


def unknown(word: str, commands: list[str]) -> str:
    """Return what to say about a word that is no command."""
    import difflib

    near = difflib.get_close_matches(word, commands, n=1)
    remedy = f"did you mean {near[0]}?" if near else "./arkiv --help lists them"
    return f"arkiv: no such command ({word}) - {remedy}"
