//! `linkwell score`: tables as they come from the world, and what is left after an error.

use std::{
    fs,
    io::Read as _,
    process::{Command, Stdio},
};

use crate::{running::Scratch, score::GSE_HEADER};

const ROW: &str = "1,2,3,4,1,2,3,4,1,2";

#[test]
fn line_ends_quotes_and_byte_order_marks_make_no_difference() {
    let scratch = Scratch::new("input_line_ends");
    let lines = [GSE_HEADER.to_owned(), format!("a,{ROW}"), format!("\"b, c\",{ROW}")];
    let expected = scratch.file("lf.csv", lines.join("\n") + "\n");
    let expected = scratch.run(&["score", "gse10", &expected.display().to_string()]).well().out;
    assert!(expected.contains("\r\n\"b, c\",1,2,3,4,1,2,3,4,1,2,23,0,0\r\n"), "{expected}");
    let quoted = lines.join("\n").replace("gse_1,", "\"gse_1\",").replace(",4,", ",\"4\",");
    for (name, content) in [
        ("crlf.csv", lines.join("\r\n") + "\r\n"),
        ("cr.csv", lines.join("\r") + "\r"),
        ("bom.csv", format!("\u{feff}{}\r\n", lines.join("\r\n"))),
        ("no-last-line-end.csv", lines.join("\n")),
        ("blank-lines.csv", lines.join("\n\n") + "\n\n"),
        ("quoted.csv", quoted),
    ] {
        scratch.file(name, content);
        assert_eq!(scratch.run(&["score", "gse10", name]).well().out, expected, "{name}");
    }
}

#[test]
fn cells_pass_through_as_they_are_but_run_no_formula() {
    let scratch = Scratch::new("input_pass_through");
    scratch.file(
        "a.csv",
        format!("{GSE_HEADER},note,=x\n00123,{ROW},=1+1,-5\n-2.5,{ROW},\"say \"\"hi\"\"\",\"a\nb\"\n \u{e9}\u{4e2d}\u{1f642} ,{ROW},@x,+447700900123\n"),
    );
    let out = scratch.run(&["score", "gse10", "a.csv"]).well().out;
    assert!(out.contains(",note,'=x,gse10_sum,"), "{out}");
    assert!(out.contains(&format!("\r\n00123,{ROW},'=1+1,-5,23,0,0\r\n")), "{out}");
    assert!(out.contains(&format!("\r\n-2.5,{ROW},\"say \"\"hi\"\"\",\"a\nb\",23,0,0\r\n")), "{out}");
    assert!(out.contains(&format!("\r\n é中🙂 ,{ROW},'@x,'+447700900123,23,0,0\r\n")), "{out}");
}

#[test]
fn missing_columns_are_all_named_with_what_comes_near() {
    let scratch = Scratch::new("input_missing_columns");
    scratch.file("a.csv", "id,GSE_1,gse2,gse_3,gse_4,gse_5,gse_6,gse_7,gse_8,gse_9\na,1,1,1,1,1,1,1,1,1\n");
    let run = scratch.run(&["score", "gse10", "a.csv", "-o", "out.csv"]);
    run.refused(&["a.csv", "`gse_1` (there is `GSE_1`", "`gse_2`", "`gse2`", "`gse_10`", "--map"]);
    assert!(!run.err.contains("`gse_3`\n"), "{}", run.err);
    assert_eq!(scratch.names(), ["a.csv"]);
    scratch.file("a.csv", GSE_HEADER.replace(',', ";"));
    scratch.run(&["score", "gse10", "a.csv"]).refused(&["semicolons", "10 column(s)"]);
}

#[test]
fn a_name_twice_and_a_score_column_that_is_there_are_refused() {
    let scratch = Scratch::new("input_names");
    scratch.file("a.csv", format!("{GSE_HEADER},gse_3\na,{ROW},1\n"));
    scratch.run(&["score", "gse10", "a.csv"]).refused(&["a.csv", "two columns `gse_3`"]);
    scratch.file("a.csv", format!("{GSE_HEADER},gse10_sum\na,{ROW},1\n"));
    scratch.run(&["score", "gse10", "a.csv"]).refused(&["a.csv", "`gse10_sum` is there already"]);
    scratch.file("a.csv", format!("{GSE_HEADER},,\na,{ROW},,\n"));
    scratch.run(&["score", "gse10", "a.csv"]).well();
}

#[test]
fn a_row_of_another_length_is_named_and_nothing_is_written() {
    let scratch = Scratch::new("input_length");
    for (rows, what) in [
        (format!("a,{ROW}\nb,{ROW},5\n"), ["row 3", "12 cells where the header has 11"]),
        (format!("a,{ROW}\nb,1\n"), ["row 3", "2 cells where the header has 11"]),
        (format!("a,{ROW}\n\"b,{ROW}\nc,{ROW}\n"), ["row 3", "1 cells where the header has 11"]),
    ] {
        scratch.file("a.csv", format!("{GSE_HEADER}\n{rows}"));
        scratch.run(&["score", "gse10", "a.csv"]).refused(&what);
        scratch.run(&["score", "gse10", "a.csv", "-o", "out.csv"]).refused(&what);
        assert_eq!(scratch.names(), ["a.csv"]);
    }
}

#[test]
fn a_byte_that_is_not_utf_8_is_named_and_nothing_is_written() {
    let scratch = Scratch::new("input_utf_8");
    let latin_1 = [format!("{GSE_HEADER},note\na,{ROW},fine\nb,{ROW},caf").as_bytes(), b"\xe9\n"].concat();
    scratch.file("a.csv", &latin_1);
    scratch.run(&["score", "gse10", "a.csv"]).refused(&["a.csv: row 3", "column 12", "UTF-8"]);
    scratch.run(&["score", "gse10", "a.csv", "-o", "out.csv"]).refused(&["row 3", "column 12"]);
    scratch.file("header.csv", [b"caf\xe9,", GSE_HEADER.as_bytes()].concat());
    scratch.run(&["score", "gse10", "header.csv"]).refused(&["row 1", "column 1", "UTF-8"]);
    let utf_16: Vec<u8> = GSE_HEADER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    scratch.file("utf16.csv", [b"\xff\xfe".as_slice(), &utf_16].concat());
    scratch.run(&["score", "gse10", "utf16.csv"]).refused(&["UTF-16"]);
    assert_eq!(scratch.names(), ["a.csv", "header.csv", "utf16.csv"]);
}

#[test]
fn an_empty_table_is_refused_and_a_header_alone_is_a_table() {
    let scratch = Scratch::new("input_empty");
    for content in ["", "\u{feff}", "\n\r\n"] {
        scratch.file("a.csv", content);
        scratch.run(&["score", "gse10", "a.csv"]).refused(&["the table is empty"]);
    }
    scratch.file("a.csv", GSE_HEADER);
    let run = scratch.run(&["score", "gse10", "a.csv"]).well();
    assert_eq!(run.out.lines().count(), 1);
    scratch.run(&["score", "gse10", "none.csv"]).refused(&["none.csv", "no such file"]);
    scratch.run(&["score", "gse10", "."]).refused(&["folder"]);
}

#[test]
fn a_huge_cell_passes_and_a_row_without_end_does_not() {
    let scratch = Scratch::new("input_huge");
    let huge = "x".repeat(3 << 20);
    scratch.file("a.csv", format!("{GSE_HEADER},note\na,{ROW},\"{huge}\"\n"));
    assert!(scratch.run(&["score", "gse10", "a.csv"]).well().out.contains(&huge));
    scratch.file("a.csv", format!("{GSE_HEADER},note\na,{ROW},fine\nb,{ROW},\"{}", "x\n".repeat(10 << 20)));
    scratch.run(&["score", "gse10", "a.csv"]).refused(&["row 3", "16 MiB", "quotation mark"]);
}

#[test]
fn the_output_is_whole_or_not_there() {
    let scratch = Scratch::new("input_output");
    scratch.file("good.csv", format!("{GSE_HEADER}\na,{ROW}\n"));
    scratch.file("bad.csv", format!("{GSE_HEADER}\na,{ROW}\nb,1\n"));
    scratch.file("out.csv", "the old file");
    scratch.run(&["score", "gse10", "bad.csv", "-o", "out.csv"]).refused(&["row 3"]);
    assert_eq!(scratch.read("out.csv"), "the old file");
    scratch.run(&["score", "gse10", "good.csv", "-o", "out.csv"]).well();
    assert!(scratch.read("out.csv").ends_with(",23,0,0\r\n"));
    // Root may write anywhere, so the place that cannot be written is one below a file.
    scratch.run(&["score", "gse10", "good.csv", "-o", "bad.csv/out.csv"]).refused(&["bad.csv/out.csv"]);
    scratch.run(&["score", "gse10", "good.csv", "-o", "none/out.csv"]).refused(&["none/out.csv"]);
    scratch.run(&["score", "gse10", "good.csv", "-o", "."]).refused(&["folder"]);
    assert_eq!(scratch.names(), ["bad.csv", "good.csv", "out.csv"]);
}

#[test]
fn an_input_is_never_written_over() {
    let scratch = Scratch::new("input_over");
    let content = format!("{GSE_HEADER}\na,{ROW}\n");
    scratch.file("a.csv", &content);
    scratch.run(&["score", "gse10", "a.csv", "-o", "./a.csv"]).refused(&["another name"]);
    assert_eq!(scratch.read("a.csv"), content);
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let scratch = Scratch::new("input_reader_gone");
    let path = scratch.file("a.csv", format!("{GSE_HEADER}\n{}", format!("a,{ROW}\n").repeat(200_000)));
    let mut child = Command::new(env!("CARGO_BIN_EXE_linkwell"))
        .args(["score", "gse10"])
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut start = [0; 10];
    child.stdout.take().expect("piped").read_exact(&mut start).expect("some output");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    fs::remove_file(path).expect("ours");
}
