//! `stata`: a do-file that reads the wide table with labels and extended missing values, and its data.
//!
//! Nobody here has Stata: `crates/export/tests/stata.rs` checks the do-file by the rules of Stata's manual. The data are
//! the wide table without a byte order mark.

use crate::{
    ExportError, Exported, Field, File, Kind, Source,
    words::{fitting, heading, is_number, labels, missing_word, one_line},
};

/// The most characters of a variable's label (Stata, User's Guide: limits); bytes are counted, which are no fewer.
const VARIABLE_LABEL: usize = 80;
/// The most bytes of a value's label that are kept: Stata allows 32,000, and shows few.
const VALUE_LABEL: usize = 240;
/// Stata's extended missing values, in the order of the codes.
const EXTENDED: [(i32, &str); 3] = [(-97, ".a"), (-98, ".b"), (-99, ".c")];
const DATA: &str = "responses_wide.csv";

/// The files.
///
/// # Errors
/// None.
pub fn stata(source: &Source<'_>) -> Result<Exported, ExportError> {
    let table = source.file(DATA);
    let data = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
    Ok(vec![File::new("load.do", script(source)), File::new(DATA, data)].into())
}

fn script(source: &Source<'_>) -> String {
    let mut text = String::new();
    for line in heading(&source.title, &source.name) {
        text.push_str(&format!("* {}\n", plain(&line)));
    }
    text.push_str(
        "* Run it in its own folder. -97, -98 and -99 become .a, .b and .c; in text they stay as they are.\n",
    );
    text.push_str("version 14\n");
    text.push_str(&format!(
        "import delimited using \"{DATA}\", clear varnames(1) case(preserve) encoding(\"UTF-8\") bindquotes(strict) \
         maxquotedrows(unlimited) asdouble"
    ));
    for (option, numbers) in [("stringcols", false), ("numericcols", true)] {
        let of_kind = source.fields.iter().zip(1..).filter(|(field, _)| is_number(field) == numbers);
        let columns: Vec<String> = of_kind.map(|(_, at): (&Field, usize)| at.to_string()).collect();
        text.push_str(&format!(" ///\n    {option}({})", columns.join(" ")));
    }
    text.push_str("\n\n");
    for field in &source.fields {
        describe(&mut text, field);
    }
    text.push_str("compress\nsave \"responses_wide.dta\", replace\n");
    text
}

fn describe(text: &mut String, field: &Field) {
    let name = &field.name;
    if field.kind == Kind::Time {
        text.push_str(&format!(
            "generate double {name}_0 = clock({name}, \"YMD#hms#\")\nformat %tc {name}_0\norder {name}_0, after({name})\n\
             drop {name}\nrename {name}_0 {name}\n"
        ));
    }
    text.push_str(&format!(
        "label variable {name} {}\n",
        quoted(&fitting(&plain(&field.what), VARIABLE_LABEL))
    ));
    if is_number(field) {
        numbers(text, field);
    }
    text.push('\n');
}

/// Missing values and value labels: Stata has them for numbers only.
fn numbers(text: &mut String, field: &Field) {
    let name = &field.name;
    let known = EXTENDED.iter().filter(|(code, _)| field.missing.contains(code));
    let missing: Vec<&(i32, &str)> = known.collect();
    if !missing.is_empty() {
        let rules: Vec<String> = missing.iter().map(|(code, to)| format!("{code}={to}")).collect();
        text.push_str(&format!("mvdecode {name}, mv({})\n", rules.join(" \\ ")));
    }
    let of_values = labels(field).map(|(code, label)| (code, label.to_owned()));
    let of_missing = missing.iter().map(|(code, to)| (*to, missing_word(*code).to_owned()));
    let all: Vec<(&str, String)> = of_values.chain(of_missing).collect();
    for (at, (code, label)) in all.iter().enumerate() {
        let how = if at == 0 { "replace" } else { "add" };
        let label = quoted(&fitting(&plain(label), VALUE_LABEL));
        text.push_str(&format!("label define {name}_l {code} {label}, {how}\n"));
    }
    if !all.is_empty() {
        text.push_str(&format!("label values {name} {name}_l\n"));
    }
}

/// `text` without what Stata would take for the end of a string, a comment or a macro. A backslash keeps a dollar sign
/// from beginning one (Stata, Programming: macro).
fn plain(text: &str) -> String {
    let quotes = one_line(text).replace(['"', '`'], "'");
    quotes
        .replace('\\', "/")
        .replace("/*", "/ *")
        .replace("*/", "* /")
        .replace("//", "/ /")
        .replace('$', "\\$")
}

fn quoted(text: &str) -> String {
    format!("`\"{text}\"'")
}
