//! The browser's database (IndexedDB) with its one table.

use super::{super::window, Blocked};
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CryptoKey, Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

const DATABASE: &str = "linkwell";
const TABLE: &str = "drafts";
/// Some browsers never answer the first request after a start; a page that waits for them would never begin.
const ANSWER_WITHIN_MS: i32 = 4000;

/// What is kept: the key inside the browser, what was encrypted under it, and the mark of the tab whose turn it is.
pub(super) struct Kept {
    pub(super) key: CryptoKey,
    pub(super) nonce: Uint8Array,
    pub(super) data: Uint8Array,
    pub(super) owner: f64,
}

/// What is to become of what is kept.
pub(super) enum Change<'a> {
    /// It gets the mark of this tab: from then on the tab before changes nothing.
    Take(f64),
    /// This takes its place, unless it has another tab's mark, or is gone though something of this tab's was there.
    Write(&'a Kept, bool),
    /// It is removed, unless it has a mark other than this.
    Remove(f64),
}

/// What became of a change.
pub(super) enum Outcome {
    /// It was made; here is what was there, with its mark as it is now.
    Done(Option<Kept>),
    /// What is kept is another tab's.
    NotOurs,
}

impl Change<'_> {
    fn is_allowed(&self, found: Option<&Kept>) -> bool {
        match (self, found) {
            (Self::Take(_), _) | (Self::Remove(_), None) => true,
            (Self::Write(_, there), None) => !there,
            (Self::Write(Kept { owner, .. }, _) | Self::Remove(owner), Some(found)) => *owner == found.owner,
        }
    }
}

pub(super) struct Database(IdbDatabase);

impl Database {
    pub(super) async fn open() -> Result<Self, Blocked> {
        let request = window().indexed_db()?.ok_or(Blocked)?.open_with_u32(DATABASE, 1)?;
        let make_table = Closure::once(|event: Event| {
            let request = event.target().and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
            let database =
                request.and_then(|r| r.result().ok()).and_then(|d| d.dyn_into::<IdbDatabase>().ok());
            // Without its table the database is of no use: the first read fails and storage counts as blocked.
            database.map(|database| database.create_object_store(TABLE).is_ok());
        });
        request.set_onupgradeneeded(Some(make_table.as_ref().unchecked_ref()));
        Ok(Self(answer(&request).await?.dyn_into()?))
    }

    /// Reads without a mark: for looking only.
    pub(super) async fn read(&self, name: &str) -> Result<Option<Kept>, Blocked> {
        found(&self.table(IdbTransactionMode::Readonly)?, name).await
    }

    /// Changes what is kept, in one step of the database: nothing happens between looking and changing, and steps run in
    /// the order in which they were asked for.
    pub(super) async fn change(&self, name: &str, change: Change<'_>) -> Result<Outcome, Blocked> {
        let table = self.table(IdbTransactionMode::Readwrite)?;
        let found = found(&table, name).await?;
        if !change.is_allowed(found.as_ref()) {
            return Ok(Outcome::NotOurs);
        }
        let name = name.into();
        let asked = match (&change, &found) {
            (Change::Take(_), None) => return Ok(Outcome::Done(None)),
            (Change::Take(owner), Some(kept)) => table.put_with_key(&kept.to_value(*owner), &name),
            (Change::Write(kept, _), _) => table.put_with_key(&kept.to_value(kept.owner), &name),
            (Change::Remove(_), _) => table.delete(&name),
        };
        let done = match asked {
            Ok(_) => committed(&table).await,
            Err(_) => Err(Blocked),
        };
        match (change, found, done) {
            // Storage that is too full for the new mark leaves the old one, which has to do.
            (Change::Take(owner), Some(kept), done) => {
                let owner = if done.is_ok() { owner } else { kept.owner };
                Ok(Outcome::Done(Some(Kept { owner, ..kept })))
            }
            (_, found, done) => done.map(|()| Outcome::Done(found)),
        }
    }

    fn table(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, Blocked> {
        Ok(self.0.transaction_with_str_and_mode(TABLE, mode)?.object_store(TABLE)?)
    }
}

impl Kept {
    fn to_value(&self, owner: f64) -> JsValue {
        Array::of4(&self.key, &self.nonce, &self.data, &owner.into()).into()
    }

    fn from_value(value: &JsValue) -> Option<Self> {
        let parts: &Array = value.dyn_ref()?;
        let (key, nonce, data) = (parts.get(0), parts.get(1), parts.get(2));
        let owner = parts.get(3).as_f64()?;
        Some(Self {
            key: key.dyn_into().ok()?,
            nonce: nonce.dyn_into().ok()?,
            data: data.dyn_into().ok()?,
            owner,
        })
    }
}

async fn found(table: &IdbObjectStore, name: &str) -> Result<Option<Kept>, Blocked> {
    Ok(Kept::from_value(&answer(&table.get(&name.into())?).await?))
}

async fn answer(request: &IdbRequest) -> Result<JsValue, Blocked> {
    within_time(|kept, failed| {
        request.set_onsuccess(Some(kept));
        request.set_onerror(Some(failed));
    })
    .await?;
    Ok(request.result()?)
}

async fn committed(table: &IdbObjectStore) -> Result<(), Blocked> {
    let transaction = table.transaction();
    within_time(|kept, failed| {
        transaction.set_oncomplete(Some(kept));
        transaction.set_onerror(Some(failed));
        transaction.set_onabort(Some(failed));
    })
    .await
}

/// Waits until one of the two functions is called, or until the time is up.
async fn within_time(listen: impl Fn(&Function, &Function)) -> Result<(), Blocked> {
    let promise = Promise::new(&mut |kept, failed| {
        listen(&kept, &failed);
        // Without a timer the page only waits longer.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&failed, ANSWER_WITHIN_MS);
    });
    JsFuture::from(promise).await?;
    Ok(())
}
