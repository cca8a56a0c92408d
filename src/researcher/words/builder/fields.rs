//! The labels and hints of the study builder's fields in English.

use crate::researcher::builder::{Field, Paste, Text};

pub(super) fn field(field: &Field) -> [&'static str; 2] {
    match field {
        Field::Id => [
            "Short name for files",
            "Small letters, digits and hyphens, such as link-workers. It is part of every record: do not change it once people take part.",
        ],
        Field::Version => ["Version", "Count it up whenever you change the study after people took part."],
        Field::Text(_, Text::Title) => ["Name of the study", "As people know it."],
        Field::Text(_, Text::RunBy) => ["Who runs it", "A full sentence."],
        Field::Text(_, Text::Purpose) => {
            ["Why you ask", "A sentence or two. Short words: many people are tired or worried."]
        }
        Field::Text(_, Text::UseOfAnswers) => [
            "What happens to the answers",
            "Who reads them, and what for. The page itself says that they are locked.",
        ],
        Field::Text(_, Text::OtherWays) => ["How to take part without this page", "On paper, or by phone."],
        Field::Text(_, Text::Privacy) => {
            ["How long answers are kept", "Under which law, and where people can read more."]
        }
        Field::Text(_, Text::Withdrawal) => {
            ["How people take their answers back", "And until when they can."]
        }
        Field::Text(_, Text::After) => {
            ["What to do at the end", "What to do with the finished file, and what happens next."]
        }
        Field::Reference(_) => ["Number", "Such as IRAS 123456."],
        Field::ContactName => ["Whom people can ask", "A person or a team."],
        Field::ContactEmail => ["E-mail address", "Give an e-mail address, a phone number, or both."],
        Field::ContactPhone => ["Phone number", ""],
        Field::HelpChecked => [
            "Day on which you checked these lines",
            "Call or look up each line, then write the day as 2026-11-22.",
        ],
        Field::LineName(_) => ["Who it is for", "Such as: If your life is in danger"],
        Field::LineAction(_) => ["What to do", "Such as: Call 999"],
        Field::LineDial(_) => {
            ["Number to dial", "Digits only. Leave it empty where there is nothing to call."]
        }
        Field::SiteId(_) => ["Short name for tables", "Small letters, digits and underscores."],
        Field::SiteName(_) => ["Name", "As people know it."],
        Field::WorkerId(..) => ["Short name for tables", "Small letters, digits and underscores."],
        Field::WorkerName(..) => {
            ["Name of the link worker", "The study file is public: better not a real name."]
        }
        Field::WaveId(_) => ["Short name for tables", "Such as baseline or followup."],
        Field::Minutes(_) => ["Minutes it takes", "Told on the first screen. Try it yourself with a clock."],
        Field::FirstDay(_) => ["First day", ""],
        Field::LastDay(_) => ["Last day", ""],
        Field::Licence(..) => ["Your licence number or permission", "From the owner of the questionnaire."],
        Field::SheetVersion => {
            ["Version of the sheet", "Change it whenever you change a word. It is part of every record."]
        }
        Field::SectionHeading(..) => ["Heading", ""],
        Field::SectionText(..) => ["Text", "Each line is a paragraph."],
        Field::StatementId(_) => ["Short name for tables", "Small letters, digits and underscores."],
        Field::StatementText(..) => ["Words", "One sentence, without a line break."],
        Field::DepositAddress => {
            ["Address", "Begins with https:// and has {file} where the name of the file belongs."]
        }
    }
}

pub(super) fn paste(paste: &Paste) -> [&'static str; 2] {
    match paste {
        Paste::Language => ["Language", ""],
        Paste::Source => {
            ["Where the text comes from", "Such as: our licensed copy, received on 3 March 2026"]
        }
        Paste::Licence => ["Name of the licence", "Such as: Licence from the University of Warwick"],
        Paste::Reference => ["Your licence number or permission", "From the owner of the questionnaire."],
        Paste::Intro => {
            ["Words above the questions", "Letter for letter. Leave it empty where there are none."]
        }
        Paste::Items => ["The questions", "Letter for letter, each on a line of its own, in their order."],
        Paste::Labels(_) => {
            ["The answers to choose from", "Letter for letter, each on a line of its own, in their order."]
        }
    }
}
