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
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) key: CryptoKey,
    pub(super) nonce: Uint8Array,
    pub(super) data: Uint8Array,
    pub(super) owner: f64,
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

    /// Reads what is kept and puts the mark of `owner` on it, in one go: from then on the tab before changes nothing. A
    /// storage that is too full for that leaves the old mark, which is what comes back.
    pub(super) async fn take(&self, name: &str, owner: f64) -> Result<Option<Kept>, Blocked> {
        let table = self.table(IdbTransactionMode::Readwrite)?;
        let Some(kept) = found(&table, name).await? else { return Ok(None) };
        let marked = Kept { owner, ..kept.clone() };
        let put = table.put_with_key(&marked.to_value(), &name.into());
        let marks = put.is_ok() && committed(&table).await.is_ok();
        Ok(Some(if marks { marked } else { kept }))
    }

    /// Writes, unless another tab has put its mark on what is kept, or has removed what was `there` before; gives
    /// whether it wrote. The database runs this as one step, and writes in the order in which they were asked for.
    pub(super) async fn write(&self, name: &str, kept: &Kept, there: bool) -> Result<bool, Blocked> {
        let table = self.table(IdbTransactionMode::Readwrite)?;
        let ours = match found(&table, name).await? {
            Some(found) => found.owner == kept.owner,
            None => !there,
        };
        if ours {
            table.put_with_key(&kept.to_value(), &name.into())?;
            committed(&table).await?;
        }
        Ok(ours)
    }

    /// Removes what is kept, unless it has another tab's mark.
    pub(super) async fn remove(&self, name: &str, owner: f64) -> Result<(), Blocked> {
        let table = self.table(IdbTransactionMode::Readwrite)?;
        if found(&table, name).await?.is_some_and(|kept| kept.owner != owner) {
            return Err(Blocked);
        }
        table.delete(&name.into())?;
        committed(&table).await
    }

    fn table(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, Blocked> {
        Ok(self.0.transaction_with_str_and_mode(TABLE, mode)?.object_store(TABLE)?)
    }
}

impl Kept {
    fn to_value(&self) -> JsValue {
        Array::of4(&self.key, &self.nonce, &self.data, &self.owner.into()).into()
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
