//! `linkwell analyse`.

use crate::running::{Run, Scratch, repository};

/// Names of the loneliness items, and of what an analysis reads beside them.
const WIDE: &str = "participant,wave,site,link_worker,help,layout,language,source,attention,ucla_1,ucla_2,ucla_3,ucla_direct\r\n";
const CODEBOOK: &str =
    "column,instrument,version\r\nparticipant,,\r\nucla_1,ucla3,ons-2018\r\nucla_2,ucla3,ons-2018\r\n";
const FLOW: &str = "measure,wave,outcome,n\r\ninputs,baseline,accepted,6\r\npersons,baseline,accepted,6\r\n\
                    persons,baseline,accepted_or_attention,6\r\npersons,followup,accepted,6\r\n";

/// Six made-up people, one less lonely each time; a seventh whose second record is a conflict.
fn results(scratch: &Scratch) {
    let mut wide = String::from(WIDE);
    for (at, drop) in [1, 1, 0, 1, 0, 1].into_iter().enumerate() {
        let site = if at < 5 { "north" } else { "south" };
        wide += &format!("CODE{at},baseline,{site},asha,myself,narrow,en,screen,,3,3,2,2\r\n");
        wide +=
            &format!("CODE{at},followup,{site},asha,with_help,narrow,en,screen,,{},3,2,-99\r\n", 3 - drop);
    }
    wide += "CODE7,baseline,north,asha,myself,narrow,en,screen,,1,1,1,5\r\nCODE7,followup,north,asha,myself,wide,en,screen,conflict,3,3,3,1\r\n";
    scratch.file("results/responses_wide.csv", wide);
    scratch.file("results/codebook.csv", CODEBOOK);
    scratch.file("results/flow.csv", FLOW);
}

#[test]
fn a_results_folder_becomes_a_report_and_tables() {
    let scratch = Scratch::new("analyse");
    results(&scratch);
    let run = scratch.run(&["analyse", "results", "-o", "report.html", "--tables", "tables"]).well();
    assert!(run.out.contains("followup: 6 people, 1 undecided"), "{}", run.out);
    assert!(run.out.contains("ucla3_sum by followup: 6 pairs, mean change −0.67"), "{}", run.out);
    assert_eq!(scratch.names(), ["report.html", "results", "tables"]);
    let report = scratch.read("report.html");
    assert!(report.contains("6 people have both scores") && !report.contains("CODE"));
    let change = scratch.read("tables/analysis_change.csv");
    assert!(change.contains("ucla3,ons-2018,ucla3_sum,followup,7,6,-0.666666667,0.516397779,"), "{change}");
    // One person at a site: neither site is shown.
    let groups = scratch.read("tables/analysis_groups.csv");
    assert!(groups.contains("site,north,1,,") && groups.contains("site,south,1,,"), "{groups}");

    assert!(groups.contains("link_worker,north/asha,1,,"), "{groups}");
    scratch.run(&["analyse", "results", "--by", "ucla_direct", "--tables", "tables"]).well();
    let groups = scratch.read("tables/analysis_groups.csv");
    // Nobody answered it the second time: the first answers count.
    assert!(groups.contains("ucla_direct,2,0,6,-0.666666667,"), "{groups}");
    scratch.run(&["analyse", "results", "--by", "age"]).refused(&["`age`", "ucla_direct"]);

    let again = scratch.run(&["analyse", "results", "-o", "again.html", "--json"]).well();
    assert_eq!(scratch.read("again.html"), report);
    let printed: serde_json::Value = serde_json::from_str(&again.out).expect("JSON");
    assert_eq!(printed[0]["scale"], "ucla3_sum");
    assert_eq!(printed[0]["pairs"], 6);
}

#[test]
fn what_cannot_be_analysed_is_said_without_a_persons_answer() {
    let scratch = Scratch::new("analyse_wrong");
    scratch.run(&["analyse", "nowhere"]).refused(&["responses_wide.csv", "no such file"]);
    results(&scratch);
    scratch.file("results/codebook.csv", "column,instrument,version\r\nx,ours,1\r\n");
    scratch.run(&["analyse", "results"]).refused(&["`ours` 1", "--study"]);
    results(&scratch);
    let wide = format!("{WIDE}CODE1,baseline,north,asha,myself,narrow,en,screen,,secret,3,2,1\r\n");
    scratch.file("results/responses_wide.csv", wide);
    let run = scratch.run(&["analyse", "results", "-o", "report.html"]);
    run.refused(&["row 2", "`ucla_1`"]);
    assert!(!run.err.contains("secret") && !run.err.contains("CODE1"));
    results(&scratch);
    scratch.run(&["analyse", "results", "-o", "results/flow.csv"]).refused(&["another name"]);
    assert_eq!(scratch.read("results/flow.csv"), FLOW);
    assert_eq!(scratch.names(), ["results"]);
}

#[test]
fn a_study_file_gives_the_title() {
    let scratch = Scratch::new("analyse_title");
    results(&scratch);
    let study = repository().join("studies/demo/study.json").display().to_string();
    scratch.run(&["analyse", "results", "--study", &study, "-o", "report.html"]).well();
    assert!(!scratch.read("report.html").contains("Change over time: all scales"));
}

/// Exit code 1.
#[track_caller]
fn attention(run: Run) -> Run {
    assert_eq!(run.code, 1, "{run:?}");
    run
}

#[test]
fn a_report_is_checked_by_making_it_again() {
    let scratch = Scratch::new("analyse_check");
    results(&scratch);
    scratch.run(&["analyse", "results", "--by", "ucla_direct", "-o", "report.html"]).well();
    // The items that it was grouped by stand in it.
    let same = scratch.run(&["analyse", "--check", "report.html", "results"]).well();
    assert!(same.out.contains("byte for byte"), "{}", same.out);

    let report = scratch.read("report.html");
    scratch.file("changed.html", report.replace("−0.67", "−0.97"));
    let run = attention(scratch.run(&["analyse", "--check", "changed.html", "results"]));
    assert!(run.out.contains("line ") && run.out.contains("is another"), "{}", run.out);

    let wide = scratch.read("results/responses_wide.csv");
    scratch.file("results/responses_wide.csv", wide.replacen(",3,3,2,2", ",3,3,3,2", 1));
    let run = attention(scratch.run(&["analyse", "--check", "report.html", "results"]));
    assert!(run.out.contains("responses_wide.csv is not the file"), "{}", run.out);

    scratch.file("other.html", "<html></html>");
    scratch.run(&["analyse", "--check", "other.html", "results"]).refused(&["other.html", "no report"]);
    scratch.run(&["analyse", "--check", "nowhere.html", "results"]).refused(&["nowhere.html"]);
    scratch.run(&["analyse", "--check", "report.html", "results", "-o", "x.html"]).refused(&["--check"]);
}

#[test]
fn contacts_are_joined_and_what_is_not_is_listed_for_the_team() {
    let scratch = Scratch::new("analyse_contacts");
    results(&scratch);
    let mut table = String::from(
        "participant,practice,contacts_before,days_before,contacts_after,days_after\r\n\
         CODE9,south,1,365,1,365\r\n",
    );
    for at in 0..6 {
        table += &format!("code{at},north,{},365,{},365\r\n", at + 4, at / 2 + 1);
    }
    scratch.file("contacts.csv", &table);
    let options = ["analyse", "results", "--contacts", "contacts.csv"];
    let with = |more: &[&'static str]| [&options[..], more].concat();
    scratch
        .run(&with(&["-o", "report.html", "--tables", "tables", "--team", "team", "--summary", "s.html"]))
        .well();
    let report = scratch.read("report.html");
    assert!(report.contains("6 people had") && !report.contains("CODE"), "{report}");
    let summary = scratch.read("s.html");
    assert!(!summary.contains("CODE"));
    assert!(summary.contains("6 of 6 people did this less often than before."), "{summary}");
    let csv = scratch.read("tables/analysis_contacts.csv");
    assert!(csv.contains("\r\n6,1,1,39,2190,12,2190,"), "{csv}");
    let slopes = scratch.read("tables/analysis_contacts_slopes.csv");
    assert_eq!(slopes.matches("\r\n").count(), 3, "everybody and one bundle: {slopes}");
    let unmatched = scratch.read("team/analysis_contacts_unmatched.csv");
    assert!(unmatched.contains("2,CODE9,south,unknown_participant"), "{unmatched}");
    let modes = scratch.read("team/analysis_modes.csv");
    assert!(modes.contains("CODE0,followup,help,myself,with_help,"), "{modes}");
    scratch.run(&["analyse", "--check", "report.html", "results", "--contacts", "contacts.csv"]).well();
    let run = attention(scratch.run(&["analyse", "--check", "report.html", "results"]));
    assert!(run.out.contains("made with contacts"), "{}", run.out);

    scratch.run(&["analyse", "results", "--plots", "plots"]).well();
    assert!(scratch.read("plots/ucla3_sum_followup_slopes.svg").starts_with("<svg "));
    scratch.run(&with(&["--tables", "same", "--team", "same"])).refused(&["--team"]);
    scratch.file("contacts.csv", table.replace("code3,north,7", "code3,north,many"));
    let run = scratch.run(&options);
    run.refused(&["row 6", "contacts_before"]);
    assert!(!run.err.contains("many"), "{}", run.err);
}
