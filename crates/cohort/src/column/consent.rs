//! The columns of what people agreed to: none where the study does not ask for consent.

use engine::study::Study;

use super::{Column, Content, Kind};
use crate::consent;

/// The version of the sheet, then a column a statement.
pub(super) fn columns(study: &Study) -> Vec<Column> {
    let Some(text) = consent::text(study) else { return Vec::new() };
    let what = "The version of the information sheet that the person agreed to; empty where the record holds no consent.";
    let version = Column::new("consent_version", what, Kind::Text, Content::ConsentVersion);
    let statement = |(at, statement): (usize, &engine::study::Statement)| {
        let need = if statement.required { "required" } else { "optional" };
        let what = format!(
            "Whether the person agreed to this statement ({need}): {} Empty where the record holds no consent.",
            statement.text
        );
        Column {
            values: vec![("0".into(), "No".into()), ("1".into(), "Yes".into())],
            ..Column::new(format!("consent_{}", statement.id), what, Kind::Integer, Content::Statement(at))
        }
    };
    std::iter::once(version).chain(text.statements.iter().enumerate().map(statement)).collect()
}
