"""The encoder: one trunk pass over each passage, and what its heads propose."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sayso import ids
from sayso.errors import DataError, MissingError
from sayso.readers.pairs import WIDTH, Range, pair_features, signs
from sayso.readers.passages import Passage, pack
from sayso.readers.tagging import best_tags, log_softmax, tagged_spans
from sayso.record.reading import Link, NameSpan, RoleSpan, StanceScore, TriggerSpan
from sayso.record.reading import Passage as SeenPassage
from sayso.text.span import Span

ROLES = ("source", "cue", "content")
KINDS = ("person", "organisation", "place", "facility")
LEAST = 0.02  # links below this share are not worth keeping
LEAST_STANCE = 0.1  # the same of stances
MOST_NONE = 0.8  # the share of no event up to which a word is proposed as a trigger
HEADS = ("roles", "inner", "mentions", "links", "vector", "stance", "events", "actualities", "uses")
MOST_SPANS = 64  # role spans of one passage that are linked: a pathological text must not square


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What the heads propose for one document; offsets are characters of its text, links are indices into `roles`."""

    roles: tuple[RoleSpan, ...] = ()
    links: tuple[Link, ...] = ()
    stances: tuple[StanceScore, ...] = ()
    names: tuple[NameSpan, ...] = ()
    triggers: tuple[TriggerSpan, ...] = ()
    passages: tuple[SeenPassage, ...] = ()


class Encoder:
    """Trunk, heads and tokenizer from a release folder."""

    def __init__(self, folder: Path, *, threads: int = 1, check: bool = False) -> None:
        """Load from `folder`; with `check` every file is hashed first.

        Raises MissingError when a file is missing, DataError when it is another.
        """
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            self.manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
        except (OSError, ValueError) as problem:
            raise MissingError("no readable manifest.json", where=str(folder), then="give the folder of a release") from problem
        if lacking := _lacking(self.manifest):
            then = "give a folder that python -m training.export wrote"
            raise DataError(f"manifest.json does not name {', '.join(lacking)}", where=str(folder), then=then)
        for name, known in self.manifest["files"].items():
            path = folder / name
            if not path.exists() or path.stat().st_size != known["bytes"]:
                raise MissingError("missing, or not of the size that manifest.json names", where=str(path), then="install sayso again")
            if check and hashlib.sha256(path.read_bytes()).hexdigest() != known["sha256"]:
                raise DataError("its contents are not those that manifest.json names", where=str(path), then="install sayso again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3

        def session(name: str) -> onnxruntime.InferenceSession:
            # Fused, additions and norms take three times as long on a CPU (measured with onnxruntime 1.32).
            return onnxruntime.InferenceSession(
                str(folder / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
            )

        self.digest = ids.digest((folder / "manifest.json").read_bytes())
        self.trunk = session("trunk.onnx")
        self.heads = {name: session(f"{name}.onnx") for name in HEADS}
        self.labels: dict[str, list[str]] = self.manifest["labels"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def read(self, text: str) -> Proposals:
        """All proposals for a text; empty for a text without a word. Memory grows with the proposals, not with the passages.

        Passages go through the trunk one at a time: int8 activations are scaled over a whole batch, so that in a batch the
        neighbours of a passage would change its numbers, and a padded batch is no faster on a CPU.
        """
        roles: list[RoleSpan] = []
        links: list[Link] = []
        stances: list[StanceScore] = []
        names: list[NameSpan] = []
        triggers: list[TriggerSpan] = []
        seen: list[SeenPassage] = []
        for passage in pack(text, self.tokenizer):
            if not len(passage.words):
                continue
            hidden = self.trunk.run(None, {"ids": passage.ids[None], "kept": passage.kept})[0][0]
            vector = self.heads["vector"].run(None, {"pooled": hidden.mean(0, keepdims=True)})[0][0]
            unit = vector / max(float(np.linalg.norm(vector)), 1e-12)
            seen.append(SeenPassage(span=Span(passage.start, passage.end), vector=tuple(unit.tolist())))
            words = hidden[1:]
            names.extend(self._names(text, passage, words))
            triggers.extend(self._triggers(passage, words))
            self._claims(text, passage, words, roles, links, stances)
        return Proposals(
            roles=tuple(roles), links=tuple(links), stances=tuple(stances), names=tuple(names), triggers=tuple(triggers),
            passages=tuple(seen),
        )  # fmt: skip

    def _shares(self, head: str, words: np.ndarray) -> np.ndarray:
        """Logarithms of the shares [words, labels] of a head that labels single words."""
        return log_softmax(self.heads[head].run(None, {"words": words})[0])

    def _triggers(self, passage: Passage, words: np.ndarray) -> list[TriggerSpan]:
        """Runs of words that name one kind of event.

        What counts is the share that all kinds have together, which is the score: which kind it is may be open.
        """
        shares = self._shares("events", words)
        likely = np.exp(shares[:, 0]) < MOST_NONE
        best = np.where(likely, shares[:, 1:].argmax(1) + 1, 0).tolist()
        out: list[TriggerSpan] = []
        first = 0
        while first < len(best):
            last = first
            while last + 1 < len(best) and best[last + 1] == best[first]:
                last += 1
            if best[first]:
                actual = self._shares("actualities", words[first : last + 1]).mean(0)
                out.append(
                    TriggerSpan(
                        kind=self.labels["events"][best[first]],
                        span=_span(passage, first, last),
                        score=float(1 - np.exp(shares[first : last + 1, 0].mean())),
                        actuality=self.labels["actualities"][int(actual.argmax())],
                        actuality_score=float(np.exp(actual.max())),
                    )
                )
            first = last + 1
        return out

    def _names(self, text: str, passage: Passage, words: np.ndarray) -> list[NameSpan]:
        scores = self.heads["mentions"].run(None, {"words": words})[0]
        shares = log_softmax(scores.reshape(len(words), len(KINDS), 3).transpose(1, 0, 2))
        used = np.exp(self._shares("uses", words))
        out = []
        for kind, (tags, own) in enumerate(zip(best_tags(shares), shares, strict=True)):
            for _, first, last, score in tagged_spans(tags, own):
                span = _span(passage, first, last)
                if text[span.end - 2 : span.end] in ("'s", "’s") and span.length > 2:
                    span = Span(span.start, span.end - 2)  # an English genitive is no part of the name
                while span.length and not text[span.start].isalnum():
                    span = Span(span.start + 1, span.end)
                while span.length and text[span.end - 1] in " \"'“”«»„’‘,.;:!?—–-":
                    span = Span(span.start, span.end - 1)
                if not span.length:
                    continue
                if KINDS[kind] == "place":
                    share = used[first : last + 1].mean(0)
                    use = int(share.argmax())
                    out.append(NameSpan(kind="place", span=span, score=score, use=self.labels["uses"][use], use_score=float(share[use])))
                else:
                    out.append(NameSpan(kind=KINDS[kind], span=span, score=score))
        return sorted(out, key=lambda n: (n.span.start, n.span.end, n.kind))

    def _claims(
        self, text: str, passage: Passage, words: np.ndarray, roles: list[RoleSpan], links: list[Link], stances: list[StanceScore]
    ) -> None:
        """Outer claims first; then claims inside the outer contents, linked among themselves."""
        outer = self._tagged("roles", words)
        seen = signs(text, passage.words)
        self._linked(seen, passage, words, outer, roles, links, stances)
        contents = [(a, b) for kind, a, b, _ in outer if kind == 2]
        if not contents:
            return
        within = self._tagged("inner", words)
        for low, high in contents:
            # A content of one word is what the outer claim left over ("that"), not a claim of its own.
            inside = [s for s in within if low <= s[1] and s[2] <= high and (s[0] != 2 or s[2] > s[1])]
            if {0, 1, 2} <= {s[0] for s in inside}:
                self._linked(seen, passage, words, inside, roles, links, stances)

    def _tagged(self, head: str, words: np.ndarray) -> list[tuple[int, int, int, float]]:
        shares = log_softmax(self.heads[head].run(None, {"words": words})[0])
        return tagged_spans(best_tags(shares[None])[0], shares)

    def _linked(
        self,
        seen: tuple[np.ndarray, ...],
        passage: Passage,
        words: np.ndarray,
        spans: list[tuple[int, int, int, float]],
        roles: list[RoleSpan],
        links: list[Link],
        stances: list[StanceScore],
    ) -> None:
        base = len(roles)
        roles.extend(RoleSpan(role=ROLES[k], span=_span(passage, a, b), score=score) for k, a, b, score in spans)
        spans = spans[:MOST_SPANS]
        at: dict[str, list[int]] = {role: [i for i, s in enumerate(spans) if s[0] == k] for k, role in enumerate(ROLES)}
        where: dict[str, list[Range]] = {role: [(spans[i][1], spans[i][2]) for i in at[role]] for role in ROLES}
        cues = at["cue"]
        if not cues:
            return
        none, sources, contents = len(spans), at["source"], at["content"]
        to_sources, to_contents = (pair_features(seen, where["cue"], where[role], where) for role in ("source", "content"))
        width, height = len(sources) + 1, len(cues) + 1
        # Each cue with every source, or none; then each content with every cue, or none.
        features = (
            np.concatenate((to_sources, np.zeros((len(cues), 1, WIDTH), np.float32)), 1),
            np.concatenate((to_contents.transpose(1, 0, 2), np.zeros((len(contents), 1, WIDTH), np.float32)), 1),
        )
        scores = self.heads["links"].run(
            None,
            {
                "first": words[[s[1] for s in spans]],
                "last": words[[s[2] for s in spans]],
                "head": np.array([*np.repeat(cues, width), *[*cues, none] * len(contents)], np.int64),
                "tail": np.array([*[*sources, none] * len(cues), *np.repeat(contents, height)], np.int64),
                "kind": np.repeat((0, 1), (width * len(cues), height * len(contents))),
                "features": np.concatenate([some.reshape(-1, WIDTH) for some in features]),
            },
        )[0]
        split = len(cues) * width
        of_cues = np.exp(log_softmax(scores[:split].reshape(len(cues), width)))
        of_contents = np.exp(log_softmax(scores[split:].reshape(len(contents), height)))
        for i, j in np.argwhere(of_cues[:, :-1] >= LEAST).tolist():
            links.append(Link(cue=base + cues[i], other=base + sources[j], score=float(of_cues[i, j])))
        for j, i in np.argwhere(of_contents[:, :-1] >= LEAST).tolist():
            links.append(Link(cue=base + cues[i], other=base + contents[j], score=float(of_contents[j, i])))
        held: dict[int, int] = {}  # a cue and the first content that it holds
        for content, i in zip(contents, of_contents.argmax(1).tolist(), strict=True):
            if i < len(cues):
                held.setdefault(cues[i], content)
        if held:
            ends = np.array([[*spans[cue][1:3], *spans[content][1:3]] for cue, content in held.items()])
            scored = self.heads["stance"].run(None, {"ends": words[ends].reshape(len(held), -1)})[0]
            for cue, shares in zip(held, np.exp(log_softmax(scored)), strict=True):
                stances.extend(
                    StanceScore(cue=base + cue, stance=stance, score=float(share))
                    for stance, share in zip(self.labels["stance"], shares, strict=True)
                    if share >= LEAST_STANCE
                )


def _lacking(manifest: Any) -> list[str]:  # noqa: ANN401 - any JSON
    """What a manifest must name and does not."""
    told = manifest if isinstance(manifest, dict) else {}
    lacking = [key for key in ("files", "labels") if not isinstance(told.get(key), dict)]
    return lacking or [file for name in ("trunk", *HEADS) if (file := f"{name}.onnx") not in told["files"]]


def _span(passage: Passage, first: int, last: int) -> Span:
    return Span(int(passage.words[first, 0]), int(passage.words[last, 1]))
