//! The words of the study builder in English.

use super::{
    BuilderText, Say,
    fields::{field, paste},
};
use crate::researcher::builder::{KeyMistake, List, OpenMistake, Part, Saved};

/// English, as spoken in Britain.
pub static BUILDER_EN: BuilderText = BuilderText {
    say,
    part,
    field,
    paste,
    one: |list, number| {
        let name = match list {
            List::References => "Number",
            List::HelpLines => "Help line",
            List::Sites => "Site",
            List::Waves => "Wave",
            List::Asked(_) => "Questionnaire",
            List::Sections(_) => "Section",
            List::Statements => "Statement",
            List::Recipients => "Public key",
            List::Workers(_) => "Link worker",
            List::EarlierKeys => "Earlier signing key",
        };
        [name, " ", &number.to_string()].concat()
    },
    add: |list| match list {
        List::References => "Add a number",
        List::HelpLines => "Add a help line",
        List::Sites => "Add a site",
        List::Waves => "Add a wave",
        List::Asked(_) => "Add a questionnaire",
        List::Sections(_) => "Add a section",
        List::Statements => "Add a statement",
        List::Recipients => "Add a public key",
        List::Workers(_) => "Add a link worker",
        List::EarlierKeys => "Add an earlier signing key",
    },
    remove: |name| ["Remove ", name].concat(),
    raise: |name| ["Move up ", name].concat(),
    open_mistake: |mistake| match mistake {
        OpenMistake::Unreadable => {
            "This file could not be read. Check that it is a file and still there, and choose it again."
        }
        OpenMistake::TooLarge => {
            "This file is too large for a study. Choose study.json or the zip of its folder."
        }
        OpenMistake::NotAStudy => {
            "This is not a study. Choose study.json, study.bundle.json or the zip of its folder."
        }
        OpenMistake::NoStudyInside => "There is no study.json in this zip, or the zip is damaged.",
        OpenMistake::Wrong(_) => "This study file cannot be understood:",
    },
    key_mistake: |mistake| match mistake {
        KeyMistake::NoTeamPassphrase => "Type a passphrase for the team's key.",
        KeyMistake::TeamDiffers => "The two passphrases for the team's key differ. Type all of them again.",
        KeyMistake::NoRecoveryPassphrase => "Type a passphrase for the recovery key.",
        KeyMistake::RecoveryDiffers => {
            "The two passphrases for the recovery key differ. Type all of them again."
        }
        KeyMistake::SamePassphrase => {
            "The two keys need a passphrase each: whoever forgets the only one loses both keys. Type all of them again."
        }
        KeyMistake::NoRandomness => {
            "This browser gives no random numbers, so it can make no key. Use another browser."
        }
    },
    to_mend: |count| match count {
        0 => "Nothing to mend.".into(),
        1 => "1 thing to mend.".into(),
        _ => [&count.to_string(), " things to mend."].concat(),
    },
    to_write: |count| match count {
        1 => "1 text is still empty, or as in every new study.".into(),
        _ => [&count.to_string(), " texts are still empty, or as in every new study."].concat(),
    },
    saved: |saved, taken| match (saved, taken) {
        (_, false) => "It was not saved. Check that this browser may save files, and try again.",
        (Saved::Study, _) => "The study is saved among your downloads.",
        (Saved::Unfinished, _) => "Your work is saved among your downloads. Open the zip here to go on.",
        (Saved::Keys, _) => "The keys are saved among your downloads. Move them to a safe place now.",
        (Saved::Sheet, _) => "The key sheet is saved among your downloads. Print it.",
    },
    window: |first, last| match (first, last) {
        (274, 366) => "These days are 9 to 12 months after the first questionnaire.".into(),
        _ => ["This is ", &months(first), " to ", &months(last), " months after the first questionnaire."]
            .concat(),
    },
    questions: |count| match count {
        1 => "1 question".into(),
        _ => [&count.to_string(), " questions"].concat(),
    },
    ask_too: |title| ["Also ask ", title].concat(),
    texts_in: |name| ["Write these words in ", name, " too"].concat(),
    sheet_in: |name| ["Write the sheet in ", name, " too"].concat(),
    in_english: |left| ["Shown in English, without words of their own: ", &left.join(", "), "."].concat(),
    worded: |languages| ["Languages: ", &languages.join(", "), "."].concat(),
    licence_for: |name| ["Your licence number or permission for the words in ", name].concat(),
    fingerprint: |text| ["Fingerprint ", text].concat(),
};

/// Days in months of 30.4 days, to half a month.
fn months(days: u32) -> String {
    let halves = (f64::from(days) / 365.25 * 24.0).round() as u32;
    match halves % 2 {
        0 => (halves / 2).to_string(),
        _ => [&(halves / 2).to_string(), ".5"].concat(),
    }
}

fn part(part: Part) -> [&'static str; 2] {
    match part {
        Part::Words => ["The study", "What people read on the first screens."],
        Part::Help => ["Contact and help", "It stands in the same place on every screen."],
        Part::Sites => {
            ["Sites", "Where link workers meet people. Leave it empty if you do not tell sites apart."]
        }
        Part::Waves => ["Waves", "The times at which people are asked. The first one is the baseline."],
        Part::Instruments => {
            ["Questionnaires", "Each one belongs to somebody. Read what its owner asks of you."]
        }
        Part::Languages => [
            "Languages",
            "Off until you switch them on. Questions are never translated by us: where a questionnaire has no checked words in a language, it stays in English.",
        ],
        Part::Consent => ["Consent", "An information sheet, and what people agree to."],
        Part::Options => ["The page", "What it offers besides the questions, and where finished files go."],
        Part::Keys => [
            "Keys",
            "Whoever has the team's key or the recovery key can open every answer. Nobody else can, not even the host.",
        ],
        Part::Save => ["Check and save", ""],
    }
}

fn say(what: Say) -> &'static str {
    match what {
        Say::Name => "Study builder",
        Say::SkipLink => "Skip to the main part",
        Say::Back => "Back to opening sealed files",
        Say::BeginHeading => "Make or change a study",
        Say::BeginLead => {
            "Fill in what people read, when they are asked and what. You then save a folder that the linkwell command turns into a page for people."
        }
        Say::NewHeading => "A new study",
        Say::NewLead => {
            "It begins with three short questionnaires, asked twice, and words that show what belongs where."
        }
        Say::NewButton => "Start a new study",
        Say::OpenHeading => "A study that you have",
        Say::OpenLead => {
            "Its study.json, or a zip of its folder. If there are keys in the zip, they are left alone."
        }
        Say::OpenButton => "Open a study",
        Say::Privacy => {
            "Everything happens on this device. This page sends nothing and keeps nothing of yours: what you have not saved is gone when you close it."
        }
        Say::Heading => "Your study",
        Say::Unsaved => {
            "This page keeps nothing of your work. Save it before you close the page; you can open it here again."
        }
        Say::Parts => "Parts of the study",
        Say::Another => "Begin with another study",
        Say::Mistakes => "What is to be mended",
        Say::Error => "Error:",
        Say::StillToWrite => "Still as in every new study, or empty: write your own words.",
        Say::WriteIn => "Write in",
        Say::WrittenInEnglish => "People who read this language see these words in English.",
        Say::BaselineWindow => "The first wave has no window: the days of the others are counted from it.",
        Say::Window => "When it may be answered",
        Say::WindowHint => {
            "In days after each person's own first questionnaire. 9 to 12 months are day 274 to day 366."
        }
        Say::DropWindow => "Take its window out",
        Say::AskedHeading => "Questionnaires, in the order in which they are asked",
        Say::InstrumentsHeading => "Questionnaires at hand",
        Say::UseIt => "Use it in this study",
        Say::Duties => "What you must do",
        Say::Licence => "Owner and licence",
        Say::Citation => "Cite it as",
        Say::NoWording => {
            "Its words may not be passed on. Get a licence from its owner, and paste the words from your licensed copy."
        }
        Say::NotAtHand => {
            "The files of this questionnaire are not at hand. Add them below, or take it out of the study."
        }
        Say::PasteWording => "Paste licensed words",
        Say::PasteHeading => "Words from your licensed copy",
        Say::PasteLead => "They stay in your study folder. Compare them with your copy letter for letter.",
        Say::PasteDone => "Use these words",
        Say::PasteStop => "Do not paste",
        Say::PinAgain => "Use it as it is at hand now",
        Say::OwnHeading => "A questionnaire of your own",
        Say::OwnLead => "If somebody made files for it: instrument.json first, then its wording files.",
        Say::OwnButton => "Add a questionnaire file",
        Say::OwnWrong => "This file was not added:",
        Say::EnglishAlways => "English is always there.",
        Say::NotChecked => "not yet checked by a native speaker",
        Say::Consent => "Ask people for their consent on the page",
        Say::ConsentHint => {
            "If this is off, ask in another way, such as on paper, before people get the link."
        }
        Say::Sections => "The information sheet",
        Say::Statements => "What people agree to",
        Say::Required => "Nobody can take part without agreeing to it",
        Say::CopyOfAnswers => "People can print their own answers",
        Say::CopyOfAnswersHint => "At the end, before they hand them over.",
        Say::ReadAloud => "Questions can be read aloud",
        Say::ReadAloudHint => "By a voice of the device itself, where it has one.",
        Say::PaperForm => "A paper form to print lies beside the page",
        Say::PaperFormHint => "It has the questions of the first wave.",
        Say::InvitationRequired => "Nobody can answer without an invitation",
        Say::InvitationRequiredHint => {
            "An invitation is a link for one person. The linkwell command makes hundreds at once."
        }
        Say::Deposit => "Finished files are sent to an address of yours",
        Say::DepositHint => "If this is off, people hand over the file themselves.",
        Say::KeepsVersions => "The host keeps every version of a file",
        Say::KeepsVersionsHint => "Only then may the address be without {file}.",
        Say::TeamKey => {
            "The team's key opens every answer. If it is lost, or its passphrase is forgotten, the recovery key still opens everything."
        }
        Say::RecoveryKey => {
            "The recovery key opens every answer too. Give it to somebody else, in another place. If it is lost, make a new one at once."
        }
        Say::SigningKey => {
            "The signing key signs invitations and opens nothing. If it is lost, no more invitations can be made; answers are safe."
        }
        Say::LoseBoth => {
            "If the team's and the recovery key are both lost, no answer can ever be read again, by anybody. There is no back door."
        }
        Say::MakeHeading => "Make the keys",
        Say::MakeLead => {
            "They are made on this device and never stored in this page: you save them as files."
        }
        Say::MakeAgain => {
            "This study has keys already. New ones take their place: invitations must be made again, and older files still need the old keys. Keep those."
        }
        Say::TeamPassphrase => "Passphrase for the team's key and the signing key",
        Say::RecoveryPassphrase => "Passphrase for the recovery key",
        Say::SameAgain => "The same again",
        Say::PassphraseHint => "Four random words are good. Whoever forgets it has lost the key.",
        Say::OpenKeys => "Make the keys without a passphrase",
        Say::OpenKeysHint => "Careful: whoever gets hold of the files can then open every answer.",
        Say::MakeKeys => "Make the keys",
        Say::MakingKeys => "Working: this takes some seconds.",
        Say::KeysMade => "The keys are made. Save them now: this page forgets them when you close it.",
        Say::KeysWhere => {
            "Never put the zip of the keys on the host, and never send it by e-mail. Give the recovery key to somebody else, and print the key sheet."
        }
        Say::KeysOpen => {
            "These keys have no passphrase: whoever gets hold of the files can open every answer."
        }
        Say::SaveKeys => "Save the keys (secret)",
        Say::SaveSheet => "Save the key sheet",
        Say::ForgetKeys => "Remove the keys from this page",
        Say::RecipientsHeading => "Who can open the answers",
        Say::RecipientsLead => "The study file names these public keys. They only lock: they open nothing.",
        Say::NoRecipients => "Nobody yet. Make the keys.",
        Say::UnreadableKey => "This is not a public key.",
        Say::NewRecipient => "Public key of somebody else",
        Say::NewRecipientHint => "It begins with age1. Check its fingerprint with them by phone.",
        Say::AddRecipient => "Add this public key",
        Say::HasSigningKey => "The study names a signing key, so invitations can be made and checked.",
        Say::NoSigningKey => "The study names no signing key yet, so no invitations can be made.",
        Say::EarlierKeys => "These keys signed invitations before. Those invitations still count.",
        Say::AllRight => "Nothing is wrong with this study.",
        Say::SaveStudy => "Save the study",
        Say::SaveStudyHint => {
            "A zip with study.json and your own questionnaires. There are no keys in it: it may go to your host."
        }
        Say::SaveUnfinished => "Save unfinished work",
        Say::SaveUnfinishedHint => "A zip that you can open here again.",
        Say::KeysNotSaved => "The keys that you made are not saved yet.",
        Say::NextHeading => "What comes next",
        Say::NextLead => {
            "Unpack both zips in one place, and try out the keys: in this page, from its first screen, or with the linkwell command, which also makes the folder for a host:"
        }
        Say::WrongFile => "There are mistakes in",
    }
}
