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

/// What is kept: the key inside the browser, and what was encrypted under it.
pub(super) struct Kept {
    pub(super) key: CryptoKey,
    pub(super) nonce: Uint8Array,
    pub(super) data: Uint8Array,
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

    pub(super) async fn read(&self, name: &str) -> Result<Option<Kept>, Blocked> {
        let found = answer(&self.table(IdbTransactionMode::Readonly)?.get(&name.into())?).await?;
        Ok(Kept::from_value(&found))
    }

    /// The database runs writes to one table in the order in which they were asked for.
    pub(super) async fn write(&self, name: &str, kept: &Kept) -> Result<(), Blocked> {
        let table = self.table(IdbTransactionMode::Readwrite)?;
        table.put_with_key(&kept.to_value(), &name.into())?;
        committed(&table).await
    }

    pub(super) async fn remove(&self, name: &str) -> Result<(), Blocked> {
        let table = self.table(IdbTransactionMode::Readwrite)?;
        table.delete(&name.into())?;
        committed(&table).await
    }

    fn table(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, Blocked> {
        Ok(self.0.transaction_with_str_and_mode(TABLE, mode)?.object_store(TABLE)?)
    }
}

impl Kept {
    fn to_value(&self) -> JsValue {
        Array::of3(&self.key, &self.nonce, &self.data).into()
    }

    fn from_value(value: &JsValue) -> Option<Self> {
        let parts: &Array = value.dyn_ref()?;
        let (key, nonce, data) = (parts.get(0), parts.get(1), parts.get(2));
        Some(Self { key: key.dyn_into().ok()?, nonce: nonce.dyn_into().ok()?, data: data.dyn_into().ok()? })
    }
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
