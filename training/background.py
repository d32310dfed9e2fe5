"""The background: document frequencies of common stems, counted once and frozen, as `python -m training.background DATA OUT`.

English is counted over PolNeAR train, Russian over factRuEval devset and the Telegram sample. Ukrainian and French have no text
that may be used so: their function words are listed by hand and weigh as Russian and English ones do.
"""

import gzip
import json
import math
import sys
from collections import Counter
from pathlib import Path

from sayso.incidents.words import stems_of

SETS = {"en": ["polnear_train.jsonl.gz"], "ru": ["mentions_ru_dev.jsonl", "telegram_ru_sample.jsonl.gz"]}
LISTED = {
    "uk": """але або адже багато без біля був була були було бути вже від він вона вони воно все всі всього вся для дуже його
    йому йшлося також так такий там тим тому того тоді той три цей цього цьому через час часу чи чого щоб щодо яка який яких яке
    які якого якому
    якщо під після перед при про проти між над ним них над нас нам ній його її їх їхній лише може можна зокрема навіть саме свій
    своїх серед
    інший інших кілька коли когось крім куди мають має мав менше більше один два дві двох година годин день дня дні рік року роки
    сьогодні вчора завтра
    повідомив повідомила повідомили повідомляє заявив заявила сказав сказала додав зазначив внаслідок близько понад тільки знову""",
    "fr": """les des une aux par pour sur dans avec sans sous que qui quoi dont est sont ont été était étaient être avoir fait font faire
    plus moins très aussi mais donc car comme quand alors ainsi ses son leur leurs notre nos votre vos cette ces cet celui celle
    ceux elle elles ils nous vous
    lui eux entre vers chez après avant depuis pendant contre lors selon afin encore déjà toujours jamais tout tous toute toutes
    autre autres même mêmes
    deux trois quatre cinq dix jour jours heure heures mardi mercredi jeudi vendredi samedi dimanche lundi année ans mois
    dit déclaré annoncé indiqué affirmé ajouté précisé rapporté environ près plusieurs quelque quelques peu dernier dernière
    premier première""",
}


def texts(path: Path) -> list[str]:
    """The texts of a JSON Lines file."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line)["text"] for line in text.split("\n") if line]


def main(data: str, out: str) -> None:
    """Writes the table; stems that stand in less than one document of 250 are left out."""
    idf: dict[str, float] = {}
    for lang, names in SETS.items():
        documents = [text for name in names for text in texts(Path(data) / name)]
        seen = Counter(word for text in documents for word in set(stems_of(text, lang)))
        for word, n in seen.items():
            if n >= max(5, len(documents) / 250) and not word.isdigit():
                idf[word] = min(idf.get(word, 99.0), round(math.log(len(documents) / n), 2))
    for lang, words in LISTED.items():
        for word in stems_of(words, lang):
            idf[word] = min(idf.get(word, 99.0), 1.5)
    kept = {word: idf[word] for word in sorted(idf)}
    about = "inverse document frequencies of stems; made by training/background.py; a stem that is not listed weighs 7"
    Path(out).write_text(json.dumps({"about": about, "idf": kept}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
