//! Which languages there are. Their words are files that the page loads; this table is what it knows beforehand.

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, as study files, links and records write it.
    pub tag: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// Which way it runs, `ltr` or `rtl`.
    pub direction: &'static str,
    /// Whether a native speaker has checked the words.
    pub checked: bool,
}

/// All languages, English first, in the order in which they are offered.
pub static LANGUAGES: [Language; 6] = [
    language("en", "English", "ltr", true),
    language("cy", "Cymraeg", "ltr", false),
    language("pl", "Polski", "ltr", false),
    language("ro", "Română", "ltr", false),
    language("ur", "اردو", "rtl", false),
    language("ar", "العربية", "rtl", false),
];

const fn language(tag: &'static str, name: &'static str, direction: &'static str, checked: bool) -> Language {
    Language { tag, name, direction, checked }
}
