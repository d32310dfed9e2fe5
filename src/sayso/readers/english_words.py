"""The small words and the irregular verbs of English."""

CLOSED = {
    **dict.fromkeys(
        "the a an this these those each every some any no another its my your their our his both all either neither".split(), "DET"
    ),
    **dict.fromkeys(
        "he she it they we i you him them us me who whom whose which what himself herself itself themselves everyone nobody someone "
        "something nothing".split(),
        "PRON",
    ),
    **dict.fromkeys(
        "of in on at by for with from into onto over under near to between among amid during after before since until against through "
        "across along "
        "according owing due about around behind beyond within without toward towards upon via despite inside outside off per as "
        "including following "
        "regarding concerning "
        "amid like unlike except".split(),
        "ADP",
    ),
    **dict.fromkeys("and or but nor because although though while if unless whereas when where that than so".split(), "CONJ"),
    **dict.fromkeys("not n't only also even just".split(), "PTCL"),
    **dict.fromkeys(
        "is are was were be been being am has have had having do does did will would shall should can could may might must cannot "
        "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't".split(),
        "AUX",
    ),
    **dict.fromkeys(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty thirty "
        "forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozens dozen".split(),
        "NUM",
    ),
    **dict.fromkeys(
        "there here now then again still already yesterday today tomorrow later earlier very too ago however meanwhile never always "
        "often nearly "
        "almost perhaps soon far away back yet once thus instead together apart abroad ago maybe even up down out over".split(),
        "ADV",
    ),
}
AUX_LEMMA = {
    **dict.fromkeys("is are was were be been being am isn't aren't wasn't weren't".split(), "be"),
    **dict.fromkeys("has have had having hasn't haven't hadn't".split(), "have"),
    **dict.fromkeys("do does did don't doesn't didn't".split(), "do"), "won't": "will", "wouldn't": "would", "can't": "can",
    "cannot": "can", "couldn't": "could",
}  # fmt: skip
AUX_TENSE = {
    **dict.fromkeys("was were had did wasn't weren't hadn't didn't".split(), "past"),
    **dict.fromkeys(("will", "won't", "shall"), "fut"),
}
# past form (also participle where there is no second) -> base form
IRREGULAR = dict(
    pair.split(":") for pair in
    "said:say told:tell struck:strike hit:hit done:do fell:fall shot:shoot fought:fight left:leave took:take taken:take gave:give "
    "given:give "
    "began:begin begun:begin "
    "brought:bring came:come came:come went:go gone:go knew:know known:know made:make met:meet found:find lost:lose held:hold "
    "heard:hear kept:keep led:lead "
    "put:put ran:run rose:rise risen:rise saw:see seen:see sent:send set:set spoke:speak spoken:speak spent:spend spread:spread "
    "stood:stand swore:swear "
    "thought:think threw:throw thrown:throw understood:understand withdrew:withdraw withdrawn:withdraw won:win wrote:write "
    "written:write broke:break broken:break "
    "built:build burnt:burn burned:burn caught:catch cut:cut dealt:deal drove:drive driven:drive flew:fly flown:fly blew:blow "
    "blown:blow grew:grow grown:grow "
    "hid:hide hidden:hide laid:lay paid:pay quit:quit read:read sank:sink sunk:sink sought:seek sold:sell split:split stole:steal "
    "stolen:steal taught:teach "
    "tore:tear torn:tear warned:warn bore:bear borne:bear became:become chose:choose chosen:choose fled:flee felt:feel forgot:forget "
    "got:get overran:overrun "
    "overthrew:overthrow overthrown:overthrow shook:shake slept:sleep swept:sweep wound:wind undertook:undertake undertaken:undertake "
    "bled:bleed bound:bind".split()
)  # fmt: skip
ONLY_PARTICIPLE = frozenset("done taken given begun gone known risen seen spoken thrown withdrawn written broken driven flown blown grown "
"hidden sunk stolen torn borne chosen "
                             "overthrown undertaken".split())  # fmt: skip
BASE_VERBS = frozenset(
    "say tell claim report deny confirm accuse estimate expect threaten order warn announce state add note declare allege insist "
    "admit acknowledge believe think "
    "describe write post quote cite call urge ask vow pledge suggest reject dismiss condemn attack strike hit shell bomb kill wound "
    "injure destroy damage capture "
    "seize take hold withdraw retreat enter cross fire shoot down launch intercept repel advance fight clash evacuate flee burn "
    "explode target use try continue "
    "remain become have be do make go come see know show include leave lose find give get put set run keep let begin seem help".split()
)

ADJECTIVES = frozenset(
    "new small large big high low senior junior real last first second third next former heavy light young old local own same other "
    "such many several few more most less "
    "least least-known good bad early late free nuclear main major minor key top long short near full empty true false great foreign "
    "armed pro-russian pro-ukrainian "
    "russian ukrainian french british american german polish chechen soviet western eastern northern southern central dead alive safe "
    "ready able different similar recent "
    "separate serious severe huge strong weak unknown clear certain possible likely available public private black white red green "
    "blue dark deep wide open close hot cold".split()
)
MODALS = frozenset("will would shall should can could may might must do".split())
SUBJECTS = frozenset("i we you they who".split())
