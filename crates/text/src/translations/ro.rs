//! Romanian.

use crate::{
    CheckWords, CodeWords, ConsentWords, ElsewhereWords, EndedWords, FinishWords, HelpWords, PageWords,
    QuestionWords, StartWords, Template, Text, UnavailableWords, WelcomeWords, WhoWords,
};

/// Romanian, in the polite form, and worded so that no form depends on a number. Not yet checked by a native speaker.
pub static RO: Text = Text {
    language: "ro",
    direction: "ltr",
    page: PageWords {
        skip_link: "Salt la partea principală",
        back: "Înapoi",
        back_place: "Pasul anterior",
        loading: "Se încarcă",
        go_on: "Continuați",
        problem: "Există o problemă",
        error: "Eroare:",
        title_with_error: Template::new("Eroare: {1}"),
        title: Template::new("{1} – {2}"),
        trial: "Doar pentru încercare: oricine poate deschide aceste răspunsuri.",
        not_kept_title: "Acest browser nu păstrează răspunsurile dumneavoastră",
        not_kept: "Puteți continua. Dar dacă închideți această pagină înainte de sfârșit, răspunsurile se pierd.",
        version: Template::new("Linkwell {1}, versiunea compilată {2}"),
    },
    help: HelpWords {
        title: "Obțineți ajutor acum",
        lead: "Dacă aveți nevoie de ajutor acum, vă rugăm să nu așteptați un răspuns de la noi.",
        not_watched: "Nimeni nu urmărește răspunsurile în timp ce le dați.",
        checked: Template::new("Am verificat aceste numere la {1}."),
        day: Template::new("{1} {2} {3}"),
        months: "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        emergency: "În caz de urgență",
        emergency_call: "Sunați la 999",
        mind: "Pentru ajutor urgent legat de sănătatea mintală",
        mind_call: "Sunați la 111 și alegeți opțiunea pentru sănătate mintală (mental health)",
        talk: "Pentru a vorbi cu cineva la orice oră",
        talk_call: "Sunați la Samaritans, la 116\u{a0}123",
    },
    start: StartWords {
        title: "Început",
        languages: "Limba",
        no_language: "Această limbă nu poate fi afișată acum. Vă rugăm să verificați conexiunea și să încercați din \
                      nou.",
        run_by: "Cine se ocupă de acest studiu",
        how_long: "Cât durează",
        minutes: Template::new("Durata în minute: aproximativ\u{a0}{1}."),
        breaks: "Puteți face o pauză și puteți continua mai târziu pe acest dispozitiv.",
        choice: "Este alegerea dumneavoastră",
        voluntary: "Nu este obligatoriu să participați. Puteți sări peste orice întrebare și vă puteți opri oricând.",
        answers: "Ce se întâmplă cu răspunsurile dumneavoastră",
        locked: "Răspunsurile sunt încuiate înainte să plece de pe acest dispozitiv. Numai echipa de cercetare le \
                 poate deschide.",
        kept: "Până când terminați, răspunsurile sunt păstrate încuiate în acest browser, ca să nu se piardă nimic \
               dacă faceți o pauză. La sfârșit le puteți șterge. Pagina își păstrează și propriile fișiere, ca să \
               funcționeze fără internet. Nu păstrează nimic altceva.",
        other_ways: "Alte moduri de a participa",
        paper: "Un formular pe hârtie, de tipărit",
        contact: "Dacă aveți o întrebare",
        references: "Numerele studiului:",
        start: "Începeți acum",
    },
    consent: ConsentWords {
        heading: "Ce înseamnă să participați",
        lead: "Vă rugăm să citiți mai întâi acest text. Nu vă grăbiți. Dacă ceva nu este clar, vă rugăm să \
               întrebați.",
        version: Template::new("Fișă de informare, versiunea {1}. Codul ei de verificare este {2}."),
        print: "Tipăriți această fișă",
        save: "Salvați această fișă",
        boxes: "Doriți să participați?",
        tick: "Bifați fiecare casetă cu care sunteți de acord.",
        optional: "Puteți lăsa această casetă goală.",
        missing: Template::new("Pentru a participa, bifați această casetă: {1}"),
        agree: "Sunt de acord și vreau să continui",
        decline: "Nu vreau să particip",
        declined: "Nu participați",
        declined_lead: "Este în regulă. Nimic din ce ați făcut aici nu este păstrat sau trimis. Dacă vă răzgândiți, \
                        puteți deschide din nou această pagină.",
    },
    welcome: WelcomeWords {
        heading: "Bine ați revenit",
        lead: "Cineva a început acest chestionar pe acest dispozitiv și nu l-a terminat. Dacă ați fost dumneavoastră, \
               puteți continua de unde v-ați oprit.",
        carry_on: "Continuați de unde v-ați oprit",
        start_again: "Începeți din nou",
        what_is_lost: "Dacă începeți din nou, răspunsurile date până acum sunt șterse.",
    },
    elsewhere: ElsewhereWords {
        heading: "Acest chestionar este deschis în altă filă",
        lead: "Răspunsurile dumneavoastră sunt în siguranță acolo. Puteți reveni la fila aceea sau puteți continua \
               aici. Dacă continuați aici, cealaltă filă se oprește.",
        carry_on_here: "Continuați aici",
    },
    code: CodeWords {
        title: "Codul dumneavoastră de participant",
        heading: "Care este codul dumneavoastră de participant?",
        hint: "Se află în scrisoare sau pe card, ori vi-l poate spune persoana de legătură (link worker). Puteți folosi \
               litere mici și spații.",
        empty: "Introduceți codul de participant",
        length: Template::new(
            "Verificați codul de participant: numărul de litere și cifre este de la {1} până la {2}",
        ),
        character: Template::new(
            "Verificați codul de participant: caracterul numărul {1} nu este o literă sau o cifră folosită în coduri",
        ),
        check: "Verificați codul de participant: un caracter este greșit sau două sunt inversate",
    },
    who: WhoWords {
        title: "Cine completează",
        heading: "Cine completează chestionarul?",
        hint: "Această informație ajută echipa de cercetare. Orice mod este bun.",
        myself: "Îl completez eu",
        with_help: "Îl completez eu, cu puțin ajutor",
        read_to_me: "Cineva mi-l citește și îl completează",
        interpreter: "Răspund prin interpret",
        missing: "Alegeți cine completează chestionarul",
    },
    question: QuestionWords {
        caption: Template::new("Întrebarea {1} din {2}"),
        ask_title: "Nu ați răspuns la această întrebare",
        ask: "Puteți răspunde acum sau o puteți lăsa fără răspuns. Ambele variante sunt bune.",
        answer_now: "Răspundeți acum",
        skip: "Săriți peste această întrebare",
        rather_not: "Prefer să nu răspund",
        read_aloud: "Citește cu voce tare",
        stop_reading: "Oprește citirea",
        clear: "Ștergeți răspunsul meu",
        skipped: "Ați sărit peste această întrebare. Încă puteți răspunde.",
        not_said: "Ați ales să nu răspundeți. Încă puteți răspunde.",
        in_english: "Această întrebare este în engleză, pentru că nu există o traducere aprobată.",
        licence: "Aceste cuvinte sunt folosite în baza:",
        why: "De ce întrebăm",
        number: Template::new("Scrieți un număr întreg de la {1}\u{a0}la\u{a0}{2}."),
        own_words: "Vă rugăm să nu scrieți nume și nici cine sunteți.",
        left: Template::new("Caractere rămase: {1}"),
        over: Template::new("Prea lung. Caractere în plus:\u{a0}{1}."),
    },
    check: CheckWords {
        heading: "Verificați răspunsurile",
        lead: "Aici mai puteți schimba orice.",
        in_english: "Unele întrebări sunt în engleză, pentru că nu există o traducere aprobată.",
        change: "Schimbați",
        change_what: Template::new("răspunsul la întrebarea {1}"),
        not_answered: "Fără răspuns",
        not_said: "Prefer să nu răspund",
        print: "Tipăriți răspunsurile mele",
        before_finish: "Când terminați, răspunsurile sunt încuiate. După aceea nu le mai puteți schimba.",
        finish: "Terminați și încuiați răspunsurile",
    },
    finish: FinishWords {
        title: "Predați răspunsurile",
        heading: "Răspunsurile dumneavoastră sunt încuiate",
        lead: "Acum se află într-un singur fișier încuiat pe acest dispozitiv. Mai este un pas: predați fișierul.",
        returned: "Ați terminat întrebările, iar fișierul încuiat este încă aici. Dacă nu l-ați predat încă, vă rugăm \
                   să o faceți acum.",
        now: "Ce aveți de făcut acum",
        send: "Trimiteți echipei de cercetare",
        sending: "Răspunsurile dumneavoastră încuiate sunt în curs de trimitere. Vă rugăm să țineți această pagină \
                  deschisă până când ajung.",
        waiting: "Răspunsurile dumneavoastră încuiate nu au ajuns încă. Pagina încearcă din nou singură cât timp \
                  este deschisă. Puteți alege și altă cale.",
        arrived: "Răspunsurile dumneavoastră încuiate au ajuns la echipa de cercetare.",
        refused: "Calculatorul echipei de cercetare nu a primit fișierul. Răspunsurile dumneavoastră încuiate sunt \
                  încă aici. Vă rugăm să alegeți altă cale.",
        not_shared: "Fișierul nu a fost trimis. Este încă aici.",
        share: "Trimiteți fișierul",
        save: "Salvați fișierul",
        copy: "Copiați fișierul ca text",
        shared: "Fișierul a fost trimis pe calea pe care ați ales-o.",
        saved: Template::new("Fișierul este salvat. Se numește {1}. Îl găsiți printre descărcări."),
        copied: "Fișierul este copiat ca text. Îl puteți lipi într-un mesaj.",
        failed: "Nu a funcționat. Vă rugăm să încercați alt mod.",
        receipt: "Codul dumneavoastră de confirmare",
        receipt_use: "Vă rugăm să îl notați. Îl puteți citi cu voce tare dacă vreți să întrebați dacă răspunsurile au \
                      ajuns. Nu spune nimic despre ele.",
        clear_title: "După ce ați predat fișierul",
        clear_last: "Încă un lucru",
        clear_lead: "Curățați acest dispozitiv, ca nimeni dintre cei care îl folosesc după dumneavoastră să nu \
                     găsească răspunsurile. Fișierul încuiat este șters din această pagină. O copie salvată de \
                     dumneavoastră rămâne unde este.",
        clear: "Terminați și curățați acest dispozitiv",
        not_cleared: "Acest browser nu a șters fișierul. Vă rugăm să închideți această pagină și să ștergeți datele ei \
                      din setările browserului.",
        not_locked: "Răspunsurile nu au putut fi încuiate",
        not_locked_lead: "De aceea nu au părăsit această pagină. Vă rugăm să încercați din nou. Dacă nici așa nu merge, \
                          vă rugăm să cereți echipei de cercetare alt mod de a participa.",
        try_again: "Încercați din nou",
    },
    ended: EndedWords {
        heading: "Ați terminat",
        lead: "Acest dispozitiv este curat: răspunsurile și fișierul încuiat nu mai sunt în această pagină. O puteți \
               închide.",
        saved_file: "Dacă ați salvat fișierul, el este încă printre descărcări. Este încuiat.",
    },
    unavailable: UnavailableWords {
        heading: "Întrebările nu pot fi afișate acum",
        not_loaded: "Pagina nu le-a putut încărca. Vă rugăm să verificați conexiunea și să încercați din nou.",
        not_valid: "Există o greșeală în felul în care a fost pregătită această pagină. Nu este vina dumneavoastră.",
        wrong_link: "Linkul către această pagină nu este complet. Vă rugăm să îl deschideți din nou din mesaj sau din \
                     scrisoare.",
        not_invited: "Acest studiu folosește linkuri personale. Vă rugăm să deschideți linkul sau să scanați codul din mesaj sau din scrisoare.",
        expired: "Această invitație a expirat. Vă rugăm să cereți una nouă.",
        other_keys: "Această pagină nu se potrivește cu invitația dumneavoastră. Este mai sigur să nu răspundeți aici. Vă rugăm să anunțați persoana care v-a dat linkul.",
        other_ways: "Puteți participa și în alt mod, de exemplu pe hârtie. Vă rugăm să întrebați persoana care v-a dat \
                     linkul.",
        try_again: "Încercați din nou",
    },
};
