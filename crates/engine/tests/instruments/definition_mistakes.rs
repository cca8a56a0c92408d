//! Every mistake that a definition can have: its path and a word of what is said.

use crate::{
    kettle::DEFINITION,
    mistakes::{Edit, Told, assert_told, edited},
};
use engine::catalogue::Catalogue;

fn all_told(cases: &[(&[Edit<'_>], Told<'_>)]) {
    for (edits, told) in cases {
        let problems = Catalogue::new().add_definition(&edited(DEFINITION, edits)).expect_err("a mistake");
        assert_told(edits, &problems, told);
    }
}

#[test]
fn identity_and_licence() {
    all_told(&[
        (&[("/format", "2")], &[("format", "format 1")]),
        (&[("/id", r#""Kettle""#)], &[("id", "small letters")]),
        (&[("/id", r#""kettle_contentment""#)], &[("id", "16")]),
        (&[("/version", r#""""#)], &[("version", "40")]),
        (&[("/version", r#""1 b""#)], &[("version", "letters")]),
        (&[("/title", r#""""#)], &[("title", "empty")]),
        (&[("/title", r#"" Kettle""#)], &[("title", "white space")]),
        (&[("/citation", r#""one\ntwo""#)], &[("citation", "line break")]),
        (&[("/sources", "[]")], &[("sources", "say where")]),
        (&[("/sources/0", r#""""#)], &[("sources[0]", "empty")]),
        (&[("/licence/name", r#""""#)], &[("licence.name", "empty")]),
        (&[("/licence/statement", r#""""#)], &[("licence.statement", "empty")]),
        (&[("/licence/duties/-", r#""""#)], &[("licence.duties[1]", "empty")]),
    ]);
}

#[test]
fn response_sets_and_items() {
    let unused = ("response_sets.cups", "no item uses");
    all_told(&[
        (&[("/response_sets/agree/codes/1", "1")], &[("response_sets.agree.codes[1]", "twice")]),
        (&[("/response_sets/cups/codes/0", "-97")], &[("response_sets.cups.codes[0]", "reserved")]),
        (&[("/response_sets/cups/codes/0", "-98")], &[("response_sets.cups.codes[0]", "reserved")]),
        (&[("/response_sets/cups/codes/3", "-99")], &[("response_sets.cups.codes[3]", "reserved")]),
        (&[("/response_sets/cups/codes/0", "1000001")], &[("response_sets.cups.codes[0]", "1,000,000")]),
        (&[("/response_sets/cups/codes", "[]")], &[("response_sets.cups.codes", "list the codes")]),
        (
            &[("/response_sets/mugs", r#"{"codes": [1], "display": "choices"}"#)],
            &[("response_sets.mugs", "no item uses")],
        ),
        (
            &[
                ("/response_sets/Mugs", r#"{"codes": [1], "display": "choices"}"#),
                ("/items/11/responses", r#""Mugs""#),
                ("/response_sets/cups", ""),
            ],
            &[("response_sets.Mugs", "small letters")],
        ),
        (&[("/items", "[]"), ("/scales", "[]"), ("/response_sets", "{}")], &[("items", "at least one item")]),
        (&[("/items/11/id", r#""Cups""#)], &[("items[11].id", "small letters")]),
        (&[("/items/11/id", r#""cups_of_tea_that_i_had_today""#)], &[("items[11].id", "26")]),
        (&[("/items/11/id", r#""hum""#)], &[("items[11].id", "another item")]),
        (&[("/items/11/responses", r#""mugs""#)], &[unused, ("items[11].responses", "not under")]),
    ]);
}

#[test]
fn ids_of_scales_and_their_columns() {
    all_told(&[
        (&[("/scales/2/id", r#""Habit""#)], &[("scales[2].id", "small letters")]),
        (&[("/scales/2/id", r#""kettle_habituated""#)], &[("scales[2].id", "16")]),
        (&[("/scales/2/id", r#""kettle_waiting""#)], &[("scales[2].id", "another scale")]),
        (&[("/scales/2/id", r#""cups_today""#)], &[("scales[2].id", "`cups_today`")]),
        (&[("/items/11/id", r#""kettle_habit_prorated""#)], &[("scales[2].id", "kettle_habit_prorated")]),
        (
            &[
                ("/items/9/id", r#""whistle_of_a_kettle_22""#),
                ("/scales/3/items/0", r#""whistle_of_a_kettle_22""#),
                ("/scales/3/weights/0/of", r#""whistle_of_a_kettle_22""#),
                ("/scales/4/items/0", r#""whistle_of_a_kettle_22""#),
                ("/scales/4/id", r#""whistle_of_a_kettle_22""#),
            ],
            &[("scales[4].id", "21")],
        ),
        (&[("/scales/4/then", r#"[{"round": 0}]"#)], &[("scales[4].id", "of its own")]),
        (&[("/scales/4/combine", r#""sum""#)], &[("scales[4].id", "of its own")]),
        (&[("/scales/0/title", r#""""#)], &[("scales[0].title", "empty")]),
        (&[("/scales/0/source", r#""""#)], &[("scales[0].source", "empty")]),
    ]);
}

#[test]
fn what_a_scale_is_made_from() {
    all_told(&[
        (&[("/scales/2/scales", r#"["kettle_warmth"]"#)], &[("scales[2]", "one of the two")]),
        (&[("/scales/5/scales", ""), ("/scales/5/weights", "")], &[("scales[5]", "one of the two")]),
        (&[("/scales/3/items/1", r#""hmm""#)], &[("scales[3].items[1]", "no item")]),
        (&[("/scales/3/items/-", r#""hum""#)], &[("scales[3].items[2]", "twice")]),
        (&[("/scales/5/scales/0", r#""warmth""#)], &[("scales[5].scales[0]", "no scale")]),
        (&[("/scales/5/scales/0", r#""kettle_total""#)], &[("scales[5].scales[0]", "before it")]),
        (&[("/scales/5/scales/-", r#""kettle_warmth""#)], &[("scales[5].scales[2]", "twice")]),
        (&[("/scales/2/combine", r#""item""#)], &[("scales[2].combine", "single")]),
        (&[("/scales/1/combine/count", "[]")], &[("scales[1].combine.count", "list the codes")]),
        (&[("/scales/1/combine/count/1", "7")], &[("scales[1].combine.count[1]", "code 7")]),
        (&[("/scales/1/combine/count/1", "1")], &[("scales[1].combine.count[1]", "twice")]),
        (
            &[("/scales/5/combine", r#"{"count": [1]}"#), ("/scales/5/weights", "")],
            &[("scales[5].combine", "items can be counted")],
        ),
    ]);
}

#[test]
fn recode_reverse_and_weights() {
    let table = "scales[2].recode[0].values";
    all_told(&[
        (&[("/scales/2/recode/0/values/3", "")], &[(table, "code 4")]),
        (
            &[("/scales/2/recode/0/values/-", r#"{"from": 1, "to": 2}"#)],
            &[("scales[2].recode[0].values[4].from", "twice")],
        ),
        (
            &[("/scales/2/recode/0/values/-", r#"{"from": 9, "to": 2}"#)],
            &[("scales[2].recode[0].values[4].from", "code 9")],
        ),
        (&[("/scales/2/recode/0/items", "[]")], &[("scales[2].recode[0].items", "list the items")]),
        (&[("/scales/2/recode/0/items/1", r#""hum""#)], &[("scales[2].recode[0].items[1]", "made from")]),
        (
            &[("/scales/2/recode/0/items/-", r#""habit_1""#)],
            &[("scales[2].recode[0].items[2]", "recoded twice")],
        ),
        (&[("/scales/5/reverse", r#"["kettle_warmth"]"#)], &[("scales[5].reverse", "applies to items")]),
        (&[("/scales/1/reverse", r#"["wait_3"]"#)], &[("scales[1].reverse", "count")]),
        (&[("/scales/1/weights", r#"[{"of": "wait_3", "weight": 2}]"#)], &[("scales[1].weights", "count")]),
        (&[("/scales/0/reverse/0", r#""hum""#)], &[("scales[0].reverse[0]", "made from")]),
        (&[("/scales/0/reverse/1", r#""tea_2""#)], &[("scales[0].reverse[1]", "twice")]),
        (&[("/scales/3/weights/0/of", r#""tea_1""#)], &[("scales[3].weights[0].of", "made from")]),
        (
            &[("/scales/3/weights/-", r#"{"of": "whistle", "weight": 3}"#)],
            &[("scales[3].weights[1].of", "already")],
        ),
        (&[("/scales/3/weights/0/weight", "0")], &[("scales[3].weights[0].weight", "nought")]),
        (&[("/scales/3/weights/0/weight", "-1")], &[("scales[3].weights[0].weight", "above nought")]),
    ]);
}

#[test]
fn missing_answers() {
    all_told(&[
        (
            &[("/scales/0/missing/minimum_answered", "0")],
            &[("scales[0].missing.minimum_answered", "from 1 to 4")],
        ),
        (
            &[("/scales/0/missing/minimum_answered", "5")],
            &[("scales[0].missing.minimum_answered", "from 1 to 4")],
        ),
        (&[("/scales/3/missing/prorate", "true")], &[("scales[3].missing.prorate", "only a sum")]),
        (
            &[("/scales/0/items/3", r#""hum""#), ("/scales/0/reverse/1", "")],
            &[("scales[0].missing", "same lowest and highest")],
        ),
        (
            &[("/scales/0/weights", r#"[{"of": "tea_1", "weight": 2}]"#)],
            &[("scales[0].missing", "same lowest and highest")],
        ),
        (&[("/scales/3/items/1", r#""tea_1""#)], &[("scales[3].missing", "same lowest and highest")]),
    ]);
}

#[test]
fn steps_and_lookup_tables() {
    let table = "scales[2].then[0].lookup";
    all_told(&[
        (&[("/scales/2/then/0/lookup", "[]")], &[(table, "empty")]),
        (&[("/scales/2/then/0/lookup/2", "")], &[(table, "no row for 2")]),
        (&[("/scales/2/then/0/lookup/0", "")], &[(table, "no row for 0")]),
        (&[("/scales/2/then/0/lookup/4", "")], &[(table, "no row for 4")]),
        (
            &[("/scales/2/then/0/lookup/-", r#"{"from": 5, "to": 6}"#)],
            &[("scales[2].then[0].lookup[5].from", "never 5")],
        ),
        (
            &[("/scales/2/then/0/lookup/-", r#"{"from": 4, "to": 6}"#)],
            &[("scales[2].then[0].lookup[5].from", "twice")],
        ),
        (&[("/scales/2/combine", r#""mean""#)], &[(table, "fraction")]),
        (&[("/scales/3/then/0/round", "7")], &[("scales[3].then[0].round", "six digits")]),
        (&[("/scales/5/then/0/linear/multiply", "0")], &[("scales[5].then[0].linear.multiply", "nought")]),
    ]);
}

#[test]
fn ranges_and_sizes() {
    let large = r#"{"linear": {"multiply": 1000000}}"#;
    let fine = r#"{"linear": {"multiply": "0.000001"}}"#;
    let thirds = [("/scales/3/items/1", r#""tea_1""#), ("/scales/3/missing", ""), ("/scales/3/then", "")];
    all_told(&[
        (&[("/scales/2/range/highest", "6")], &[("scales[2].range.highest", "is 5")]),
        (&[("/scales/5/range/lowest", "1")], &[("scales[5].range.lowest", "is 0")]),
        (
            &thirds,
            &[("scales[3].range.lowest", "add a `round`"), ("scales[3].range.highest", "8.333333333333")],
        ),
        (
            &[("/scales/5/then/-", large), ("/scales/5/then/-", large), ("/scales/5/then/-", large)],
            &[("scales[5]", "too large")],
        ),
        (
            &[
                ("/scales/5/then/-", fine),
                ("/scales/5/then/-", fine),
                ("/scales/5/then/-", fine),
                ("/scales/5/then/-", fine),
            ],
            &[("scales[5]", "too fine")],
        ),
    ]);
}

#[test]
fn bands() {
    let swapped = r#"[{"from": 2, "to": 3, "label": "impatient"}, {"from": 0, "to": 1, "label": "patient"}]"#;
    all_told(&[
        (&[("/scales/1/bands/1/from", "3")], &[("scales[1].bands[1].from", "gap")]),
        (&[("/scales/1/bands/1/from", "1")], &[("scales[1].bands[1].from", "overlaps")]),
        (&[("/scales/1/bands/1/to", "2")], &[("scales[1].bands[1].to", "highest score is 3")]),
        (&[("/scales/1/bands/0/from", "1")], &[("scales[1].bands[0].from", "lowest score is 0")]),
        (
            &[("/scales/1/bands", swapped)],
            &[
                ("scales[1].bands[0].from", "lowest score is 0"),
                ("scales[1].bands[1].from", "order"),
                ("scales[1].bands[1].to", "highest score is 3"),
            ],
        ),
        (
            &[("/scales/1/bands/0/to", "-1")],
            &[("scales[1].bands[0].to", "before it begins"), ("scales[1].bands[1].from", "gap")],
        ),
        (
            &[("/scales/1/bands/0/to", r#""0.5""#), ("/scales/1/bands/1/from", r#""1.5""#)],
            &[("scales[1].bands[0].from", "whole numbers"), ("scales[1].bands[1].from", "whole numbers")],
        ),
        (&[("/scales/0/bands/1/from", "11")], &[("scales[0].bands[1].from", "gap")]),
        (&[("/scales/0/bands/1/from", "9")], &[("scales[0].bands[1].from", "overlaps")]),
        (&[("/scales/0/bands/2/label", r#""""#)], &[("scales[0].bands[2].label", "empty")]),
    ]);
}

#[test]
fn every_mistake_is_told_at_once() {
    let edits = [("/id", r#""Kettle""#), ("/items/11/id", r#""hum""#), ("/scales/2/range/highest", "6")];
    let told = [("id", "small"), ("items[11].id", "another"), ("scales[2].range.highest", "is 5")];
    all_told(&[(&edits, &told)]);
}

#[test]
fn there_is_an_end_to_how_many() {
    let many = |one: &str| format!("[{}]", vec![one; 1001].join(","));
    let scale = r#"{"id": "s", "title": "S", "combine": "item", "items": ["hum"], "range": {"lowest": 0, "highest": 10}, "direction": "neutral", "source": "S"}"#;
    for (pointer, list, path, word) in [
        ("/response_sets/cups/codes", many("1"), "response_sets.cups.codes", "at most 1000 codes"),
        ("/items", many(r#"{"id": "hum", "responses": "cups"}"#), "items", "at most 1000 items"),
        ("/scales", many(scale), "scales", "at most 1000 scales"),
    ] {
        let edits = [(pointer, list.as_str())];
        let problems = Catalogue::new().add_definition(&edited(DEFINITION, &edits)).expect_err("a mistake");
        let told = problems.iter().any(|problem| problem.path == path && problem.message.contains(word));
        assert!(told, "{pointer}");
    }
}
