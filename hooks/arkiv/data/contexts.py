"""Swedish words beside which a capitalised word is a person, or is not; lower-case, matched when folded."""

SPEECH = frozenset(
    """
    anmäler anmälde anser ansåg ansvarar ansvarade arbetar återkommer återkopplar återkopplade
    återrapporterar avgår avgick avtackas avtackades avslutar avslutade avviker bedömer begär begärde
    bekräftar bekräftade berättar berättade berör beskriver beskrev beslutar besvarar betonar betonade
    bjuder bjöd bjuds deltar deltog efterfrågar efterlyser efterträder ersätter ersatte flaggar framför
    framförde framhåller frågar frågade får fick föredrar föredrog föreslår föreslog föreslås förklarar
    förklarade förmedlar förordar förtydligar ger gav gick går gör gjorde hade har hälsar hälsade hoppas
    håller höll informerar informerade inleder inledde invänder inväljs kallar kan kom kommenterar
    kommer kompletterar konstaterar konstaterade kontaktar kontaktas kollar leder ledde lovar lovade
    lyfter lyfte lägger lade lämnar lämnade ledsagar medger meddelar meddelade medverkar minns nämner
    nämnde nomineras noterar noterade önskar önskade öppnar öppnade opponerar ordnar påminner påminde
    påpekar påpekade pekar poängterar presenterar presenterade protokollför rapporterar rapporterade
    redogör redogjorde redovisar redovisade replikerar representerar reserverar sade sa säger såg
    sammanfattar sammanfattade samordnar sammankallar skickar skickade ska skall skulle slutar slutade
    stödjer svarar svarade tackar tackade tackas tar tog tillägger tillade tillsätts tillträder tipsar
    tycker tyckte tror trodde understryker undrar undrade uppdaterar uppdaterade uppger uppgav upplever
    upplyser upplyste uppmanar uppmärksammar utreder utses utsågs utvecklar vikarierar vill ville visar
    visade väcker väljs väntar yrkar yttrar är var blir blev fyller mailar mejlar ringer undersöker
    """.split()
)
"""Verbs whose subject is mostly a person."""

HONORIFICS = frozenset("fru fröken herr hr frk dr doktor tf".split())
"""What stands before a name and never alone."""

TITLES = frozenset(
    """
    adjunkt advokat ambassadör anmälare avdelningschef beredskapssamordnare bibliotekarie bibliotekschef
    biträdande borgmästare brandchef chef chefsjurist controller direktör docent doktor ekonom
    ekonomichef ekonomidirektör enhetschef expert fru förbundsdirektör förbundsjurist
    förbundssekreterare förvaltningschef förvaltningsdirektör generaldirektör handläggare herr hr
    ingenjör jurist kanslichef kollega kollegan kollegorna kommunchef kommundirektör kommunikatör
    kommunikationschef kommunjurist kommunalråd kulturchef konsult koordinator landshövding ledamot
    ledamoten länsöverdirektör lektor magister minister nämndsekreterare ombud ordförande ordföranden
    polischef processledare professor projektledare regiondirektör registrator rektor representanten
    räddningschef samordnare sekreterare sekreteraren skolchef skoldirektör socialchef socialdirektör
    stadsdirektör stadsjurist statsråd statssekreterare strateg säkerhetschef säkerhetssamordnare tf
    upphandlare utbildningschef utbildningsdirektör utredare utvecklare utvecklingsledare vd
    verksamhetschef vice vikarie
    """.split()
)
"""Words that stand before a name."""

PLACE_BEFORE = frozenset(
    "i från till på vid kring runt mellan nära utanför inom över mot för hos av bland".split()
)
"""Prepositions that come before a place as often as before a person."""

INSIDE = frozenset("i inom kring mellan nära på runt utanför vid över".split())
"""Those that hardly come before a person whom the page does not know."""

PLACE_AFTER = frozenset(
    """
    kommun kommuns kommunen kommuner stad stads staden region regionen län läns centrum station sjö
    socken torg församling gymnasium skola sjukhus bibliotek kommunhus stadshus hamn härad bruk
    universitet universitets högskola tekniska stift tingsrätt domkyrka lasarett universitetssjukhus flygplats
    """.split()
)
"""What follows a place that is written like a name."""

_BUILT = (
    "allén", "backen", "bron", "brunnen", "dalen", "galleriet", "garden", "gatan", "gränd", "gården",
    "hallen", "hamnen", "huset", "kajen", "kulle", "kvarteret", "kyrka", "kyrkan", "leden", "parken",
    "plan", "plats", "platsen", "skolan", "slätten", "stigen", "stranden", "torg", "torget", "torp",
    "udden", "varvet",
    "viken", "väg", "vägen", "ängen", "bolaget", "hemmet",
)  # fmt: skip
PLACE_ENDINGS = (*_BUILT, *(f"{ending}s" for ending in _BUILT))
"""How streets, squares and buildings end that were named after somebody long ago; the genitive too."""

MONTHS = frozenset(
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)

MONTH_BEFORE = frozenset("i under sedan början mitten slutet medio ultimo hela per".split())
"""What stands before a month rather than before a person who is called like one."""

NO_VERBS = frozenset(
    """
    efter eller emellertid inte inuti kring med mellan men mot möte möten mötet när och om samt sedan
    som till under utan utanför utöver vid vilken åter över både arbete arbeten avtal kommuner frågor
    regler timmar minuter kronor meter ärende ärenden ställe sidor delar dagar veckor månader nätter
    rapporter svar kvar par mer fler september oktober november december papper nummer väder område
    ordförande ledande anförande yttrande meddelande genomgående läge antal krav alternativ väster öster
    norr söder center yta planer kurser åtgärder remisser dessa andra samtliga förslag kommande tidigare
    vidare senare högre lägre större mindre bättre ende ande
    """.split()
)
"""Words that end like verbs, or stand where one would, and are none."""

FORM_WORDS = frozenset(
    "tid plats datum klockslag lokal vecka månad tidpunkt starttid sluttid capita annum".split()
)
"""Words that head columns and lines of forms, beside which `Dag` is a day."""

PASSIVES = frozenset(
    """
    adjungeras adjungerades adjungerats anställs anställdes arvoderas avlöses avlöstes avtackas avtackades
    bjuds bjöds drabbades entledigas entledigades enas ersätts ersattes förordnas förordnades
    förordnats föreslås hedrades hoppas hoppades hälsas inbjuds inbjöds informeras informerades inväljs
    invaldes invalts kallas kallades kontaktas kontaktades känns lyckas lyckades minns mindes nomineras
    nominerades nominerats omvaldes omvalts omväljs saknas saknades skäms synes syntes tackas tackades
    tillfrågas tillfrågades tillsattes tillsätts trivs trivdes träffas träffades umgås uppmanas uppmanades
    uppvaktas uppvaktades utnämndes utnämns utses utsågs utsetts valdes valts vikarieras välkomnas
    välkomnades väljs
    """.split()
)
"""Verbs in -s whose subject may be a person; of others it is a thing, as in `Björk planteras`."""

ENGLISH_VERBS = frozenset(
    """
    agreed agrees asked asks attended attends can chaired chairs closed confirmed could explained explains
    gave gives had has informed informs is joined joins leads leaves led left may might must noted notes
    opened opens presented presents proposed proposes raised raises reported reports said says shall shared
    shares should showed shows spoke suggested suggests thanked thanks told took wanted wants was were will
    wishes wondered wonders would
    """.split()
)
"""Verbs after a person on a page in English."""

ENGLISH_DEEDS = ENGLISH_VERBS - frozenset(
    "can could had has is led may might must shall should showed shows was were will would".split()
) | frozenset("added answered commented described objected replied stressed".split())
"""What people do in English, and hardly anything else."""

ANYTHING = frozenset(
    """
    är var blir blev kan kunde kom kommer ska skall skulle går gick ger gav får fick har hade gör gjorde
    håller höll tar tog slutar slutade leder ledde visar visade krävs måste bör växer växte bar drev drog
    drogs finns fanns flög föll fortsatte fortsätter för förde gled kvarstår leds lägger lade ligger låg
    lämnas når ökar ökade saknas saknades slog slöt står stod stack syns synes syntes utvecklar väntar åt
    har behöver behövs betyder gäller gällde ingår ingick kostar kostade minskar minskade påverkar
    påverkade räcker räckte rör rullade sitter steg stiger sjunker sjönk säljs säljer
    """.split()
)
"""Verbs whose subject may be any thing, so that they tell of no person the page does not know."""

DONE_BY_MOST = frozenset(
    """
    får fick har hade ska skall skulle kan kunde går gick kom kommer tar tog ger gav gör gjorde håller höll
    lägger lade leder ledde måste bör behöver väntar
    """.split()
)
"""Those of them that a first name at the beginning of a sentence does, unless STUFF is called so too."""

STUFF = frozenset(
    """
    alm april ask augusti björk ek eld frid gran gro gull hed hägg is jord juli juni korn lin lind liv ljung
    maj malm mark mars måne ny ros rosa salt silver snö sol sten stjärna storm ström stål tall tid tor vår
    vind vinter ängel
    """.split()
)
"""What stands without an article at the beginning of a sentence, as names do."""

NAMED_THINGS = frozenset(
    """
    appen avdelning avdelningen bolaget butiken byn båten caféet distrikt dokumentet enhet enheten
    fartyget fastigheten filen grupp
    föreningen företaget förlaget förskolan hallen hotell hotellet huset hållplatsen konceptet
    konferensrummet kv kvarteret kyrkan linjen lokalen modellen mötesrummet område orkanen orten parken
    partiet
    paviljongen plattformen programmet projekt projektet region restaurangen rummet salen sektor sjön skeppet
    skolan
    stationen stiftelsen stormen systemet team tidningen tidskriften tjänsten varumärket verktyget ön
    """.split()
)
"""Things that are called by a name of their own, which follows: `lokalen Björk`, `projektet Liv`."""

NAMED_AFTER = tuple(
    """
    sgatan svägen storg storget splats splatsen sgränd sallé sbacke sväg sgata spark sparken sbro sbron
    skyrkogård sskolan
    """.split()
)
"""How streets end that are called by a full name: `Lars Kaggsgatan`."""

STREETS = frozenset("gata väg torg plats gränd allé backe park bro stig kaj gymnasium minne".split())
"""The same as a word of its own: `Lars Kaggs gata`."""

PERSON_THINGS = tuple(
    "doktrinen förslaget metoden modellen motionen principen rapporten upplägget utredningen".split()
)
"""What is called by the name of whoever made it: `Bergmodellen`."""

IRREGULAR = frozenset(
    """
    antog avslog biföll bad bar ber bet bjöd bröt drev låg led lyder löd njöt sov sjönk svor vek vred stal
    drog fann flög fortsatte föll gled grep hann hjälpte höll kröp kör la
    lät lånade log måste mår bör når red rör rök satt ser sjöng skrev sköt slog slöt sprang spred stack
    steg stod stred svek teg valde vet visste vore kunde vann växte åt bor borde
    återkom
    """.split()
)
"""Verb forms that no ending tells."""

FUNCTION_WORDS = frozenset(
    """
    alltid allt att av bland borta bort bra bredvid då därefter därför där dessutom dock en ett
    eftersom eller enligt fast fram framöver för före förbi först genom gärna hellre hem hemma hit hos
    hur här i idag ifrån in inför innan inne inom inte inuti ja jo kanske klart klockan kl kring med
    medan mellan men mest mot ned nej ner nog nu när nära något någon näst också och oftast ofta ok om
    omkring ovanför på per redan respektive runt samt sedan sen senare som snart själv själva tack till
    tillbaka tills tillsammans trots under upp ur ut utan utanför ute utöver utom vad var vars vem vid
    vidare vilka vilken vilket via än även ännu över åter åt ej aldrig hittills igen igår inledningsvis
    istället då så sån ju väl visst dit därifrån härifrån hemifrån ihop emot sist lite mycket mest bara
    endast både varken antingen förutom nyligen alla flera några ingen
    inget mer mindre borta kvar ned ner upp fel rätt bort ensam den det de denna detta dessa han hon
    """.split()
)
"""Small words that may follow a person, and that nobody owns."""

STATES = frozenset(
    """
    adjungerad borta frånvarande föräldraledig förhindrad jävig ledig närvarande nöjd sjuk sjukskriven
    tacksam tjänstledig
    """.split()
)
"""What a person is said to be without a verb."""

FIELDS = frozenset(
    """
    adj adjungerad adjungerade anmäld ansv ansvar ansvarig ansvariga antecknat att deltagare ers ersättare
    frånv frånvarande
    föredragande föredragare gäst gäster inbjudna just justerar justerare justeras kallade kontakt
    kontaktperson ledamöter moderator mötesledare närv närvarande ombud ordf pennan protokollförare
    representant samordnare sekr talare tjänstgörande utsedd utsedda vald valda värd ägare
    """.split()
)
"""Labels of fields that hold people: `Ansvarig: Sten`."""

SAID_FIRST = frozenset(
    "avslag avstår bifall nja jag vi det ja nej hur vad kan har ska är men varför behöver borde okej".split()
)
"""What stands first after a speaker's label, `Sten: vi väntar`."""

VERB_PREFIXES = tuple("an av bi del fram före in med mot ned om på sam till under upp ut åter över".split())
"""What stands before a verb in one word with it: `anslöt`."""

DEPUTIES = ("biträdande", "tillförordnad", "ställföreträdande", "vice", "tf", "tf.", "bitr.", "t.f.")
"""What stands before a role, and has one form for definite and indefinite."""

STANCES = frozenset(
    "avstår däremot emot först försvann ja jäv neutral nej nja pensioneras troligen vab".split()
)
"""What is said of people in a word: `Blom jäv. Gran nej.`"""

THING_LABELS = frozenset(
    """
    adress avsnitt bostad budget dag datum fråga förskola gata hus kapitel kommun kostnad lokal lokaler läge
    material mål område ort plan post pris punkt resultat rubrik rum sal skola trakt träd vinst värde ämne
    ämnen ärende ärenden
    """.split()
)
"""Labels of fields that hold things and places: `Lokal: Hall`."""

BY_WHOM = frozenset("ang enl fr jfr t v".split())
"""What a point ends that ends no sentence, and a person follows: `Enl. Ström`."""

PERSONAL_DEEDS = (
    "ansluter", "avviker", "berättade", "berättar", "bjuder", "frågade", "frågar", "hälsar", "inledde",
    "inleder", "instämde", "instämmer", "kollar", "kompletterar", "mailar", "mejlar", "menar", "påminner",
    "ringer", "sa", "sade", "tackar", "tycker", "tyckte", "undrade", "undrar", "återkommer", "hör av sig",
    "håller med", "höll med", "stämmer av", "tar med sig", "tar på sig", "är föräldraledig", "är ledig",
    "är sjuk", "är tjänstledig",
)  # fmt: skip
"""What people do, and offices hardly: after capitals that are an abbreviation as well, it tells initials."""

GREETINGS = ("hälsningar", "hälsning", "hälsn.", "mvh", "vh")
"""What a signature follows."""

MADE_BY = (
    "antecknat", "fört", "justerat", "reviderat", "sammanställt", "skrivet", "uppdaterat", "upprättat"
)  # fmt: skip
"""What somebody has done who is told after `av`."""

PHONE_WORDS = (
    "eller", "tel", "telefon", "tfn", "direkt", "direktnummer", "mobil", "nås", "på", "nr", "nummer", "ankn",
    "anknytning",
)  # fmt: skip
"""What may stand between a name and its number."""

GIVING = frozenset(
    "ge ger gav gett få får fick fått önskar önskade tilldelar tilldelas utse utser utsåg".split()
)
"""Verbs that take two objects, so that a noun after a person is not the person's."""

NUMBERS = ("båda", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "eget", "egen")
"""What stands before a noun as an adjective does, and does not look like one."""

OWNED_THOUGH = tuple(
    """
    anhållan ansökan anmälan avsikt begäran början förväntan inverkan medverkan närvaro frånvaro påverkan
    undran samverkan strävan tvekan verkan önskan överklagan planer tankar
    """.split()
)
"""Nouns without a definite form, or that look like verbs."""
