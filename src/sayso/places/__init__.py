"""Places: the toponyms of a text, put on the map with their rivals, and given to the events that they hold."""

from sayso.places.assigning import assign
from sayso.places.coordinations import apart
from sayso.places.locating import locate
from sayso.places.spots import ask

__all__ = ["apart", "ask", "assign", "locate"]
