"""``langdu completion``: a real bash completes; settings are changed once and put back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def home(langdu: Command) -> Path:
    return Path(langdu.environment["HOME"])


def completed(home: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words, with the settings of that home."""
    given = " ".join(f"'{word}'" for word in words)
    script = (
        f'. "$HOME/.bashrc"; COMP_WORDS=({given}); COMP_CWORD={len(words) - 1};'
        ' _langdu_completion langdu; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "HOME": str(home), "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes(langdu: Command, home: Path) -> None:
    (home / ".bashrc").write_text("alias ll='ls -l'")
    for _ in range(2):
        result = langdu("completion", "bash")
        assert (result.code, result.err) == (0, "")
    settings = (home / ".bashrc").read_text()
    assert settings.startswith("alias ll='ls -l'\n")
    assert settings.count("langdu completion") == 1
    assert completed(home, "langdu", "tr") == ["translate"]
    assert completed(home, "langdu", "translate", "page.html", "-t", "j") == ["ja"]
    assert langdu("completion", "bash", "--remove").code == 0
    assert (home / ".bashrc").read_text() == "alias ll='ls -l'\n"
    assert not list(home.rglob("completions/*"))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells(langdu: Command, home: Path, shell: str) -> None:
    shown = langdu("completion", shell, "--show").out
    assert "_LANGDU_COMPLETE" in shown
    assert not list(home.iterdir())
    assert langdu("completion", shell).code == 0
    (script,) = (f for f in home.rglob("*") if f.is_file() and f.name != ".zshrc")
    assert script.read_text().strip() == shown.strip()


def test_settings_that_are_a_link_stay_one(langdu: Command, home: Path) -> None:
    real = home / "dotfiles.zsh"
    real.write_text("# mine\n")
    real.chmod(0o600)
    (home / ".zshrc").symlink_to(real)
    assert langdu("completion", "zsh").code == 0
    assert (home / ".zshrc").is_symlink()
    assert real.read_text().startswith("# mine\n")
    assert real.stat().st_mode & 0o777 == 0o600
