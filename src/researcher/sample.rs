//! The sample study that comes with the page.
//!
//! Its files are loaded as a part of loading the page at its `?sample` address, never later, so that the page keeps its
//! promise to ask for nothing once it is there.

use super::{
    input::Chosen,
    key::{KeyRead, Keys, read_key},
    study::ChosenStudy,
};
use crate::browser::fetch;
use serde::Deserialize;
use std::rc::Rc;
use zeroize::Zeroizing;

/// What follows the `?` of the address that shows the sample.
pub const WORD: &str = "sample";

/// The list of the sample's files, all of them beside it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    /// The study's bundle.
    study: String,
    /// The key file of its team, open to everybody.
    key: String,
    /// The sealed files.
    sealed: Vec<String>,
}

/// All that is needed to open the sample's files.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The study.
    pub study: Rc<ChosenStudy>,
    /// Its key.
    pub keys: Rc<Keys>,
    /// Its files.
    pub files: Vec<Chosen>,
}

/// Loads the sample; `None` when a part of it is not beside the page, or not right.
pub async fn load() -> Option<Sample> {
    let index: Index = serde_json::from_str(&text("index.json").await?).ok()?;
    let study = ChosenStudy::read(text(&index.study).await?.as_bytes(), true).ok()?;
    let key = Zeroizing::new(text(&index.key).await?.into_bytes());
    let KeyRead::Ready(keys) = read_key(key).ok()? else { return None };
    let mut files = Vec::with_capacity(index.sealed.len());
    for name in &index.sealed {
        files.push(Chosen::in_memory(name, text(name).await?.as_bytes()));
    }
    Some(Sample { study: Rc::new(study), keys, files })
}

async fn text(name: &str) -> Option<String> {
    fetch::text(&["sample/", name].concat()).await
}
