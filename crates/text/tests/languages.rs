//! Every language: complete, in its own words, without what the voice forbids, with numbers in their place.

use text::{EN, LANGUAGES, Text, translations};

/// All languages with their lines, English first.
fn all() -> Vec<(&'static str, Vec<String>)> {
    let lines = |text: &Text| text.to_file().lines().skip(1).map(String::from).collect();
    LANGUAGES.iter().map(|language| (language.tag, lines(of(language.tag)))).collect()
}

fn of(tag: &str) -> &'static Text {
    translations::text(tag).expect("every language of the table has words")
}

#[test]
fn the_table_says_what_the_words_say() {
    assert_eq!(LANGUAGES[0].tag, EN.tag());
    for language in &LANGUAGES {
        let text = of(language.tag);
        assert_eq!((text.tag(), text.direction), (language.tag, language.direction));
        assert_eq!(language.tag.len(), 2, "what is kept on a device begins with two letters");
        assert_eq!(language.checked, language.tag == "en", "nobody has checked the others so far");
    }
}

#[test]
fn a_page_reads_every_language_from_its_file() {
    for language in &LANGUAGES {
        let text = of(language.tag);
        assert_eq!(Text::from_file(text.to_file()).as_ref(), Some(text), "{}", language.tag);
    }
}

#[test]
fn no_sentence_was_left_in_english() {
    // A direction, and patterns without a word.
    let same = ["ltr", "{1} – {2}", "{1} {2} {3}"];
    let (_, english) = &all()[0];
    for (tag, lines) in &all()[1..] {
        for (line, in_english) in lines.iter().zip(english) {
            assert!(line != in_english || same.contains(&line.as_str()), "{tag}: {line}");
        }
    }
}

#[test]
fn nothing_is_empty_but_what_english_never_says() {
    for (tag, lines) in all() {
        let empty = lines.iter().filter(|line| line.trim().is_empty()).count();
        assert_eq!(empty, if tag == "en" { 2 } else { 0 }, "{tag}");
        assert!(lines.iter().all(|line| line.trim() == line), "{tag}");
    }
    assert_eq!((EN.question.in_english, EN.check.in_english), ("", ""));
}

#[test]
fn there_are_twelve_months_and_days_are_spoken() {
    for language in &LANGUAGES {
        let help = &of(language.tag).help;
        assert_eq!(help.months.split(' ').count(), 12, "{}", language.tag);
        let day = help.spoken_day("2026-11-05");
        assert!(day.starts_with("5 ") && day.ends_with(" 2026"), "{day}");
    }
    assert_eq!(of("pl").help.spoken_day("2026-11-05"), "5 listopada 2026");
    assert_eq!(of("ar").help.spoken_day("2026-11-05"), "5 نوفمبر 2026");
}

#[test]
fn people_select_and_nobody_exclaims() {
    let clicks = ["click", "clic", "klik", "کلک", "نقر"];
    for (tag, lines) in all() {
        for line in lines {
            assert!(!line.contains(['!', '¡']), "{tag}: {line}");
            assert!(clicks.iter().all(|click| !line.to_lowercase().contains(click)), "{tag}: {line}");
            assert!(!line.contains(['"', '\'']), "{tag}: straight quotation marks in {line}");
            assert!(!line.contains("  "), "{tag}: {line}");
            assert!(
                !line.contains(['<', '>', '&']),
                "{tag}: markup in {line}, which a page in one file carries"
            );
        }
    }
}

#[test]
fn each_language_is_written_in_its_own_letters() {
    let arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    for (tag, lines) in all() {
        let letters: Vec<char> = lines.concat().chars().filter(|c| c.is_alphabetic()).collect();
        let share = letters.iter().filter(|c| arabic(**c)).count() * 100 / letters.len();
        let right_to_left = of(tag).direction == "rtl";
        assert!(if right_to_left { share > 95 } else { share == 0 }, "{tag}: {share} % Arabic letters");
    }
    let has = |tag: &str, letters: &str| {
        let text = of(tag).to_file();
        letters.chars().for_each(|letter| assert!(text.contains(letter), "{tag} without {letter}"));
    };
    has("cy", "âïô’");
    has("pl", "ąćęłńóśźż");
    has("ro", "ăâîșț");
    has("ur", "ٹڈڑںےہگچپ۔،؟");
    has("ar", "ةىؤئ؟،");
    assert!(!of("ro").to_file().contains(['ş', 'ţ']), "Romanian has commas below its letters, not cedillas");
    assert!(!of("ar").to_file().contains(['گ', 'ی', 'ک', '۔']), "letters that Arabic does not have");
    assert!(!of("ur").to_file().contains(['ي', 'ك', 'ه', 'ة']), "letters that Urdu writes in another way");
}

#[test]
fn numbers_come_in_order_where_text_runs_from_right_to_left() {
    for tag in ["ur", "ar"] {
        let text = of(tag).to_file();
        assert!(text.contains("116\u{a0}123"), "{tag}");
        let digits_apart = text
            .as_bytes()
            .windows(3)
            .any(|part| part[0].is_ascii_digit() && part[1] == b' ' && part[2].is_ascii_digit());
        assert!(!digits_apart, "{tag}: the second of two numbers with a space between would be read first");
        let (open, closed) = (text.matches('\u{2068}').count(), text.matches('\u{2069}').count());
        assert_eq!(open, closed, "{tag}: every isolate ends");
    }
}
