//! Workers: the page's own program once more, beside the page, so that long work never holds the page up.
//!
//! Promises: the one place that knows how workers are started; a worker ends with the value that stands for it, and with
//! it all of its memory; one that cannot be started, or dies, is told as such and never waited for. Bytes are moved, not
//! copied, and overwritten where they arrive once they were read. Must never know what is said.
//!
//! Everything goes through the names that browsers give it, without `web_sys`: a script's address must be one that
//! Trusted Types have passed, which those bindings cannot take.

use super::{content::Content, document, has, read_files::LocalFile, record, window};
use js_sys::{Array, Function, Reflect, Uint8Array, global};
use std::cell::OnceCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, File, Url};
use zeroize::Zeroizing;

/// The page names the script of its workers here.
const SCRIPT: &str = "meta[name=linkwell-crew]";
/// Where `boot.js` finds the page's own script.
const PAGE_SCRIPT: &str = "page-script";
/// In a page that is one file: the element with all of its script, which is that of its workers, too.
const WHOLE: &str = "page-whole";
/// The rule by which the one address of a worker's script passes: `hosting` names it in the policy.
const POLICY: &str = "linkwell-crew";

/// What is said from one side to the other.
#[derive(Debug, Default)]
pub struct Message {
    /// The words.
    pub text: String,
    /// What goes along.
    pub things: Vec<Thing>,
}

/// What goes along with words.
#[derive(Debug)]
pub enum Thing {
    /// Bytes, wiped wherever they were.
    Bytes(Zeroizing<Vec<u8>>),
    /// A file that a person chose: its content is read on the other side.
    File(LocalFile),
    /// The content of a file to be saved: the browser keeps it, nothing is copied.
    Content(Content),
}

/// What comes from a worker.
#[derive(Debug)]
pub enum Told {
    /// It says something.
    Said(Message),
    /// It did not start, or has ended with a mistake. Nothing more comes from it.
    Died,
}

/// A worker. It ends when this is dropped, whatever it is doing.
pub struct Worker {
    worker: JsValue,
    _listeners: [Closure<dyn Fn(JsValue)>; 2],
}

/// How many workers this device can make use of; 1 where the browser does not tell.
pub fn useful() -> usize {
    let told = Reflect::get(&window().navigator(), &"hardwareConcurrency".into()).ok();
    told.and_then(|number| number.as_f64()).map_or(1, |number| number.max(1.0) as usize)
}

impl Worker {
    /// Starts one that is called `name` and tells `told` what it has to say; `None` where this page can have none.
    pub fn start(name: &str, told: impl Fn(Told) + Clone + 'static) -> Option<Self> {
        // In one file, page and script came together: there is no address to say.
        let page = document().get_element_by_id(PAGE_SCRIPT);
        let script = page.and_then(|page| Reflect::get(&page, &"href".into()).ok());
        let kind = if script.is_some() { "module" } else { "classic" };
        let constructor: Function = Reflect::get(&global(), &"Worker".into()).ok()?.dyn_into().ok()?;
        let options = record(&[("type", kind.into()), ("name", name.into())]);
        let worker = Reflect::construct(&constructor, &Array::of2(&address()?, &options)).ok()?;
        let hear = {
            let told = told.clone();
            Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| told(Told::Said(message(&event))))
        };
        let fail = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            // The browser would write it on the console once more, with words of the program that are for us.
            let prevent = Reflect::get(&event, &"preventDefault".into());
            if let Some(prevent) = prevent.ok().and_then(|found| found.dyn_into::<Function>().ok()) {
                let _ = prevent.call0(&event);
            }
            told(Told::Died);
        });
        for (name, listener) in [("onmessage", &hear), ("onerror", &fail), ("onmessageerror", &fail)] {
            Reflect::set(&worker, &name.into(), listener.as_ref()).ok()?;
        }
        let started = Self { worker, _listeners: [hear, fail] };
        let first = record(&[("script", script.unwrap_or_default()), ("code", wasm_bindgen::module())]);
        post(&started.worker, &first, &Array::new()).then_some(started)
    }

    /// Says something to it and gives whether the browser took it.
    pub fn say(&self, message: Message) -> bool {
        let (said, moved) = written(message);
        post(&self.worker, &said, &moved)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let end = Reflect::get(&self.worker, &"terminate".into()).ok();
        if let Some(end) = end.and_then(|found| found.dyn_into::<Function>().ok()) {
            let _ = end.call0(&self.worker);
        }
    }
}

/// Whether this program runs in a worker and not in a page.
pub fn is_worker() -> bool {
    !has(&global(), "document")
}

/// In a worker: what the page called it when it was started.
pub fn name() -> String {
    Reflect::get(&global(), &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// In a worker: hands every message of the page to `hear`, until the worker ends.
pub fn serve(hear: impl Fn(Message) + 'static) {
    let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| hear(message(&event)));
    // A worker's global object takes it.
    let _ = Reflect::set(&global(), &"onmessage".into(), listener.as_ref());
    listener.forget();
}

/// In a worker: says something to the page.
pub fn say(message: Message) {
    let (said, moved) = written(message);
    post(&global(), &said, &moved);
}

thread_local! {
    /// The address of a worker's script, once it has passed. A page may make the rule for it only once.
    static ADDRESS: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

fn address() -> Option<JsValue> {
    ADDRESS.with(|address| address.get_or_init(passed_address).clone())
}

/// The address that the page names, or one that is made of its script and that only this page has.
fn found_address() -> Option<String> {
    if document().get_element_by_id(PAGE_SCRIPT).is_some() {
        return document().query_selector(SCRIPT).ok()??.get_attribute("content");
    }
    let script = document().get_element_by_id(WHOLE)?.text_content()?;
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let script = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &kind).ok()?;
    Url::create_object_url_with_blob(&script).ok()
}

/// The address of a worker's script, as a value that browsers with Trusted Types take.
fn passed_address() -> Option<JsValue> {
    let named = found_address()?;
    let types = Reflect::get(&window(), &"trustedTypes".into()).ok()?;
    if types.is_undefined() {
        return Some(named.into());
    }
    // Whatever it is asked for, this rule gives the one address.
    let give = Closure::<dyn Fn() -> JsValue>::new(move || JsValue::from(named.as_str()));
    let rules = record(&[("createScriptURL", give.as_ref().clone())]);
    let make: Function = Reflect::get(&types, &"createPolicy".into()).ok()?.dyn_into().ok()?;
    let policy = make.call2(&types, &POLICY.into(), &rules).ok()?;
    let pass: Function = Reflect::get(&policy, &"createScriptURL".into()).ok()?.dyn_into().ok()?;
    pass.call1(&policy, &"".into()).ok()
}

fn post(to: &JsValue, said: &JsValue, moved: &Array) -> bool {
    let post =
        Reflect::get(to, &"postMessage".into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
    post.is_some_and(|post| post.call2(to, said, moved).is_ok())
}

/// What the other side gets, and what is moved to it.
fn written(message: Message) -> (Array, Array) {
    let (said, moved) = (Array::of1(&message.text.into()), Array::new());
    for thing in message.things {
        match thing {
            Thing::Bytes(bytes) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                moved.push(&bytes.buffer());
                said.push(&bytes);
            }
            Thing::File(file) => drop(said.push(file.as_browser())),
            Thing::Content(content) => drop(said.push(content.as_browser())),
        }
    }
    (said, moved)
}

/// What the other side wrote; parts of another kind are left out.
fn message(event: &JsValue) -> Message {
    let said =
        Reflect::get(event, &"data".into()).unwrap_or_default().dyn_into::<Array>().unwrap_or_default();
    let text = said.get(0).as_string().unwrap_or_default();
    let things = said.iter().skip(1).filter_map(|thing| match thing.dyn_into::<Uint8Array>() {
        Ok(bytes) => {
            let read = Zeroizing::new(bytes.to_vec());
            bytes.fill(0, 0, bytes.length());
            Some(Thing::Bytes(read))
        }
        // Every file is some content, too.
        Err(other) => match other.dyn_into::<File>() {
            Ok(file) => Some(Thing::File(LocalFile::alone(file))),
            Err(other) => other.dyn_into::<Blob>().ok().map(|blob| Thing::Content(Content::arrived(blob))),
        },
    });
    Message { text, things: things.collect() }
}
