//! The study that is being made: what was written so far, the team's own instrument files, and what is wrong.
//!
//! Promises: the check is that of the command, run after every change; what cannot stand in a study file (a number that
//! is none) is kept as it was typed and said beside its field. Must never hold a secret.

use super::{field::Field, list::List, switch::Switch};
use engine::{
    catalogue::{Catalogue, Instrument},
    problem::Problem,
    study::Study,
};
use setup::{
    folder::{self, OwnFile, WrongFile},
    start,
};
use std::{collections::BTreeMap, rc::Rc};

/// A study that is being made.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// As much of it as can stand in a study file.
    pub study: Study,
    /// The team's own definitions and wordings, with their paths below the study folder.
    pub own: Vec<OwnFile>,
    /// The instruments at hand: the shipped ones and the team's own.
    pub catalogue: Rc<Catalogue>,
    /// The team's own files that have mistakes.
    pub wrong: Vec<WrongFile>,
    /// What was typed where only a number can stand.
    pub unread: BTreeMap<Field, String>,
    /// Everything that is wrong with the study.
    pub problems: Vec<Problem>,
    /// The paths of what still stands as in every new study.
    pub unwritten: Vec<String>,
}

impl Draft {
    /// A new study.
    pub fn new(today: &str) -> Self {
        Self::of(start::study("our-study", None, today), Vec::new())
    }

    /// A study from its file, with the files that lay beside it.
    pub fn of(study: Study, own: Vec<OwnFile>) -> Self {
        let (catalogue, wrong) = folder::catalogue(&own);
        let draft = Self {
            study,
            own,
            catalogue: Rc::new(catalogue),
            wrong,
            unread: BTreeMap::new(),
            problems: Vec::new(),
            unwritten: Vec::new(),
        };
        draft.checked()
    }

    /// The same with its mistakes looked for anew.
    pub(super) fn checked(mut self) -> Self {
        self.problems = folder::check(&self.study, &self.catalogue);
        let unread = self.unread.keys();
        self.problems.extend(unread.map(|field| Problem::new(field.path(), "write a whole number")));
        self.unwritten = start::unwritten(&self.study);
        self
    }

    /// Whether people could be given it: nothing is wrong, neither with it nor with a file beside it.
    pub fn is_right(&self) -> bool {
        self.problems.is_empty() && self.wrong.is_empty()
    }

    /// The text of the study file.
    pub fn to_json(&self) -> String {
        start::to_json(&self.study)
    }

    /// What stands in a field.
    pub fn read(&self, field: &Field) -> String {
        self.unread.get(field).cloned().unwrap_or_else(|| field.read(&self.study))
    }

    pub(super) fn write(&mut self, field: Field, typed: String) {
        if field.write(&mut self.study, &typed) {
            self.unread.remove(&field);
        } else {
            self.unread.insert(field, typed);
        }
    }

    pub(super) fn flip(&mut self, switch: &Switch) {
        switch.flip(&mut self.study);
    }

    pub(super) fn add(&mut self, list: &List) {
        list.add(&mut self.study);
    }

    /// What was typed and cannot be read belongs to a place that may be another one afterwards.
    pub(super) fn remove(&mut self, list: &List, at: usize) {
        list.remove(&mut self.study, at);
        self.unread.clear();
        self.drop_unasked();
    }

    pub(super) fn raise(&mut self, list: &List, at: usize) {
        list.raise(&mut self.study, at);
        self.unread.clear();
    }

    /// The instrument of this id that the study pins, or the newest one at hand.
    pub fn instrument(&self, id: &str) -> Option<&Instrument> {
        let pinned = self.study.instrument(id).and_then(|used| self.catalogue.find(id, &used.version));
        pinned.or_else(|| self.catalogue.newest(id))
    }

    /// The ids of all instruments at hand, and of those that the study pins although they are not.
    pub fn instrument_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> =
            self.catalogue.iter().map(|instrument| instrument.definition.id.clone()).collect();
        ids.dedup();
        let lost = self.study.instruments.iter().map(|used| used.id.clone());
        let lost: Vec<String> = lost.filter(|id| !ids.contains(id)).collect();
        ids.extend(lost);
        ids
    }

    /// Takes an instrument into the study, at the end of every wave; or out of it.
    pub(super) fn use_instrument(&mut self, id: &str) {
        if self.study.instrument(id).is_some() {
            self.study.waves.iter_mut().for_each(|wave| wave.instruments.retain(|asked| asked != id));
            self.study.instruments.retain(|used| used.id != id);
        } else if let Some(instrument) = self.catalogue.newest(id) {
            self.study.instruments.push(start::pin(instrument));
            self.study.waves.iter_mut().for_each(|wave| wave.instruments.push(id.into()));
        }
    }

    /// Asks an instrument of the study in one more wave.
    pub(super) fn ask(&mut self, wave: usize, id: &str) {
        if let Some(wave) = self.study.waves.get_mut(wave)
            && !wave.instruments.iter().any(|asked| asked == id)
        {
            wave.instruments.push(id.into());
        }
    }

    /// Pins an instrument as it is at hand now. The team's licences stay.
    pub(super) fn pin_again(&mut self, id: &str) {
        let Some(instrument) = self.catalogue.newest(id) else { return };
        let Some(used) = self.study.instruments.iter_mut().find(|used| used.id == id) else { return };
        let before = std::mem::replace(used, start::pin(instrument));
        for (language, pin) in before.wordings.iter() {
            if let Some(now) = used.wordings.get_mut(language) {
                now.licence_reference = pin.licence_reference.clone();
            }
        }
    }

    /// Adds a definition or wording of the team's own in the place of an earlier one, and pins it where the study uses
    /// its instrument.
    ///
    /// # Errors
    /// Every [`Problem`] of the file; nothing was changed.
    pub(super) fn add_own(&mut self, file: OwnFile, instrument: &str) -> Result<(), Vec<Problem>> {
        let mut own: Vec<OwnFile> =
            self.own.iter().filter(|known| known.path != file.path).cloned().collect();
        let path = file.path.clone();
        own.push(file);
        own.sort_by(|a, b| a.path.cmp(&b.path));
        let (catalogue, wrong) = folder::catalogue(&own);
        if let Some(found) = wrong.iter().find(|wrong| wrong.path == path) {
            return Err(found.problems.clone());
        }
        (self.own, self.catalogue, self.wrong) = (own, Rc::new(catalogue), wrong);
        self.pin_again(instrument);
        Ok(())
    }

    /// An instrument that no wave asks is not part of the study.
    fn drop_unasked(&mut self) {
        let asked = |id: &String| self.study.waves.iter().any(|wave| wave.instruments.contains(id));
        let asked: Vec<String> =
            self.study.instruments.iter().map(|used| used.id.clone()).filter(asked).collect();
        self.study.instruments.retain(|used| asked.contains(&used.id));
    }
}
