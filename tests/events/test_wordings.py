"""How wires, ministries and channels tell each kind of event, and everyday sentences in the same words."""

import pytest

from sayso.events.code import code
from sayso.events.figures import figures
from sayso.lexicon.language import lexicon
from sayso.lexicon.names import NameIndex
from sayso.lexicon.pack import Pack
from sayso.readers.morphology import Morphology
from sayso.readers.plain import PlainReader
from sayso.record.document import document

NO_PACK = Pack(name="", version="0", actors={}, outlets={}, sides={}, countries=(), regions=(), header={}, index=NameIndex.of(()))
READER = PlainReader(morphology=Morphology())


def kinds(text: str, lang: str) -> list[str]:
    """The kinds of the events of a text."""
    reading, words = READER.reading(document(text, lang=lang)), lexicon(lang)
    return [event.kind.value for event in code(reading, (), figures(reading, (), words), (), words, NO_PACK)]


TOLD = (
    ("en", "The hamlet of Brennick came under fire again overnight, the district head wrote on his channel.", "shelling"),
    ("en", "Unmanned aircraft swarmed the Veltrin refinery before dawn, the plant's owner confirmed.", "drone strike"),
    ("en", "Two ballistic missiles tore into a furniture warehouse in Osk.", "missile strike"),
    ("en", "Warplanes pounded rebel-held hills north of Sennar.", "air strike"),
    ("en", "Air defences took down 14 of the 17 drones, the regional command reported.", "interception"),
    ("en", "A powerful boom shook the centre of Kelmar late on Friday; its cause is not known.", "explosion"),
    ("en", "A tractor ran over an anti-tank mine outside Sudvik, and its driver died at the scene.", "mine"),
    ("en", "A man wearing an explosives vest walked into the queue at the passport office and pulled the cord.", "suicide attack"),
    ("en", "Someone lobbed a hand grenade through the window of the bar in Kelmar.", "grenade"),
    ("en", "Soldiers in the dugouts near Osk complained of a choking gas dropped by drones.", "chemical attack"),
    ("en", "The deputy mayor of Sarlow was gunned down outside his house on Tuesday.", "killing"),
    ("en", "Militiamen hacked eleven farmers to death in the fields around Dorumba.", "attack on civilians"),
    ("en", "Two women from the camp at Dar were raped by men in uniform as they gathered wood.", "sexual violence"),
    ("en", "Gunmen on motorbikes seized nine passengers from a bus and marched them into the forest.", "abduction"),
    ("en", "Security agents picked up a clerk suspected of passing coordinates to the enemy.", "arrest"),
    ("en", "Hundreds of fighters poured across the river and are now 6 km inside the province.", "raid or incursion"),
    ("en", "Our troops have cleared the village of Stepok of the enemy and hoisted the flag over the council.", "capture of place"),
    ("en", "The garrison pulled out of Mesk under cover of darkness.", "withdrawal"),
    ("en", "Militants ambushed an army patrol near the Tafar wells, leaving six soldiers dead.", "clash"),
    ("en", "A column of a dozen armoured vehicles rolled toward Novy Brod and was met with fire.", "armoured assault"),
    ("en", "Soldiers emptied the pharmacy and drove off with two tractors.", "looting"),
    ("en", "A grain silo in Tolva went up in flames overnight.", "fire"),
    ("en", "The strike on the block? No: vandals smashed the memorial in Lesk park.", "damage to property"),
    ("en", "An ambulance answering a call in Kherv was raked with gunfire; a paramedic died.", "attack on health or aid"),
    ("en", "Families with children are being moved out of Upper Sollen, the governor said.", "evacuation or closure"),
    ("en", "The two sides agreed to silence their guns for ten days.", "ceasefire or agreement"),
    ("en", "Seventy-five servicemen came home on Thursday in the latest swap.", "exchange of prisoners"),
    ("en", "Two fresh brigades have been moved up to the Sollen sector.", "mobilisation or deployment"),
    ("en", "Four battalions broke with the northern council and declared an army of their own.", "group change"),
    ("en", "The railway's ticketing system was crippled by hackers on Monday.", "cyber attack"),
    ("en", "Mothers of the conscripts rallied outside the governor's office.", "protest"),
    ("en", "Youths hurled bottles at officers and torched two police vans in Marwan.", "riot"),
    ("en", "Since January the enemy has lost 4,300 men and 72 tanks in this sector, the staff said.", "loss tally"),
    ("en", "A burial pit with thirty bodies was uncovered at the edge of the quarry.", "other"),
    ("ru", "Хутор Бренников снова попал под огонь, сообщил глава района.", "shelling"),
    ("ru", "Рой дронов зашёл на нефтезавод в Вельтрине перед рассветом.", "drone strike"),
    ("ru", "Две баллистические ракеты угодили в мебельный склад в Оске.", "missile strike"),
    ("ru", "Авиация отработала по высотам к северу от Сеннара.", "air strike"),
    ("ru", "ПВО приземлила четырнадцать из семнадцати беспилотников.", "interception"),
    ("ru", "В центре Кельмара поздно вечером раздался мощный хлопок, причина неизвестна.", "explosion"),
    ("ru", "Трактор наехал на противотанковую мину под Судвиком, тракторист погиб на месте.", "mine"),
    ("ru", "Мужчина привёл в действие пояс со взрывчаткой в очереди у паспортного стола.", "suicide attack"),
    ("ru", "Неизвестный закинул гранату в окно бара.", "grenade"),
    ("ru", "Бойцы в блиндажах под Оском надышались удушливым газом, который сбросили с дрона.", "chemical attack"),
    ("ru", "Замглавы Сарлова расстреляли у собственного подъезда.", "killing"),
    ("ru", "Боевики вырезали одиннадцать крестьян в полях под Дорумбой.", "attack on civilians"),
    ("ru", "Двух женщин из лагеря Дар изнасиловали люди в форме.", "sexual violence"),
    ("ru", "Люди в масках увезли редактора в неизвестном направлении.", "abduction"),
    ("ru", "Спецслужбы повязали сотрудника склада, сливавшего координаты противнику.", "arrest"),
    ("ru", "ДРГ просочилась через границу у Лодзевого ручья.", "raid or incursion"),
    ("ru", "Наши зачистили село Степок и подняли флаг над сельсоветом.", "capture of place"),
    ("ru", "Гарнизон ночью снялся и ушёл из Меска.", "withdrawal"),
    ("ru", "Боевики устроили засаду на армейский патруль у колодцев Тафара, шестеро солдат погибли.", "clash"),
    ("ru", "Десяток бронемашин ломанулся на Новый Брод и встал на минах.", "armoured assault"),
    ("ru", "Солдаты вынесли аптеку подчистую и угнали два трактора.", "looting"),
    ("ru", "Ночью в Толве дотла сгорел элеватор.", "fire"),
    ("ru", "В Орлане сорвало половину крыш, котельная в руинах.", "damage to property"),
    ("ru", "Машину скорой, ехавшую на вызов, изрешетили; фельдшер скончался.", "attack on health or aid"),
    ("ru", "Семьи с детьми вывозят из Верхнего Соллена, сообщил губернатор.", "evacuation or closure"),
    ("ru", "Стороны условились замолчать на десять дней.", "ceasefire or agreement"),
    ("ru", "Семьдесят пять военных вернулись домой в ходе очередного обмена.", "exchange of prisoners"),
    ("ru", "Две свежие бригады подтянули на солленское направление.", "mobilisation or deployment"),
    ("ru", "Четыре батальона порвали с северным советом и объявили себя отдельной армией.", "group change"),
    ("ru", "Билетную систему железной дороги положили хакеры.", "cyber attack"),
    ("ru", "Матери срочников собрались у администрации с плакатами.", "protest"),
    ("ru", "Молодёжь закидала полицию бутылками и спалила два автозака.", "riot"),
    ("ru", "С января противник потерял на этом участке 4300 человек и 72 танка.", "loss tally"),
    ("ru", "На краю карьера вскрыли яму с телами тридцати человек.", "other"),
    ("uk", "Хутір Бренників знову потрапив під вогонь, повідомив очільник району.", "shelling"),
    ("uk", "Рій дронів зайшов на нафтозавод у Вельтрині перед світанком.", "drone strike"),
    ("uk", "Дві балістичні ракети поцілили в меблевий склад в Оску.", "missile strike"),
    ("uk", "Авіація відпрацювала по висотах на північ від Сеннара.", "air strike"),
    ("uk", "Сили ППО приземлили чотирнадцять із сімнадцяти дронів.", "interception"),
    ("uk", "У центрі Кельмара пізно ввечері пролунав потужний вибух, причину не встановлено.", "explosion"),
    ("uk", "Трактор наїхав на протитанкову міну під Судвіком, тракторист загинув на місці.", "mine"),
    ("uk", "Чоловік привів у дію пояс із вибухівкою в черзі біля паспортного столу.", "suicide attack"),
    ("uk", "Невідомий закинув гранату у вікно бару.", "grenade"),
    ("uk", "Бійці в бліндажах під Оском надихалися задушливого газу, який скинули з дрона.", "chemical attack"),
    ("uk", "Заступника голови Сарлова розстріляли біля власного під'їзду.", "killing"),
    ("uk", "Бойовики вирізали одинадцятьох селян у полях під Дорумбою.", "attack on civilians"),
    ("uk", "Двох жінок із табору Дар зґвалтували люди у формі.", "sexual violence"),
    ("uk", "Люди в масках вивезли редактора в невідомому напрямку.", "abduction"),
    ("uk", "СБ викрила працівника складу, який зливав координати ворогу, і взяла його під варту.", "arrest"),
    ("uk", "ДРГ просочилася через кордон біля Лодзевого струмка.", "raid or incursion"),
    ("uk", "Наші зачистили село Степок і підняли прапор над сільрадою.", "capture of place"),
    ("uk", "Гарнізон уночі знявся й пішов із Меська.", "withdrawal"),
    ("uk", "Бойовики влаштували засідку на армійський патруль біля колодязів Тафара, шестеро солдатів загинули.", "clash"),
    ("uk", "Десяток бронемашин посунув на Новий Брід і став на мінах.", "armoured assault"),
    ("uk", "Солдати винесли аптеку дочиста й погнали два трактори.", "looting"),
    ("uk", "Уночі в Толві вщент згорів елеватор.", "fire"),
    ("uk", "В Орлані зірвало половину дахів, котельня в руїнах.", "damage to property"),
    ("uk", "Карету швидкої, що їхала на виклик, зрешетили; фельдшер помер.", "attack on health or aid"),
    ("uk", "Родини з дітьми вивозять із Верхнього Соллена, повідомив губернатор.", "evacuation or closure"),
    ("uk", "Сторони домовилися замовкнути на десять днів.", "ceasefire or agreement"),
    ("uk", "Сімдесят п'ять військових повернулися додому під час чергового обміну.", "exchange of prisoners"),
    ("uk", "Дві свіжі бригади підтягнули на солленський напрямок.", "mobilisation or deployment"),
    ("uk", "Чотири батальйони порвали з північною радою й оголосили себе окремою армією.", "group change"),
    ("uk", "Квиткову систему залізниці поклали хакери.", "cyber attack"),
    ("uk", "Матері строковиків зібралися під адміністрацією з плакатами.", "protest"),
    ("uk", "Молодь закидала поліцію пляшками й спалила два автозаки.", "riot"),
    ("uk", "Від січня противник втратив на цій ділянці 4300 осіб і 72 танки.", "loss tally"),
    ("uk", "На краю кар'єру розкопали яму з тілами тридцяти людей.", "other"),
    ("fr", "Le hameau de Brennières a encore essuyé des tirs cette nuit, a écrit le chef du district.", "shelling"),
    ("fr", "Une nuée d'appareils sans pilote a visé la raffinerie de Veltrin avant l'aube.", "drone strike"),
    ("fr", "Deux missiles balistiques se sont écrasés sur un entrepôt de meubles à Osk.", "missile strike"),
    ("fr", "Des avions de chasse ont pilonné les collines tenues par les rebelles.", "air strike"),
    ("fr", "La DCA a descendu quatorze des dix-sept drones, a indiqué le commandement régional.", "interception"),
    ("fr", "Une forte déflagration a ébranlé le centre de Kelmar vendredi soir.", "explosion"),
    ("fr", "Un tracteur a roulé sur une mine antichar près de Sudvik, tuant son conducteur.", "mine"),
    ("fr", "Un homme a actionné sa ceinture d'explosifs dans la file d'attente du bureau des passeports.", "suicide attack"),
    ("fr", "Quelqu'un a balancé une grenade par la fenêtre du bar.", "grenade"),
    ("fr", "Des soldats ont été pris de suffocation après le largage d'un gaz irritant sur leurs abris.", "chemical attack"),
    ("fr", "L'adjoint au maire de Sarlow a été abattu de plusieurs balles devant son domicile.", "killing"),
    ("fr", "Des miliciens ont tué à la machette onze cultivateurs dans les champs de Doroumba.", "attack on civilians"),
    ("fr", "Deux femmes du camp de Dar ont été violées par des hommes en uniforme.", "sexual violence"),
    ("fr", "Des hommes armés à moto ont emmené neuf passagers d'un autocar dans la forêt.", "abduction"),
    ("fr", "Les services ont mis la main sur un employé soupçonné de transmettre des coordonnées à l'ennemi.", "arrest"),
    ("fr", "Un groupe de saboteurs a franchi la frontière près du ruisseau de Lodz.", "raid or incursion"),
    ("fr", "Nos soldats ont nettoyé le village de Stepok et hissé le drapeau sur la mairie.", "capture of place"),
    ("fr", "La garnison a évacué Mesk à la faveur de la nuit.", "withdrawal"),
    ("fr", "Des djihadistes ont tendu une embuscade à une patrouille près des puits de Tafar : six soldats tués.", "clash"),
    ("fr", "Des soldats ont vidé la pharmacie et sont repartis avec deux tracteurs.", "looting"),
    ("fr", "Un silo à grains est parti en fumée dans la nuit à Tolva.", "fire"),
    ("fr", "La moitié des toits d'Orlan ont été arrachés et la chaufferie est en ruine.", "damage to property"),
    ("fr", "Une ambulance a été criblée de balles à Kherv ; un infirmier est mort.", "attack on health or aid"),
    ("fr", "Les familles avec enfants sont mises à l'abri hors d'Upper Sollen, a dit le gouverneur.", "evacuation or closure"),
    ("fr", "Les deux camps sont convenus de faire taire les armes pendant dix jours.", "ceasefire or agreement"),
    ("fr", "Soixante-quinze militaires ont retrouvé leurs familles jeudi grâce à un nouvel échange.", "exchange of prisoners"),
    ("fr", "Deux brigades fraîches ont été acheminées vers le secteur de Sollen.", "mobilisation or deployment"),
    ("fr", "Quatre bataillons ont fait sécession du conseil du Nord et proclamé leur propre armée.", "group change"),
    ("fr", "Des mères de conscrits se sont réunies devant la préfecture pour réclamer leur retour.", "protest"),
    ("fr", "Des jeunes ont lancé des bouteilles sur les agents et brûlé deux fourgons de police.", "riot"),
    ("fr", "Depuis janvier, l'ennemi a perdu 4 300 hommes et 72 chars dans ce secteur, selon l'état-major.", "loss tally"),
    ("fr", "Une fosse contenant trente corps a été mise au jour au bord de la carrière.", "other"),
)


MORE = (
    ("en", "Mortars peppered the quay at Lissen for an hour.", "shelling"),
    ("en", "Insurgents waylaid a convoy on the Ossa road.", "clash"),
    ("en", "A bomber set off his belt in the queue at the mill.", "suicide attack"),
    ("en", "The garrison slipped away from Mesk at midnight.", "withdrawal"),
    ("en", "Relief trucks were turned back at the Pelm checkpoint.", "attack on health or aid"),
    ("en", "A column of wagons was derailed near Sollen: two locomotives lie on their side.", "damage to property"),
    ("ru", "Миномётчики утюжили причал в Лиссене.", "shelling"),
    ("ru", "Повстанцы подкараулили колонну на дороге в Оссу.", "clash"),
    ("ru", "Партизаны пустили под откос состав у Соллена.", "damage to property"),
    ("ru", "Гуманитарный груз развернули на посту Пельм.", "attack on health or aid"),
    ("uk", "Мінометники прасували причал у Ліссені.", "shelling"),
    ("uk", "Партизани пустили під укіс потяг біля Соллена.", "damage to property"),
    ("uk", "Гуманітарний вантаж розвернули на посту Пельм.", "attack on health or aid"),
    ("fr", "L'artillerie a arrosé le quai de Lissen pendant une heure.", "shelling"),
    ("fr", "Des partisans ont fait dérailler un train près de Sollen.", "damage to property"),
    ("fr", "Un convoi humanitaire a été refoulé au poste de Pelm.", "attack on health or aid"),
)


@pytest.mark.parametrize(("lang", "text", "kind"), MORE)
def test_a_kind_is_known_by_rarer_words_for_it(lang, text, kind):
    assert kind in kinds(text, lang)


@pytest.mark.parametrize(("lang", "text", "kind"), TOLD)
def test_a_kind_is_known_by_what_reporters_call_it(lang, text, kind):
    assert set(kinds(text, lang)) == {kind}


FIGURATIVE = (
    ("en", "The report hit the headlines on both sides of the ocean."),
    ("en", "He called the bill an assault on democracy itself."),
    ("en", "The striker fired a late shot over the bar."),
    ("en", "Prices at the pump took a hit, and shares fell by two percent."),
    ("en", "The actress shot to fame after the war drama."),
    ("en", "Negotiators tried to defuse a row over fishing quotas."),
    ("en", "The vaccine campaign targets children under five."),
    ("en", "The storm knocked down trees and the river burst its banks."),
    ("en", "She was struck by how quiet the library was."),
    ("en", "The minister came under fire from the opposition over his tax plans."),
    ("en", "The company launched a takeover of its rival."),
    ("en", "The court struck down the law on property rights."),
    ("en", "He is under attack for his remarks about judges."),
    ("en", "Voters captured the mood; the party lost ground in the cities."),
    ("en", "The campaign raised 12 million and is on target."),
    ("en", "The blast from the past delighted fans at the concert."),
    ("en", "The band blew the audience away with its final song."),
    ("en", "Investors fled to bonds as the index fell two percent."),
    ("en", "The union struck a deal with the bus company."),
    ("en", "She captured three medals and broke the record."),
    ("ru", "Доклад попал в заголовки по обе стороны океана."),
    ("ru", "Он назвал законопроект атакой на демократию."),
    ("ru", "Нападающий пробил мимо ворот на последней минуте."),
    ("ru", "Новый налог ударит по карману пенсионеров."),
    ("ru", "Её роман стал настоящей бомбой книжной ярмарки."),
    ("ru", "Министр оказался под огнём критики оппозиции."),
    ("ru", "Сенатор борется за место в парламенте, битва обещает быть жаркой."),
    ("ru", "Сторонам удалось снять напряжение вокруг квот на рыбу."),
    ("ru", "Шторм повалил деревья и оборвал провода."),
    ("ru", "Суд отменил закон о собственности."),
    ("ru", "Команда провела штурм идей и взяла паузу."),
    ("ru", "Фильм взорвал прокат в первые выходные."),
    ("ru", "Акции компании упали на два процента."),
    ("ru", "Врачи атаковали вирус новым препаратом."),
    ("ru", "Шахматист сдал партию на сороковом ходу."),
    ("ru", "Театр открыл сезон под аплодисменты зала."),
    ("ru", "Группа взорвала зал последней песней."),
    ("ru", "Инвесторы бежали в облигации."),
    ("ru", "Депутаты схлестнулись из-за аграрного закона."),
    ("ru", "Профсоюз заключил соглашение с автобусной компанией."),
    ("ru", "Она взяла три медали и побила рекорд."),
    ("ru", "Министр вышел в отставку."),
    ("ru", "Музей открыл новую выставку в старом порту."),
    ("uk", "Доповідь потрапила в заголовки по обидва боки океану."),
    ("uk", "Він назвав законопроєкт атакою на демократію."),
    ("uk", "Нападник пробив повз ворота на останній хвилині."),
    ("uk", "Новий податок вдарить по кишені пенсіонерів."),
    ("uk", "Її роман став справжньою бомбою книжкового ярмарку."),
    ("uk", "Міністр опинився під вогнем критики опозиції."),
    ("uk", "Сенатор бореться за місце в парламенті, битва обіцяє бути гарячою."),
    ("uk", "Сторонам удалося зняти напругу довкола квот на рибу."),
    ("uk", "Буревій повалив дерева й обірвав дроти."),
    ("uk", "Суд скасував закон про власність."),
    ("uk", "Фільм підірвав прокат у перші вихідні."),
    ("uk", "Акції компанії впали на два відсотки."),
    ("uk", "Лікарі атакували вірус новим препаратом."),
    ("uk", "Угоду про купівлю стадіону підписали торік."),
    ("uk", "Гурт підірвав зал останньою піснею."),
    ("uk", "Інвестори тікали в облігації."),
    ("uk", "Депутати зчепилися через аграрний закон."),
    ("uk", "Профспілка уклала угоду з автобусною компанією."),
    ("uk", "Міністр пішов у відставку."),
    ("fr", "Le rapport a frappé les esprits des deux côtés de l'océan."),
    ("fr", "Il y voit un assaut contre la démocratie."),
    ("fr", "L'attaquant a tiré au-dessus de la barre à la dernière minute."),
    ("fr", "Les impôts frappent surtout les classes moyennes."),
    ("fr", "Le nouveau roman a fait l'effet d'une bombe dans le monde de l'édition."),
    ("fr", "La ministre essuie le feu des critiques de l'opposition sur son budget."),
    ("fr", "Le sénateur mène une bataille pour conserver son siège."),
    ("fr", "Les négociateurs tentent de désamorcer la querelle des quotas de pêche."),
    ("fr", "La campagne de vaccination vise les enfants de moins de cinq ans."),
    ("fr", "La tempête a couché des arbres et coupé l'électricité."),
    ("fr", "Le tribunal a annulé la loi sur la propriété."),
    ("fr", "L'entreprise lance une offensive de charme auprès des clients."),
    ("fr", "Le film a explosé le box-office ce week-end."),
    ("fr", "La réunion s'est tenue sous la présidence du recteur."),
    ("fr", "Le parti a perdu du terrain dans les villes."),
    ("fr", "Le feu vert a été donné à la construction du pont."),
    ("fr", "Le match a été perdu aux tirs au but."),
    ("fr", "Le groupe a soulevé le public avec sa dernière chanson."),
    ("fr", "Les investisseurs ont fui vers les obligations."),
    ("fr", "Le syndicat a conclu un accord avec la compagnie de bus."),
    ("fr", "Le ministre a tiré la leçon de cet échec."),
    ("en", "The flu struck early this winter."),
    ("en", "The club fired its coach on Monday."),
    ("en", "Two deputies quit the coalition over the tax."),
    ("ru", "Эпидемия ударила раньше обычного."),
    ("ru", "Двое депутатов вышли из коалиции."),
    ("uk", "Епідемія вдарила раніше, ніж завжди."),
    ("uk", "Двоє депутатів вийшли з коаліції."),
    ("fr", "La grippe frappe tôt cet hiver."),
    ("fr", "Deux députés ont quitté la coalition."),
)


@pytest.mark.parametrize(("lang", "text"), FIGURATIVE)
def test_words_of_war_in_everyday_use_are_no_event(lang, text):
    assert kinds(text, lang) == []


DEBATE = "The two candidates met in the town hall. " + "They spoke of schools, roads and taxes for an hour and a half. " * 5
LONG = (
    ("It was a fight to the last minute.", []),
    ("It was a fight to the last minute for the soldiers.", ["clash"]),
    ("The challenger attacked him at every turn.", []),
)


@pytest.mark.parametrize(("told", "found"), LONG)
def test_an_everyday_word_needs_a_war_told_around_it_in_a_long_text(told, found):
    assert kinds(DEBATE + told, "en") == found


NAMED = (
    ("en", "The rebels occupied Ruda overnight.", "The rebels occupied themselves with cards.", "capture of place"),
    ("ru", "За ночь противник занял Руду.", "Противник занял выжидательную роль.", "capture of place"),
    ("uk", "За ніч противник захопив Руду.", "Противник захопив ініціативу.", "capture of place"),
    ("fr", "L'ennemi a occupé Rouda.", "L'ennemi a occupé toutes nos pensées.", "capture of place"),
)


@pytest.mark.parametrize(("lang", "named", "unnamed", "kind"), NAMED)
def test_a_place_is_taken_or_left_where_a_name_follows(lang, named, unnamed, kind):
    assert kind in kinds(named, lang)
    assert kind not in kinds(unnamed, lang)


def test_a_phrase_runs_over_no_semicolon():
    assert kinds("Пошкоджено 26 квартир; рятувальники працюють.", "uk") == ["damage to property"]
    assert kinds("Пошкоджено машину, рятувальники поранені.", "uk") == ["attack on health or aid"]
