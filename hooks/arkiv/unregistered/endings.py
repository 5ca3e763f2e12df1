"""How surnames, titles, definite nouns and places end in Swedish minutes."""

import re

SURNAME = re.compile(
    r"(?:ss?on|ström|berg|bergh|borg|gren|gran|lund|kvist|qvist|quist|dahl|ell|elli|én|lin|din|vin|rin|sin|ius|löf|löv|lööf|stedt|"
    r"städt|vall|wall|hammar|hammer|sjöö|nen|ić|vić|ski|sky|ska|dottir|dotter|blad|blom|roth|ähl|åhl|holm|holmer|hult|ling|"
    r"felt|feldt|krantz|crantz|fors|forss|rud|skiöld|sköld|stråle|svärd|zadeh|pour|oğlu|oglu|yan|idze|shvili|ova|eva|enko|"
    r"chuk|czyk|wicz|ian|ez|strand|mark|mann|man|lind|rydh?|hielm|hjelm|stierna|stjerna|stjärna|crona|krona|brandt|ander|"
    r"haug|gaard|sen|oui|ullah|abadi|nejad|ani|awi|ström|öhn|erts?|ertz|ner|sjö|backa|torp|nyi|escu|aitis|auskas|vist|sparre|stolpe|hufvud|gyllen|adler|schiöld|blomma|reuter|heim|hoff|kamp|beck|mayer|meier|mann|berger|stein|witz|wski|inen|lainen|oja|maa|ssi|ddine?|zai|zada|khani|poor|dze|akis|idis|poulos|icz|ák|ová|áč|ák|uk|nko|yk|[ie]l[aä]|älä|oski|niemi|mäki|järvi|lahti)$"
)
TITLE = re.compile(
    r"(?:direktör|chef|ordförande|ledamot|ersättare|suppleant|sekreterare|utredare|handläggare|strateg|samordnare|ledare|"
    r"jurist|konsult|rektor|controller|koordinator|ekonom|råd|hövding|minister|expert|specialist|rådgivare|kanslist|"
    r"registrator|assistent|administratör|planerare|arkitekt|ingenjör|inspektör|inspektor|professor|forskare|doktorand|docent|"
    r"lektor|lärare|föreläsare|representant|talesperson|kommunikatör|revisor|analytiker|utvecklare|pedagog|psykolog|läkare|"
    r"polis|mästare|kommissarie|ombudsman|observatör|praktikant|student|moderator|intendent|bibliotekarie|överste|advokat|"
    r"åklagare|domare|sakkunnig|tjänsteman|politiker|arkivarie|värd|kurator|sköterska|terapeut|fotograf|reporter|journalist|"
    r"redaktör|författare|förvaltare|säljare|tekniker|entreprenör|företagare|nämndeman|konstnär|tränare|coach|skådespelare|"
    r"musiker|kock|präst|herde|veterinär|antikvarie|sekr|ordf|upphandlare|granskare|veterinär|hydrolog|geolog|biolog|ekolog)"
    r"(?:er|or|ar|erna|orna|arna|en|n|na|s)?$"
)
DEFINITE = re.compile(r".{3,}(?:[aeio]t|en|na|ns|ts)$")
PLACE = re.compile(
    r"(?:köping|hamn|borg|stad|sta|torp|arp|rup|löv|by|byn|boda|bo|ryd|red|röd|hult|ås|åsen|sund|vik|viken|näs|näset|lösa|vallen|mo|"
    r"lund|hed|sele|träsk|fjärden|jaur|sjön|ån|ön|holmen|inge|tuna|berga|fors|mora|äng|ängen|skogen|backen|backe|gården|lanna|"
    r"åker|strand|valla|dal|dalen|kyrka|kil|um|mark|bruk|bygden|bergen|land|ala|arna|skär|lunda|husby|socken|kulla|sala)s?$"
)
