//! What people are told before they take part, and what they are asked to agree to.
//!
//! Promises a hash of exactly what is shown, so that a record can say what its person had read. Text is kept letter
//! for letter; nothing here trims or joins it.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

use crate::{digest::sha256_hex, json};

/// An information sheet with its statements, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentText {
    /// The version of the sheet as the ethics committee knows it; the same in every language.
    pub version: String,
    /// The sheet, a section after the other.
    pub sheet: Vec<Section>,
    /// What people are asked to agree to, a box each.
    pub statements: Vec<Statement>,
}

/// A section of an information sheet: plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// One thing to agree to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `[a-z][a-z0-9_]*`, at most 18 characters, the same in every language: `consent_<id>` is its column.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Whether nobody can take part without agreeing to it.
    pub required: bool,
}

json::object!(ConsentText { version, sheet, statements });
json::object!(Section { heading, paragraphs });
json::object!(Statement { id, text, required });

impl ConsentText {
    /// The SHA-256 of what is shown, as hexadecimal text.
    ///
    /// Hashed are, for each section, the line `heading TAB text` and for each of its paragraphs `paragraph TAB text`;
    /// then for each statement `statement TAB id TAB text`; each line ended by a single line feed, in UTF-8. The
    /// version, and whether a statement is required, may change without changing it.
    pub fn text_digest(&self) -> String {
        let mut lines = String::new();
        let mut line = |parts: &[&str]| {
            lines.push_str(&parts.join("\t"));
            lines.push('\n');
        };
        for section in &self.sheet {
            line(&["heading", &section.heading]);
            section.paragraphs.iter().for_each(|text| line(&["paragraph", text]));
        }
        self.statements.iter().for_each(|statement| line(&["statement", &statement.id, &statement.text]));
        sha256_hex(lines.as_bytes())
    }

    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }
}
