//! The English words can be read by a child of nine to eleven years: Flesch-Kincaid grade 5 at most over all of them, and
//! 8 at most for any one sentence, which is a rougher measure the shorter the sentence.
//!
//! Kincaid et al. (1975), Derivation of new readability formulas for Navy enlisted personnel: 0.39 times the words of a
//! sentence, plus 11.8 times the syllables of a word, minus 15.59; a grade is the age in years minus 5 to 6.

use text::EN;

/// The most over all sentences.
const GRADE: f64 = 5.0;
/// The most of one sentence of five words or more.
const SENTENCE_GRADE: f64 = 8.0;
/// The most words of a sentence.
const WORDS: usize = 20;

/// Words and syllables of a sentence.
#[derive(Clone, Copy, Default)]
struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Counts {
    fn of(sentence: &str) -> Self {
        let words: Vec<String> = sentence
            .split(|c: char| !c.is_alphabetic() && c != '’')
            .map(|word| word.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_lowercase())
            .filter(|word| !word.is_empty())
            .collect();
        Self { sentences: 1, words: words.len(), syllables: words.iter().map(|word| syllables(word)).sum() }
    }

    fn grade(self) -> f64 {
        let (sentences, words, syllables) = (self.sentences as f64, self.words as f64, self.syllables as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// Groups of vowels, without an ending that is not spoken. One at least.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c| !vowel(c)).filter(|group| !group.is_empty()).count();
    let silent = |ending: &str, spoken_after: &[&str]| {
        word.strip_suffix(ending).is_some_and(|stem| {
            !stem.ends_with(vowel) && !spoken_after.iter().any(|letters| stem.ends_with(letters))
        })
    };
    let unspoken = silent("e", &["l"])
        || silent("ed", &["t", "d"])
        || silent("es", &["s", "x", "z", "ch", "sh", "g", "c"]);
    groups.saturating_sub(usize::from(unspoken)).max(1)
}

/// Every sentence of the page; a line of it ends a sentence, and so do a full stop, a question mark and a colon.
fn sentences() -> Vec<String> {
    let file = EN.to_file();
    let lines =
        file.lines().skip(1).filter(|line| !line.contains("January") && line.contains(char::is_alphabetic));
    let sentences =
        lines.flat_map(|line| line.split_inclusive(['.', '?', ':'])).map(|part| part.trim().to_owned());
    sentences.filter(|sentence| Counts::of(sentence).words > 0).collect()
}

#[test]
fn english_is_plain() {
    let mut all = Counts::default();
    for sentence in sentences() {
        let counts = Counts::of(&sentence);
        assert!(counts.words <= WORDS, "{} words: {sentence}", counts.words);
        let grade = counts.grade();
        assert!(counts.words < 5 || grade <= SENTENCE_GRADE, "grade {grade:.1}: {sentence}");
        all.sentences += 1;
        all.words += counts.words;
        all.syllables += counts.syllables;
    }
    assert!(all.sentences > 120, "every sentence is read");
    assert!(all.grade() <= GRADE, "grade {:.1}", all.grade());
}

#[test]
fn hard_words_and_long_sentences_are_seen() {
    assert_eq!(
        ["take", "answered", "boxes", "little", "participant", "the"].map(syllables),
        [1, 2, 2, 2, 4, 1]
    );
    let hard = "Participation necessitates authentication utilising your individual identification code.";
    assert!(Counts::of(hard).grade() > 20.0);
    assert!(Counts::of("You can stop at any time.").grade() < 4.0);
}
