//! One unfinished piece of work, kept on the device, encrypted.
//!
//! Promises: what is kept is encrypted with a key that no script can read out (WebCrypto, not extractable); the newest
//! state wins however slow an earlier write was; after [`Drafts::forget`] neither data nor key is left, not even by a
//! write that had begun before. A browser without storage is a usual case ([`Blocked`]), never a panic.
//!
//! Two tabs: whoever opens the place puts a mark on what is kept, and a write or removal by a tab with another mark
//! changes nothing ([`Loss::TakenOver`]). Reading and marking, comparing and writing are each one step of the database,
//! so it does not matter how late the first tab hears of it.
//!
//! What can be lost when the browser is killed: a state is handed to the database within a few milliseconds of the tap
//! that made it, and at most one waits behind it. So the last tap at most is lost, never one before it.

mod database;
mod lock;
mod persistence;

use self::{
    database::{Change, Database, Kept, Outcome},
    lock::Lock,
};
use super::spawn;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// This browser keeps nothing: storage is switched off, full, or does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

impl From<wasm_bindgen::JsValue> for Blocked {
    fn from(_: wasm_bindgen::JsValue) -> Self {
        Self
    }
}

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The browser did not write it.
    NotWritten,
    /// The place is another tab's now.
    TakenOver,
}

/// The place of one piece of work. Clones share it.
#[derive(Clone)]
pub struct Drafts(Rc<Inner>);

struct Inner {
    name: String,
    database: Database,
    lock: Lock,
    /// What is to be written next; a newer state replaces one that still waits.
    waiting: RefCell<Option<Vec<u8>>>,
    busy: Cell<bool>,
    /// The mark of this tab.
    owner: f64,
    /// Whether something of this tab's is kept: if it is gone, another tab removed it.
    there: Cell<bool>,
    /// Whether the browser was asked not to throw it away.
    asked_to_stay: Cell<bool>,
    /// Counted up by [`Drafts::forget`]: a write of an older generation is dropped.
    generation: Cell<u32>,
    failed: Rc<dyn Fn(Loss)>,
}

impl Drafts {
    /// Opens the place called `name`, takes it over from any other tab and reads what is kept there; what can't be read
    /// counts as nothing. `failed` is called whenever something is not kept later.
    ///
    /// # Errors
    /// [`Blocked`].
    pub async fn open(name: &str, failed: Rc<dyn Fn(Loss)>) -> Result<(Self, Option<Vec<u8>>), Blocked> {
        let lock = Lock::make().await?;
        let database = Database::open().await?;
        let mark = js_sys::Math::random();
        let Outcome::Done(kept) = database.change(name, Change::Take(mark)).await? else {
            return Err(Blocked);
        };
        let inner = Inner {
            name: name.into(),
            database,
            lock,
            waiting: RefCell::new(None),
            busy: Cell::new(false),
            owner: kept.as_ref().map_or(mark, |kept| kept.owner),
            there: Cell::new(kept.is_some()),
            asked_to_stay: Cell::new(false),
            generation: Cell::new(0),
            failed,
        };
        Ok((Self(Rc::new(inner)), opened(kept).await))
    }

    /// Reads what is kept in the place called `name` and leaves it to the tab whose it is.
    ///
    /// # Errors
    /// [`Blocked`].
    pub async fn look(name: &str) -> Result<Option<Vec<u8>>, Blocked> {
        let kept = Database::open().await?.read(name).await?;
        Ok(opened(kept).await)
    }

    /// Keeps `work` in the place of what was kept before. Returns at once.
    pub fn keep(&self, work: Vec<u8>) {
        self.0.waiting.replace(Some(work));
        if !self.0.busy.replace(true) {
            let inner = Rc::clone(&self.0);
            spawn(async move { inner.write_all().await });
        }
    }

    /// Asks the browser, once, not to throw what is kept away. Some put that question to the person: it comes when there
    /// is something to keep, not while they read what this is about.
    pub fn ask_to_stay(&self) {
        if !self.0.asked_to_stay.replace(true) {
            persistence::ask_for();
        }
    }

    /// Removes what is kept, and its key with it.
    ///
    /// # Errors
    /// [`Blocked`]: it may still be there.
    pub async fn forget(&self) -> Result<(), Blocked> {
        self.let_go();
        self.0.there.set(false);
        match self.0.database.change(&self.0.name, Change::Remove(self.0.owner)).await? {
            Outcome::Done(_) => Ok(()),
            Outcome::NotOurs => Err(Blocked),
        }
    }

    /// Writes nothing more of what waits.
    pub fn let_go(&self) {
        self.0.waiting.take();
        self.0.generation.set(self.0.generation.get() + 1);
    }
}

impl Inner {
    /// One write after the other until nothing waits.
    async fn write_all(&self) {
        loop {
            let next = self.waiting.take();
            let Some(work) = next else { break };
            let loss = match self.write(&work).await {
                Ok(true) => continue,
                Ok(false) => Loss::TakenOver,
                Err(Blocked) => Loss::NotWritten,
            };
            (self.failed)(loss);
        }
        self.busy.set(false);
    }

    /// Gives whether the place is still this tab's.
    async fn write(&self, work: &[u8]) -> Result<bool, Blocked> {
        let generation = self.generation.get();
        let is_past = || generation != self.generation.get();
        let (nonce, data) = self.lock.close(work).await?;
        if is_past() {
            return Ok(true);
        }
        let kept = Kept { key: self.lock.key().clone(), nonce, data, owner: self.owner };
        let outcome = self.database.change(&self.name, Change::Write(&kept, self.there.get())).await;
        if is_past() {
            return Ok(true);
        }
        let ours = matches!(outcome?, Outcome::Done(_));
        self.there.set(ours);
        Ok(ours)
    }
}

async fn opened(kept: Option<Kept>) -> Option<Vec<u8>> {
    let kept = kept?;
    lock::open(&kept.key, &kept.nonce, &kept.data).await.ok()
}
