"""axe-core with every rule that is not experimental: A, AA, AAA and best practice."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from playwright.sync_api import Page

from checks.programs import AXE

_RUN: Final = r"""async () => {
  const tags = [...new Set(axe.getRules().flatMap((rule) => rule.tags))]
    .filter((tag) => !["experimental", "deprecated"].includes(tag));
  // forced colours are the reader's own, and axe takes those that they replace for what is shown
  const shown = !matchMedia("(forced-colors: active)").matches;
  const contrast = { "color-contrast": { enabled: shown } };
  contrast["color-contrast-enhanced"] = { enabled: shown };
  const result = await axe.run(document, {
    rules: contrast,
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations", "incomplete"],
    preload: false, // it would fetch the style sheets, which the page's policy forbids, loudly
  });
  const short = (rules) => rules.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.map(({ target, any, all, none }) => [
      target.flat().join(" "), [...any, ...all, ...none].map((one) => one.message).join("; "),
    ]),
  }));
  return {
    violations: short(result.violations),
    incomplete: short(result.incomplete),
    rules: axe.getRules(tags).length,
  };
}"""


@dataclass(frozen=True, slots=True)
class AxeResult:
    """What axe found, the rules that it could not decide, and how many rules it has."""

    findings: tuple[str, ...]
    undecided: tuple[str, ...]
    rules: int


def look(page: Page) -> AxeResult:
    """Run axe on the page as it is now."""
    page.evaluate(_source())
    result: dict[str, Any] = page.evaluate(_RUN)
    return AxeResult(
        tuple(
            f"{rule['id']}: {rule['help']}: {target} ({message[:160]})"
            for rule in result["violations"]
            for target, message in rule["nodes"]
        ),
        tuple(rule["id"] for rule in result["incomplete"]),
        result["rules"],
    )


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")
