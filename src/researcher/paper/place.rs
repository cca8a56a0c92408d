//! The places of a paper form: what is keyed in, each with the id of its field.

/// A place of the form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The participant code.
    Participant,
    /// The wave.
    Wave,
    /// The site, with the link worker where it names one.
    Site,
    /// The day on which it was filled in.
    Completed,
    /// Who filled it in.
    Help,
    /// The language of the form.
    Language,
    /// Whether the part about consent is signed.
    Consent,
    /// The version of the sheet.
    Version,
    /// Whether the statement of this id is ticked.
    Agreed(String),
    /// The answer to the item of this id.
    Item(String),
    /// Whether the lines for the own words of this item are empty.
    Blank(String),
}

impl Place {
    /// Where on the form it stands; items are in an order of their own.
    pub(super) fn rank(&self) -> usize {
        match self {
            Self::Participant => 0,
            Self::Wave => 1,
            Self::Site => 2,
            Self::Completed => 3,
            Self::Help => 4,
            Self::Language => 5,
            Self::Consent => 6,
            Self::Version => 7,
            Self::Agreed(_) => 8,
            Self::Item(_) | Self::Blank(_) => 9,
        }
    }

    /// The id of its field.
    pub fn id(&self) -> String {
        let (name, of) = match self {
            Self::Participant => ("participant", ""),
            Self::Wave => ("wave", ""),
            Self::Site => ("site", ""),
            Self::Completed => ("completed", ""),
            Self::Help => ("help", ""),
            Self::Language => ("language", ""),
            Self::Consent => ("consent", ""),
            Self::Version => ("version", ""),
            Self::Agreed(id) => ("agreed-", id.as_str()),
            Self::Item(id) => ("item-", id.as_str()),
            Self::Blank(id) => ("blank-", id.as_str()),
        };
        ["keyed-", name, of].concat()
    }

    /// The place that the path of a mistake, or the name of a difference, is about.
    pub(super) fn of(path: &str) -> Self {
        if let Some(item) = path.strip_prefix("answers.") {
            return Self::Item(item.into());
        }
        match path.split(['.', '[']).next().unwrap_or_default() {
            "participant" => Self::Participant,
            "wave" => Self::Wave,
            "site" | "link_worker" => Self::Site,
            "completed" | "started" | "finished" => Self::Completed,
            "help" => Self::Help,
            "language" => Self::Language,
            "consent" if path == "consent.version" => Self::Version,
            "consent" => Self::Consent,
            item => Self::Item(item.into()),
        }
    }
}
