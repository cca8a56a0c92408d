//! Every mistake that a wording can have: its path and a word of what is said.

use crate::{
    kettle::{ARABIC, DEFINITION, WORDING},
    mistakes::{Edit, Told, assert_told, edited},
};
use engine::{
    catalogue::Catalogue,
    instrument::{Definition, Numerals, TextDirection, Wording, check_wording},
};

/// The wording with the edits made and its hash put right, so that only the other mistakes are told.
fn rehashed(edits: &[Edit<'_>], definition: &Definition) -> Wording {
    let mut wording: Wording = serde_json::from_str(&edited(WORDING, edits)).expect("of the format");
    wording.text_sha256 = wording.text_digest(definition);
    wording
}

fn all_told(cases: &[(&[Edit<'_>], Told<'_>)]) {
    let definition: Definition = serde_json::from_str(DEFINITION).expect("a definition");
    for (edits, told) in cases {
        assert_told(edits, &check_wording(&rehashed(edits, &definition), &definition), told);
    }
}

#[test]
fn identity_and_licence() {
    all_told(&[
        (&[], &[]),
        (&[("/format", "2")], &[("format", "format 1")]),
        (&[("/instrument", r#""teapot""#)], &[("instrument", "`kettle`")]),
        (&[("/instrument_version", r#""2""#)], &[("instrument_version", "`1`")]),
        (&[("/language", r#""English""#)], &[("language", "BCP 47")]),
        (&[("/language", r#""en_GB""#)], &[("language", "BCP 47")]),
        (&[("/language", r#""en-""#)], &[("language", "BCP 47")]),
        (&[("/language", r#""en-GB""#)], &[]),
        (&[("/source", r#""""#)], &[("source", "empty")]),
        (&[("/licence/name", r#""""#)], &[("licence.name", "empty")]),
        (&[("/licence/reference", r#""""#)], &[("licence.reference", "empty")]),
        (&[("/intro", r#""""#)], &[("intro", "empty")]),
        (&[("/intro", "")], &[]),
    ]);
}

#[test]
fn a_licensed_text_needs_its_reference() {
    let json = edited(DEFINITION, &[("/licence/wording_needs_reference", "true")]);
    let definition: Definition = serde_json::from_str(&json).expect("a definition");
    let without = check_wording(&rehashed(&[], &definition), &definition);
    assert_told(&[], &without, &[("licence.reference", "licence of your own")]);
    let edits = [("/licence/reference", r#""123456""#)];
    assert_told(&edits, &check_wording(&rehashed(&edits, &definition), &definition), &[]);
}

#[test]
fn items() {
    all_told(&[
        (
            &[("/items/11/item", r#""mugs_today""#)],
            &[("items[11].item", "no item"), ("items", "`cups_today`"), ("labels.cups", "no item uses")],
        ),
        (
            &[("/items/-", r#"{"item": "hum", "text": "Again?", "labels": "joy"}"#)],
            &[("items[12].item", "already")],
        ),
        (&[("/items/0/text", r#""""#)], &[("items[0].text", "empty")]),
        (&[("/items/0/text", r#""Tea?\t""#)], &[("items[0].text", "control character")]),
        (&[("/items/0/text", r#""Tea? ""#)], &[("items[0].text", "white space")]),
        (&[("/items/0/labels", r#""agreed""#)], &[("items[0].labels", "not under `labels`")]),
        (&[("/items/10", "")], &[("items", "`hum`")]),
    ]);
}

#[test]
fn labels() {
    all_told(&[
        (&[("/labels/agree/2", "")], &[("labels.agree", "code 3")]),
        (&[("/labels/joy/0", "")], &[("labels.joy", "code 0")]),
        (&[("/labels/joy/1", "")], &[("labels.joy", "code 10")]),
        (&[("/labels/joy/-", r#"{"code": 5, "label": "so so"}"#)], &[]),
        (&[("/labels/joy/-", r#"{"code": 11, "label": "beyond"}"#)], &[("labels.joy[2].code", "no code 11")]),
        (&[("/labels/cups/-", r#"{"code": 1, "label": "One"}"#)], &[("labels.cups[4].code", "already")]),
        (&[("/labels/cups/0/label", r#""""#)], &[("labels.cups[0].label", "empty")]),
        (&[("/labels/mugs", "[]")], &[("labels.mugs", "no item uses")]),
        (
            &[("/items/9/labels", r#""cups""#)],
            &[("labels.cups", "code 10 of the response set `nought_to_ten`")],
        ),
    ]);
}

#[test]
fn the_hash_pins_every_letter() {
    let mut catalogue = Catalogue::new();
    let digest = catalogue
        .add_definition(DEFINITION)
        .map(|_| ())
        .and_then(|()| catalogue.add_wording(WORDING).map(|wording| wording.text_sha256.clone()));
    let digest = digest.expect("right");
    for edit in [
        ("/intro", r#""Think of a kettle.""#),
        ("/items/0/text", r#""My kettle warms more than water""#),
        ("/labels/agree/0/label", r#""strongly disagree""#),
        ("/labels/joy/0/label", r#""Not at all""#),
    ] {
        let problems = catalogue.add_wording(&edited(WORDING, &[edit])).expect_err("another text");
        assert_told(&[edit], &problems, &[("text_sha256", "letter for letter")]);
        assert!(!problems[0].message.contains(&digest), "{edit:?}");
    }
    let same = [("/source", r#""Elsewhere""#), ("/licence/name", r#""Another""#)];
    catalogue.add_wording(&edited(WORDING, &same)).expect("source and licence are not part of the text");
}

#[test]
fn direction_and_numerals_are_the_wordings_own() {
    let mut catalogue = Catalogue::new();
    catalogue.add_definition(DEFINITION).expect("right");
    let english = catalogue.add_wording(WORDING).expect("right");
    assert_eq!((english.direction, english.numerals), (TextDirection::Ltr, Numerals::Latn));
    let arabic = catalogue.add_wording(ARABIC).expect("right");
    assert_eq!((arabic.direction, arabic.numerals), (TextDirection::Rtl, Numerals::Arab));
    let others = ["latn", "arabext"].map(|numerals| format!("\"{numerals}\""));
    for numerals in &others {
        let edit = ("/numerals", numerals.as_str());
        let problems = catalogue.add_wording(&edited(ARABIC, &[edit])).expect_err("other numbers are read");
        assert_told(&[edit], &problems, &[("text_sha256", "letter for letter")]);
    }
}

#[test]
fn the_digits_of_all_numerals_stand_in_unicodes_order() {
    for (numerals, digits) in
        [(Numerals::Latn, "0123456789"), (Numerals::Arab, "٠١٢٣٤٥٦٧٨٩"), (Numerals::Arabext, "۰۱۲۳۴۵۶۷۸۹")]
    {
        let shown: String =
            (0..10).filter_map(|digit| char::from_u32(numerals.zero() as u32 + digit)).collect();
        assert_eq!(shown, digits);
        assert_eq!(serde_json::to_value(numerals).expect("JSON"), numerals.name());
    }
}
