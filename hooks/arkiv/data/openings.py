"""Swedish words that tell how a sentence goes on which begins with a word that is a name too."""

ADJECTIVES = frozenset(
    """
    alla bred brun fager fast fin flink fri frisk from frodig glad god grann grov grå grön gul hans
    hurtig hård hög inga kall klar klok kort käck ljus lugn lustig lång lätt låg max mild mjuk modig mogen
    mörk munter ny nöjd per rak ren rik rask rolig rosa röd sann skarp smal snar snygg snäll stadig stark
    stilla stolt stor stram styv sträng svag svart sval säker söt tapper trogen trygg tung tyst ung
    vaken van vass vid vild vis vit varm våt värdig öm öppen öst väst nord syd norr söder
    """.split()
)
"""What somebody is called that stands before a noun, an adverb or another adjective: `Ny rutin`."""

IMPERATIVES = frozenset(
    "bo bär fall fly gro gå klara kom lita lov love lyft ro rusta stig stå tacka tro vak var vik visa".split()
)
"""What somebody is called that a sentence begins with as a verb: `Bo kvar`, `Stig av`."""

PREPOSITIONS = frozenset(
    """
    à av bakom bland ca cirka efter enligt från för före genom hos i in inför inom inuti kring längs med
    mot mellan of nedanför nära om ovanför per på runt som till under ur utan utanför ut utom utöver vid
    via än över åt
    """.split()
)
"""What a noun is followed by as well: `Ros till alla`."""

ABSENT_AT = frozenset(
    """
    annat distans föräldraledighet hemmaplan ingång jobbet konferens kurs ledighet länk plats semester
    teams telefon tjänsteresa tjänstgöring uppdrag utbildning väg zoom
    """.split()
)
"""Where people are who are not at a meeting, or come to it otherwise: `Ros på kurs`."""

CONTACT_WORDS = frozenset("tel telefon tfn mobil ankn anknytning mejl mail epost sekr ordf just".split())
"""What stands between a person and their number, or short for their role."""

UNITS = frozenset("st kg m ton cm km l kr tkr mkr kronor kvm kW kWh V W %".split())
"""What amounts are told in: `Sten 30 kg`."""

WEEKDAYS = frozenset("mån tis ons tor tors fre lör sön".split())
"""Days as they are cut short: `Dag: tor`."""
