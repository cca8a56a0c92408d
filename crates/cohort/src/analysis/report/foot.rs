//! What the page was made from.

use super::{block::table, write::write};
use crate::analysis::About;

pub(super) fn foot(about: &About) -> String {
    let mut rows = vec![
        vec!["Linkwell".to_owned(), about.linkwell.clone()],
        vec![
            "Grouped by items".to_owned(),
            if about.by.is_empty() { "none".to_owned() } else { about.by.join(", ") },
        ],
    ];
    rows.extend(about.decisions.map(|count| vec!["Decisions replayed".to_owned(), count.to_string()]));
    rows.extend(
        about.inputs.iter().map(|input| vec![input.name.clone(), format!("SHA-256 {}", input.sha256)]),
    );
    let table = table(
        "`linkwell analyse --check` makes this page again from the same files and compares.",
        &["What", "Which"],
        rows,
    );
    let table = write(&[table]);
    format!("<footer>\n<h2>How this report was made</h2>\n<div class=\"hash\">\n{table}</div>\n</footer>\n")
}
