"""Abbreviations that stand in municipal Swedish, and may be somebody's initials as well; lower-case."""

ABBREVIATIONS = frozenset(
    """
    aa aaa ab ag ai ak am ap ar au av ax ba bb bh bid bk bn bnp boj bou brå bup bv cd cet co ctc da db dc
    dg di dk dm dn do dos dp dr ds dvd ecb ek em eq es esf eu fb ff fi fm fmv fn fns foi fou fp fr fst ft
    fu gb gd gdpr gis gps gr gu hb hd hk hoc hr hsl hv hvb id ie if ifo ik imf in io ip is it ivo jk jo
    kb kd kf kfs kh ki kk kl kldf km kn kr ks ksau ksf ksp kth ku kv la lan lf lo lok lov lr ls lss lst
    lth lu luf lvm lvu ma mb mf mi mib mim mn mp mr ms msb mt mu mvh nato nb ni nn no np npf nu ob obs od ok
    ol om op os osa osl pb pbl pc pda pdf pfas pi pk pl pls pm pol pp pr ps pts pub rf rfid rh rib rs
    ru rut sa sas sb scb sd sfi sfs sgu si sis sj sk skl skr sl smhi sms sn so sol sos sou sr ss ssk st su
    sva svt tc td tdb th ti tjf tn tt tu tv ub ud uf uk ul un us usa usb va vab vb vd ve vgr vh vip vo voc vs
    vu wc who wi www yh yr ä äo ö öb öp öpa
    """.split()
)
"""Beside them a pair of capitals is nobody's, unless a title, a field or a list of people says so."""
