//! How easily a page's words are read, and whether a small count stands among them.

#![allow(dead_code, reason = "each test file uses some of them")]

/// The grade of R. Flesch and J. P. Kincaid (1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Reading
/// age is the grade and five years.
pub fn reading_grade(text: &str) -> f64 {
    let sentences = text.matches(['.', '!', '?']).count() as f64;
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * words.len() as f64 / sentences + 11.8 * syllables as f64 / words.len() as f64 - 15.59
}

/// Groups of vowels, a silent e at the end left out; a number counts as one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut before = false;
    let mut groups = 0;
    for c in word.chars() {
        groups += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// The words between the tags of a page's body; headings and list entries are sentences.
pub fn words_of(html: &str) -> String {
    let body = &html[html.find("<h1>").expect("a heading")..];
    let body = body.replace("</h1>", ".").replace("</h2>", ".").replace("</h3>", ".");
    let mut text = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => (inside, text) = (false, text + " "),
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

/// No whole number from 1 to 4.
#[track_caller]
pub fn holds_no_small_count(text: &str) {
    let mut numbers =
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse::<u32>().ok());
    assert!(numbers.all(|number| number == 0 || number >= 5), "{text}");
}
