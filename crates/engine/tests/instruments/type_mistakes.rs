//! Files that are not of the format at all: wrong types, unknown, missing and repeated keys.

use crate::{
    kettle::{DEFINITION, WORDING},
    mistakes::{Edit, assert_told, edited},
};
use engine::catalogue::Catalogue;

#[test]
fn wrong_types_and_keys_come_with_their_path() {
    let cases: &[(Edit<'_>, &str, &str)] = &[
        (("/items/0/id", "5"), "items[0].id", "string"),
        (("/format", r#""1""#), "format", "u32"),
        (("/scales/0/combine", r#""average""#), "scales[0].combine", "average"),
        (("/scales/0/items", r#""tea_1""#), "scales[0].items", "sequence"),
        (("/scales/0/itmes", "[]"), "scales[0].itmes", "itmes"),
        (("/scales/5/then/0/linear/ad", "1"), "scales[5].then[0].linear.ad", "ad"),
        (("/scales/5/then/0/linear/multiply", "0.12345678"), "scales[5].then[0].linear.multiply", "six"),
        (("/scales/5/then/0/linear/multiply", r#""4,5""#), "scales[5].then[0].linear.multiply", "decimal"),
        (("/scales/0/missing/minimum_answered", "-1"), "scales[0].missing.minimum_answered", "u32"),
        (("/response_sets/agree/codes/0", "1.5"), "response_sets.agree.codes[0]", "i32"),
        (("/title", ""), ".", "title"),
        (("/scales/0/range", ""), "scales[0]", "range"),
    ];
    for (edit, path, word) in cases {
        let problems = Catalogue::new().add_definition(&edited(DEFINITION, &[*edit])).expect_err("a mistake");
        assert_told(&[*edit], &problems, &[(path, word)]);
    }
}

#[test]
fn a_repeated_key_is_refused_wherever_it_stands() {
    let cases = [
        (r#""id": "hum""#, r#""id": "hum", "id": "hum""#, "items[10].id"),
        (
            r#""cups": {"#,
            r#""cups": { "codes": [1], "display": "choices" }, "cups": {"#,
            "response_sets.cups",
        ),
        (r#""version": "1""#, r#""version": "1", "version": "2""#, "version"),
    ];
    for (once, twice, path) in cases {
        let json = DEFINITION.replacen(once, twice, 1);
        assert_ne!(json, DEFINITION, "{once}");
        let problems = Catalogue::new().add_definition(&json).expect_err("a repeated key");
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].path, path);
    }
    let mut catalogue = Catalogue::new();
    catalogue.add_definition(DEFINITION).expect("right");
    let json = WORDING.replacen(r#""cups": ["#, r#""cups": [], "cups": ["#, 1);
    let problems = catalogue.add_wording(&json).expect_err("a repeated key");
    assert_told(&[], &problems, &[("labels.cups", "twice")]);
}

#[test]
fn text_that_is_not_one_json_object_is_refused() {
    for text in ["", "[]", "null", "{", "{} {}", "\u{0}", "format: 1"] {
        assert!(Catalogue::new().add_definition(text).is_err(), "{text:?}");
    }
    let deep = "[".repeat(100_000);
    assert!(Catalogue::new().add_definition(&deep).is_err());
}
