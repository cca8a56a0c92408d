//! One unfinished piece of work, kept on the device, encrypted.
//!
//! Promises: what is kept is encrypted with a key that no script can read out (WebCrypto, not extractable); the newest
//! state wins however slow an earlier write was; after [`Drafts::forget`] neither data nor key is left, not even by a
//! write that had begun before. A browser without storage is a usual case ([`Blocked`]), never a panic.

mod database;
mod lock;

use self::{
    database::{Database, Kept},
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
    /// Counted up by [`Drafts::forget`]: a write of an older generation is dropped.
    generation: Cell<u32>,
    failed: Box<dyn Fn()>,
}

impl Drafts {
    /// Opens the place called `name` and reads what is kept there; what can't be read counts as nothing. `failed` is
    /// called whenever a later write fails.
    ///
    /// # Errors
    /// [`Blocked`].
    pub async fn open(name: &str, failed: impl Fn() + 'static) -> Result<(Self, Option<Vec<u8>>), Blocked> {
        let lock = Lock::make().await?;
        let database = Database::open().await?;
        let kept = match database.read(name).await? {
            Some(kept) => lock::open(&kept.key, &kept.nonce, &kept.data).await.ok(),
            None => None,
        };
        let inner = Inner {
            name: name.into(),
            database,
            lock,
            waiting: RefCell::new(None),
            busy: Cell::new(false),
            generation: Cell::new(0),
            failed: Box::new(failed),
        };
        Ok((Self(Rc::new(inner)), kept))
    }

    /// Keeps `work` in the place of what was kept before. Returns at once.
    pub fn keep(&self, work: Vec<u8>) {
        self.0.waiting.replace(Some(work));
        if !self.0.busy.replace(true) {
            let inner = Rc::clone(&self.0);
            spawn(async move { inner.write_all().await });
        }
    }

    /// Removes what is kept, and its key with it.
    ///
    /// # Errors
    /// [`Blocked`]: it may still be there.
    pub async fn forget(&self) -> Result<(), Blocked> {
        self.0.waiting.take();
        self.0.generation.set(self.0.generation.get() + 1);
        self.0.database.remove(&self.0.name).await
    }
}

impl Inner {
    /// One write after the other until nothing waits.
    async fn write_all(&self) {
        loop {
            let next = self.waiting.take();
            let Some(work) = next else { break };
            if self.write(&work).await.is_err() {
                (self.failed)();
            }
        }
        self.busy.set(false);
    }

    async fn write(&self, work: &[u8]) -> Result<(), Blocked> {
        let generation = self.generation.get();
        let (nonce, data) = self.lock.close(work).await?;
        if generation != self.generation.get() {
            return Ok(());
        }
        self.database.write(&self.name, &Kept { key: self.lock.key().clone(), nonce, data }).await
    }
}
