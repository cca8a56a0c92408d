//! The page as a person in a browser meets it: words to read, things to select.

use crate::support::Sample;
use js_sys::{Function, Promise, Reflect};
use linkwell::{browser::drafts::Drafts, patient::App};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, Window};
use yew::AppHandle;

/// How many turns of the browser to wait for something that must come.
const PATIENCE: u32 = 2000;

/// A page that is open.
pub struct Page {
    host: Element,
    app: AppHandle<App>,
}

fn window() -> Window {
    web_sys::window().expect("a window")
}

fn document() -> Document {
    window().document().expect("a document")
}

fn run(script: &str) -> JsValue {
    js_sys::eval(script).expect("a right script")
}

/// Waits for the browser's next turn.
async fn next_turn() {
    yew::scheduler::flush().await;
    let turn = Promise::new(&mut |done, _| {
        window().set_timeout_with_callback(&done).expect("a timer");
    });
    JsFuture::from(turn).await.expect("a timer does not fail");
    yew::scheduler::flush().await;
}

/// From now on the tab looks like one that was just opened.
pub fn new_visit() {
    window().history().expect("a history").replace_state(&JsValue::NULL, "").expect("replaced");
}

/// The step that the shown entry of the history holds.
pub fn history_step() -> Option<f64> {
    let state = window().history().expect("a history").state().expect("a state");
    Reflect::get_u32(&state, 0).ok().and_then(|step| step.as_f64())
}

/// The id of the element with the focus.
pub fn focused_id() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Waits until what the page keeps of the sample's first wave is as expected, as text; empty for nothing.
pub async fn kept(sample: &Sample, expected: impl Fn(&str) -> bool) {
    let place = format!("{}/baseline/", sample.study.id);
    for _ in 0..PATIENCE {
        let kept = Drafts::look(&place).await.expect("storage");
        if expected(&String::from_utf8_lossy(&kept.unwrap_or_default())) {
            return;
        }
        next_turn().await;
    }
    panic!("what is kept never became what was expected");
}

/// A browser that refuses storage; the result lets it again.
pub fn with_blocked_storage() -> impl FnOnce() {
    run("window.trueStorage = Object.getOwnPropertyDescriptor(window, 'indexedDB'); \
         Object.defineProperty(window, 'indexedDB', { configurable: true, get() { throw new DOMException('no') } })");
    || drop(run("Object.defineProperty(window, 'indexedDB', window.trueStorage)"))
}

impl Page {
    /// Opens the page of a study and waits for its first screen.
    pub async fn open(sample: &Sample) -> Self {
        Self::open_with(&sample.bundle()).await
    }

    /// Opens the page with this text as the study's bundle.
    pub async fn open_with(bundle: &str) -> Self {
        let serve =
            Function::new_with_args("text", "window.fetch = () => Promise.resolve(new Response(text))");
        serve.call1(&JsValue::NULL, &bundle.into()).expect("served");
        let host = document().create_element("div").expect("a host");
        document().body().expect("a body").append_child(&host).expect("appended");
        let page = Self { app: yew::Renderer::<App>::with_root(host.clone()).render(), host };
        page.until("the first screen", |page| !["", "Loading"].contains(&page.heading().as_str())).await;
        page
    }

    /// Closes the page; what it kept stays.
    pub fn close(self) {
        self.app.destroy();
        self.host.remove();
    }

    /// Waits until something is so.
    pub async fn until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..PATIENCE {
            if is_so(self) {
                yew::scheduler::flush().await;
                return;
            }
            next_turn().await;
        }
        panic!("{what} never came; the page shows: {}", self.host.text_content().unwrap_or_default());
    }

    /// Waits until the heading of a new step has the focus.
    pub async fn begins_anew(&self) {
        self.until("the focus on the heading", |_| focused_id() == "heading").await;
    }

    /// Waits until the heading of a new step has the focus, and compares it.
    pub async fn begins_with(&self, heading: &str) {
        self.begins_anew().await;
        assert_eq!(self.heading(), heading);
    }

    pub fn heading(&self) -> String {
        self.find("h1").and_then(|heading| heading.text_content()).unwrap_or_default()
    }

    pub fn title(&self) -> String {
        document().title()
    }

    /// Whether these words are anywhere on the page.
    pub fn shows(&self, words: &str) -> bool {
        self.host.text_content().unwrap_or_default().contains(words)
    }

    /// Selects the button or link with exactly these words.
    pub async fn select(&self, words: &str) {
        let all = self.host.query_selector_all("button, a").expect("a right selector");
        let found = (0..all.length())
            .filter_map(|at| all.get(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()))
            .find(|element| element.text_content().is_some_and(|text| text == words));
        found
            .unwrap_or_else(|| panic!("nothing says {words}; the page shows: {:?}", self.host.text_content()))
            .click();
        yew::scheduler::flush().await;
    }

    /// Chooses the radio button with this id.
    pub async fn choose(&self, id: &str) {
        let radio = self.find(&format!("input[id='{id}']")).expect("a radio button");
        radio.dyn_into::<HtmlElement>().expect("an element").click();
        yew::scheduler::flush().await;
    }

    /// The id of the radio button for this code of the item on the screen.
    pub fn cell(&self, code: i32) -> String {
        self.find(&format!("input[type=radio][value='{code}']")).expect("a cell with this code").id()
    }

    /// The id of the radio button that the browser itself takes for chosen.
    pub fn chosen(&self) -> Option<String> {
        self.find("input[type=radio]:checked").map(|radio| radio.id())
    }

    /// Types into the only text field.
    pub async fn type_text(&self, text: &str) {
        let field: HtmlInputElement =
            self.find("input[type=text]").and_then(|f| f.dyn_into().ok()).expect("a field");
        field.set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &bubbling).expect("an event");
        field.dispatch_event(&event).expect("told");
        yew::scheduler::flush().await;
    }

    pub async fn browser_back(&self) {
        window().history().expect("a history").back().expect("went back");
        next_turn().await;
    }

    pub async fn browser_forward(&self) {
        window().history().expect("a history").forward().expect("went forward");
        next_turn().await;
    }

    /// Whether the browser would ask before this page is left.
    pub fn asks_before_leaving(&self) -> bool {
        run("(() => { const e = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(e); return e.defaultPrevented })()")
            .is_truthy()
    }

    /// Name and text of the file that the button with these words saves.
    pub async fn saved_by(&self, words: &str) -> (String, String) {
        run(
            "window.savedFile = null; HTMLAnchorElement.prototype.trueClick ??= HTMLAnchorElement.prototype.click; \
             HTMLAnchorElement.prototype.click = function () { if (this.download) { window.savedFile = [this.download, this.href] } else { this.trueClick() } }",
        );
        self.select(words).await;
        self.until("a saved file", |_| run("window.savedFile !== null").is_truthy()).await;
        self.until("a word about it", |page| page.shows("The file is saved.")).await;
        let name = run("window.savedFile[0]").as_string().expect("a name");
        // The page's own `fetch` is replaced in these tests.
        let text = run(
            "(() => { const r = new XMLHttpRequest(); r.open('GET', window.savedFile[1], false); r.send(); return r.responseText })()",
        );
        (name, text.as_string().expect("a text"))
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.host.query_selector(selector).expect("a right selector")
    }
}
