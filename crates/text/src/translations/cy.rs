//! Welsh.

use crate::{
    CheckWords, CodeWords, ConsentWords, ElsewhereWords, EndedWords, FinishWords, HelpWords, PageWords,
    QuestionWords, StartWords, Template, Text, UnavailableWords, WelcomeWords, WhoWords,
};

/// Welsh, in the polite form. Not yet checked by a native speaker.
pub static CY: Text = Text {
    language: "cy",
    direction: "ltr",
    page: PageWords {
        skip_link: "Neidio i’r brif ran",
        back: "Yn ôl",
        back_place: "Y cam blaenorol",
        loading: "Yn llwytho",
        go_on: "Parhau",
        problem: "Mae problem",
        error: "Gwall:",
        title_with_error: Template::new("Gwall: {1}"),
        title: Template::new("{1} – {2}"),
        trial: "At ddibenion rhoi cynnig arni yn unig: gall unrhyw un agor yr atebion hyn.",
        not_kept_title: "Nid yw’r porwr hwn yn cadw eich atebion",
        not_kept: "Gallwch fynd ymlaen. Ond os byddwch yn cau’r dudalen hon cyn y diwedd, bydd eich atebion yn cael \
                   eu colli.",
        version: Template::new("Linkwell {1}, adeiladwaith {2}"),
    },
    help: HelpWords {
        title: "Cael help nawr",
        lead: "Os oes angen help arnoch nawr, peidiwch ag aros amdanom ni.",
        not_watched: "Nid oes neb yn gwylio eich atebion wrth i chi eu rhoi.",
        checked: Template::new("Gwnaethom wirio’r rhifau hyn ar {1}."),
        day: Template::new("{1} {2} {3}"),
        months: "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
        emergency: "Mewn argyfwng",
        emergency_call: "Ffoniwch 999",
        mind: "I gael help brys gyda’ch iechyd meddwl",
        mind_call: "Ffoniwch 111 a dewiswch yr opsiwn iechyd meddwl",
        talk: "I siarad â rhywun unrhyw bryd",
        talk_call: "Ffoniwch y Samariaid ar 116\u{a0}123",
    },
    start: StartWords {
        title: "Dechrau",
        languages: "Iaith",
        no_language: "Ni ellir dangos yr iaith honno ar hyn o bryd. Gwiriwch eich cysylltiad a rhowch gynnig arall \
                      arni.",
        run_by: "Pwy sy’n gyfrifol am hyn",
        how_long: "Faint o amser mae’n ei gymryd",
        minutes: Template::new("Tua {1}\u{a0}munud."),
        breaks: "Gallwch gymryd seibiant a pharhau yn nes ymlaen ar y ddyfais hon.",
        choice: "Eich dewis chi yw hyn",
        voluntary: "Nid oes rhaid i chi gymryd rhan. Gallwch hepgor unrhyw gwestiwn, a gallwch stopio unrhyw bryd.",
        answers: "Beth sy’n digwydd i’ch atebion",
        locked: "Mae eich atebion yn cael eu cloi cyn iddynt adael y ddyfais hon. Dim ond y tîm ymchwil all eu \
                 hagor.",
        kept: "Nes i chi orffen, mae eich atebion yn cael eu cadw yn y porwr hwn ar ffurf wedi’i chloi, fel na fydd \
               dim yn cael ei golli os cymerwch seibiant. Ar y diwedd gallwch eu clirio. Mae’r dudalen hefyd yn cadw \
               ei ffeiliau ei hun, fel ei bod yn gweithio heb y rhyngrwyd. Nid yw’n cadw dim byd arall.",
        other_ways: "Ffyrdd eraill o gymryd rhan",
        paper: "Ffurflen bapur i’w hargraffu",
        contact: "Os oes gennych gwestiwn",
        references: "Rhifau’r astudiaeth:",
        start: "Dechrau nawr",
    },
    consent: ConsentWords {
        heading: "Beth mae cymryd rhan yn ei olygu",
        lead: "Darllenwch hyn yn gyntaf. Cymerwch eich amser. Os nad yw rhywbeth yn glir, gofynnwch.",
        version: Template::new("Taflen wybodaeth, fersiwn {1}. Ei chod gwirio yw {2}."),
        print: "Argraffu’r daflen hon",
        save: "Cadw’r daflen hon",
        boxes: "Ydych chi am gymryd rhan?",
        tick: "Ticiwch bob blwch rydych yn cytuno ag ef.",
        optional: "Gallwch adael y blwch hwn yn wag.",
        missing: Template::new("I gymryd rhan, ticiwch y blwch hwn: {1}"),
        agree: "Rwy’n cytuno ac am barhau",
        decline: "Nid wyf am gymryd rhan",
        declined: "Nid ydych yn cymryd rhan",
        declined_lead: "Mae hynny’n iawn. Nid oes dim a wnaethoch yma yn cael ei gadw na’i anfon. Os byddwch yn \
                        newid eich meddwl, gallwch agor y dudalen hon eto.",
    },
    welcome: WelcomeWords {
        heading: "Croeso yn ôl",
        lead: "Mae rhywun wedi dechrau’r holiadur hwn ar y ddyfais hon a heb ei orffen. Os chi oedd hynny, gallwch \
               barhau o’r man lle gwnaethoch stopio.",
        carry_on: "Parhau â’r holiadur",
        start_again: "Dechrau eto",
        what_is_lost: "Os byddwch yn dechrau eto, bydd yr atebion a roddwyd hyd yma yn cael eu dileu.",
    },
    elsewhere: ElsewhereWords {
        heading: "Mae’r holiadur hwn ar agor mewn tab arall",
        lead: "Mae eich atebion yn ddiogel yno. Gallwch fynd yn ôl i’r tab hwnnw, neu barhau yma. Os byddwch yn \
               parhau yma, bydd y tab arall yn stopio.",
        carry_on_here: "Parhau yma",
    },
    code: CodeWords {
        title: "Eich cod cyfranogwr",
        heading: "Beth yw eich cod cyfranogwr?",
        hint: "Mae ar eich llythyr neu’ch cerdyn, neu gall eich gweithiwr cyswllt ei roi i chi. Mae llythrennau bach \
               a bylchau’n iawn.",
        empty: "Rhowch eich cod cyfranogwr",
        length: Template::new(
            "Gwiriwch eich cod cyfranogwr: mae rhwng {1} a {2} o lythrennau a rhifau ynddo",
        ),
        character: Template::new(
            "Gwiriwch eich cod cyfranogwr: nid yw nod rhif {1} yn llythyren nac yn rhif sydd mewn codau",
        ),
        check: "Gwiriwch eich cod cyfranogwr: mae un nod yn anghywir, neu mae dau wedi’u cyfnewid",
    },
    who: WhoWords {
        title: "Pwy sy’n llenwi hwn",
        heading: "Pwy sy’n llenwi hwn?",
        hint: "Mae gwybod hyn yn helpu’r tîm ymchwil. Mae pob ffordd yn iawn.",
        myself: "Rwy’n ei lenwi fy hun",
        with_help: "Rwy’n ei lenwi fy hun, gyda rhywfaint o help",
        read_to_me: "Mae rhywun yn ei ddarllen i mi ac yn ei lenwi",
        interpreter: "Rwy’n ateb drwy gyfieithydd ar y pryd",
        missing: "Dewiswch pwy sy’n llenwi hwn",
    },
    question: QuestionWords {
        caption: Template::new("Cwestiwn {1} o {2}"),
        ask_title: "Nid ydych wedi ateb y cwestiwn hwn",
        ask: "Gallwch ei ateb nawr, neu ei adael allan. Mae’r naill a’r llall yn iawn.",
        answer_now: "Ateb nawr",
        skip: "Hepgor y cwestiwn hwn",
        rather_not: "Byddai’n well gen i beidio â dweud",
        read_aloud: "Darllen yn uchel",
        stop_reading: "Stopio darllen",
        clear: "Clirio fy ateb",
        skipped: "Gwnaethoch hepgor y cwestiwn hwn. Gallwch ei ateb o hyd.",
        not_said: "Gwnaethoch ddewis peidio â dweud. Gallwch ateb o hyd.",
        in_english: "Mae’r cwestiwn hwn yn Saesneg, oherwydd nad oes cyfieithiad cymeradwy ar gael.",
        licence: "Defnyddir y geiriau hyn o dan:",
        why: "Pam rydym yn gofyn",
        number: Template::new("Ysgrifennwch rif cyfan o {1}\u{a0}i\u{a0}{2}."),
        own_words: "Peidiwch ag ysgrifennu enwau, na phwy ydych chi.",
        left: Template::new("Nodau ar ôl: {1}"),
        over: Template::new("Rhy hir. Tynnwch y nifer hwn o nodau neu fwy:\u{a0}{1}."),
    },
    check: CheckWords {
        heading: "Gwiriwch eich atebion",
        lead: "Gallwch newid unrhyw beth yma o hyd.",
        in_english: "Mae rhai cwestiynau yn Saesneg, oherwydd nad oes cyfieithiad cymeradwy ar gael.",
        change: "Newid",
        change_what: Template::new("yr ateb i gwestiwn {1}"),
        not_answered: "Heb ei ateb",
        not_said: "Byddai’n well gen i beidio â dweud",
        print: "Argraffu fy atebion",
        before_finish: "Pan fyddwch yn gorffen, bydd eich atebion yn cael eu cloi. Ni allwch eu newid ar ôl hynny.",
        finish: "Gorffen a chloi fy atebion",
    },
    finish: FinishWords {
        title: "Trosglwyddo eich atebion",
        heading: "Mae eich atebion wedi’u cloi",
        lead: "Maent bellach mewn un ffeil wedi’i chloi ar y ddyfais hon. Mae un cam arall: trosglwyddo’r ffeil.",
        returned: "Rydych wedi gorffen eich cwestiynau, ac mae’r ffeil wedi’i chloi yma o hyd. Os nad ydych wedi ei \
                   throsglwyddo eto, gwnewch hynny nawr.",
        now: "Beth i’w wneud nawr",
        send: "Anfon at y tîm ymchwil",
        sending: "Mae eich atebion wedi’u cloi yn cael eu hanfon. Cadwch y dudalen hon ar agor nes iddynt gyrraedd.",
        waiting: "Nid yw eich atebion wedi’u cloi wedi cyrraedd eto. Mae’r dudalen hon yn rhoi cynnig arall arni ar \
                  ei phen ei hun cyhyd â’i bod ar agor. Gallwch hefyd ddewis ffordd arall.",
        arrived: "Mae eich atebion wedi’u cloi wedi cyrraedd y tîm ymchwil.",
        refused: "Ni dderbyniodd cyfrifiadur y tîm ymchwil y ffeil. Mae eich atebion wedi’u cloi yma o hyd. Dewiswch \
                  ffordd arall.",
        not_shared: "Nid yw’r ffeil wedi’i hanfon. Mae yma o hyd.",
        share: "Anfon y ffeil",
        save: "Cadw’r ffeil",
        copy: "Copïo’r ffeil fel testun",
        shared: "Trosglwyddwyd y ffeil yn y ffordd a ddewiswyd gennych.",
        saved: Template::new("Mae’r ffeil wedi’i chadw. Ei henw yw {1}. Mae yn eich lawrlwythiadau."),
        copied: "Mae’r ffeil wedi’i chopïo fel testun. Gallwch ei gludo i neges.",
        failed: "Ni weithiodd hynny. Rhowch gynnig ar ffordd arall.",
        receipt: "Eich cod derbynneb",
        receipt_use: "Gwnewch nodyn ohono. Gallwch ei ddarllen yn uchel os ydych am ofyn a yw eich atebion wedi \
                      cyrraedd. Nid yw’n dweud dim amdanynt.",
        clear_title: "Ar ôl trosglwyddo’r ffeil",
        clear_last: "Un peth olaf",
        clear_lead: "Cliriwch y ddyfais hon, fel na fydd neb sy’n ei defnyddio ar eich ôl yn dod o hyd i’ch \
                     atebion. Mae’r ffeil wedi’i chloi yn cael ei dileu o’r dudalen hon. Bydd unrhyw gopi a gadwyd \
                     gennych yn aros lle mae.",
        clear: "Gorffen a chlirio’r ddyfais hon",
        not_cleared: "Nid yw’r porwr hwn wedi dileu’r ffeil. Caewch y dudalen hon a dilëwch ei data yng ngosodiadau’r \
                      porwr.",
        not_locked: "Nid oedd modd cloi eich atebion",
        not_locked_lead: "Felly nid ydynt wedi gadael y dudalen hon. Rhowch gynnig arall arni. Os nad yw hynny’n \
                          helpu, gofynnwch i’r tîm ymchwil am ffordd arall o gymryd rhan.",
        try_again: "Rhoi cynnig arall arni",
    },
    ended: EndedWords {
        heading: "Rydych wedi gorffen",
        lead: "Mae’r ddyfais hon yn glir: nid yw eich atebion na’r ffeil wedi’i chloi yn y dudalen hon mwyach. Gallwch \
               ei chau.",
        saved_file: "Os gwnaethoch gadw’r ffeil, mae’n dal yn eich lawrlwythiadau. Mae wedi’i chloi.",
    },
    unavailable: UnavailableWords {
        heading: "Ni ellir dangos y cwestiynau ar hyn o bryd",
        not_loaded: "Ni allai’r dudalen eu llwytho. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.",
        not_valid: "Mae camgymeriad yn y ffordd y cafodd y dudalen hon ei pharatoi. Nid eich bai chi ydyw.",
        wrong_link: "Nid yw’r ddolen i’r dudalen hon yn gyflawn. Agorwch hi eto o’ch neges neu’ch llythyr.",
        not_invited: "Mae’r astudiaeth hon yn defnyddio dolenni personol. Agorwch y ddolen, neu sganiwch y cod, yn eich neges neu’ch llythyr.",
        expired: "Mae’r gwahoddiad hwn wedi dod i ben. Gofynnwch am un newydd.",
        other_keys: "Nid yw’r dudalen hon yn cyd-fynd â’ch gwahoddiad. Mae’n fwy diogel peidio ag ateb yma. Rhowch wybod i’r sawl a roddodd y ddolen i chi.",
        other_ways: "Gallwch hefyd gymryd rhan mewn ffordd arall, er enghraifft ar bapur. Gofynnwch i’r sawl a roddodd \
                     y ddolen i chi.",
        try_again: "Rhoi cynnig arall arni",
    },
};
