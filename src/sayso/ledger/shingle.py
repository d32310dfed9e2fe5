"""The shingle: a hash of a few words in a row, by which copies of a sentence are found."""

import hashlib

from sayso.text.stems import stem
from sayso.text.words import words

LENGTH = 4  # words in a row


def shingles_of(text: str, lang: str | None = None) -> frozenset[int]:
    """31-bit hashes of every four stem keys in a row (of all of them, where there are fewer); marks are passed over."""
    keys = [stem(word, lang) for span in words(text) if (word := span.of(text))[0].isalnum()]
    runs = [keys[i : i + LENGTH] for i in range(max(1, len(keys) - LENGTH + 1))] if keys else []
    return frozenset(
        int.from_bytes(hashlib.blake2b(" ".join(run).encode("utf-8", "replace"), digest_size=4).digest(), "big") >> 1 for run in runs
    )
