//! JSON with its keys in the order in which FHIR's pages list them, and decimals digit for digit as in the tables.
//!
//! A general JSON value would sort the keys and turn `7.05` into a floating-point number; FHIR counts the digits of a
//! decimal as a part of it. Must never write what FHIR forbids: an empty list, an empty object or an empty string.

/// A JSON value.
#[derive(Clone, Debug)]
pub(super) enum Json {
    /// Text.
    Text(String),
    /// A number, as it stands in the tables.
    Number(String),
    /// Yes or no.
    Bool(bool),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

/// An object that is being made: what is empty is left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// An object without keys.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// A resource of this type with this id.
    pub(super) fn resource(kind: &str, id: &str) -> Self {
        Self::new().text("resourceType", kind).text("id", id)
    }

    /// With a text.
    pub(super) fn text(self, key: &'static str, text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { self } else { self.with(key, Json::Text(text)) }
    }

    /// With a number.
    pub(super) fn number(self, key: &'static str, number: impl ToString) -> Self {
        self.with(key, Json::Number(number.to_string()))
    }

    /// With an object.
    pub(super) fn object(self, key: &'static str, object: Self) -> Self {
        if object.0.is_empty() { self } else { self.with(key, Json::Object(object)) }
    }

    /// With a list of objects.
    pub(super) fn list(self, key: &'static str, objects: impl IntoIterator<Item = Self>) -> Self {
        let list: Vec<Json> = objects.into_iter().map(Json::Object).collect();
        if list.is_empty() { self } else { self.with(key, Json::List(list)) }
    }

    /// With any value that is not empty.
    pub(super) fn with(mut self, key: &'static str, value: Json) -> Self {
        self.0.push((key, value));
        self
    }

    /// The object on one line.
    pub(super) fn written(self) -> String {
        let mut out = String::new();
        Json::Object(self).write(&mut out);
        out
    }
}

impl Json {
    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(&quoted(text)),
            Self::Number(number) => out.push_str(number),
            Self::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Self::List(list) => {
                out.push('[');
                for (at, value) in list.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    value.write(out);
                }
                out.push(']');
            }
            Self::Object(object) => {
                out.push('{');
                for (at, (key, value)) in object.0.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    out.push_str(&quoted(key));
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is always JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_order_decimals_their_digits_and_nothing_is_empty() {
        let inner = Object::new().number("value", "7.50").text("unit", "").list("code", []);
        let outer = Object::resource("B", "1").object("z", inner).object("a", Object::new());
        let outer = outer.with("on", Json::List(vec![Json::Bool(true), Json::Text("\"\n".into())]));
        assert_eq!(outer.written(), r#"{"resourceType":"B","id":"1","z":{"value":7.50},"on":[true,"\"\n"]}"#);
    }
}
