//! What the clerk holds, and who answers which ask.

use super::{Answer, Ask, Linked, Wanted, report::Changed};
use crate::researcher::{
    findings::{Findings, FindingsProblem, RESULTS_ZIP},
    study::read_study,
};
use cohort::{Decisions, Examined};
use engine::study::Offer;
use std::collections::BTreeSet;

/// Everything that was examined, and what was made of it last. Dropping it forgets all.
#[derive(Debug, Default)]
pub struct Clerk {
    pub(super) offer: Option<Offer>,
    examined: Vec<Examined>,
    pub(super) decisions: Decisions,
    listed: Option<BTreeSet<String>>,
    pub(super) found: Option<Findings>,
    pub(super) changed: Option<Changed>,
}

/// What the clerk answers.
#[derive(Debug, PartialEq)]
pub struct Reply {
    /// The words.
    pub answer: Answer,
    /// The file that goes along.
    pub content: Option<Vec<u8>>,
}

impl Clerk {
    /// Does what it is asked, and answers where there is an answer.
    ///
    /// # Panics
    /// What was examined was not written by this program: lines must not be lost in silence.
    pub fn hear(&mut self, ask: Ask) -> Option<Reply> {
        let answer = match ask {
            Ask::Begin { study } => {
                *self = Self { offer: read_study(study.as_bytes()).ok(), ..Self::default() };
                return None;
            }
            Ask::Take { parts } => {
                for part in parts {
                    let examined: Vec<Examined> =
                        serde_json::from_slice(&part).expect("the crew is of the same program");
                    self.examined.extend(examined);
                }
                return None;
            }
            Ask::Link { decisions, listed, then } => {
                Answer::Linked(self.link(&decisions, listed, &then).map(Box::new))
            }
            Ask::Show(wanted) => {
                self.show(&wanted).map_or(Answer::Nothing, |sheet| Answer::Shown(Box::new(sheet)))
            }
            Ask::Analyse { by, contacts } => self.analyse(by.as_deref(), contacts.as_deref()),
            Ask::Report { batch } => {
                let batch = self.changed.as_ref().and_then(|changed| changed.batch(batch));
                batch.map_or(Answer::Nothing, |batch| Answer::Report(Box::new(batch)))
            }
            Ask::Make { name } => {
                let content = self.file(&name);
                return Some(Reply { answer: Answer::Made { name }, content });
            }
        };
        Some(Reply { answer, content: None })
    }

    fn link(
        &mut self,
        decisions: &str,
        listed: Option<BTreeSet<String>>,
        then: &Wanted,
    ) -> Result<Linked, FindingsProblem> {
        let Some(offer) = &self.offer else { return Err(FindingsProblem::Study(Vec::new())) };
        let decisions = match decisions {
            "" => Decisions::default(),
            text => Decisions::read(text).map_err(FindingsProblem::Decisions)?,
        };
        // What was made before goes first: both at once would take twice the memory.
        let had_some = self.found.take().is_some();
        match Findings::of(self.compared(listed.as_ref()), offer, &decisions) {
            Ok(found) => {
                (self.decisions, self.listed) = (decisions, listed);
                (self.found, self.changed) = (Some(found), None);
            }
            Err(problem) => {
                if had_some {
                    let examined = self.compared(self.listed.as_ref());
                    self.found = Findings::of(examined, offer, &self.decisions).ok();
                }
                return Err(problem);
            }
        }
        let overview = self.found.as_ref().expect("it was just made").overview();
        let sheet = self.show(then).expect("all is linked");
        Ok(Linked { overview, sheet })
    }

    /// What was examined, compared with the team's list.
    fn compared(&self, listed: Option<&BTreeSet<String>>) -> Vec<Examined> {
        let mut examined = self.examined.clone();
        if let Some(listed) = listed {
            examined.iter_mut().for_each(|examined| examined.compare_with_list(listed));
        }
        examined
    }

    fn analyse(&mut self, by: Option<&str>, contacts: Option<&[u8]>) -> Answer {
        let (Some(found), Some(offer)) = (&self.found, &self.offer) else { return Answer::Nothing };
        match Changed::make(found, offer, contacts, by) {
            Ok(changed) => {
                let worked = changed.worked();
                self.changed = Some(changed);
                Answer::Analysed(Ok(worked))
            }
            Err(error) => Answer::Analysed(Err(error)),
        }
    }

    /// A file by its name.
    fn file(&self, name: &str) -> Option<Vec<u8>> {
        let found = self.found.as_ref()?;
        if name == RESULTS_ZIP {
            return found.zip();
        }
        let result = found.files.iter().find(|file| file.name == name).map(|file| &file.bytes);
        let reports = || self.changed.iter().flat_map(|changed| &changed.files);
        let report = || reports().find(|(of, _)| *of == name).map(|(_, bytes)| bytes);
        result.or_else(report).cloned()
    }
}
