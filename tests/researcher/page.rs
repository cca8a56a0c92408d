//! The page with its clerk, who answers whatever the page asks; both are values, so that a test can go two ways from
//! one point.

use crate::support::{TEAM_KEY, chosen_study, keys_in, offer, opened};
use linkwell::researcher::{
    Action, Look, Stage, Store,
    clerk::{Answered, Ask, Asked, Clerk, Overview, Reply},
    crew::{pack, read, write},
};
use std::{collections::BTreeMap, ops::Deref, rc::Rc};

/// The page, and all that its clerk was ever asked.
#[derive(Clone, Default)]
pub struct Page {
    store: Store,
    asked: Vec<Ask>,
}

impl Deref for Page {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl Page {
    /// The page after `action`, and after everything that the clerk answers then.
    pub fn after(&self, action: Action) -> Self {
        self.unanswered(action).answered()
    }

    /// The page after `action`, while the clerk is still at it.
    pub fn unanswered(&self, action: Action) -> Self {
        Self { store: self.store.after(action), asked: self.asked.clone() }
    }

    /// The page when the clerk has answered.
    pub fn answered(&self) -> Self {
        let mut next = self.clone();
        let mut clerk = next.clerk();
        while let Some(Asked { number, ask }) = next.store.asking.list.first().cloned() {
            next.asked.push(ask.clone());
            let answer = clerk.hear(ask).expect("whatever the store asks is answered").answer;
            next.store = next.store.after(Action::Answered(number, carried(number, answer)));
        }
        while next.store.draws_more().is_some() {
            next.store = next.store.after(Action::DrawMore);
        }
        next
    }

    /// The page when all of its files are open.
    pub fn open_now(&self) -> Self {
        let opening = self.after(Action::Open);
        let (all, examined) = opened(&opening.files, &keys_in(TEAM_KEY), &offer());
        opening.examined(all, &examined)
    }

    /// The page when its run has ended with this, all of which goes to the clerk.
    pub fn examined(&self, all: linkwell::researcher::Opened, examined: &[cohort::Examined]) -> Self {
        let mut next = self.clone();
        let study = chosen_study(false).source.to_string();
        next.asked = vec![Ask::Begin { study }, Ask::Take { parts: vec![pack(examined)] }];
        next.after(Action::Examined(self.run, Rc::new(all)))
    }

    /// The clerk, as it is now.
    pub fn clerk(&self) -> Clerk {
        let mut clerk = Clerk::default();
        for ask in &self.asked {
            clerk.hear(ask.clone());
        }
        clerk
    }

    /// A file that the clerk makes.
    pub fn file(&self, name: &str) -> Vec<u8> {
        let reply = self.clerk().hear(Ask::Make { name: name.into() });
        let Some(Reply { content: Some(bytes), .. }) = reply else { panic!("no {name}") };
        bytes
    }

    /// Every file of the results folder.
    pub fn files_made(&self) -> BTreeMap<&'static str, Vec<u8>> {
        cohort::results::NAMES.into_iter().map(|name| (name, self.file(name))).collect()
    }

    /// What stands on every screen.
    pub fn overview(&self) -> &Overview {
        self.shown().0
    }

    /// What is looked at.
    pub fn look(&self) -> &Look {
        self.shown().1
    }

    fn shown(&self) -> (&Overview, &Look) {
        match &self.stage {
            Stage::Found(overview, look) => (overview, look),
            other => panic!("nothing found: {other:?}"),
        }
    }
}

/// An answer as it comes from a worker.
fn carried(number: u32, answer: linkwell::researcher::clerk::Answer) -> linkwell::researcher::clerk::Answer {
    let text = write(&Answered { number, answer });
    let arrived: Answered = read(&text).expect("it was written here");
    assert_eq!(arrived.number, number);
    arrived.answer
}
