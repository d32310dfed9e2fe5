"""The deeds: kinds of happening by what a denial of them means."""

from sayso.lexicon.kinds import entry_of
from sayso.record.event import Kind

# What somebody does to others: who is charged with one and denies it denies the deed, whatever victims are counted beside it.
ATTACKS = frozenset(
    {
        Kind.SHELLING,
        Kind.MISSILE_STRIKE,
        Kind.AIR_STRIKE,
        Kind.DRONE_STRIKE,
        Kind.MINE,
        Kind.SUICIDE_ATTACK,
        Kind.GRENADE,
        Kind.KILLING,
        Kind.ATTACK_ON_CIVILIANS,
        Kind.ATTACK_ON_AID,
    }
)
# Deeds that leave something to be seen; who is charged with one denies the part, not that anything happened.
SEEN = ATTACKS | {Kind.EXPLOSION, Kind.DAMAGE, Kind.FIRE}


def akin(a: Kind | None, b: Kind | None) -> bool:
    """May two kinds speak of one happening? One that is not known, or is none of the list, may be any.

    >>> akin(Kind.SHELLING, Kind.KILLING), akin(Kind.FIRE, Kind.CAPTURE), akin(None, Kind.FIRE)
    (True, False, True)
    """
    if a in (None, Kind.OTHER) or b in (None, Kind.OTHER) or a is b:
        return True
    return a is not None and b is not None and (b in entry_of(a).goes_with or a in entry_of(b).goes_with)
