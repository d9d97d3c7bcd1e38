"""What a rule is."""

from collections.abc import Callable, Iterator

from knowledge.content.findings import Finding
from knowledge.content.library import Library

# A rule looks at the whole library and yields what it finds; it changes nothing and knows no other rule.
Rule = Callable[[Library], Iterator[Finding]]
