//! The parts of the page, and to which of them a mistake belongs.

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Name, texts and reference numbers.
    Words,
    /// Whom to ask, and where to find help.
    Help,
    /// Where people are met.
    Sites,
    /// When they are asked.
    Waves,
    /// What they are asked.
    Instruments,
    /// The languages of the page.
    Languages,
    /// The information sheet.
    Consent,
    /// What the page offers.
    Options,
    /// Who can open the answers.
    Keys,
    /// Checking and saving.
    Save,
}

/// All parts in their order.
pub const PARTS: [Part; 10] = [
    Part::Words,
    Part::Help,
    Part::Sites,
    Part::Waves,
    Part::Instruments,
    Part::Languages,
    Part::Consent,
    Part::Options,
    Part::Keys,
    Part::Save,
];

impl Part {
    /// The id of its heading.
    pub fn id(self) -> &'static str {
        match self {
            Self::Words => "part-words",
            Self::Help => "part-help",
            Self::Sites => "part-sites",
            Self::Waves => "part-waves",
            Self::Instruments => "part-instruments",
            Self::Languages => "part-languages",
            Self::Consent => "part-consent",
            Self::Options => "part-options",
            Self::Keys => "part-keys",
            Self::Save => "part-save",
        }
    }

    /// The part in which what stands at this path of the study file is written.
    pub fn of(path: &str) -> Self {
        let end = path.find(['.', '[']).unwrap_or(path.len());
        match &path[..end] {
            "contact" | "help" => Self::Help,
            "sites" => Self::Sites,
            "waves" => Self::Waves,
            "instruments" => Self::Instruments,
            "languages" => Self::Languages,
            "consent" => Self::Consent,
            "options" | "deposit" => Self::Options,
            "recipients" | "signing_key" | "earlier_signing_keys" => Self::Keys,
            _ => Self::Words,
        }
    }
}

/// The id of the element that belongs to a path of the study file.
pub fn id_of(path: &str) -> String {
    let mut id = String::from("at");
    let parts = path.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|part| !part.is_empty());
    for part in parts {
        id.push('-');
        id.push_str(part);
    }
    id
}

/// The ids of the elements that a path may belong to, the closest one first, and at last its part's heading.
pub fn ids_of(path: &str) -> Vec<String> {
    let mut id = id_of(path);
    let mut ids = vec![id.clone()];
    while let Some(at) = id.rfind('-') {
        id.truncate(at);
        if at > "at".len() {
            ids.push(id.clone());
        }
    }
    ids.push(Part::of(path).id().into());
    ids
}
