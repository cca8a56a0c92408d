//! The place of a draft in a real browser.
#![cfg(target_arch = "wasm32")]

use linkwell::browser::{
    drafts::{Blocked, Drafts, Loss},
    tabs,
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

async fn open(name: &str) -> (Drafts, Option<Vec<u8>>) {
    Drafts::open(name, Rc::new(|loss| panic!("not kept: {loss:?}"))).await.expect("storage")
}

/// What is kept, left to whose it is.
async fn look(name: &str) -> Option<Vec<u8>> {
    Drafts::look(name).await.expect("storage")
}

/// Waits until `expected` is kept; the browser's test run ends a wait without end.
async fn until_kept(name: &str, expected: Option<&[u8]>) {
    while look(name).await.as_deref() != expected {}
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
        assert_eq!(look("newest").await, Some(vec![199; 5000]));
    }
}

#[wasm_bindgen_test]
async fn a_write_that_had_begun_brings_nothing_back_after_forgetting() {
    let (drafts, _) = open("forgotten").await;
    drafts.keep(vec![1; 100_000]);
    drafts.forget().await.expect("removed");
    for _ in 0..20 {
        assert_eq!(look("forgotten").await, None);
    }
    drafts.keep(b"anew".to_vec());
    until_kept("forgotten", Some(b"anew")).await;
}

#[wasm_bindgen_test]
async fn a_place_that_was_taken_over_is_changed_by_its_new_owner_only() {
    let losses = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&losses);
    let (first, _) =
        Drafts::open("taken", Rc::new(move |loss| told.borrow_mut().push(loss))).await.expect("storage");
    first.keep(b"first".to_vec());
    until_kept("taken", Some(b"first")).await;
    let (second, found) = Drafts::open("taken", Rc::new(|_| ())).await.expect("storage");
    assert_eq!(found.as_deref(), Some(b"first".as_slice()), "the new owner reads what was kept");

    first.keep(b"too late".to_vec());
    while losses.borrow().is_empty() {
        look("taken").await;
    }
    assert_eq!(*losses.borrow(), [Loss::TakenOver]);
    assert_eq!(first.forget().await, Err(Blocked));
    assert_eq!(look("taken").await.as_deref(), Some(b"first".as_slice()));

    second.keep(b"second".to_vec());
    until_kept("taken", Some(b"second")).await;
    second.forget().await.expect("removed");
    assert_eq!(look("taken").await, None);
}

#[wasm_bindgen_test]
async fn what_another_tab_removed_is_not_brought_back() {
    let losses = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&losses);
    let (first, _) =
        Drafts::open("removed", Rc::new(move |loss| told.borrow_mut().push(loss))).await.expect("storage");
    first.keep(b"first".to_vec());
    until_kept("removed", Some(b"first")).await;
    let (second, _) = Drafts::open("removed", Rc::new(|_| ())).await.expect("storage");
    second.forget().await.expect("removed");
    first.keep(b"back again".to_vec());
    while losses.borrow().is_empty() {
        assert_eq!(look("removed").await, None);
    }
    assert_eq!(look("removed").await, None);
    assert_eq!(losses.borrow().as_slice(), [Loss::TakenOver]);
}

#[wasm_bindgen_test]
async fn a_name_has_one_tab_at_a_time_and_force_is_heard_of() {
    let lost = Rc::new(RefCell::new(0));
    let told = Rc::clone(&lost);
    let first = tabs::take("one", false, Rc::new(move || *told.borrow_mut() += 1)).await;
    assert!(first.is_some());
    assert!(tabs::take("one", false, Rc::new(|| ())).await.is_none(), "the name is taken");
    assert!(tabs::take("another", false, Rc::new(|| ())).await.is_some(), "names do not mix");
    let second = tabs::take("one", true, Rc::new(|| panic!("nobody takes it again"))).await;
    assert!(second.is_some());
    while *lost.borrow() == 0 {
        look("one").await;
    }
    assert_eq!(*lost.borrow(), 1);
    drop(second);
    assert!(tabs::take("one", false, Rc::new(|| ())).await.is_some(), "what is given back can be taken");
}
