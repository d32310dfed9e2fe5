"""The title of an incident: kind, place and day, in no side's words."""

from sayso.record.incident import Incident


def title(incident: Incident) -> str:
    """E.g. "Drone strike, Belgorod, 12 March 2024"; what is not known is left out."""
    parts = [incident.kind.value.capitalize()]
    if incident.place is not None:
        parts.append(incident.place.name)
    if incident.start is not None:
        parts.append(f"{incident.start.day} {incident.start:%B %Y}")
    return ", ".join(parts)
