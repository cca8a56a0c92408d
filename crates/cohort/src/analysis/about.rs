//! What a report was made from, and whether it can be made again.
//!
//! Must never hold a path: the same files give the same report on every machine.

use std::fmt;

use engine::{digest::sha256_hex, study::Study};
use serde::{Deserialize, Serialize};

use crate::paper::html::escaped;

/// What a report was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The study's title.
    pub title: String,
    /// The version of Linkwell.
    pub linkwell: String,
    /// The items that people are grouped by.
    pub by: Vec<String>,
    /// How many decisions of persons the import replayed, where its table of them is at hand.
    pub decisions: Option<usize>,
    /// The files that were read.
    pub inputs: Vec<Input>,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// What it is, without a path.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// Where a report differs from one that was made again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Difference {
    /// Another version of Linkwell made it.
    Version {
        /// The one that made the report.
        report: String,
        /// The one that made it again.
        again: String,
    },
    /// It has another title, because it was made with another study file, or without one.
    Title,
    /// A file is not the one that it was made from.
    Input {
        /// The file.
        name: String,
        /// What is the matter with it.
        how: HowInput,
    },
    /// A line is another.
    Line {
        /// The first such line, from 1.
        line: usize,
        /// The heading before it.
        under: String,
    },
}

/// How a file differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowInput {
    /// Its bytes are others.
    Other,
    /// The report was made with it, and now it is not there.
    Gone,
    /// The report was made without it.
    New,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version { report, again } => {
                write!(f, "the report was made by Linkwell {report}, and this is {again}")
            }
            Self::Title => {
                f.write_str("the study's title is another: name the study file with --study, or another one")
            }
            Self::Input { name, how: HowInput::Other } => {
                write!(f, "{name} is not the file that the report was made from")
            }
            Self::Input { name, how: HowInput::Gone } => {
                write!(f, "the report was made with {name}, which was not given")
            }
            Self::Input { name, how: HowInput::New } => write!(f, "the report was made without {name}"),
            Self::Line { line, under } => write!(f, "line {line}, under “{under}”, is another"),
        }
    }
}

/// The table of what persons decided.
const DECISIONS: &str = "decisions.csv";
const META: &str = "<meta name=\"linkwell-analysis\" content=\"";

impl About {
    /// A report with this title, made by this Linkwell.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), linkwell: env!("CARGO_PKG_VERSION").to_owned(), ..Self::default() }
    }

    /// A report of a study, made by this Linkwell. The first inputs are the definitions of its instruments, which the
    /// study pins; where the study file itself came from says nothing about the numbers.
    pub fn of_study(study: &Study) -> Self {
        let pinned = study.instruments.iter().map(|used| Input {
            name: format!("{} {}", used.id, used.version),
            sha256: used.definition_sha256.clone(),
        });
        let title = study.texts.get("en").map_or(&study.id, |texts| &texts.title);
        Self { inputs: pinned.collect(), ..Self::new(title) }
    }

    /// Notes a file that was read; of the table of decisions, also how many it holds.
    pub fn add_input(&mut self, name: &str, bytes: &[u8]) {
        if name == DECISIONS {
            let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
            self.decisions = Some(rows.byte_records().filter(Result::is_ok).count());
        }
        self.inputs.push(Input { name: name.to_owned(), sha256: sha256_hex(bytes) });
    }

    /// For the head of a report.
    pub(super) fn as_meta(&self) -> String {
        let json = serde_json::to_string(self).expect("texts and numbers are JSON");
        format!("{META}{}\">\n", escaped(&json))
    }

    /// From a report; `None` where it is none of ours.
    pub fn of_report(html: &str) -> Option<Self> {
        let line = html.lines().find_map(|line| line.strip_prefix(META))?.strip_suffix("\">")?;
        let json =
            line.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        serde_json::from_str(&json).ok()
    }
}

/// Everything that differs between a report and the same report made again; of lines the first only. Empty where every
/// byte is the same. Lines that name what a report was made from are not compared: the other differences say it.
pub fn differences(report: &str, again: &str) -> Vec<Difference> {
    if report == again {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some((theirs, ours)) = About::of_report(report).zip(About::of_report(again)) {
        if theirs.linkwell != ours.linkwell {
            found.push(Difference::Version { report: theirs.linkwell.clone(), again: ours.linkwell.clone() });
        }
        if theirs.title != ours.title {
            found.push(Difference::Title);
        }
        found.extend(inputs(&theirs.inputs, &ours.inputs));
    }
    found.extend(first_line(report, again, found.is_empty()));
    found
}

fn inputs(theirs: &[Input], ours: &[Input]) -> Vec<Difference> {
    let of = |name: &str, how| Difference::Input { name: name.to_owned(), how };
    let mut found: Vec<Difference> = theirs
        .iter()
        .filter_map(|input| match ours.iter().find(|own| own.name == input.name) {
            None => Some(of(&input.name, HowInput::Gone)),
            Some(own) if own.sha256 != input.sha256 => Some(of(&input.name, HowInput::Other)),
            Some(_) => None,
        })
        .collect();
    let new = ours.iter().filter(|own| theirs.iter().all(|input| input.name != own.name));
    found.extend(new.map(|own| of(&own.name, HowInput::New)));
    found
}

/// The first line that differs: of all lines where `every`, else of those between title and foot.
fn first_line(report: &str, again: &str, every: bool) -> Option<Difference> {
    let passed = |line: Option<&str>| {
        let starts = |with: &str| line.is_some_and(|line| line.starts_with(with));
        !every && (starts(META) || starts("<title>") || starts("<h1>"))
    };
    let mut under = "the beginning".to_owned();
    let (mut theirs, mut ours) = (report.lines(), again.lines());
    for line in 1.. {
        let (their, our) = (theirs.next(), ours.next());
        if (their.is_none() && our.is_none()) || (!every && their == Some("<footer>")) {
            break;
        }
        if their != our && !passed(their) {
            return Some(Difference::Line { line, under });
        }
        if let Some(heading) = their.and_then(heading) {
            under = heading;
        }
    }
    // What is left are ends of lines.
    every.then(|| Difference::Line { line: 1, under: "the beginning".to_owned() })
}

/// The words of the last heading in a line.
fn heading(line: &str) -> Option<String> {
    let at = ["<h1", "<h2", "<h3"].iter().filter_map(|tag| line.rfind(tag)).max()?;
    let rest = &line[at..];
    let inner = &rest[rest.find('>')? + 1..];
    Some(inner[..inner.find("</h").unwrap_or(inner.len())].replace("&amp;", "&"))
}
