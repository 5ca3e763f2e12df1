"""Addresses of organisations, which stay where the address of any other reader's person is hidden.

The rule fails closed: each word before the @ is on the list or ends like the name of an office, or is the
domain's own name beside one of those. What is called by a role (`kommundirektor@`) reaches a person.
"""

import re

from arkiv.redaction.folding import fold

_OFFICES = frozenset(
    map(
        fold,
        """
        admin administration anmälan arkiv bibliotek bokning bygg bygglov cert diarie diariet
        diarium drift e-post ekonomi epost faktura fakturor fritid funktionsbrevlåda förbundet
        förening föreningen förskola förvaltning gatukontoret helpdesk hej hr info information it
        kansli kansliet kommun kommunen kommunikation kommunledning kommunstyrelsen konferens
        kontakt kontaktcenter kontoret kultur kundcenter kundservice kundtjänst larm lön mail
        media medborgarservice miljö myndigheten nämnd nämnden noreply nyheter nyhetsbrev nätverk
        office omsorg personal plan post press protokoll reception receptionen redaktion
        redaktionen region regionen registrator registratur remiss remisser räddningstjänsten
        sekretariat service servicecenter skola skolan socialtjänsten stad staden stab support
        säkerhet telefonväxel tillstånd turism turistbyrå upphandling utbildning va visselblåsning
        växel växeln webb webbmaster
        """.split(),
    )
)
_ENDINGS = tuple(
    map(
        fold,
        """
        avdelningen biblioteket byrån central centralen centrum förbundet förvaltningen
        förvaltning kansliet kansli kommun kommunen kontoret kontor nämnden nämnd region regionen
        service skolan styrelsen tjänst tjänsten enheten enhet verket nätverket
        """.split(),
    )
)


def is_functional(address: str) -> bool:
    """Whether a folded address is that of an organisation's office, and of nobody in particular."""
    local, _, domain = address.partition("@")
    words = re.findall(r"[^\W\d_]+", local)
    offices = [word in _OFFICES or word.endswith(_ENDINGS) for word in words]
    labels = domain.split(".")
    return any(offices) and all(office or word in labels for word, office in zip(words, offices, strict=True))
