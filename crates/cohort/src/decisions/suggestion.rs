//! Decisions to copy into the file: whoever decides adds the day, the name and the reason.
//!
//! A suggestion as it stands is refused when it is read, so that none is taken over unseen.

use serde_json::json;

/// That the first of `receipts` counts over the others. The order says nothing about which is right.
pub fn suggested_preference(receipts: &[String]) -> String {
    let (first, others) = receipts.split_first().expect("a conflict has records");
    entry("prefer", &json!({ "receipt": first, "over": others }))
}

/// That `mistyped` was meant to be `right`.
pub fn suggested_join(mistyped: &str, right: &str) -> String {
    entry("join", &json!({ "mistyped": mistyped, "right": right }))
}

/// Keys in the order in which people fill them in.
fn entry(kind: &str, what: &serde_json::Value) -> String {
    format!(r#"{{ "date": "", "who": "", "reason": "", "{kind}": {what} }}"#)
}
