//! `linkwell score`: values, columns, and which values are refused.

use std::{fmt::Write as _, path::PathBuf};

use crate::running::Scratch;

pub const GSE_HEADER: &str = "id,gse_1,gse_2,gse_3,gse_4,gse_5,gse_6,gse_7,gse_8,gse_9,gse_10";

/// Scores one table of general self-efficacy and gives the output without its byte-order mark.
fn gse10(scratch: &Scratch, rows: &str) -> (i32, String, String) {
    scratch.file("answers.csv", format!("{GSE_HEADER}\n{rows}"));
    let run = scratch.run(&["score", "gse10", "answers.csv"]);
    (run.code, run.out.strip_prefix('\u{feff}').expect("a byte-order mark").to_owned(), run.err)
}

#[test]
fn a_table_gets_its_scores() {
    let scratch = Scratch::new("score_table");
    let (code, out, err) = gse10(&scratch, "a,1,2,3,4,1,2,3,4,1,2\nb,4,4,4,4,4,4,4,4,4,4\n");
    assert_eq!(
        out,
        format!("{GSE_HEADER},gse10_sum,gse10_sum_n_missing,gse10_sum_prorated\r\n")
            + "a,1,2,3,4,1,2,3,4,1,2,23,0,0\r\n"
            + "b,4,4,4,4,4,4,4,4,4,4,40,0,0\r\n"
    );
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn every_way_of_writing_a_missing_answer_counts() {
    let scratch = Scratch::new("score_missing");
    // Seven answers of 3, three missing: 3 × 10 = 30, prorated. Four missing: not scored.
    let (code, out, _) = gse10(
        &scratch,
        "a,,NA,.,3,3,3,3,3,3,3\nb,-97,-98,-99,3,3.0, 3 ,3,3,3,3\nc,,,,\" \",3,3,3,3,3,3\nd,,,,,,,,,,\n",
    );
    assert_eq!(out.lines().count(), 5);
    for (row, tail) in out.lines().skip(1).zip([",30,3,1", ",30,3,1", ",,4,0", ",,10,0"]) {
        assert!(row.ends_with(tail), "{row} does not end with {tail}");
    }
    assert_eq!(code, 0);
}

#[test]
fn a_value_outside_the_codes_is_named_and_the_rest_is_done() {
    let scratch = Scratch::new("score_outside");
    let (code, out, err) =
        gse10(&scratch, "a,1,1,1,1,1,1,1,1,1,1\nb,1,7,1,1,1,1,1,1,1,x\nc,2,2,2,2,2,2,2,2,2,2\n");
    let rows: Vec<&str> = out.lines().skip(1).collect();
    assert_eq!(
        rows,
        ["a,1,1,1,1,1,1,1,1,1,1,10,0,0", "b,1,7,1,1,1,1,1,1,1,x,,,", "c,2,2,2,2,2,2,2,2,2,2,20,0,0"]
    );
    assert_eq!(code, 1);
    assert!(err.contains("row 3, column gse_2: \"7\""), "{err}");
    assert!(err.contains("row 3, column gse_10: \"x\""), "{err}");
    assert!(err.contains("1 of 3 rows"), "{err}");
}

#[test]
fn many_refused_values_do_not_flood_the_terminal() {
    let scratch = Scratch::new("score_flood");
    let (code, out, err) = gse10(&scratch, &"a,9,9,9,9,9,9,9,9,9,9\n".repeat(500));
    assert_eq!((code, out.lines().count()), (1, 501));
    assert!(err.lines().count() <= 25, "{} lines", err.lines().count());
    assert!(err.contains("and 4980 more"), "{err}");
}

#[test]
fn the_report_can_be_had_as_json() {
    let scratch = Scratch::new("score_json");
    scratch.file("answers.csv", format!("{GSE_HEADER}\na,1,7,1,1,1,1,1,1,1,1\n"));
    let run = scratch.run(&["score", "gse10", "answers.csv", "-o", "out.csv", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(run.code, 1);
    assert_eq!(report["rows"], 1);
    assert_eq!(report["rows_refused"], 1);
    assert_eq!(report["refused"][0]["row"], 2);
    assert_eq!(report["refused"][0]["column"], "gse_2");
}

#[test]
fn columns_are_named_after_the_scales() {
    let scratch = Scratch::new("score_names");
    for (instrument, added) in [
        ("gse10", "gse10_sum,gse10_sum_n_missing,gse10_sum_prorated"),
        ("semcd6", "semcd6_mean,semcd6_mean_n_missing,semcd6_mean_prorated"),
        (
            "swemwbs",
            "swemwbs_raw,swemwbs_raw_n_missing,swemwbs_raw_prorated,swemwbs_metric,swemwbs_metric_n_missing,swemwbs_metric_prorated",
        ),
        ("wemwbs", "wemwbs_sum,wemwbs_sum_n_missing,wemwbs_sum_prorated"),
        ("ons4", "life_satisfaction_band,worthwhile_band,happy_yesterday_band,anxious_yesterday_band"),
    ] {
        let items = items_of(&scratch, instrument).join(",");
        scratch.file("answers.csv", format!("{items}\n"));
        let run = scratch.run(&["score", instrument, "answers.csv"]).well();
        assert_eq!(run.out, format!("\u{feff}{items},{added}\r\n"));
    }
    for (instrument, score) in [
        ("who5", "who5_raw,who5_raw_n_missing"),
        ("who5", "who5_percentage,"),
        ("ucla3", "ucla3_sum,ucla3_sum_n_missing"),
    ] {
        scratch.file("answers.csv", format!("{}\n", items_of(&scratch, instrument).join(",")));
        let run = scratch.run(&["score", instrument, "answers.csv"]).well();
        assert!(run.out.contains(&format!(",{score}")), "{}", run.out);
    }
}

/// The items of a shipped instrument, as `instruments show` gives them.
fn items_of(scratch: &Scratch, instrument: &str) -> Vec<String> {
    let shown = scratch.run(&["instruments", "show", instrument, "--json"]).well().out;
    let shown: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    let items = shown["items"].as_array().expect("a list");
    items.iter().map(|item| item["id"].as_str().expect("text").to_owned()).collect()
}

#[test]
fn bands_and_fractions_come_out_as_published() {
    let scratch = Scratch::new("score_bands");
    scratch.file(
        "ons4.csv",
        "life_satisfaction,worthwhile,happy_yesterday,anxious_yesterday\n4,5,9,1\n7,,10,6\n",
    );
    let run = scratch.run(&["score", "ons4", "ons4.csv"]).well();
    let rows: Vec<String> = run.out.lines().skip(1).map(str::to_lowercase).collect();
    assert_eq!(rows, ["4,5,9,1,low,medium,very high,very low", "7,,10,6,high,,very high,high"]);
    let items = items_of(&scratch, "semcd6").join(",");
    scratch.file("semcd6.csv", format!("{items}\n5,5,5,5,6,6\n,,8,8,8,8\n,,,8,8,8\n"));
    let run = scratch.run(&["score", "semcd6", "semcd6.csv"]).well();
    for (row, tail) in run.out.lines().skip(1).zip([",5.333333333333,0,0", ",8,2,0", ",,3,0"]) {
        assert!(row.ends_with(tail), "{row} does not end with {tail}");
    }
}

#[test]
fn the_metric_score_is_that_of_the_published_table() {
    let scratch = Scratch::new("score_metric");
    let items = items_of(&scratch, "swemwbs").join(",");
    // Stewart-Brown 2009: raw 7, 21 and 35.
    scratch.file("a.csv", format!("{items}\n1,1,1,1,1,1,1\n3,3,3,3,3,3,3\n5,5,5,5,5,5,5\n"));
    let run = scratch.run(&["score", "swemwbs", "a.csv"]).well();
    let metric: Vec<&str> =
        run.out.lines().skip(1).map(|row| row.split(',').nth(10).expect("metric")).collect();
    assert_eq!(metric, ["7", "19.25", "35"]);
}

#[test]
fn a_map_names_the_researchers_own_columns() {
    let scratch = Scratch::new("score_map");
    let mut map = String::from("column,item\r\n");
    for item in 1..=10 {
        write!(map, "Q{item},gse_{item}\r\n").expect("writing to a String");
    }
    scratch.file("map.csv", &map);
    scratch.file("answers.csv", "Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Q10\n1,1,1,1,1,1,1,1,1,5\n1,1,1,1,1,1,1,1,1,4\n");
    let run = scratch.run(&["score", "gse10", "answers.csv", "--map", "map.csv"]);
    assert_eq!(run.code, 1);
    assert!(run.out.lines().nth(2).expect("a row").ends_with(",13,0,0"), "{}", run.out);
    assert!(run.err.contains("row 2, column Q10"), "{}", run.err);
    for (map, what) in [
        ("column,item\nQ1,gse_11\n", "gse_11"),
        ("column,item\nQ0,gse_1\n", "`Q0`"),
        ("column,item\nQ1,gse_1\nQ2,gse_1\n", "row 3"),
        ("Q1,gse_1\n", "column,item"),
        ("column,item\nQ1\n", "row 2"),
    ] {
        scratch.file("map.csv", map);
        scratch.run(&["score", "gse10", "answers.csv", "--map", "map.csv"]).refused(&["map.csv", what]);
    }
}

#[test]
fn a_definition_file_can_stand_for_the_instrument() {
    let scratch = Scratch::new("score_own");
    let own: PathBuf = crate::running::repository().join("instruments/gse10/instrument.json");
    let text = std::fs::read_to_string(own).expect("shipped").replace("\"1995-en1\"", "\"mine\"");
    scratch.file("mine.json", text);
    scratch.file("answers.csv", format!("{GSE_HEADER}\na,1,1,1,1,1,1,1,1,1,1\n"));
    let run = scratch.run(&["score", "mine.json", "answers.csv"]).well();
    assert!(run.out.ends_with(",10,0,0\r\n"), "{}", run.out);
    scratch.run(&["score", "gse_10", "answers.csv"]).refused(&["did you mean `gse10`?"]);
    scratch.run(&["score", "none.json", "answers.csv"]).refused(&["none.json"]);
}
