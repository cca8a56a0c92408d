//! `datapackage.json`, as far as an export looks at it.

use serde::Deserialize;

/// The package.
#[derive(Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) resources: Vec<Resource>,
}

/// A table.
#[derive(Deserialize)]
pub(super) struct Resource {
    pub(super) path: String,
    pub(super) schema: Schema,
}

/// Its columns.
#[derive(Deserialize)]
pub(super) struct Schema {
    pub(super) fields: Vec<Described>,
}

/// A column.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Described {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) description: String,
    #[serde(default)]
    pub(super) missing_values: Vec<String>,
    #[serde(default)]
    pub(super) categories: Vec<Category>,
}

/// A value with its label.
#[derive(Deserialize)]
pub(super) struct Category {
    value: serde_json::Value,
    label: String,
}

impl Category {
    /// Value and label as texts.
    pub(super) fn pair(self) -> (String, String) {
        let value = match self.value {
            serde_json::Value::String(text) => text,
            other => other.to_string(),
        };
        (value, self.label)
    }
}
