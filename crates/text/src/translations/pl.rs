//! Polish.

use crate::{
    CheckWords, CodeWords, ConsentWords, ElsewhereWords, EndedWords, FinishWords, HelpWords, PageWords,
    QuestionWords, StartWords, Template, Text, UnavailableWords, WelcomeWords, WhoWords,
};

/// Polish, in the polite form, and worded so that no form depends on a number or on who reads. Not yet checked by a
/// native speaker.
pub static PL: Text = Text {
    language: "pl",
    direction: "ltr",
    page: PageWords {
        skip_link: "Przejdź do głównej części",
        back: "Wstecz",
        back_place: "Poprzedni krok",
        loading: "Wczytywanie",
        go_on: "Dalej",
        problem: "Wystąpił problem",
        error: "Błąd:",
        title_with_error: Template::new("Błąd: {1}"),
        title: Template::new("{1} – {2}"),
        trial: "Tylko do wypróbowania: te odpowiedzi może otworzyć każdy.",
        not_kept_title: "Ta przeglądarka nie przechowuje odpowiedzi",
        not_kept: "Można przejść dalej. Jednak zamknięcie tej strony przed końcem oznacza utratę odpowiedzi.",
        version: Template::new("Linkwell {1}, kompilacja {2}"),
    },
    help: HelpWords {
        title: "Pomoc od zaraz",
        lead: "Jeśli potrzebują Państwo pomocy teraz, prosimy na nas nie czekać.",
        not_watched: "Nikt nie śledzi odpowiedzi w chwili ich udzielania.",
        checked: Template::new("Numery sprawdzono dnia {1} roku."),
        day: Template::new("{1} {2} {3}"),
        months: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        emergency: "W nagłym wypadku",
        emergency_call: "Proszę zadzwonić pod numer 999",
        mind: "Pilna pomoc w zakresie zdrowia psychicznego",
        mind_call: "Proszę zadzwonić pod numer 111 i wybrać opcję zdrowia psychicznego (mental health)",
        talk: "Rozmowa z drugą osobą o każdej porze",
        talk_call: "Proszę zadzwonić do organizacji Samaritans pod numer 116\u{a0}123",
    },
    start: StartWords {
        title: "Początek",
        languages: "Język",
        no_language: "W tej chwili nie można pokazać tego języka. Proszę sprawdzić połączenie i spróbować ponownie.",
        run_by: "Kto to prowadzi",
        how_long: "Ile to potrwa",
        minutes: Template::new("Czas w minutach: około\u{a0}{1}."),
        breaks: "Można zrobić przerwę i wrócić do pytań później na tym urządzeniu.",
        choice: "Decyzja należy do Państwa",
        voluntary: "Udział nie jest obowiązkowy. Można pominąć każde pytanie i przerwać w dowolnej chwili.",
        answers: "Co się dzieje z odpowiedziami",
        locked: "Odpowiedzi są zabezpieczane kluczem, zanim opuszczą to urządzenie. Otworzyć je może tylko zespół \
                 badawczy.",
        kept: "Do czasu zakończenia odpowiedzi są przechowywane w tej przeglądarce w zabezpieczonej postaci, aby po \
               przerwie nic nie zginęło. Na końcu można je usunąć. Strona przechowuje też własne pliki, aby działać \
               bez internetu. Nie przechowuje niczego innego.",
        other_ways: "Inne sposoby udziału",
        paper: "Formularz papierowy do wydruku",
        contact: "W razie pytań",
        references: "Numery badania:",
        start: "Rozpocznij",
    },
    consent: ConsentWords {
        heading: "Co oznacza udział",
        lead: "Najpierw proszę to przeczytać, bez pośpiechu. Jeśli coś jest niejasne, prosimy pytać.",
        version: Template::new("Arkusz informacyjny, wersja {1}. Jego kod kontrolny to {2}."),
        print: "Wydrukuj ten arkusz",
        save: "Zapisz ten arkusz",
        boxes: "Czy chcą Państwo wziąć udział?",
        tick: "Proszę zaznaczyć każde pole, na które jest zgoda.",
        optional: "To pole może pozostać puste.",
        missing: Template::new("Aby wziąć udział, proszę zaznaczyć to pole: {1}"),
        agree: "Zgadzam się i chcę przejść dalej",
        decline: "Nie chcę brać udziału",
        declined: "Nie biorą Państwo udziału",
        declined_lead: "To w porządku. Nic z tego, co zostało tu zrobione, nie jest przechowywane ani wysyłane. W \
                        razie zmiany zdania można otworzyć tę stronę ponownie.",
    },
    welcome: WelcomeWords {
        heading: "Witamy ponownie",
        lead: "Na tym urządzeniu ktoś rozpoczął tę ankietę i jej nie dokończył. Jeśli to byli Państwo, można wrócić do \
               miejsca, w którym nastąpiła przerwa.",
        carry_on: "Wróć do ankiety",
        start_again: "Zacznij od nowa",
        what_is_lost: "Rozpoczęcie od nowa usuwa dotychczasowe odpowiedzi.",
    },
    elsewhere: ElsewhereWords {
        heading: "Ta ankieta jest otwarta w innej karcie",
        lead: "Odpowiedzi są tam bezpieczne. Można wrócić do tamtej karty albo kontynuować tutaj. Jeśli ankieta \
               będzie kontynuowana tutaj, tamta karta się zatrzyma.",
        carry_on_here: "Kontynuuj tutaj",
    },
    code: CodeWords {
        title: "Kod uczestnika",
        heading: "Jaki jest Państwa kod uczestnika?",
        hint: "Kod jest w liście lub na karcie, może go też podać pracownik łącznikowy (link worker). Małe litery i \
               odstępy nie przeszkadzają.",
        empty: "Proszę wpisać kod uczestnika",
        length: Template::new("Proszę sprawdzić kod uczestnika: liczba liter i cyfr wynosi od {1} do {2}"),
        character: Template::new(
            "Proszę sprawdzić kod uczestnika: znak numer {1} nie jest literą ani cyfrą używaną w kodach",
        ),
        check: "Proszę sprawdzić kod uczestnika: jeden znak jest błędny albo dwa są zamienione miejscami",
    },
    who: WhoWords {
        title: "Kto wypełnia ankietę",
        heading: "Kto wypełnia ankietę?",
        hint: "Ta informacja pomaga zespołowi badawczemu. Każdy sposób jest dobry.",
        myself: "Wypełniam samodzielnie",
        with_help: "Wypełniam samodzielnie, z niewielką pomocą",
        read_to_me: "Ktoś czyta mi pytania i zaznacza odpowiedzi",
        interpreter: "Odpowiadam przez tłumacza",
        missing: "Proszę wybrać, kto wypełnia ankietę",
    },
    question: QuestionWords {
        caption: Template::new("Pytanie {1} z {2}"),
        ask_title: "Na to pytanie nie ma jeszcze odpowiedzi",
        ask: "Można odpowiedzieć teraz albo pominąć to pytanie. Jedno i drugie jest w porządku.",
        answer_now: "Odpowiedz teraz",
        skip: "Pomiń to pytanie",
        rather_not: "Wolę nie odpowiadać",
        read_aloud: "Przeczytaj na głos",
        stop_reading: "Zatrzymaj czytanie",
        clear: "Usuń moją odpowiedź",
        skipped: "To pytanie zostało pominięte. Nadal można na nie odpowiedzieć.",
        not_said: "Wybrano brak odpowiedzi. Nadal można odpowiedzieć.",
        in_english: "To pytanie jest po angielsku, ponieważ nie ma zatwierdzonego tłumaczenia.",
        licence: "Te słowa są używane na podstawie licencji:",
        why: "Dlaczego pytamy",
        number: Template::new("Proszę wpisać liczbę całkowitą od {1}\u{a0}do\u{a0}{2}."),
        own_words: "Proszę nie podawać nazwisk ani danych o sobie.",
        left: Template::new("Pozostało znaków: {1}"),
        over: Template::new("Tekst jest za długi. Nadmiarowe znaki:\u{a0}{1}."),
    },
    check: CheckWords {
        heading: "Proszę sprawdzić odpowiedzi",
        lead: "Tutaj można jeszcze wszystko zmienić.",
        in_english: "Niektóre pytania są po angielsku, ponieważ nie ma zatwierdzonego tłumaczenia.",
        change: "Zmień",
        change_what: Template::new("odpowiedź na pytanie {1}"),
        not_answered: "Bez odpowiedzi",
        not_said: "Wolę nie odpowiadać",
        print: "Wydrukuj odpowiedzi",
        before_finish: "Po zakończeniu odpowiedzi zostaną zabezpieczone kluczem. Później nie można ich zmienić.",
        finish: "Zakończ i zabezpiecz odpowiedzi",
    },
    finish: FinishWords {
        title: "Przekazanie odpowiedzi",
        heading: "Odpowiedzi są zabezpieczone",
        lead: "Są teraz na tym urządzeniu w jednym zabezpieczonym pliku. Pozostał jeszcze jeden krok: przekazanie \
               pliku.",
        returned: "Pytania są już za Państwem, a zabezpieczony plik nadal tu jest. Jeśli nie został jeszcze \
                   przekazany, prosimy zrobić to teraz.",
        now: "Co zrobić teraz",
        send: "Wyślij do zespołu badawczego",
        sending: "Zabezpieczone odpowiedzi są wysyłane. Proszę nie zamykać tej strony, dopóki nie dotrą.",
        waiting: "Zabezpieczone odpowiedzi jeszcze nie dotarły. Ta strona sama ponawia próby, dopóki jest otwarta. \
                  Można też wybrać inny sposób.",
        arrived: "Zabezpieczone odpowiedzi dotarły do zespołu badawczego.",
        refused: "Komputer zespołu badawczego nie przyjął pliku. Zabezpieczone odpowiedzi nadal tu są. Proszę wybrać \
                  inny sposób.",
        not_shared: "Plik nie został wysłany. Nadal tu jest.",
        share: "Wyślij plik",
        save: "Zapisz plik",
        copy: "Skopiuj plik jako tekst",
        shared: "Plik został przekazany wybraną drogą.",
        saved: Template::new("Plik jest zapisany. Nazywa się {1}. Jest w folderze pobranych plików."),
        copied: "Plik jest skopiowany jako tekst. Można go wkleić do wiadomości.",
        failed: "To się nie udało. Proszę spróbować innego sposobu.",
        receipt: "Kod potwierdzenia",
        receipt_use: "Proszę go zapisać. Można go odczytać, pytając, czy odpowiedzi dotarły. Nie mówi on nic o ich \
                      treści.",
        clear_title: "Po przekazaniu pliku",
        clear_last: "Jeszcze jedno",
        clear_lead: "Prosimy wyczyścić to urządzenie, aby nikt, kto użyje go później, nie znalazł \
                     odpowiedzi. Zabezpieczony plik zostanie usunięty z tej strony. Zapisana kopia pozostanie tam, \
                     gdzie jest.",
        clear: "Zakończ i wyczyść to urządzenie",
        not_cleared: "Ta przeglądarka nie usunęła pliku. Proszę zamknąć tę stronę i usunąć jej dane w ustawieniach \
                      przeglądarki.",
        not_locked: "Nie udało się zabezpieczyć odpowiedzi",
        not_locked_lead: "Dlatego nie opuściły one tej strony. Proszę spróbować ponownie. Jeśli to nie pomoże, proszę \
                          zapytać zespół badawczy o inny sposób udziału.",
        try_again: "Spróbuj ponownie",
    },
    ended: EndedWords {
        heading: "To już koniec",
        lead: "To urządzenie jest wyczyszczone: na tej stronie nie ma już odpowiedzi ani zabezpieczonego pliku. Można \
               ją zamknąć.",
        saved_file: "Jeśli plik został zapisany, nadal jest w folderze pobranych plików. Jest zabezpieczony.",
    },
    unavailable: UnavailableWords {
        heading: "W tej chwili nie można pokazać pytań",
        not_loaded: "Nie udało się ich wczytać. Proszę sprawdzić połączenie i spróbować ponownie.",
        not_valid: "Ta strona została błędnie przygotowana. To nie jest Państwa wina.",
        wrong_link: "Link do tej strony jest niepełny. Proszę otworzyć go ponownie z wiadomości lub z listu.",
        not_invited: "W tym badaniu używa się osobistych linków. Proszę otworzyć link albo zeskanować kod z wiadomości lub z listu.",
        expired: "To zaproszenie straciło ważność. Proszę poprosić o nowe.",
        other_keys: "Ta strona nie pasuje do Państwa zaproszenia. Bezpieczniej jest tu nie odpowiadać. Proszę powiadomić osobę, od której pochodzi link.",
        other_ways: "Można też wziąć udział w inny sposób, na przykład na papierze. Proszę zapytać osobę, od której \
                     pochodzi link.",
        try_again: "Spróbuj ponownie",
    },
};
