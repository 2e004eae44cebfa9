"""What is right and wrong with documents: rules, anybody's PDF, and the gate before ours.

`rule` says what a rule is and runs them; `pdf` holds the rules for anybody's PDF, `edition` those
for a PDF beside the release that it was made of. Reading is that of `pressconv.pdfdoc`: no rule
opens a file, and none knows the engine that made one.
"""

from __future__ import annotations

from pressconv.audit.rule import Finding, Outcome, Rule, Severity, Spot, Status, Verdict

__all__ = ["Finding", "Outcome", "Rule", "Severity", "Spot", "Status", "Verdict"]
