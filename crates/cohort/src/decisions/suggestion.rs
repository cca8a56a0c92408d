//! Decisions to copy into the file: whoever decides adds the day, the name and the reason.
//!
//! A suggestion as it stands is refused when it is read, so that none is taken over unseen.

/// That the first of `receipts` counts over the others. The order says nothing about which is right.
pub fn suggested_preference(receipts: &[String]) -> String {
    let (first, others) = receipts.split_first().expect("a conflict has records");
    let over: Vec<String> = others.iter().map(|receipt| format!("\"{receipt}\"")).collect();
    entry("prefer", &format!(r#""receipt": "{first}", "over": [{}]"#, over.join(", ")))
}

/// That `mistyped` was meant to be `right`.
pub fn suggested_join(mistyped: &str, right: &str) -> String {
    entry("join", &format!(r#""mistyped": "{mistyped}", "right": "{right}""#))
}

/// Keys in the order in which people fill them in. Receipts and codes are letters and digits, which need no escaping.
fn entry(kind: &str, what: &str) -> String {
    format!(r#"{{ "date": "", "who": "", "reason": "", "{kind}": {{ {what} }} }}"#)
}
