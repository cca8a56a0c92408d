//! The place of a draft in a real browser.
#![cfg(target_arch = "wasm32")]

use linkwell::browser::drafts::Drafts;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

async fn open(name: &str) -> (Drafts, Option<Vec<u8>>) {
    Drafts::open(name, |loss| panic!("not kept: {loss:?}")).await.expect("storage")
}

/// Waits until `expected` is kept; the browser's test run ends a wait without end.
async fn until_kept(name: &str, expected: Option<&[u8]>) {
    while open(name).await.1.as_deref() != expected {}
}

#[wasm_bindgen_test]
async fn what_was_kept_comes_back_and_places_do_not_mix() {
    let (one, before) = open("round/one").await;
    assert_eq!(before, None);
    let (two, _) = open("round/two").await;
    one.keep(b"first".to_vec());
    two.keep(b"second".to_vec());
    until_kept("round/one", Some(b"first")).await;
    until_kept("round/two", Some(b"second")).await;
}

#[wasm_bindgen_test]
async fn the_newest_wins_however_many_writes_wait() {
    let (drafts, _) = open("newest").await;
    for number in 0..200_u8 {
        drafts.keep(vec![number; 5000]);
        if number % 50 == 0 {
            // Gives the writer a turn in between.
            open("another").await;
        }
    }
    until_kept("newest", Some(&[199; 5000])).await;
    // No older state comes after it.
    for _ in 0..20 {
        assert_eq!(open("newest").await.1, Some(vec![199; 5000]));
    }
}

#[wasm_bindgen_test]
async fn a_write_that_had_begun_brings_nothing_back_after_forgetting() {
    let (drafts, _) = open("forgotten").await;
    drafts.keep(vec![1; 100_000]);
    drafts.forget().await.expect("removed");
    for _ in 0..20 {
        assert_eq!(open("forgotten").await.1, None);
    }
    drafts.keep(b"anew".to_vec());
    until_kept("forgotten", Some(b"anew")).await;
}
