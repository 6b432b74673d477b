"""What is often misspelt in English, with what is meant: only what can mean nothing else."""

from __future__ import annotations

import re

from sitegen.check.trap import Form, Traps, listed, table

# *Could of course* is right: these words are behind *have* alone.
_BEHIND_HAVE = "|".join(listed("been come done gone had known made said seen taken thought told"))

ENGLISH = Traps(
    words={
        **table(
            "misspelling",
            "alot: a lot, recieve: receive, recieved: received, recieves: receives, recieving: receiving,"
            "definately: definitely, definatly: definitely, seperate: separate, seperately: separately,"
            "seperated: separated, occured: occurred, occurence: occurrence, untill: until, wich: which,"
            "becuase: because, teh: the, accomodate: accommodate, accomodation: accommodation, acheive: achieve,"
            "acheived: achieved, adress: address, adresses: addresses, begining: beginning, beleive: believe,"
            "commited: committed, concious: conscious, embarass: embarrass, enviroment: environment,"
            "existance: existence, goverment: government, independant: independent, maintainance: maintenance,"
            "neccessary: necessary, necesary: necessary, noticable: noticeable, occassion: occasion,"
            "occassionally: occasionally, prefered: preferred, priviledge: privilege, publically: publicly,"
            "recomend: recommend, recomended: recommended, refering: referring, relevent: relevant,"
            "succesful: successful, successfull: successful, tommorow: tomorrow, tommorrow: tomorrow, truely: truly,"
            "writting: writing, wierd: weird, thier: their, freind: friend, knowlege: knowledge, managment: management,"
            "buisness: business, bussiness: business, proffesional: professional,"
            "profesional: professional, appointement: appointment, assistent: assistant, usefull: useful,"
            "gratefull: grateful, carefull: careful, arguement: argument, apparantly: apparently, basicly: basically,"
            "comming: coming, finaly: finally, foriegn: foreign, garantee: guarantee, immediatly: immediately,"
            "interupt: interrupt, liason: liaison, libary: library, lisence: licence, medecine: medicine,"
            "peice: piece, posession: possession, reccomend: recommend, rythm: rhythm, shedule: schedule,"
            "suprise: surprise, suprised: surprised, threshhold: threshold, withold: withhold",
        ),
        **table(
            "apostrophes",
            "dont: don’t, didnt: didn’t, doesnt: doesn’t, isnt: isn’t, wasnt: wasn’t, arent: aren’t, couldnt: couldn’t,"
            "shouldnt: shouldn’t, wouldnt: wouldn’t, hasnt: hasn’t, havent: haven’t, youre: you’re, theyre: they’re,"
            "thats: that’s, youll: you’ll, theyll: they’ll, weve: we’ve, youve: you’ve, theyve: they’ve",
        ),
    },
    phrases={
        **table("apostrophes", "its been: it’s been, it’s own: its own"),
    },
    forms=tuple(
        Form(
            "misspelling",
            re.compile(rf"{verb} of "),
            re.compile(rf"(?<![\w'’-])((?i:{verb[0]}){verb[1:]}) of(?= (?:{_BEHIND_HAVE})(?![\w'’-]))"),
            r"\1 have",
        )
        for verb in listed("could should would")
    ),
    cut_off={},
    doubles=dict.fromkeys(listed("the a an of and with from our your my this these we they"), frozenset()),
    doubtful=frozenset(("of", "these", "with")),  # *the one she came with with joy*
)
