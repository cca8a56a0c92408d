//! A wording: the text of an instrument in one language, with its own source, licence and hash.
//!
//! Text is kept letter for letter; nothing here trims, translates or joins it.

use alloc::{format, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use super::{Code, Definition};
use crate::{digest::sha256_hex, json, named::Named};

/// The text of one version of an instrument in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The format of this file; 1.
    pub format: u32,
    /// The instrument's id.
    pub instrument: String,
    /// The instrument's version.
    pub instrument_version: String,
    /// The language as a BCP 47 tag, such as `en` or `ur`.
    pub language: String,
    /// Which way the text runs.
    #[serde(default)]
    pub direction: TextDirection,
    /// The numerals in which its number scales are shown.
    #[serde(default, skip_serializing_if = "Numerals::is_latn")]
    pub numerals: Numerals,
    /// Where the text was taken from.
    pub source: String,
    /// Under which licence this text is used.
    pub licence: WordingLicence,
    /// What [`Wording::text_digest`] gives for this text.
    pub text_sha256: String,
    /// Stem and recall period, shown with every item; absent where the instrument has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// The text of every item.
    pub items: Vec<ItemText>,
    /// Named sets of labels for response codes.
    pub labels: Named<Vec<Label>>,
}

/// Under which licence a wording is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingLicence {
    /// A short name.
    pub name: String,
    /// The study's own licence number or permission, where the definition asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// The text of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// The item's id.
    pub item: String,
    /// The question, letter for letter.
    pub text: String,
    /// The name of its label set; an item that is answered by typing has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<String>,
    /// What a number counts, such as "times"; shown beside its field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Why it is asked, for those who want to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// The label of one response code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The response code.
    pub code: Code,
    /// Its words, letter for letter.
    pub label: String,
}

/// Which way text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextDirection {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// The numerals in which numbers are shown, by their names in Unicode's locale data. Never how a code is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numerals {
    /// 0123456789.
    #[default]
    Latn,
    /// ٠١٢٣٤٥٦٧٨٩, as in Arabic.
    Arab,
    /// ۰۱۲۳۴۵۶۷۸۹, as in Urdu and Persian.
    Arabext,
}

json::object!(Wording {
    format,
    instrument,
    instrument_version,
    language,
    direction = TextDirection::default(),
    numerals = Numerals::default(),
    source,
    licence,
    text_sha256,
    intro,
    items,
    labels,
});
json::object!(WordingLicence { name, reference });
json::object!(ItemText { item, text, labels, unit, why });
json::object!(Label { code, label });
json::words!(TextDirection { "ltr" => Ltr, "rtl" => Rtl, _ => Ltr });
json::words!(Numerals { "latn" => Latn, "arab" => Arab, "arabext" => Arabext, _ => Latn });

impl Numerals {
    /// The digit nought; the others follow it in Unicode.
    pub fn zero(self) -> char {
        match self {
            Self::Latn => '0',
            Self::Arab => '\u{660}',
            Self::Arabext => '\u{6f0}',
        }
    }

    /// Their name as a wording file writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latn => "latn",
            Self::Arab => "arab",
            Self::Arabext => "arabext",
        }
    }

    fn is_latn(&self) -> bool {
        *self == Self::Latn
    }
}

impl Wording {
    /// The text of the item with this id.
    pub fn item(&self, id: &str) -> Option<&ItemText> {
        self.items.iter().find(|text| text.item == id)
    }

    /// The words for `code` of an item, where it has any.
    pub fn label(&self, text: &ItemText, code: Code) -> Option<&str> {
        let labels = self.labels.get(text.labels.as_deref()?)?;
        labels.iter().find(|label| label.code == code).map(|label| label.label.as_str())
    }

    /// The SHA-256 of the text alone, as hexadecimal text.
    ///
    /// Hashed are the lines `intro TAB text`, then for each item in the definition's order `item-id TAB text`,
    /// then for each of its codes in display order that has a label `code TAB label`, then `item-id.unit TAB unit` and
    /// `item-id.why TAB why` where there are such, each line ended by a single line feed, in UTF-8. Where the numerals
    /// are not `latn`, the line `numerals TAB name` follows, because they are part of what is read. Source, licence and
    /// layout of the file may change without changing it.
    pub fn text_digest(&self, definition: &Definition) -> String {
        let mut lines = format!("intro\t{}\n", self.intro.as_deref().unwrap_or(""));
        for item in &definition.items {
            let Some(text) = self.item(&item.id) else { continue };
            lines.push_str(&format!("{}\t{}\n", item.id, text.text));
            for code in definition.codes(item) {
                if let Some(label) = self.label(text, *code) {
                    lines.push_str(&format!("{code}\t{label}\n"));
                }
            }
            // No item's id has a point in it, so these are never an item's own line.
            for (what, words) in [("unit", &text.unit), ("why", &text.why)] {
                if let Some(words) = words {
                    lines.push_str(&format!("{}.{what}\t{words}\n", item.id));
                }
            }
        }
        if !self.numerals.is_latn() {
            lines.push_str(&["numerals\t", self.numerals.name(), "\n"].concat());
        }
        sha256_hex(lines.as_bytes())
    }
}
