"""What a ministry or an air force shot down over a day is a total of that day, and no incident."""

import pytest

from sayso.record.figure import Scope, Unit
from sayso.run.briefing import briefed
from sayso.run.config import Config
from sayso.run.front import annotate

CONFIG = Config(delay_hours=0.0)
TOTALS = (
    "The Russian Ministry of Defence said that 38 drones were shot down over the past night.",
    "Министерство обороны России сообщило, что за ночь сбито 38 беспилотников.",
    "Повітряні сили ЗСУ повідомили, що за ніч збито 38 безпілотників.",
)


@pytest.mark.parametrize("text", TOTALS)
def test_the_sum_of_a_night_is_a_total_of_the_day_and_no_incident(text):
    made = briefed([annotate(text, published="2024-03-12", settings=CONFIG)], CONFIG)[0]
    assert [(t.unit, t.low, t.scope) for t in made.tallies] == [(Unit.DRONE, 38, Scope.DAY)]
    assert not made.entries
    assert [(row.unit, row.counts) for row in made.strikes] == [("drone", (("shot down", 38, 38),))]
    assert [aside.why for aside in made.asides] == ["the total of a day, shown among the totals"]


def test_drones_shot_down_over_a_town_are_an_incident():
    text = "The Russian Ministry of Defence said that 3 drones were shot down over Belgorod overnight."
    made = briefed([annotate(text, published="2024-03-12", settings=CONFIG)], CONFIG)[0]
    assert len(made.entries) == 1
