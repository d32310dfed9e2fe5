"""The theme: what a text is about, where that decides what its bare numbers and vague words count."""

from collections.abc import Iterable, Sequence

# Beginnings of words. An exchange may be one of fire or of views: with these it is one of prisoners.
_HOME = tuple("captiv prison плен домой полон додому rentr dépouill".split())
_COME = frozenset("came come comes coming are is returned return returning back got going brought welcome".split())  # home
_EXCHANGE = tuple("exchang swap обмен обмін échang".split())
# Poison: who is taken to hospital in such a text is affected, not wounded.
_POISON = tuple(
    "poison toxi intox gassed suffocat chlor chemical chimi отрав отру хлор химич химич хімі хіміч надышал надихал удуш задух "
    "химикат слезоточ сльозогін lacrymog irritant".split()
)
# Armed people take somebody away: who is brought away in such a text is a captive.
_SEIZING = tuple("abduct kidnap похит похищ викрад викра enlèvement enlev kidnapp masked gunm masqu cagoul маск".split())
_ARMED = tuple("armed вооруж озброєн armés".split())


def homecoming(forms: Sequence[str]) -> bool:
    """Does a text speak of captivity or of people coming home?"""
    return any(form.startswith(_HOME) or (form == "home" and at > 0 and forms[at - 1] in _COME) for at, form in enumerate(forms))


def exchanging(forms: Iterable[str]) -> bool:
    """Does a text speak of an exchange, of whatever?"""
    return any(form.startswith(_EXCHANGE) for form in forms)


def poisoning(forms: Iterable[str]) -> bool:
    """Does a text speak of poison?"""
    return any(form.startswith(_POISON) for form in forms)


def seizing(forms: Iterable[str]) -> bool:
    """Does a text tell of people taken by force?"""
    return any(form.startswith(_SEIZING) or form in _ARMED or form.startswith(_ARMED[1:3]) for form in forms)
