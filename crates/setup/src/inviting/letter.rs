//! A letter as what stands in it, one after the other, so that the file and the page say the same.
//!
//! Must never hold a name: which letter is whose, the team knows by the code.

use super::{Invited, base::Base};
use engine::study::{Contact, Study, StudyText, Wave};
use text::EN;

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of the letter.
    Heading(String),
    /// The heading of a part.
    Part(&'static str),
    /// A paragraph.
    Words(Vec<Run>),
    /// The participant code as people read it.
    Code(String),
    /// Small print.
    Small(String),
    /// The link as a square code, with what stands beside it.
    Ways(String, Vec<Block>),
}

/// A run of words in a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// As they are.
    Plain(String),
    /// Important.
    Strong(String),
    /// An address that somebody types.
    Address(String),
}

/// What the square code is to whoever cannot see it.
pub const SQUARE: &str = "QR code with your link";

/// What all letters share.
pub struct Letters<'a> {
    study: &'a Study,
    wave: &'a Wave,
    base: &'a Base,
    texts: &'a StudyText,
    /// The last day in words.
    until: Option<String>,
}

impl<'a> Letters<'a> {
    /// The letters of a wave; `expires` is a day such as `2027-03-05`.
    ///
    /// # Panics
    /// When the study was not checked: it has English texts then.
    pub fn new(study: &'a Study, wave: &'a Wave, base: &'a Base, expires: Option<&str>) -> Self {
        let texts = study.texts.get("en").expect("a checked study has English texts");
        Self { study, wave, base, texts, until: expires.map(|day| EN.help.spoken_day(day)) }
    }

    /// The study's name.
    pub fn title(&self) -> &str {
        &self.texts.title
    }

    /// The letter to one person.
    pub fn to(&self, Invited { person, link }: &Invited) -> Vec<Block> {
        let texts = self.texts;
        let mut beside = vec![
            Block::Part("With a phone or tablet"),
            plain("Point the camera at the square. Then select the link that you see. It is for you alone."),
        ];
        beside.extend(self.typed(person.participant.to_string()));
        let mut blocks = vec![
            Block::Heading(texts.title.clone()),
            plain(&texts.run_by),
            plain(&texts.purpose),
            self.choice(),
            Block::Ways(link.clone(), beside),
            Block::Part("In another way"),
            plain(&texts.other_ways),
            Block::Part("If you have a question"),
            plain(&asking(&self.study.contact)),
        ];
        let references = self.study.references.join(", ");
        if !references.is_empty() {
            blocks.push(Block::Small(references));
        }
        blocks
    }

    fn choice(&self) -> Block {
        let minutes = self.wave.minutes;
        let mut runs =
            vec![Run::Plain(format!("You choose whether to take part. It takes about {minutes} minutes."))];
        if let Some(day) = &self.until {
            let runs_of_day =
                [Run::Plain(" Please answer by ".into()), Run::Strong(day.clone()), Run::Plain(".".into())];
            runs.extend(runs_of_day);
        }
        Block::Words(runs)
    }

    /// The way without a camera. Where the study requires invitations, the code alone opens nothing: it is then only
    /// for asking the team.
    fn typed(&self, code: String) -> Vec<Block> {
        if self.study.options.invitation_required {
            let say = plain("Say this code if you call or write to us:");
            return vec![Block::Part("Your code"), say, Block::Code(code)];
        }
        let is_first = self.study.waves.first().is_some_and(|first| first.id == self.wave.id);
        let wave = if is_first { String::new() } else { format!("#wave={}", self.wave.id) };
        let address = [self.base.as_str(), &wave].concat();
        let go = Block::Words(vec![
            Run::Plain("Go to ".into()),
            Run::Address(address),
            Run::Plain(" and type this code:".into()),
        ]);
        vec![Block::Part("On a computer"), go, Block::Code(code)]
    }
}

fn plain(text: &str) -> Block {
    Block::Words(vec![Run::Plain(text.into())])
}

/// Whom to ask, and how.
fn asking(contact: &Contact) -> String {
    let ways = [contact.phone.as_deref(), contact.email.as_deref()];
    [contact.name.as_str()].into_iter().chain(ways.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}
