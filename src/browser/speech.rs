//! The device's own voices.
//!
//! Promises: only voices that speak on the device itself, so that no word leaves it. Must never start by itself.

use super::{has, window};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn speech() -> Option<SpeechSynthesis> {
    let window = window();
    let there = has(&window, "speechSynthesis") && has(&window, "SpeechSynthesisUtterance");
    there.then(|| window.speech_synthesis().ok()).flatten()
}

fn voices(speech: &SpeechSynthesis) -> impl Iterator<Item = SpeechSynthesisVoice> {
    let voices = speech.get_voices().into_iter().map(|voice| voice.unchecked_into::<SpeechSynthesisVoice>());
    voices.filter(SpeechSynthesisVoice::local_service)
}

/// The languages that voices of this device speak, as BCP 47 tags.
pub fn languages() -> Vec<String> {
    speech().map(|speech| voices(&speech).map(|voice| voice.lang()).collect()).unwrap_or_default()
}

/// Calls `changed` whenever voices were found, for as long as the result lives.
pub fn on_voices(changed: impl Fn() + 'static) -> Option<EventListener> {
    let speech = speech().filter(|speech| has(speech, "addEventListener"))?;
    Some(EventListener::new(&speech, "voiceschanged", move |_| changed()))
}

/// Whether two tags mean the same language, whatever the country: some devices write `en_GB`.
pub fn same_language(one: &str, other: &str) -> bool {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    language(one) == language(other)
}

/// Texts that are being said. Silence when it is dropped.
pub struct Reading {
    /// Some browsers forget what nobody holds, and then never say that they ended.
    _said: Vec<SpeechSynthesisUtterance>,
    _listeners: Vec<EventListener>,
}

impl Reading {
    /// Says `parts`, one after the other, with a voice of this device in `language`; `ended` is called after the last.
    pub fn new(parts: &[String], language: &str, ended: impl Fn() + Clone + 'static) -> Self {
        let mut reading = Self { _said: Vec::new(), _listeners: Vec::new() };
        let Some(speech) = speech() else { return reading };
        let fitting = || voices(&speech).filter(|voice| same_language(&voice.lang(), language));
        // Who has English or Welsh questions hears it as spoken in Britain where the device can.
        let voice = fitting().find(|voice| voice.lang().ends_with("GB")).or_else(|| fitting().next());
        for part in parts {
            let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(part) else { break };
            utterance.set_lang(language);
            utterance.set_voice(voice.as_ref());
            reading._said.push(utterance);
        }
        if let Some(last) = reading._said.last() {
            reading._listeners = ["end", "error"]
                .map(|name| {
                    let ended = ended.clone();
                    EventListener::new(last, name, move |_| ended())
                })
                .into();
        }
        reading._said.iter().for_each(|utterance| speech.speak(utterance));
        reading
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let Some(speech) = speech() {
            speech.cancel();
        }
    }
}
