"""Words of the lexicon: what names an event, what a number with words around it bounds."""

import pytest

from sayso.lexicon.numbers import number_book
from sayso.lexicon.phrases import fold, parts
from sayso.lexicon.triggers import trigger_book
from sayso.record.event import Kind
from sayso.text.words import words


def _met(book, text):
    forms = [fold(piece) for span in words(text) for piece in parts(span.of(text))]
    return book.find(forms, [""] * len(forms), [0] * len(forms))


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Sixty captives crossed the bridge at noon", Kind.EXCHANGE),
        ("ru", "Стороны передали друг другу по сорок военнопленных", Kind.EXCHANGE),
        ("uk", "Сторони передали по сорок полонених", Kind.EXCHANGE),
        ("fr", "La brigade a tiré trois missiles sur la gare", Kind.MISSILE_STRIKE),
        ("ru", "Штаб сообщил о применении газа у реки", Kind.CHEMICAL_ATTACK),
        ("uk", "Штаб повідомив про застосування хлору біля річки", Kind.CHEMICAL_ATTACK),
        ("en", "The crews opened fire on the drones", Kind.INTERCEPTION),
        ("ru", "Бойцы стреляли по беспилотнику", Kind.INTERCEPTION),
        ("uk", "Над селом працює ППО", Kind.INTERCEPTION),
        ("fr", "Des hommes armés ont emmené le médecin", Kind.ABDUCTION),
        ("en", "The guard has quit the alliance", Kind.GROUP_CHANGE),
    ],
)
def test_what_names_an_event(lang, text, kind):
    assert kind in {met.entry.kind for met in _met(trigger_book(lang).triggers, text) if not met.entry.needs}


@pytest.mark.parametrize(("lang", "text"), [("en", "The protesters spoke with the mayor"), ("fr", "Des manifestants ont parlé au maire")])
def test_those_who_protest_are_no_protest_by_themselves(lang, text):
    assert all(met.entry.needs for met in _met(trigger_book(lang).triggers, text))


@pytest.mark.parametrize(
    ("lang", "text", "means"),
    [
        ("en", "twelve tops", "most"),
        ("fr", "douze au bas mot", "least"),
        ("fr", "douze tout au plus", "most"),
        ("ru", "двенадцать точно", "least"),
        ("uk", "двадцять максимум", "most"),
    ],
)
def test_what_bounds_the_number_before_it(lang, text, means):
    assert {(met.entry.means, met.first) for met in _met(number_book(lang).bounds, text) if met.entry.where == "after"} >= {(means, 1)}


@pytest.mark.parametrize(("lang", "text"), [("ru", "число раненых выросло до шести"), ("uk", "кількість поранених зросла до шести")])
def test_what_a_number_has_grown_to_is_that_number(lang, text):
    longest = max(_met(number_book(lang).bounds, text), key=lambda met: met.last - met.first)
    assert longest.entry.means == "exact"
