"""The voice: whose words a proposal holds where nobody in particular is held to them: the document's own, anybody's, an asker's."""

import re
from dataclasses import replace

from sayso.claims.proposal import Proposal
from sayso.claims.stances import stance
from sayso.claims.view import View
from sayso.record.claim import Stance

_NOBODY: dict[str, frozenset[str]] = {
    "en": frozenset(),  # left as the encoder has it: on English news dropping them cost more claims than it saved
    "ru": frozenset("никто кто кто-то кто-нибудь все всякий каждый".split()),
    "uk": frozenset("ніхто хто хтось усі всі кожен дехто".split()),
    "fr": frozenset("personne nul tous toutes celui celle ceux celles qui quiconque chacun impossible".split()),
}
_OURSELVES: dict[str, frozenset[str]] = {
    "en": frozenset("we us our".split()),
    "ru": frozenset("я мы наш наша наши".split()),
    "uk": frozenset("я ми наш наша наші".split()),
    "fr": frozenset("je j' nous on notre nos".split()),
}
_OUR_DEED = {
    "en": re.compile(r"$^"),
    "ru": re.compile(r"\w+(ем|им|ите|йте|ьте)$"),
    "uk": re.compile(r"\w+(ємо|їмо|имо|емо|іть|йте|ьте)$"),
    "fr": re.compile(r"\w+(ons|ez)$"),
}


_ASKED = re.compile(r"(interrogée?s?|questionnée?s?)$")


def _asked(view: View, k: int) -> bool:
    """Does a French participle at the start of a sentence tell that somebody was asked (« Interrogé sur le raid, il se tait »)?

    In English it is left as the encoder has it: see above.
    """
    return view.lang == "fr" and _ASKED.match(view.words[k]) is not None and k == view.unit_at(k)[0]


def own_voice(view: View, proposal: Proposal) -> bool:
    """Is it the document that speaks, or nobody in particular: "we cannot tell", "somebody wanted", "дякуємо розрахункам"?"""
    if not proposal.cue or any(view.in_quote[k] >= 0 for span in (*proposal.cue, *proposal.content) for k in range(*view.tokens_in(span))):
        return False
    first, last = view.tokens_in(proposal.cue[0])
    if _asked(view, first):
        return True
    if proposal.source:
        k = view.tokens_in(proposal.source[0])[0]
        return view.words[k] in _NOBODY[view.lang] or view.words[k] in _OURSELVES[view.lang]
    return any(_OUR_DEED[view.lang].match(view.words[k]) and view.pos(k) == "VERB" for k in range(first, last))


_NO_ONE = re.compile(r"(neither|nor|none|nobody|no-one)$")
_ARTICLE = 2  # words between "neither" and a source that leaves it out
_NOT_ONE = (("no", "one"), ("not", "one"), ("not", "a"))


def unsaid(view: View, proposal: Proposal) -> Proposal:
    """A confirmation whose English subject is nobody ("None of the officials confirmed"), with its cue negated.

    Other languages negate the verb besides.
    """
    if view.lang != "en" or proposal.negated or proposal.rule is None or not proposal.source or proposal.stance is not Stance.CONFIRMS:
        return proposal
    first, last = view.tokens_in(proposal.source[0])
    opening = view.words[max(view.unit_at(first)[0], first - _ARTICLE) : first + 1]
    if not any(map(_NO_ONE.match, opening)) and tuple(view.words[first : min(last, first + 2)]) not in _NOT_ONE:
        return proposal
    return replace(proposal, negated=True, stance=stance(proposal.rule, negated=True))
