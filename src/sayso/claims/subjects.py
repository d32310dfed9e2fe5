"""The subject: who in the cue's own sentence says it, where no source was found or the one found cannot speak."""

from dataclasses import replace

from sayso.claims import adjuncts, sources
from sayso.claims.cast import Cast, Heard
from sayso.claims.extents import plain
from sayso.claims.pronouns import THERE
from sayso.claims.proposal import Proposal
from sayso.claims.relays import heard_by
from sayso.claims.view import DASHES, Range, View
from sayso.claims.wordings import citing
from sayso.lexicon.cues import Frame, Through
from sayso.text.span import Span

_OBJECTS = frozenset("him them lui leur eux йому ним нього ньому їм ними них ему нему них ней неї ній ей ею нею".split())
_OF = frozenset("of from de du des d' из с со от із зі з від".split())
_SHORT = 3  # words of a source that may lack its complement
_MOST = 5  # words of a complement
_NEAR = 14  # words between an outlet and whom it cites
_PERSONAL = frozenset({Frame.VERB})


def sourced(cast: Cast, proposal: Proposal) -> Proposal:
    """The proposal, with the subject of its cue as source where it has none that can speak."""
    view = cast.view
    if proposal.source and proposal.named is None and (cited := _cited(cast, proposal)):
        return cited
    if proposal.follows or not proposal.cue or (proposal.rule is not None and proposal.rule.frame not in _PERSONAL):
        return proposal
    first = view.tokens_in(proposal.cue[0])[0]
    last = view.tokens_in(proposal.cue[-1])[1]
    if view.lang == "en" and (antecedent := _antecedent(view, first)) is not None:
        return replace(proposal, source=(view.span(*antecedent),), named=None, impersonal=False)
    if proposal.source:
        if _speaks(view, proposal, first):
            return proposal
    elif _impersonal(view, first, last):
        return proposal
    found = _pronoun(view, first, last) or _inverted(view, last) or _after_hearer(view, proposal, last) or _named(cast, proposal, first)
    if found is None:
        elsewhere = proposal.source and view.paragraph_of[view.tokens_in(proposal.source[0])[0]] != view.paragraph_of[first]
        return replace(proposal, source=(), named=None) if elsewhere else proposal
    return replace(proposal, source=(view.span(*found),), named=None, impersonal=False)


def _antecedent(view: View, cue: int) -> Range | None:
    """The noun phrase just before "which" and a cue ("the Security Directorate, which scorned the charge")."""
    low, _ = view.unit_at(cue)
    at = cue - 1
    if at <= low or view.words[at] != "which" or view.in_quote[at] >= 0:
        return None
    return plain(view, at - 1 if view.words[at - 1] == "," else at, low)


def widened(view: View, proposal: Proposal) -> Proposal:
    """The proposal, with the complement of the noun that ends its source ("Соседка | с третьего этажа", "man | from the port")."""
    if not proposal.source or proposal.named is not None:
        return proposal
    first, last = view.tokens_in(proposal.source[-1])
    end = last
    if last - first <= _SHORT and view.pos(last - 1) == "NOUN" and (not view.capital(last - 1) or last - 1 in view.sentence_starts):
        end = complemented(view, last)
    span = view.span(first, end) if end > last else proposal.source[-1]
    if end == last or any(part.overlaps(Span(view.starts[last], span.end)) for part in (*proposal.cue, *proposal.content)):
        return proposal
    return replace(proposal, source=(*proposal.source[:-1], span))


def complemented(view: View, at: int) -> int:
    """The index after the complement that begins at a token: a genitive, or a phrase of "from", «из»; `at` where there is none."""
    _, high = view.unit_at(at - 1)
    k = at
    prepositional = k < high and view.words[k] in _OF and not view.mark(k)
    k += prepositional
    while k < high and k - at < _MOST and (view.word_in("determiner", k) or view.pos(k) in ("ADJ", "NUM", "DET")) and not view.mark(k):
        k += 1
    if k >= high or view.mark(k) or view.pos(k) not in ("NOUN", "PROPN", "X") or view.in_quote[k] >= 0 or view.among("adjunct", k):
        return at
    if not prepositional and (view.lang not in ("ru", "uk") or "gen" not in view.tags[k].split(",")):
        return at
    return k + 1


def _speaks(view: View, proposal: Proposal, cue: int) -> bool:
    """Stands the source in the paragraph of its cue, with a word for one who says: no dateline, hearer, adverb or preposition alone?"""
    first, last = view.tokens_in(Span(proposal.source[0].start, proposal.source[-1].end))
    if view.paragraph_of[first] != view.paragraph_of[cue] or _dateline(view, first, last):
        return False
    words = [k for k in range(first, last) if not view.mark(k)]
    if len(words) == 1 and view.words[words[0]] in _OBJECTS:
        return False  # «ему возражает», "leur répond": the hearer
    if _hears(view, proposal, first):
        return False
    if len(words) == 1 and (_told(view, words[0]) or view.words[words[0]] in THERE):
        return True
    if len(words) == 1 and view.among("adjunct", words[0]) and "dat" in view.tags[words[0]].split(","):
        return False  # "told journalists"
    return any(
        view.pos(k) not in ("ADP", "ADV", "ADJ", "NUM", "PTCL", "CONJ") and not view.word_in("preposition", k) for k in words
    ) or any(view.capital(k) and k not in view.sentence_starts for k in words)


def _hears(view: View, proposal: Proposal, first: int) -> bool:
    """ "confided to the AFP", "a confié à l'AFP": the hearer, by the preposition between cue and source."""
    last = view.tokens_in(proposal.cue[-1])[1]
    spoken = proposal.rule is None or proposal.rule.frame is Frame.VERB
    return spoken and 0 < first - last <= _SHORT and view.outlets.get(first) is not None and heard_by(view, first)


def _dateline(view: View, first: int, last: int) -> bool:
    """ "(Océana) –": the name of the wire in a dateline."""
    bracketed = first > 0 and last + 1 < len(view) and view.words[first - 1] == "(" and view.words[last] == ")"
    return bracketed and view.words[last + 1] in DASHES


def _cited(cast: Cast, proposal: Proposal) -> Proposal | None:
    """The proposal of an outlet that cites somebody in its sentence («передаёт "Маяк" со ссылкой на мэра»): the one cited is named."""
    view = cast.view
    first, last = view.tokens_in(proposal.source[-1])
    listed = any(e.ids(("name", "risky"), "outlet") for e in cast.roster.within(first, last))
    if not proposal.cue or not (listed or (view.lang in ("ru", "uk") and any(view.capital(k) for k in range(first, last)))):
        return None
    low, high = view.unit_at(first)
    reach = [k for k in range(low, high) if view.in_quote[k] < 0 and abs(k - first) < _NEAR]
    for k in reach:
        for rule, end in view.relays_at(k):
            if rule.through is Through.CITING and rule.speaker and rule.after and (k >= last or not listed):
                found = sources.after(view, end, min(high, first) if k < first else high)
                if found and not any(view.span(*found).overlaps(part) for part in (*proposal.source, *proposal.cue)):
                    named = view.span(*found)
                    return citing(view, replace(proposal, source=tuple(sorted((*proposal.source, named))), named=named))
    return None


def _told(view: View, k: int) -> bool:
    """Is the word a pronoun or a word for people that is read as an adjective ("военный", "one")?"""
    names = ("he", "she", "it", "they", "we", "person", "spokes", "military", "witness", "sources", "relative", "possessive", "rank")
    return any(view.among(name, k) for name in names)


def _impersonal(view: View, first: int, last: int) -> bool:
    """Is it "it is reported", «сообщается», «стало известно», "on", a noun, a participle: a saying without anybody?"""
    verbs = [k for k in range(first, last) if view.pos(k) in ("VERB", "AUX", "PART")]
    if not verbs or any(view.word_in("it", k) or view.words[k] in ("on", "it", "there") for k in range(max(0, first - 1), last)):
        return True
    head = verbs[-1]
    if view.lang in ("ru", "uk"):
        return view.words[head].endswith(("тся", "ться", "лось", "лося", "но", "то"))
    return any(view.words[k] in ("is", "are", "was", "were", "been", "be", "est", "sont", "été", "reportedly") for k in verbs)


def _pronoun(view: View, first: int, last: int) -> Range | None:
    """The pronoun that stands before, in or after a cue: "s'est-il amusé", "ajoute-t-elle", "he said"."""
    low, high = view.unit_at(first)
    for k in (*range(first, last), first - 1, last):
        if not low <= k < high or view.in_quote[k] >= 0 or view.word_in("possessive", k) or view.words[k] in _OBJECTS:
            continue
        if any(view.word_in(name, k) for name in ("he", "she", "they")):
            return k, k + 1
    return None


def _inverted(view: View, last: int) -> Range | None:
    """The noun phrase with a word for a speaker that follows the cue, past hearer, time and medium ("s'est emporté l'élu")."""
    _, high = view.unit_at(max(0, last - 1))
    at = adjuncts.skipped_right(view, last, high)
    while at < high and view.words[at] in ("le", "la", "l'", "les", "un", "une", "the", "a", "an") and view.in_quote[at] < 0:
        at += 1
    found = sources.after(view, at, high, apposition=True) if at < high else None
    if found is None or any(view.finite(k) for k in range(found[1], min(high, found[1] + 1))):
        return None
    names = ("person", "spokes", "official", "rank", "witness", "government", "military", "body", "unit")
    fits = any(view.among(name, k) for name in names for k in range(*found)) and view.words[found[0]] not in ("que", "that", "что", "що")
    nominative = view.lang in ("en", "fr") or any("nom" in view.tags[k].split(",") for k in range(*found))
    return found if fits and nominative and view.lang != "en" else None


def _after_hearer(view: View, proposal: Proposal, last: int) -> Range | None:
    """The speaker after an outlet that he told it to ("confided to the AFP Alexei Baranovsky, voice of the Legion")."""
    if not proposal.source:
        return None
    end = view.tokens_in(proposal.source[-1])[1]
    _, high = view.unit_at(last)
    found = sources.after(view, end, high, apposition=False) if last < end < high else None
    return found if found and any(view.capital(k) for k in range(*found)) else None


def _named(cast: Cast, proposal: Proposal, cue: int) -> Range | None:
    """The one name of a person or body before the cue in its sentence, outside of what is claimed, that can be a subject."""
    view = cast.view
    low, _ = view.unit_at(min(cue, len(view) - 1))
    low = max(low, view.paragraphs[view.paragraph_of[min(cue, len(view) - 1)]][0])
    before = [h for h in cast.named if low <= h.at < cue and view.in_quote[h.at] < 0]
    met = [h for h in before if not _claimed(view, proposal, h) and _stands_free(view, h)]
    keys = {h.speaker.key for h in met}
    return _phrase(view, met[-1], low) if len(keys) == 1 else None


def _phrase(view: View, heard: Heard, low: int) -> Range:
    found = sources.before(view, heard.end, low)
    return found if found and found[0] <= heard.at else (heard.at, heard.end)


def _claimed(view: View, proposal: Proposal, heard: Heard) -> bool:
    return any(part.overlaps(view.span(heard.at, heard.end)) for part in proposal.content)


def _stands_free(view: View, heard: Heard) -> bool:
    """No preposition before the name, and in Russian and Ukrainian a nominative among its words."""
    before = heard.at - 1
    while before >= 0 and (view.word_in("determiner", before) or view.among("person", before)):
        before -= 1
    if before >= 0 and view.word_in("preposition", before) and before + 1 not in view.sentence_starts:
        return False
    if view.lang in ("ru", "uk"):
        return any("nom" in view.tags[k].split(",") for k in range(max(0, heard.at - 1), heard.end)) or heard.at in view.sentence_starts
    return True
