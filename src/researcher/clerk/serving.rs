//! The clerk in a worker, and what is said to it and by it.

use super::{Answer, Ask, Clerk};
use crate::{
    browser::{
        content::Content,
        worker::{self, Message, Thing},
    },
    researcher::crew::{read, write},
};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use zeroize::Zeroizing;

/// An ask with its number, which is counted up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The number.
    pub number: u32,
    /// The ask.
    pub ask: Ask,
}

/// An answer with the number of what was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// The number.
    pub number: u32,
    /// The answer.
    pub answer: Answer,
}

impl Asked {
    /// As a message.
    pub(in crate::researcher) fn sent(self) -> Message {
        let text = write(&self);
        let things = match self.ask {
            Ask::Take { parts } => parts.into_iter().map(Thing::Bytes).collect(),
            Ask::Analyse { contacts: Some(table), .. } => vec![Thing::Bytes(Zeroizing::new(table.to_vec()))],
            _ => Vec::new(),
        };
        Message { text, things }
    }

    /// What a message asks; none where it is from another version.
    fn arrived(message: Message) -> Option<Self> {
        let mut asked: Self = read(&message.text)?;
        let bytes = message.things.into_iter().filter_map(|thing| match thing {
            Thing::Bytes(bytes) => Some(bytes),
            _ => None,
        });
        match &mut asked.ask {
            Ask::Take { parts } => parts.extend(bytes),
            Ask::Analyse { contacts, .. } => *contacts = bytes.last().map(|table| table.as_slice().into()),
            _ => {}
        }
        Some(asked)
    }
}

/// Serves the page until the page ends this worker.
pub(in crate::researcher) fn serve() {
    let clerk = RefCell::new(Clerk::default());
    worker::serve(move |message| {
        // Whatever goes wrong ends this worker, and the page says so: nothing is left out in silence.
        let Asked { number, ask } = Asked::arrived(message).expect("page and worker are the same program");
        let Some(reply) = clerk.borrow_mut().hear(ask) else { return };
        let content = reply.content.and_then(|bytes| Content::of(&bytes));
        let things = content.into_iter().map(Thing::Content).collect();
        worker::say(Message { text: write(&Answered { number, answer: reply.answer }), things });
    });
    let text = write(&Answered { number: 0, answer: Answer::Ready });
    worker::say(Message { text, things: Vec::new() });
}
