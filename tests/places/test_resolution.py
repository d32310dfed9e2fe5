"""What decides between places of one name, and between the uses of one."""

from sayso import ids
from sayso.record.mention import Mention, MentionKind
from sayso.record.place import Precision, Use
from sayso.text.span import Span


def of(places, text, words):
    return next(place for place in places if place.span.of(text) == words)


def person(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(id=ids.make("m", start), span=Span(start, start + len(words)), kind=MentionKind.PERSON, name=words, score=0.9)


def test_one_name_means_one_place_throughout_a_text(located):
    text = "A barn burnt in Paris, Texas. Crews from Paris came at once."
    paris = [place for place in located(text, "en") if place.span.of(text) == "Paris"]
    assert [place.country for place in paris] == ["US", "US"]
    assert paris[0].geonames_id == paris[1].geonames_id


def test_the_country_of_the_web_address_speaks_for_its_own_towns(located):
    text = "Police in London closed two roads in Hamilton."
    assert of(located(text, "en", url="https://paper.example.ca/1"), text, "Hamilton").country == "CA"
    assert of(located(text, "en", url="https://paper.example.nz/1"), text, "Hamilton").country == "NZ"


def test_the_places_around_a_name_speak_for_their_neighbour(located):
    text = "Roads were cut in Birmingham, Montgomery and Tuscaloosa, all in Alabama."
    assert of(located(text, "en"), text, "Birmingham").admin[:2] == ("United States", "Alabama")


def test_a_persons_name_is_no_place(located):
    text = "Later Clinton spoke. Bill Clinton was in Kyiv."
    places = located(text, "en", mentions=(person(text, "Bill Clinton"),))
    assert [place.span.of(text) for place in places] == ["Kyiv"]


def test_a_building_stands_in_its_town_with_the_precision_of_a_facility(located):
    text = "A fire broke out at Harbour Road in Kharkiv."
    place = of(located(text, "en"), text, "Harbour Road")
    town = of(located(text, "en"), text, "Kharkiv")
    assert (place.lat, place.lon, place.precision) == (town.lat, town.lon, Precision.FACILITY)


def test_a_building_without_a_town_has_no_coordinates(located):
    text = "A fire broke out at Harbour Road."
    assert of(located(text, "en"), text, "Harbour Road").lat is None


def test_of_two_hamlets_alike_neither_is_taken_and_both_are_kept_as_rivals(located):
    text = "Обстріляно село Гроза."
    place = of(located(text, "uk"), text, "Гроза")
    assert place.lat is None
    assert len(place.rivals) >= 2


def test_the_region_beside_it_tells_which_hamlet(located):
    text = "Обстріляно село Гроза Харківської області."
    place = of(located(text, "uk"), text, "Гроза")
    assert place.admin[:2] == ("Ukraine", "Kharkiv Oblast")


def test_a_capital_in_which_something_happens_is_a_location(located):
    text = "Explosions were heard in Kyiv. Kyiv says two people died."
    assert [place.use for place in located(text, "en")] == [Use.LOCATION, Use.ACTOR]


def test_a_body_named_after_a_region_is_listed_as_a_modifier(located):
    text = "The Belgorod Council met."
    assert of(located(text, "en"), text, "Belgorod").use is Use.MODIFIER
