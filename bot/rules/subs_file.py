"""SUBS.yaml as text: every scalar is kept as it is written, so `NO` is Norway and `007` an id."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import Any

import yaml

from bot.domain.subscription import Subscription
from bot.errors import ConfigError
from bot.rules.exchange import subscription_to_dict, subscriptions_from_document

# YAML reads a bare > as the beginning of a block of text.
_BARE_COMPARISON = re.compile(r":\s*>\s*=?\s*\d")
_MERGE = "tag:yaml.org,2002:merge"


class _TextLoader(yaml.SafeLoader):
    """A safe loader whose scalars are all text, and for which a key given twice is an error."""

    def construct_mapping(
        self,
        node: yaml.nodes.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002 - PyYAML's
    ) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value if key.tag != _MERGE]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {twice!r} is given twice", node.start_mark
            )
        return super().construct_mapping(node, deep)


_TextLoader.yaml_implicit_resolvers = {
    "<": [pair for pair in yaml.SafeLoader.yaml_implicit_resolvers["<"] if pair[0] == _MERGE]
}


def read_subscriptions(text: str, *, where: str) -> tuple[Subscription, ...]:
    """The subscriptions of a SUBS.yaml, in its order.

    Raises ConfigError naming the file, the entry, the key and the nearest valid values.
    """
    try:
        document = yaml.load(text, Loader=_TextLoader)  # noqa: S506 - a SafeLoader underneath
    except (yaml.YAMLError, RecursionError) as exc:
        hint = (
            '\nA comparison needs quotes: impact: ">=7".' if _BARE_COMPARISON.search(text) else ""
        )
        raise ConfigError(f"{where} is not valid YAML: {exc}{hint}") from exc
    return subscriptions_from_document(document, where)


def write_subscriptions(subscriptions: Sequence[Subscription]) -> str:
    """A SUBS.yaml that `read_subscriptions` reads back as the same subscriptions."""
    document = {"subscriptions": [subscription_to_dict(one) for one in subscriptions]}
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=100)
