//! As much of an XML reader as the tests need: elements, attributes, text, the named and the numbered characters.

use std::collections::BTreeMap;

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Element>,
    /// The text directly in it.
    pub text: String,
}

impl Element {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub fn find(&self, name: &str) -> &Element {
        self.children
            .iter()
            .find(|child| child.name == name)
            .unwrap_or_else(|| panic!("no {name} in {}", self.name))
    }

    pub fn has(&self, attribute: &str) -> bool {
        self.attributes.contains_key(attribute)
    }

    pub fn at(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).unwrap_or_else(|| panic!("no {attribute} in {}", self.name))
    }

    pub fn walk(&self, look: &mut impl FnMut(&Element)) {
        look(self);
        self.children.iter().for_each(|child| child.walk(look));
    }
}

/// The root element.
pub fn read(text: &str) -> Element {
    let mut rest = text.split_once("?>").expect("a declaration").1;
    let mut open: Vec<Element> = vec![Element::default()];
    while let Some((before, after)) = rest.split_once('<') {
        open.last_mut().expect("an element").text.push_str(&plain(before));
        let (tag, next) = after.split_once('>').expect("a tag ends");
        rest = next;
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().expect("an element");
            assert_eq!(done.name, name, "the element that was opened last is closed");
            open.last_mut().expect("a parent").children.push(done);
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut element = Element { name: name.to_owned(), ..Element::default() };
        while let Some((name, after)) = attributes.split_once("=\"") {
            let (value, next) = after.split_once('"').expect("a value ends");
            assert!(!value.contains('<'), "{name}");
            let twice = element.attributes.insert(name.trim().to_owned(), plain(value));
            assert!(twice.is_none(), "{name} stands twice");
            attributes = next;
        }
        if is_empty {
            open.last_mut().expect("a parent").children.push(element);
        } else {
            open.push(element);
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    open.remove(0).children.remove(0)
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, next) = after.split_once(';').expect("a reference ends");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            number => {
                let number = number.strip_prefix('#').expect("a known name");
                char::from_u32(number.parse().expect("a number")).expect("a character")
            }
        });
        rest = next;
    }
    out + rest
}
