//! Each thing of a study file that is typed: where it stands, how it is read and written.
//!
//! Promises: a field's path is the path by which the check names it, so that a mistake is said beside its field.

use engine::study::{Study, StudyText, Window};

/// A text about the study, as people read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Text {
    /// Its name.
    Title,
    /// Who runs it.
    RunBy,
    /// Why.
    Purpose,
    /// Who reads the answers.
    UseOfAnswers,
    /// How to take part without the page.
    OtherWays,
    /// How long answers are kept, and under which law.
    Privacy,
    /// How people take their answers back.
    Withdrawal,
    /// What happens next.
    After,
}

/// All texts, in the order in which they are written.
pub const TEXTS: [Text; 8] = [
    Text::Title,
    Text::RunBy,
    Text::Purpose,
    Text::UseOfAnswers,
    Text::Privacy,
    Text::Withdrawal,
    Text::OtherWays,
    Text::After,
];

/// One thing that is typed. Numbers count from 0; a language is its tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The study's id.
    Id,
    /// Its version.
    Version,
    /// A text in a language.
    Text(String, Text),
    /// A reference number.
    Reference(usize),
    /// Whom to ask.
    ContactName,
    /// Their address.
    ContactEmail,
    /// Their number.
    ContactPhone,
    /// The day of checking the help lines.
    HelpChecked,
    /// Who or what a help line is for.
    LineName(usize),
    /// What to do.
    LineAction(usize),
    /// The number to dial.
    LineDial(usize),
    /// A site's id.
    SiteId(usize),
    /// Its name.
    SiteName(usize),
    /// The id of a link worker of a site.
    WorkerId(usize, usize),
    /// What the team calls them.
    WorkerName(usize, usize),
    /// A wave's id.
    WaveId(usize),
    /// How long it takes.
    Minutes(usize),
    /// The first day of its window.
    FirstDay(usize),
    /// The last day.
    LastDay(usize),
    /// The team's licence for a wording: the instrument and the language.
    Licence(String, String),
    /// The version of the information sheet, the same in every language.
    SheetVersion,
    /// The heading of a section in a language.
    SectionHeading(String, usize),
    /// Its paragraphs, one a line.
    SectionText(String, usize),
    /// A statement's id, the same in every language.
    StatementId(usize),
    /// Its words in a language.
    StatementText(String, usize),
    /// Where finished files are sent.
    DepositAddress,
}

/// What a field looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line of words.
    Line,
    /// Several lines of words.
    Lines,
    /// A line for programs: an id, an address.
    Code,
    /// A whole number.
    Number,
}

impl Field {
    /// The path of the key in the study file. Of what is the same in every language, the English one.
    pub fn path(&self) -> String {
        match self {
            Self::Id => "id".into(),
            Self::Version => "version".into(),
            Self::Text(language, text) => format!("texts.{language}.{}", text.key()),
            Self::Reference(at) => format!("references[{at}]"),
            Self::ContactName => "contact.name".into(),
            Self::ContactEmail => "contact.email".into(),
            Self::ContactPhone => "contact.phone".into(),
            Self::HelpChecked => "help.checked".into(),
            Self::LineName(at) => format!("help.lines[{at}].name"),
            Self::LineAction(at) => format!("help.lines[{at}].action"),
            Self::LineDial(at) => format!("help.lines[{at}].dial"),
            Self::SiteId(at) => format!("sites[{at}].id"),
            Self::SiteName(at) => format!("sites[{at}].name"),
            Self::WorkerId(site, at) => format!("sites[{site}].link_workers[{at}].id"),
            Self::WorkerName(site, at) => format!("sites[{site}].link_workers[{at}].name"),
            Self::WaveId(at) => format!("waves[{at}].id"),
            Self::Minutes(at) => format!("waves[{at}].minutes"),
            Self::FirstDay(at) => format!("waves[{at}].window.first_day"),
            Self::LastDay(at) => format!("waves[{at}].window.last_day"),
            Self::Licence(id, language) => format!("licence.{id}.{language}"),
            Self::SheetVersion => "consent.en.version".into(),
            Self::SectionHeading(language, at) => format!("consent.{language}.sheet[{at}].heading"),
            Self::SectionText(language, at) => format!("consent.{language}.sheet[{at}].paragraphs"),
            Self::StatementId(at) => format!("consent.en.statements[{at}].id"),
            Self::StatementText(language, at) => format!("consent.{language}.statements[{at}].text"),
            Self::DepositAddress => "deposit.address".into(),
        }
    }

    /// What it looks like.
    pub fn shape(&self) -> Shape {
        match self {
            Self::Version | Self::Minutes(_) | Self::FirstDay(_) | Self::LastDay(_) => Shape::Number,
            Self::Id
            | Self::SiteId(_)
            | Self::WorkerId(..)
            | Self::WaveId(_)
            | Self::StatementId(_)
            | Self::SheetVersion
            | Self::HelpChecked
            | Self::LineDial(_)
            | Self::ContactEmail
            | Self::DepositAddress => Shape::Code,
            Self::Text(_, Text::Title) => Shape::Line,
            Self::Text(..) | Self::SectionText(..) | Self::StatementText(..) => Shape::Lines,
            _ => Shape::Line,
        }
    }

    /// What stands in the study; empty where there is no such thing.
    pub fn read(&self, study: &Study) -> String {
        self.find(study).unwrap_or_default()
    }

    fn find(&self, study: &Study) -> Option<String> {
        let window = |at: usize| study.waves.get(at)?.window;
        let sheet = |language: &str| study.consent.get(language);
        Some(match self {
            Self::Id => study.id.clone(),
            Self::Version => study.version.to_string(),
            Self::Text(language, text) => text.of(study.texts.get(language)?).clone(),
            Self::Reference(at) => study.references.get(*at)?.clone(),
            Self::ContactName => study.contact.name.clone(),
            Self::ContactEmail => study.contact.email.clone()?,
            Self::ContactPhone => study.contact.phone.clone()?,
            Self::HelpChecked => study.help.checked.clone(),
            Self::LineName(at) => study.help.lines.get(*at)?.name.clone(),
            Self::LineAction(at) => study.help.lines.get(*at)?.action.clone(),
            Self::LineDial(at) => study.help.lines.get(*at)?.dial.clone()?,
            Self::SiteId(at) => study.sites.get(*at)?.id.clone(),
            Self::SiteName(at) => study.sites.get(*at)?.name.clone(),
            Self::WorkerId(site, at) => study.sites.get(*site)?.link_workers.get(*at)?.id.clone(),
            Self::WorkerName(site, at) => study.sites.get(*site)?.link_workers.get(*at)?.name.clone(),
            Self::WaveId(at) => study.waves.get(*at)?.id.clone(),
            Self::Minutes(at) => study.waves.get(*at)?.minutes.to_string(),
            Self::FirstDay(at) => window(*at)?.first_day.to_string(),
            Self::LastDay(at) => window(*at)?.last_day.to_string(),
            Self::Licence(id, language) => {
                study.instrument(id)?.wordings.get(language)?.licence_reference.clone()?
            }
            Self::SheetVersion => sheet("en")?.version.clone(),
            Self::SectionHeading(language, at) => sheet(language)?.sheet.get(*at)?.heading.clone(),
            Self::SectionText(language, at) => sheet(language)?.sheet.get(*at)?.paragraphs.join("\n"),
            Self::StatementId(at) => sheet("en")?.statements.get(*at)?.id.clone(),
            Self::StatementText(language, at) => sheet(language)?.statements.get(*at)?.text.clone(),
            Self::DepositAddress => study.deposit.as_ref()?.address.clone(),
        })
    }

    /// Writes `typed` into the study and gives whether it could stand there: a number must be one.
    pub fn write(&self, study: &mut Study, typed: &str) -> bool {
        if self.shape() == Shape::Number {
            let Ok(number) = typed.trim().parse::<u32>() else { return false };
            return self.write_number(study, number).is_some();
        }
        self.write_text(study, typed).is_some()
    }

    fn write_number(&self, study: &mut Study, number: u32) -> Option<()> {
        *match self {
            Self::Version => &mut study.version,
            Self::Minutes(at) => &mut study.waves.get_mut(*at)?.minutes,
            Self::FirstDay(at) => &mut window(study, *at)?.first_day,
            Self::LastDay(at) => &mut window(study, *at)?.last_day,
            _ => return None,
        } = number;
        Some(())
    }

    fn write_text(&self, study: &mut Study, typed: &str) -> Option<()> {
        let maybe = || Some(typed.to_owned()).filter(|text| !text.trim().is_empty());
        match self {
            Self::ContactEmail => study.contact.email = maybe(),
            Self::ContactPhone => study.contact.phone = maybe(),
            Self::LineDial(at) => study.help.lines.get_mut(*at)?.dial = maybe(),
            Self::Licence(id, language) => {
                let used = study.instruments.iter_mut().find(|used| used.id == *id)?;
                used.wordings.get_mut(language)?.licence_reference = maybe();
            }
            Self::SectionText(language, at) => {
                let section = study.consent.get_mut(language)?.sheet.get_mut(*at)?;
                section.paragraphs = typed.split('\n').map(Into::into).collect();
            }
            // One for all languages: the check asks for it.
            Self::SheetVersion => study.consent.values_mut().for_each(|sheet| sheet.version = typed.into()),
            Self::StatementId(at) => {
                for sheet in study.consent.values_mut() {
                    if let Some(statement) = sheet.statements.get_mut(*at) {
                        statement.id = typed.into();
                    }
                }
            }
            _ => *self.slot(study)? = typed.into(),
        }
        Some(())
    }

    /// The place of a text that is always there.
    fn slot<'a>(&self, study: &'a mut Study) -> Option<&'a mut String> {
        Some(match self {
            Self::Id => &mut study.id,
            Self::Text(language, text) => text.of_mut(study.texts.get_mut(language)?),
            Self::Reference(at) => study.references.get_mut(*at)?,
            Self::ContactName => &mut study.contact.name,
            Self::HelpChecked => &mut study.help.checked,
            Self::LineName(at) => &mut study.help.lines.get_mut(*at)?.name,
            Self::LineAction(at) => &mut study.help.lines.get_mut(*at)?.action,
            Self::SiteId(at) => &mut study.sites.get_mut(*at)?.id,
            Self::SiteName(at) => &mut study.sites.get_mut(*at)?.name,
            Self::WorkerId(site, at) => &mut study.sites.get_mut(*site)?.link_workers.get_mut(*at)?.id,
            Self::WorkerName(site, at) => &mut study.sites.get_mut(*site)?.link_workers.get_mut(*at)?.name,
            Self::WaveId(at) => &mut study.waves.get_mut(*at)?.id,
            Self::SectionHeading(language, at) => {
                &mut study.consent.get_mut(language)?.sheet.get_mut(*at)?.heading
            }
            Self::StatementText(language, at) => {
                &mut study.consent.get_mut(language)?.statements.get_mut(*at)?.text
            }
            Self::DepositAddress => &mut study.deposit.as_mut()?.address,
            _ => return None,
        })
    }
}

impl Text {
    fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::RunBy => "run_by",
            Self::Purpose => "purpose",
            Self::UseOfAnswers => "use_of_answers",
            Self::OtherWays => "other_ways",
            Self::Privacy => "privacy",
            Self::Withdrawal => "withdrawal",
            Self::After => "after",
        }
    }

    fn of(self, texts: &StudyText) -> &String {
        match self {
            Self::Title => &texts.title,
            Self::RunBy => &texts.run_by,
            Self::Purpose => &texts.purpose,
            Self::UseOfAnswers => &texts.use_of_answers,
            Self::OtherWays => &texts.other_ways,
            Self::Privacy => &texts.privacy,
            Self::Withdrawal => &texts.withdrawal,
            Self::After => &texts.after,
        }
    }

    fn of_mut(self, texts: &mut StudyText) -> &mut String {
        match self {
            Self::Title => &mut texts.title,
            Self::RunBy => &mut texts.run_by,
            Self::Purpose => &mut texts.purpose,
            Self::UseOfAnswers => &mut texts.use_of_answers,
            Self::OtherWays => &mut texts.other_ways,
            Self::Privacy => &mut texts.privacy,
            Self::Withdrawal => &mut texts.withdrawal,
            Self::After => &mut texts.after,
        }
    }
}

/// The window of a wave, made where there is none yet.
fn window(study: &mut Study, at: usize) -> Option<&mut Window> {
    let wave = study.waves.get_mut(at)?;
    Some(wave.window.get_or_insert(Window { first_day: 0, last_day: 0 }))
}
